/** Days, months, quarters and years as they are written, before anything is reckoned with them. */
import type { Span } from "../../model/timing.js";
import { foldTone } from "../../norms/tone.js";
import { dayInYear } from "../../periods/day.js";
import { dayOfMonth, monthsSpan, quarterSpan, yearsSpan } from "./calendar.js";
import { type Cursor, words } from "./fold.js";
import { COUNT, MONTH, numberOf, QUARTER } from "./numbers.js";
import { ProblemError, type TimingContext } from "./problem.js";

/** One day, month, quarter or year as written; what it does not say it takes from those after it. */
export interface Stretch {
  readonly unit: "day" | "month" | "quarter" | "part" | "year" | "years";
  readonly day?: number | "last";
  readonly month?: number;
  readonly quarter?: number;
  readonly year?: number;
  /** Last year of "giai đoạn 2026 - 2030". */
  readonly lastYear?: number;
  /** "6 tháng đầu năm": first and last month. */
  readonly months?: readonly [first: number, last: number];
  /** "đầu tháng 8", "cuối năm 2026". */
  readonly portion?: Portion;
}
export type Portion = "start" | "middle" | "end";

/** From one stretch to another. */
export interface Range {
  readonly from: Stretch;
  readonly to: Stretch;
}
export type Item = Stretch | Range;
export const isRange = (item: Item): item is Range => "from" in item;

const YEAR = "(?:19|20|21)\\d\\d";
/** The year behind a month or quarter: "/2026", "-2026", " năm 2026". */
const YEAR_SUFFIX = `(?:[/-](?<y1>${YEAR})|,? ?năm (?<y2>${YEAR}))`;
/** A year of two digits is none, nor is half of a longer number. */
const END = "(?![/.-]?\\d)";
/** Before another number "-" goes on to a span; before a year it would have been read. */
const END_OR_DASH = "(?!/?\\d|\\.\\d)";

type Groups = { readonly [name: string]: string | undefined };
type FormOf = (groups: Groups) => Stretch;

/** Words of the portions of a month, quarter or year. */
export const PORTIONS: readonly (readonly [words: string, portion: Portion])[] = [
  ["đầu", "start"],
  ["giữa", "middle"],
  ["cuối", "end"],
];
const portionOf = (text: string): Portion | undefined => PORTIONS.find(([name]) => foldTone(name) === text)?.[1];

const yearOfGroups = ({ y1, y2 }: Groups): { year?: number } =>
  y1 === undefined && y2 === undefined ? {} : { year: Number(y1 ?? y2) };

