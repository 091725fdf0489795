/** Which rule of the norms' sheet speaks of which component; the rules themselves are the norm's rows. */
import type { Family } from "../../model/document.js";
import type { Component, Formatting } from "../../norms/norm.js";

export type Property = keyof Formatting;

/** What one rule about formatting judges. */
export interface FormattingRule {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly components: readonly Component[];
  /** All properties that the row decides when absent. */
  readonly properties?: readonly Property[];
}

const rule = (
  family: Family,
  id: string,
  title: string,
  components: readonly Component[],
  properties?: readonly Property[],
): FormattingRule => ({ id, title, family, components, ...(properties === undefined ? {} : { properties }) });

const SIGNATURE: readonly Component[] = ["authority", "position", "directPosition", "signerName"];
const ANNEX: readonly Component[] = ["annexLabel", "annexTitle", "annexAttachment"];

export const FORMATTING_RULES: readonly FormattingRule[] = [
  rule("party", "P01", "Tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”", ["nationalTitle"]),
  rule("party", "P06", "Kiểu chữ cơ quan cấp trên, cơ quan ban hành", ["superior", "issuer"]),
  rule("party", "P23", "Kiểu chữ địa danh, ngày tháng", ["placeDate"]),
  rule("party", "P25", "Kiểu chữ tên loại, trích yếu", ["typeName", "subject"]),
  rule("party", "P28", "Kiểu chữ trích yếu công văn", ["letterSubject"]),
  rule("party", "P29", "Cỡ chữ, canh đều nội dung", ["body"], ["size", "align", "bold", "italic"]),
  rule("party", "P30", "Giãn dòng nội dung", ["body"], ["line"]),
  rule("party", "P31", "Cách đoạn nội dung", ["body"], ["before", "after"]),
  rule("party", "P32", "Thụt đầu dòng nội dung", ["body"], ["firstIndent"]),
  rule("party", "P52", "Kiểu chữ quyền hạn, chức vụ, họ tên", SIGNATURE),
  rule("party", "P53", "Kiểu chữ “Nơi nhận”", ["recipientsLabel"]),
  rule("party", "P54", "Cỡ chữ các nơi nhận", ["recipient"]),
  rule("party", "P61", "Số trang", ["pageNumber"]),
  rule("party", "P62", "Trình bày phụ lục", ANNEX),
  rule("party", "P64", "Ký hiệu người soạn thảo", ["drafter"]),
  rule("party", "P65", "Thông tin liên hệ", ["contact"]),
  rule("party", "P66", "Dấu chỉ mức độ khẩn", ["urgency"]),
  rule("party", "P67", "Chỉ dẫn dự thảo", ["draftMark"]),
  rule("state", "S01", "Quốc hiệu, Tiêu ngữ", ["nationalTitle", "motto"]),
  rule("state", "S03", "Kiểu chữ cơ quan chủ quản, cơ quan ban hành", ["superior", "issuer"]),
  rule("state", "S11", "Kiểu chữ tên loại, trích yếu", ["typeName", "subject"]),
  rule("state", "S12", "Kiểu chữ trích yếu công văn", ["letterSubject"]),
  rule("state", "S13", "Kiểu chữ căn cứ", ["legalBasis"]),
  rule("state", "S18", "Kiểu chữ đề mục La Mã", ["romanHeading"]),
  rule("state", "S19", "Cỡ chữ, giãn dòng, thụt đầu dòng nội dung", ["body"]),
  rule("state", "S22", "Kiểu chữ quyền hạn, chức vụ, họ tên", SIGNATURE),
  rule("state", "S25", "Kiểu chữ Nơi nhận", ["recipientsLabel", "recipient"]),
  rule("state", "S29", "Số trang", ["pageNumber"]),
  rule("state", "S30", "Trình bày phụ lục", ANNEX),
  rule("state", "S31", "Thông tin liên hệ", ["contact"]),
];

/** Rules about the page and the font, which are no component's. */
export const PAGE_RULES = {
  margins: { party: "P59", state: "S28" },
  font: { party: "P60", state: "V20" },
  numberFromTop: { party: "P61", state: "S29" },
  size: { party: "V20", state: "V20" },
  sizes: { state: "S32" },
} as const;

/** The rule for whatever the sheet does not name: the norm's table of sizes and styles. */
export const OTHER_FORMATTING = { id: "V20", title: "Cỡ chữ, kiểu chữ theo bảng của chuẩn" } as const;

/** The rule that speaks of a property of a component. */
export function formattingRule(family: Family, component: Component, property: Property): string {
  const found = FORMATTING_RULES.find(
    (one) =>
      one.family === family &&
      one.components.includes(component) &&
      (one.properties === undefined || one.properties.includes(property)),
  );
  return found?.id ?? OTHER_FORMATTING.id;
}
