/** The head of a sheet of opening figures: which column says what. */
import { foldWord } from "../../findings/nearest.js";
import { addressOf } from "../../workbook/layout/index.js";
import { columnOf, rowOf } from "../../workbook/read/sheet/address.js";
import type { CellContent, SheetGrid } from "../../workbook/read/sheet/cell.js";

/** The head of a sheet may stand below a title. */
const HEAD_ROWS = 20;

const HEADS = { unit: "don vi", period: "ky", key: "chi tieu", value: "so lieu" } as const;

/** A column of figures of one indicator. */
interface KeyColumn {
  readonly column: number;
  readonly key: string;
}

export interface Head {
  readonly row: number;
  readonly unit: number;
  readonly period: number;
  /** One figure a row, or one indicator a column. */
  readonly figures: { readonly key: number; readonly value: number } | readonly KeyColumn[];
}

/** What stands in a cell of words. */
export function textOf(content: CellContent | undefined): string {
  if (content?.kind === "text") return content.text.normalize("NFC").trim();
  return content?.kind === "number" ? String(content.value) : "";
}

/** A code at the beginning of a text: `B05` of "B05 – Tổ chức đảng cuối kỳ". */
const CODE = /^[A-Z]\d{2}[a-z]?(?:\.[A-Z]+\d*)?(?=$|[\s:–-])/u;

/** The code at the beginning of a text. */
export const codeIn = (text: string): string | undefined => CODE.exec(text)?.[0];

/**
 * Finds the head of a sheet.
 *
 * @param isKnown whether a code is an indicator's
 * @param onUnknown told of columns whose head looks like a code and is none
 * @returns undefined when there is none
 */
export function findHead(
  grid: SheetGrid,
  isKnown: (code: string) => boolean,
  onUnknown: (code: string, cell: string) => void,
): Head | undefined {
  const rows = new Map<number, { readonly column: number; readonly text: string }[]>();
  for (const [key, { content }] of grid.cells) {
    if (rowOf(key) > HEAD_ROWS) continue;
    rows.set(rowOf(key), [...(rows.get(rowOf(key)) ?? []), { column: columnOf(key), text: textOf(content) }]);
  }
  for (const [row, cells] of rows) {
    const columnFor = (head: string) => cells.find(({ text }) => foldWord(text) === head)?.column;
    const [unit, period] = [columnFor(HEADS.unit), columnFor(HEADS.period)];
    if (unit === undefined || period === undefined) continue;
    const [key, value] = [columnFor(HEADS.key), columnFor(HEADS.value)];
    if (key !== undefined && value !== undefined) return { row, unit, period, figures: { key, value } };
    const columns = cells.flatMap(({ column, text }): readonly KeyColumn[] => {
      const code = codeIn(text);
      if (code === undefined) return [];
      if (isKnown(code)) return [{ column, key: code }];
      onUnknown(code, `${grid.name}!${addressOf(row, column)}`);
      return [];
    });
    return { row, unit, period, figures: columns };
  }
  return undefined;
}
