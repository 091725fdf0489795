/** What a return is held against: figures of earlier periods of the same unit, as far as they are known and comparable. */
import type { ValueKey } from "../../forms/form-set.js";
import type { OpeningExpectation } from "../../organisation/openings.js";

export interface EarlierFigures {
  /** The stock that an opening must continue; by the key of the closing stock, `B05` or `B05.CP`. */
  readonly opening: (closing: ValueKey) => OpeningExpectation;
  /** Closing of last year. */
  readonly prior: (key: ValueKey) => number | undefined;
  /** The first six months of the same year. */
  readonly half: (key: ValueKey) => number | undefined;
  /** The same period of last year. */
  readonly lastYear: (key: ValueKey) => number | undefined;
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
};
