/** Annexes as a workbook: A4, heads repeated on every page, totals and shares as live formulas. */
import type { Cell as SheetCell, Worksheet } from "exceljs";
import { columnFormula, type FormColumn, printExcel } from "../../forms/index.js";
import type { Day } from "../../organisation/index.js";
import { columnLetter } from "../../workbook/layout/address.js";
import { guarded } from "../../workbook/layout/excel-text.js";
import { layoutHead } from "../../workbook/layout/head.js";
import { sheetName } from "../../workbook/layout/names.js";
import { FORM_SHEET } from "../../workbook/layout/wording.js";
import { finishPackage } from "../../workbook/write/finish-package.js";
import { characters, textHeight } from "../../workbook/write/heights.js";
import { type AnnexCell, type AnnexFormula, type AnnexRow, type AnnexTable, columnNumbers } from "./annex-table.js";

export interface AnnexWorkbook {
  readonly title: string;
  /** Day that the file bears as that of its making. */
  readonly day: Day;
  /** The office in the corner of every form, the superior above it. */
  readonly issuer?: { readonly superior?: string; readonly name: string };
  readonly tables: readonly AnnexTable[];
}

const FONT = "Times New Roman";
const SIZE = 11;
const HEAD_FILL = "FFF1F0EC";
const GROUP_FILL = "FFF7F6F2";

/** Number formats: the reader's Excel shows them in its own language. */
const WHOLE = "#,##0";
const DECIMAL = "#,##0.00";

/** Printable width, mm, and least widths of columns. */
const PAGE = { portrait: 186, landscape: 273 } as const;
const WIDTHS = { ordinal: 11, label: 52, unitOfCount: 16, figure: 15, verdict: 20, note: 32 } as const;

function widthsOf({ columns, orientation }: AnnexTable): readonly number[] {
  const least = columns.map(({ content }: FormColumn): number => {
    if (content === "ordinal" || content === "label" || content === "unitOfCount" || content === "verdict")
      return WIDTHS[content];
    return content === "note" || content === "text" ? WIDTHS.note : WIDTHS.figure;
  });
  const room = PAGE[orientation] - least.reduce((sum, width) => sum + width, 0);
  const figures = least.filter((width) => width === WIDTHS.figure).length;
  // what is left goes to the figures, then to the label
  const wider = Math.max(0, Math.min(9, figures === 0 ? 0 : room / figures));
  const left = Math.max(0, room - wider * figures);
  return columns.map(({ content }, index) => {
    const width = least[index] ?? WIDTHS.figure;
    return content === "label" ? width + left : width === WIDTHS.figure ? width + wider : width;
  });
}

const side = { style: "thin" } as const;
const BORDER = { top: side, left: side, bottom: side, right: side };

/** Rows that follow each other as one range; no more pieces than a function takes. */
function ranges(letter: string, rows: readonly number[]): string {
  const pieces: string[] = [];
  for (let at = 0; at < rows.length; ) {
    const from = rows[at] ?? 0;
    let to = from;
    at += 1;
    while (rows[at] === to + 1) {
      to += 1;
      at += 1;
    }
    pieces.push(from === to ? `${letter}${from}` : `${letter}${from}:${letter}${to}`);
  }
  const calls: string[] = [];
  for (let at = 0; at < pieces.length; at += 200) calls.push(`SUM(${pieces.slice(at, at + 200).join(",")})`);
  return calls.join("+");
}

/** A formula as the file stores it; undefined when the table does not hold what it needs. */
function excelFormula(
  formula: AnnexFormula,
  table: AnnexTable,
  row: number,
  column: number,
  firstRow: number,
): string | undefined {
  const letterOf = (index: number): string => columnLetter(index + 1);
  if (formula.kind === "sum")
    return ranges(
      letterOf(column),
      formula.rows.map((each) => firstRow + each),
    );
  const { expression } = columnFormula(formula.text);
  const cells = new Set<string>();
  const text =
    expression &&
    printExcel(expression, ({ key }) => {
      const index = table.columns.findIndex(({ number }) => number === key);
      if (index < 0) return undefined;
      const address = `${letterOf(index)}${firstRow + row}`;
      cells.add(address);
      return address;
    });
  return text && guarded(text, [...cells]);
}

function alignmentOf({ content }: FormColumn): "left" | "center" | "right" {
  if (content === "label" || content === "note" || content === "text") return "left";
  return content === "ordinal" || content === "unitOfCount" || content === "verdict" ? "center" : "right";
}

interface Placed {
  readonly table: AnnexTable;
  readonly row: number;
  readonly column: number;
  readonly firstRow: number;
}

function putCell(target: SheetCell, cell: AnnexCell, kind: AnnexRow["kind"], placed: Placed): void {
  const { table, row, column, firstRow } = placed;
  const source = table.columns[column];
  const bold = kind !== "unit" && kind !== "indicator";
  target.font = { name: FONT, size: SIZE, bold };
  target.border = BORDER;
  if (kind === "group" || kind === "total")
    target.fill = { type: "pattern", pattern: "solid", fgColor: { argb: kind === "total" ? HEAD_FILL : GROUP_FILL } };
  const horizontal = source === undefined ? "left" : alignmentOf(source);
  // a figure does not touch the rule beside it
  const room = cell.kind === "figure" ? { indent: 1 } : { wrapText: true };
  target.alignment = { vertical: "middle", horizontal: cell.kind === "notApplicable" ? "center" : horizontal, ...room };
  switch (cell.kind) {
    case "blank":
      return;
    case "notApplicable":
      target.value = FORM_SHEET.notApplicable;
      return;
    case "text":
      target.value = cell.text === "" ? null : cell.text;
      return;
    case "figure": {
      const formula = cell.formula && excelFormula(cell.formula, table, row, column, firstRow);
      target.value = formula === undefined ? cell.value : { formula, result: cell.value };
      target.numFmt =
        Number.isInteger(cell.value) && source?.content !== "computed" ? WHOLE : numberFormat(cell, source);
    }
  }
}

