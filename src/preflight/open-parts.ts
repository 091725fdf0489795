/** What an author still has to fill in: preflight refuses it, a draft shows it highlighted. */
import type { Document } from "../model/document.js";

/**
 * Template braces, words in square brackets, rows of dots, "xx" (norms C14).
 * A number in square brackets is a reference and a single "…" may be meant.
 */
const PLACEHOLDER = new RegExp(
  [
    /\{\{[^}]*\}?\}?/u,
    /\[\s*\]/u,
    /\[(?=[^\]]*\p{L})[^\]]*\]/u,
    /\.{4,}|…{2,}|…\.{2,}/u,
    /(?<![\p{L}\p{N}])[xX]{2,}(?:\/[xX]{2,})*(?![\p{L}\p{N}])(?=[/\s]|$)/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gu",
);
/** Form fields of dots belong to papers that are filled in by hand. */
const FILLED_BY_HAND: ReadonlySet<string> = new Set([
  "giay-gioi-thieu",
  "giay-di-duong",
  "giay-nghi-phep",
  "phieu-gui",
  "phieu-chuyen",
]);

/** Papers that are filled in by hand have no open parts. */
export const isFilledByHand = ({ type }: Pick<Document, "type">): boolean => FILLED_BY_HAND.has(type);

/** An open part of a text, by its offsets. */
export interface OpenPart {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The open parts of a text.
 *
 * @param literals words in square brackets that are meant so
 */
export const openParts = (text: string, literals?: ReadonlySet<string>): readonly OpenPart[] =>
  [...text.matchAll(PLACEHOLDER)]
    .filter(([found]) => !literals?.has(found))
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length, text: found }));
