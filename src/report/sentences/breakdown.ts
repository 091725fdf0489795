/** "trong đó: 50 nữ; 12 người dân tộc thiểu số". Parts that did not occur are left out; parts not reported are named. */
import type { ResolvedFigure } from "../totals/index.js";
import { behind, bind, type Phrase, SILENT } from "./phrase.js";

export interface Part {
  readonly figure: ResolvedFigure;
  readonly name: string;
  /** Parts of this part, and what is counted in them: "(trong đó 87 doanh nghiệp 100% vốn nước ngoài)". */
  readonly within?: readonly Part[];
  readonly noun?: string;
}

const isThere = ({ figure: { status, value } }: Part): boolean => status === "reported" && value !== 0;

const join = (phrases: readonly Phrase[], between: string): Phrase =>
  phrases.flatMap((phrase, index) => (index === 0 ? phrase : [between, ...phrase]));

function sayPart({ figure, name, within = [], noun }: Part): Phrase {
  const inner = within.filter(isThere).map((part): Phrase => [bind(part.figure), `${behind(noun)} ${part.name}`]);
  return [bind(figure), ` ${name}`, ...(inner.length === 0 ? [] : [" (trong đó ", ...join(inner, ", "), ")"])];
}

/**
 * The parts of a figure.
 *
 * @param whole nothing is said of the parts of what is not there
 * @param opening "; trong đó: " when absent, and ", trong đó có " before a single part
 */
export function sayBreakdown(whole: ResolvedFigure, parts: readonly Part[], opening?: string): Phrase {
  if (whole.status !== "reported" || whole.value === 0) return SILENT;
  const there = parts.filter(isThere).map(sayPart);
  const lacking = parts
    .filter(({ figure }) => figure.status === "notReported")
    .map(({ figure, name }): Phrase => [bind(figure), ` về ${name}`]);
  const all = [...there, ...lacking];
  return all.length === 0
    ? SILENT
    : [opening ?? (all.length === 1 ? ", trong đó có " : "; trong đó: "), ...join(all, "; ")];
}
