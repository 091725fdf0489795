import type { Position } from "./position.js";

/** Something that was taken out of a line: `length` characters that stood before `at` in what is left. */
export interface Cut {
  readonly at: number;
  readonly length: number;
}

/** A line of the draft as far as it counts, and where it stands. */
export interface SourceLine {
  readonly text: string;
  /** Its number in the draft, counted from 1. */
  readonly number: number;
  readonly cuts?: readonly Cut[];
}

/** Divides a text at its line ends, those of Windows and old Macs included. */
export function splitLines(text: string): SourceLine[] {
  return text.split(/\r\n|\n|\r/u).map((line, index) => ({ text: line, number: index + 1 }));
}

/** The place of a character of a line. */
export function positionIn(line: SourceLine, index: number): Position {
  let column = index + 1;
  for (const cut of line.cuts ?? []) if (cut.at <= index) column += cut.length;
  return { line: line.number, column };
}

/** The line without its characters from `from` up to `to`. */
export function cutLine(line: SourceLine, from: number, to: number): SourceLine {
  if (from === to) return line;
  return {
    text: line.text.slice(0, from) + line.text.slice(to),
    number: line.number,
    // A later cut moves with the text, so the cuts stay in terms of what is left.
    cuts: [
      ...(line.cuts ?? []).map((cut) => (cut.at > from ? { ...cut, at: Math.max(from, cut.at - (to - from)) } : cut)),
      { at: from, length: to - from },
    ],
  };
}

/** Nothing but blanks. */
export function isBlank(text: string): boolean {
  return !/\S/u.test(text);
}

/** The index of the first character that is neither blank nor tab. */
export function indentOf(text: string): number {
  let index = 0;
  while (text[index] === " " || text[index] === "\t") index += 1;
  return index;
}

/** Without blanks and tabs at both ends. Unlike `trim` it keeps no-break spaces, which are typed on purpose. */
export function trimBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === " " || text[end - 1] === "\t")) end -= 1;
  return text.slice(indentOf(text.slice(0, end)), end);
}

/** The line without blanks and tabs at both ends. */
export function trimLine(line: SourceLine): SourceLine {
  const start = cutLine(line, 0, indentOf(line.text));
  return cutLine(start, trimBlanks(start.text).length, start.text.length);
}
