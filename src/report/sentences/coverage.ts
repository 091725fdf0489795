/** Whose figures are in a figure, where that is not what the report has said of the whole period. */
import { type FigureCoverage, sayCoverage } from "../totals/index.js";

/**
 * " (20/22 đơn vị có số liệu)": of a figure that lacks units which the period as a whole does not.
 *
 * @param known codes of the units that the report names as missing already
 */
export function sayOwnCoverage(coverage: FigureCoverage, known: ReadonlySet<string>): string {
  const isOwn = coverage.counted.length > 0 && coverage.missing.some(({ unit }) => !known.has(unit));
  return isOwn ? ` (${sayCoverage(coverage)} có số liệu)` : "";
}
