/** Rows that a unit added to list forms. */
import type { CellPlace, ReadReturn } from "../../../cycle/returns.js";
import { reportReturn } from "../../../findings/messages/returns.js";
import type { FormColumn } from "../../../forms/form-set.js";
import { detach } from "../../../xml/detach.js";
import { addressOf, type FormSheet } from "../../layout/index.js";
import { LocatedCell, type LocatedSheet } from "../anchors/locator.js";
import type { Reading } from "../reading.js";
import { cellKey } from "../sheet/address.js";
import { formulaText, type SheetCell } from "../sheet/cell.js";
import { interpretNumber } from "../values/interpret-number.js";
import { dayOf, textOf } from "../values/interpret-text.js";

/** A column of the list with where it is now. */
interface ListColumn {
  readonly source: FormColumn;
  readonly column: number;
}

/** Filled rows of each list form, in the order of its columns: days as ISO, marks as "x", whole numbers in digits. */
export function readLists(reading: Reading): ReadReturn["lists"] {
  const lists: Record<string, readonly (readonly string[])[]> = {};
  for (const form of reading.plan.forms) {
    if (form.list === undefined) continue;
    const sheet = reading.locator.sheet(form.sheet);
    lists[form.form.id] = typeof sheet === "string" ? [] : readList(reading, form, sheet);
  }
  return lists;
}

function readList(reading: Reading, form: FormSheet, sheet: LocatedSheet): readonly (readonly string[])[] {
  const span = rowsOf(reading, form, sheet);
  const columns = columnsOf(reading, form, sheet);
  if (span === undefined || columns.length === 0) return [];
  const rows: (readonly string[])[] = [];
  for (let row = span.top; row <= span.bottom || isAddedRow(row, columns, sheet, reading); row += 1) {
    const held = heldIn(row, columns, sheet, reading);
    if (held.said + held.mute === 0) continue;
    rows.push(columns.map((column) => readCell(reading, column, row, sheet)));
  }
  return rows;
}

/** From the first to the last row, by the list's name and by the codes of its rows. */
function rowsOf(reading: Reading, form: FormSheet, sheet: LocatedSheet): { top: number; bottom: number } | undefined {
  const named = form.list === undefined ? undefined : reading.workbook.names.get(form.list.definedName);
  const own = named !== undefined && named.sheet.toLowerCase() === sheet.name.toLowerCase() ? named.area : undefined;
  const coded = form.rows.flatMap(({ code }) => sheet.codes?.rows.get(code) ?? []);
  const rows = own === undefined ? coded : [...coded, own.top, own.bottom];
  return rows.length === 0 ? undefined : { top: Math.min(...rows), bottom: Math.max(...rows) };
}

function columnsOf(reading: Reading, form: FormSheet, sheet: LocatedSheet): readonly ListColumn[] {
  const named = form.list === undefined ? undefined : reading.workbook.names.get(form.list.definedName);
  const area = named?.area;
  // Without codes the columns must be as many as they were.
  const whole = area !== undefined && area.right - area.left + 1 === form.columns.length ? area.left : undefined;
  return form.columns.flatMap(({ source, code }, index) => {
    const column = sheet.codes?.columns.get(code)?.[0] ?? (whole === undefined ? undefined : whole + index);
    return column === undefined ? [] : [{ source, column }];
  });
}

/** What shows nothing and yet is no blank: an error, a formula that was saved without its result. */
function mute(cell: SheetCell | undefined): string | undefined {
  if (cell?.content.kind === "error") return detach(cell.content.code);
  if (cell?.formula === undefined || cell.content.kind !== "none") return undefined;
  return `=${detach(formulaText(cell.formula))}`;
}

/** Cells of a row that hold something, the ordinal not counted. */
function heldIn(row: number, columns: readonly ListColumn[], { grid }: LocatedSheet, reading: Reading) {
  const cells = columns.flatMap(({ source, column }) =>
    source.content === "ordinal" ? [] : [grid.cells.get(cellKey(row, column))],
  );
  const said = cells.filter((cell) => textOf(cell, reading.workbook.date1904) !== "").length;
  return { said, mute: cells.filter((cell) => mute(cell) !== undefined).length };
}

/** A row that was added right below the last: notes and signatures follow after a blank one. */
function isAddedRow(row: number, columns: readonly ListColumn[], sheet: LocatedSheet, reading: Reading): boolean {
  return heldIn(row, columns, sheet, reading).said >= 2;
}

function readCell(reading: Reading, { source, column }: ListColumn, row: number, sheet: LocatedSheet): string {
  const cell = sheet.grid.cells.get(cellKey(row, column));
  const said = textOf(cell, reading.workbook.date1904);
  const text = said === "" ? (mute(cell) ?? "") : said;
  if (text === "" || cell === undefined) return "";
  const place = { sheet: sheet.name, address: addressOf(row, column) };
  switch (source.content) {
    case "date":
      return readDay(reading, cell, text, place);
    case "integer": {
      const located = new LocatedCell(sheet.name, row, column, cell);
      const { value, findings } = interpretNumber(located, { number: "whole" }, reading.numbers);
      reading.findings.push(...findings);
      return value === undefined ? text : String(value);
    }
    case "mark":
      return readMark(said);
    default:
      return said;
  }
}

function readDay(reading: Reading, cell: SheetCell, text: string, place: CellPlace): string {
  const day = dayOf(cell, reading.workbook.date1904);
  if (day === undefined) reading.findings.push(reportReturn("return/not-date", { typed: text }, place));
  return day ?? text;
}

/** Ways of ticking a cell, and of saying no. */
const YES = /^(?:x|×|✓|✔|√|v|có|1|đúng)$/iu;
const NO = /^(?:-|–|không|ko|0|k)$/iu;

/** "x", nothing, or what was typed instead. */
function readMark(text: string): string {
  if (YES.test(text)) return "x";
  return NO.test(text) ? "" : text;
}