/** The written forms, the most telling first. */
const FORMS: readonly { readonly pattern: RegExp; readonly read: FormOf }[] = [
  {
    pattern: words(`ngày cuối(?: cùng)?(?: của)? tháng (?<m>${MONTH})${YEAR_SUFFIX}?${END}`),
    read: (g) => ({ unit: "day", day: "last", month: numberOf(g.m ?? ""), ...yearOfGroups(g) }),
  },
  {
    pattern: words(`(?:ngày )?(?<d>\\d{1,2}) tháng (?<m>${MONTH})${YEAR_SUFFIX}?${END}`),
    read: (g) => ({ unit: "day", day: Number(g.d), month: numberOf(g.m ?? ""), ...yearOfGroups(g) }),
  },
  {
    pattern: words(
      `(?:ngày )?(?<d>\\d{1,2})(?:/(?<m1>\\d{1,2})/|-(?<m2>\\d{1,2})-|\\.(?<m3>\\d{1,2})\\.)(?<y1>${YEAR})${END_OR_DASH}`,
    ),
    read: (g) => ({ unit: "day", day: Number(g.d), month: Number(g.m1 ?? g.m2 ?? g.m3), ...yearOfGroups(g) }),
  },
  {
    pattern: words(`(?<m>\\d{1,2})/(?<y1>${YEAR})${END_OR_DASH}`),
    read: (g) => ({ unit: "month", month: Number(g.m), ...yearOfGroups(g) }),
  },
  {
    pattern: words(`(?:ngày )?(?<d>\\d{1,2})/(?<m>\\d{1,2})(?: năm (?<y2>${YEAR}))?${END_OR_DASH}`),
    read: (g) => ({ unit: "day", day: Number(g.d), month: Number(g.m), ...yearOfGroups(g) }),
  },
  {
    pattern: words(`ngày (?<d>\\d{1,2})${END_OR_DASH}`),
    read: (g) => ({ unit: "day", day: Number(g.d) }),
  },
  {
    pattern: words(`(?:(?<p>đầu|giữa|cuối) )?tháng (?<m>${MONTH})${YEAR_SUFFIX}?${END_OR_DASH}`),
    read: (g) => ({ unit: "month", month: numberOf(g.m ?? ""), ...yearOfGroups(g), ...portion(g) }),
  },
  {
    pattern: words(`(?:(?<p>đầu|giữa|cuối) )?quý (?<q>${QUARTER})${YEAR_SUFFIX}?${END_OR_DASH}`),
    read: (g) => ({ unit: "quarter", quarter: numberOf(g.q ?? ""), ...yearOfGroups(g), ...portion(g) }),
  },
  {
    pattern: words(`(?<n>${COUNT}) tháng (?<e>đầu|cuối) năm(?: (?<y2>${YEAR}))?${END}`),
    read: (g) => ({ unit: "part", months: monthsOf(numberOf(g.n ?? ""), portionOf(g.e ?? "")), ...yearOfGroups(g) }),
  },
  {
    pattern: words(`nửa (?<e>đầu|cuối) năm(?: (?<y2>${YEAR}))?${END}`),
    read: (g) => ({ unit: "part", months: monthsOf(6, portionOf(g.e ?? "")), ...yearOfGroups(g) }),
  },
  {
    pattern: words(`(?:(?:cả )?(?:giai đoạn|nhiệm kỳ|thời kỳ|các năm|năm) )?(?<y1>${YEAR}) ?- ?(?<last>${YEAR})${END}`),
    read: (g) => ({ unit: "years", year: Number(g.y1), lastYear: Number(g.last) }),
  },
  {
    pattern: words(`(?:(?<p>đầu|giữa|cuối) )?năm (?<y1>${YEAR})${END}`),
    read: (g) => ({ unit: "year", ...yearOfGroups(g), ...portion(g) }),
  },
];

function portion({ p }: Groups): { portion?: Portion } {
  const found = p === undefined ? undefined : portionOf(p);
  return found === undefined ? {} : { portion: found };
}

const monthsOf = (count: number, end: Portion | undefined): readonly [number, number] =>
  end === "end" ? [13 - count, 12] : [1, count];

/** What may stand alone behind a stretch of the same unit: "quý II và III", "tháng 5, 6", "ngày 10, 11". */
const BARE: { readonly [U in Stretch["unit"]]?: { readonly pattern: RegExp; readonly read: FormOf } } = {
  day: {
    pattern: words(`(?<d>\\d{1,2})${END}`),
    read: (g) => ({ unit: "day", day: Number(g.d) }),
  },
  month: {
    pattern: words(`(?<m>\\d{1,2})${YEAR_SUFFIX}?${END}`),
    read: (g) => ({ unit: "month", month: Number(g.m), ...yearOfGroups(g) }),
  },
  quarter: {
    pattern: words(`(?<q>[ivx]+|\\d)${YEAR_SUFFIX}?${END}`),
    read: (g) => ({ unit: "quarter", quarter: numberOf(g.q ?? ""), ...yearOfGroups(g) }),
  },
  year: {
    pattern: words(`(?<y1>${YEAR})${END}`),
    read: (g) => ({ unit: "year", ...yearOfGroups(g) }),
  },
};

