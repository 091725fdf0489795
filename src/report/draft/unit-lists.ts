/** Lists of units that a report names: who sent nothing, who was late, where nothing occurred. */
import type { ValueKey } from "../../forms/index.js";
import { type BookUnit, type PeriodTotals, printFigure } from "../totals/index.js";
import type { UnitListName } from "./vocabulary.js";

/** The units of a list, in the order of the register. */
export function unitsIn(
  list: UnitListName,
  totals: PeriodTotals,
  late: ReadonlySet<string>,
  key: ValueKey | undefined,
): readonly BookUnit[] {
  const { units } = totals.book;
  switch (list) {
    case "missing":
      return units.filter(({ standing }) => standing === "notSent");
    case "toCorrect":
      return units.filter(({ standing }) => standing === "toCorrect");
    case "toExplain":
      return units.filter(({ toExplain }) => toExplain);
    case "late":
      return units.filter(({ code }) => late.has(code));
    case "zero": {
      if (key === undefined) return [];
      // where nothing occurred anywhere, the sentence about the whole says so
      if (totals.total(key).value === 0) return [];
      const counted = new Set(totals.total(key).coverage.counted);
      return units.filter(({ code }) => counted.has(code) && totals.total(key, code).value === 0);
    }
  }
}

/**
 * "02 đơn vị (A, B)"; "14 đơn vị (A, B và 12 đơn vị khác)".
 *
 * @param print writes a name from outside
 * @param most names at most
 */
export function sayUnits(units: readonly BookUnit[], print: (name: string) => string, most: number): string {
  const count = (number: number): string => `${printFigure(number, "đơn vị")} đơn vị`;
  const shown = units.length > most ? units.slice(0, most) : units;
  const names = shown.map(({ short }) => print(short)).join(", ");
  const rest = units.length - shown.length;
  return `${count(units.length)} (${names}${rest === 0 ? "" : ` và ${count(rest)} khác`})`;
}
