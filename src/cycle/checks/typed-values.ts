/** What every typed figure must be: there, whole, not negative. */

import { reportCycle } from "../../findings/messages/cycle.js";
import type { FormSet } from "../../forms/form-set.js";
import { findKey, nameOfKey } from "../../forms/indicators.js";
import { isEarlier } from "../../forms/measures.js";
import { layoutWorkbook, type ValueCell } from "../../workbook/layout/index.js";
import type { CellFinding, ReadReturn, ReturnedValue } from "../returns.js";
import { measureWords } from "./conditions.js";

/** Cells that a kind of unit fills in a kind of period. */
interface Typing {
  readonly formSet: FormSet;
  readonly unitKind: string;
  readonly periodKind: string;
}

const layouts = new WeakMap<FormSet, Map<string, ReadonlyMap<string, ValueCell>>>();

/** Home cells by `key/measure`, worked out once for each kind of workbook. */
export function homesOf({ formSet, unitKind, periodKind }: Typing): ReadonlyMap<string, ValueCell> {
  const known = layouts.get(formSet) ?? new Map<string, ReadonlyMap<string, ValueCell>>();
  layouts.set(formSet, known);
  const name = `${unitKind}/${periodKind}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const { values } = layoutWorkbook(formSet, unitKind, periodKind);
  const homes = new Map(
    values.flatMap((value) => (value.role === "echo" ? [] : [[`${value.key}/${value.measure}`, value] as const])),
  );
  known.set(name, homes);
  return homes;
}

/** Whether a blank cell had to be filled: own figures; figures of earlier times that nobody had locked. */
function requires({ role, measure }: ValueCell, initial: boolean): "value" | "opening" | undefined {
  if (role === "typed") return measure === "actual" ? "value" : undefined;
  if (role !== "opening") return undefined;
  return isEarlier(measure) || initial ? "opening" : undefined;
}

const labelOf = ({ label, measure }: ValueCell): string => measureWords(measure) + label;

function checkNumber(
  { key, value, cell }: ReturnedValue,
  home: ValueCell,
  { formSet }: Typing,
): CellFinding | undefined {
  if (value === undefined) return undefined;
  const label = labelOf(home);
  if (value < 0) return reportCycle("cycle/negative", { label, value }, cell);
  if (home.number === "decimal" || Number.isInteger(value)) return undefined;
  return reportCycle("cycle/not-whole", { label, value, unit: findKey(formSet, key)?.indicator.unit ?? "" }, cell);
}

/** Faults of a sheet that leave none of its cells to be read. */
const SHEET_GONE: ReadonlySet<string> = new Set([
  "return/sheet-missing",
  "return/sheet-unreadable",
  "return/sheet-cut",
]);
/** From so many blanks on, a form that is blank throughout is one finding. */
const BLANK_FORM = 4;

const isBlank = ({ value, typed }: ReturnedValue): boolean => value === undefined && (typed ?? "").trim() === "";

/** Sheets on which nothing was typed, with the cells that had to be. */
function blankSheets(required: readonly ReturnedValue[], values: readonly ReturnedValue[]) {
  const filled = new Set(values.flatMap((value) => (isBlank(value) ? [] : [value.cell.sheet])));
  const sheets = new Map<string, ReturnedValue[]>();
  for (const value of required) {
    const { sheet } = value.cell;
    if (!filled.has(sheet)) sheets.set(sheet, [...(sheets.get(sheet) ?? []), value]);
  }
  return sheets;
}

/** Years of a review of which nothing was typed, with the cells that had to be: a column each. */
function blankYears(required: readonly ReturnedValue[], values: readonly ReturnedValue[]) {
  const nameOf = ({ cell, measure }: ReturnedValue): string => `${cell.sheet}/${measure}`;
  const filled = new Set(values.flatMap((value) => (isBlank(value) ? [] : [nameOf(value)])));
  const columns = new Map<string, ReturnedValue[]>();
  for (const value of required) {
    const name = nameOf(value);
    if (isEarlier(value.measure) && !filled.has(name)) columns.set(name, [...(columns.get(name) ?? []), value]);
  }
  return (value: ReturnedValue): readonly ReturnedValue[] => columns.get(nameOf(value)) ?? [];
}

function checkBlanks(
  read: ReadReturn,
  typed: readonly ReturnedValue[],
  homes: ReadonlyMap<string, ValueCell>,
): readonly CellFinding[] {
  const initial = read.initial ?? false;
  const homeOf = ({ key, measure }: ReturnedValue): ValueCell | undefined => homes.get(`${key}/${measure}`);
  const required = typed.filter((value) => {
    const home = homeOf(value);
    return isBlank(value) && value.gone !== true && home !== undefined && requires(home, initial) !== undefined;
  });
  const unreadable = read.findings.some(({ id }) => SHEET_GONE.has(id));
  const blank = blankSheets(required, typed);
  const yearOf = blankYears(required, typed);
  return required.flatMap((value): readonly CellFinding[] => {
    const whole = blank.get(value.cell.sheet);
    const home = homeOf(value);
    if (home === undefined || (whole !== undefined && unreadable)) return [];
    if (whole !== undefined && whole.length >= BLANK_FORM) {
      if (whole[0] !== value) return [];
      return [reportCycle("cycle/blank-form", { sheet: value.cell.sheet, count: whole.length }, value.cell)];
    }
    const column = yearOf(value);
    if (column.length >= BLANK_FORM) {
      if (column[0] !== value) return [];
      const year = measureWords(value.measure).replace(/: $/u, "");
      return [reportCycle("cycle/blank-year", { sheet: value.cell.sheet, year, count: column.length }, value.cell)];
    }
    if (isEarlier(home.measure)) return [reportCycle("cycle/missing-year", { label: labelOf(home) }, value.cell)];
    const id = requires(home, initial) === "opening" ? "cycle/missing-opening" : "cycle/missing-value";
    return [reportCycle(id, { label: labelOf(home) }, value.cell)];
  });
}

/** Figures of the same period of last year that the unit had to type: a column left blank is one finding a sheet. */
function checkSamePeriod({ samePeriod = [] }: ReadReturn, { formSet }: Typing): readonly CellFinding[] {
  const sheets = new Map<string, ReturnedValue[]>();
  for (const value of samePeriod.filter(isBlank)) {
    const { sheet } = value.cell;
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), value]);
  }
  return [...sheets].flatMap(([sheet, blanks]): readonly CellFinding[] => {
    if (blanks.length < BLANK_FORM) {
      return blanks.map(({ key, cell }) =>
        reportCycle("cycle/missing-same-period", { label: nameOfKey(formSet, key) }, cell),
      );
    }
    return [reportCycle("cycle/blank-same-period", { sheet, count: blanks.length }, blanks[0]?.cell)];
  });
}

/**
 * Checks figures one by one.
 *
 * @param read a return that could be read
 */
export function checkTypedValues(read: ReadReturn, typing: Typing): readonly CellFinding[] {
  const homes = homesOf(typing);
  const typed = read.values.filter(({ key, measure }) => {
    const role = homes.get(`${key}/${measure}`)?.role;
    return role === "typed" || role === "opening";
  });
  const wrong = typed.flatMap((value) => {
    const home = homes.get(`${value.key}/${value.measure}`);
    return (home && checkNumber(value, home, typing)) ?? [];
  });
  return [...checkBlanks(read, typed, homes), ...wrong, ...checkSamePeriod(read, typing)];
}