/** Reads one day, month, quarter or year. */
export function readStretch(cursor: Cursor): Stretch | undefined {
  for (const { pattern, read } of FORMS) {
    const match = cursor.eat(pattern);
    if (match !== undefined) return read(match.groups ?? {});
  }
  return undefined;
}

function readBare(cursor: Cursor, unit: Stretch["unit"]): Stretch | undefined {
  const form = BARE[unit];
  const match = form === undefined ? undefined : cursor.eat(form.pattern);
  return match === undefined ? undefined : form?.read(match.groups ?? {});
}

const FROM = words("(?:kể )?từ");
const TO = words("(?:cho )?đến(?: hết| cuối)?");
const DASH = /-/uy;
const COMMA = /,/uy;
const AND = words("và|hoặc");

/** "từ … đến …", "quý II - III/2026", or one stretch; `unit` is what a bare number would count. */
function readItem(cursor: Cursor, unit?: Stretch["unit"]): Item | undefined {
  const one = (at: Cursor): Stretch | undefined =>
    readStretch(at) ?? (unit === undefined ? undefined : readBare(at, unit));
  return cursor.firstOf<Item>([
    (at) => {
      const opened = at.eat(FROM) !== undefined;
      const from = one(at);
      if (from === undefined || from.unit === "years") return undefined;
      if ((opened ? at.eat(TO) : undefined) === undefined && at.eat(DASH) === undefined) return undefined;
      const to = readStretch(at) ?? readBare(at, from.unit);
      return to === undefined ? undefined : { from, to };
    },
    one,
  ]);
}

const lastOf = (item: Item): Stretch => (isRange(item) ? item.to : item);

/** A bare number belongs to the list when what it stands in ends there, or it names a year, or is a Roman numeral. */
function bareCounts(cursor: Cursor, item: Stretch): boolean {
  return item.year !== undefined || item.unit === "quarter" || /^ ?(?:$|[;.)])/u.test(cursor.rest);
}

/**
 * Reads a list: "quý II và III/2024", "tháng 5, 6 và 7/2026", "ngày 15/5 và ngày 15/12".
 *
 * @param repeated words that each member may begin with
 */
export function readItems(cursor: Cursor, repeated?: RegExp): Item[] | undefined {
  const first = readItem(cursor);
  if (first === undefined) return undefined;
  const items: Item[] = [first];
  let kept = { at: cursor.at, count: 1 };
  for (;;) {
    cursor.eat(COMMA);
    cursor.eat(AND);
    if (cursor.at === kept.at && items.length === kept.count) break;
    if (repeated !== undefined) cursor.eat(repeated);
    const unit = lastOf(items.at(-1) ?? first).unit;
    const full = cursor.attempt((at) => readItem(at));
    const item = full ?? cursor.attempt((at) => readItem(at, unit));
    if (item === undefined) break;
    items.push(item);
    if (full !== undefined || bareCounts(cursor, lastOf(item))) kept = { at: cursor.at, count: items.length };
  }
  cursor.at = kept.at;
  return items.slice(0, kept.count);
}

/** The days of the longest year: what no year has is impossible whatever year is meant. */
const LEAP_YEAR = 2024;

/** @throws ProblemError for a month, quarter or day that no year has */
function assertPossible({ month, quarter, day, months }: Stretch): void {
  const wrong =
    (month !== undefined && (month < 1 || month > 12)) ||
    (quarter !== undefined && (quarter < 1 || quarter > 4)) ||
    (months !== undefined && (months[0] < 1 || months[1] > 12 || months[0] > months[1])) ||
    (typeof day === "number" && (day < 1 || day > 31 || dayInYear(LEAP_YEAR, month ?? 1, day) === undefined));
  if (wrong) throw new ProblemError("impossible");
}

/** A stretch with its year, and a day with its month. */
type Complete = Stretch & { readonly year: number };

