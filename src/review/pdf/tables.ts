/** Tables of a PDF: rows out of cells, continued over the ends of pages. */
import { type FlowCell, type FlowRow, isDecoration } from "../flow/flow.js";
import { type RawRow, tableRows } from "../flow/places.js";
import { isLine } from "./furniture.js";
import { lookOfLines } from "./line-looks.js";
import { type Line, type PageElement, type PageTable, textOfLines } from "./lines.js";

interface PdfCell {
  readonly lines: readonly Line[];
  /** Columns that it covers. */
  readonly span: number;
}

/** The cells of a row, by column. */
type Row = ReadonlyMap<number, PdfCell>;

/** A table, on one page or several. */
export interface PdfTable {
  readonly rows: Row[];
}

type NotesOf = (page: number) => ReadonlySet<number>;

function rowsOf({ grid, cells }: PageTable): Row[] {
  const rows: Row[] = [];
  for (let row = 0; row < grid.rows; row++) {
    const found = new Map<number, PdfCell>();
    for (const [key, lines] of cells) {
      const [at, column] = key.split(" ").map(Number);
      if (at === row && column !== undefined)
        found.set(column, {
          lines: [...lines].sort((a, b) => (Math.abs(a.y - b.y) > 2 ? a.y - b.y : a.x - b.x)),
          span: grid.spanOf(row, column),
        });
    }
    if (found.size > 0) rows.push(new Map([...found].sort(([a], [b]) => a - b)));
  }
  return rows;
}

const textOfRow = (row: Row, notesOf: NotesOf): string =>
  [...row].map(([column, { lines }]) => `${column} ${textOfLines(lines, notesOf)}`).join(" | ");

/** Edges that differ by less are one, pt. */
const SAME_EDGE = 4;

/** Whether a table at the head of a page continues the one at the foot of the page before. */
function continuesTable(before: PageTable, after: PageTable): boolean {
  const near = (one: number, other: number): boolean => Math.abs(one - other) <= SAME_EDGE;
  return after.page === before.page + 1 && near(before.grid.x1, after.grid.x1) && near(before.grid.x2, after.grid.x2);
}

/** Adds the rows of the next page: without the repeated heads, a row that was cut joined again. */
function continueWith(table: PdfTable, rows: readonly Row[], notesOf: NotesOf): void {
  let repeated = 0;
  const text = (row: Row | undefined): string => (row === undefined ? "" : textOfRow(row, notesOf));
  while (repeated < rows.length && repeated < table.rows.length && text(rows[repeated]) === text(table.rows[repeated]))
    repeated++;
  const [first, ...others] = rows.slice(repeated);
  if (first === undefined) return;
  const last = table.rows.at(-1);
  const cut =
    last !== undefined && !first.has(0) && last.has(0) && [...first.keys()].every((column) => last.has(column));
  if (cut) {
    const joined = new Map(last);
    for (const [column, cell] of first) {
      const above = joined.get(column);
      joined.set(column, above === undefined ? cell : { ...above, lines: [...above.lines, ...cell.lines] });
    }
    table.rows[table.rows.length - 1] = joined;
  } else table.rows.push(first);
  table.rows.push(...others);
}

/** The elements of all pages with the pieces of each table joined. */
export function joinTables(
  tables: readonly PageTable[],
  elements: readonly PageElement[],
  notesOf: NotesOf,
): (Line | PdfTable)[] {
  const last = tables.at(-1);
  if (last === undefined) return elements.filter(isLine);
  const joined: (Line | PdfTable)[] = [];
  let open: { readonly piece: PageTable; readonly table: PdfTable } | undefined;
  for (const element of elements) {
    if (isLine(element)) {
      open = undefined;
      joined.push(element);
    } else if (open !== undefined && continuesTable(open.piece, element)) {
      continueWith(open.table, rowsOf(element), notesOf);
      open = { piece: element, table: open.table };
    } else {
      const table: PdfTable = { rows: rowsOf(element) };
      joined.push(table);
      open = { piece: element, table };
    }
  }
  return joined;
}

const isColumnNumbers = (cells: readonly FlowCell[]): boolean =>
  cells.length > 1 && cells.every(({ text }) => /^\(?(?:\d{1,2}|[A-Z])\)?$/u.test(text));

/** The rows of a table as blocks; bold rows at its head are heads. */
export function rowsOfTable({ rows }: PdfTable, number: number, notesOf: NotesOf): FlowRow[] {
  let [inHead, numbered] = [true, false];
  const raw = rows.flatMap((row, index): RawRow[] => {
    const lines = [...row.values()].flatMap((cell) => cell.lines);
    const cells = [...row].flatMap(([column, own]): FlowCell[] => {
      const said = own.lines.filter((line) => !isDecoration(line.text));
      const text = textOfLines(said.length === 0 ? own.lines : said, notesOf);
      return text === "" ? [] : [{ column, text, ...(own.span > 1 ? { span: own.span } : {}) }];
    });
    const [first] = lines;
    if (cells.length === 0 || first === undefined) return [];
    // the numbers of the columns are the last of the heads
    inHead &&= !numbered && (lines.every(({ bold }) => bold) || (index > 0 && isColumnNumbers(cells)));
    numbered ||= index > 0 && isColumnNumbers(cells);
    const look = lookOfLines(lines);
    return [
      {
        cells,
        header: inHead,
        ...(look === undefined ? {} : { look }),
        place: { table: number, page: first.page + 1 },
      },
    ];
  });
  // a table in which everything is bold has no heads that this could tell
  const heads = raw.every(({ header }) => header) ? raw.map((row) => ({ ...row, header: false })) : raw;
  return tableRows(heads, true);
}
