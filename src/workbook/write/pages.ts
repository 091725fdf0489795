/** On how many pages a form is printed: none may hold only its head or only its signatures. */
import type { Worksheet } from "exceljs";
import type { FormSheet } from "../layout/index.js";

/** Room of an A4 page between the margins: width in mm, height in points. */
const PAGE_ROOM = {
  landscape: { width: 273, height: 516 },
  portrait: { width: 186, height: 762 },
} as const;
/** A form that is longer than a page by less than this is printed smaller rather than with its signatures overleaf. */
const SQUEEZED = 1.2;
/** Points, where nothing else is set. */
const ROW_HEIGHT = 15;
/** The same for a form of several pages. */
const A_LITTLE = 1.08;
/** Rows of the body that the last page has at least. */
const LEAST_ROWS = 3;
/** Excel, LibreOffice and WPS differ a little in how much goes on a page. */
const ROOMS = [0.94, 1, 1.03] as const;
/** Points by which rows grow until the last page has some, and the most that they grow by. */
const STEP = 0.5;
const MOST_MORE = 12;

/** Height of a page in points of the sheet, whose print is as wide as the page at most. */
function roomOf({ form, columns }: FormSheet): number {
  const room = PAGE_ROOM[form.orientation];
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return room.height / Math.min(1, room.width / width);
}

interface Breaking {
  readonly pages: number;
  /** Rows of the body on the last page. */
  readonly lastRows: number;
}

/** Breaks a form as printers do: row by row, the head again on every page. */
function breakPages(
  sheet: Worksheet,
  { frame, headRows, numberRow, body, signRows }: FormSheet,
  room: number,
): Breaking {
  const heightOf = (row: number): number => sheet.getRow(row).height ?? ROW_HEIGHT;
  let titles = 0;
  for (let row = headRows.first; row <= numberRow; row++) titles += heightOf(row);
  let [pages, used, lastRows] = [1, 0, 0];
  for (let row = frame.issuerRows[0]; row <= signRows.name; row++) {
    const height = heightOf(row);
    if (used > 0 && used + height > room) {
      pages += 1;
      used = titles;
      lastRows = 0;
    }
    used += height;
    if (row >= body.first && row <= body.last) lastRows += 1;
  }
  return { pages, lastRows };
}

/**
 * Fits a form to its pages: to one where it is longer by little, else to as many as it takes, the last of which has rows of
 * the body. Rows grow where it would not.
 *
 * @returns the most pages that it is printed on; undefined for as many as it takes, since a list grows with its rows
 */
export function fitPages(sheet: Worksheet, form: FormSheet): number | undefined {
  const room = roomOf(form);
  const breakAt = (part: number): Breaking => breakPages(sheet, form, room * part);
  if (breakAt(SQUEEZED).pages === 1) return 1;
  for (let more = 0; more < MOST_MORE; more += STEP) {
    const most = form.list === undefined ? breakAt(A_LITTLE).pages : Number.POSITIVE_INFINITY;
    const breakings = ROOMS.map(breakAt);
    // what runs over is printed a little smaller
    if (breakings.every(({ pages, lastRows }) => pages > most || lastRows >= LEAST_ROWS)) {
      return breakings.some(({ pages }) => pages > most) ? most : undefined;
    }
    growRows(sheet, form);
  }
  return undefined;
}

function growRows(sheet: Worksheet, { body }: FormSheet): void {
  for (let row = body.first; row <= body.last; row++)
    sheet.getRow(row).height = (sheet.getRow(row).height ?? ROW_HEIGHT) + STEP;
}
