import type { DocumentNumber } from "../model/head.js";
import type { Norm } from "./norm.js";
import { acceptedTypeCodes, typeCode } from "./number-print.js";
import { type DocumentType, documentTypes } from "./types.js";

/** What is wrong with a printed số và ký hiệu. */
export type NumberFault =
  /** The word "Số" is missing. */
  | "prefix"
  /** A colon after "Số" in a Party document, none in a State document. */
  | "colon"
  /** A blank inside, `01 - BC/CB`, or none after a Party document's "Số". */
  | "blanks"
  /** A dash where the hyphen is due. */
  | "dash"
  /** A letter that only looks right: Ð for Đ, Latin O for zero, Cyrillic. */
  | "lookalike"
  /** `5-HD/VPTW`. */
  | "unpadded"
  /** `005-HD/VPTW`. */
  | "overPadded"
  /** Signs or order of the other kind: `12/KH-ĐU` of the Party, `12-KH/UBND` of the State. */
  | "signs"
  /** `12/2026/QĐ-UBND`, the form of legal normative documents. */
  | "year"
  /** `05/CV-BNV`: a State công văn shows no type code. */
  | "letterType"
  /** A code is missing. */
  | "codeMissing"
  /** A code in small letters or with other signs in it. */
  | "codeForm"
  /** No number at all; the only fault then. */
  | "unreadable";

export interface NumberReading {
  /** What the text means, as far as it can be read; without `sequence` it waits for its number. */
  readonly number?: DocumentNumber;
  /** None for a correct text. */
  readonly faults: readonly NumberFault[];
}

/** Letters that are taken for Vietnamese capitals: eth, African D, Cyrillic and Greek capitals of Latin shape. */
const LOOKALIKES: { readonly [letter: string]: string } = {
  Ð: "Đ",
  Ɖ: "Đ",
  ...Object.fromEntries([..."АВЕКМНОРСТУХІЅЈ"].map((letter, index) => [letter, "ABEKMHOPCTYXISJ"[index] ?? letter])),
  ...Object.fromEntries([..."ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"].map((letter, index) => [letter, "ABEZHIKMNOPTYX"[index] ?? letter])),
};

const UNREADABLE: NumberReading = { faults: ["unreadable"] };

const TYPE_CODE = /^\p{Lu}[\p{Lu}\p{Ll}]*$/u;
const BODY_CODE = /^\p{Lu}[\p{Lu}0-9]*(?:-\p{Lu}[\p{Lu}0-9]*)*$/u;
const STATE_BODY_CODE = /^[\p{L}0-9]+(?:-[\p{L}0-9]+)*$/u;

/**
 * Reads a printed số và ký hiệu and names what departs from the norm (HD05 3.2.2; NĐ30 PL.I II.3).
 *
 * @param text e.g. "Số 05-HD/VPTW", "Số: 12/KH-UBND"
 * @param norm the layout norm
 * @param type the document's type where it is known: it tells the type code of a State number from a body code
 */
export function parsePrintedNumber(text: string, norm: Norm, type?: DocumentType): NumberReading {
  const faults = new Set<NumberFault>();
  const symbol = readPrefix(text.normalize("NFC").trim(), norm, faults);
  const plain = straighten(symbol, faults);
  const match = /^([.…_]*|\d+)([-/])(.+)$/u.exec(plain) ?? swapped(plain, faults);
  if (match === null) return UNREADABLE;
  const [, digits = "", sign, codes = ""] = match;
  const sequence = readSequence(digits, faults);
  if (sequence === 0) return UNREADABLE;
  if (sign !== norm.number.afterSequence) faults.add("signs");
  const number = norm.family === "party" ? readParty(codes, faults) : readState(codes, type, norm, faults);
  if (number === undefined) return UNREADABLE;
  return { number: sequence === undefined ? number : { sequence, ...number }, faults: [...faults] };
}

/** What stands before the sequence: exactly "Số ", or "Số:" with one blank or none (the State's norm has no word on it). */
function readPrefix(text: string, norm: Norm, faults: Set<NumberFault>): string {
  const match = /^Số(\s*)(:?)(\s*)(.*)$/su.exec(text);
  if (match === null) {
    faults.add("prefix");
    return text;
  }
  const [, before = "", colon = "", after = "", symbol = ""] = match;
  if ((colon === ":") !== norm.number.prefix.includes(":")) faults.add("colon");
  const blanks = colon === "" ? before === " " : before === "" && (after === "" || after === " ");
  if (!blanks) faults.add("blanks");
  return symbol;
}

