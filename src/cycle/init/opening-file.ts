/** Figures of earlier years, and targets, out of an Excel file that the desk has (số đầu kỳ). */
import type { Finding, Place } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { foldWord, nearest } from "../../findings/nearest.js";
import { type FormSet, findKey, type KeyMeaning, keysOf } from "../../forms/index.js";
import type { UnitRegister } from "../../organisation/index.js";
import { findPeriod, type PeriodKind, YEAR_KIND } from "../../periods/index.js";
import { addressOf } from "../../workbook/layout/index.js";
import { READ_LIMITS } from "../../workbook/read/limits.js";
import { parseTypedNumber } from "../../workbook/read/numbers/typed-number.js";
import { reportOpenFault } from "../../workbook/read/open-findings.js";
import { isPackage, openPackage } from "../../workbook/read/package/open-package.js";
import { cellKey, rowOf } from "../../workbook/read/sheet/address.js";
import type { CellContent, SheetGrid } from "../../workbook/read/sheet/cell.js";
import type { BalanceRow } from "../ledger/index.js";
import { targetPeriod } from "../open/targets.js";
import { codeIn, findHead, type Head, textOf } from "./opening-head.js";

export interface OpeningFileContext {
  /** As it is to stand in findings. */
  readonly file: string;
  readonly register: UnitRegister;
  readonly formSets: readonly FormSet[];
  readonly kinds: readonly PeriodKind[];
}

class OpeningReader {
  readonly #context: OpeningFileContext;
  readonly #place: Place;
  readonly #units = new Map<string, string>();
  readonly findings: Finding[] = [];
  readonly rows: BalanceRow[] = [];

  constructor(context: OpeningFileContext) {
    this.#context = context;
    this.#place = { file: context.file };
    for (const { code, names } of context.register.units) {
      for (const { official, short, abbreviated } of names) {
        for (const name of [official, short, abbreviated]) {
          if (name !== undefined && !this.#units.has(foldWord(name))) this.#units.set(foldWord(name), code);
        }
      }
    }
    // a code is never mistaken for another unit's name
    for (const { code } of context.register.units) this.#units.set(foldWord(code), code);
  }

  /** What a code means in any of the form sets. */
  #meaning(key: string): KeyMeaning | undefined {
    for (const formSet of this.#context.formSets) {
      const meaning = findKey(formSet, key);
      if (meaning !== undefined) return meaning;
    }
    return undefined;
  }

  #unknownKey(typed: string, cell: string): void {
    const codes = this.#context.formSets.flatMap((formSet) => [...keysOf(formSet).keys()]);
    this.findings.push(
      reportCycleCall("cycle-cli/opening-key", { typed, cell, nearest: nearest(typed, codes) }, this.#place),
    );
  }

  #unit(typed: string, cell: string): string | undefined {
    const code = this.#units.get(foldWord(typed));
    if (code !== undefined) return code;
    const codes = this.#context.register.units.map((unit) => unit.code);
    this.findings.push(
      reportCycleCall("cycle-cli/opening-unit", { typed, cell, nearest: nearest(typed, codes) }, this.#place),
    );
    return undefined;
  }

  /** The period that is meant; a year alone is the whole year. */
  #period(typed: string, cell: string): { readonly id: string; readonly year: number } | undefined {
    const { period, findings } = findPeriod(
      /^\d{4}$/u.test(typed) ? `${typed}-${YEAR_KIND}` : typed,
      this.#context.kinds,
    );
    if (period !== undefined) return period;
    for (const finding of findings) {
      this.findings.push({ ...finding, found: `${cell}: ${finding.found}`, place: this.#place });
    }
    return undefined;
  }

  #figure(grid: SheetGrid, row: number, column: number, unit: string, period: string, year: number, key: string): void {
    const content = grid.cells.get(cellKey(row, column))?.content;
    const meaning = this.#meaning(key);
    if (content === undefined || content.kind === "none" || meaning === undefined) return;
    const address = addressOf(row, column);
    const value = this.#number(content, meaning, `${grid.name}!${address}`);
    if (value === undefined) return;
    const target = meaning.indicator.kind === "target";
    this.rows.push({
      ...{ unit, period: target ? targetPeriod(year) : period, key, measure: "actual", value },
      cell: { sheet: grid.name, address },
    });
  }

