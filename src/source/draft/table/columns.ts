import type { Alignment, Column, ColumnKind } from "../../../model/table.js";
import { foldTone } from "../../../norms/tone.js";

/** Words of the option "cột". */
export const COLUMN_KINDS: Readonly<Record<string, ColumnKind>> = {
  stt: "ordinal",
  số: "number",
  chữ: "text",
  ngắn: "short",
};
export const ALIGNMENTS: Readonly<Record<string, Alignment>> = {
  trái: "left",
  giữa: "center",
  phải: "right",
  đều: "justify",
};
/** A column that the layout sets. */
export const ANY_WIDTH = "*";

/** What may stand in the option. */
export const COLUMN_WORDS =
  "cho mỗi cột các từ cách nhau bằng dấu cách, các cột cách nhau bằng dấu phẩy: bề rộng (25mm, 12.5mm hoặc *), loại (stt, số, chữ, ngắn), căn lề (trái, giữa, phải, đều)";

function lookUp<T>(words: Readonly<Record<string, T>>, typed: string): T | undefined {
  return Object.entries(words).find(([word]) => foldTone(word) === foldTone(typed))?.[1];
}

/**
 * Reads the option "cột".
 *
 * @param text e.g. `12mm stt, * chữ, 25mm số phải`
 * @returns the columns, or the word that is none of the option's
 */
export function readColumns(text: string): readonly Column[] | { readonly unknown: string } {
  const columns: Column[] = [];
  for (const entry of text.split(",")) {
    const column: Column = {};
    for (const word of entry.split(/[ \t]+/u)) {
      const width = /^(\d{1,3}(?:\.\d{1,6})?)mm$/iu.exec(word)?.[1];
      const kind = lookUp(COLUMN_KINDS, word);
      const align = lookUp(ALIGNMENTS, word);
      if (word === "" || word === ANY_WIDTH) continue;
      if (width !== undefined && Number(width) > 0) column.width = Number(width);
      else if (kind !== undefined) column.kind = kind;
      else if (align !== undefined) column.align = align;
      else return { unknown: word };
    }
    columns.push(column);
  }
  return columns;
}

/** The alignment that a cell of the rule gives its column: `:--`, `:-:`, `--:`. */
export function alignmentOf(rule: string): Column {
  const [left, right] = [rule.startsWith(":"), rule.endsWith(":")];
  if (left && right) return { align: "center" };
  return left ? { align: "left" } : right ? { align: "right" } : {};
}
