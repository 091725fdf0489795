/** The status as plain text for the terminal. */
import type { Status } from "./status.js";
import { COUNT_COLUMNS, STATUS_COLUMNS, statusLine, unreadableLine } from "./words.js";

/** Widest that a column of the terminal becomes, characters; the last one, of remarks, may run on. */
const WIDEST = 44;

/**
 * Lines up cells in columns; the last one is as long as it is. Vietnamese text is NFC here: a letter is one character wide.
 *
 * @param widest most characters of a column but the last
 */
export function textTable(heads: readonly string[], rows: readonly (readonly string[])[], widest = WIDEST): string[] {
  const cut = (text: string, column: number) =>
    text.length > widest && column < heads.length - 1 ? `${text.slice(0, widest - 1)}…` : text;
  const cells = [heads, ...rows].map((row) => row.map(cut));
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const [first = [], ...rest] = cells;
  return [line(first), widths.map((width) => "─".repeat(width)).join("  "), ...rest.map(line)];
}

/** The lines that `cycle status` prints. */
export function printStatus(status: Status): string[] {
  const units = status.rows.map((row, index) => STATUS_COLUMNS.map(({ text }) => text(row, index)));
  const areas = status.areas.map(({ area, counts }) => [area, ...COUNT_COLUMNS.map(({ text }) => text(counts))]);
  const whole = ["Toàn bộ", ...COUNT_COLUMNS.map(({ text }) => text(status.whole))];
  return [
    ...textTable(
      STATUS_COLUMNS.map(({ head }) => head),
      units,
    ),
    "",
    ...textTable(["Khu vực", ...COUNT_COLUMNS.map(({ head }) => head)], [...areas, whole]),
    "",
    statusLine(status),
    ...unreadableLine(status),
  ];
}
