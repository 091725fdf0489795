/** What all sheets share: helper codes, print set-up, protection, widths. */
import type { Style, Worksheet } from "exceljs";
import { HELPER_COLUMN, HELPER_ROW } from "../layout/index.js";
import { FORM_SHEET } from "../layout/wording.js";
import { characters } from "./heights.js";
import { LOOKS } from "./looks.js";

/** ISO 216 A4, as Excel numbers paper. */
const A4 = 9;
const MARGIN = 12 / 25.4;
const FOOT = 8 / 25.4;

export interface PrintSetup {
  readonly orientation: "portrait" | "landscape";
  /** `B2:K40` as [first column, first row, last column, last row]. */
  readonly area: readonly [string, number, string, number];
  /** At most so many pages, however small; as many as it takes when absent. */
  readonly pages?: number | undefined;
  /** Rows repeated on every page. */
  readonly titles?: readonly [number, number];
}

/** A4, one page wide, page numbers in the footer. */
export function setUpPrint(sheet: Worksheet, { orientation, area, titles, pages }: PrintSetup): void {
  const [fromColumn, fromRow, toColumn, toRow] = area;
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: A4,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: pages ?? 0,
    horizontalCentered: true,
    margins: { left: MARGIN, right: MARGIN, top: MARGIN, bottom: MARGIN + 0.15, header: FOOT, footer: FOOT },
    // exceljs puts the first dollar sign itself
    printArea: `${fromColumn}$${fromRow}:${toColumn}$${toRow}`,
    ...(titles === undefined ? {} : { printTitlesRow: `${titles[0]}:${titles[1]}` }),
  };
  sheet.headerFooter = {
    oddFooter: `&L&"Times New Roman,Italic"&10&A&R&"Times New Roman,Regular"&10${FORM_SHEET.page}`,
  };
}

/** Locks everything that is not open. Without a password: it guides, and everything is checked again on reading. */
export async function protect(sheet: Worksheet, insertRows = false): Promise<void> {
  await sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows,
    sort: false,
    autoFilter: false,
  });
}

/** Writes one cell. */
export function put(
  sheet: Worksheet,
  row: number,
  column: number,
  value: string | number | { readonly formula: string } | null,
  look: Partial<Style>,
): void {
  const cell = sheet.getCell(row, column);
  if (value !== null && value !== "")
    cell.value = typeof value === "object" ? { formula: value.formula, date1904: false } : value;
  cell.style = look;
}

/** Writes a text across several columns; the whole span gets the look. */
export function putAcross(
  sheet: Worksheet,
  row: number,
  from: number,
  to: number,
  value: string | { readonly formula: string },
  look: Partial<Style>,
  rows = 1,
): void {
  for (let down = 0; down < rows; down++) {
    for (let column = from; column <= to; column++) put(sheet, row + down, column, null, look);
  }
  put(sheet, row, from, value, look);
  if (to > from || rows > 1) sheet.mergeCells(row, from, row + rows - 1, to);
}

/** Writes the sheet's code into the corner and hides the helper column and row. */
export function putCorner(sheet: Worksheet, code: string): void {
  put(sheet, HELPER_ROW, HELPER_COLUMN, code, LOOKS.helper);
  sheet.getColumn(HELPER_COLUMN).hidden = true;
  sheet.getRow(HELPER_ROW).hidden = true;
}

/** Writes a row's code into the helper column. */
export function putRowCode(sheet: Worksheet, row: number, code: string): void {
  if (code !== "") put(sheet, row, HELPER_COLUMN, code, LOOKS.helper);
}

/** Sets the width of a column given in mm. */
export function setWidth(sheet: Worksheet, column: number, mm: number): void {
  sheet.getColumn(column).width = characters(mm);
}
