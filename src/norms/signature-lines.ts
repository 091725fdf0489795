import { HD05 } from "./hd05.js";
import { ND30 } from "./nd30.js";
import type { Component, Norm } from "./norm.js";
import { foldTone } from "./tone.js";

/** The component that a line above the signer's name is. */
export type SignatureLineComponent = Extract<Component, "authority" | "position" | "directPosition" | "concurrently">;

export type AuthorityMeaning = Norm["authority"]["marks"][number]["meaning"];

/** An authority mark and what stands behind it. */
export interface AuthorityLine {
  readonly mark: string;
  readonly meaning: AuthorityMeaning;
  /** The authority in capitals: "BAN THƯỜNG VỤ". */
  readonly of: string;
}

/**
 * Reads the authority mark at the head of a signature line: `T/M BAN THƯỜNG VỤ`, `TM. ỦY BAN NHÂN DÂN`.
 *
 * @param line as printed
 * @param norm the layout norm, whose marks alone are known
 * @returns undefined for a line without such a mark
 */
export function readAuthority(line: string, norm: Norm): AuthorityLine | undefined {
  return readMark(line, norm.authority.marks);
}

const CONCURRENTLY = foldTone("kiêm");

/** Both families' marks: a mark of the wrong family is a finding, but its line still has an authority's look. */
const ALL_MARKS = [...HD05.authority.marks, ...ND30.authority.marks];

function readMark(line: string, marks: Norm["authority"]["marks"]): AuthorityLine | undefined {
  const text = line.trim();
  for (const { mark, meaning } of marks) {
    const of = text.startsWith(mark) ? text.slice(mark.length) : undefined;
    if (of !== undefined && /^\s+\S/u.test(of)) return { mark, meaning, of: of.trim() };
  }
  return undefined;
}

/**
 * Tells the lines above a signature apart, so that each gets its look (HD05 PL2.7, 7.1.4; NĐ30 II.7.đ):
 * a line with an authority mark is the authority, what follows it a position; without any mark the lines are the
 * position of one who signs directly, also around "kiêm" and in minutes.
 * `Q.` behind another authority belongs to the position.
 *
 * @param lines as printed, top to bottom
 * @param norm the layout norm
 * @returns one component for each line
 */
export function classifySignatureLines(lines: readonly string[], norm: Norm): readonly SignatureLineComponent[] {
  const known = [...norm.authority.marks, ...ALL_MARKS];
  const marks = lines.map((line) => readMark(line, known));
  const first = marks.findIndex((mark) => mark !== undefined);
  return lines.map((line, index) => {
    if (isConcurrently(line)) return "concurrently";
    const mark = marks[index];
    if (mark !== undefined && (mark.meaning !== "acting" || index === first)) return "authority";
    if (isAside(line)) return "position";
    const beside = [lines[index - 1], lines[index + 1]].some((other) => other !== undefined && isConcurrently(other));
    return beside || first === -1 || index < first ? "directPosition" : "position";
  });
}

function isConcurrently(line: string): boolean {
  return foldTone(line) === CONCURRENTLY;
}

/** `(Ký, đóng dấu)`: words about the signature, not a title. */
function isAside(line: string): boolean {
  return /^\(.*\)$/u.test(line.trim()) && line !== line.toUpperCase();
}
