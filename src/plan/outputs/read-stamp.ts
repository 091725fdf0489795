/** The stamp of a tracking workbook, wherever its sheet is and whatever it is called. */
import type { PartFault } from "../../archive/archive.js";
import { READ_LIMITS } from "../../workbook/read/limits.js";
import { isPackage, openPackage, type WorkbookPackage } from "../../workbook/read/package/open-package.js";
import { cellKey, columnOf, rowOf } from "../../workbook/read/sheet/address.js";
import type { SheetGrid } from "../../workbook/read/sheet/cell.js";
import { textOf } from "../../workbook/read/values/interpret-text.js";
import {
  ALL_BODIES,
  STAMP_COLUMNS,
  STAMP_LABELS,
  STAMP_SHEET,
  type StampField,
  stampCheck,
  type TrackingStamp,
} from "./tracking-layout.js";

/** What the hidden sheet says. */
export interface StampReading {
  readonly stamp: TrackingStamp;
  readonly sheet: string;
  /** Tasks that were asked about: texts by id. */
  readonly tasks: ReadonlyMap<string, string>;
  /** Labels of fields that are lost or altered. */
  readonly faulty: readonly string[];
}

const FIELDS = Object.keys(STAMP_LABELS) as StampField[];

/** Row and column of the label that the sheet is told by. */
function markerOf(grid: SheetGrid): { readonly row: number; readonly column: number } | undefined {
  for (const [key, { content }] of grid.cells) {
    if (content.kind === "text" && content.text.normalize("NFC").trim() === STAMP_LABELS.layout) {
      return { row: rowOf(key), column: columnOf(key) };
    }
  }
  return undefined;
}

function readFrom(grid: SheetGrid, date1904: boolean): StampReading | undefined {
  const marker = markerOf(grid);
  if (marker === undefined) return undefined;
  const text = (row: number, column: number): string => textOf(grid.cells.get(cellKey(row, column)), date1904);
  const fields = new Map<StampField, string>();
  const tasks = new Map<string, string>();
  const apart = marker.column - STAMP_COLUMNS.label;
  for (const key of grid.cells.keys()) {
    const [row, column] = [rowOf(key), columnOf(key)];
    const field =
      column === marker.column ? FIELDS.find((name) => STAMP_LABELS[name] === text(row, column)) : undefined;
    if (field !== undefined && !fields.has(field)) fields.set(field, text(row, STAMP_COLUMNS.value + apart));
    if (column === STAMP_COLUMNS.task + apart) tasks.set(text(row, column), text(row, STAMP_COLUMNS.text + apart));
  }
  const value = (field: StampField): string => fields.get(field) ?? "";
  const optional = (field: "number" | "date" | "issuer") => (value(field) === "" ? {} : { [field]: value(field) });
  const body = value("body");
  const stamp: TrackingStamp = {
    ...{ plan: value("plan"), title: value("title"), tasks: value("tasks"), revision: Number(value("revision")) || 0 },
    ...{ ...optional("number"), ...optional("date"), ...optional("issuer") },
    ...(body === "" || body === ALL_BODIES ? {} : { body }),
  };
  const lost = FIELDS.filter(
    (field) => !["number", "date", "issuer", "check"].includes(field) && value(field) === "",
  ).map((field) => STAMP_LABELS[field]);
  const altered = lost.length === 0 && value("check") !== stampCheck(stamp) ? [STAMP_LABELS.check] : [];
  return { stamp, sheet: grid.name, tasks, faulty: [...lost, ...altered] };
}

/** Finds the stamp; undefined when no sheet has one, a fault when the sheet of that name cannot be read. */
export function readTrackingStamp(workbook: WorkbookPackage): StampReading | PartFault | undefined {
  // the hidden sheet stands last unless somebody moved it
  const sheets = [...workbook.sheets].reverse();
  const named = sheets.filter((name) => name.toLowerCase() === STAMP_SHEET);
  for (const name of [...named, ...sheets.filter((other) => !named.includes(other))]) {
    const grid = workbook.sheet(name);
    if (typeof grid === "string") {
      if (named.includes(name)) return grid;
      continue;
    }
    const reading = readFrom(grid, workbook.date1904);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

/** Whether a file is a tracking workbook: its package names the sheet, or one of its sheets bears the stamp. */
export function isTracking(bytes: Uint8Array): boolean {
  const workbook = openPackage(bytes, READ_LIMITS);
  if (!isPackage(workbook)) return false;
  if (workbook.sheets.some((name) => name.toLowerCase() === STAMP_SHEET)) return true;
  const reading = readTrackingStamp(workbook);
  return reading !== undefined && typeof reading !== "string";
}
