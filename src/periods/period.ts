/** Reporting periods (reporting §8.1): windows chained from cut-off to cut-off; due days in Vietnamese time. */
import type { Day } from "../organisation/register.js";

/** A day of the year: `25/5` or relative to the period's year: year 0 is the period's own, -1 the one before. */
export interface Anchor {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/** A kind of period, as declared: quý, 6t, năm, sk, tk, or an office's own. */
export interface PeriodKind {
  /** `q1`, `6t`, `nam`, `sk`, `tk`. */
  readonly id: string;
  /** "6 tháng đầu năm". */
  readonly name: string;
  /** Years that one period spans: 1, or more for reviews, whose id names both (`2026-2028-sk`). */
  readonly years: "one" | "span";
  readonly opens: Anchor;
  /** Last day of the data. The first is the day after the cut-off that `begins` names. */
  readonly cutOff: Anchor;
  /** `previousYear`: the day after the previous year's cut-off of kind `nam`; or a fixed anchor. */
  readonly begins: "previousYear" | Anchor;
  readonly due: {
    readonly anchor: Anchor /** Strictly before the day, or on it at the latest. */;
    readonly rule: "before" | "on";
  };
  /** Due days by level for a review, base first; each must be earlier than the next. */
  readonly dueByLevel?: readonly { readonly level: string; readonly anchor: Anchor; readonly rule: "before" | "on" }[];
}

/** One period. All days ISO. */
export interface Period {
  /** `2026-6t`, `2026-nam`, `2026-2028-sk`. */
  readonly id: string;
  readonly kind: string;
  readonly year: number;
  readonly firstYear: number;
  /** "6 tháng đầu năm 2026". */
  readonly name: string;
  readonly opens: Day;
  readonly window: { readonly from: Day; readonly to: Day };
  /** Last day on which a return is on time. */
  readonly lastDay: Day;
  /** As said: "trước ngày 25/5/2026". */
  readonly dueInWords: string;
}
