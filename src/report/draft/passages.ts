/** What passages of a template are repeated for: areas, units, years. */
import { readPeriod } from "../../periods/index.js";
import type { BookUnit, PeriodTotals, Scope } from "../totals/index.js";

/** Scopes of areas that have units in the period. */
export function areasOf({ scopes, book }: PeriodTotals): readonly Scope[] {
  const areas = new Set(book.units.flatMap(({ standing, area }) => (standing === "notAsked" ? [] : (area ?? []))));
  return [...scopes.values()].filter(({ area }) => area !== undefined && areas.has(area));
}

/** Units that were asked in the period, of a scope or all. */
export const unitsWithin = (scope: Scope | undefined, { book }: PeriodTotals): readonly BookUnit[] =>
  book.units.filter(
    ({ code, standing, area, kind }) =>
      standing !== "notAsked" &&
      (scope === undefined || scope.area === area || scope.id === kind || scope.id === code || scope.kind === "whole"),
  );

/** A year of a review: its name, and the period and measure that its figures have. */
export interface Yearly {
  readonly name: string;
  readonly period: string;
  readonly measure: string;
}

/** The years of a review; of its last one the period that ends with it. */
export function yearsOf({ period, context: office }: PeriodTotals): readonly Yearly[] {
  const years = Array.from({ length: period.year - period.firstYear + 1 }, (_, index) => period.firstYear + index);
  return years.map((year, at) => {
    const candidates = office.kinds
      .filter((kind) => kind.years === "one")
      .flatMap(({ id }) => readPeriod(`${year}-${id}`, office.kinds) ?? []);
    const whole = candidates.find(({ kind }) => kind === "nam");
    const last = year === period.year ? candidates.find(({ window }) => window.to === period.window.to) : undefined;
    const found = last ?? whole;
    const name = found === undefined || found.kind === "nam" ? String(year) : found.name;
    return { name, period: found?.id ?? `${year}-nam`, measure: `nam-${at + 1}` };
  });
}
