/** Times in running text: what a sentence says of when, and not the dates of what it cites. */
import type { Every, Timing, TimingTerm } from "../../model/timing.js";
import { readAnchors, recurring } from "./anchors.js";
import { Cursor, fold, foldPattern, LETTER, words } from "./fold.js";
import type { TimingContext, TimingProblem } from "./problem.js";
import { resolveTerms } from "./read.js";
import { REFUSALS } from "./running.js";
import { type ReadTerm, readTerm } from "./terms.js";

/** A time found in running text; offsets are those of the text as given. */
export type FoundTiming = {
  readonly start: number;
  readonly end: number;
} & (
  | { readonly timing: Timing; readonly problem?: never }
  | { readonly problem: TimingProblem; readonly timing?: never }
);

/** Words and figures that a statement of time can begin with. */
const BEGINNINGS =
  "trước|chậm|muộn|không|hạn|từ|kể|cho|đến|hết|ngay|xong|hoàn|trong|vào|suốt|khoảng|dự|thường|liên|sau|bắt|ngày|tháng|" +
  "quý|năm|giai|nhiệm|thời|các|cả|đầu|giữa|cuối|nửa|hằng|hàng|mỗi|từng|theo|định|ít|tối|kỳ|báo|kết|kịp|sớm|khi|đột|đúng|" +
  "khẩn|là|bảo|một|hai|ba|bốn|tư|sáu|bảy|tám|chín|mười|vòng";
const WORD = new RegExp(`(?<!${LETTER}|[\\d/.-])(?:(?:${foldPattern(BEGINNINGS)})(?!${LETTER})|\\d)`, "gu");
const SEMICOLON = /;/uy;
const COMMA = /,/uy;
const AND = words("và|hoặc");
const OPEN = /\(/uy;
const CLOSE = /\)/uy;
const CLAUSE_END = /[;:]|[.?!](?=\s|$)/gu;
/** Further words than these apart, "hằng năm" and "trước ngày 15/11" speak of different things. */
const NEAR = 140;

/** The text of the clause before a place. */
function clauseBefore(text: string, at: number): number {
  let start = 0;
  for (const match of text.slice(0, at).matchAll(CLAUSE_END)) start = match.index + match[0].length;
  return start;
}

function accepted(cursor: Cursor, term: ReadTerm): boolean {
  const { folded } = cursor;
  const clause = clauseBefore(folded.text, term.start);
  const colon = folded.text[clause - 1] === ":" ? clause - 1 : clause;
  const around = {
    term,
    words: folded.text.slice(term.start, term.end),
    before: folded.text.slice(colon, term.start),
    after: folded.text.slice(term.end),
    printedBefore: term.start === 0 ? "" : cursor.words(0, term.start),
  };
  return !REFUSALS.some(({ when }) => when(around));
}

/** Whether a statement is said of the same duty as those before it: behind a semicolon only what recurs like them is. */
function goesOn(terms: readonly ReadTerm[], next: ReadTerm, apart: boolean): boolean {
  if (next.kind === "unquantified" || next.kind === "ongoing") return false;
  return !apart || (next.kind === "recurring" && terms.every(({ kind }) => kind === "recurring"));
}

/** The statements that stand together where the cursor is. */
function together(cursor: Cursor): ReadTerm[] {
  const terms: ReadTerm[] = [];
  for (;;) {
    const term = cursor.attempt((at) => {
      let bracket = false;
      let apart = false;
      if (terms.length > 0) {
        apart = at.eat(SEMICOLON) !== undefined;
        const parted = apart || at.eat(COMMA) !== undefined;
        const joined = at.eat(AND) !== undefined;
        bracket = at.eat(OPEN) !== undefined;
        if (!parted && !joined && !bracket) return undefined;
      }
      const read = readTerm(at);
      if (read === undefined || (bracket && at.eat(CLOSE) === undefined)) return undefined;
      if (terms.length > 0 && !goesOn(terms, read, apart)) return undefined;
      return accepted(at, read) ? read : undefined;
    });
    if (term === undefined) return terms;
    terms.push(term);
  }
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly terms: readonly ReadTerm[];
}

function* findTerms(cursor: Cursor): Generator<Found> {
  for (const { index } of cursor.folded.text.matchAll(WORD)) {
    if (index < cursor.at) continue;
    const { at } = cursor;
    cursor.at = index;
    const terms = together(cursor);
    const [first] = terms;
    if (first === undefined) {
      // what was refused is passed over whole: "nhiệm kỳ 2020 - 2025" holds no "2025" of its own
      const refused = cursor.attempt((here) => readTerm(here));
      cursor.at = refused === undefined || refused.kind !== "within" || !refused.bare ? at : cursor.at;
    } else yield { start: first.start, end: terms.at(-1)?.end ?? first.end, terms };
  }
}

