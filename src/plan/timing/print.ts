/** The canonical words of a timing; reading them again gives the same timing. */
import type { Every, Length, Span, Timing, TimingAnchor, TimingTerm } from "../../model/timing.js";
import { printRoman } from "../../norms/numerals.js";
import type { Day } from "../../organisation/register.js";
import { dateOf, monthEnd, monthOf, quarterOf, yearOf, yearsSpan } from "./calendar.js";
import { portionSpan } from "./spans.js";
import { PORTIONS } from "./stretch.js";

/** How days are worded. */
export interface TimingStyle {
  /** `short`: "ngày 05/02/2026", as Party papers have it in their text; `words`: "ngày 05 tháng 02 năm 2026". */
  readonly days?: "short" | "words";
  /** Begins with a capital letter. */
  readonly capital?: boolean;
}

const two = (value: number): string => String(value).padStart(2, "0");
/** Only January and February take a zero (HD05 PII.I.4.2.2, NĐ30 PL.I II.4.b). */
const month = (value: number): string => (value < 3 ? two(value) : String(value));

type Style = Required<TimingStyle>["days"];

function printDayOf(day: Day, style: Style): string {
  const [year, monthNumber, date] = [yearOf(day), monthOf(day), dateOf(day)];
  return style === "short"
    ? `ngày ${two(date)}/${month(monthNumber)}/${year}`
    : `ngày ${two(date)} tháng ${month(monthNumber)} năm ${year}`;
}

const printMonth = (day: Day, style: Style): string =>
  `tháng ${month(monthOf(day))}${style === "short" ? "/" : " năm "}${yearOf(day)}`;

const printQuarter = (day: Day, style: Style): string =>
  `quý ${printRoman(quarterOf(day))}${style === "short" ? "/" : " năm "}${yearOf(day)}`;

/** Members of one year say it once: "quý II và quý III năm 2026". */
function printPair(first: string, second: string, sameYear: boolean): string {
  if (!sameYear) return `${first} và ${second}`;
  const year = /(?:\/| năm )(\d{4})$/u;
  return `${first.replace(year, "")} và ${second.replace(year, " năm $1")}`;
}

/** The months that a span consists of whole, from the first on. */
function monthsOf({ from, to }: Span): number | undefined {
  if (dateOf(from) !== 1 || monthEnd(to) !== to) return undefined;
  return (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from) + 1;
}

function printSpan(span: Span, style: Style): string {
  const { from, to } = span;
  if (from === to) return printDayOf(from, style);
  const months = monthsOf(span);
  const sameYear = yearOf(from) === yearOf(to);
  if (months === undefined) return `từ ${printDayOf(from, style)} đến ${printDayOf(to, style)}`;
  if (months % 12 === 0 && monthOf(from) === 1) {
    return sameYear ? `năm ${yearOf(from)}` : `giai đoạn ${yearOf(from)} - ${yearOf(to)}`;
  }
  if (sameYear && months === 6 && monthOf(from) % 6 === 1) {
    // the first half of a year is also its first two quarters; one wording is enough
    return `6 tháng ${monthOf(from) === 1 ? "đầu" : "cuối"} năm ${yearOf(from)}`;
  }
  const quarters = months % 3 === 0 && monthOf(from) % 3 === 1;
  const print = quarters ? printQuarter : printMonth;
  const members = quarters ? months / 3 : months;
  if (members === 1) return print(from, style);
  return members === 2
    ? printPair(print(from, style), print(to, style), sameYear)
    : `từ ${print(from, style)} đến ${print(to, style)}`;
}

function joinWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} và ${parts.at(-1)}`;
}

/** "đầu tháng 8/2026", where a span is just what these words mean. */
function printPortion({ from, to }: Span, style: Style): string | undefined {
  for (const [words, portion] of PORTIONS) {
    const units = [
      { unit: "month", month: monthOf(from), printed: printMonth(from, style) },
      { unit: "quarter", quarter: quarterOf(from), printed: printQuarter(from, style) },
      { unit: "year", printed: `năm ${yearOf(from)}` },
    ] as const;
    for (const { printed, ...stretch } of units) {
      const span = portionSpan({ ...stretch, year: yearOf(from), portion });
      if (portion !== "end" && span.from === from && span.to === to) return `${words} ${printed}`;
    }
  }
  return undefined;
}

function printWithin({ spans, approximate }: Extract<TimingTerm, { kind: "within" }>, style: Style): string {
  const [first] = spans;
  if (!approximate)
    return `trong ${joinWords(spans.map((span) => printSpan(span, style)))}`.replace(/^trong (?=ngày|từ)/u, "");
  if (first !== undefined && spans.length === 1) {
    const portion = printPortion(first, style);
    if (portion !== undefined) return portion;
    // one day about which it is would be the last day
    if (first.from === first.to) return `khoảng từ ${printDayOf(first.from, style)} đến ${printDayOf(first.to, style)}`;
  }
  return `khoảng ${joinWords(spans.map((span) => printSpan(span, style)))}`;
}

function printBy({ day, approximate }: Extract<TimingTerm, { kind: "by" }>, style: Style): string {
  const yearEnd = yearsSpan(yearOf(day), yearOf(day)).to === day;
  if (!approximate) return yearEnd ? `đến hết năm ${yearOf(day)}` : `chậm nhất ${printDayOf(day, style)}`;
  if (yearEnd) return `cuối năm ${yearOf(day)}`;
  return monthEnd(day) === day ? `cuối ${printMonth(day, style)}` : `khoảng ${printDayOf(day, style)}`;
}

const EVERY: { readonly [E in Every]: string } = {
  day: "hằng ngày",
  week: "hằng tuần",
  month: "hằng tháng",
  quarter: "hằng quý",
  halfYear: "định kỳ 6 tháng",
  year: "hằng năm",
};
const RULE: { readonly [R in TimingAnchor["rule"]]: string } = { before: "trước", on: "vào", by: "chậm nhất" };
const SIDE = { next: "sau", previous: "trước" } as const;

function printAnchor(anchor: TimingAnchor): string {
  const { day, of } = anchor;
  const rule = RULE[anchor.rule];
  const side = of === undefined ? "" : ` ${SIDE[of]}`;
  const date = day === "last" ? "cuối" : two(day);
  if (anchor.monthOfQuarter !== undefined) {
    return `${rule} ngày ${date} của tháng ${anchor.monthOfQuarter === "first" ? "đầu" : "cuối"} quý${side}`;
  }
  if (anchor.month !== undefined) {
    const year = of === undefined ? "" : ` năm${side}`;
    return day === "last"
      ? `${rule} ngày cuối tháng ${month(anchor.month)}${year}`
      : `${rule} ngày ${date}/${month(anchor.month)}${year}`;
  }
  if (of !== undefined) return `${rule} ngày ${date} của tháng${side}`;
  return day === "last" ? `${rule} ngày cuối tháng` : `${rule} ngày ${date}`;
}

const UNIT: { readonly [U in Length["unit"]]: string } = {
  hour: "giờ",
  day: "ngày",
  workingDay: "ngày làm việc",
  week: "tuần",
  month: "tháng",
  year: "năm",
};

function printRelative({ length, side, event }: Extract<TimingTerm, { kind: "relative" }>): string {
  const lasting = length && `${two(length.count)} ${UNIT[length.unit]}`;
  if (side === "before") {
    return lasting === undefined ? `trước ${event}` : `ít nhất ${lasting} trước ${event}`;
  }
  if (lasting === undefined) return `ngay sau ${event}`;
  return `trong thời hạn ${lasting}${event === undefined ? "" : ` kể từ ${event}`}`;
}

function printTerm(term: TimingTerm, style: Style): string {
  switch (term.kind) {
    case "ongoing":
      return term.from === undefined ? "thường xuyên" : `thường xuyên từ ${printDayOf(term.from, style)}`;
    case "before":
      return `trước ${printDayOf(term.day, style)}`;
    case "by":
      return printBy(term, style);
    case "within":
      return printWithin(term, style);
    case "recurring": {
      const times = term.times === undefined ? "" : ` ${two(term.times)} lần`;
      const days = term.anchors.length === 0 ? "" : `, ${joinWords(term.anchors.map(printAnchor))}`;
      return `${EVERY[term.every]}${times}${days}`;
    }
    case "relative":
      return printRelative(term);
    case "unquantified":
      return "kịp thời";
  }
}

/**
 * The words of a timing in the norm's forms: days below ten and the months January and February take a zero.
 *
 * @returns words that {@link readTiming} reads as the same timing, whatever was printed
 */
export function printTiming(timing: Pick<Timing, "terms" | "condition">, style: TimingStyle = {}): string {
  const terms = timing.terms.map((term) => printTerm(term, style.days ?? "short")).join("; ");
  const text = timing.condition === undefined ? terms : `${terms}, ${timing.condition}`;
  return style.capital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
