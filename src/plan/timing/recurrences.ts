/** What recurs: "hằng quý", "định kỳ 6 tháng, năm", "hai lần trong năm", with days or without. */
import type { Every, TimingAnchor, TimingTerm } from "../../model/timing.js";
import { assertAnchors, readAnchors, recurring } from "./anchors.js";
import { type Cursor, LETTER, words } from "./fold.js";
import { COUNT, numberOf } from "./numbers.js";
import { ProblemError } from "./problem.js";

/** Names of periods; the numbered ones need a word such as "định kỳ" before them or "một lần" behind. */
const UNITS: readonly { readonly names: string; readonly every: Every }[] = [
  { names: "6 tháng|06 tháng|sáu tháng|nửa năm", every: "halfYear" },
  { names: "3 tháng|03 tháng|ba tháng", every: "quarter" },
  { names: "12 tháng|1 năm|01 năm|một năm", every: "year" },
  { names: "1 tháng|01 tháng|một tháng", every: "month" },
  { names: "1 quý|01 quý|một quý", every: "quarter" },
  { names: "ngày", every: "day" },
  { names: "tuần", every: "week" },
  { names: "tháng", every: "month" },
  { names: "quý", every: "quarter" },
  { names: "năm", every: "year" },
];
/** A year behind makes it that year; in a list a number or Roman numeral makes it that month or quarter. */
const NO_YEAR = "(?! ?(?:19|20|21)\\d\\d|/)";
const NO_NUMBER = `${NO_YEAR}(?! ?(?:\\d{1,3}(?!\\d| (?:lần|kỳ))|[ivx]+(?!${LETTER})))`;
const unitPatterns = (guard: string) =>
  UNITS.map(({ names, every }) => ({ pattern: words(`(?:${names})${guard}`), every }));
const AFTER_EACH = unitPatterns(NO_YEAR);
const ALONE = unitPatterns(NO_NUMBER);

const UNITS_ONCE = UNITS.map(({ names, every }) => ({
  pattern: words(`(?:${names})(?: (?:một|1|01) lần|/ ?lần)`),
  every,
}));

const EACH = words("(?:(?:theo )?định kỳ )?(?:hằng|hàng|mỗi|từng|theo từng)");
const REGULARLY = words("(?:theo )?định kỳ(?: theo)?");
const ONCE = words("(?:một|1|01) lần|/ ?lần");
const TIMES = words(`(?:ít nhất |tối thiểu )?(?<n>${COUNT}) (?:lần|kỳ)`);
const TIMES_FIRST = words(`(?:ít nhất |tối thiểu )?(?<n>${COUNT}) lần(?: (?:trong|mỗi|một))*`);
const PER = /\//uy;
const NAMED_PERIOD = words("kỳ|báo cáo|kết quả");
const HALF_NAMED = words("6 tháng|06 tháng|sáu tháng");
const INTO = words("vào");
const END_OF = words("(?:(?:theo )?định kỳ )?cuối(?: mỗi| hằng| hàng| từng)?");
const OF_EACH = words("(?:của )?(?:hằng|hàng|mỗi|từng)");
const AND = words("và|hoặc");
const COMMA = /,/uy;
const OPEN = /\(/uy;
const CLOSE = /\)/uy;

type Recurring = Extract<TimingTerm, { kind: "recurring" }>;

/** Recurring terms as read; reckoned when the whole has been read. */
export interface ReadRecurrence {
  readonly resolve: () => Recurring[];
  /** Nothing but "hằng năm": in running text it often only describes a noun. */
  readonly plain: boolean;
  /** How it begins, where it matters in running text. */
  readonly head: "each" | "regularly" | "endOf" | "named" | "anchors" | "times";
}

const unit = (cursor: Cursor, patterns = ALONE): Every | undefined =>
  patterns.find(({ pattern }) => cursor.eat(pattern) !== undefined)?.every;

interface Member {
  readonly every: Every;
  readonly times?: number;
  readonly anchors: readonly TimingAnchor[];
}

function resolveAll(members: readonly Member[]): Recurring[] {
  return members.map(({ every, anchors, times }) => {
    assertAnchors(anchors);
    const term = recurring(every, anchors, times);
    if (term === undefined) throw new ProblemError("unreadable");
    return term;
  });
}

/** The days behind a period, in brackets or not; days that such a period cannot have are not its. */
function anchorsOf(cursor: Cursor, every: Every): readonly TimingAnchor[] {
  const read = cursor.attempt((at) => {
    const bracket = at.eat(OPEN) !== undefined;
    if (!bracket) at.eat(COMMA);
    const found = readAnchors(at);
    if (found === undefined || (bracket && at.eat(CLOSE) === undefined)) return undefined;
    const shaped = found.anchors.every((anchor) => fits(every, anchor));
    return shaped ? found : undefined;
  });
  return read?.anchors ?? [];
}

/** Whether an anchor has the shape of a recurrence's, whether or not its day exists. */
function fits(every: Every, anchor: TimingAnchor): boolean {
  const month = anchor.month === undefined ? {} : { month: 1 };
  return recurring(every, [{ ...anchor, ...month, day: "last" }]) !== undefined;
}

function timesOf(cursor: Cursor): { times?: number } {
  const match = cursor.eat(TIMES);
  return match === undefined ? {} : { times: numberOf(match.groups?.n ?? "") };
}

