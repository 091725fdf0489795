/** What the parts of a document are called, where a finding says its place in a Word file. */
import type { Document } from "../model/document.js";
import type { Places } from "../preflight/index.js";

const FIELDS: { readonly [F in keyof Document]?: string } = {
  issuer: "Cơ quan ban hành",
  number: "Số và ký hiệu",
  place: "Địa danh, ngày tháng",
  date: "Địa danh, ngày tháng",
  subject: "Trích yếu",
  addressees: "Kính gửi",
  issuingAuthority: "Thẩm quyền ban hành",
  legalBases: "Căn cứ",
  body: "Nội dung",
  notes: "Chú thích",
  recipients: "Nơi nhận",
  signatures: "Phần ký",
  confirmation: "Xác nhận chữ ký",
  urgency: "Độ khẩn",
  secrecy: "Độ mật",
  circulation: "Chỉ dẫn lưu hành",
  publicity: "Chỉ dẫn phổ biến",
  draftMark: "Chỉ dẫn dự thảo",
  drafter: "Người soạn thảo",
  contact: "Thông tin liên hệ",
  annexes: "Phụ lục",
};

function* partsOf(value: unknown): Generator<object> {
  if (typeof value !== "object" || value === null) return;
  yield value;
  for (const part of Array.isArray(value) ? value : Object.values(value)) yield* partsOf(part);
}

/**
 * Names the components of a document by the paragraphs that they stand in.
 *
 * @param places of the Word file
 */
export function componentsByParagraph(document: Document, places: Places): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const name = (paragraph: number | undefined, component: string): void => {
    if (paragraph !== undefined && !names.has(paragraph)) names.set(paragraph, component);
  };
  for (const [field, component] of Object.entries(FIELDS)) {
    name(places.field(field)?.paragraph, component);
    const value = document[field as keyof Document];
    if (field === "annexes") {
      for (const annex of document.annexes)
        for (const part of partsOf(annex)) name(places.of(part)?.paragraph, annex.label);
    } else for (const part of partsOf(value)) name(places.of(part)?.paragraph, component);
  }
  return names;
}
