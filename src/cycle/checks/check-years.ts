/** The years of a review are those that were reported: each figure must be what its own period was locked with. */
import { reportCycle } from "../../findings/messages/cycle.js";
import type { FormSet } from "../../forms/form-set.js";
import { findKey, nameOfKey } from "../../forms/indicators.js";
import type { CellFinding, ReadReturn } from "../returns.js";
import type { EarlierFigures } from "./earlier-figures.js";
import { explanationFor } from "./explanations.js";
import { yearNumber } from "./ledger-figures.js";

/**
 * Holds the years of a review, and the year before its span, against what was reported in them: to be corrected where
 * that is locked, to be explained where it only counts so far.
 */
export function checkYears(formSet: FormSet, read: ReadReturn, earlier: EarlierFigures): readonly CellFinding[] {
  return read.values.flatMap(({ key, measure, value, cell }): readonly CellFinding[] => {
    if (value === undefined || yearNumber(measure) === undefined) return [];
    // shares are worked out from what is compared anyway, or rounded by hand
    if (findKey(formSet, key)?.indicator.kind === "ratio") return [];
    const reported = earlier.ofYear(key, measure);
    if (reported === undefined || reported.value === value) return [];
    const params = { label: nameOfKey(formSet, key), value, reported: reported.value, period: reported.period };
    if (reported.settled) return [reportCycle("cycle/year-differs", params, cell)];
    const finding = reportCycle("cycle/year-unsettled", params, cell);
    const explanation = explanationFor(finding.rule, measure, [{ key, measure }], read.explanations);
    return [{ ...finding, ...(explanation === undefined ? {} : { explanation }) }];
  });
}
