/** The periods that one is held against (reporting §8.1). */
import { YEAR_KIND } from "../../periods/kinds.js";
import type { Period, PeriodKind } from "../../periods/period.js";
import { readPeriod } from "../../periods/read-period.js";

/** Kind of period that later ones of the same year are held against. */
const HALF_KIND = "6t";

export interface EarlierPeriods {
  /** The year before, whose closings are the openings. */
  readonly yearBefore?: Period;
  /** The first six months of the same year. */
  readonly half?: Period;
  readonly sameLastYear?: Period;
}

/**
 * The earlier periods of one.
 *
 * @param kinds all kinds of period of the office
 */
export function earlierPeriods(period: Period, kinds: readonly PeriodKind[]): EarlierPeriods {
  const oneYear = period.firstYear === period.year;
  const yearBefore = readPeriod(`${period.firstYear - 1}-${YEAR_KIND}`, kinds);
  const half = oneYear && period.kind !== HALF_KIND ? readPeriod(`${period.year}-${HALF_KIND}`, kinds) : undefined;
  const sameLastYear = oneYear ? readPeriod(`${period.year - 1}-${period.kind}`, kinds) : undefined;
  return {
    ...(yearBefore === undefined ? {} : { yearBefore }),
    ...(half === undefined ? {} : { half }),
    ...(sameLastYear === undefined ? {} : { sameLastYear }),
  };
}
