import { z } from "zod";
import type { Finding } from "../findings/finding.js";
import { reportRegister } from "../findings/messages/register.js";
import { foldWord } from "../findings/nearest.js";
import { isoDay, printDay, readDay } from "../workspace/day.js";

/** The columns of the register, in the order in which a new register has them. */
export const COLUMNS = {
  sequence: "Số",
  symbol: "Ký hiệu",
  type: "Thể loại",
  date: "Ngày",
  subject: "Trích yếu",
  recipients: "Nơi nhận",
  secrecy: "Độ mật",
  period: "Kỳ",
  file: "Tệp",
  state: "Trạng thái",
} as const;
export type Column = keyof typeof COLUMNS;

/** Columns without which the next number, or an unfinished one, cannot be known. */
export const REQUIRED: readonly Column[] = ["sequence", "symbol", "type", "date", "period", "file", "state"];

/** `allotting` is a number whose draft may not carry it yet; `cancelled` keeps its number from being given again. */
export type RowState = "allotting" | "allotted" | "cancelled";

const STATES: { readonly [S in RowState]: string } = { allotting: "đang cấp", allotted: "đã cấp", cancelled: "huỷ" };
/** Words that a clerk may write for a state, folded; a row added by hand has none. */
const STATE_WORDS: { readonly [folded: string]: RowState } = {
  "dang cap": "allotting",
  "da cap": "allotted",
  "": "allotted",
  huy: "cancelled",
  "huy bo": "cancelled",
  "da huy": "cancelled",
};

/** One number that was given. */
export interface NewRow {
  readonly sequence: number;
  /** `KH/ĐU`, `KH-UBND`. */
  readonly symbol: string;
  /** Name of the type. */
  readonly type: string;
  /** ISO day of signing; absent while it is open. */
  readonly date?: string;
  readonly subject: string;
  readonly recipients: string;
  readonly secrecy: string;
  /** Term, congress or year. */
  readonly period: string;
  /** The draft, from the workspace's folder, with `/`; empty for a row added by hand. */
  readonly file: string;
  readonly state: RowState;
}

export interface RegisterRow extends NewRow {
  /** Line of the register at which it begins. */
  readonly line: number;
}

const Cells = z.object({
  sequence: z
    .string()
    .regex(/^0*[1-9]\d{0,5}$/u, "số nguyên dương, ví dụ 12")
    .transform(Number),
  symbol: z.string().min(1, "ký hiệu, ví dụ KH/ĐU"),
  type: z.string().min(1, "thể loại, ví dụ Kế hoạch"),
  date: z
    .string()
    .refine((text) => text === "" || readDay(text) !== undefined, "ngày có thật, dạng 15/4/2026, hoặc để trống")
    .transform((text) => {
      const day = readDay(text);
      return day === undefined ? undefined : isoDay(day);
    }),
  subject: z.string(),
  recipients: z.string(),
  secrecy: z.string(),
  period: z.string().min(1, "nhiệm kỳ hoặc năm, ví dụ 2025-2030"),
  file: z.string(),
  state: z
    .string()
    .refine((text) => foldWord(text) in STATE_WORDS, "đã cấp, đang cấp hoặc huỷ")
    .transform((text) => STATE_WORDS[foldWord(text)] ?? "allotted"),
});

/**
 * Reads one record.
 *
 * @param cellOf the text of a column, empty where the register has no such column
 * @param line at which the record begins
 * @param file path of the register as it is to stand in findings
 */
export function readCells(
  cellOf: (column: Column) => string,
  line: number,
  file: string,
): { readonly row?: RegisterRow; readonly findings: readonly Finding[] } {
  const texts = Object.fromEntries(
    (Object.keys(COLUMNS) as Column[]).map((column) => [column, cellOf(column).normalize("NFC").trim()]),
  );
  const checked = Cells.safeParse(texts);
  if (checked.success) {
    const { date, ...rest } = checked.data;
    return { row: { ...rest, line, ...(date === undefined ? {} : { date }) }, findings: [] };
  }
  const findings = checked.error.issues.map((issue) => {
    const column = issue.path[0] as Column;
    const params = { column: COLUMNS[column], value: texts[column] ?? "", expected: issue.message };
    return reportRegister("register/bad-cell", params, { file, line });
  });
  return { findings };
}

/** `2026-04-15` as it stands in the register and in messages: `15/4/2026`. */
export function printIsoDay(iso: string): string {
  const day = readDay(iso);
  return day === undefined ? iso : printDay(day);
}

/** The text of each column. */
export function printCells(row: NewRow): { readonly [C in Column]: string } {
  return {
    ...row,
    sequence: String(row.sequence),
    date: row.date === undefined ? "" : printIsoDay(row.date),
    state: STATES[row.state],
  };
}
