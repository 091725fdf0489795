/** Fills the outline that an office got from its superior with what its own units come to. */
import type { FormSet, Measure } from "../../forms/form-set.js";
import { nameOfKey } from "../../forms/indicators.js";
import { fillWorkbook, type Typed } from "../../workbook/fill-workbook.js";
import { addressOf, type FormSheet, layoutWorkbook } from "../../workbook/layout/index.js";
import { type FormSets, readWorkbook } from "../../workbook/read/index.js";
import { homesOf } from "../checks/typed-values.js";
import type { CellPlace, ReadReturn, ReturnedValue } from "../returns.js";
import { nameOf, type Sums } from "./sums.js";

export interface FillInput {
  readonly outline: Uint8Array;
  readonly formSets: FormSets;
  readonly formSet: FormSet;
  readonly unitKind: string;
  readonly periodKind: string;
  readonly sums: Sums;
  /** Sums of the same period of last year, by key, for outlines that leave it open. */
  readonly samePeriod: (key: string) => number | undefined;
  /** Rows of list forms of all units, by form: days as ISO. */
  readonly lists: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** A cell that says something else than the units come to. */
export interface Difference {
  readonly label: string;
  readonly cell: CellPlace;
  readonly there: number;
  readonly sum: number;
  /** The superior filled it in, so that it cannot be changed. */
  readonly locked: boolean;
}

export interface Filled {
  /** Absent when what was filled in could not be read back. */
  readonly bytes?: Uint8Array;
  readonly figures: number;
  readonly listRows: number;
  /** Cells that a person has filled already; they stay. */
  readonly kept: number;
  readonly differences: readonly Difference[];
  /** Figures that are asked for and have no sum. */
  readonly open: readonly { readonly label: string; readonly cell: CellPlace }[];
  /** Headings of the đề cương that wait for text. */
  readonly unwritten: number;
  /** Rows of lists that there is no room for. */
  readonly unlisted: number;
}

const isBlank = ({ value, typed }: ReturnedValue): boolean => value === undefined && (typed ?? "").trim() === "";

class Filling {
  readonly cells = new Map<string, Map<string, Typed>>();
  count = 0;

  put({ sheet, address }: CellPlace, typed: Typed): void {
    this.cells.set(sheet, (this.cells.get(sheet) ?? new Map<string, Typed>()).set(address, typed));
  }
}

/** What a cell of a list takes: whole numbers as such, days as people type them. */
function listed(content: string, text: string): Typed {
  if (content === "integer" && /^\d+$/u.test(text)) return Number(text);
  const [, year, month, day] = (content === "date" && /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text)) || [];
  return year === undefined ? text : `${Number(day)}/${Number(month)}/${year}`;
}

/** Puts rows into an empty list; numbers of rows stay as they are. */
function fillList(filling: Filling, form: FormSheet, rows: readonly (readonly string[])[]): number {
  const room = form.body.last - form.body.first + 1;
  rows.slice(0, room).forEach((row, index) => {
    form.columns.forEach(({ column, source }, at) => {
      const text = row[at] ?? "";
      if (source.content === "ordinal" || text === "") return;
      const address = addressOf(form.body.first + index, column);
      filling.put({ sheet: form.sheet, address }, listed(source.content, text));
    });
  });
  return Math.min(rows.length, room);
}

/** Reads the filled workbook again: every figure must be there, and nothing else may have changed. */
function isWritten(before: ReadReturn, after: ReadReturn, figures: ReadonlyMap<string, number>): boolean {
  const known = new Map(before.values.map(({ key, measure, value }) => [nameOf(key, measure), value]));
  const computed = (name: string): boolean => !figures.has(name) && known.get(name) === undefined;
  return (
    after.stamp?.hash === before.stamp?.hash &&
    after.values.length === before.values.length &&
    after.values.every(({ key, measure, value }) => {
      const name = nameOf(key, measure);
      return computed(name) || value === (figures.get(name) ?? known.get(name));
    })
  );
}

/** Fills what is open and blank; whatever stands in a cell already stays. */
export function fillOutline(input: FillInput): Filled {
  const { outline, formSets, formSet, unitKind, periodKind, sums, samePeriod, lists } = input;
  const read = readWorkbook(outline, formSets);
  const homes = homesOf({ formSet, unitKind, periodKind });
  const filling = new Filling();
  const figures = new Map<string, number>();
  const differences: Difference[] = [];
  const open: { label: string; cell: CellPlace }[] = [];
  let kept = 0;
  const labelOf = (key: string, measure: Measure): string => homes.get(nameOf(key, measure))?.label ?? key;
  for (const value of read.values) {
    const { key, measure, cell } = value;
    const name = nameOf(key, measure);
    const role = homes.get(name)?.role;
    if ((role !== "typed" && role !== "opening") || value.gone === true) continue;
    const sum = sums.get(name);
    if (!isBlank(value)) {
      const locked = value.typed === undefined;
      if (!locked) kept += 1;
      if (sum !== undefined && value.value !== undefined && sum !== value.value) {
        differences.push({ label: labelOf(key, measure), cell, there: value.value, sum, locked });
      }
    } else if (sum !== undefined) {
      filling.put(cell, sum);
      figures.set(name, sum);
    } else if (measure === "actual" || role === "opening") open.push({ label: labelOf(key, measure), cell });
  }
  let lastYear = 0;
  for (const value of (read.samePeriod ?? []).filter(isBlank)) {
    const sum = samePeriod(value.key);
    if (sum === undefined) {
      open.push({ label: `${nameOfKey(formSet, value.key)} (cùng kỳ năm trước)`, cell: value.cell });
      continue;
    }
    filling.put(value.cell, sum);
    lastYear += 1;
  }
  let [listRows, unlisted] = [0, 0];
  for (const sheet of layoutWorkbook(formSet, unitKind, periodKind).sheets) {
    if (sheet.kind !== "form" || sheet.list === undefined || (read.lists[sheet.form.id] ?? []).length > 0) continue;
    const rows = lists.get(sheet.form.id) ?? [];
    const put = fillList(filling, sheet, rows);
    listRows += put;
    unlisted += rows.length - put;
  }
  const bytes = fillWorkbook(outline, filling.cells);
  const again = readWorkbook(bytes, formSets);
  const written =
    isWritten(read, again, figures) &&
    Object.values(again.lists).reduce((sum, rows) => sum + rows.length, 0) ===
      Object.values(read.lists).reduce((sum, rows) => sum + rows.length, listRows);
  return {
    ...(written ? { bytes } : {}),
    ...{ figures: figures.size + lastYear, listRows, kept, differences, open, unlisted },
    unwritten: unwrittenIn(read, input),
  };
}

/** Headings that ask for text and have none. */
function unwrittenIn({ narrative }: ReadReturn, { formSet, unitKind, periodKind }: FillInput): number {
  const asking = layoutWorkbook(formSet, unitKind, periodKind).sheets.flatMap((sheet) =>
    sheet.kind === "outline" ? sheet.sections.filter(({ answer }) => answer !== undefined) : [],
  ).length;
  return Math.max(0, asking - narrative.filter(({ text }) => text.trim() !== "").length);
}
