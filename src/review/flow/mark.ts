/** The number, letter or dash that opens a paragraph. It is compared apart: renumbering is no changed figure. */

/** By form: parts and articles, `I-`, `1.`, `2.1.`, `(1)`, `a)`, `(i)`, `-`. */
const MARKS: readonly RegExp[] = [
  /^(?:phần|chương|mục|tiểu mục|điều|phụ lục)\s+(?:thứ\s+\p{L}+|[IVXLC]+|\d{1,3})(?:\s*[.:–-](?=\s|$)|(?=\s|$))/iu,
  /^[IVXLC]{1,6}(?:\s*[-–./)])(?=\s|$)/u,
  /^\d{1,2}(?:\.\d{1,2}){0,3}[.)/:-](?=\s)/u,
  /^\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)/u,
  /^\((?:\d{1,2}|[a-zđ]|[ivx]{1,5})\)(?=\s)/u,
  /^[a-zđ][.)](?=\s)/u,
  /^[-–+*•](?=\s)/u,
];

export interface MarkedText {
  /** Without blanks. */
  readonly mark: string;
  /** Where the text begins after it. */
  readonly from: number;
}

/** The mark that a text begins with; empty when there is none. */
export function readMark(text: string): MarkedText {
  for (const pattern of MARKS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const rest = text.slice(match[0].length);
    return { mark: match[0].replace(/\s+/gu, " "), from: text.length - rest.trimStart().length };
  }
  return { mark: "", from: 0 };
}

/** Whether a mark numbers a heading rather than a point of a list. */
export const marksHeading = (mark: string): boolean => /^(?:\p{L}{2,}\s|[IVXLC]+\s*[-–./)]|\d)/iu.test(mark);
