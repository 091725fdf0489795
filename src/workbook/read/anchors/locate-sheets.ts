/** Finds each sheet of a layout in a workbook whose sheets may have been renamed, moved, copied or deleted. */
import type { SheetLayout } from "../../layout/workbook-layout.js";
import type { WorkbookPackage } from "../package/open-package.js";
import type { ReadingPlan } from "./reading-plan.js";
import { sheetCodeOf } from "./sheet-codes.js";

/**
 * Names of the sheets as they are now, by their names in the layout: where most of a sheet's defined names lead; else the
 * sheet that kept its name and does not carry another's code; else the sheet with its code in the corner.
 */
export function locateSheets(plan: ReadingPlan, workbook: WorkbookPackage): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const lost: SheetLayout[] = [];
  for (const sheet of plan.layout.sheets) {
    const byNames = mostNamed(plan.namesBySheet.get(sheet.sheet) ?? [], workbook);
    if (byNames === undefined) lost.push(sheet);
    else found.set(sheet.sheet, byNames);
  }
  if (lost.length > 0) locateByCode(lost, workbook, found);
  return found;
}

function mostNamed(names: readonly string[], workbook: WorkbookPackage): string | undefined {
  const present = new Set(workbook.sheets.map((name) => name.toLowerCase()));
  const votes = new Map<string, number>();
  for (const name of names) {
    const sheet = workbook.names.get(name)?.sheet;
    if (sheet !== undefined && present.has(sheet.toLowerCase())) votes.set(sheet, (votes.get(sheet) ?? 0) + 1);
  }
  const [winner] = [...votes].sort(([, a], [, b]) => b - a);
  return winner?.[0];
}

function locateByCode(lost: readonly SheetLayout[], workbook: WorkbookPackage, found: Map<string, string>): void {
  const taken = new Set([...found.values()].map((name) => name.toLowerCase()));
  const free = workbook.sheets.filter((name) => !taken.has(name.toLowerCase()));
  const codes = new Map<string, string | undefined>();
  const codeOf = (name: string): string | undefined => {
    if (!codes.has(name)) {
      const grid = workbook.sheet(name);
      codes.set(name, typeof grid === "string" ? undefined : sheetCodeOf(grid));
    }
    return codes.get(name);
  };
  for (const { sheet, code } of lost) {
    const same = free.find((name) => name.toLowerCase() === sheet.toLowerCase() && (codeOf(name) ?? code) === code);
    const coded = same ?? free.find((name) => codeOf(name) === code);
    if (coded !== undefined) found.set(sheet, coded);
  }
}
