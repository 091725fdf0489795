import type { NormId } from "../model/document.js";
import type { Confidence } from "./norm.js";
import { foldTone } from "./tone.js";

/** An administrative level and how a norm lets it be shortened before a place name. */
export interface PlaceLevel {
  readonly name: string;
  readonly abbreviations: readonly string[];
  /** Norms in whose time the level existed. */
  readonly norms: readonly NormId[];
}

const ALL: readonly NormId[] = ["hd05", "hd36", "nd30"];
const BEFORE_2025: readonly NormId[] = ["hd36", "nd30"];

/** HD05 4.2.3 (TP, ĐK); HD36 1.4.2 (TP, TX, TT; sample "Q. Lê Chân"). */
export const PLACE_LEVELS: readonly PlaceLevel[] = [
  { name: "Thành phố", abbreviations: ["TP"], norms: ALL },
  { name: "Tỉnh", abbreviations: [], norms: ALL },
  { name: "Phường", abbreviations: [], norms: ALL },
  { name: "Xã", abbreviations: [], norms: ALL },
  { name: "Đặc khu", abbreviations: ["ĐK"], norms: ["hd05", "nd30"] },
  { name: "Quận", abbreviations: ["Q"], norms: BEFORE_2025 },
  { name: "Huyện", abbreviations: [], norms: BEFORE_2025 },
  { name: "Thị xã", abbreviations: ["TX"], norms: BEFORE_2025 },
  { name: "Thị trấn", abbreviations: ["TT"], norms: BEFORE_2025 },
];

/** Why a place name needs its level before it. */
export type PrefixReason = "person" | "oneSyllable" | "provinceNamesake" | "number" | "districtNamesake" | "event";

/** When a norm wants the level before the name. */
export interface PrefixRule {
  readonly reason: PrefixReason;
  readonly norm: NormId;
  readonly sample: string;
  readonly confidence: Confidence;
  /** The name alone shows the case; otherwise a list of names is needed. */
  readonly evident: boolean;
}

/** HD05 4.1.1.c, HD36 1.4.1.a, NĐ30 PL.I II.4.a. */
export const PREFIX_RULES: readonly PrefixRule[] = [
  { reason: "person", norm: "hd05", sample: "Phường Ngô Quyền", confidence: "N", evident: false },
  { reason: "oneSyllable", norm: "hd05", sample: "Thành phố Huế", confidence: "N", evident: true },
  { reason: "provinceNamesake", norm: "hd05", sample: "Phường Phú Thọ", confidence: "N", evident: false },
  { reason: "number", norm: "hd05", sample: "Phường 7", confidence: "I", evident: true },
  { reason: "person", norm: "hd36", sample: "Phường Lê Đại Hành", confidence: "N", evident: false },
  { reason: "oneSyllable", norm: "hd36", sample: "Phường Bưởi", confidence: "N", evident: true },
  { reason: "number", norm: "hd36", sample: "Quận 1", confidence: "N", evident: true },
  { reason: "provinceNamesake", norm: "hd36", sample: "Thành phố Hoà Bình", confidence: "N", evident: false },
  { reason: "districtNamesake", norm: "hd36", sample: "Thị trấn Chợ Mới", confidence: "N", evident: false },
  { reason: "person", norm: "nd30", sample: "Phường Lê Lợi", confidence: "N", evident: false },
  { reason: "number", norm: "nd30", sample: "Quận 1", confidence: "N", evident: true },
  { reason: "event", norm: "nd30", sample: "Phường Điện Biên Phủ", confidence: "N", evident: false },
];

/** A place as printed, taken apart. */
export interface PlaceName {
  readonly level?: PlaceLevel;
  readonly name: string;
}

/**
 * Takes a place name apart: `TP. Hồ Chí Minh`, `Phường Ngô Quyền`, `Sông Kim`.
 *
 * @param place as printed before the date
 */
export function readPlace(place: string): PlaceName {
  const text = place.normalize("NFC").trim();
  for (const level of PLACE_LEVELS) {
    for (const form of [level.name, ...level.abbreviations]) {
      const rest = afterLevel(text, form, level.abbreviations.includes(form));
      if (rest !== undefined) return { level, name: rest };
    }
  }
  return { name: text };
}

function afterLevel(text: string, form: string, short: boolean): string | undefined {
  const head = text.slice(0, form.length);
  const rest = text.slice(form.length);
  const matches = short ? head === form && /^\.?\s*\S/u.test(rest) && /^[.\s]/u.test(rest) : sameWord(head, form, rest);
  return matches ? rest.replace(/^\.?\s*/u, "") : undefined;
}

function sameWord(head: string, form: string, rest: string): boolean {
  return foldTone(head) === foldTone(form) && /^\s+\S/u.test(rest);
}

/**
 * The rule that wants a level before this place, as far as the name alone shows it; that a name is a person's
 * or a province's takes a list of names.
 *
 * @param place as printed before the date
 * @param norm the layout norm
 * @returns undefined when a level stands there already, or no evident rule applies
 */
export function missingLevel(place: string, norm: NormId): PrefixRule | undefined {
  const { level, name } = readPlace(place);
  if (level !== undefined || name === "") return undefined;
  const reason: PrefixReason | undefined = /^\d+$/u.test(name)
    ? "number"
    : /^[\p{L}\p{M}']+$/u.test(name)
      ? "oneSyllable"
      : undefined;
  return PREFIX_RULES.find((rule) => rule.norm === norm && rule.evident && rule.reason === reason);
}
