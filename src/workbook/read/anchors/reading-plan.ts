/** What the reader looks up again and again in a layout, worked out once for each form set and kinds of unit and period. */
import type { FormSet } from "../../../forms/form-set.js";
import {
  CHECK_COLUMNS,
  type FormSheet,
  INSTRUCTION_COLUMNS,
  layoutWorkbook,
  OUTLINE_COLUMNS,
  type SheetLayout,
  type ValueCell,
  type WorkbookLayout,
} from "../../layout/index.js";

import { cellKey } from "../sheet/address.js";

/** By what codes a cell is known when its name is lost. */
export interface CellCodes {
  readonly row: string;
  /** Code in the helper row; a sheet without such codes has a fixed distance from the helper column instead. */
  readonly column: string | number;
}

export interface ReadingPlan {
  readonly formSet: FormSet;
  readonly layout: WorkbookLayout;
  readonly forms: readonly FormSheet[];
  /** The cell of each value that is no echo, by `key/measure`. */
  readonly homes: ReadonlyMap<string, ValueCell>;
  /** Names of prefilled cells by `source/key`. */
  readonly prefilledNames: ReadonlyMap<string, string>;
  /** Some names of each sheet, by which it is known when it was renamed. */
  readonly namesBySheet: ReadonlyMap<string, readonly string[]>;
  /** Codes of a cell of the layout. */
  codesOf(sheet: string, row: number, column: number): CellCodes | undefined;
}

/** More names than this say nothing new about where a sheet went. */
const NAMES = 12;

const plans = new WeakMap<FormSet, Map<string, ReadingPlan>>();

/** The plan for workbooks of a form set, a kind of unit and a kind of period. */
export function readingPlan(formSet: FormSet, unitKind: string, periodKind: string): ReadingPlan {
  const known = plans.get(formSet) ?? new Map<string, ReadingPlan>();
  plans.set(formSet, known);
  const key = `${unitKind}/${periodKind}`;
  const plan = known.get(key) ?? planOf(formSet, layoutWorkbook(formSet, unitKind, periodKind));
  // Kinds come from files: those that file nothing are not kept.
  if (plan.layout.values.length > 0) known.set(key, plan);
  return plan;
}

function planOf(formSet: FormSet, layout: WorkbookLayout): ReadingPlan {
  const codes = new Map(layout.sheets.map((sheet) => [sheet.sheet, remembered(codesOfSheet(sheet))]));
  const homes = layout.values.filter(({ role }) => role !== "echo");
  return {
    formSet,
    layout,
    forms: layout.sheets.filter((sheet) => sheet.kind === "form"),
    homes: new Map(homes.map((value) => [`${value.key}/${value.measure}`, value])),
    prefilledNames: new Map(layout.prefilled.map(({ source, key, definedName }) => [`${source}/${key}`, definedName])),
    namesBySheet: new Map(layout.sheets.map((sheet) => [sheet.sheet, someNames(sheet, layout)])),
    codesOf: (sheet, row, column) => codes.get(sheet)?.(row, column),
  };
}

function someNames(sheet: SheetLayout, layout: WorkbookLayout): readonly string[] {
  const start = `'${sheet.sheet.replaceAll("'", "''")}'!`;
  const own = layout.names.filter(({ refersTo }) => refersTo.startsWith(start));
  const step = Math.max(1, Math.floor(own.length / NAMES));
  return own.filter((_, index) => index % step === 0).map(({ name }) => name);
}

type CodeLookup = (row: number, column: number) => CellCodes | undefined;

/** Each cell is looked up in every workbook again. */
function remembered(lookUp: CodeLookup): CodeLookup {
  const known = new Map<number, CellCodes | undefined>();
  return (row, column) => {
    const key = cellKey(row, column);
    const codes = known.get(key) ?? lookUp(row, column);
    known.set(key, codes);
    return codes;
  };
}

function codesOfSheet(sheet: SheetLayout): CodeLookup {
  switch (sheet.kind) {
    case "form": {
      const rows = new Map(sheet.rows.map(({ row, code }) => [row, code]));
      const columns = new Map(sheet.columns.map(({ column, code }) => [column, code]));
      return (row, column) => lookup(rows.get(row), columns.get(column));
    }
    case "outline": {
      const answers = sheet.sections.flatMap(({ answer, code }) =>
        answer === undefined ? [] : [{ row: answer.row, code }],
      );
      return codedRows(answers, OUTLINE_COLUMNS.code);
    }
    case "checks":
      return codedRows(sheet.lines, CHECK_COLUMNS.code);
    case "instructions":
      return codedRows(
        sheet.fields.map(({ row, field }) => ({ row, code: field })),
        INSTRUCTION_COLUMNS.code,
      );
    default:
      return () => undefined;
  }
}

/** Sheets whose columns carry no codes: a cell's column is so far from the helper column. */
function codedRows(rows: readonly { readonly row: number; readonly code: string }[], helper: number): CodeLookup {
  const codes = new Map(rows.map(({ row, code }) => [row, code]));
  return (row, column) => lookup(codes.get(row), column - helper);
}

function lookup(row: string | undefined, column: string | number | undefined): CellCodes | undefined {
  return row === undefined || row === "" || column === undefined ? undefined : { row, column };
}
