import type { Inline, Inlines } from "../../../model/inline.js";
import type { Mark } from "../../../model/mark.js";
import { cutLine, type SourceLine, trimLine } from "../text/lines.js";
import type { InlineContext } from "./inline-context.js";
import { readInlines } from "./inlines.js";
import { findMark, type TypedMark, wordsStart } from "./marks.js";
import { Passage } from "./passage.js";
import { lookOf } from "./runs.js";

/** A paragraph or heading as read: its mark and its inlines. */
export interface Opened {
  readonly mark?: Mark;
  readonly inlines: Inlines;
  /** A backslash at the beginning says that the words are only words. */
  readonly plain: boolean;
}

/**
 * Reads a paragraph or a heading with the mark that opens it.
 *
 * @param lines its lines, at least one
 * @param heading decides which marks count
 */
export function readOpened(lines: readonly SourceLine[], heading: boolean, context: InlineContext): Opened {
  const [first, ...others] = lines.map(trimLine);
  if (first === undefined) return { inlines: [], plain: false };
  const start = wordsStart(first.text);
  const plain = first.text[start] === "\\";
  const typed = plain ? undefined : findMark(first.text, heading);
  const closing = /[^\s*\\](\**)$/u.exec((others.at(-1) ?? first).text)?.[1];
  const opening = typed ? keepStar(oneBlank(first, typed), typed, closing ?? "") : withoutBackslash(first);
  const passage = new Passage([opening, ...others.map(withoutBackslash)]);
  const inlines = readInlines(passage, context);
  return { ...(typed ? takeMark(inlines, typed) : { inlines }), plain };
}

/**
 * A backslash before a letter or digit at the beginning of a line makes a mark plain; Markdown knows it only before
 * punctuation and would print it.
 */
export function withoutBackslash(line: SourceLine): SourceLine {
  const start = wordsStart(line.text);
  return /^\\[\p{L}\p{N}]/u.test(line.text.slice(start, start + 3)) ? cutLine(line, start, start + 1) : line;
}

/** The line with one blank behind the mark, however many were typed. */
function oneBlank(line: SourceLine, mark: TypedMark): SourceLine {
  return mark.end - mark.blank > 1 ? cutLine(line, mark.blank + 1, mark.end) : line;
}

/**
 * A star mark is no emphasis: Markdown must not pair it with a star that follows. Behind stars, as in
 * `** Thời gian: quý I.*`, it is a mark where as many stars close the paragraph; `** Thời gian**` is a slip.
 *
 * @param closing the stars at the end of the paragraph
 */
function keepStar(line: SourceLine, mark: TypedMark, closing: string): SourceLine {
  const { text, cuts = [] } = line;
  const before = text.slice(0, mark.start);
  if (mark.form !== "star" || (/[*_]/u.test(before) && before !== closing)) return line;
  const escaped = `${before}\\${text.slice(mark.start)}`;
  // The backslash is not in the draft, so what follows stands one column further left there.
  return { ...line, text: escaped, cuts: [...cuts, { at: mark.start, length: -1 }] };
}

/**
 * Parts the mark from the inlines that begin with it.
 *
 * @param inlines they do not begin with the mark where what looked like emphasis before it was none
 */
function takeMark(inlines: Inlines, typed: TypedMark): Pick<Opened, "mark" | "inlines"> {
  const [first, second, ...others] = inlines;
  if (first?.kind !== "text" || !first.text.startsWith(typed.text)) return { inlines };
  const rest = first.text.slice(typed.text.length);
  const mark: Mark = { form: typed.form, text: typed.text, ...lookOf(first) };
  if (rest !== "")
    return startsBlank(rest) ? { mark, inlines: withText(first, rest.slice(1), inlines.slice(1)) } : { inlines };
  if (second === undefined) return { mark, inlines: [] };
  if (second.kind !== "text" || !startsBlank(second.text)) return { inlines };
  return { mark, inlines: withText(second, second.text.slice(1), others) };
}

function startsBlank(text: string): boolean {
  return /^[ \u00A0]/u.test(text);
}

function withText(run: Inline & { kind: "text" }, text: string, others: readonly Inline[]): Inline[] {
  return text === "" ? [...others] : [{ ...run, text }, ...others];
}
