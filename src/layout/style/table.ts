/** A table of the model as a styled table: kinds of column, size of the text, widths, alignment. */
import type { Inlines } from "../../model/inline.js";
import type { Alignment, ColumnKind, Table } from "../../model/table.js";
import type { Component } from "../../norms/norm.js";
import { breakLines } from "../line-breaking.js";
import type { StyledCell, StyledInline, StyledParagraph, StyledRow, StyledTable } from "../styled.js";
import { columnKinds, type GridCell, gridOf, plainText } from "./column-kinds.js";
import { type ColumnNeeds, type SpanNeeds, shareWidth } from "./columns.js";
import type { Looks } from "./looks.js";
import { mm, toTwip } from "./units.js";

/** Sizes that are tried in turn, pt: 13 to 11 by custom; smaller only where a form's columns would break words. */
const SIZES = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8] as const;
/** Left and right margins of the cells that go with them, pt. */
const PADDING = [5, 4, 3, 2.5, 2, 1.5, 1] as const;
const PAD_Y = 2;
const BORDER = 0.5;
/** A row higher than this part of the page's text may be split across pages. */
const SPLITTABLE = 0.4;

const ALIGNMENT: Readonly<Record<ColumnKind, Alignment>> = {
  ordinal: "center",
  number: "center",
  short: "center",
  text: "left",
};
/** Part of its single line that a head would like to have. */
const HEAD_SHARE = 0.5;
/** Figures with thousands are set right, so that their digits stand below each other. */
const LONG_FIGURE = /\d[.]\d{3}/u;
/** A column-number row: `(1)`, `1`, `4=2*100/3`, `2 (=3+4)`, `A`. */
const COLUMN_NUMBER = /^(?:\(?(?:\d{1,2}|[A-ZĐ])\)?)(?:\s*\(?=\s*[\d\s+\-*/:x().]+\)?)?$/u;

/** Longest text that is taken for a figure, in letters. */
const LONGEST_FIGURE = 14;

interface Setting {
  readonly size: number;
  readonly padX: number;
}

/** Whether blocks are higher than a limit, pt. */
function isHigher(blocks: StyledCell["blocks"], width: number, limit: number): boolean {
  const paragraphs = blocks.filter((block) => block.kind === "paragraph");
  const height = (lines: (paragraph: StyledParagraph) => number): number =>
    paragraphs.reduce((sum, paragraph) => sum + lines(paragraph) * paragraph.markSize * 1.2, 0);
  // a line holds one letter at least: few letters need no breaking
  const letters = ({ inlines }: StyledParagraph): number =>
    inlines.reduce((sum, inline) => sum + ("text" in inline ? inline.text.length : limit), 1);
  return height(letters) > limit && height((paragraph) => breakLines(paragraph, width).length) > limit;
}

/** Widths that a cell asks for, without its margins: of its longest word, of its longest paragraph. */
interface Extent {
  readonly least: number;
  readonly most: number;
}

/** What the cells of one column ask for at one size; minus infinity where there are none. */
interface ColumnExtent {
  readonly head: Extent;
  readonly body: Extent;
  /** The widest of the short texts below the head. */
  readonly figure: number;
}

const NOTHING: Extent = { least: Number.NEGATIVE_INFINITY, most: Number.NEGATIVE_INFINITY };

const larger = (one: Extent, other: Extent): Extent => ({
  least: Math.max(one.least, other.least),
  most: Math.max(one.most, other.most),
});

/** Cells by the number of their row or column. */
function grouped(cells: readonly GridCell[], count: number, numberOf: (cell: GridCell) => number): GridCell[][] {
  const groups = Array.from({ length: count }, (): GridCell[] => []);
  for (const cell of cells) groups[numberOf(cell)]?.push(cell);
  return groups;
}

/** What decides how wide a text is, whatever its size. */
const looksOf = (paragraphs: readonly Inlines[]): string =>
  paragraphs
    .map((inlines) =>
      inlines
        .map((inline) => {
          if (inline.kind === "noteMark") return `\u0001${inline.note}`;
          const { bold, italic, superscript, text } = inline;
          return `\u0002${bold ? "b" : ""}${italic ? "i" : ""}${superscript ? "s" : ""}\u0003${text}`;
        })
        .join(""),
    )
    .join("\u0004");

