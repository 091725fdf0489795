/** "luỹ kế từ năm 2026 đến nay kết nạp 1.054 đảng viên". */
import { sayCount } from "./count.js";
import { type Phrase, SILENT, type Subject } from "./phrase.js";

/**
 * A flow added up from the beginning of the plan.
 *
 * @param first first year of the plan
 * @param starts this period is the plan's first: the sum is the figure itself and is not said twice
 */
export function sayCumulative(
  subject: Subject,
  verb: string | undefined,
  { first, starts }: { readonly first: number; readonly starts: boolean },
): Phrase {
  if (starts || subject.kind !== "flow") return SILENT;
  const sum = subject.ask("luy-ke");
  if (sum.status === "notAsked") return SILENT;
  return [`luỹ kế từ năm ${first} đến nay `, ...sayCount(sum, subject, verb === undefined ? {} : { verb })];
}
