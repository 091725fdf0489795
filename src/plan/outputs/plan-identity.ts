/** What tells one plan from another, on calendars and tracking workbooks. */
import { createHash } from "node:crypto";
import { foldWord } from "../../findings/nearest.js";
import type { Task } from "../../model/task.js";
import type { Day } from "../../organisation/register.js";

/** The plan as its header says. */
export interface PlanHead {
  /** "Kế hoạch phát triển tổ chức đảng giai đoạn 2026 - 2030". */
  readonly title: string;
  /** `12-KH/TU`; absent while it is a draft. */
  readonly number?: string;
  readonly date?: Day;
  /** "Tỉnh uỷ Hà Trung". */
  readonly issuer?: string;
}

const HASH_DIGITS = 16;

const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, HASH_DIGITS);

/**
 * The plan's identity, by which its tasks are followed from issue to issue: its number, day and issuer; of a plan
 * without a number, its title. 16 hexadecimal digits.
 */
export const planIdentity = ({ title, number, date, issuer }: PlanHead): string =>
  digest(
    JSON.stringify(number === undefined ? [foldWord(title)] : [foldWord(number), date ?? "", foldWord(issuer ?? "")]),
  );

/** Over what bodies are asked: ids, words, roles and times of the tasks. Another hash is another version of the plan. */
export const tasksHash = (tasks: readonly Task[]): string =>
  digest(JSON.stringify(tasks.map(({ id, text, roles, timing }) => [id, text, roles, timing?.printed ?? ""])));

/** "giai đoạn 2026 - 2030", "năm 2026", "đến năm 2030"; not the year of a date written out. */
const YEARS = /(?<!tháng \d{1,2} )(?:giai đoạn|nhiệm kỳ|năm|các năm)\s+(\d{4})(?:\s*[-–]\s*(\d{4}))?/giu;

/** The last year that a plan's title names. */
export function lastYearOf({ title }: Pick<PlanHead, "title">): number | undefined {
  const years = [...title.normalize("NFC").matchAll(YEARS)].flatMap(([, first, last]) => [
    Number(first),
    Number(last ?? first),
  ]);
  return years.length === 0 ? undefined : Math.max(...years);
}
