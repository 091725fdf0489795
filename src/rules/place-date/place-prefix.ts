import { hd05Clause, hd36Clause, nd30Clause } from "../../norms/clause.js";
import { missingLevel } from "../../norms/places.js";
import { type CheckContext, isOpen } from "../context.js";
import { type Fault, PARTY, type Rule, STATE } from "../rule.js";

function* withoutLevel({ document: { place }, norm }: CheckContext): Iterable<Fault> {
  if (place === undefined || isOpen(place)) return;
  const rule = missingLevel(place, norm.id);
  if (rule === undefined) return;
  yield {
    quote: place,
    found: `Địa danh “${place}” ${rule.reason === "number" ? "là số" : "chỉ có một âm tiết"} mà không ghi cấp hành chính.`,
    remedy: `Ghi cấp hành chính ở trước, ví dụ “${rule.sample}”.`,
    field: "place",
    ...(rule.confidence === "N" ? {} : { less: "warning" as const }),
  };
}

export const P22: Rule = {
  id: "P22",
  title: "Địa danh một âm tiết có cấp hành chính ở trước",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ id }) => (id === "hd05" ? hd05Clause("4.1.1.c") : hd36Clause("1.4.1.a")),
  reason:
    "Tên một âm tiết, tên người, tên trùng với tỉnh phải ghi cấp hành chính; máy chỉ nhận ra tên một âm tiết và tên là số.",
  right: { header: { "địa danh": "Thành phố Huế" } },
  wrong: { header: { "địa danh": "Huế" } },
  check: withoutLevel,
};

export const S10: Rule = {
  id: "S10",
  title: "Đơn vị đặt tên bằng số ghi đủ tên",
  norms: STATE,
  severity: "error",
  basis: "norm",
  clause: () => nd30Clause("II.4.a"),
  reason: "Đơn vị hành chính mang tên người, số, sự kiện lịch sử phải ghi tên đầy đủ; máy chỉ nhận ra tên là số.",
  right: { header: { "địa danh": "Phường 7" } },
  wrong: { header: { "địa danh": "7" } },
  check: withoutLevel,
};
