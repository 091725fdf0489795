/** Reads the figures that a unit types, opening ones among them. */
import type { ReturnedValue } from "../../../cycle/returns.js";
import { reportReturn } from "../../../findings/messages/returns.js";
import type { Measure } from "../../../forms/form-set.js";
import { findKey } from "../../../forms/indicators.js";
import type { ValueCell } from "../../layout/index.js";
import { measureSuffix } from "../../layout/wording.js";
import { reportAstray, reportMissing, type TroubledCell } from "../anchors/gone.js";
import type { LocatedCell } from "../anchors/locator.js";
import type { NumberContext } from "../numbers/typed-number.js";
import type { Reading } from "../reading.js";
import { interpretNumber } from "./interpret-number.js";
import { isOpen } from "./prefill.js";

/** A cell of the layout with where it is now; without that when it is gone. */
export interface FoundValue {
  readonly value: ValueCell;
  readonly located?: LocatedCell;
}

/** What a cell is called in findings. */
export function labelOf(value: { readonly label: string; readonly measure: Measure }): string {
  return value.label + measureSuffix(value.measure);
}

/** What a number in a cell may look like. */
export function contextOf(reading: Reading, key: string, number: "whole" | "decimal"): NumberContext {
  const unit = findKey(reading.plan.formSet, key)?.indicator.unit;
  return unit === undefined ? { number } : { number, unit };
}

/** Finds every value's cell, echoes included, and reports those of a sheet that are gone or astray. */
export function findValues(reading: Reading): readonly FoundValue[] {
  const { plan, locator, findings } = reading;
  const missing: TroubledCell[] = [];
  const astray: TroubledCell[] = [];
  const found = plan.layout.values.map((value): FoundValue => {
    const located = locator.cell(value);
    const trouble = { sheet: value.sheet, label: labelOf(value), column: value.columnCode.split(":")[0] ?? "" };
    const counts = value.role === "typed" || value.role === "opening";
    // A sheet that is gone as a whole is one finding of its own.
    if (located === undefined && counts && typeof locator.sheet(value.sheet) !== "string") missing.push(trouble);
    if (located?.astray === true && counts) astray.push({ ...trouble, at: located });
    return located === undefined ? { value } : { value, located };
  });
  findings.push(...reportMissing(missing), ...reportAstray(astray));
  return found;
}

/** Whether an opening figure was prefilled and locked; otherwise the unit types it. */
function isLocked(reading: Reading, { role, measure, definedName }: ValueCell): boolean {
  if (role !== "opening") return false;
  const earlier = measure === "baseline" || measure.startsWith("year");
  return !isOpen({ source: earlier ? "earlier" : "openings", definedName }, reading.copies, reading.identity);
}

/** Reads the typed and opening figures. Those that were locked keep the value that was sent. */
export function readTypedValues(reading: Reading, found: readonly FoundValue[]): readonly ReturnedValue[] {
  return found.flatMap(({ value, located }): readonly ReturnedValue[] => {
    if (value.role !== "typed" && value.role !== "opening") return [];
    const { key, measure } = value;
    const cell = placeOf(value, located);
    if (isLocked(reading, value)) {
      const locked = reading.copies.get(value.definedName);
      return [{ key, measure, cell, ...(locked === undefined ? {} : { value: locked }) }];
    }
    if (located === undefined) return [{ key, measure, cell, gone: true }];
    if (located.mergedInto !== undefined) {
      const params = { label: labelOf(value), into: located.mergedInto };
      reading.findings.push(reportReturn("return/cell-merged", params, located));
      return [{ key, measure, cell }];
    }
    const read = interpretNumber(located, contextOf(reading, key, value.number), reading.numbers);
    reading.findings.push(...read.findings);
    return [{ key, measure, cell, ...figureOf(read) }];
  });
}

function figureOf(read: { readonly value?: number; readonly typed?: string }): { value?: number; typed?: string } {
  return {
    ...(read.value === undefined ? {} : { value: read.value }),
    ...(read.typed === undefined ? {} : { typed: read.typed }),
  };
}

/** Where the cell is now, or where it should be. */
export function placeOf(
  value: { readonly sheet: string; readonly address: string },
  located: LocatedCell | undefined,
): { sheet: string; address: string } {
  const { sheet, address } = located ?? value;
  return { sheet, address };
}
