import { hd05Clause, USAGE } from "./clause.js";
import type { Acceptance, LineSpacing, NormRow } from "./norm.js";
import { bold, capitals, centered, italic, type Part, rowsOf, type Size, sizeOnly, usage } from "./rows.js";

/** HD05 PL2.6: size of all that is body. */
const BODY: Size = [14, 14, 15];
const LINE: LineSpacing = { rule: "exact", value: 19 };
/** HD05 6.2.2. "About 10 mm" reaches to 12.7 mm, which the signed HD05 itself uses (measured). */
const TEXT: Acceptance = {
  align: ["justify"],
  firstIndent: { min: 10, max: 12.7 },
  after: { min: 6 },
  line: [{ rule: "exact", value: { min: 18, max: 22 } }],
};
const text: Part = {
  ...sizeOnly,
  align: "justify",
  firstIndent: 10,
  after: 6,
  line: LINE,
  accept: TEXT,
  confidenceBy: { firstIndent: "X" },
};
/** The norm decides the place, not the size. */
const CENTERED: Acceptance = { size: undefined, align: ["center"] };
/** A heading in the run of the text; its look is that of the signed HD05, its size the norm's. */
const heading: Part = { ...text, accept: {}, confidenceBy: undefined };
const title: Part = { ...centered, ...bold, after: 6, line: LINE, accept: { align: ["center"] } };
const cell: Part = { ...usage, ...centered };

const row = rowsOf(hd05Clause);

/**
 * Sizes and styles of HD05, Phụ lục 2. The spaces of header and title are measured on the signed norm's first page;
 * the norm has no word about them and they are not judged.
 */
export const HD05_ROWS: readonly NormRow[] = [
  row("nationalTitle", "PL2.1", 15, bold, capitals, centered),
  row("superior", "PL2.2", 14, capitals, centered),
  row("issuer", "PL2.2", 14, bold, capitals, centered),
  row("issuerStar", "2.2.1", 14, usage, centered),
  row("number", "PL2.3", 14, centered),
  row("placeDate", "PL2.4", 14, italic, centered),
  row("typeName", "PL2.5", [16, 15, 16], bold, capitals, centered, {
    before: 18,
    after: 3,
    accept: { align: ["center"] },
  }),
  row("subject", "PL2.5", [14, 14, 15], bold, centered, { after: 3, accept: { align: ["center"] } }),
  row("subjectRule", "5.2.1", 14, usage, centered, { after: 18 }),
  row("letterSubject", "PL2.5", 12, italic, centered),
  row("addresseePhrase", "PL2.9", 14, italic, { before: 12, after: 6 }),
  row("addressee", "PL2.9", [14, 14, 15], { after: 6 }),
  row("issuingAuthority", USAGE, 14, usage, bold, capitals, centered, { before: 6, after: 6 }),
  row("legalBasis", "6.2.3", BODY, text),
  row("operativeWords", USAGE, 14, usage, bold, capitals, centered, { before: 6, after: 6, line: LINE }),
  row("body", "6.2.2", BODY, text),
  row("partMark", "PL2.6", BODY, title, { before: 6 }),
  row("partName", "PL2.6", BODY, title, capitals),
  row("sectionMark", "PL2.6", BODY, title, { before: 6 }),
  row("sectionName", "PL2.6", BODY, title, capitals),
  row("article", "PL2.6", BODY, text, bold, { judged: ["bold"] }),
  row("romanHeading", "PL2.6", BODY, heading, bold),
  row("numberHeading", "PL2.6", BODY, heading, bold),
  row("number2Heading", "PL2.6", BODY, heading, bold, italic),
  row("number3Heading", "PL2.6", BODY, heading, italic),
  row("bracketHeading", "PL2.6", BODY, heading),
  row("letterHeading", "PL2.6", BODY, heading),
  row("plainHeading", "PL2.6", BODY, heading, bold),
  row("authority", "PL2.7", 14, bold, capitals, centered),
  row("position", "PL2.7", 14, capitals, centered),
  row("directPosition", "7.1.4.c", 14, bold, capitals, centered, { confidenceBy: { bold: "N-scan" } }),
  row("concurrently", "7.1.4.đ", 14, sizeOnly, centered, { accept: { letterCase: ["sentence"] } }),
  row("signerName", "PL2.7", 14, bold, centered),
  row("confirmation", "7.1.4.a", 14, usage, centered),
  row("recipientsLabel", "PL2.9", 14, { underline: true, judged: ["bold", "italic", "underline"] }),
  row("recipient", "PL2.9", 12),
  row("urgency", "PL2.11", 14, bold, capitals, centered, { before: 6 }),
  row("circulation", "PL2.12", 12, bold, capitals, { align: "right" }),
  row("publicity", "PL2.12", 12, bold, capitals, centered),
  row("draftMark", "PL2.12", 14, italic, centered, { before: 6 }),
  row("drafter", "PL2.13", 11, { before: 6 }),
  row("contact", "PL2.14", 10),
  row("pageNumber", "PL2.15", 14, centered, { accept: { align: ["center"] } }),
  row("annexLabel", "II.1.2", 14, usage, bold, centered, { after: 3, accept: CENTERED, confidence: "N" }),
  row("annexTitle", "II.1.2", 14, usage, bold, capitals, centered, { after: 3 }),
  row("annexAttachment", "II.1.2", 14, usage, italic, centered, { after: 3 }),
  row("annexRule", USAGE, 14, usage, centered, { after: 12 }),
  row("tableHead", USAGE, 12, cell, bold),
  row("tableColumnNumber", USAGE, 11, cell, italic),
  row("tableBody", USAGE, 12, cell, { align: "left", accept: { size: { min: 11, max: 13 } } }),
  row("footnote", USAGE, 11, usage, { align: "justify" }),
];
