import { wordsOf } from "../../plan/points/index.js";
import { blocksOf, isOpen } from "../context.js";
import { EDITORIAL, EVERY, type Rule } from "../rule.js";

/** Fewer words may be a title that stands as a paragraph. */
const SENTENCE_WORDS = 20;
/** Forms that open an item of a list, which may end with any mark or with none. */
const ITEMS: ReadonlySet<string> = new Set(["dash", "plus", "star"]);

const LONG =
  "Kiểm tra mức đóng, danh sách đóng, việc trích nộp lên cấp trên của 08 chi bộ trong 6 tháng đầu năm và các văn bản liên quan";

export const V13: Rule = {
  id: "V13",
  title: "Câu dài kết thúc bằng dấu câu",
  norms: EVERY,
  severity: "warning",
  basis: "practice",
  clause: EDITORIAL,
  reason: "Đoạn dài không có dấu kết thường là câu bị cắt khi sao chép.",
  right: { body: `1. ${LONG}.\n\n2. Văn phòng Đảng uỷ chuẩn bị tài liệu.` },
  wrong: { body: `1. ${LONG}\n\n2. Văn phòng Đảng uỷ chuẩn bị tài liệu.` },
  *check({ document }) {
    const blocks = blocksOf(document);
    for (const [index, block] of blocks.entries()) {
      if (block.kind !== "paragraph" || ITEMS.has(block.mark?.form ?? "")) continue;
      // the last paragraph of the body is the end mark's
      if (block === document.body.at(-1) || blocks[index + 1]?.kind === "table") continue;
      const text = wordsOf(block.inlines).trim();
      if (isOpen(text.slice(-4)) || text.split(/\s+/u).length < SENTENCE_WORDS || !/[\p{L}\d)]$/u.test(text)) continue;
      // "… (Có danh sách kèm theo)" ends with its bracket, and a whole bold or italic paragraph is a heading
      if (
        text.endsWith(")") ||
        block.inlines.every((run) => run.kind === "text" && (run.bold === true || run.italic === true))
      )
        continue;
      const quote = text.split(/\s+/u).slice(-6).join(" ");
      yield {
        quote,
        found: `Đoạn văn kết thúc không có dấu: “… ${quote}”.`,
        remedy: "Thêm dấu kết câu, hoặc bổ sung phần bị cắt.",
        part: block,
      };
    }
  },
};
