/** Tables: fixed layout, stated widths. */
import {
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from "docx";
import type { StyledBlock, StyledCell, StyledRow, StyledTable } from "../../layout/styled.js";
import { COMPATIBILITY_MODE } from "./compatibility.js";
import { borderEighths, twips } from "./measures.js";
import { hairParagraph, paragraphOf } from "./paragraphs.js";
import type { Writing } from "./writing.js";

const VERTICAL_ALIGN = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.CENTER,
  bottom: VerticalAlign.BOTTOM,
} as const;

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;

function bordersOf(width: number) {
  const line = width === 0 ? NO_BORDER : { style: BorderStyle.SINGLE, size: borderEighths(width), color: "000000" };
  return { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
}

/** Where a table stands: in the text, or in a cell of another table. */
type TablePlace = "text" | "cell";

/** Blocks in order. */
export function blocksOf(
  blocks: readonly StyledBlock[],
  writing: Writing,
  place: TablePlace = "text",
): (Paragraph | Table)[] {
  return blocks.map((block) =>
    block.kind === "paragraph" ? paragraphOf(block, writing) : tableOf(block, writing, place),
  );
}

/** A cell must end in a paragraph; after a nested table, Word and LibreOffice give an empty one no height. */
function cellBlocks(cell: StyledCell, writing: Writing): (Paragraph | Table)[] {
  const written = blocksOf(cell.blocks, writing, "cell");
  return cell.blocks.at(-1)?.kind === "paragraph" ? written : [...written, hairParagraph()];
}

/** A cell that reaches down into the row below: its column, and how many rows it still covers. */
interface Overhang {
  readonly cell: StyledCell;
  readonly rows: number;
}

/** The cells of a row from left to right: its own, and those that cells above continue in it. */
function* placedCells(
  row: StyledRow,
  above: ReadonlyMap<number, Overhang>,
  columns: number,
): Generator<{ column: number; cell: StyledCell; continued: boolean }> {
  const own = row.cells[Symbol.iterator]();
  let column = 0;
  while (column < columns) {
    const overhang = above.get(column);
    if (overhang !== undefined) {
      yield { column, cell: overhang.cell, continued: true };
      column += overhang.cell.colSpan;
      continue;
    }
    const next = own.next();
    if (next.done) return;
    yield { column, cell: next.value, continued: false };
    column += next.value.colSpan;
  }
}

function cellOf(cell: StyledCell, width: number, continued: boolean, writing: Writing): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VERTICAL_ALIGN[cell.verticalAlign],
    ...(cell.colSpan > 1 ? { columnSpan: cell.colSpan } : {}),
    ...(cell.rowSpan > 1 ? { verticalMerge: continued ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART } : {}),
    children: continued ? [hairParagraph()] : cellBlocks(cell, writing),
  });
}

/** Widths of the cells of a row into which no other cell reaches. */
function widthsOfCells({ cells }: StyledRow, widths: readonly number[]): readonly number[] {
  let column = 0;
  return cells.map(({ colSpan }) => {
    column += colSpan;
    return widths.slice(column - colSpan, column).reduce((sum, each) => sum + each, 0);
  });
}

function rowsOf(table: StyledTable, widths: readonly number[], writing: Writing): TableRow[] {
  let above = new Map<number, Overhang>();
  return table.rows.map((row) => {
    if (above.size === 0 && writing.plainRows !== undefined) {
      const plain = writing.plainRows.take(table, row, widthsOfCells(row, widths), (cell, width) =>
        cellOf(cell, width, false, writing),
      );
      if (plain !== undefined) return plain;
    }
    const below = new Map<number, Overhang>();
    const cells: TableCell[] = [];
    for (const { column, cell, continued } of placedCells(row, above, widths.length)) {
      const width = widths.slice(column, column + cell.colSpan).reduce((sum, each) => sum + each, 0);
      cells.push(cellOf(cell, width, continued, writing));
      const rows = (continued ? (above.get(column)?.rows ?? 1) : cell.rowSpan) - 1;
      if (rows > 0) below.set(column, { cell, rows });
    }
    above = below;
    return new TableRow({
      ...(row.header ? { tableHeader: true } : {}),
      ...(row.cantSplit ? { cantSplit: true } : {}),
      children: cells,
    });
  });
}

/**
 * Up to compatibility mode 14, a table in the text hangs out of the margin by its cell margin, so that the text of its
 * first cell is flush with the margin; the indent brings its edge back. A table in a cell does not hang out.
 */
function indentOf(table: StyledTable, place: TablePlace) {
  if (place === "cell" || COMPATIBILITY_MODE >= 15) return {};
  return { indent: { size: twips(table.padX), type: WidthType.DXA } };
}

/** A table of stated widths. */
function tableOf(table: StyledTable, writing: Writing, place: TablePlace): Table {
  const widths = table.columns.map(twips);
  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    ...indentOf(table, place),
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: bordersOf(table.border),
    margins: {
      left: twips(table.padX),
      right: twips(table.padX),
      top: twips(table.padY),
      bottom: twips(table.padY),
      marginUnitType: WidthType.DXA,
    },
    rows: rowsOf(table, widths, writing),
  });
}
