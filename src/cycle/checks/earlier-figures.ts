/** What a return is held against: figures of earlier periods of the same unit, as far as they are known and comparable. */
import type { Measure, ValueKey } from "../../forms/form-set.js";
import type { OpeningExpectation } from "../../organisation/openings.js";

/** A figure of one year of a review, or of the year before its span. */
export interface YearFigure {
  readonly value: number;
  /** Locked, or loaded by the desk: it does not change any more. Otherwise it only counts at present. */
  readonly settled: boolean;
  /** Name of the period that it was reported in: "năm 2026". */
  readonly period: string;
}

export interface EarlierFigures {
  /** The stock that an opening must continue; by the key of the closing stock, `B05` or `B05.CP`. */
  readonly opening: (closing: ValueKey) => OpeningExpectation;
  /** Closing of last year. */
  readonly prior: (key: ValueKey) => number | undefined;
  /** The first six months of the same year. */
  readonly half: (key: ValueKey) => number | undefined;
  /** The same period of last year. */
  readonly lastYear: (key: ValueKey) => number | undefined;
  /** Of a review: what was reported in the year that a measure names (`baseline`, `year1` …). */
  readonly ofYear: (key: ValueKey, measure: Measure) => YearFigure | undefined;
  /** What was set for the unit in the period's year, by the target's own code. */
  readonly target?: (key: ValueKey) => number | undefined;
}

const UNKNOWN: OpeningExpectation = { parts: [], lacking: [] };

/** Nothing is known of earlier periods. */
export const NO_EARLIER_FIGURES: EarlierFigures = {
  opening: () => UNKNOWN,
  prior: () => undefined,
  half: () => undefined,
  lastYear: () => undefined,
  ofYear: () => undefined,
};
