/** An imported document as a draft, with what was changed and kept apart as a comment that is never printed. */
import type { Annotation } from "../source/docx/document/contract.js";
import { UNPLACED } from "../source/draft/text/comments.js";
import { writeDraft } from "../writers/draft/index.js";
import type { Imported } from "./imported.js";

const KINDS: { readonly [K in Annotation["kind"]]: string } = {
  unplaced: UNPLACED,
  received: "Dấu công văn đến, bút phê",
  furniture: "Chữ ở lề trang",
  inserted: "Đang theo dõi sửa đổi, thêm",
  deleted: "Đang theo dõi sửa đổi, xoá",
  comment: "Ghi chú bên lề",
  embedded: "Tài liệu nhúng, không đọc",
  hidden: "Chữ ẩn",
};

/** Text that cannot end the comment it stands in. */
const inComment = (text: string): string => text.replace(/-{2,}/gu, (hyphens) => [...hyphens].join(" ")).trim();

function annotationLine({ kind, text, author, at }: Annotation, unit: string): string {
  const where = at === undefined ? "" : `, ${unit} ${at}`;
  const who = author === undefined ? "" : `, ${author}`;
  return `- ${KINDS[kind]}${who}${where}: ${text}`;
}

function changeLine({ component, from, to }: Imported["changes"][number]): string {
  if (from === "") return `- ${component}: thêm “${to}” theo thể thức`;
  return to === "" ? `- ${component}: bỏ “${from}” theo thể thức` : `- ${component}: “${from}” → “${to}”`;
}

/**
 * Writes an imported document as a draft.
 *
 * @param unit what places are counted in: "đoạn" of a Word file, "dòng" of a text
 */
export function importDraft({ document, annotations, changes }: Imported, unit: "đoạn" | "dòng" = "đoạn"): string {
  const lines = [
    ...(changes.length === 0 ? [] : ["Khác với bản gốc:", ...changes.map(changeLine)]),
    ...(annotations.length === 0
      ? []
      : ["Giữ lại từ bản gốc, không in:", ...annotations.map((annotation) => annotationLine(annotation, unit))]),
  ];
  const draft = writeDraft(document);
  return lines.length === 0 ? draft : `${draft}\n<!--\n${lines.map(inComment).join("\n")}\n-->\n`;
}
