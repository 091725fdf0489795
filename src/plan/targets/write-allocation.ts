import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Allocation, AllocationRow } from "../../model/allocation.js";
import type { Inlines } from "../../model/inline.js";
import type { Cell, Column, Table } from "../../model/table.js";
import { printRoman } from "../../norms/numerals.js";
import { correctFonts } from "../../workbook/write/correct-parts.js";

type Amount = number | null;

/** A sum of what is there; nothing when nothing is. */
function sum(amounts: readonly Amount[]): Amount {
  const there = amounts.filter((amount) => amount !== null);
  return there.length === 0 ? null : there.reduce((total, amount) => total + amount, 0);
}

function sumOfRows(rows: readonly AllocationRow[], { indicators }: Allocation): AllocationRow {
  const amounts = indicators.map(({ years }, at) =>
    years.map((_, year) => sum(rows.map((row) => row.amounts[at]?.[year] ?? null))),
  );
  return {
    amounts,
    sums: indicators.map((indicator, at) => {
      if (indicator.sum === undefined) return null;
      return indicator.years.length > 0 ? sum(amounts[at] ?? []) : sum(rows.map((row) => row.sums[at] ?? null));
    }),
  };
}

/** The allocation with every sum reckoned anew: across the years, by area, and in total. */
export function withSums(allocation: Allocation): Allocation {
  const units = allocation.units.map((unit) => ({
    ...unit,
    sums: allocation.indicators.map(({ years, sum: head }, at) => {
      if (head === undefined) return null;
      return years.length > 0 ? sum(unit.amounts[at] ?? []) : (unit.sums[at] ?? null);
    }),
  }));
  return {
    ...allocation,
    units,
    areas: allocation.areas.map(({ name }) => ({
      name,
      ...sumOfRows(
        units.filter(({ area }) => area === name),
        allocation,
      ),
    })),
    total: { name: allocation.total?.name ?? "Tổng cộng", ...sumOfRows(units, allocation) },
  };
}

const run = (text: string, bold: boolean): Inlines =>
  text === "" ? [] : [{ kind: "text", text, ...(bold ? { bold: true as const } : {}) }];
const cell = (text: string, bold = false, spans: Pick<Cell, "colSpan" | "rowSpan"> = {}): Cell => ({
  paragraphs: [run(text, bold)],
  ...spans,
});
const across = (columns: number) => (columns > 1 ? { colSpan: columns } : {});

/** `1.250`, `12,5`, `-` for none. */
export function printAmount(amount: Amount): string {
  if (amount === null) return "-";
  const [whole = "", fraction] = String(amount).split(".");
  return whole.replace(/\B(?=(?:\d{3})+$)/gu, ".") + (fraction === undefined ? "" : `,${fraction}`);
}

/** Every figure of a row in the order of the columns. */
const figuresOf = ({ indicators }: Allocation, { amounts, sums }: AllocationRow): Amount[] =>
  indicators.flatMap((indicator, at) => [
    ...(amounts[at] ?? []),
    ...(indicator.sum === undefined ? [] : [sums[at] ?? null]),
  ]);

/** Rows of units under their areas, units without an area first, and the total. */
interface Body {
  readonly kind: "area" | "unit" | "total";
  readonly ordinal: string;
  readonly name: string;
  readonly row: AllocationRow;
  readonly area?: string;
}

function bodyOf({ areas, units, total }: Allocation): readonly Body[] {
  let count = 0;
  const under = (area: string | undefined): Body[] =>
    units
      .filter((unit) => unit.area === area)
      .map((unit) => {
        count += 1;
        return {
          kind: "unit",
          ordinal: String(count),
          name: unit.name,
          row: unit,
          ...(area === undefined ? {} : { area }),
        };
      });
  const body = under(undefined);
  areas.forEach((area, index) => {
    body.push({ kind: "area", ordinal: printRoman(index + 1), name: area.name, row: area }, ...under(area.name));
  });
  if (total !== undefined) body.push({ kind: "total", ordinal: "", name: total.name, row: total });
  return body;
}

const yearHeads = ({ years, sum: head }: Allocation["indicators"][number]): string[] => [
  ...years.map((year) => `Năm ${year}`),
  ...(head === undefined ? [] : [head]),
];

/** The table of a plan's annex; sums are reckoned, not copied. */
export function allocationTable(given: Allocation): Table {
  const allocation = withSums(given);
  const heads = allocation.indicators.map(yearHeads);
  const width = 2 + heads.flat().length;
  const columns: Column[] = Array.from({ length: width }, (_, column) => ({
    kind: column === 0 ? "ordinal" : column === 1 ? "text" : "number",
  }));
  return {
    columns,
    headerRows: 3,
    rows: [
      [
        cell("TT", true, { rowSpan: 2 }),
        cell("Đơn vị", true, { rowSpan: 2 }),
        ...allocation.indicators.map(({ name }, at) => cell(name, true, across(heads[at]?.length ?? 1))),
      ],
      heads.flat().map((head) => cell(head, true)),
      columns.map((_, column) => cell(`(${column + 1})`)),
      ...bodyOf(allocation).map(({ kind, ordinal, name, row }) => {
        const bold = kind !== "unit";
        const figures = figuresOf(allocation, row).map((amount) => cell(printAmount(amount), bold));
        return kind === "total"
          ? [cell(name, true, { colSpan: 2 }), ...figures]
          : [cell(ordinal, bold), cell(name, bold), ...figures];
      }),
    ],
  };
}

