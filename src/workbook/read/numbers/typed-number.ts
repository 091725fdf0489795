/** Numbers that arrive as text: what people type, or paste from Word, into a cell that should hold a number. */
import { cleanTyped } from "./clean-text.js";
import { parseDigits } from "./digits.js";

/** What is to be told to the desk about a number that could be read. */
export type Remark =
  /** "-", "không có": read as 0. */
  | "none"
  /** "12 người": read as 12. */
  | "unit"
  /** "1,234.5", "1.5": English signs. */
  | "english";

/** Why a text gives no number. */
export type Unreadable =
  /** "1,234": thousands or decimals. */
  | "ambiguous"
  /** "12/15", "12 (3)": more than one number. */
  | "several"
  /** "khoảng 12", ">10". */
  | "approximate"
  /** "1,2 nghìn", "3 chục". */
  | "multiplier"
  /** "12%" where people or things are counted. */
  | "percent"
  /** "x": does not apply. */
  | "notApplicable"
  /** "…", "chưa rõ", "?". */
  | "unknown"
  /** "O5", "l2": letters that look like digits. */
  | "lookalike"
  | "text";

export type TypedNumber =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: number; readonly remark?: Remark }
  | {
      readonly kind: "unreadable";
      readonly why: Unreadable /** What it may mean. */;
      readonly readings?: readonly number[];
    };

export interface NumberContext {
  /** `whole`: people and things, so "1.234" can only be thousands. */
  readonly number: "whole" | "decimal";
  /** Unit of counting: "người", "%". */
  readonly unit?: string;
}

/** Words for nothing. "Không" is an answer; a blank is none. */
const NONE = /^(?:[-–—]{1,3}|(?:không|ko|chưa)(?: có| phát sinh| có phát sinh)?|0 có)[.]?$/iu;
const NOT_APPLICABLE = /^(?:x|×|không áp dụng|n\/a)[.]?$/iu;
const UNKNOWN =
  /^(?:[.…?]+|(?:không|chưa) (?:rõ|biết|nắm được|thống kê(?: được)?|có số liệu)|đang (?:tổng hợp|rà soát|cập nhật))[.]?$/iu;
const APPROXIMATE = /^(?:khoảng|chừng|độ|trên|dưới|hơn|gần|ước|[~≈<>≤≥±])/iu;
const LOOKALIKE = /^(?=.*\d)[\dOoIl|.,]+$/u;

/** A number with its sign, and what follows it. */
const PARTS = /^([+-]?)(\d(?:[\d.,' ]*\d)?)[.,;]?(?: ?([^\d]*))$/u;

/** Words that change the number they stand behind. */
const MULTIPLIER = /^(?:chục|tá|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|k|tr|n)(?![\p{L}])/iu;

/** A unit of counting: words only, and not a remark about parts. */
const UNIT = /^[\p{L}%][\p{L}%./ ]{0,29}$/u;
const SENTENCE = /(?:^| )(?:và|hoặc|trong đó|gồm|hay|đến|tới|so với|tăng|giảm|thiếu|dư|chưa|không)(?: |$)/iu;

/**
 * Reads a typed text as a number. Vietnamese signs are meant: "." between thousands, "," before decimals; what may as well
 * be the English ones is not guessed at.
 */
export function parseTypedNumber(typed: string, context: NumberContext): TypedNumber {
  const text = cleanTyped(typed).replace(/^'+ ?/u, "");
  if (text === "") return { kind: "blank" };
  if (NONE.test(text)) return { kind: "number", value: 0, remark: "none" };
  if (NOT_APPLICABLE.test(text)) return { kind: "unreadable", why: "notApplicable" };
  if (UNKNOWN.test(text)) return { kind: "unreadable", why: "unknown" };
  if (APPROXIMATE.test(text)) return { kind: "unreadable", why: "approximate" };
  const parts = PARTS.exec(text);
  if (parts === null) return { kind: "unreadable", why: whyNot(text) };
  const [, sign = "", digits = "", rest = ""] = parts;
  const trouble = troubleWith(rest.trim(), context);
  if (trouble !== undefined) return { kind: "unreadable", why: trouble };
  return signed(parseDigits(digits, context.number), sign === "-", unitRemark(rest.trim(), context));
}

function whyNot(text: string): Unreadable {
  if (LOOKALIKE.test(text)) return "lookalike";
  return /\d\D+\d/u.test(text) ? "several" : "text";
}

/** What follows the number may be its unit, and nothing else. */
function troubleWith(rest: string, context: NumberContext): Unreadable | undefined {
  if (rest === "") return undefined;
  if (MULTIPLIER.test(rest)) return "multiplier";
  if (rest.startsWith("%")) return rest === "%" && context.unit === "%" ? undefined : "percent";
  return UNIT.test(rest) && !SENTENCE.test(rest) && !NOT_APPLICABLE.test(rest) ? undefined : "text";
}

function unitRemark(rest: string, context: NumberContext): Remark | undefined {
  return rest === "" || (rest === "%" && context.unit === "%") ? undefined : "unit";
}

function signed(parsed: TypedNumber, negative: boolean, remark: Remark | undefined): TypedNumber {
  if (parsed.kind === "blank") return parsed;
  if (parsed.kind === "unreadable") {
    const { readings, why } = parsed;
    return readings === undefined
      ? { kind: "unreadable", why }
      : { kind: "unreadable", why, readings: readings.map((reading) => (negative ? -reading : reading)) };
  }
  // Not "-0".
  const value = negative && parsed.value !== 0 ? -parsed.value : parsed.value;
  const said = parsed.remark ?? remark;
  return said === undefined ? { kind: "number", value } : { kind: "number", value, remark: said };
}
