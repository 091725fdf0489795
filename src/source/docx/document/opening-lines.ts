/** By what lines of an opening are known: those of the header, of the trích yếu, of Kính gửi. */
import { isOperative } from "../../draft/body/annexes.js";
import { findMark } from "../../draft/body/marks.js";
import { isCapital, isRule } from "../../printed/line.js";
import { readTitle } from "../../printed/title.js";
import type { FormattedBlock, FormattedParagraph } from "../formatted/formatted-text.js";
import { type DocxLine, isHeaderLine, linesOf } from "./lines.js";

/** Kính gửi, as the first words of a line. */
export const ADDRESSED = /^Kính\s+(?:gửi|trình|chuyển)\b/iu;
/** A legal basis, as the first words of a paragraph. */
export const LEGAL = /^[-–]?\s*căn cứ/iu;
/** A longer paragraph is text of the body. */
const LONGEST_HEAD = 200;
const LONGEST_SUBJECT = 400;
const LONGEST_ADDRESSEE = 120;
/** Text that is set in so far is no paragraph of a body, pt. */
const FAR = 100;
const STANDS_IN_HEAD =
  /^(?:v\/v|về việc|\*$|\(?dự thảo|công văn đến|đến\s*(?:số|ngày)?\s*:|\d{1,6}$|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$)/iu;

/** The words of a paragraph, its lines as one. */
export const textOf = (paragraph: FormattedParagraph): string =>
  linesOf(paragraph, false)
    .map(({ text }) => text)
    .join(" ")
    .trim();

/** Lines that have words. */
export const worded = (lines: readonly DocxLine[]): DocxLine[] => lines.filter(({ text }) => text !== "");

/** Whether nothing can be seen of a paragraph. */
export const isEmpty = (block: FormattedBlock): boolean =>
  block.kind === "paragraph" && block.boxes.length === 0 && textOf(block) === "";

/** Lines of a paragraph of the header, those of its text boxes with them. */
export function headLines(block: FormattedParagraph): DocxLine[] {
  return [...linesOf(block, true), ...block.boxes.flatMap((box) => linesOf(box, false))];
}

/** Whether a block is of the header. */
export function belongsToHead(block: FormattedBlock, all: readonly DocxLine[]): boolean {
  const lines = worded(all);
  if (lines.some(({ text }) => /^Nơi nhận\s*:?/iu.test(text))) return false;
  if (block.kind === "table") return lines.some(isHeaderLine);
  const [first] = lines;
  if (first === undefined || first.text.length > LONGEST_HEAD) return false;
  if (readTitle(first.text) !== undefined && lines.every(({ side }) => side === undefined)) return false;
  if (lines.some(isHeaderLine)) return true;
  const marked = first.text !== "*" && findMark(first.text, true) !== undefined;
  if (marked || ADDRESSED.test(first.text)) return false;
  return lines.every(({ text }) => isCapital(text) || isRule(text) || STANDS_IN_HEAD.test(text));
}

/** Whether a paragraph is of the trích yếu below a title. */
export function isSubject(paragraph: FormattedParagraph, first: DocxLine, before: readonly DocxLine[]): boolean {
  const text = textOf(paragraph);
  const last = before.at(-1);
  if (text.length > LONGEST_SUBJECT || ADDRESSED.test(text) || findMark(text, true) || isOperative(text)) return false;
  if (isCapital(text) && before.length > 0 && !/^CỦA /iu.test(text)) return false;
  const { align } = paragraph.look;
  if (last === undefined) return align === "center" || first.bold === true || !/[.:;]$/u.test(text);
  return align === "center" && last.paragraph.look.align === "center" && !LEGAL.test(text);
}

/** Whether a paragraph goes on with those to whom a document is addressed. */
export function continuesAddressees(next: FormattedParagraph, lines: readonly DocxLine[]): boolean {
  const text = textOf(next);
  const last = lines.at(-1)?.text ?? "";
  if (/^[-–+]\s*\S/u.test(text)) return lines.length > 1 || /:$/u.test(last) || /^[-–+]/u.test(last);
  if (findMark(text, false) !== undefined || text.length > LONGEST_HEAD) return false;
  // lines below "Kính gửi:" without dashes: indented or centred, and never a sentence
  const apart = next.look.align === "center" || next.look.left > 20;
  if (!apart || text.length > LONGEST_ADDRESSEE) return false;
  if (/,$/u.test(last)) return true;
  return /[:;]$/u.test(last) && (!/[.]$/u.test(text) || next.look.left > FAR);
}