/** Gives each stretch the year and month that it leaves to those behind it, at last to the context. */
function complete(stretches: readonly Stretch[], context: TimingContext): Complete[] {
  let after: Stretch | undefined;
  const completed: Stretch[] = [];
  for (const stretch of [...stretches].reverse()) {
    assertPossible(stretch);
    const month = stretch.month ?? (stretch.unit === "day" && after?.unit === "day" ? after.month : undefined);
    const year = stretch.year ?? after?.year;
    after = { ...stretch, ...(month === undefined ? {} : { month }), ...(year === undefined ? {} : { year }) };
    completed.unshift(after);
  }
  return completed.map((stretch) => {
    if (stretch.unit === "day" && stretch.month === undefined) throw new ProblemError("unreadable");
    const year = stretch.year ?? context.year;
    if (year === undefined) throw new ProblemError("yearMissing");
    return { ...stretch, year };
  });
}

/** Months of a quarter or year that its beginning, middle and end mean. */
const QUARTER_PORTION: { readonly [P in Portion]: readonly [number, number] } = {
  start: [1, 1],
  middle: [2, 2],
  end: [3, 3],
};
const YEAR_PORTION: { readonly [P in Portion]: readonly [number, number] } = {
  start: [1, 3],
  middle: [5, 8],
  end: [11, 12],
};
const MONTH_PORTION: { readonly [P in Portion]: readonly [number, number | "last"] } = {
  start: [1, 10],
  middle: [11, 20],
  end: [21, "last"],
};

function spanOf(stretch: Complete): Span {
  const { unit, year, portion } = stretch;
  const month = stretch.month ?? 1;
  switch (unit) {
    case "day": {
      const { day = 1 } = stretch;
      const found = day === "last" ? dayOfMonth(year, month, "last") : dayInYear(year, month, day);
      if (found === undefined) throw new ProblemError("impossible");
      return { from: found, to: found };
    }
    case "month": {
      if (portion === undefined) return monthsSpan(year, month, month);
      const [first, last] = MONTH_PORTION[portion];
      return { from: dayOfMonth(year, month, first), to: dayOfMonth(year, month, last) };
    }
    case "quarter": {
      const quarter = stretch.quarter ?? 1;
      if (portion === undefined) return quarterSpan(year, quarter);
      const [first, last] = QUARTER_PORTION[portion];
      return monthsSpan(year, quarter * 3 - 3 + first, quarter * 3 - 3 + last);
    }
    case "part":
      return monthsSpan(year, ...(stretch.months ?? [1, 12]));
    case "year":
      return portion === undefined ? yearsSpan(year, year) : monthsSpan(year, ...YEAR_PORTION[portion]);
    case "years":
      return yearsSpan(year, stretch.lastYear ?? year);
  }
}

/** The days that "đầu tháng 8", "giữa quý III" mean. */
export const portionSpan = (stretch: Stretch & { readonly year: number }): Span => spanOf(stretch);

/** The span of days that a member of a list means, and which portion of a month or year it only named. */
export interface Meant extends Span {
  readonly portion?: Portion;
}

/**
 * Reckons the spans of a list.
 *
 * @throws ProblemError when a day does not exist, a span ends before it begins, or no year is known
 */
export function spansOf(items: readonly Item[], context: TimingContext): Meant[] {
  const completed = complete(
    items.flatMap((item) => (isRange(item) ? [item.from, item.to] : [item])),
    context,
  );
  let next = 0;
  const take = (): Complete => {
    const stretch = completed[next];
    next += 1;
    if (stretch === undefined) throw new ProblemError("unreadable");
    return stretch;
  };
  return items.map((item) => {
    const first = take();
    const from = spanOf(first);
    const last = isRange(item) ? take() : first;
    const span = { from: from.from, to: spanOf(last).to };
    if (span.to < span.from) throw new ProblemError("reversed");
    const portion = isRange(item) ? undefined : first.portion;
    return { ...span, ...(portion === undefined ? {} : { portion }) };
  });
}
