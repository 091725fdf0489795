import type { Cell, Table } from "../../model/table.js";
import { READ_LIMITS } from "../../workbook/read/limits.js";
import { isPackage, openPackage } from "../../workbook/read/package/open-package.js";
import { cellKey, columnOf, rowOf } from "../../workbook/read/sheet/address.js";
import type { SheetGrid } from "../../workbook/read/sheet/cell.js";
import { type AllocationContext, type AllocationReading, readAllocation } from "./read-allocation.js";
import { printAmount } from "./write-allocation.js";

function textAt(grid: SheetGrid, row: number, column: number): string {
  const content = grid.cells.get(cellKey(row, column))?.content;
  if (content?.kind === "text") return content.text;
  return content?.kind === "number" ? printAmount(content.value) : "";
}

function tableOf(grid: SheetGrid): Table {
  const keys = [...grid.cells.keys()];
  const height = keys.reduce((most, key) => Math.max(most, rowOf(key)), 0);
  const width = keys.reduce((most, key) => Math.max(most, columnOf(key)), 1);
  const rows = Array.from({ length: height }, (_, index): Cell[] => {
    const row = index + 1;
    return Array.from({ length: width }, (_, place) => place + 1).flatMap((column): Cell[] => {
      const merge = grid.merges.find(
        ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
      );
      if (merge !== undefined && (merge.top !== row || merge.left !== column)) return [];
      const text = textAt(grid, row, column);
      const colSpan = merge === undefined ? 1 : Math.min(merge.right, width) - merge.left + 1;
      const rowSpan = merge === undefined ? 1 : Math.min(merge.bottom, height) - merge.top + 1;
      return [
        {
          paragraphs: [text === "" ? [] : [{ kind: "text", text }]],
          ...(colSpan > 1 ? { colSpan } : {}),
          ...(rowSpan > 1 ? { rowSpan } : {}),
        },
      ];
    });
  });
  return { columns: Array.from({ length: width }, () => ({})), headerRows: 0, rows };
}

/**
 * Reads the allocation out of a workbook: the first sheet that holds one.
 *
 * @returns no allocation when the file is no workbook, or none of its sheets shares targets out
 */
export function readAllocationWorkbook(bytes: Uint8Array, context: AllocationContext = {}): AllocationReading {
  const opened = openPackage(bytes, READ_LIMITS);
  if (!isPackage(opened)) return { findings: [] };
  for (const name of opened.sheets) {
    const grid = opened.sheet(name);
    if (typeof grid === "string") continue;
    const reading = readAllocation(tableOf(grid), context);
    if (reading.allocation !== undefined) return reading;
  }
  return { findings: [] };
}
