import type { Block } from "../../model/block.js";
import { wordsOf } from "../../plan/points/index.js";
import { type CheckContext, isOpen, wordsAround } from "../context.js";
import { type Fault, PARTY, type Rule, STATE } from "../rule.js";

/** Closing marks of a sentence that may stand behind its full stop. */
const BEHIND = /[”"’'»)\]]+$/u;

/** The paragraph that ends the body; none when a table or a form's line ends it. */
function lastParagraph(body: readonly Block[]): { readonly block: Block; readonly text: string } | undefined {
  const block = body.findLast(
    (one) => one.kind === "table" || ("inlines" in one && wordsOf(one.inlines).trim() !== ""),
  );
  if (block === undefined || !("inlines" in block) || block.kind === "heading") return undefined;
  return { block, text: wordsOf(block.inlines).trim() };
}

function* wrongEnd({ document, type, norm }: CheckContext): Iterable<Fault> {
  if (type?.group !== "type") return;
  const last = lastParagraph(document.body);
  if (last === undefined || isOpen(last.text.slice(-4)) || /[\]}]$/u.test(last.text)) return;
  const typed = /(?:\.\/\.?|[.,;:!?])$/u.exec(last.text.replace(BEHIND, "").trimEnd())?.[0] ?? "";
  if (norm.endMark.accept.includes(typed)) return;
  const end = last.text.length - typed.length;
  yield {
    quote: wordsAround(last.text, Math.max(0, end - 1), last.text.length, 20),
    found: typed === "" ? "Nội dung văn bản kết thúc không có dấu." : `Nội dung văn bản kết thúc bằng “${typed}”.`,
    remedy: `Kết thúc nội dung bằng “${norm.endMark.use}”.`,
    part: last.block,
  };
}

export const P33: Rule = {
  id: "P33",
  title: "Nội dung văn bản của Đảng kết thúc bằng dấu chấm",
  norms: PARTY,
  severity: "error",
  basis: "norm",
  clause: ({ endMark }) => endMark.clause,
  reason: "Hướng dẫn quy định kết thúc nội dung là dấu chấm; “./.” là cách của văn bản nhà nước.",
  right: { body: "Văn phòng Đảng uỷ chuẩn bị tài liệu." },
  wrong: { body: "Văn phòng Đảng uỷ chuẩn bị tài liệu./." },
  check: wrongEnd,
};

export const S20: Rule = {
  id: "S20",
  title: "Nội dung văn bản nhà nước kết thúc bằng “./.”",
  norms: STATE,
  severity: "warning",
  basis: "sample",
  clause: ({ endMark }) => endMark.clause,
  reason: "Các mẫu của Phụ lục III đều kết thúc bằng “./.”; phần lời của nghị định không nói.",
  right: { body: "Sở Nội vụ tổng hợp, báo cáo kết quả./." },
  wrong: { body: "Sở Nội vụ tổng hợp, báo cáo kết quả." },
  check: wrongEnd,
};
