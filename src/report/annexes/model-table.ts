/** An annex in the document: a table of the model, and the annex around it. */

import type { FormColumn } from "../../forms/index.js";
import type { Annex } from "../../model/annex.js";
import type { Block } from "../../model/block.js";
import type { Inline } from "../../model/inline.js";
import type { Cell, Column, Table } from "../../model/table.js";
import { layoutHead } from "../../workbook/layout/head.js";
import { FORM_SHEET } from "../../workbook/layout/wording.js";
import { type AnnexCell, type AnnexRow, type AnnexTable, columnNumbers } from "./annex-table.js";

/**
 * Which figures are bound: all, those of totals and areas, or none. A binding is a bookmark in the DOCX, so that thousands
 * of rows are better traced through the workbook beside it.
 */
export type BoundRows = "all" | "totals" | "none";

export interface ModelTableOptions {
  readonly bind?: BoundRows;
}

const EMPHASISED: ReadonlySet<AnnexRow["kind"]> = new Set(["total", "group", "heading"]);

/** Width of the names of units in a form with many columns of figures, mm; the layout divides the rest. */
const NAMES = { few: 50, many: 32, from: 21 } as const;

const widthOfNames = (columns: readonly FormColumn[]): number => (columns.length < NAMES.from ? NAMES.few : NAMES.many);

/** Columns are too narrow for a formula from so many on: their numbers stand alone, the formulas below the table. */
const NARROW_FROM = 16;

const hasRoom = ({ columns }: Pick<AnnexTable, "columns">): boolean => columns.length < NARROW_FROM;

/** Signs of a formula in a sentence. */
const SIGNS: Readonly<Record<string, string>> = { "*": "×", "/": ":" };

/** "Cột 10 = cột 6 + cột 7 + cột 8 - cột 9; cột 25 = cột 24 × 100 : cột 23." */
function formulaNotes({ columns }: Pick<AnnexTable, "columns">): readonly string[] {
  const numbers = new Set(columns.map(({ number }) => number));
  const inWords = (formula: string): string =>
    formula
      .replace(/\d+/gu, (digits) => (numbers.has(digits) ? `cột ${digits}` : digits))
      .replace(/ *([+*/-]) */gu, (_, sign: string) => ` ${SIGNS[sign] ?? sign} `);
  const said = columns.flatMap(({ number, formula }) =>
    formula === undefined ? [] : [`cột ${number} = ${inWords(formula)}`],
  );
  const text = said.join("; ");
  return text === "" ? [] : [`C${text.slice(1)}.`];
}

/** "10 = 6 + 7": broken before an operator at most, or it would make its column wider than the figures need. */
const breakable = (number: string): string => number.replace(/[=+*/-]/gu, " $&\u00a0");

function columnOf({ content }: FormColumn, _: number, columns: readonly FormColumn[]): Column {
  if (content === "label" && columns.some(({ indicator }) => indicator !== undefined))
    return { kind: "text", align: "left", width: widthOfNames(columns) };
  if (content === "ordinal") return { kind: "ordinal", align: "center" };
  if (content === "label" || content === "note" || content === "text") return { kind: "text", align: "left" };
  if (content === "unitOfCount" || content === "verdict" || content === "mark")
    return { kind: "short", align: "center" };
  return { kind: "number", align: "right" };
}

function inlineOf(cell: AnnexCell, bold: boolean, bound: boolean): Inline | undefined {
  const looks = bold ? ({ bold: true } as const) : {};
  switch (cell.kind) {
    case "blank":
      return undefined;
    case "notApplicable":
      return { kind: "text", text: FORM_SHEET.notApplicable, ...looks };
    case "text":
      if (cell.text === "") return undefined;
      return cell.binding !== undefined && bound
        ? { kind: "figure", text: cell.text, binding: cell.binding, ...looks }
        : { kind: "text", text: cell.text, ...looks };
    case "figure":
      return cell.binding !== undefined && bound
        ? { kind: "figure", text: cell.printed, binding: cell.binding, ...looks }
        : { kind: "text", text: cell.printed, ...looks };
  }
}

/** Lines of a text are paragraphs of their own. */
const paragraphsOf = (inline: Inline): Inline[][] =>
  inline.kind === "text" && inline.text.includes("\n")
    ? inline.text.split("\n").map((line) => [{ ...inline, text: line }])
    : [[inline]];

/** The cells of the head, row by row: only those that begin in it. */
function headRows(columns: readonly FormColumn[]): readonly (readonly Cell[])[] {
  const { cells, rows } = layoutHead(columns, 0, 0);
  return Array.from({ length: rows }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(
        ({ text, rowSpan, columnSpan }): Cell => ({
          paragraphs: [[{ kind: "text", text, bold: true }]],
          ...(columnSpan > 1 ? { colSpan: columnSpan } : {}),
          ...(rowSpan > 1 ? { rowSpan } : {}),
        }),
      ),
  );
}

/** The table of an annex: merged heads and the column-number row are repeated on every page. */
export function annexModelTable(table: AnnexTable, { bind = "totals" }: ModelTableOptions = {}): Table {
  const heads = headRows(table.columns);
  const plain = table.columns.map(({ number }) => number);
  const numbers = (hasRoom(table) ? columnNumbers(table) : plain).map(
    (text): Cell => ({ paragraphs: [[{ kind: "text", text: breakable(text), italic: true }]] }),
  );
  const rows = table.rows.map(({ kind, cells }) => {
    const bold = EMPHASISED.has(kind);
    const bound = bind === "all" || (bind === "totals" && kind !== "unit");
    return cells.map((cell): Cell => {
      const inline = inlineOf(cell, bold, bound);
      return { paragraphs: inline === undefined ? [] : paragraphsOf(inline) };
    });
  });
  return {
    columns: table.columns.map(columnOf),
    headerRows: heads.length + 1,
    rows: [...heads.map((row) => [...row]), numbers, ...rows],
  };
}

/**
 * The annex with its title lines, the table and what must be said with it.
 *
 * @param label as printed: "Phụ lục 1"
 */
export function annexInDocument(table: AnnexTable, label: string, options: ModelTableOptions = {}): Annex {
  const line = (text: string): Block => ({ kind: "paragraph", inlines: [{ kind: "text", text, italic: true }] });
  // said before the table: a page that holds only what follows it would be lost
  const formulas = hasRoom(table) ? [] : formulaNotes(table);
  const unit = table.unitOfCount === undefined ? [] : [line(FORM_SHEET.unitOfCount(table.unitOfCount))];
  return {
    label,
    title: [
      ...(table.number === undefined
        ? [table.title]
        : [`${FORM_SHEET.number(table.number, table.proposal)}. ${table.title}`]),
      table.period,
    ],
    orientation: table.orientation,
    blocks: [
      line(
        [`${table.window}.`, table.coverage, ...formulas, table.signs ?? ""].filter((words) => words !== "").join(" "),
      ),
      ...unit,
      { kind: "table", table: annexModelTable(table, options) },
      ...table.notes.map(line),
    ],
  };
}
