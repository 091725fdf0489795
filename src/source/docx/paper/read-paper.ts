/** What a Word text says of the paper that it is: number, date, signer; by position and by the norms' patterns. */
import type { Family } from "../../../model/document.js";
import { foldTone } from "../../../norms/tone.js";
import { documentTypes } from "../../../norms/types.js";
import type { DocxText } from "../text.js";
import { type PrintedDate, readDateLine } from "./date-line.js";
import { type PaperLine, paperLines } from "./lines.js";
import { type PrintedNumber, readNumberLine } from "./number-line.js";
import { type PaperSignature, readSignature } from "./signature.js";

export interface PrintedPaper {
  /** By its national title; absent for other organisations, and where the header has none. */
  readonly family?: Family;
  /** Slug of the type that it is headed with: `bao-cao`. */
  readonly type?: string;
  readonly number?: PrintedNumber;
  readonly date?: PrintedDate;
  readonly signature?: PaperSignature;
}

/** A header is not longer, in lines; text boxes come out of their order. */
const HEAD_LINES = 40;
/** A longer line is text of the body. */
const LONGEST_HEAD_LINE = 200;

const TITLES: readonly (readonly [Family, string])[] = [
  ["party", foldTone("Đảng Cộng sản Việt Nam")],
  ["state", foldTone("Cộng hoà xã hội chủ nghĩa Việt Nam")],
];
const TYPES = [...documentTypes("party"), ...documentTypes("state")].filter(({ letter }) => letter !== true);

/** Lines up to the body. */
function headOf(lines: readonly PaperLine[]): readonly string[] {
  const end = lines.findIndex(({ text }) => text.length > LONGEST_HEAD_LINE);
  return lines.slice(0, end < 0 ? HEAD_LINES : Math.min(end, HEAD_LINES)).map(({ text }) => text);
}

function familyOf(head: readonly string[]): Family | undefined {
  for (const line of head) {
    if (line !== line.toLocaleUpperCase("vi")) continue;
    const found = TITLES.find(([, title]) => foldTone(line).includes(title));
    if (found !== undefined) return found[0];
  }
  return undefined;
}

/** The first line in capitals that is the name of a type, or begins with it and goes on in small letters. */
function typeOf(head: readonly string[]): string | undefined {
  for (const line of head) {
    const capitals = /^[\p{Lu}\s]{4,}(?=$|[\s:])/u.exec(line)?.[0];
    const folded = capitals === undefined ? "" : foldTone(capitals);
    const type = TYPES.find(({ name }) => folded === foldTone(name) || folded.startsWith(`${foldTone(name)} `));
    if (type !== undefined) return type.slug;
  }
  return undefined;
}

/** Reads header and signature of a paper. What is not there is absent; nothing is guessed. */
export function readPrintedPaper({ blocks }: DocxText): PrintedPaper {
  const lines = paperLines(blocks);
  const head = headOf(lines);
  let number: PrintedNumber | undefined;
  let date: PrintedDate | undefined;
  for (const line of head) {
    const numbered = number === undefined ? readNumberLine(line) : undefined;
    number ??= numbered?.number;
    date ??= readDateLine(numbered?.rest ?? line);
  }
  const family = familyOf(head);
  const type = typeOf(head);
  const signature = readSignature(lines);
  return {
    ...(family === undefined ? {} : { family }),
    ...(type === undefined ? {} : { type }),
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    ...(signature === undefined ? {} : { signature }),
  };
}
