/** Số và ký hiệu in the header of a paper (HD05 3.2.2; NĐ30 PL.I II.3). */
import type { Family } from "../../../model/document.js";
import type { DocumentNumber } from "../../../model/head.js";
import { chooseNorm } from "../../../norms/choose.js";
import { printSymbol } from "../../../norms/number-print.js";
import { type NumberFault, parsePrintedNumber } from "../../../norms/number-read.js";
import { textOf } from "../../../norms/parts.js";

/** A number as a paper prints it. */
export interface PrintedNumber {
  /** As typed: `Số: 12/BC-UBND`. */
  readonly printed: string;
  /** Without the word "Số", tidied: `12-BC/ĐU`; with "…" while it waits for its number. */
  readonly symbol: string;
  /** Without `sequence` it has not been entered in the register yet. */
  readonly number: DocumentNumber;
  /** Whose signs it is written with: `12-BC/ĐU` the Party's, `12/BC-UBND` the State's. */
  readonly family: Family;
  readonly faults: readonly NumberFault[];
}

/** "Số", the sequence or its blank, a sign, codes; behind a tab the line may go on with place and date. */
const NUMBER =
  /^([Ss][Ốố]\s*[.:]?)\s*([\dO.…_\s]*?)\s*([-/–—])\s*(\p{Lu}[\p{L}\d]*(?:\s*[-/–—]\s*[\p{L}\d]+)*|\d{4}\/\p{Lu}[\p{L}\d]*(?:\s*[-–—]\s*[\p{L}\d]+)*)/u;

/** What offices leave for a number that is to come: points, an ellipsis, underscores. */
const BLANK = /^[.…_\s]*$/u;

/** A number of a family as it is cited, "…" for a sequence that waits. */
export const symbolOf = (number: DocumentNumber, family: Family): string =>
  textOf(printSymbol(number, undefined, chooseNorm({ family })));

/** The number that a line begins with, and what is left of the line. */
export function readNumberLine(line: string): { readonly number: PrintedNumber; readonly rest: string } | undefined {
  const match = NUMBER.exec(line);
  if (match === null) return undefined;
  const [printed, prefix = "", digits = "", sign = "", codes = ""] = match;
  const family = sign === "/" ? "state" : "party";
  const norm = chooseNorm({ family });
  const sequence = BLANK.test(digits) ? "" : digits;
  const word = /:/u.test(prefix) ? "Số: " : "Số ";
  const { number, faults } = parsePrintedNumber(`${word}${sequence}${sign}${codes}`, norm);
  if (number === undefined) return undefined;
  return {
    number: { printed, symbol: symbolOf(number, family), number, family, faults },
    rest: line.slice(printed.length).trim(),
  };
}