const FONT = "Times New Roman";
const FIRST_FIGURE = 3;
const HEAD_ROWS = 3;
/** First day that a zip can name: the same bytes on every day. */
const ZIP_TIME = new Date(1980, 0, 1, 12);

const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

/** Formulas of a column's sums over rows that need not touch: `SUM(C5:C11,C13)`. */
function sumFormula(column: number, rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  const name = letters(column);
  return `SUM(${runs.map(([first, last]) => (first === last ? `${name}${first}` : `${name}${first}:${name}${last}`)).join(",")})`;
}

/**
 * The allocation as a workbook whose sums are formulas; the same bytes for the same allocation and day.
 *
 * @param about name of the sheet's subject and the day that it is dated with
 * @returns an XLSX file
 */
export async function allocationWorkbook(
  given: Allocation,
  about: { readonly title: string; readonly day: string },
): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const allocation = withSums(given);
  const workbook = new exceljs.Workbook();
  const day = new Date(`${about.day}T00:00:00Z`);
  workbook.created = day;
  workbook.modified = day;
  workbook.creator = "vanthu";
  workbook.title = about.title;
  const sheet = workbook.addWorksheet("Phân bổ", {
    views: [{ state: "frozen", xSplit: 2, ySplit: HEAD_ROWS }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = `1:${HEAD_ROWS}`;
  const heads = allocation.indicators.map(yearHeads);
  const width = FIRST_FIGURE - 1 + heads.flat().length;
  const set = (
    row: number,
    column: number,
    value: string | number | null | { formula: string; result?: number },
    bold: boolean,
  ): void => {
    const at = sheet.getCell(row, column);
    at.value = value as never;
    at.font = { name: FONT, size: 12, bold };
    at.alignment = {
      vertical: "middle",
      wrapText: true,
      horizontal: column === 2 && row > HEAD_ROWS ? "left" : "center",
    };
    at.border = Object.fromEntries(["top", "left", "bottom", "right"].map((side) => [side, { style: "thin" }]));
    if (row > HEAD_ROWS && column >= FIRST_FIGURE) {
      at.numFmt = "#,##0.##".replace(".##", Number.isInteger(typeof value === "number" ? value : 0) ? "" : ".##");
      at.alignment = { vertical: "middle", horizontal: "right" };
    }
  };
  const body = bodyOf(allocation);
  for (let column = 1; column <= width; column += 1) {
    set(1, column, column === 1 ? "TT" : column === 2 ? "Đơn vị" : null, true);
    set(2, column, null, true);
    set(HEAD_ROWS, column, `(${column})`, false);
  }
  let next = FIRST_FIGURE;
  allocation.indicators.forEach(({ name }, at) => {
    const own = heads[at] ?? [];
    set(1, next, name, true);
    own.forEach((head, index) => {
      set(2, next + index, head, true);
    });
    if (own.length > 1) sheet.mergeCells(1, next, 1, next + own.length - 1);
    next += own.length;
  });
  sheet.mergeCells("A1:A2");
  sheet.mergeCells("B1:B2");
  const rowOf = (index: number): number => HEAD_ROWS + 1 + index;
  body.forEach(({ kind, ordinal, name, row }, index) => {
    const at = rowOf(index);
    const bold = kind !== "unit";
    set(at, 1, kind === "total" ? name : kind === "unit" ? Number(ordinal) : ordinal, bold);
    set(at, 2, kind === "total" ? null : name, bold);
    const summed = body.flatMap((other, place) =>
      other.kind === "unit" && (kind === "total" || (kind === "area" && other.area === name)) ? [rowOf(place)] : [],
    );
    let column = FIRST_FIGURE;
    allocation.indicators.forEach((indicator, place) => {
      const first = column;
      const put = (amount: Amount, formula: string | undefined): void => {
        const live = amount !== null && formula !== undefined;
        set(at, column, live ? { formula, result: amount } : (amount ?? "-"), bold);
        column += 1;
      };
      for (const amount of row.amounts[place] ?? []) {
        put(amount, kind === "unit" ? undefined : sumFormula(column, summed));
      }
      if (indicator.sum === undefined) return;
      const over = indicator.years.length;
      const acrossYears = over > 0 ? `SUM(${letters(first)}${at}:${letters(first + over - 1)}${at})` : undefined;
      put(row.sums[place] ?? null, acrossYears ?? (kind === "unit" ? undefined : sumFormula(column, summed)));
    });
    if (kind === "total") sheet.mergeCells(at, 1, at, 2);
  });
  sheet.getColumn(1).width = 6;
  sheet.getColumn(2).width = 34;
  // "Năm 2026" in bold 12 pt stands on one line.
  for (let column = FIRST_FIGURE; column <= width; column += 1) sheet.getColumn(column).width = 11;
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const files = Object.entries(parts)
    .filter(([path]) => !path.endsWith("/"))
    .map(([path, part]): [string, Uint8Array] => [
      path,
      path === "xl/styles.xml" ? strToU8(correctFonts(strFromU8(part))) : part,
    ]);
  return zipSync(Object.fromEntries(files), { mtime: ZIP_TIME });
}
