/** Cells that the workbook computes: values typed over formulas, and formulas that were changed. */
import type { ReturnedValue } from "../../../cycle/returns.js";
import { reportReturn } from "../../../findings/messages/returns.js";
import type { Measure, ValueKey } from "../../../forms/form-set.js";
import type { BodyCell, ValueCell } from "../../layout/index.js";
import type { LocatedCell } from "../anchors/locator.js";
import { parseTypedNumber } from "../numbers/typed-number.js";
import type { Reading } from "../reading.js";
import { formulaText, type SheetCell } from "../sheet/cell.js";
import { columnFigure } from "./column-figure.js";
import type { Figures } from "./figures.js";
import { textOf } from "./interpret-text.js";
import { type FoundValue, labelOf, placeOf } from "./read-values.js";

/** Shares are printed with two decimals; who types one over rounds it so. */
const ROUNDING = 0.0051;

function agrees(typed: number | undefined, value: number | undefined, number: "whole" | "decimal"): boolean {
  if (typed === undefined || value === undefined) return typed === value;
  return Math.abs(typed - value) <= (number === "decimal" ? ROUNDING : 1e-9);
}

/** A number typed over a formula; undefined when blank or no number. */
function numberIn(cell: SheetCell | undefined): number | undefined {
  if (cell?.content.kind === "number") return cell.content.value;
  if (cell?.content.kind !== "text") return undefined;
  const parsed = parseTypedNumber(cell.content.text, { number: "decimal", unit: "%" });
  return parsed.kind === "number" ? parsed.value : undefined;
}

/** Formulas as different programs write one and the same. */
function plainFormula(formula: string): string {
  return formula
    .replace(/^[\s+=]+|_xlfn\.|_xlws\./giu, "")
    .replace(/\s+/gu, "")
    .toUpperCase();
}

function isSameFormula(there: string, written: string | undefined): boolean {
  return written === undefined || there === written || plainFormula(there) === plainFormula(written);
}

/**
 * Compares computed cells and echoes with what the figures say, and reports what was typed over.
 *
 * @returns the computed values, worked out again
 */
export function readComputedValues(
  reading: Reading,
  found: readonly FoundValue[],
  figures: Figures,
): readonly ReturnedValue[] {
  const changed: { readonly value: ValueCell; readonly located: LocatedCell }[] = [];
  let intact = 0;
  const values = found.flatMap(({ value, located }): readonly ReturnedValue[] => {
    if (value.role !== "computed" && value.role !== "echo") return [];
    const { key, measure } = value;
    const result = figures.value(key, measure);
    if (located !== undefined) {
      const formula = located.cell?.formula;
      if (formula === undefined) reportReplaced(reading, value, located, result);
      else if (isSameFormula(formulaText(formula), value.formula)) intact += 1;
      else changed.push({ value, located });
    }
    if (value.role === "echo") return [];
    return [{ key, measure, cell: placeOf(value, located), ...(result === undefined ? {} : { value: result }) }];
  });
  // A program that writes all formulas in a way of its own has changed none.
  if (intact > 0 || changed.length === 1) {
    for (const { value, located } of changed) {
      reading.findings.push(reportReturn("return/formula-changed", { label: labelOf(value) }, located));
    }
  }
  return values;
}

function reportReplaced(reading: Reading, value: ValueCell, located: LocatedCell, result: number | undefined): void {
  const typed = textOf(located.cell, reading.workbook.date1904);
  const label = labelOf(value);
  const { findings } = reading;
  // An emptied cell says nothing false: the figure is worked out anyway.
  if (typed === "") return;
  if (agrees(numberIn(located.cell), result, value.number)) {
    findings.push(reportReturn("return/formula-replaced", { label, typed }, located));
  } else if (value.role === "echo") {
    const home = homeOf(reading, value.key, value.measure);
    findings.push(reportReturn("return/echo-differs", { label, typed, value: result, home }, located));
  } else {
    findings.push(reportReturn("return/total-differs", { label, typed, value: result }, located));
  }
}

/** "Biểu 2, ô D12": where the value is typed. */
function homeOf(reading: Reading, key: ValueKey, measure: Measure): string {
  const home = reading.plan.homes.get(`${key}/${measure}`) ?? reading.plan.homes.get(`${key}/actual`);
  if (home === undefined) return "biểu gốc";
  const { sheet, address } = placeOf(home, reading.locator.cell(home));
  return `${sheet}, ô ${address}`;
}

/** Reports percentages, sums over years and verdicts that were typed over. */
export function compareColumnFormulas(reading: Reading, figures: Figures): void {
  for (const { form, sheet, cells, rows } of reading.plan.forms) {
    const labels = new Map(rows.map(({ row, source }) => [row, source?.label ?? form.number]));
    for (const cell of cells) {
      if (cell.content.kind !== "formula") continue;
      const located = reading.locator.cell({ sheet, row: cell.row, column: cell.column });
      if (located?.cell === undefined || located.cell.formula !== undefined) continue;
      reportColumn(reading, cell, cells, located, labels.get(cell.row) ?? form.number, figures);
    }
  }
}

function reportColumn(
  reading: Reading,
  cell: BodyCell,
  cells: readonly BodyCell[],
  located: LocatedCell,
  row: string,
  figures: Figures,
): void {
  const typed = textOf(located.cell, reading.workbook.date1904);
  if (typed === "") return;
  const label = `${row}, cột ${cell.source.number}`;
  const result = columnFigure(cell, cells, reading.plan, figures);
  const same = result === "unknown" || agrees(numberIn(located.cell), result, "decimal");
  reading.findings.push(
    same
      ? reportReturn("return/formula-replaced", { label, typed }, located)
      : reportReturn("return/total-differs", { label, typed, value: result }, located),
  );
}
