/** What heads and feet of pages say, without the numbers of the pages. */
import { tidy } from "../flow/flow.js";

/** A line at the head or foot of a page, from 0. */
export interface RunningLine {
  readonly text: string;
  readonly page: number;
  readonly part: "header" | "footer";
}

/** What it says, once for all pages; `page` is the first of them. */
export type RunningText = RunningLine;

const NUMBER = /\d+/gu;

/** A number of a line, and where it stands. */
interface Counted {
  readonly line: number;
  readonly at: number;
  readonly page: number;
  readonly value: number;
}

/** The numbers that stand at one place of lines that are alike but for their numbers. */
function columnsOf(lines: readonly RunningLine[]): Counted[][] {
  const columns = new Map<string, Counted[]>();
  for (const [line, { text, page, part }] of lines.entries()) {
    for (const [at, { 0: digits }] of [...text.matchAll(NUMBER)].entries()) {
      const key = `${part} ${at} ${text.replace(NUMBER, "#").replace(/\s+/gu, "")}`;
      columns.set(key, [...(columns.get(key) ?? []), { line, at, page, value: Number(digits) }]);
    }
  }
  return [...columns.values()];
}

/**
 * Whether a number counts the pages: it is that of its page, or goes on with the number before or after it, or begins anew
 * behind pages that show none.
 */
function countsPages({ page, value }: Counted, before: Counted | undefined, after: Counted | undefined): boolean {
  const goesOn = (other: Counted | undefined): boolean =>
    other !== undefined && value - other.value === page - other.page && page !== other.page;
  const silent = page - (before?.page ?? -1);
  return value === page + 1 || goesOn(before) || goesOn(after) || value === 1 || (value === 2 && silent > 1);
}

/** The texts of running lines. @param lines page by page */
export function textsOfRunning(lines: readonly RunningLine[]): RunningText[] {
  /** Numbers of pages, and of all pages, by line. */
  const left = new Map<number, Set<number>>();
  const leave = ({ line, at }: Counted): void => {
    left.set(line, (left.get(line) ?? new Set()).add(at));
  };
  const columns = columnsOf(lines);
  for (const column of columns) {
    const right = column.filter((one, index) => countsPages(one, column[index - 1], column[index + 1]));
    // a year that stands on every page counts nothing
    if (2 * right.length >= column.length) for (const one of right) leave(one);
  }
  const found = new Map<string, RunningText>();
  for (const [index, line] of lines.entries()) {
    let at = -1;
    const text = tidy(line.text.replace(NUMBER, (digits) => (left.get(index)?.has(++at) ? " " : digits)));
    const bare = text.replace(/^trang(?=$|\s*[/|])|[/|]\s*\d+$/giu, "");
    if (!/[\p{L}\p{N}]/u.test(bare)) continue;
    const key = `${line.part} ${text}`;
    if (!found.has(key)) found.set(key, { ...line, text });
  }
  return [...found.values()];
}
