/** The spans of days that stretches mean, what they do not say taken from those after them. */
import type { Span } from "../../model/timing.js";
import { dayInYear } from "../../periods/day.js";
import { dayOfMonth, monthsSpan, quarterSpan, yearsSpan } from "./calendar.js";
import { ProblemError, type TimingContext } from "./problem.js";
import type { Portion, Stretch } from "./stretch.js";
import { type Item, isRange } from "./stretch-list.js";

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
