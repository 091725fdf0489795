import type { Document, Presentation } from "../../model/document.js";
import type { DocumentNumber, SigningDate } from "../../model/head.js";
import { typeBySlug } from "../../norms/types.js";
import { printSymbol } from "../../source/draft/header/number.js";
import { writeAddressees, writeRecipients, writeSignatures } from "./closing.js";
import { writeInlines } from "./inlines.js";
import { writeBlock, writeLines, writeValue } from "./yaml.js";

/** The lines of a header, in the order in which the parts of a document are printed. */
export function writeHeader(document: Document): string[] {
  const { family, issuer } = document;
  return [
    ...(family === "state" ? writeValue("hệ thống", "Nhà nước") : []),
    ...line("chuẩn", document.norm),
    ...writeValue("thể loại", typeBySlug(document.type, family)?.name ?? document.type),
    ...writeLines("cơ quan cấp trên", issuer?.superior),
    ...writeLines("cơ quan ban hành", issuer?.name),
    ...writeNumber(document.number, family),
    ...line("địa danh", document.place),
    ...writeDate(document.date),
    ...writeLines("trích yếu", document.subject),
    ...line("tác giả", document.author),
    ...writeAddressees(document.addressees),
    ...writeLines("thẩm quyền ban hành", document.issuingAuthority),
    ...writeBases(document.legalBases),
    ...writeRecipients(document.recipients),
    ...writeSignatures(document.signatures, document.confirmation),
    ...line("độ khẩn", document.urgency),
    ...line("độ mật", document.secrecy),
    ...line("lưu hành", document.circulation),
    ...line("phổ biến", document.publicity),
    ...line("dự thảo", document.draftMark),
    ...line("người soạn thảo", document.drafter),
    ...writeLines("liên hệ", document.contact),
    ...writePresentation(document.presentation),
  ];
}

function line(key: string, value: string | undefined): string[] {
  return value === undefined ? [] : writeValue(key, value);
}

/** An empty "số" says that the document waits for its number. */
function writeNumber(number: DocumentNumber | undefined, family: Document["family"]): string[] {
  if (number === undefined) return [];
  const sequence = number.sequence === undefined ? "" : ` ${number.sequence}`;
  return [`số:${sequence}`, ...writeValue("ký hiệu", printSymbol(number, family))];
}

/** Day and month as documents print them: padded below ten, months only in January and February. */
function writeDate(date: SigningDate | undefined): string[] {
  if (date === undefined) return [];
  const { year, month, day } = date;
  const parts = [
    ...(day === undefined ? [] : [String(day).padStart(2, "0")]),
    ...(month === undefined ? [] : [month <= 2 ? `0${month}` : String(month)]),
    String(year),
  ];
  return [`ngày: ${parts.join("/")}`];
}

/** One basis a line; a dash at its beginning is text. */
function writeBases(bases: Document["legalBases"]): string[] {
  return writeBlock(
    "căn cứ",
    (bases ?? []).map((basis) => writeInlines(basis).replace(/^-/u, "\\-")),
  );
}

function writePresentation(presentation: Presentation | undefined): string[] {
  if (presentation === undefined) return [];
  const { size, lineSpacing, paragraphSpacing, firstIndent, duplex, noteMark } = presentation;
  const measures = [
    ["cỡ chữ", size],
    ["giãn dòng", lineSpacing],
    ["cách đoạn", paragraphSpacing],
    ["thụt đầu dòng", firstIndent],
  ] as const;
  const lines = [
    ...measures.flatMap(([key, value]) =>
      value === undefined ? [] : [`  ${key}: ${String(value).replace(".", ",")}`],
    ),
    ...(duplex ? ["  hai mặt: có"] : []),
    ...(noteMark === undefined ? [] : [`  dấu chú thích: ${noteMark === "plain" ? "1" : "(1)"}`]),
  ];
  return lines.length === 0 ? [] : ["trình bày:", ...lines];
}
