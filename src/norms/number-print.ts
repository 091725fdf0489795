import type { DocumentNumber } from "../model/head.js";
import type { Norm } from "./norm.js";
import { type PrintedPart, slot, words } from "./parts.js";
import type { DocumentType } from "./types.js";

/**
 * The type code that a norm prints. The layout norm owns the codes (HD05 3.1.2.a, HD36 1.3.1.b, NĐ30 PL.III mục I):
 * Quy định is QĐ, QĐi or QyĐ.
 *
 * @param type the type of document
 * @param norm the layout norm
 * @returns undefined where no norm gives a code
 */
export function typeCode(type: DocumentType, norm: Norm): string | undefined {
  return norm.number.codesByType[type.slug]?.use ?? type.code;
}

/**
 * All codes that a norm tolerates for a type.
 *
 * @param type the type of document
 * @param norm the layout norm
 * @returns an empty list where no norm gives a code: whatever is typed is not judged
 */
export function acceptedTypeCodes(type: DocumentType, norm: Norm): readonly string[] {
  return norm.number.codesByType[type.slug]?.accept ?? (type.code === undefined ? [] : [type.code]);
}

/**
 * A sequence number as printed: below ten with a leading zero (HD05 3.2.2, NĐ30 PL.I II.3.c).
 *
 * @param sequence at least 1
 */
export function padSequence(sequence: number): string {
  return String(sequence).padStart(2, "0");
}

/**
 * Số và ký hiệu as the header prints it: `Số 05-HD/VPTW`, `Số: 12/KH-UBND`, of a State công văn `Số: 05/BNV-VP`.
 *
 * @param number its sequence is absent while the document waits for it
 * @param type gives the type code where the number has none; undefined for an unknown type
 * @param norm the layout norm
 */
export function printNumber(
  number: DocumentNumber,
  type: DocumentType | undefined,
  norm: Norm,
): readonly PrintedPart[] {
  return [words(norm.number.prefix), ...printSymbol(number, type, norm)];
}

/**
 * Số và ký hiệu as cited inside a sentence, after the word "số".
 *
 * @param number its sequence is absent while the document waits for it
 * @param type gives the type code where the number has none
 * @param norm the layout norm
 */
export function printSymbol(
  number: DocumentNumber,
  type: DocumentType | undefined,
  norm: Norm,
): readonly PrintedPart[] {
  const { afterSequence, betweenCodes, letterShowsType } = norm.number;
  const shown = type?.letter === true && !letterShowsType ? undefined : codeOf(number, type, norm);
  // Units of one body and bodies of a joint document stand behind a hyphen in both families.
  const body = [number.bodyCode, number.unitCode].filter((code) => code !== undefined).join("-");
  const symbol = [shown, body].filter((code) => code !== undefined && code !== "").join(betweenCodes);
  const sequence = number.sequence === undefined ? undefined : padSequence(number.sequence);
  return [slot("sequence", sequence), words(`${afterSequence}${symbol}`)];
}

function codeOf(number: DocumentNumber, type: DocumentType | undefined, norm: Norm): string | undefined {
  return number.typeCode ?? (type && typeCode(type, norm));
}
