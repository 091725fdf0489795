import type { MarkForm } from "../../../model/mark.js";

/** How the mark of a form looks. */
interface MarkRule {
  readonly form: MarkForm;
  readonly pattern: string;
  /** The mark opens a heading only: a sentence may well begin with these words. */
  readonly headingOnly?: true;
}

/** I to XLIX. Not L, C, D, M alone: "C. Mác" begins with a name. */
const ROMAN = "(?=[IVX])(?:XL|X{0,3})(?:IX|IV|V?I{0,3})";
const SMALL_ROMAN = ROMAN.toLowerCase();
const NUMBER = "\\d{1,2}";
const BLANK = "[ \\u00A0]";
const ORDINAL = `thứ${BLANK}(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:${BLANK}\\p{Ll}+)?)`;

/** The forms of marks, a longer one before the one that it begins with. */
const RULES: readonly MarkRule[] = [
  { form: "part", pattern: `(?:Phần|PHẦN)${BLANK}(?:${ROMAN}|${NUMBER}|${ORDINAL})[.:]?`, headingOnly: true },
  { form: "chapter", pattern: `(?:Chương|CHƯƠNG)${BLANK}(?:${ROMAN}|${NUMBER})[.:]?`, headingOnly: true },
  { form: "section", pattern: `(?:Mục|MỤC)${BLANK}(?:${ROMAN}|${NUMBER})[.:]?`, headingOnly: true },
  { form: "subsection", pattern: `(?:Tiểu mục|TIỂU MỤC)${BLANK}(?:${ROMAN}|${NUMBER})[.:]?`, headingOnly: true },
  { form: "article", pattern: `(?:Điều|ĐIỀU)${BLANK}\\d{1,3}[a-zđ]?\\.` },
  { form: "number3", pattern: `${NUMBER}\\.${NUMBER}\\.${NUMBER}\\.` },
  { form: "number2", pattern: `${NUMBER}\\.${NUMBER}\\.` },
  { form: "number", pattern: `${NUMBER}\\.` },
  { form: "roman", pattern: `${ROMAN}[.\\-]` },
  { form: "bracketNumber", pattern: `\\(${NUMBER}\\)` },
  { form: "bracketRoman", pattern: `\\(${SMALL_ROMAN}\\)` },
  { form: "letter", pattern: "[a-zđăâêôơư]\\)" },
  { form: "dash", pattern: "-" },
  { form: "plus", pattern: "\\+" },
  { form: "star", pattern: "\\*" },
];

/** Signs of emphasis that may stand before a mark, and behind it: a bounded number, so that a row of stars costs nothing. */
const OPENING = "(?:[*_]|<(?:b|i|u|sup)>){0,8}";
const CLOSING = "(?:[*_]|</(?:b|i|u|sup)>){0,8}";

function compile(rules: readonly MarkRule[]): RegExp {
  const forms = rules.map(({ form, pattern }) => `(?<${form}>${pattern})`).join("|");
  return new RegExp(`^(?<opening>${OPENING})(?:${forms})(?<closing>${CLOSING})(?<blank>[ \\t]+|\\u00A0|$)`, "u");
}

const IN_HEADING = compile(RULES);
const IN_PARAGRAPH = compile(RULES.filter((rule) => rule.headingOnly !== true));
const FORMS = RULES.map((rule) => rule.form);

/** A mark at the beginning of a line as typed. */
export interface TypedMark {
  readonly form: MarkForm;
  readonly text: string;
  /** Where the mark begins: behind the signs of emphasis. */
  readonly start: number;
  /** Where the blank behind the mark begins and ends. */
  readonly blank: number;
  readonly end: number;
}

/**
 * Finds the mark that a line begins with.
 *
 * @param line a line as typed in the draft, without blanks before it
 * @param heading whether the line is a heading, where the marks of parts, chapters and sections count too
 */
export function findMark(line: string, heading: boolean): TypedMark | undefined {
  const match = (heading ? IN_HEADING : IN_PARAGRAPH).exec(line);
  const groups = match?.groups;
  if (match === null || groups === undefined) return undefined;
  const form = FORMS.find((candidate) => groups[candidate] !== undefined);
  const text = form && groups[form];
  if (form === undefined || text === undefined) return undefined;
  const end = match[0].length;
  return { form, text, start: groups.opening?.length ?? 0, blank: end - (groups.blank?.length ?? 0), end };
}

/** The forms whose heading has its name on the line below the mark. */
export const NAMED_FORMS: readonly MarkForm[] = ["part", "chapter", "section", "subsection"];

const OPENING_SIGNS = new RegExp(`^${OPENING}`, "u");

/** Where the words of a line begin, behind signs of emphasis. */
export function wordsStart(line: string): number {
  return OPENING_SIGNS.exec(line)?.[0].length ?? 0;
}
