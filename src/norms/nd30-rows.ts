import { nd30Clause, USAGE } from "./clause.js";
import type { Acceptance, LineSpacing, NormRow } from "./norm.js";
import { bold, capitals, centered, italic, type Part, rowsOf, type Size, usage } from "./rows.js";

/** The coherent sizes of NĐ30 mục V, footnote 1: Quốc hiệu 13, Tiêu ngữ 14, date 14; the text follows at 14. */
const HEAD: Size = [13, 12, 13];
const BODY: Size = [14, 13, 14];
const LINE: LineSpacing = { rule: "auto", value: 1.15 };
/** II.6.e. An exact spacing is as good when it lies between one and one and a half lines of 13 or 14 pt. */
const TEXT: Acceptance = {
  align: ["justify"],
  firstIndent: { min: 10, max: 12.7 },
  after: { min: 6 },
  line: [
    { rule: "auto", value: { min: 1, max: 1.5 } },
    { rule: "exact", value: { min: 15, max: 24.2 } },
  ],
};
const text: Part = { judged: [], align: "justify", firstIndent: 10, after: 6, line: LINE, accept: TEXT };
const heading: Part = { ...text, accept: {} };
const title: Part = { ...centered, ...bold, after: 6, line: LINE, accept: { align: ["center"] } };
const cell: Part = { ...usage, ...centered };

const row = rowsOf(nd30Clause);

/** Sizes and styles of NĐ30, Phụ lục I, Phần I, Mục V. Spaces of header and title are the product's choice. */
export const ND30_ROWS: readonly NormRow[] = [
  row("nationalTitle", "V.1", HEAD, bold, capitals, centered),
  row("motto", "V.1", BODY, bold, centered),
  row("superior", "V.2", HEAD, capitals, centered),
  row("issuer", "V.2", HEAD, bold, capitals, centered),
  row("number", "V.3", 13, centered),
  row("placeDate", "V.4", BODY, italic, centered),
  row("typeName", "V.5", BODY, bold, capitals, centered, { before: 18, accept: { align: ["center"] } }),
  row("subject", "V.5", BODY, bold, centered, { accept: { align: ["center"] } }),
  row("letterSubject", "V.5", HEAD, centered, { before: 6 }),
  row("addresseePhrase", "V.8", BODY, { before: 12, after: 6 }),
  row("addressee", "V.8", BODY, { after: 6 }),
  row("issuingAuthority", "PL3.1.2", BODY, bold, capitals, centered, { before: 6, after: 6, judged: ["letterCase"] }),
  row("legalBasis", "II.6.a", BODY, text, italic, { judged: ["italic"] }),
  row("operativeWords", "PL3.1.2", BODY, bold, capitals, centered, {
    before: 6,
    after: 6,
    line: LINE,
    judged: ["letterCase"],
  }),
  row("body", "II.6.e", BODY, text),
  row("partMark", "V.6", BODY, title, { before: 6 }),
  row("partName", "V.6", BODY, title, capitals),
  row("sectionMark", "V.6", BODY, title, { before: 6 }),
  row("sectionName", "V.6", BODY, title, capitals),
  row("article", "II.6.đ", BODY, text, bold, { judged: ["bold"] }),
  row("romanHeading", "V.6", BODY, heading, bold, capitals, { judged: ["bold", "letterCase"] }),
  row("numberHeading", "V.6", BODY, heading, bold, { judged: ["bold"] }),
  row("number2Heading", "V.6", BODY, heading, bold, italic),
  row("number3Heading", "V.6", BODY, heading, italic),
  row("bracketHeading", "V.6", BODY, heading),
  row("letterHeading", "V.6", BODY, heading),
  row("plainHeading", "V.6", BODY, heading, bold),
  row("authority", "V.7", BODY, bold, capitals, centered),
  row("position", "V.7", BODY, bold, capitals, centered),
  row("directPosition", "V.7", BODY, bold, capitals, centered),
  row("concurrently", USAGE, 14, usage, centered),
  row("signerName", "V.7", BODY, bold, centered),
  row("confirmation", USAGE, 14, usage, centered),
  row("recipientsLabel", "V.8", 12, bold, italic),
  row("recipient", "V.8", 11),
  row("urgency", "V.10", [13, 13, 14], bold, capitals, centered, { before: 6 }),
  row("secrecy", "III.2.a", 13, usage, bold, capitals, centered, { before: 6 }),
  row("circulation", "V.13", [13, 13, 14], bold, capitals, { align: "right" }),
  row("publicity", USAGE, 13, usage, bold, capitals, centered),
  row("draftMark", USAGE, 13, usage, italic, centered, { before: 6 }),
  row("drafter", "V.11", 11, capitals, { before: 6 }),
  row("contact", "V.12", [11, 11, 12]),
  row("pageNumber", "I.7", BODY, centered, { accept: { align: ["center"] } }),
  row("annexLabel", "V.9", 14, bold, centered, { after: 3, accept: { align: ["center"] } }),
  row("annexTitle", "V.9", BODY, bold, capitals, centered, { after: 3, accept: { align: ["center"] } }),
  row("annexAttachment", "III.1.c", BODY, italic, centered, { after: 12, accept: { align: ["center"] } }),
  row("tableHead", USAGE, 12, cell, bold),
  row("tableColumnNumber", USAGE, 11, cell, italic),
  row("tableBody", USAGE, 12, cell, { align: "left", accept: { size: { min: 11, max: 13 } } }),
  row("footnote", USAGE, 11, usage, { align: "justify" }),
];