/** Names of a period's report, of which a day further on in the clause speaks: "kỳ cả năm gửi trước ngày 25/12". */
const NAMED: readonly { readonly pattern: RegExp; readonly every: Every }[] = [
  { pattern: named("6 tháng|06 tháng|sáu tháng"), every: "halfYear" },
  { pattern: named("năm|cả năm"), every: "year" },
  { pattern: named("quý"), every: "quarter" },
  { pattern: named("tháng"), every: "month" },
];

function named(units: string): RegExp {
  return new RegExp(foldPattern(`(?<!${LETTER})(?:kỳ|báo cáo) (?:${units})(?! ?\\d|/|${LETTER})[^;:.(]{0,40}$`), "u");
}

interface Merged {
  readonly term: TimingTerm;
  readonly start: number;
  readonly head: string;
}

/** What a day recurs with that was named before it in the clause. */
function headOf(
  cursor: Cursor,
  head: Found | undefined,
  day: Found,
): { start: number; end: number; every: Every; times?: number } | undefined {
  const { text } = cursor.folded;
  const plain = head?.terms.length === 1 ? head.terms[0] : undefined;
  if (head !== undefined && plain?.recurrence?.plain) {
    const between = text.slice(head.end, day.start);
    const [term] = plain.recurrence.resolve();
    if (term !== undefined && between.length <= NEAR && !/[;:.(]/u.test(between)) {
      return {
        start: head.start,
        end: head.end,
        every: term.every,
        ...(term.times === undefined ? {} : { times: term.times }),
      };
    }
  }
  const since = Math.max(clauseBefore(text, day.start), head?.end ?? 0);
  const before = text.slice(since, day.start);
  for (const { pattern, every } of NAMED) {
    const match = pattern.exec(before);
    if (match !== null) return { start: since + match.index, end: day.start, every };
  }
  return undefined;
}

/** "Hằng năm báo cáo kết quả trước ngày 15/11": the day, further on in the clause, is that of the recurrence. */
function withAnchors(cursor: Cursor, before: Found | undefined, day: Found): Merged | undefined {
  const [only] = day.terms;
  if (day.terms.length !== 1 || only === undefined || only.bare) return undefined;
  if (!["before", "by", "within", "recurring"].includes(only.kind)) return undefined;
  const at = new Cursor(cursor.folded, day.start);
  const anchors = readAnchors(at);
  if (anchors === undefined || !anchors.ruled || at.at !== day.end) return undefined;
  const head = headOf(cursor, before, day);
  const term = head && recurring(head.every, anchors.anchors, head.times);
  return term && head && { term, start: head.start, head: cursor.words(head.start, head.end) };
}

/**
 * Finds every time in running text.
 *
 * @param sentence a sentence or paragraph, in whatever Unicode form
 * @param context the year of days, months and quarters that name none
 * @returns the times in reading order, those that cannot be as problems; "hằng năm … trước ngày 15/11" is one that
 *   reaches from the first word to the last, printed with "…" between
 */
export function findTimings(sentence: string, context: TimingContext = {}): readonly FoundTiming[] {
  const folded = fold(sentence);
  const cursor = new Cursor(folded);
  const found = [...findTerms(cursor)];
  const results: FoundTiming[] = [];
  const offsets = (start: number, end: number) => ({
    start: folded.starts[start] ?? 0,
    end: folded.ends[end - 1] ?? 0,
  });
  for (const [index, here] of found.entries()) {
    const before = found[index - 1];
    const merged = withAnchors(cursor, before, here);
    const words = cursor.words(here.start, here.end);
    if (merged !== undefined) {
      if (before?.start === merged.start) results.pop();
      const apart = before?.start === merged.start ? " … " : " ";
      const timing = { printed: `${merged.head}${apart}${words}`, terms: [merged.term] };
      results.push({ ...offsets(merged.start, here.end), timing });
      continue;
    }
    const resolved = resolveTerms(cursor, here.terms, context);
    results.push({
      ...offsets(here.start, here.end),
      ...("problem" in resolved
        ? { problem: resolved.problem }
        : { timing: { printed: words, terms: resolved.terms } }),
    });
  }
  return results;
}
