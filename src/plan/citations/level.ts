import type { CitedLevel } from "../../model/citation.js";

const UNITS = "[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Tt]iểu mục|[Cc]hương|[Pp]hần|[Pp]hụ lục|[Tt]iết";
const VALUE = "(?:\\d+(?:\\.\\d+)*|[IVX]+|[a-zđ])(?![\\p{L}\\d])\\)?";
const LIST = `${VALUE}(?:\\s*(?:,|và|-)\\s*${VALUE})*`;
const ONE = `(?:các\\s+)?(?:${UNITS})\\s+(?:số\\s+)?${LIST}`;
const CHAIN = `${ONE}(?:\\s*,?\\s+(?:của\\s+|thuộc\\s+)?${ONE})*`;
const BEFORE = new RegExp(
  `(${CHAIN})\\s*,?\\s*(?:của\\s+|thuộc\\s+|tại\\s+|trong\\s+|ban hành kèm theo\\s+|kèm theo\\s+)?$`,
  "u",
);
const AFTER = new RegExp(`^\\s*[,(]\\s*(?:tại\\s+)?(${CHAIN})`, "u");
const EACH = new RegExp(`(${UNITS})\\s+(?:số\\s+)?(${LIST})`, "gu");

const ORDER = ["phụ lục", "phần", "chương", "mục", "tiểu mục", "điều", "khoản", "điểm", "tiết"];

const levels = (chain: string): CitedLevel[] =>
  [...chain.matchAll(EACH)]
    .map(([, unit = "", value = ""]) => ({ unit: unit.toLowerCase(), value: value.trim() }))
    .sort((one, other) => ORDER.indexOf(one.unit) - ORDER.indexOf(other.unit))
    .map(({ unit, value }) => ({ unit: unit === "điều" ? "Điều" : unit, value }));

export interface LevelReading {
  readonly level: CitedLevel[];
  readonly start: number;
  readonly end: number;
}

/** Parts of a cited document, named before it: "Khoản 3, Điều 4, Quy định số …". */
export function levelBefore(text: string, start: number): LevelReading | undefined {
  const from = Math.max(0, start - 120);
  const match = BEFORE.exec(text.slice(from, start));
  if (match === null) return undefined;
  return { level: levels(match[1] ?? ""), start: from + match.index, end: start };
}

/** Parts named behind it: "Nghị định số 30/2020/NĐ-CP, Phụ lục I"; a bracket may hold them. */
export function levelAfter(text: string, end: number): LevelReading | undefined {
  const match = AFTER.exec(text.slice(end, end + 120));
  if (match === null) return undefined;
  return { level: levels(match[1] ?? ""), start: end, end: end + match[0].length };
}
