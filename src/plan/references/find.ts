/** References to parts of a document in a text: pure, before anything is resolved. */

/** One part that is named: unit and values, "điểm" with 2.2 and 2.7. */
export interface Part {
  readonly unit: Unit;
  /** As printed, without brackets; both ends where `range`. */
  readonly values: readonly string[];
  readonly range?: true;
}

export type Unit = "phần" | "chương" | "mục" | "tiểu mục" | "điều" | "khoản" | "điểm" | "tiết";

/** A chain of parts, "điểm a khoản 2 Điều 3", sorted from the outermost to the innermost. */
export interface FoundReference {
  readonly printed: string;
  readonly parts: readonly Part[];
  readonly start: number;
  readonly end: number;
}

export interface FoundAnnex {
  readonly printed: string;
  /** Numbers as printed, "1", "II"; none of an annex without number. */
  readonly numbers: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Papers that a text says it brings along. */
export interface FoundPromise {
  readonly printed: string;
  /** What is promised: "đề cương", "biểu mẫu", "bảng". */
  readonly papers: readonly string[];
  readonly start: number;
  readonly end: number;
}

const UNITS: readonly Unit[] = ["phần", "chương", "mục", "tiểu mục", "điều", "khoản", "điểm", "tiết"];
const anyCase = (unit: string): string => `[${unit[0]}${unit[0]?.toUpperCase()}]${unit.slice(1)}`;
const UNIT = `(?:${[...UNITS]
  .sort((one, other) => other.length - one.length)
  .map(anyCase)
  .join("|")})`;
/** Numbers, numerals, single letters; what is counted or measured is no part: "khoản 500 triệu", "điểm 8 lớp". */
const NUMERAL =
  "\\d{1,3}(?:\\.\\d{1,3})*(?![\\d%])(?!\\s*(?:triệu|tỷ|tỉ|đồng|nghìn|ngàn|điểm|năm|tháng|ngày|lần|quý|tuần|%))";
const VALUE = `(?:${NUMERAL}|[IVX]+(?![\\p{L}\\d])|[a-zđ](?![\\p{L}\\d])|thứ\\s+(?:nhất|hai|ba|tư|năm|sáu))\\)?`;
const MORE = `(?:\\s*,\\s*(?:và\\s+)?|\\s+(?:và|hoặc)\\s+|\\s*;\\s*(?=\\d+\\.\\d))`;
const TO = "\\s*(?:-|–|đến)\\s*";
const LIST = `${VALUE}(?:(?:${MORE}|${TO}(?:${UNIT}\\s+)?)${VALUE})*`;
const ONE = `(?:các\\s+|từ\\s+|những\\s+)?${UNIT}\\s+${LIST}`;
const CHAIN = new RegExp(`(?<![\\p{L}\\d])${ONE}(?:\\s*,?\\s*(?:của\\s+|thuộc\\s+|tại\\s+)?${UNIT}\\s+${LIST})*`, "gu");
const EACH = new RegExp(`(${UNIT})\\s+(${LIST})`, "gu");
const TO_UNIT = new RegExp(`(${UNIT}\\s+${VALUE})${TO}${UNIT}\\s+`, "gu");

/** A single letter after "điều", "phần" or "mục" is a word: "phần a", never "Điều a". */
const bare = (value: string): string => value.replace(/\)$/u, "").trim();

function partsOf(printed: string): Part[] {
  // "điểm 2.1 đến điểm 2.4" is one range of one unit
  const joined = printed.replace(TO_UNIT, "$1 - ");
  const parts: Part[] = [];
  for (const match of joined.matchAll(EACH)) {
    const unit = (match[1] ?? "").toLowerCase() as Unit;
    const list = match[2] ?? "";
    const ends = new RegExp(`^(${VALUE})${TO}(${VALUE})$`, "u").exec(list.trim());
    if (ends !== null) parts.push({ unit, values: [bare(ends[1] ?? ""), bare(ends[2] ?? "")], range: true });
    else parts.push({ unit, values: list.split(new RegExp(`${MORE}|${TO}`, "u")).map(bare) });
  }
  return parts;
}

