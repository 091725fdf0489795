/** Lists of the desk as a workbook: every sheet a table with a filter, to read on a screen and to print on A4. */
import type { Day } from "../organisation/index.js";
import { finishPackage } from "../workbook/write/finish-package.js";

export interface TableColumn {
  readonly head: string;
  /** Figures stand right, short marks in the middle; text is the rest. */
  readonly align?: "right" | "center";
}

export interface TableRow {
  /** Numbers stay numbers, so that they can be added up; an absent cell is empty. */
  readonly cells: readonly (string | number | undefined)[];
  /** ARGB. */
  readonly fill?: string;
  readonly bold?: true;
}

export interface TableSheet {
  readonly name: string;
  readonly title: string;
  /** Lines under the title. */
  readonly notes: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableWorkbook {
  readonly title: string;
  readonly day: Day;
  readonly sheets: readonly TableSheet[];
}

const FONT = "Times New Roman";
const HEAD_FILL = "FFF1F0EC";
/** With a point for thousands and a comma for decimals where the reader's machine is Vietnamese. */
const WHOLE = "#,##0";
const DECIMAL = "#,##0.##";

/** Columns no narrower and no wider than this, characters. */
const WIDTHS = { least: 5, most: 52, head: 14 } as const;
/** Height of a line of 12 pt, points. */
const LINE = 16.5;

const textOf = (cell: string | number | undefined): string =>
  cell === undefined ? "" : typeof cell === "number" ? cell.toLocaleString("vi-VN") : cell;

/** The longest word, since a head is broken between words only. */
const longestWord = (text: string): number => Math.max(...text.split(" ").map((word) => word.length));

/** Wide enough for the cells, and for the head in a few lines. */
function widthOf({ head, align }: TableColumn, cells: readonly string[]): number {
  const wanted = Math.max(longestWord(head), Math.min(head.length, WIDTHS.head), ...cells.map((cell) => cell.length));
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, wanted + (align === "right" ? 3 : 2)));
}

/** Share of a figure's width that a letter takes on average, and what is lost where lines are broken. */
const LETTER = 0.95;
const LOSS = 1.1;

/** Lines that a text takes in a width, rather one too many. */
function linesIn(text: string, width: number): number {
  const lines = (text.length * LETTER) / Math.max(1, width);
  return lines <= 1 ? 1 : Math.ceil(lines * LOSS);
}

const side = { style: "thin" } as const;
const BORDER = { top: side, left: side, bottom: side, right: side };

/**
 * The workbook; the same bytes for the same tables.
 *
 * @returns an XLSX file
 */
export async function tableWorkbook({ title, day, sheets }: TableWorkbook): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  workbook.created = new Date(`${day}T00:00:00Z`);
  workbook.modified = workbook.created;
  workbook.creator = "vanthu";
  workbook.title = title;
  for (const { name, title: heading, notes, columns, rows } of sheets) {
    const headRow = notes.length + 3;
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: "frozen", ySplit: headRow, xSplit: 0 }],
      pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      headerFooter: { oddFooter: "&C&P/&N" },
    });
    sheet.pageSetup.printTitlesRow = `${headRow}:${headRow}`;
    sheet.pageSetup.horizontalCentered = true;
    sheet.pageSetup.margins = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

    const widths = columns.map((column, at) =>
      widthOf(
        column,
        rows.map(({ cells }) => textOf(cells[at])),
      ),
    );
    widths.forEach((width, at) => {
      sheet.getColumn(at + 1).width = width;
    });
    // text over the table, as wide as the table: what runs on would make the print smaller
    const whole = widths.reduce((sum, width) => sum + width, 0);
    [heading, ...notes].forEach((text, at) => {
      const cell = sheet.getCell(at + 1, 1);
      cell.value = text;
      cell.font = { name: FONT, size: at === 0 ? 14 : 12, bold: at === 0 };
      cell.alignment = { vertical: "top", wrapText: true };
      sheet.mergeCells(at + 1, 1, at + 1, columns.length);
      sheet.getRow(at + 1).height = linesIn(text, at === 0 ? whole * 0.75 : whole) * (at === 0 ? LINE * 1.2 : LINE);
    });

    const heads: TableRow = { cells: columns.map(({ head }) => head), fill: HEAD_FILL, bold: true };
    [heads, ...rows].forEach(({ cells, fill, bold }, row) => {
      columns.forEach(({ align }, column) => {
        const value = cells[column];
        const cell = sheet.getCell(headRow + row, column + 1);
        cell.value = value ?? null;
        if (typeof value === "number") cell.numFmt = Number.isInteger(value) ? WHOLE : DECIMAL;
        const horizontal = row === 0 ? "center" : (align ?? "left");
        // a figure does not touch the text beside it
        const indent = horizontal === "right" ? { indent: 1 } : {};
        cell.alignment = { vertical: row === 0 ? "middle" : "top", horizontal, wrapText: true, ...indent };
        cell.border = BORDER;
        if (fill !== undefined) cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: fill } };
        cell.font = { name: FONT, size: 12, bold: bold === true };
      });
      const lines = columns.map((_, column) =>
        linesIn(textOf(cells[column]), (widths[column] ?? 1) - (row === 0 ? 3 : 0)),
      );
      sheet.getRow(headRow + row).height = Math.max(...lines) * LINE;
    });
    sheet.autoFilter = {
      from: { row: headRow, column: 1 },
      to: { row: headRow + rows.length, column: columns.length },
    };
  }
  return finishPackage(workbook);
}
