import { z } from "zod";
import { Inlines } from "./inline.js";

/** What a column holds; decides alignment and how narrow it may become. */
export const ColumnKind = z.enum(["ordinal", "number", "text", "short"]);
export type ColumnKind = z.infer<typeof ColumnKind>;

export const Alignment = z.enum(["left", "center", "right", "justify"]);
export type Alignment = z.infer<typeof Alignment>;

/** One column. Whatever is absent is computed by the layout from the cells. */
export const Column = z.object({
  /** Width in mm. */
  width: z.number().positive().optional(),
  kind: ColumnKind.optional(),
  align: Alignment.optional(),
});
export type Column = z.infer<typeof Column>;

/** A cell: its paragraphs, and how many columns and rows it covers (1 when absent). */
export const Cell = z.object({
  paragraphs: z.array(Inlines),
  colSpan: z.number().int().min(2).optional(),
  rowSpan: z.number().int().min(2).optional(),
});
export type Cell = z.infer<typeof Cell>;

/**
 * A table. `rows` hold only the cells that begin in them, left to right; covered places have no entry.
 * The first `headerRows` rows are repeated at the head of every page.
 */
export const Table = z.object({
  columns: z.array(Column).min(1),
  headerRows: z.number().int().min(0),
  rows: z.array(z.array(Cell)),
  /** Size of the text in pt, 11 to 13; chosen by the layout when absent. */
  size: z.number().min(8).max(14).optional(),
  /** Text in columns, without lines between them. */
  borders: z.literal("none").optional(),
});
export type Table = z.infer<typeof Table>;
