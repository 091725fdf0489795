/** Tables of a Word file as tables of the model. */
import type { Cell, Table } from "../../../model/table.js";
import {
  type FormattedBlock,
  type FormattedCell,
  type FormattedParagraph,
  type FormattedTable,
  rawText,
} from "../formatted/formatted-text.js";
import { flatten } from "../formatted/frames.js";
import { type BaseLook, type InlineSource, isUniform, PLAIN, toInlines } from "./inlines.js";
import { linesOf } from "./lines.js";

interface Placed {
  readonly cell: FormattedCell;
  readonly row: number;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** Cells by the places of the grid that they cover; what overlaps or sticks out is cut. */
function place(table: FormattedTable): { readonly placed: readonly Placed[]; readonly width: number } {
  const height = table.rows.length;
  const taken: boolean[][] = table.rows.map(() => []);
  const placed: Placed[] = [];
  for (const [row, { cells }] of table.rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (taken[row]?.[column]) column += 1;
      const rowSpan = Math.min(cell.rowSpan, height - row);
      for (let down = 0; down < rowSpan; down += 1)
        for (let across = 0; across < cell.colSpan; across += 1)
          (taken[row + down] as boolean[])[column + across] = true;
      placed.push({ cell, row, column, colSpan: cell.colSpan, rowSpan });
      column += cell.colSpan;
    }
  }
  return { placed, width: Math.max(1, ...taken.map((row) => row.length)) };
}

const textOf = ({ runs }: FormattedParagraph): string => runs.map(({ text }) => text).join("");

/** Rows that Word repeats, else a first row all in bold. */
function headerRows(table: FormattedTable): number {
  const declared = table.rows.findIndex(({ header }) => !header);
  if (declared > 0) return declared;
  if (declared === -1) return Math.max(0, table.rows.length - 1);
  const worded = (table.rows[0]?.cells ?? [])
    .flatMap(({ blocks }) => blocks.flatMap(flatten))
    .filter((paragraph) => textOf(paragraph).trim() !== "");
  return table.rows.length > 1 && worded.length > 1 && worded.every((one) => isUniform(one, ({ bold }) => bold))
    ? 1
    : 0;
}

function toCell(cell: FormattedCell, base: BaseLook, source: InlineSource): Cell {
  const paragraphs = cell.blocks.flatMap(flatten).flatMap((paragraph) => {
    const lines = [paragraph, ...paragraph.boxes].flatMap((one) => linesOf(one, false));
    return lines.flatMap(({ runs }, index) => {
      const first = index === 0 && paragraph.number !== undefined ? numbered(paragraph, runs) : runs;
      const inlines = toInlines(first, source, base);
      return inlines.length === 0 ? [] : [inlines];
    });
  });
  return { paragraphs };
}

/** Runs behind the number that Word shows before them. */
export function numbered(
  paragraph: FormattedParagraph,
  runs: FormattedParagraph["runs"],
): readonly FormattedParagraph["runs"][number][] {
  const [first] = runs;
  if (paragraph.number === undefined || first === undefined) return runs;
  return [{ text: `${paragraph.number} `, look: { ...first.look, underline: false } }, ...runs];
}

/** What stands in the only cell with words of a table without lines, which is layout and no table. */
export function contentAlone({ rows, bordered }: FormattedTable): readonly FormattedBlock[] | undefined {
  if (bordered) return undefined;
  const worded = rows
    .flatMap(({ cells }) => cells)
    .filter(({ blocks }) =>
      blocks.some((block) => flatten(block).some((one) => rawText(one).trim() !== "" || one.boxes.length > 0)),
    );
  return worded.length === 1 ? worded[0]?.blocks : undefined;
}

/**
 * A table; undefined when nothing stands in it.
 *
 * @param head the look of its header rows
 */
export function toTable(table: FormattedTable, head: BaseLook, source: InlineSource): Table | undefined {
  const { placed, width } = place(table);
  const heads = headerRows(table);
  const rows: (Cell & { column: number })[][] = table.rows.map(() => []);
  const covered: boolean[][] = table.rows.map(() => Array.from({ length: width }, () => false));
  for (const { cell, row, column, colSpan, rowSpan } of placed) {
    const made = toCell(cell, row < heads ? head : PLAIN, source);
    rows[row]?.push({
      ...made,
      column,
      ...(colSpan > 1 ? { colSpan } : {}),
      ...(rowSpan > 1 ? { rowSpan } : {}),
    });
    for (let down = 0; down < rowSpan; down += 1)
      for (let across = 0; across < colSpan; across += 1) (covered[row + down] as boolean[])[column + across] = true;
  }
  if (rows.every((row) => row.every(({ paragraphs }) => paragraphs.length === 0))) return undefined;
  const filled = rows.map((row, index) => {
    const holes = (covered[index] ?? []).flatMap((taken, column) => (taken ? [] : [{ paragraphs: [], column }]));
    return [...row, ...holes].sort((one, other) => one.column - other.column).map(({ column: _, ...cell }) => cell);
  });
  const columns = Array.from({ length: width }, () => ({}));
  return { columns, headerRows: heads, rows: filled, ...(table.bordered ? {} : { borders: "none" as const }) };
}