/** Removes blanks, dashes and look-alike letters, which are faults that do not hide the meaning. */
function straighten(symbol: string, faults: Set<NumberFault>): string {
  if (/\s/u.test(symbol)) faults.add("blanks");
  const joined = symbol.replace(/\s/gu, "");
  const hyphened = joined.replace(/[\u2010-\u2015\u2212]/gu, "-");
  if (hyphened !== joined) faults.add("dash");
  const latin = hyphened
    .replace(/[\u00D0\u0189\u0370-\u03FF\u0400-\u04FF]/gu, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/^[O0-9]*\d[O0-9]*(?=[-/])|^O\d*(?=[-/])/u, (digits) => digits.replaceAll("O", "0"));
  if (latin !== hyphened) faults.add("lookalike");
  return latin;
}

/** `KH12/ĐU`: the type stands before the number. */
function swapped(symbol: string, faults: Set<NumberFault>): RegExpExecArray | null {
  const match = /^(\p{L}+)-?(\d+)([-/])(.+)$/u.exec(symbol);
  if (match === null) return null;
  faults.add("signs");
  const [, code, digits, sign, rest] = match;
  return /^(\d+)([-/])(.+)$/u.exec(`${digits}${sign}${code}${sign === "-" ? "/" : "-"}${rest}`);
}

/** The sequence, undefined while it waits, 0 when there is none to read. */
function readSequence(digits: string, faults: Set<NumberFault>): number | undefined {
  if (/^[.…_]*$/u.test(digits)) return undefined;
  const sequence = Number(digits);
  if (!Number.isSafeInteger(sequence)) return 0;
  if (sequence < 10 && digits.length < 2) faults.add("unpadded");
  if (digits.length > Math.max(2, String(sequence).length)) faults.add("overPadded");
  return sequence;
}

function readParty(codes: string, faults: Set<NumberFault>): DocumentNumber | undefined {
  const groups = codes.split(/[-/]/u);
  const [first = "", ...rest] = groups;
  if (groups.includes("")) return undefined;
  if (rest.length === 0) {
    faults.add("codeMissing");
    return { bodyCode: first };
  }
  const bodyCode = rest.join("-");
  if (codes !== `${first}/${bodyCode}`) faults.add("signs");
  if (!TYPE_CODE.test(first) || !BODY_CODE.test(bodyCode)) faults.add("codeForm");
  return { typeCode: first, bodyCode };
}

function readState(
  codes: string,
  type: DocumentType | undefined,
  norm: Norm,
  faults: Set<NumberFault>,
): DocumentNumber | undefined {
  const year = /^\d{4}\/(.+)$/u.exec(codes);
  if (year !== null) faults.add("year");
  const symbol = year?.[1] ?? codes;
  if (symbol.includes("/")) faults.add("signs");
  const groups = symbol.split(/[-/]/u);
  if (groups.includes("")) return undefined;
  if (!STATE_BODY_CODE.test(groups.join("-"))) faults.add("codeForm");
  if (groups.length < 2) faults.add("codeMissing");
  if (groups[0] === "CV" && type?.letter !== false) {
    faults.add("letterType");
    groups.shift();
  }
  const [first, ...rest] = groups;
  if (first === undefined) return undefined;
  const typed = rest.length > 0 && (type === undefined ? isTypeCode(first, norm) : !type.letter);
  if (typed) return { typeCode: first, bodyCode: rest.join("-") };
  return rest.length === 0 ? { bodyCode: first } : { bodyCode: first, unitCode: rest.join("-") };
}

function isTypeCode(code: string, norm: Norm): boolean {
  return documentTypes(norm.family).some((type) => typeCode(type, norm) === code);
}

/**
 * Whether the type code of a number fits the type that is printed (HD05 3.1.2.a).
 *
 * @param number a number that was read
 * @param type the document's type
 * @param norm the layout norm
 * @returns true also where no norm gives a code, so that nothing can be judged
 */
export function typeCodeFits(number: DocumentNumber, type: DocumentType, norm: Norm): boolean {
  if (type.letter && !norm.number.letterShowsType) return number.typeCode === undefined;
  const codes = acceptedTypeCodes(type, norm);
  return codes.length === 0 || (number.typeCode !== undefined && codes.includes(number.typeCode));
}
