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
  /** Cells that a merged area covers, by key, with the address of the one in which it begins. */
  readonly covered: ReadonlyMap<number, string>;
}

/** A cell of the layout as it is in the workbook. */
export class LocatedCell {
  /**
   * @param sheet sheet as it is named now
   * @param cell what it holds; absent when blank
   * @param astray name and codes lead to different cells: the codes were followed
   * @param mergedInto address of the merged cell that covers it
   */
  constructor(
    readonly sheet: string,
    readonly row: number,
    readonly column: number,
    readonly cell?: SheetCell,
    readonly astray: boolean = false,
    readonly mergedInto?: string,
  ) {}

  /** Worked out when asked for: most cells are never named. */
  get address(): string {
    return addressOf(this.row, this.column);
  }
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
    const covered = coveredCells(grid);
    return codes === undefined ? { name, grid, covered } : { name, grid, covered, codes };
  }

  /** A cell of the layout; undefined when it is gone. */
  cell(wanted: WantedCell): LocatedCell | undefined {
    const sheet = this.sheet(wanted.sheet);
    if (typeof sheet === "string") return undefined;
    const named = this.spotByName(wanted.definedName, sheet);
    const codes = this.plan.codesOf(wanted.sheet, wanted.row, wanted.column);
    const coded = codes === undefined || sheet.codes === undefined ? NOWHERE : linesByCode(codes, sheet.codes);
    const absent = coded.rows.length === 0 || coded.columns.length === 0;
    const agreed =
      absent || (named !== undefined && coded.rows.includes(named.row) && coded.columns.includes(named.column));
    if (named !== undefined && agreed) return at(sheet, named, false);
    const [row, ...rows] = coded.rows;
    const [column, ...columns] = coded.columns;
    // A row that was copied with its code, and no name to say which is meant.
    if (row === undefined || column === undefined || rows.length > 0 || columns.length > 0) return undefined;
    return at(sheet, { row, column }, named !== undefined);
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

/** Rows and columns that carry a cell's codes. */
interface Lines {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const NOWHERE: Lines = { rows: [], columns: [] };

function linesByCode(codes: CellCodes, there: SheetCodes): Lines {
  const { row, column } = codes;
  const columns = typeof column === "number" ? [there.column + column] : there.columns.get(column);
  return { rows: there.rows.get(row) ?? NOWHERE.rows, columns: columns ?? NOWHERE.columns };
}

function at(sheet: LocatedSheet, { row, column }: Spot, astray: boolean): LocatedCell {
  const key = cellKey(row, column);
  return new LocatedCell(sheet.name, row, column, sheet.grid.cells.get(key), astray, sheet.covered.get(key));
}

const COLUMNS_READ = 256;

/** Most cells of merged areas that are looked at: whole merged rows and columns lie outside of any form. */
const COVERED = 20_000;

/** Cells that a merged area covers, with the address of the one in which it begins. */
function coveredCells({ merges }: SheetGrid): ReadonlyMap<number, string> {
  const covered = new Map<number, string>();
  for (const { top, left, bottom, right } of merges) {
    const start = addressOf(top, left);
    for (let row = top; row <= bottom && covered.size < COVERED; row += 1) {
      for (let column = left; column <= right && column <= COLUMNS_READ; column += 1) {
        if (row !== top || column !== left) covered.set(cellKey(row, column), start);
      }
    }
  }
  return covered;
}