class TableStyler {
  private readonly grid: GridCell[];
  /** The cells by their rows; those of a single column by their columns. */
  private readonly byRow: readonly (readonly GridCell[])[];
  private readonly byColumn: readonly (readonly GridCell[])[];
  private readonly kinds: ColumnKind[];
  private readonly numberRow: number;
  /** Extents of equal cells: a table of thousands of rows has few different ones. */
  private readonly extents = new Map<string, Extent>();

  constructor(
    private readonly table: Table,
    private readonly looks: Looks,
    private readonly width: number,
  ) {
    this.grid = gridOf(table);
    this.byRow = grouped(this.grid, table.rows.length, ({ row }) => row);
    const single = this.grid.filter(({ colSpan }) => colSpan === 1);
    this.byColumn = grouped(single, table.columns.length, ({ column }) => column);
    this.kinds = columnKinds(table, this.grid);
    const last = table.headerRows - 1;
    const heads = (this.byRow[last] ?? []).filter((cell) => cell.paragraphs.length > 0);
    const numbered =
      last > 0 &&
      heads.length > 1 &&
      heads.every((cell) => COLUMN_NUMBER.test(cell.paragraphs.map(plainText).join(" ").trim()));
    this.numberRow = numbered ? last : -1;
  }

  style(pageHeight: number): StyledTable {
    const { setting, widths } = this.chooseSetting();
    const rows = this.byRow.map((cells, row): StyledRow => {
      const header = row < this.table.headerRows;
      const styled = cells.map((cell) => this.cell(cell, setting));
      const tall = cells.some((cell, index) => {
        const content = styled[index]?.blocks ?? [];
        const room = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, width) => sum + width, 0);
        return isHigher(content, room - 2 * setting.padX, SPLITTABLE * pageHeight);
      });
      return { cells: styled, header, cantSplit: header || !tall };
    });
    const border = this.table.borders === "none" ? 0 : BORDER;
    return { kind: "table", role: "data", columns: widths, rows, border, padX: setting.padX, padY: PAD_Y };
  }

  /** The largest size whose columns break no word; the smallest, with equal shares, where none does. */
  private chooseSetting(): { setting: Setting; widths: number[] } {
    const sizes =
      this.table.size === undefined
        ? SIZES
        : [this.table.size, ...SIZES.filter((size) => size < (this.table.size ?? 0))];
    for (const size of sizes) {
      const columns = this.byColumn.map((cells) => this.columnExtent(cells, size));
      const spans = this.grid
        .filter((cell) => cell.colSpan > 1)
        .map((cell): SpanNeeds => ({ from: cell.column, count: cell.colSpan, least: this.extentOf(cell, size).least }));
      for (const padX of PADDING) {
        if (size > 11 && padX < 2.5) continue;
        const widths = this.share(columns, spans, padX);
        if (widths !== undefined) return { setting: { size, padX }, widths };
      }
    }
    const even = toTwip(this.width / this.table.columns.length);
    return { setting: { size: 8, padX: 1 }, widths: this.table.columns.map(() => even) };
  }

  private share(columns: readonly ColumnExtent[], spans: readonly SpanNeeds[], padX: number): number[] | undefined {
    // a hair more than needed, so that rounding to twips breaks nothing
    const extra = 2 * padX + 0.1;
    const needs = this.table.columns.map((column, index): ColumnNeeds => {
      const { head, body, figure } = columns[index] ?? { head: NOTHING, body: NOTHING, figure: NOTHING.least };
      const kind = this.kinds[index] ?? "text";
      const words = Math.max(0, head.least + extra, body.least + extra);
      return {
        kind,
        // figures and ordinals are never broken, whatever their marks
        least: kind === "text" ? words : Math.max(words, figure + extra),
        // a head may take two lines or three, but not one a word
        most: Math.max(0, body.most + extra, head.least + extra, (head.most + extra) * HEAD_SHARE),
        ...(column.width === undefined ? {} : { fixed: mm(column.width) }),
      };
    });
    const wide = spans.map((span) => ({ ...span, least: span.least + extra }));
    return shareWidth(needs, wide, this.width);
  }

  private columnExtent(cells: readonly GridCell[], size: number): ColumnExtent {
    let [head, body, figure] = [NOTHING, NOTHING, NOTHING.most];
    for (const cell of cells) {
      const own = this.extentOf(cell, size);
      if (cell.row < this.table.headerRows) head = larger(head, own);
      else {
        body = larger(body, own);
        if (own.most > figure && cell.paragraphs.every((each) => plainText(each).length <= LONGEST_FIGURE))
          figure = own.most;
      }
    }
    return { head, body, figure };
  }

  private extentOf(cell: GridCell, size: number): Extent {
    const key = `${size}/${this.component(cell.row)}/${looksOf(cell.paragraphs)}`;
    const known = this.extents.get(key);
    if (known !== undefined) return known;
    let [least, most] = [0, 0];
    for (const block of this.cell(cell, { size, padX: 0 }).blocks) {
      if (block.kind === "table") continue;
      const lines = breakLines(block, Number.MAX_SAFE_INTEGER);
      most = Math.max(most, ...lines.map((line) => line.width));
      least = Math.max(least, ...(lines[0]?.words ?? []).map((word) => word.width));
    }
    const extent = { least, most };
    this.extents.set(key, extent);
    return extent;
  }

  private component(row: number): Component {
    if (row === this.numberRow) return "tableColumnNumber";
    return row < this.table.headerRows ? "tableHead" : "tableBody";
  }

  private cell(cell: GridCell, setting: Setting): StyledCell {
    const header = cell.row < this.table.headerRows;
    const component = this.component(cell.row);
    const size = component === "tableColumnNumber" ? Math.min(setting.size, 11) : setting.size;
    const paragraphs = cell.paragraphs.length === 0 ? [[]] : cell.paragraphs;
    return {
      blocks: paragraphs.map((inlines) =>
        this.paragraph(component, inlines, size, header ? "center" : this.alignment(cell)),
      ),
      colSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
      verticalAlign: "center",
    };
  }

  private paragraph(component: Component, inlines: Inlines, size: number, align: Alignment): StyledParagraph {
    const sized = this.looks
      .inlines(component, inlines)
      .map((inline): StyledInline => (inline.kind === "image" ? inline : { ...inline, size }));
    return this.looks.paragraph(component, sized, { align, markSize: size });
  }

  private alignment(cell: GridCell): Alignment {
    const column = this.table.columns[cell.column];
    if (column?.align !== undefined) return column.align;
    const kind = this.kinds[cell.column] ?? "text";
    if (cell.colSpan > 1 && kind !== "number") return "left";
    if (kind === "number" && this.hasLongFigures(cell.column)) return "right";
    if (kind === "short" && this.hasWords(cell.column)) return "left";
    return ALIGNMENT[kind];
  }

  /** Short texts that are words stand left; codes, days and marks stand in the middle. */
  private readonly words = new Map<number, boolean>();
  private hasWords(column: number): boolean {
    let known = this.words.get(column);
    if (known === undefined) {
      const texts = this.bodyTexts(column).filter((text) => text !== "");
      known = texts.filter((text) => /\p{L}{2,}\s+\p{L}{2,}/u.test(text)).length > texts.length / 2;
      this.words.set(column, known);
    }
    return known;
  }

  private bodyTexts(column: number): string[] {
    return this.grid
      .filter((cell) => cell.column === column && cell.row >= this.table.headerRows)
      .map((cell) => cell.paragraphs.map(plainText).join(" ").trim());
  }

  private readonly longFigures = new Map<number, boolean>();
  private hasLongFigures(column: number): boolean {
    let known = this.longFigures.get(column);
    if (known === undefined) {
      known = this.grid.some(
        (cell) =>
          cell.column === column &&
          cell.row >= this.table.headerRows &&
          cell.paragraphs.some((inlines) => LONG_FIGURE.test(plainText(inlines))),
      );
      this.longFigures.set(column, known);
    }
    return known;
  }
}

/**
 * Styles a table.
 *
 * @param width room between the margins, pt
 * @param pageHeight height of the page's text, pt: a row much higher than the rest of it may be split
 */
export function styleTable(table: Table, looks: Looks, width: number, pageHeight: number): StyledTable {
  return new TableStyler(table, looks, width).style(pageHeight);
}
