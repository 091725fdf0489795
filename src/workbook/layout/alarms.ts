/** Columns beside a form that name the checks which a row breaks; a red cell follows from them. */
import type { Measure } from "../../forms/form-set.js";
import { columnLetter } from "./address.js";
import { literal } from "./excel-text.js";
import { RESULTS } from "./wording.js";
import type { AlarmColumn, CheckPlace, FormSheet, ValueCell } from "./workbook-layout.js";

/** Checks by the value that they look at, as `key/measure`. */
export function checksByValue(lines: readonly CheckPlace[]): ReadonlyMap<string, readonly CheckPlace[]> {
  const found = new Map<string, CheckPlace[]>();
  for (const line of lines) {
    if (line.resultFormula === undefined) continue;
    for (const { key, measure } of line.values) {
      const id = `${key}/${measure}`;
      found.set(id, [...(found.get(id) ?? []), line]);
    }
  }
  return found;
}

/** "KT-B05 " for each check of the row that is broken in some measure and, where that is allowed, not explained. */
function alarmFormula(lines: readonly CheckPlace[]): string {
  const conditions = new Map<string, string[]>();
  for (const { check, result } of lines) {
    const broken = `${result.definedName}=${literal(RESULTS.broken[check.severity])}`;
    conditions.set(check.id, [...(conditions.get(check.id) ?? []), broken]);
  }
  return [...conditions].map(([id, broken]) => `IF(OR(${broken.join(",")}),${literal(`${id} `)},"")`).join("&");
}

/** The alarm columns of a form, one for each measure that some check looks at. */
export function layoutAlarms(
  { columns, cells }: Pick<FormSheet, "columns" | "cells">,
  checks: ReadonlyMap<string, readonly CheckPlace[]>,
): readonly AlarmColumn[] {
  const rows = new Map<Measure, { readonly row: number; readonly formula: string }[]>();
  const seen = new Set<string>();
  for (const { content, row } of cells) {
    if (content.kind !== "value") continue;
    const { key, measure }: ValueCell = content.value;
    const lines = checks.get(`${key}/${measure}`);
    if (lines === undefined || seen.has(`${row}/${measure}`)) continue;
    seen.add(`${row}/${measure}`);
    rows.set(measure, [...(rows.get(measure) ?? []), { row, formula: alarmFormula(lines) }]);
  }
  const last = columns.at(-1)?.column ?? 1;
  return [...rows].map(([measure, alarmed], index) => ({
    measure,
    column: last + 1 + index,
    letter: columnLetter(last + 1 + index),
    rows: alarmed,
  }));
}
