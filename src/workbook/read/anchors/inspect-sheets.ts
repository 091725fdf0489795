/** Findings about sheets as a whole: gone, unreadable, copied, cut off, unlocked, with a broken head. */
import { reportReturn } from "../../../findings/messages/returns.js";
import type { FormSheet } from "../../layout/index.js";
import type { ReadLimits } from "../limits.js";
import type { Reading } from "../reading.js";
import type { LocatedSheet } from "./locator.js";
import { sheetCodeOf } from "./sheet-codes.js";

/** Looks at every sheet of the layout. Without its check sheet or its instructions a return can be read all the same. */
export function inspectSheets(reading: Reading, limits: ReadLimits): void {
  const { plan, locator, findings } = reading;
  const unlocked: string[] = [];
  for (const layout of plan.layout.sheets) {
    if (layout.kind === "hidden") continue;
    const sheet = locator.sheet(layout.sheet);
    if (sheet === "missing") {
      if (layout.kind === "form" || layout.kind === "outline") {
        findings.push(reportReturn("return/sheet-missing", { sheet: layout.sheet }));
      }
    } else if (sheet === "unreadable") {
      findings.push(reportReturn("return/sheet-unreadable", { sheet: layout.sheet }));
    } else {
      inspectGrid(sheet, reading, limits);
      if (layout.kind !== "form" || !sheet.grid.ended) continue;
      if (!sheet.grid.protected) unlocked.push(sheet.name);
      if (!hasHead(layout, sheet)) findings.push(reportReturn("return/head-unmerged", { sheet: sheet.name }));
    }
  }
  reportCopies(reading);
  if (unlocked.length > 0) findings.push(reportReturn("return/unlocked", { sheets: unlocked }));
}

/** Most sheets beside the outline's own that are looked at. */
const FOREIGN_SHEETS = 20;

/** Sheets that a unit copied inside the workbook: figures may have been typed there. */
function reportCopies({ plan, locator, workbook, findings }: Reading): void {
  const own = new Map<string, string>();
  for (const { sheet, code } of plan.layout.sheets) {
    const located = locator.sheet(sheet);
    if (typeof located !== "string") own.set(code, located.name);
  }
  const known = new Set([...own.values()].map((name) => name.toLowerCase()));
  const foreign = workbook.sheets.filter((name) => !known.has(name.toLowerCase()));
  for (const name of foreign.slice(0, FOREIGN_SHEETS)) {
    const grid = workbook.sheet(name);
    const original = typeof grid === "string" ? undefined : own.get(sheetCodeOf(grid) ?? "");
    if (original !== undefined) findings.push(reportReturn("return/sheet-copied", { sheet: name, original }));
  }
}

function inspectGrid({ name, grid }: LocatedSheet, { findings }: Reading, limits: ReadLimits): void {
  if (grid.cut) findings.push(reportReturn("return/sheet-cut", { sheet: name }));
  if (grid.overflow) findings.push(reportReturn("return/sheet-overflow", { sheet: name, rows: limits.rows }));
  else if (grid.long && !grid.cut) findings.push(reportReturn("return/sheet-long", { sheet: name, rows: limits.rows }));
}

/** Whether the merged areas of the head are there, by their sizes: rows and columns inserted elsewhere do not matter. */
function hasHead({ head }: FormSheet, { grid }: LocatedSheet): boolean {
  const sizes = new Map<string, number>();
  for (const { top, left, bottom, right } of grid.merges) {
    const size = `${bottom - top + 1}x${right - left + 1}`;
    sizes.set(size, (sizes.get(size) ?? 0) + 1);
  }
  return head.every(({ rowSpan, columnSpan }) => {
    if (rowSpan * columnSpan === 1) return true;
    const size = `${rowSpan}x${columnSpan}`;
    const left = sizes.get(size) ?? 0;
    sizes.set(size, left - 1);
    return left > 0;
  });
}
