/** Where paragraphs begin in a text whose lines end at the page's margin, with or without blank lines between them. */
import { isOperative } from "../draft/body/annexes.js";
import { findMark } from "../draft/body/marks.js";
import { isBlank, type SourceLine } from "../draft/text/lines.js";
import { isCapital, isRule } from "../printed/line.js";
import { isCompetence } from "../printed/signature-column.js";
import { readTitle } from "../printed/title.js";
import { opensAnnex } from "./annexes.js";
import { opensClosing } from "./columns.js";
import { bare, ENDS, FULL_LINE, isHandwritten, type Lines } from "./paragraphs.js";

/** Blanks by which a first line is set in, and more than which a line is centred. */
const INDENT = 2;
const CENTRED = 14;
/** Shares of lines that stand at the margin and set in where a text shows its paragraphs by indents. */
const AT_MARGIN = 0.15;
const SET_IN = 0.1;
/** Of the widest lines so much is taken as the width: some lines run on. */
const WIDEST = 0.9;
/** Of fewer lines the widest is taken; a longer one is no line of a page. */
const FEW = 30;
const LONGEST_LINE = 120;
/**
 * A line ends by itself when the next word would have found room on it: with a stop behind it at once, without one only
 * where plainly much room is left, for letters differ in width.
 */
const ROOM_BEHIND_STOP = 0.94;
const ROOM = 0.8;
const ROOM_BEHIND_COMMA = 0.6;

/** Of the long lines so many end with a stop where each is a paragraph. */
const WHOLE = 0.7;

const OPENS = /^(?:Căn cứ|Xét đề nghị|Theo đề nghị|Kính gửi|Kính trình|Nơi nhận)(?![\p{L}\p{M}])/u;
const BASIS = /^[-–]?\s*(?:Căn cứ|Xét đề nghị|Theo đề nghị)(?![\p{L}\p{M}])/u;

const indentOf = ({ text }: SourceLine): number => Math.max(0, text.search(/\S/u));
const lengthOf = ({ text }: SourceLine): number => bare(text).length;

/** What the lines of a text show of its page. */
export interface Page {
  /** Of a full line, in characters. */
  readonly width: number;
  /** Blanks before the lines of a paragraph, where its first is set in further; undefined where none are. */
  readonly margin?: number;
  /** Nearly every long line ends a sentence: no margin ended them, each is a paragraph. */
  readonly whole: boolean;
}

/** What lines show; blank ones tell nothing. */
export function readPage(all: Lines): Page {
  const lines = all.filter(({ text }) => !isBlank(text));
  const lengths = lines
    .map(lengthOf)
    .filter((length) => length <= LONGEST_LINE)
    .sort((one, other) => one - other);
  const widest = lengths.length < FEW ? 1 : WIDEST;
  const width = lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * widest))] ?? 0;
  const indents = lines.map(indentOf).filter((indent) => indent <= CENTRED);
  const margin = indents.reduce((least, indent) => Math.min(least, indent), CENTRED);
  const at = indents.filter((indent) => indent < margin + INDENT).length;
  const setIn = indents.length - at;
  const shows = at >= AT_MARGIN * lines.length && setIn >= SET_IN * lines.length;
  const long = lines.map(({ text }) => bare(text)).filter((text) => text.length > FULL_LINE);
  const whole = long.filter((text) => /[.:;]$/u.test(text)).length >= WHOLE * long.length;
  return shows ? { width, margin, whole } : { width, whole };
}

/** Whether a line goes on with the paragraph before it: it stands at the margin of a text that sets first lines in. */
export function isAtMargin(line: SourceLine, { margin }: Page): boolean {
  const text = bare(line.text);
  return (
    margin !== undefined && indentOf(line) < margin + INDENT && findMark(text, true) === undefined && !isCapital(text)
  );
}

/** Whether a line is a title, a heading or another line that never goes on with the one above. */
function opens(line: SourceLine, before: SourceLine): boolean {
  const [text, last] = [bare(line.text), bare(before.text)];
  if (isRule(text) || isRule(last)) return true;
  const mark = findMark(text, true);
  if (mark !== undefined) {
    // a dash or a number may be the rest of a range or a date that the margin cut
    const cut =
      mark.form === "dash"
        ? /^-\s*\d/u.test(text) && /\d$/u.test(last)
        : /(?:số|ngày|tháng|điều|khoản|mục)$/iu.test(last);
    return !cut;
  }
  if (OPENS.test(text)) return !BASIS.test(text) || ENDS.test(last) || /,$/u.test(last) || isCapital(last);
  if (isOperative(text) || opensAnnex([line])) return true;
  if (isCompetence(text)) return !isCapital(last);
  if (readTitle(text) !== undefined && isCapital(text)) return true;
  return opensClosing(line);
}