/**
 * Finds references to points, khoản, articles and headings.
 *
 * @param text the text of a paragraph, its runs joined
 */
export function findReferences(text: string): readonly FoundReference[] {
  const found: FoundReference[] = [];
  for (const match of text
    .normalize("NFC")
    .replace(/\u00a0/gu, " ")
    .matchAll(CHAIN)) {
    const printed = match[0].replace(/^(?:các|từ|những)\s+/u, "");
    const parts = partsOf(printed);
    const order = (part: Part): number => UNITS.indexOf(part.unit);
    // a later chain may begin without a break: "điểm 2.6, khoản 3" is one, "điểm 2.6, điểm 2.7" two
    const groups = split(parts);
    const start = match.index + match[0].length - printed.length;
    for (const group of groups)
      found.push({
        printed,
        parts: [...group].sort((one, other) => order(one) - order(other)),
        start,
        end: match.index + match[0].length,
      });
  }
  return found;
}

/** A unit that comes again begins another reference; "điểm a khoản 1, điểm b khoản 2" are two. */
function split(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last === undefined || last.some(({ unit }) => unit === part.unit)) groups.push([part]);
    else last.push(part);
  }
  return groups;
}

const ANNEX_NUMBER = "(?:\\d{1,2}|[IVX]+|[A-Z])(?![\\p{L}\\d])";
const ANNEX = new RegExp(
  `(?<![\\p{L}\\d])(?:[Pp]hụ lục|PHỤ LỤC)(?:\\s+(?:số\\s+)?(${ANNEX_NUMBER}(?:\\s*(?:,|và|-|đến)\\s*(?:[Pp]hụ lục\\s+)?${ANNEX_NUMBER})*))?`,
  "gu",
);

/** Finds what names annexes: "Phụ lục 1", "các Phụ lục I, II", "phụ lục kèm theo". */
export function findAnnexes(text: string): readonly FoundAnnex[] {
  return [...text.matchAll(ANNEX)].map((match) => {
    const list = match[1] ?? "";
    const numbers = list === "" ? [] : list.split(/\s*(?:,|và|-|đến)\s*/u).map((one) => one.replace(/^.*\s/u, ""));
    return { printed: match[0], numbers, start: match.index, end: match.index + match[0].length };
  });
}

/** Papers that are annexes when they come along; a dossier is a file of its own. */
const PAPER =
  "(?:đề cương|biểu mẫu|mẫu biểu|biểu|bảng|danh sách|danh mục|phụ lục|mẫu|phiếu|sơ đồ|bản đồ|dự toán|lịch|chương trình chi tiết)";
const PAPER_ANY = new RegExp(PAPER, "giu");
/** "(có đề cương và biểu mẫu kèm theo)", "danh sách kèm theo". */
const BEFORE = new RegExp(
  `(?:\\(\\s*)?(?:(?:có|theo|gồm|gửi)\\s+)?(?<![\\p{L}])((?:\\d{1,2}\\s+)?${PAPER}(?:[^.;:()]{0,80}?)?)\\s+(?:được\\s+)?(?:gửi\\s+)?(?:kèm theo|đính kèm)(?!\\s+(?:Luật|Nghị|Thông tư))`,
  "giu",
);
/** "(Kèm theo Bảng phân bổ chỉ tiêu …)", "kèm theo Phụ lục". */
const AFTER = new RegExp(`(?:kèm theo|đính kèm)\\s+(?:\\d{1,2}\\s+)?(${PAPER}(?![\\p{L}])[^.;:()]{0,60})`, "giu");

/** Finds papers that a text says it brings along. */
export function findPromises(text: string): readonly FoundPromise[] {
  const found: FoundPromise[] = [];
  for (const pattern of [BEFORE, AFTER]) {
    for (const match of text.matchAll(pattern)) {
      const words = match[1] ?? "";
      const papers = [...words.matchAll(PAPER_ANY)].map(([paper]) => paper.toLowerCase());
      const end = match.index + match[0].length;
      if (found.some((other) => match.index < other.end && other.start < end)) continue;
      found.push({
        printed: match[0].replace(/^\(\s*/u, "").trim(),
        papers: [...new Set(papers)],
        start: match.index,
        end,
      });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}
