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

interface Setting {
  readonly size: number;
  readonly padX: number;
}

class TableStyler {
  private readonly grid: GridCell[];
  private readonly kinds: ColumnKind[];
  private readonly numberRow: number;

  constructor(
    private readonly table: Table,
    private readonly looks: Looks,
    private readonly width: number,
  ) {
    this.grid = gridOf(table);
    this.kinds = columnKinds(table, this.grid);
    const last = table.headerRows - 1;
    const heads = this.grid.filter((cell) => cell.row === last && cell.paragraphs.length > 0);
    const numbered =
      last > 0 &&
      heads.length > 1 &&
      heads.every((cell) => COLUMN_NUMBER.test(cell.paragraphs.map(plainText).join(" ").trim()));
    this.numberRow = numbered ? last : -1;
  }

  style(pageHeight: number): StyledTable {
    const { setting, widths } = this.chooseSetting();
    const rows = this.table.rows.map((_, row): StyledRow => {
      const cells = this.grid.filter((cell) => cell.row === row);
      const header = row < this.table.headerRows;
      const styled = cells.map((cell) => this.cell(cell, setting));
      const tall = cells.some((cell, index) => {
        const room = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, width) => sum + width, 0);
        const content = styled[index]?.blocks ?? [];
        return this.height(content, room - 2 * setting.padX) > SPLITTABLE * pageHeight;
      });
      return { cells: styled, header, cantSplit: header || !tall };
    });
    return { kind: "table", role: "data", columns: widths, rows, border: BORDER, padX: setting.padX, padY: PAD_Y };
  }

  private height(blocks: StyledCell["blocks"], width: number): number {
    let height = 0;
    for (const block of blocks) {
      if (block.kind === "paragraph") height += breakLines(block, width).length * block.markSize * 1.2;
    }
    return height;
  }

  /** The largest size whose columns break no word; the smallest, with equal shares, where none does. */
  private chooseSetting(): { setting: Setting; widths: number[] } {
    const sizes =
      this.table.size === undefined
        ? SIZES
        : [this.table.size, ...SIZES.filter((size) => size < (this.table.size ?? 0))];
    for (const size of sizes) {
      for (const padX of PADDING) {
        if (size > 11 && padX < 2.5) continue;
        const widths = this.share({ size, padX });
        if (widths !== undefined) return { setting: { size, padX }, widths };
      }
    }
    const even = toTwip(this.width / this.table.columns.length);
    return { setting: { size: 8, padX: 1 }, widths: this.table.columns.map(() => even) };
  }

  private share(setting: Setting): number[] | undefined {
    const needs = this.table.columns.map((column, index): ColumnNeeds => {
      let least = 0;
      let most = 0;
      for (const cell of this.grid) {
        if (cell.column !== index || cell.colSpan > 1) continue;
        const own = this.needs(cell, setting);
        least = Math.max(least, own.least);
        // a head may take two lines or three, but not one a word
        most = Math.max(most, cell.row < this.table.headerRows ? Math.max(own.least, own.most * HEAD_SHARE) : own.most);
      }
      const kind = this.kinds[index] ?? "text";
      // figures and ordinals are never broken, whatever their marks
      if (kind !== "text") least = Math.max(least, this.widestFigure(index, setting));
      return { kind, least, most, ...(column.width === undefined ? {} : { fixed: mm(column.width) }) };
    });
    const spans = this.grid
      .filter((cell) => cell.colSpan > 1)
      .map((cell): SpanNeeds => ({ from: cell.column, count: cell.colSpan, least: this.needs(cell, setting).least }));
    return shareWidth(needs, spans, this.width);
  }

  private widestFigure(column: number, setting: Setting): number {
    let widest = 0;
    for (const cell of this.grid) {
      if (
        cell.column === column &&
        cell.colSpan === 1 &&
        cell.row >= this.table.headerRows &&
        cell.paragraphs.every((p) => plainText(p).length <= 14)
      ) {
        widest = Math.max(widest, this.needs(cell, setting).most);
      }
    }
    return widest;
  }

  private needs(cell: GridCell, setting: Setting): { least: number; most: number } {
    let least = 0;
    let most = 0;
    for (const block of this.cell(cell, setting).blocks) {
      if (block.kind === "table") continue;
      most = Math.max(most, ...breakLines(block, Number.MAX_SAFE_INTEGER).map((line) => line.width));
      const words = breakLines(block, Number.MAX_SAFE_INTEGER)[0]?.words ?? [];
      least = Math.max(least, ...words.map((word) => word.width));
    }
    // a hair more than needed, so that rounding to twips breaks nothing
    const extra = 2 * setting.padX + 0.1;
    return { least: least + extra, most: most + extra };
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
  private hasWords(column: number): boolean {
    const texts = this.bodyTexts(column).filter((text) => text !== "");
    return texts.filter((text) => /\p{L}{2,}\s+\p{L}{2,}/u.test(text)).length > texts.length / 2;
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
