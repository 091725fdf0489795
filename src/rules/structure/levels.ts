/** Rules about points of one level: under the right heading, and alike. */
import { type Point, pointsOf } from "../../plan/points/index.js";
import { EDITORIAL, EVERY, type Rule } from "../rule.js";
import { list } from "./sequence.js";
import { seriesOf } from "./series.js";

export const V03: Rule = {
  id: "V03",
  title: "Số nhiều cấp thuộc đúng mục cấp trên",
  norms: EVERY,
  severity: "warning",
  basis: "practice",
  clause: EDITORIAL,
  reason: "2.1 phải nằm trong mục 2; sao chép từ văn bản khác hay để sót số cũ.",
  right: { body: "1. Nội dung kiểm tra\n\n1.1. Kiểm tra sổ thu.\n\n1.2. Kiểm tra chứng từ." },
  wrong: { body: "1. Nội dung kiểm tra\n\n2.1. Kiểm tra sổ thu.\n\n2.2. Kiểm tra chứng từ." },
  *check({ points }) {
    for (const point of pointsOf(points)) {
      const { mark, parent } = point;
      if (mark?.form !== "number2" && mark?.form !== "number3") continue;
      const above = parent?.mark;
      if (above === undefined || !["number", "number2"].includes(above.form)) continue;
      if (mark.text.startsWith(above.text) || parent?.children.find((one) => one.mark?.form === mark.form) !== point)
        continue;
      yield {
        quote: mark.text,
        found: `“${mark.text}” nằm trong mục “${above.text}”.`,
        remedy: `Đánh lại thành “${above.text}1.”.`,
        part: point.block,
      };
    }
  },
};

/** How a mark looks; words emphasised behind it are the author's. */
const lookOf = ({ mark, block }: Point): string =>
  [block.kind === "heading" ? "đề mục" : "", mark?.bold === true ? "đậm" : "", mark?.italic === true ? "nghiêng" : ""]
    .filter((word) => word !== "")
    .join(", ");

export const V04: Rule = {
  id: "V04",
  title: "Các mục cùng cấp cùng một kiểu chữ",
  norms: EVERY,
  severity: "note",
  basis: "practice",
  clause: EDITORIAL,
  reason: "Mục đậm, mục không đậm lẫn lộn thường do sao chép từ nhiều nguồn.",
  right: list("1.", "2.", "3."),
  wrong: list("1.", "2.", "**3.**"),
  *check({ points }) {
    for (const { points: counted } of seriesOf(points)) {
      const looks = counted.map(lookOf);
      const kinds = [...new Set(looks)];
      if (counted.length < 3 || kinds.length < 2) continue;
      const counts = kinds.map((kind) => looks.filter((look) => look === kind).length);
      const usual = kinds[counts.indexOf(Math.max(...counts))] ?? "";
      const odd = counted.filter((_, index) => looks[index] !== usual);
      const [first] = odd;
      // a real mixture, not two styles that the author keeps half and half, is what nobody meant
      if (first?.mark === undefined || odd.length * 2 > counted.length) continue;
      const marks = odd.map(({ mark }) => mark?.text ?? "");
      yield {
        quote: first.mark.text,
        found: `Mục ${marks.join(" ")} trình bày ${say(lookOf(first))}, các mục cùng cấp khác ${say(usual)}.`,
        remedy: "Trình bày các mục cùng cấp một kiểu.",
        part: first.block,
      };
    }
  },
};

const say = (look: string): string => (look === "" ? "chữ thường" : look);
