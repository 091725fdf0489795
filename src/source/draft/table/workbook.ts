import type { Worksheet } from "exceljs";
import { reportDraft } from "../../../findings/messages/draft.js";
import { foldTone } from "../../../norms/tone.js";
import type { FindingSink } from "../text/journal.js";
import type { Position } from "../text/position.js";
import { type GridCell, type GridRow, isTooLarge } from "./grid.js";
import type { Range } from "./range.js";
import { readCell } from "./workbook-cell.js";

/** What is taken out of a workbook, and where the draft says so. */
export interface WorkbookRequest {
  readonly path: string;
  /** Name of the sheet; the first when absent. */
  readonly sheet?: string;
  /** Everything that holds something when absent. */
  readonly range?: Range;
  readonly at: Position;
}

/** Largest workbook when unpacked: a small zip may hold gigabytes. */
const LARGEST = 64 * 1024 * 1024;

/**
 * The rows of a sheet, numbers and dates printed as Vietnamese text has them.
 *
 * @returns undefined when the file cannot be read or has no such sheet
 */
export async function readWorkbook(
  bytes: Uint8Array,
  request: WorkbookRequest,
  journal: FindingSink,
): Promise<GridRow[] | undefined> {
  const { path, at } = request;
  const size = await unpackedSize(bytes);
  if (size === undefined || size > LARGEST) {
    const megabytes = Math.ceil((size ?? 0) / 1024 / 1024);
    journal.add(
      size === undefined
        ? reportDraft("draft/attachment-broken", { path }, at)
        : reportDraft("draft/attachment-large", { path, megabytes }, at),
    );
    return undefined;
  }
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  try {
    // The type wants a Buffer; the zip reader takes any bytes. Validations of whole columns take seconds to read.
    await workbook.xlsx.load(bytes as never, { ignoreNodes: ["dataValidations"] });
  } catch {
    journal.add(reportDraft("draft/attachment-broken", { path }, at));
    return undefined;
  }
  const sheets = workbook.worksheets;
  const wanted = request.sheet;
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({ name }) => foldTone(name) === foldTone(wanted));
  if (sheet === undefined) {
    const names = sheets.map(({ name }) => name);
    journal.add(
      wanted === undefined || names.length === 0
        ? reportDraft("draft/attachment-broken", { path }, at)
        : reportDraft("draft/sheet", { sheet: wanted, sheets: names }, at),
    );
    return undefined;
  }
  return readSheet(sheet, request, journal);
}

/** Total size of the parts of a zip by its directory; undefined when it is none. */
async function unpackedSize(bytes: Uint8Array): Promise<number | undefined> {
  const { unzipSync } = await import("fflate");
  let total = 0;
  try {
    unzipSync(bytes, {
      filter: (part) => {
        total += part.originalSize;
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return total;
}

function readSheet(sheet: Worksheet, request: WorkbookRequest, journal: FindingSink): GridRow[] | undefined {
  const { path, at } = request;
  const range = request.range ?? usedRange(sheet);
  if (range === undefined) return [];
  const [height, width] = [Math.min(range.bottom, sheet.rowCount) - range.top + 1, range.right - range.left + 1];
  if (isTooLarge(height, width)) {
    journal.add(reportDraft("draft/table-too-large", { rows: height, columns: width }, at));
    return undefined;
  }
  const rows: GridRow[] = [];
  let hidden = false;
  for (let row = range.top; row < range.top + height; row += 1) {
    const cells: GridCell[] = [];
    hidden ||= sheet.getRow(row).hidden;
    for (let column = range.left; column <= range.right; column += 1) {
      const cell = sheet.getCell(row, column);
      hidden ||= sheet.getColumn(column).hidden;
      cells.push(readCell(cell, range, at, journal));
    }
    rows.push({ cells, at });
  }
  if (hidden) journal.add(reportDraft("draft/hidden-cells", { path }, at));
  return rows;
}

/** The smallest rectangle around the cells that hold something. */
function usedRange(sheet: Worksheet): Range | undefined {
  let range: Range | undefined;
  sheet.eachRow((row, top) => {
    row.eachCell((cell, left) => {
      if (cell.value === null || cell.value === "") return;
      range = {
        top: Math.min(range?.top ?? top, top),
        left: Math.min(range?.left ?? left, left),
        bottom: Math.max(range?.bottom ?? top, top),
        right: Math.max(range?.right ?? left, left),
      };
    });
  });
  return range;
}
