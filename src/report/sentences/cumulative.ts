/** "Luỹ kế từ năm 2026 đến nay kết nạp 1.054 đảng viên, đạt 52,7% chỉ tiêu cả giai đoạn." */
import { sayCount } from "./count.js";
import { lead, type Phrase, SILENT, type Subject, wordsOf } from "./phrase.js";
import { sayTarget } from "./target.js";

export interface PlanSpan {
  /** First year of the plan. */
  readonly first: number;
  /** This period is the plan's first: the sum is the figure itself and is not said twice. */
  readonly starts: boolean;
  /** Share of the plan's span that has passed. */
  readonly elapsed: number;
}

/**
 * A flow added up from the beginning of the plan, against the plan's target, in a sentence of its own.
 *
 * @returns nothing of stocks and shares, which do not add up, and where the office has no plan
 */
export function sayCumulative(
  subject: Subject,
  verb: string | undefined,
  { first, starts, elapsed }: PlanSpan,
): Phrase {
  if (subject.kind !== "flow") return SILENT;
  const target = sayTarget(subject, "plan", elapsed);
  const since = `từ năm ${first} đến nay`;
  if (starts) {
    if (target.length === 0) return SILENT;
    // where nothing was done yet, the phrase names the target alone
    const isTarget = wordsOf(target).startsWith("chỉ tiêu");
    const what = verb === undefined || subject.noun === undefined ? "" : `kết quả ${verb} ${subject.noun} `;
    return [...(isTarget ? lead("Theo kế hoạch, ", target) : lead(`Tính ${since}, ${what}`, target)), "."];
  }
  const sum = subject.ask("luy-ke");
  if (sum.status === "notAsked") return SILENT;
  return [
    `Luỹ kế ${since} `,
    ...sayCount(sum, subject, verb === undefined ? {} : { verb }),
    ...lead(", ", target),
    ".",
  ];
}
