/** The first reader of Word files: headings, paragraphs and tables of a báo cáo, and their place in its đề cương. */
export { type MatchedReport, type MatchedSection, matchOutline, type UnplacedText } from "./match-outline.js";
export { DOCX_LIMITS, type DocxLimits } from "./open-package.js";
export { type PrintedNumber, readNumberLine, symbolOf } from "./paper/number-line.js";
export { type PrintedPaper, readPrintedPaper } from "./paper/read-paper.js";
export { readDocx } from "./read-docx.js";
export type { DocxBlock, DocxFault, DocxParagraph, DocxSpan, DocxTable, DocxText, TrackedChanges } from "./text.js";
