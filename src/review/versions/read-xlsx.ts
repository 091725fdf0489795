/** A workbook as a flow: the rows of the sheets that are shown, values as their cells show them. */

import { READ_LIMITS } from "../../workbook/read/limits.js";
import {
  isPackage,
  type OpenFault,
  openPackage,
  type WorkbookPackage,
} from "../../workbook/read/package/open-package.js";
import { cellKey, columnOf, rowOf } from "../../workbook/read/sheet/address.js";
import { formulaText, type SheetCell, type SheetGrid } from "../../workbook/read/sheet/cell.js";
import { dayOfSerial } from "../../workbook/read/sheet/serial-day.js";
import { byteText } from "../../xml/byte-text.js";
import { decodeXml } from "../../xml/decode-xml.js";
import { XmlScanner } from "../../xml/xml-scanner.js";
import { type Flow, type FlowBlock, type FlowCell, tidy } from "../flow/flow.js";
import { placeBlocks, type RawRow, tableRows } from "../flow/places.js";
import { formatsOfCells, printFormatted, readNumberFormats } from "./number-formats.js";

/** Names of sheets that are not shown. */
function hiddenSheets({ archive }: WorkbookPackage): Set<string> {
  const hidden = new Set<string>();
  const part = archive.part("xl/workbook.xml");
  if (typeof part === "string") return hidden;
  const scanner = new XmlScanner(byteText(part.bytes), 0, "bytes");
  while (scanner.next()) {
    if (scanner.name !== "sheet" || scanner.closing) continue;
    if (/hidden/iu.test(scanner.rawAttribute("state") ?? "")) hidden.add(scanner.attribute("name") ?? "");
  }
  return hidden;
}

/** A number with a comma before its decimals, at most eleven digits, as Excel shows it. */
function printNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const rounded = String(Number(value.toPrecision(11)));
  return (rounded.includes("e") ? value.toFixed(12).replace(/0+$/u, "") : rounded).replace(".", ",");
}

const printDay = (iso: string): string => {
  const [year = "", month = "", day = ""] = iso.slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
};

function textOfCell({ content, formula }: SheetCell, date1904: boolean, format: string | undefined): string {
  switch (content.kind) {
    case "text":
      return tidy(content.text);
    case "number": {
      const day = content.date ? dayOfSerial(content.value, date1904) : undefined;
      if (day !== undefined) return printDay(day);
      return (format === undefined ? undefined : printFormatted(content.value, format)) ?? printNumber(content.value);
    }
    case "boolean":
      return content.value ? "Có" : "Không";
    case "day":
      return printDay(content.iso);
    case "error":
      return content.code;
    case "none":
      return formula === undefined ? "" : `=${formulaText(formula)}`;
  }
}

/** `C7` of row 7 and column 3. */
function addressOf(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/** Rows above the first one with figures are its heads, as far as they hold several cells. */
function withHeads(rows: readonly RawRow[]): RawRow[] {
  const isFigure = ({ text }: FlowCell): boolean => /^[-+]?\d+(?:[.,/]\d+)*\s*%?$/u.test(text);
  const first = rows.findIndex(({ cells }) => cells.filter(isFigure).length >= 2);
  return rows.map((row, index) => (index < first && row.cells.length > 1 ? { ...row, header: true } : row));
}

/** Formats of the cells of each sheet. */
function formatReader({
  archive,
  relationships,
  partOf,
}: WorkbookPackage): (sheet: string) => ReadonlyMap<number, string> {
  const textOf = (name: string | undefined): string => {
    const part = name === undefined ? "missing" : archive.part(name);
    return typeof part === "string" ? "" : decodeXml(part.bytes);
  };
  const formats = readNumberFormats(textOf(relationships.find(({ type }) => type === "styles")?.target));
  return (sheet) => formatsOfCells(textOf(partOf(sheet)), formats);
}

/** What is compared of a cell beside what it shows. */
function beneath({ content, formula }: SheetCell): Pick<FlowCell, "value" | "formula"> {
  return {
    ...(content.kind === "number" && !content.date ? { value: printNumber(content.value) } : {}),
    ...(formula === undefined ? {} : { formula: formulaText(formula) }),
  };
}

function rowsOfSheet(
  grid: SheetGrid,
  date1904: boolean,
  table: number,
  formats: ReadonlyMap<number, string>,
): FlowBlock[] {
  const rows = new Map<number, FlowCell[]>();
  const spans = new Map(grid.merges.map(({ top, left, right }) => [cellKey(top, left), right - left + 1]));
  for (const [key, cell] of grid.cells) {
    const [row, column] = [rowOf(key), columnOf(key)];
    const text = textOfCell(cell, date1904, formats.get(key));
    if (text === "") continue;
    const span = spans.get(key) ?? 1;
    rows.set(row, [
      ...(rows.get(row) ?? []),
      { column: column - 1, text, address: addressOf(row, column), ...beneath(cell), ...(span > 1 ? { span } : {}) },
    ]);
  }
  const raw = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, cells]) => ({
      cells: cells.sort((a, b) => a.column - b.column),
      header: false,
      place: { sheet: grid.name, table },
    }));
  return tableRows(withHeads(raw));
}

/**
 * Reads a workbook.
 *
 * @param bytes any file at all
 * @returns the flow, or why there is none
 */
export function flowOfXlsx(bytes: Uint8Array): Flow | OpenFault {
  const opened = openPackage(bytes, READ_LIMITS);
  if (!isPackage(opened)) return opened;
  const hidden = hiddenSheets(opened);
  const blocks: FlowBlock[] = [];
  const formatsOf = formatReader(opened);
  const shown = opened.sheets.filter((name) => !hidden.has(name));
  for (const [index, name] of shown.entries()) {
    const grid = opened.sheet(name);
    if (typeof grid === "string") return { kind: "broken" };
    blocks.push({ kind: "heading", text: tidy(name), place: { sheet: name } });
    blocks.push(...rowsOfSheet(grid, opened.date1904, index + 1, formatsOf(name)));
  }
  return { kind: "xlsx", fidelity: "model", blocks: placeBlocks(blocks) };
}
