import type { Family } from "../../../model/document.js";
import type { DocumentNumber } from "../../../model/head.js";

/** The codes of a document number, without the sequence. */
export type SymbolCodes = Omit<DocumentNumber, "sequence">;

/** What a symbol reads as, or how it should have been written. */
export type SymbolReading =
  | { readonly kind: "symbol"; readonly symbol: SymbolCodes }
  | { readonly kind: "numbered"; readonly sequence: number; readonly symbol: string }
  | { readonly kind: "form"; readonly suggestion: string };

/** What decides how a symbol is divided. */
export interface SymbolContext {
  readonly family: Family;
  /** A công văn: of the State it shows the drafting unit and no type. */
  readonly letter: boolean;
}

/** A code, or what a starting draft leaves open in brackets: preflight asks for it. */
const CODE = "(?:[\\p{L}\\p{N}.]+|\\[[^\\]\\n]+\\])";
const CODES = `${CODE}(?:-${CODE})*`;
/** Party: `KH/TU`, joint `QC/BTCTU-BNCTU`; the type code may be left to the norm. */
const PARTY = new RegExp(`^(?:(${CODES})/(${CODES})|(${CODE}))$`, "u");
/** State: `KH-UBND`, joint `TTLT-BNV-BTC`; công văn `BNV-VP`. */
const STATE = new RegExp(`^(?:(${CODE})-(${CODES})|(${CODE}))$`, "u");

/** A number at the head of what should be one of its parts: `12/KH/ĐUK`, `Số 12-KH/TU`. */
const NUMBERED = /^(?:số)?\s*:?\s*0*(\d{1,6})\s*[-/]\s*(\S.*)$/iu;

/**
 * Reads số and ký hiệu typed in one: recognised so that the message can part them.
 *
 * @param text e.g. `12/KH/ĐUK`, `Số: 15/QĐ-UBND`
 * @returns undefined when there is no number in it
 */
export function splitNumber(
  text: string,
  context: SymbolContext,
): { readonly sequence: number; readonly symbol: string } | undefined {
  const match = NUMBERED.exec(text);
  const sequence = Number(match?.[1]);
  if (match?.[2] === undefined || sequence < 1) return undefined;
  return { sequence, symbol: suggest(match[2], context) };
}

/**
 * Reads ký hiệu.
 *
 * @param text e.g. `KH/TU` (Party), `KH-UBND` (State), `BNV-VP` (State công văn)
 */
export function readSymbol(text: string, context: SymbolContext): SymbolReading {
  const numbered = splitNumber(text, context);
  if (numbered !== undefined) return { kind: "numbered", ...numbered };
  const match = (context.family === "party" ? PARTY : STATE).exec(text);
  if (match === null) return { kind: "form", suggestion: suggest(text, context) };
  const [, first = "", second = "", only] = match;
  if (only !== undefined) return { kind: "symbol", symbol: { bodyCode: only } };
  const letter = context.family === "state" && context.letter;
  return {
    kind: "symbol",
    symbol: letter ? { bodyCode: first, unitCode: second } : { typeCode: first, bodyCode: second },
  };
}

/**
 * Writes ký hiệu as `readSymbol` reads it.
 *
 * @param symbol its unit code counts for the State only
 */
export function printSymbol({ typeCode, bodyCode, unitCode }: SymbolCodes, family: Family): string {
  if (family === "party") return typeCode === undefined ? bodyCode : `${typeCode}/${bodyCode}`;
  return [typeCode, bodyCode, unitCode].filter((code) => code !== undefined).join("-");
}

/** The same codes with the family's own signs; an example when no codes are to be seen. */
function suggest(text: string, { family, letter }: SymbolContext): string {
  const codes = text.match(new RegExp(CODE, "gu")) ?? [];
  if (codes.length < 2) return family === "party" ? "KH/TU" : letter ? "BNV-VP" : "KH-UBND";
  const [first, ...others] = codes;
  return `${first}${family === "party" ? "/" : "-"}${others.join("-")}`;
}