/** Shares have two decimals, differences of whole numbers none. */
const numberFormat = (cell: Extract<AnnexCell, { kind: "figure" }>, source: FormColumn | undefined): string =>
  source?.formula?.includes("/") || !Number.isInteger(cell.value) ? DECIMAL : WHOLE;

function drawTable(sheet: Worksheet, table: AnnexTable, issuer: AnnexWorkbook["issuer"]): void {
  const count = table.columns.length;
  const widths = widthsOf(table);
  const total = widths.reduce((sum, width) => sum + width, 0);
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = characters(width);
  });
  let row = 0;
  const across = (
    text: string,
    look: { size?: number; bold?: boolean; italic?: boolean; horizontal?: "left" | "center" | "right" } = {},
  ) => {
    row += 1;
    const { size = SIZE, bold = false, italic = false, horizontal = "center" } = look;
    const cell = sheet.getCell(row, 1);
    cell.value = text;
    cell.font = { name: FONT, size, bold, italic };
    cell.alignment = { vertical: "middle", horizontal, wrapText: true };
    sheet.mergeCells(row, 1, row, count);
    sheet.getRow(row).height = textHeight(text, total, size, bold) + 2;
  };
  if (issuer?.superior !== undefined) across(issuer.superior, { horizontal: "left" });
  if (issuer !== undefined) across(issuer.name, { bold: true, horizontal: "left" });
  if (table.number !== undefined)
    across(FORM_SHEET.number(table.number, table.proposal), { bold: true, horizontal: "right" });
  across(table.title, { size: 14, bold: true });
  across(table.period, { bold: true });
  across(table.window, { italic: true });
  if (table.coverage !== "") across(table.coverage, { italic: true });
  if (table.unitOfCount !== undefined)
    across(FORM_SHEET.unitOfCount(table.unitOfCount), { italic: true, horizontal: "right" });

  const head = layoutHead(table.columns, row + 1, 1);
  const headFirst = row + 1;
  const heights = new Map<number, number>();
  for (const { row: at, column, rowSpan, columnSpan, text } of head.cells) {
    const width = widths.slice(column - 1, column - 1 + columnSpan).reduce((sum, part) => sum + part, 0);
    const height = textHeight(text, width, SIZE, true) / rowSpan;
    for (let down = 0; down < rowSpan; down += 1) {
      heights.set(at + down, Math.max(height, heights.get(at + down) ?? 0));
      for (let right = 0; right < columnSpan; right += 1) sheet.getCell(at + down, column + right).border = BORDER;
    }
    const cell = sheet.getCell(at, column);
    cell.value = text;
    cell.font = { name: FONT, size: SIZE, bold: true };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: HEAD_FILL } };
    cell.alignment = { vertical: "middle", horizontal: "center", wrapText: true };
    if (rowSpan > 1 || columnSpan > 1) sheet.mergeCells(at, column, at + rowSpan - 1, column + columnSpan - 1);
  }
  for (const [at, height] of heights) sheet.getRow(at).height = Math.ceil(height) + 3;
  const numberRow = headFirst + head.rows;
  columnNumbers(table).forEach((number, index) => {
    const cell = sheet.getCell(numberRow, index + 1);
    cell.value = number;
    cell.font = { name: FONT, size: SIZE - 2, italic: true };
    cell.alignment = { vertical: "middle", horizontal: "center", wrapText: true };
    cell.border = BORDER;
  });
  const numbered = Math.max(
    ...columnNumbers(table).map((number, index) =>
      textHeight(number.replace(/[=+-]/gu, "$& "), (widths[index] ?? 0) - 2, SIZE - 2),
    ),
  );
  sheet.getRow(numberRow).height = numbered + 2;

  const firstRow = numberRow + 1;
  table.rows.forEach(({ kind, cells }, at) => {
    let height = 0;
    cells.forEach((cell, column) => {
      putCell(sheet.getCell(firstRow + at, column + 1), cell, kind, { table, row: at, column, firstRow });
      if (cell.kind === "text")
        height = Math.max(height, textHeight(cell.text, widths[column] ?? 0, SIZE, kind !== "unit"));
    });
    sheet.getRow(firstRow + at).height = height + 2;
  });
  row = firstRow + table.rows.length - 1;
  for (const note of [...(table.signs === undefined ? [] : [table.signs]), ...table.notes])
    across(note, { italic: true, horizontal: "left" });
  sheet.pageSetup.printTitlesRow = `${headFirst}:${numberRow}`;
  sheet.views = [{ state: "frozen", ySplit: numberRow, xSplit: 2 }];
}

/**
 * The workbook of annexes; the same bytes for the same tables.
 *
 * @returns an XLSX file
 */
export async function annexWorkbook({ title, day, issuer, tables }: AnnexWorkbook): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  workbook.created = new Date(`${day}T00:00:00Z`);
  workbook.modified = workbook.created;
  workbook.creator = "vanthu";
  workbook.title = title;
  const names = new Set<string>();
  for (const table of tables) {
    const name = sheetName(table.number ?? table.title, names);
    names.add(name.toLowerCase());
    const sheet = workbook.addWorksheet(name, {
      pageSetup: { paperSize: 9, orientation: table.orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      headerFooter: { oddFooter: `&C${FORM_SHEET.page}` },
    });
    sheet.pageSetup.horizontalCentered = true;
    sheet.pageSetup.margins = { left: 0.47, right: 0.47, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
    drawTable(sheet, table, issuer);
  }
  return finishPackage(workbook);
}
