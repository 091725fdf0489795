import { hd05Clause } from "../../norms/clause.js";
import { readPlace } from "../../norms/places.js";
import type { Rule } from "../rule.js";

/** Bodies and places of the level that ended on 01/7/2025, named by their names. */
const DISTRICT =
  /(?<!\p{L})(?:(?:Huyện|Quận|Thị) (?:uỷ|ủy)|(?:H|h)uyện|(?:Q|q)uận|(?:T|t)hị (?:trấn|xã)) \p{Lu}\p{L}*(?: \p{Lu}\p{L}*)*/gu;
/** Words by which a text speaks of the time before. */
const BEFORE = /trước ngày 01\/7\/2025|trước đây|trước khi sắp xếp|\(cũ\)|(?<!\p{L})cũ(?!\p{L})/iu;

export const P24: Rule = {
  id: "P24",
  title: "Không còn địa danh, cơ quan cấp huyện",
  norms: ["hd05"],
  from: "2025-07-01",
  severity: "warning",
  basis: "practice",
  clause: () => hd05Clause("4.1.1"),
  reason: "Từ ngày 01/7/2025 không còn đơn vị hành chính và tổ chức đảng cấp huyện.",
  right: { body: "Đảng uỷ xã Triều Sơn và các chi bộ bố trí người làm việc với đoàn kiểm tra." },
  wrong: { body: "Huyện uỷ Triều Sơn và các chi bộ bố trí người làm việc với đoàn kiểm tra." },
  *check({ document: { place }, texts }) {
    const level = place === undefined ? undefined : readPlace(place).level;
    if (place !== undefined && level !== undefined && !level.norms.includes("hd05")) {
      yield {
        quote: place,
        found: `Địa danh “${place}” là đơn vị cấp huyện.`,
        remedy: "Ghi tên xã, phường, đặc khu hoặc tỉnh, thành phố nơi cơ quan đóng trụ sở.",
        field: "place",
      };
    }
    for (const { text, region, where } of texts) {
      if (region === "title" || BEFORE.test(text)) continue;
      const names = new Set([...text.matchAll(DISTRICT)].map(([name]) => name));
      for (const name of names) {
        yield {
          quote: name,
          found: `“${name}” thuộc cấp huyện, không còn từ ngày 01/7/2025.`,
          remedy: "Ghi tên cơ quan, địa phương sau sắp xếp, hoặc nói rõ là trước khi sắp xếp.",
          ...where,
        };
      }
    }
  },
};