const member = (every: Every, times: number | undefined, anchors: readonly TimingAnchor[]): Member => ({
  every,
  anchors,
  ...(times === undefined ? {} : { times }),
});

/** "hằng quý (…), 6 tháng (…) và năm (…)" behind the first word. */
function membersOf(cursor: Cursor, afterEach: boolean): Member[] | undefined {
  const members: Member[] = [];
  for (;;) {
    const next = cursor.attempt((at) => {
      let each = members.length === 0 && afterEach;
      if (members.length > 0) {
        if (at.eat(COMMA) === undefined && at.eat(AND) === undefined) return undefined;
        at.eat(AND);
        each = at.eat(EACH) !== undefined;
      }
      const every = unit(at, each ? AFTER_EACH : ALONE);
      if (every === undefined) return undefined;
      at.eat(ONCE);
      const { times } = timesOf(at);
      return member(every, times, anchorsOf(at, every));
    });
    if (next === undefined) break;
    members.push(next);
  }
  return members.length === 0 ? undefined : members;
}

const read = (members: readonly Member[], head: ReadRecurrence["head"]): ReadRecurrence => ({
  resolve: () => resolveAll(members),
  plain: members.every(({ anchors, times }) => anchors.length === 0 && times === undefined),
  head,
});

const READERS: readonly ((cursor: Cursor) => ReadRecurrence | undefined)[] = [
  // "hằng quý", "định kỳ hằng tháng", "mỗi năm hai lần"
  (cursor) => {
    if (cursor.eat(EACH) === undefined) return undefined;
    const members = membersOf(cursor, true);
    return members === undefined ? undefined : read(members, "each");
  },
  // "định kỳ 6 tháng, năm"
  (cursor) => {
    if (cursor.eat(REGULARLY) === undefined) return undefined;
    const members = membersOf(cursor, false);
    return members === undefined ? undefined : read(members, "regularly");
  },
  // "hai lần trong năm, trước ngày 15/5 và trước ngày 15/12", "02 lần/năm"
  (cursor) => {
    const match = cursor.eat(TIMES_FIRST);
    cursor.eat(PER);
    const every = match === undefined ? undefined : unit(cursor);
    if (match === undefined || every === undefined) return undefined;
    return read([member(every, numberOf(match.groups?.n ?? ""), anchorsOf(cursor, every))], "times");
  },
  // "sáu tháng một lần", "quý/lần"
  (cursor) => {
    const every = unitOnce(cursor);
    return every === undefined ? undefined : read([member(every, 1, anchorsOf(cursor, every))], "times");
  },
  // "trước ngày 25 hằng tháng", "trước ngày 05 của tháng đầu quý sau"
  (cursor) => {
    const found = readAnchors(cursor);
    if (found === undefined) return undefined;
    const every = cursor.attempt((at) => {
      at.eat(COMMA);
      return at.eat(OF_EACH) === undefined ? undefined : unit(at);
    });
    const period = every ?? found.every;
    if (period === undefined) return undefined;
    return {
      ...read([member(period, undefined, found.anchors)], "anchors"),
      plain: !found.ruled && every === undefined,
    };
  },
  // "kỳ 6 tháng trước ngày 15/6 và kỳ năm trước ngày 15/01 năm sau"
  (cursor) => {
    const named = cursor.eat(NAMED_PERIOD) !== undefined;
    if (!named && !cursor.sees(HALF_NAMED)) return undefined;
    const every = unit(cursor);
    const anchors = every === undefined ? [] : anchorsOf(cursor, every);
    // "báo cáo năm trước ngày 31/01 hằng năm" says itself how often
    return every === undefined || anchors.length === 0 || cursor.sees(OF_EACH)
      ? undefined
      : read([member(every, undefined, anchors)], "named");
  },
  // "cuối năm vào ngày 15 tháng 11", "vào cuối mỗi quý"
  (cursor) => {
    const into = cursor.eat(INTO) !== undefined;
    if (cursor.eat(END_OF) === undefined) return undefined;
    const every = unit(cursor);
    if (every !== "month" && every !== "quarter" && every !== "year") return undefined;
    const anchors = anchorsOf(cursor, every);
    const members = [member(every, undefined, anchors.length > 0 ? anchors : [endOf(every)])];
    return { ...read(members, "endOf"), plain: !into && anchors.length === 0 };
  },
];

function unitOnce(cursor: Cursor): Every | undefined {
  return UNITS_ONCE.find(({ pattern }) => cursor.eat(pattern) !== undefined)?.every;
}

/** "cuối quý": its last day. */
function endOf(every: "month" | "quarter" | "year"): TimingAnchor {
  const anchor = { day: "last", rule: "by" } as const;
  if (every === "quarter") return { ...anchor, monthOfQuarter: "last" };
  return every === "year" ? { ...anchor, month: 12 } : anchor;
}

/** Reads what recurs, with its days. */
export const readRecurrence = (cursor: Cursor): ReadRecurrence | undefined => cursor.firstOf(READERS);

/** Whether the anchors could be days of the recurrence. */
export const anchorsFit = (every: Every, anchors: readonly TimingAnchor[]): boolean =>
  anchors.every((anchor) => fits(every, anchor));
