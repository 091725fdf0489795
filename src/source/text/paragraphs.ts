/** Paragraphs of a text that somebody typed or a scan gave: lines between blank lines, and what joins and parts them. */
import { findMark } from "../draft/body/marks.js";
import { isBlank, type SourceLine } from "../draft/text/lines.js";
import { isCapital, type Side } from "../printed/line.js";

/** A line, and on which side of a page of two columns it stands, where that is known. */
export interface TextLine extends SourceLine {
  readonly side?: Side;
  /** It goes on with no other line, nor another with it. */
  readonly apart?: true;
}

export type Lines = readonly TextLine[];

/** The words of a line without signs of Markdown. */
export const bare = (text: string): string =>
  text
    .replace(/^#+\s*/u, "")
    .replace(/\\([*_#])/gu, "$1")
    .replace(/\*+|<\/?(?:b|i|u|sup)>/giu, "")
    .replace(/\s+/gu, " ")
    .trim();

/** Longer than any line of a page, in characters. */
const LONG_LINE = 160;
/** Shorter than most full lines of a page. */
export const FULL_LINE = 50;
/**
 * Whether each line is a paragraph, as programs save the text of a document: behind most long lines the next follows
 * directly, no blank line parts them, and there are few lines that a page's margin ended.
 */
export function hasLineForParagraph(lines: Lines): boolean {
  let [followed, parted, wrapped] = [0, 0, 0];
  lines.forEach((line, index) => {
    const text = bare(line.text);
    const alone = isBlank(lines[index + 1]?.text ?? "");
    if (text.length > LONG_LINE) {
      if (alone) parted += 1;
      else followed += 1;
    } else if (text.length > FULL_LINE && !alone && !/[.:;,]$/u.test(text)) wrapped += 1;
  });
  return followed > parted && followed * 2 > wrapped;
}

/**
 * Lines divided at blank ones; a line that begins with `#` stands alone.
 *
 * @param each every line is a paragraph
 */
export function readParagraphs(lines: Lines, each: boolean): Lines[] {
  const paragraphs: TextLine[][] = [[]];
  for (const line of lines) {
    const alone = each || /^#+\s/u.test(line.text);
    if (isBlank(line.text) || alone) paragraphs.push([]);
    if (isBlank(line.text)) continue;
    paragraphs.at(-1)?.push(line);
    if (alone) paragraphs.push([]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** Whether a paragraph ends as sentences and items end. */
export const ENDS = /[.:;!?…}\])”"]\**$|(?:\.\/\.)\**$/u;
/** Whether a line begins with a mark, a dash or a heading sign, so that it goes on with nothing. */
const BEGINS = /^(?:[*_]{0,3})(?:#|[-+*]\s|\(?[ivxIVX]{1,5}[.)-]|\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]|[a-zđ]\)|<sup>)/u;

const lastText = (lines: Lines): string => (lines.at(-1)?.text ?? "").trimEnd();

/** Whether the second paragraph is the rest of the first, cut where a page ended: no end, and a small letter or digit next. */
export function goesOn(first: Lines, second: Lines): boolean {
  const next = second[0]?.text.trimStart() ?? "";
  if (first.at(-1)?.apart || second[0]?.apart) return false;
  // rows of a table end as they like
  if (lastText(first).endsWith("|")) return false;
  return !ENDS.test(lastText(first)) && !BEGINS.test(next) && /^[\p{Ll}\d]/u.test(next);
}

/** Whether a page's end cut a sentence between two lines: the first has no end, and the second opens nothing. */
export function cutMidway(before: string, next: string): boolean {
  const [first, second] = [before.trim(), next.trim()];
  if ((ENDS.test(first) && !(/[;:,]$/u.test(first) && /^\p{Ll}/u.test(second))) || BEGINS.test(second)) return false;
  if (isCapital(bare(first)) || isCapital(bare(second))) return false;
  return !findMark(bare(second), true) && /^[\p{L}\d“"(]/u.test(bare(second));
}

/** Most words in a line of a note written by hand, and fewest lines that such a note has. */
const HAND_WORDS = 4;
const HAND_LINES = 3;

/**
 * A routing note that a leader wrote beside the text: several very short lines, no sentence. It never belongs to the
 * text.
 */
export function isHandwritten(paragraph: Lines): boolean {
  const texts = paragraph.map(({ text }) => bare(text).replace(/^-\s*/u, ""));
  return (
    texts.length >= HAND_LINES &&
    texts.every(
      (text) =>
        (text.split(" ").length <= HAND_WORDS && !/[.;:]$/u.test(text.replace(/\d:$/u, ""))) ||
        /^\p{Lu}+ ?\p{Lu}*:/u.test(text),
    )
  );
}

/** A heading glued to the heading or point that follows it: `I. MỤC ĐÍCH**1. Mục đích**`. */
const GLUED = /^(#*\s*[IVX]{1,5}[.-]\s*[^*\p{Ll}]{4,}?)(\*\*\d{1,2}\..*)$/u;

/** Parts a line at a heading that was glued to the next. */
export function partGlued(line: SourceLine): SourceLine[] {
  const glued = GLUED.exec(line.text);
  if (glued === null) return [line];
  const [, heading = "", rest = ""] = glued;
  return [
    { ...line, text: heading },
    { ...line, text: "" },
    { ...line, text: rest },
  ];
}

/** The text of a footnote at a page's foot: `<sup>(1)</sup> Thực hiện theo …`. */
const NOTE = /^<sup>\(?(\d{1,3})\)?<\/sup>\s*(.*)$/u;

/** A footnote, with the label that its mark bears. */
export interface FootNote {
  readonly label: string;
  readonly lines: Lines;
}

/** Reads a paragraph as a footnote. */
export function readFootNote([first, ...others]: Lines): FootNote | undefined {
  const found = first === undefined ? null : NOTE.exec(first.text);
  if (first === undefined || found === null) return undefined;
  return { label: found[1] ?? "", lines: [{ ...first, text: found[2] ?? "" }, ...others] };
}
