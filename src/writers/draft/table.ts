import type { Cell, Column, Table } from "../../model/table.js";
import { ALIGNMENTS, ANY_WIDTH, COLUMN_KINDS } from "../../source/draft/table/columns.js";
import { MERGED_LEFT, MERGED_UP } from "../../source/draft/table/grid.js";
import { writeInlines } from "./inlines.js";

/** How a rule shows an alignment. */
const RULES: Readonly<Record<string, string>> = { left: ":--", center: ":-:", right: "--:" };
const PLAIN_RULE = "---";

/** A table: with pipes alone where they say everything, otherwise a block with options. */
export function writeTable(table: Table): string {
  const rows = gridOf(table).map((row) => `| ${row.join(" | ")} |`);
  const plain = table.size === undefined && table.borders === undefined;
  const simple = table.headerRows === 1 && plain && table.columns.every(isSimple);
  const rule = `| ${table.columns.map(({ align }) => (simple && align && RULES[align]) || PLAIN_RULE).join(" | ")} |`;
  const ruled = table.headerRows === 0 ? rows : rows.toSpliced(table.headerRows, 0, rule);
  return simple ? ruled.join("\n") : ["```bảng", ...optionsOf(table), ...ruled, "```"].join("\n");
}

/** A rule says all that there is to say of the column. */
function isSimple({ width, kind, align }: Column): boolean {
  return width === undefined && kind === undefined && (align === undefined || align in RULES);
}

function optionsOf({ columns, size, borders }: Table): string[] {
  const described = columns.some(({ width, kind, align }) => (width ?? kind ?? align) !== undefined);
  return [
    ...(described ? [`cột: ${columns.map(writeColumn).join(", ")}`] : []),
    ...(borders === undefined ? [] : ["khung: không"]),
    ...(size === undefined ? [] : [`cỡ chữ: ${String(size).replace(".", ",")}`]),
  ];
}

function writeColumn({ width, kind, align }: Column): string {
  return [
    width === undefined ? ANY_WIDTH : `${width}mm`,
    ...(kind === undefined ? [] : [wordOf(COLUMN_KINDS, kind)]),
    ...(align === undefined ? [] : [wordOf(ALIGNMENTS, align)]),
  ].join(" ");
}

function wordOf<T>(words: Readonly<Record<string, T>>, meaning: T): string {
  return Object.entries(words).find(([, candidate]) => candidate === meaning)?.[0] ?? "";
}

/** What stands in each place of the grid: the text of a cell or the sign of the cell that covers it. */
function gridOf({ rows, columns }: Table): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => Array.from(columns, () => undefined));
  for (const [top, cells] of rows.entries()) {
    for (const cell of cells) {
      const left = grid[top]?.indexOf(undefined) ?? -1;
      if (left !== -1) place(grid, top, left, cell);
    }
  }
  return grid.map((row) => row.map((text) => text ?? ""));
}

function place(grid: (string | undefined)[][], top: number, left: number, cell: Cell): void {
  const { colSpan = 1, rowSpan = 1 } = cell;
  for (const [down, row] of grid.slice(top, top + rowSpan).entries()) {
    const right = Math.min(left + colSpan, row.length);
    for (let column = left; column < right; column += 1) {
      row[column] = down > 0 ? MERGED_UP : column > left ? MERGED_LEFT : writeCell(cell);
    }
  }
}

/** The paragraphs of a cell; a backslash keeps a lone sign from being one of merging or of a rule. */
function writeCell({ paragraphs }: Cell): string {
  const source = paragraphs.map(writeInlines).join("<br>");
  return /^(?:[<^]|:?-+:?)$/u.test(source) ? `\\${source}` : source;
}
