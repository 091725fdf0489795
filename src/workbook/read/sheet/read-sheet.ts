import { XmlScanner } from "../../../xml/xml-scanner.js";
import type { ReadLimits } from "../limits.js";
import { type Area, areaOf, cellKey, columnOf, keyOfAddress, rowOf } from "./address.js";
import type { SheetCell, SheetGrid } from "./cell.js";
import { type CellContext, CellReader } from "./read-cell.js";

interface RowsRead {
  /** Last row that was met. */
  readonly last: number;
  /** Something stands outside of the limits. */
  readonly overflow: boolean;
  /** How many rows there were, formatted blank ones too. */
  readonly count: number;
  /** The rows come to their end. */
  readonly whole: boolean;
}

const EMPTY: RowsRead = { last: 0, count: 0, overflow: false, whole: true };

/** Most merged areas that are kept. */
const MERGES = 20_000;

export interface SheetSource {
  readonly name: string;
  /** Byte text. */
  readonly xml: string;
  /** The XML ends before its end. */
  readonly cut: boolean;
}

/**
 * Reads the cells of a sheet's XML. Only cells that hold something are kept; validations, conditional formats, drawings and
 * extensions are passed over, whatever their size.
 *
 * @returns "broken" when the XML has no rows or ends among them without having been cut
 */
export function readSheet(source: SheetSource, context: CellContext, limits: ReadLimits): SheetGrid | "broken" {
  const scanner = new XmlScanner(source.xml, 0, "bytes");
  const cells = new Map<number, SheetCell>();
  if (!goTo(scanner, "sheetData")) return "broken";
  const rows = scanner.empty ? EMPTY : readRows(scanner, cells, context, limits);
  if (!rows.whole && !source.cut) return "broken";
  return {
    name: source.name,
    cells,
    overflow: rows.overflow,
    long: rows.count > limits.rows,
    ended: !source.cut,
    cut: source.cut && rows.last <= limits.rows,
    merges: readMerges(source.xml, scanner.end),
    protected: isProtected(source.xml, scanner.end),
  };
}

function goTo(scanner: XmlScanner, name: string): boolean {
  while (scanner.next()) if (scanner.name === name && !scanner.closing) return true;
  return false;
}

/** Reads up to the end of the rows. */
function readRows(
  scanner: XmlScanner,
  cells: Map<number, SheetCell>,
  context: CellContext,
  limits: ReadLimits,
): RowsRead {
  const reader = new CellReader(scanner, context);
  let [row, column, count] = [0, 0, 0];
  /** Where the tag of the last empty cell starts, when its address was not looked at. */
  let passed = -1;
  let [overflow, whole] = [false, false];
  while (scanner.next()) {
    if (scanner.name === "c") {
      if (scanner.closing) continue;
      if (scanner.empty && scanner.beginsWith("r")) {
        passed = scanner.start;
        continue;
      }
      const address = scanner.rawAttribute("r");
      // A cell without its address follows the one before it.
      const key = keyOfAddress(address ?? "") ?? cellKey(row, columnBefore(scanner.xml, passed, column) + 1);
      column = columnOf(key);
      passed = -1;
      if (scanner.empty) continue;
      const cell = reader.read(rowOf(key), column);
      if (cell === undefined) continue;
      if (row <= limits.rows && column <= limits.columns) cells.set(key, cell);
      else overflow = true;
    } else if (scanner.name === "row") {
      if (scanner.closing) continue;
      count += 1;
      row = Number(scanner.rawAttribute("r") ?? row + 1);
      [column, passed] = [0, -1];
    } else if (scanner.name === "sheetData" && scanner.closing) {
      whole = true;
      break;
    }
  }
  return { last: row, count, overflow, whole };
}

/** Column of the cell before: the last one that was read, or an empty one that was passed over after it. */
function columnBefore(xml: string, passed: number, column: number): number {
  if (passed === -1) return column;
  const scanner = new XmlScanner(xml, passed);
  const key = scanner.next() ? keyOfAddress(scanner.rawAttribute("r") ?? "") : undefined;
  return key === undefined ? column : columnOf(key);
}

/** Goes straight to the element: what lies between may be large and is of no use. */
function startOf(xml: string, element: string, from: number): number {
  for (let at = xml.indexOf(element, from); at !== -1; at = xml.indexOf(element, at + 1)) {
    const open = xml.lastIndexOf("<", at);
    if (/^<(?:[\w.-]+:)?$/u.test(xml.slice(open, at))) return open;
  }
  return -1;
}

function readMerges(xml: string, from: number): Area[] {
  const merges: Area[] = [];
  const start = startOf(xml, "mergeCells", from);
  if (start === -1) return merges;
  const scanner = new XmlScanner(xml, start);
  while (scanner.next() && merges.length < MERGES) {
    if (scanner.name === "mergeCells" && scanner.closing) break;
    const area = scanner.name === "mergeCell" ? areaOf(scanner.rawAttribute("ref") ?? "") : undefined;
    if (area !== undefined) merges.push(area);
  }
  return merges;
}

function isProtected(xml: string, from: number): boolean {
  const start = startOf(xml, "sheetProtection", from);
  if (start === -1) return false;
  const scanner = new XmlScanner(xml, start);
  // LibreOffice writes "true" where Excel writes "1".
  return scanner.next() && /^(?:1|true|on)$/u.test(scanner.rawAttribute("sheet") ?? "");
}