  #number(content: CellContent, { indicator }: KeyMeaning, cell: string): number | undefined {
    if (content.kind === "number" && !content.date) return content.value;
    const number = indicator.kind === "ratio" || indicator.unit.includes("%") ? "decimal" : "whole";
    const typed = content.kind === "text" ? content.text : content.kind === "error" ? content.code : "ngày";
    const parsed = content.kind === "text" ? parseTypedNumber(typed, { number, unit: indicator.unit }) : undefined;
    if (parsed?.kind === "number") return parsed.value;
    if (parsed?.kind !== "blank") {
      this.findings.push(reportCycleCall("cycle-cli/opening-number", { typed: typed.trim(), cell }, this.#place));
    }
    return undefined;
  }

  /** Reads one sheet; false when it has no head. */
  read(grid: SheetGrid): boolean {
    const head = findHead(
      grid,
      (code) => this.#meaning(code) !== undefined,
      (code, cell) => this.#unknownKey(code, cell),
    );
    if (head === undefined) return false;
    const rows = new Set([...grid.cells.keys()].map(rowOf).filter((row) => row > head.row));
    for (const row of [...rows].sort((a, b) => a - b)) this.#readRow(grid, head, row);
    return true;
  }

  #readRow(grid: SheetGrid, { unit, period, figures }: Head, row: number): void {
    const at = (column: number): string => textOf(grid.cells.get(cellKey(row, column))?.content);
    const cell = (column: number): string => `${grid.name}!${addressOf(row, column)}`;
    // a line of totals, a remark
    if (at(unit) === "" || at(period) === "") return;
    const code = this.#unit(at(unit), cell(unit));
    const meant = this.#period(at(period), cell(period));
    if (code === undefined || meant === undefined) return;
    if (!("key" in figures)) {
      for (const { column, key } of figures) this.#figure(grid, row, column, code, meant.id, meant.year, key);
      return;
    }
    const key = codeIn(at(figures.key)) ?? at(figures.key);
    if (this.#meaning(key) === undefined) this.#unknownKey(key, cell(figures.key));
    else this.#figure(grid, row, figures.value, code, meant.id, meant.year, key);
  }
}

/**
 * Reads a file of opening figures: every sheet with a head, in either of the two ways of writing it.
 *
 * @param bytes XLSX
 * @returns rows with the cell that each comes from; none of them is to be used when a finding is an error
 */
export function readOpeningFile(
  bytes: Uint8Array,
  context: OpeningFileContext,
): { readonly rows: readonly BalanceRow[]; readonly findings: readonly Finding[] } {
  const { file } = context;
  const workbook = openPackage(bytes, READ_LIMITS);
  if (!isPackage(workbook))
    return { rows: [], findings: [{ ...reportOpenFault(workbook, READ_LIMITS), place: { file } }] };
  const reader = new OpeningReader(context);
  const headless: string[] = [];
  for (const name of workbook.sheets) {
    const grid = workbook.sheet(name);
    if (typeof grid === "string" || grid.cells.size === 0) continue;
    if (!reader.read(grid)) headless.push(name);
  }
  if (reader.rows.length > 0 || reader.findings.length > 0) return { rows: reader.rows, findings: reader.findings };
  const [sheet] = headless;
  const finding =
    sheet === undefined
      ? reportCycleCall("cycle-cli/opening-nothing", {}, { file })
      : reportCycleCall("cycle-cli/opening-head", { sheet }, { file });
  return { rows: [], findings: [finding] };
}
