import type { Finding } from "../findings/finding.js";
import { reportPeriod } from "../findings/messages/period.js";
import { foldWord, nearest } from "../findings/nearest.js";
import type { Day } from "../organisation/register.js";
import { anchorDay, type Due, sayDue } from "./anchor.js";
import { addDays } from "./day.js";
import { YEAR_KIND } from "./kinds.js";
import type { Period, PeriodKind } from "./period.js";

const PERIOD_ID = /^((?:19|20|21)\d{2})-(?:((?:19|20|21)\d{2})-)?(\S+)$/u;

/** The last day on which a return is on time. */
function lastDayOf(due: Due, year: number): Day {
  const day = anchorDay(due.anchor, year);
  return due.rule === "before" ? addDays(day, -1) : day;
}

/** "6 tháng đầu năm 2026", "quý II năm 2026", "sơ kết giai đoạn 2026 - 2028". */
function namePeriod({ name }: PeriodKind, firstYear: number, year: number): string {
  if (firstYear !== year) return `${name} giai đoạn ${firstYear} - ${year}`;
  return /(?:^|\s)năm$/u.test(name) ? `${name} ${year}` : `${name} năm ${year}`;
}

/** First day of the data: the day after the cut-off of the year before (the first one of a span), or a day of its own. */
function beginningOf(kind: PeriodKind, yearKind: PeriodKind, firstYear: number): Day {
  return kind.begins === "previousYear"
    ? addDays(anchorDay(yearKind.cutOff, firstYear - 1), 1)
    : anchorDay(kind.begins, firstYear);
}

/**
 * The period of a kind in a year. Anchors of a span count from its last year, that of its first day from its first.
 *
 * @param kinds all kinds of the office; that of the year decides where windows begin
 */
export function periodOf(
  kind: PeriodKind,
  years: { readonly first: number; readonly last: number },
  kinds: readonly PeriodKind[],
): Period {
  const { first, last } = years;
  const yearKind = kinds.find(({ id }) => id === YEAR_KIND) ?? kind;
  return {
    id: kind.years === "span" ? `${first}-${last}-${kind.id}` : `${last}-${kind.id}`,
    kind: kind.id,
    year: last,
    firstYear: first,
    name: namePeriod(kind, first, last),
    opens: anchorDay(kind.opens, last),
    window: { from: beginningOf(kind, yearKind, first), to: anchorDay(kind.cutOff, last) },
    lastDay: lastDayOf(kind.due, last),
    dueInWords: sayDue(anchorDay(kind.due.anchor, last), kind.due.rule),
  };
}

/**
 * Finds the period that somebody names: `2026-6t`, `2026-nam`, `2026-2028-sk`.
 *
 * @param typed marks and case do not matter: `2026-Năm`
 * @param kinds all kinds of the office
 * @returns the period, or one finding that says how to name it
 */
export function findPeriod(
  typed: string,
  kinds: readonly PeriodKind[],
): { readonly period?: Period; readonly findings: readonly Finding[] } {
  const id = typed.normalize("NFC").trim();
  const examples = kinds.map(({ id: kind, years }) => (years === "span" ? `2026-2028-${kind}` : `2026-${kind}`));
  const refuse = (finding: Finding) => ({ findings: [finding] });
  const [, first = "", second, word = ""] = PERIOD_ID.exec(id) ?? [];
  if (first === "") return refuse(reportPeriod("period/malformed", { typed: id, examples }));
  const kind = kinds.find((known) => foldWord(known.id) === foldWord(word));
  if (kind === undefined) {
    const known = kinds.map((each) => each.id);
    const near = nearest(word, known);
    const meant = near === undefined ? undefined : `${second === undefined ? first : `${first}-${second}`}-${near}`;
    return refuse(reportPeriod("period/unknown-kind", { typed: id, kind: word, known, nearest: meant }));
  }
  if ((kind.years === "span") !== (second !== undefined))
    return refuse(reportPeriod("period/wrong-years", { typed: id, kind: kind.id, name: kind.name, years: kind.years }));
  const years = { first: Number(first), last: Number(second ?? first) };
  if (kind.years === "span" && years.first >= years.last)
    return refuse(reportPeriod("period/years-reversed", { typed: id }));
  return { period: periodOf(kind, years, kinds), findings: [] };
}

/**
 * The period of an id, as `findPeriod` finds it.
 *
 * @returns undefined when there is none
 */
export function readPeriod(id: string, kinds: readonly PeriodKind[]): Period | undefined {
  return findPeriod(id, kinds).period;
}

/**
 * The period whose figures stand in a year of a review: of years before the last the whole year, of the last the one that
 * ends at the review's own cut-off ("06 tháng 2028"). Year 0 is the one before the span.
 *
 * @returns undefined when the span has no such year, and when no kind of period ends with the review
 */
export function periodOfYear(period: Period, number: number, kinds: readonly PeriodKind[]): Period | undefined {
  const year = period.firstYear + number - 1;
  const whole = readPeriod(`${year}-${YEAR_KIND}`, kinds);
  if (year < period.year) return whole;
  if (year > period.year) return undefined;
  const { from } = whole?.window ?? {};
  return [
    whole,
    ...kinds.filter(({ years }) => years === "one").map(({ id }) => readPeriod(`${year}-${id}`, kinds)),
  ].find((each) => each !== undefined && each.window.from === from && each.window.to === period.window.to);
}

/**
 * A review as one level sees it, with that level's due day.
 *
 * @param level `base`, `district`, `file`, `province`, or as the kind declares
 * @returns undefined when the kind has no such level
 */
export function atLevel(period: Period, level: string, kinds: readonly PeriodKind[]): Period | undefined {
  const due = kinds.find(({ id }) => id === period.kind)?.dueByLevel?.find((each) => each.level === level);
  if (due === undefined) return undefined;
  return {
    ...period,
    lastDay: lastDayOf(due, period.year),
    dueInWords: sayDue(anchorDay(due.anchor, period.year), due.rule),
  };
}
