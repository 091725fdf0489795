/** Finds cells of a layout in a returned workbook: by defined name first, then by codes, never by position. */
import { addressOf } from "../../layout/address.js";
import type { WorkbookPackage } from "../package/open-package.js";
import { cellKey } from "../sheet/address.js";
import type { SheetCell, SheetGrid } from "../sheet/cell.js";
import { locateSheets } from "./locate-sheets.js";
import type { CellCodes, ReadingPlan } from "./reading-plan.js";
import { readSheetCodes, type SheetCodes } from "./sheet-codes.js";

/** A sheet of the layout as it is in the workbook. */
export interface LocatedSheet {
  /** Name as it is now. */
  readonly name: string;
  readonly grid: SheetGrid;
  readonly codes?: SheetCodes;
}

/** A cell of the layout as it is in the workbook. */
export interface LocatedCell {
  /** Sheet as it is named now. */
  readonly sheet: string;
  readonly address: string;
  readonly row: number;
  readonly column: number;
  /** What it holds; absent when blank. */
  readonly cell?: SheetCell;
  /** Name and codes lead to different cells: the codes were followed. */
  readonly astray: boolean;
  /** The cell is covered by a merged one that begins elsewhere. */
  readonly mergedInto?: string;
}

/** A cell of the layout; the name may be absent. */
export interface WantedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly definedName?: string;
}

interface Spot {
  readonly row: number;
  readonly column: number;
}

export class Locator {
  private readonly names: ReadonlyMap<string, string>;
  private readonly sheets = new Map<string, LocatedSheet | "missing" | "unreadable">();

  constructor(
    private readonly plan: ReadingPlan,
    private readonly workbook: WorkbookPackage,
  ) {
    this.names = locateSheets(plan, workbook);
  }

  /** A sheet by its name in the layout. */
  sheet(name: string): LocatedSheet | "missing" | "unreadable" {
    const known = this.sheets.get(name);
    if (known !== undefined) return known;
    const found = this.open(this.names.get(name));
    this.sheets.set(name, found);
    return found;
  }

  private open(name: string | undefined): LocatedSheet | "missing" | "unreadable" {
    if (name === undefined) return "missing";
    const grid = this.workbook.sheet(name);
    if (typeof grid === "string") return grid === "missing" ? "missing" : "unreadable";
    const codes = readSheetCodes(grid);
    return codes === undefined ? { name, grid } : { name, grid, codes };
  }

  /** A cell of the layout; undefined when it is gone. */
  cell(wanted: WantedCell): LocatedCell | undefined {
    const sheet = this.sheet(wanted.sheet);
    if (typeof sheet === "string") return undefined;
    const named = this.spotByName(wanted.definedName, sheet);
    const codes = this.plan.codesOf(wanted.sheet, wanted.row, wanted.column);
    const coded = codes === undefined || sheet.codes === undefined ? [] : spotsByCode(codes, sheet.codes);
    const [only, ...others] = coded;
    const agreed = named !== undefined && (coded.length === 0 || coded.some((spot) => isSame(spot, named)));
    if (agreed) return at(sheet, named, false);
    // A row that was copied with its code, and no name to say which is meant.
    if (only === undefined || others.length > 0) return undefined;
    return at(sheet, only, named !== undefined);
  }

  private spotByName(name: string | undefined, sheet: LocatedSheet): Spot | undefined {
    const named = name === undefined ? undefined : this.workbook.names.get(name);
    if (named === undefined || !isSameSheet(named.sheet, sheet.name)) return undefined;
    return { row: named.area.top, column: named.area.left };
  }
}

/** Excel tells sheets apart without regard to case. */
function isSameSheet(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

function spotsByCode(codes: CellCodes, there: SheetCodes): readonly Spot[] {
  const rows = there.rows.get(codes.row);
  if (rows === undefined) return NOWHERE;
  const columns =
    typeof codes.column === "number" ? [there.column + codes.column] : (there.columns.get(codes.column) ?? []);
  return rows.flatMap((row) => columns.map((column) => ({ row, column })));
}

const NOWHERE: readonly Spot[] = [];

function isSame(a: Spot, b: Spot): boolean {
  return a.row === b.row && a.column === b.column;
}

function at(sheet: LocatedSheet, { row, column }: Spot, astray: boolean): LocatedCell {
  const cell = sheet.grid.cells.get(cellKey(row, column));
  const merge = sheet.grid.merges.find(
    (area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
  const covered = merge !== undefined && (merge.top !== row || merge.left !== column);
  return {
    sheet: sheet.name,
    address: addressOf(row, column),
    row,
    column,
    astray,
    ...(cell === undefined ? {} : { cell }),
    ...(covered ? { mergedInto: addressOf(merge.top, merge.left) } : {}),
  };
}
