import { reportDraft } from "../../../findings/messages/draft.js";
import type { Column, Table } from "../../../model/table.js";
import type { InlineContext } from "../body/inline-context.js";
import { readCellParagraphs } from "../body/inlines.js";
import { Passage } from "../body/passage.js";
import { isBlank, positionIn, type SourceLine, trimBlanks, trimLine } from "../text/lines.js";
import type { Position } from "../text/position.js";
import type { Attachments } from "./attachments.js";
import { alignmentOf } from "./columns.js";
import { readTableFile } from "./file.js";
import { checkShape, type GridCell, type GridRow, MERGED_LEFT, MERGED_UP, mergeCells } from "./grid.js";
import { readOptions, type TableOptions } from "./options.js";
import { isRule, splitRow } from "./rows.js";

/** What reading a table depends on. */
export interface TableContext extends InlineContext {
  readonly attachments: Attachments;
}

/** Rows and what was said about the columns, before cells are merged. */
export interface TableParts {
  readonly rows: readonly GridRow[];
  readonly headerRows: number;
  readonly columns?: readonly Column[];
  readonly size?: number;
  readonly borders?: "none";
}

/**
 * Reads a pipe table outside a block: its first row is the head.
 *
 * @param lines the row of the head, the rule, further rows
 * @returns undefined when a finding says why not
 */
export function readPipeTable(lines: readonly SourceLine[], context: TableContext): Table | undefined {
  const [first] = lines;
  return first && makeTable(readRows(lines, context), positionIn(first, 0), context);
}

/**
 * Reads a block ```` ```bảng ````: options, then rows, or the rows of a file.
 *
 * @param lines the lines inside the block
 * @param at where the block begins
 * @returns undefined when a finding says why not
 */
export async function readTableBlock(
  lines: readonly SourceLine[],
  at: Position,
  context: TableContext,
): Promise<Table | undefined> {
  const filled = lines.filter((line) => !isBlank(line.text)).map(trimLine);
  const found = filled.findIndex((line) => line.text.startsWith("|"));
  const start = found === -1 ? filled.length : found;
  const options = readOptions(filled.slice(0, start), context.journal);
  const rows = filled.slice(start);
  for (const line of rows.filter(({ text }) => !text.startsWith("|"))) {
    context.journal.add(reportDraft("draft/table-line", { text: line.text }, positionIn(line, 0)));
  }
  const parts =
    options.file === undefined ? readOwnRows(rows, options, context) : await readFileRows(rows, options, context);
  if (parts === undefined) return undefined;
  const columns = options.columns?.value ?? parts.columns;
  const borders = options.bordered?.value === false ? ({ borders: "none" } as const) : {};
  return makeTable({ ...parts, columns, size: options.size?.value, ...borders }, at, context, options.columns?.at);
}

function readOwnRows(rows: readonly SourceLine[], options: TableOptions, context: TableContext): TableParts {
  for (const [key, option] of [
    ["trang tính", options.sheet],
    ["vùng", options.range],
    ["dòng tiêu đề", options.headerRows],
  ] as const) {
    if (option !== undefined) context.journal.add(reportDraft("draft/table-option-file", { key }, option.at));
  }
  return readRows(
    rows.filter(({ text }) => text.startsWith("|")),
    context,
  );
}

async function readFileRows(
  rows: readonly SourceLine[],
  options: TableOptions,
  context: TableContext,
): Promise<TableParts | undefined> {
  const [first] = rows;
  const path = options.file?.value ?? "";
  if (first === undefined) return readTableFile(options, context);
  context.journal.add(reportDraft("draft/table-two-sources", { path }, positionIn(first, 0)));
  return undefined;
}

/** Rows above the rule are the head; without a rule there is none. */
function readRows(lines: readonly SourceLine[], context: TableContext): TableParts {
  const [rule, again] = lines.filter((line) => isRule(line.text));
  if (again !== undefined) context.journal.add(reportDraft("draft/table-rule-again", {}, positionIn(again, 0)));
  const rows = lines.filter((line) => !isRule(line.text)).map((line) => readRow(line, context));
  if (rule === undefined) return { rows, headerRows: 0 };
  const cells = splitRow(rule);
  const width = rows[0]?.cells.length ?? cells.length;
  // A lone `| --- |` in a block stands for a rule of any width.
  if (cells.length !== width && cells.length > 1) {
    context.journal.add(
      reportDraft("draft/table-ragged", { cells: cells.length, columns: width }, positionIn(rule, 0)),
    );
  }
  const aligned = cells.length === width ? cells.map(({ text }) => alignmentOf(text)) : undefined;
  return { rows, headerRows: lines.indexOf(rule), ...(aligned === undefined ? {} : { columns: aligned }) };
}

function readRow(line: SourceLine, context: InlineContext): GridRow {
  const cells = splitRow(line).map((cell): GridCell => {
    const at = positionIn(cell, 0);
    if (cell.text === MERGED_LEFT || cell.text === MERGED_UP) return { merged: cell.text, at };
    return { paragraphs: readCellParagraphs(new Passage([withoutBlanksAtBreaks(cell)]), context), at };
  });
  return { cells, at: positionIn(line, 0) };
}

/** Blanks around `<br>` are there for the eye only. */
function withoutBlanksAtBreaks(cell: SourceLine): SourceLine {
  const paragraphs = cell.text.split(/(?<!\\)<br[ \t]*\/?>/iu);
  return paragraphs.length === 1 ? cell : { ...cell, text: paragraphs.map(trimBlanks).join("<br>") };
}

function makeTable(parts: TableParts, at: Position, context: TableContext, columnsAt?: Position): Table | undefined {
  const { rows, headerRows, columns, size, borders } = parts;
  const width = rows[0]?.cells.length ?? 0;
  if (!checkShape(rows, width, at, context.journal)) return undefined;
  if (columns !== undefined && columns.length !== width) {
    const count = { given: columns.length, columns: width };
    context.journal.add(reportDraft("draft/table-columns", count, columnsAt ?? at));
    return undefined;
  }
  return {
    columns: [...(columns ?? Array.from({ length: width }, () => ({})))],
    headerRows,
    rows: mergeCells(rows, headerRows, context.journal),
    ...(size === undefined ? {} : { size }),
    ...(borders === undefined ? {} : { borders }),
  };
}