/** Whether a heading in capitals, or a label, ends with its line. */
function closes(before: SourceLine, line: SourceLine): boolean {
  const [last, text] = [bare(before.text), bare(line.text)];
  if (readTitle(last) !== undefined && isCapital(last)) return true;
  if (/^[IVX]{1,5}\s*[.-]\s*\S/u.test(last) && isCapital(last)) return !isCapital(text);
  // an abbreviation may fill the rest of a line, a row of words in capitals is one by itself
  return isCapital(last) !== isCapital(text) && [last, text].some((one) => isCapital(one) && one.split(" ").length > 2);
}

/** A code or a range that the margin cut behind its hyphen: "34-" and "NQ/TU". */
const CUT = /[\p{Lu}\p{N}]-$/u;

/** A paragraph whose codes are whole again. */
function joinCodes(lines: Lines): Lines {
  const joined: SourceLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const text = line.text.trim();
    if (last === undefined) joined.push(line);
    else if (CUT.test(last.text.trimEnd()) && /^[\p{Lu}\p{N}]/u.test(text))
      joined[joined.length - 1] = { ...last, text: last.text.trimEnd() + text };
    // what looks like a mark and opens nothing must not open a point of the draft
    else if (findMark(text, false) !== undefined)
      joined[joined.length - 1] = { ...last, text: `${last.text.trimEnd()} ${text}` };
    else joined.push(line);
  }
  return joined;
}

function begins(line: SourceLine, before: SourceLine, paragraph: Lines, page: Page): boolean {
  if (opens(line, before) || closes(before, line)) return true;
  const [text, last] = [bare(line.text), bare(before.text)];
  if (!/^[\p{Lu}“"(]/u.test(text) || (isCapital(text) && isCapital(last))) return false;
  const { width, margin } = page;
  if (/;$/u.test(last) && BASIS.test(bare(paragraph[0]?.text ?? ""))) return true;
  if (page.whole && /[.:;]$/u.test(last)) return true;
  const room = last.length + 1 + (text.split(" ")[0]?.length ?? 0);
  const indent = indentOf(line);
  if (margin !== undefined) {
    if (indent <= CENTRED && indentOf(before) <= CENTRED) {
      const further = indent >= margin + INDENT;
      // below a line that is set in, and at the margin: the rest of it
      if (!further) return room <= ROOM_BEHIND_COMMA * width && ENDS.test(last);
      // whole paragraphs may be set in, as lists are
      if (indentOf(before) >= margin + INDENT && paragraph.length > 1) return room <= ROOM * width;
      return true;
    }
    if (indent <= CENTRED) return true;
  }
  if (/,$/u.test(last)) return BASIS.test(bare(paragraph[0]?.text ?? "")) && room <= ROOM_BEHIND_COMMA * width;
  return room <= (ENDS.test(last) ? ROOM_BEHIND_STOP : ROOM) * width;
}

const isTable = (paragraph: Lines): boolean => paragraph.every(({ text }) => text.trimStart().startsWith("|"));

/**
 * Parts the paragraphs of a text where lines begin new ones: points, headings, lines that are set in, and lines behind
 * one that ended before the margin. Notes by hand stay as they are.
 *
 * @param paragraphs between blank lines
 */
export function partParagraphs(paragraphs: readonly Lines[]): readonly Lines[] {
  const page = readPage(paragraphs.filter((paragraph) => !isTable(paragraph)).flat());
  return paragraphs.flatMap((paragraph): readonly Lines[] => {
    if (paragraph.length < 2 || isTable(paragraph) || isHandwritten(paragraph)) return [paragraph];
    const parts: SourceLine[][] = [];
    for (const line of paragraph) {
      const last = parts.at(-1);
      const before = last?.at(-1);
      if (last === undefined || before === undefined || begins(line, before, last, page)) parts.push([line]);
      else last.push(line);
    }
    return parts.map(joinCodes);
  });
}
