/** The kinds of period that every office has; its vanthu.yaml may declare them otherwise, and others (reporting §8.1). */
import type { Anchor, PeriodKind } from "./period.js";

const on = (day: number, month: number, year = 0): Anchor => ({ day, month, year });

/**
 * Levels of a review from below: the base; the committee above it (districts until 30/6/2025, communes and wards since);
 * the report as filed with the province; the province's own review.
 */
export const REVIEW_LEVELS = [
  { id: "base", name: "cơ sở" },
  { id: "district", name: "cấp trên cơ sở" },
  { id: "file", name: "gửi báo cáo" },
  { id: "province", name: "cấp tỉnh" },
] as const;

/**
 * A quarter's figures run from the beginning of the year, as those of 6t do: every period opens at last year's closing,
 * so only then does opening + increase - decrease give the closing.
 */
const quarter = (number: 1 | 2 | 3 | 4, numeral: string): PeriodKind => ({
  id: `q${number}`,
  name: `quý ${numeral}`,
  years: "one",
  opens: on(1, number * 3),
  cutOff: on(20, number * 3),
  begins: "previousYear",
  due: { anchor: on(20, number * 3), rule: "on" },
});

/** In the order of the year; reviews last. */
export const PERIOD_KINDS: readonly PeriodKind[] = [
  {
    // units register their targets of the year; nothing has happened yet, so the window is January
    id: "dk",
    name: "đăng ký chỉ tiêu",
    years: "one",
    opens: on(15, 12, -1),
    cutOff: on(31, 1),
    begins: on(1, 1),
    due: { anchor: on(31, 1), rule: "on" },
  },
  quarter(1, "I"),
  {
    id: "6t",
    name: "6 tháng đầu năm",
    years: "one",
    opens: on(1, 5),
    cutOff: on(15, 5),
    begins: "previousYear",
    due: { anchor: on(25, 5), rule: "before" },
  },
  quarter(2, "II"),
  quarter(3, "III"),
  {
    id: "nam",
    name: "năm",
    years: "one",
    opens: on(1, 12),
    cutOff: on(15, 12),
    begins: "previousYear",
    due: { anchor: on(25, 12), rule: "before" },
  },
  quarter(4, "IV"),
  {
    // the data of the last year are those of its half-year, so that the span is a sum of locked periods
    id: "sk",
    name: "sơ kết",
    years: "span",
    opens: on(1, 8),
    cutOff: on(15, 5),
    begins: "previousYear",
    due: { anchor: on(10, 11), rule: "before" },
    dueByLevel: [
      { level: "base", anchor: on(30, 9), rule: "on" },
      { level: "district", anchor: on(30, 10), rule: "before" },
      { level: "file", anchor: on(10, 11), rule: "before" },
      { level: "province", anchor: on(30, 11), rule: "on" },
    ],
  },
  {
    id: "tk",
    name: "tổng kết",
    years: "span",
    opens: on(1, 10),
    cutOff: on(15, 12),
    begins: "previousYear",
    due: { anchor: on(25, 12), rule: "before" },
    dueByLevel: [
      { level: "base", anchor: on(18, 12), rule: "on" },
      { level: "district", anchor: on(22, 12), rule: "before" },
      { level: "file", anchor: on(25, 12), rule: "before" },
      { level: "province", anchor: on(31, 12), rule: "on" },
    ],
  },
];

/** The kind by which windows are chained: a year's data end at its cut-off, the next year's begin the day after. */
export const YEAR_KIND = "nam";

/** The kinds of an office: its own stand for those of the same id. */
export function mergeKinds(own: readonly PeriodKind[]): readonly PeriodKind[] {
  const kinds = new Map([...PERIOD_KINDS, ...own].map((kind) => [kind.id, kind]));
  return [...kinds.values()];
}
