/** Targets in a paragraph of ordinary text. */
import type { Target } from "../../model/target.js";
import { type Candidate, candidateOf, segmentBefore } from "./candidate.js";
import { describeTarget } from "./describe-target.js";
import { type Figure, figuresIn } from "./figures.js";
import { AMONG, isCondition, isMeasured, isQuantity, isTarget } from "./judge-figure.js";
import { type PeriodMark, periodMarks, periodOf, type Years } from "./periods.js";
import { oneLine } from "./printed-words.js";
import { type Stretch, stretchesOf } from "./sentences.js";
import { HOLDER } from "./words.js";

export interface TargetContext {
  /** What the headings above say: figures under "Mục tiêu" are targets, those under "Kết quả" are none. */
  readonly section?: "targets" | "results";
  /** Years of heading and title. */
  readonly years?: Years;
}

export interface FoundTarget {
  readonly target: Target;
  /** Where its printed words begin in the text. */
  readonly at: number;
  /** Said after "trong đó": a part of the target before it. */
  readonly among: boolean;
}

/**
 * Finds the targets that a paragraph states.
 *
 * @param text one sentence or more, without the mark
 * @returns targets in the order of their words
 */
export function findTargets(text: string, context: TargetContext = {}): readonly FoundTarget[] {
  if (context.section === "results") return [];
  const found: FoundTarget[] = [];
  let carried: readonly PeriodMark[] = [];
  let aimed = false;
  const stretches = stretchesOf(text);
  for (const stretch of stretches) {
    const here = targetsOf(stretch, context, carried, aimed && stretch.aside);
    found.push(...here);
    if (stretch.aside) continue;
    aimed = here.length > 0;
    // "(2) Giai đoạn 2027 - 2028: …. Mỗi năm …": a span said at the paragraph's head holds for its other sentences.
    if (carried.length === 0 && stretch === stretches[0]) {
      const opening = /^[^,;.]*?:/u.exec(stretch.text)?.[0] ?? "";
      carried = periodMarks(opening).filter(({ kind }) => kind === "span" || kind === "year");
    }
  }
  return found;
}

function targetsOf(
  { text, at }: Stretch,
  context: TargetContext,
  carried: readonly PeriodMark[],
  follows: boolean,
): readonly FoundTarget[] {
  const marks = periodMarks(text);
  const figures = figuresIn(text).filter(
    (figure) => isQuantity(text, figure, marks) && (context.section === "targets" || !isMeasured(text, figure)),
  );
  const accepted: { readonly candidate: Candidate; readonly figure: Figure }[] = [];
  const endOf = (figure: Figure): number =>
    figures.find((next) => next.from > figure.from && !conditions.has(next))?.from ?? text.length;
  const followed = (figure: Figure): number => figures.find((next) => next.from > figure.from)?.from ?? text.length;
  const conditions = new Set<Figure>();
  for (const figure of figures) {
    const candidate = candidateOf(text, figure, [text.length, followed(figure)], undefined);
    if (candidate !== undefined && isCondition(segmentBefore(text, figure), candidate)) conditions.add(figure);
  }
  figures.forEach((figure) => {
    if (conditions.has(figure)) return;
    const candidate = candidateOf(text, figure, [endOf(figure), followed(figure)], accepted.at(-1)?.candidate);
    if (candidate === undefined) return;
    const previous = accepted.length > 0 || follows;
    if (isTarget(text, candidate, context, marks, previous)) accepted.push({ candidate, figure });
  });
  const around = carried.reduce<Years | undefined>((years, mark) => mark.years ?? years, context.years);
  const targets = accepted.map(({ candidate, figure }) => {
    const bearing = bearingMarks(text, marks, figure, figures);
    const breaks = accepted.map((other) => other.figure.from).filter((place) => place !== figure.from);
    const among = AMONG.test(segmentBefore(text, figure));
    const holder = among ? holderOf(candidate) : undefined;
    const target = describeTarget(text, candidate, periodOf(bearing, breaks, around));
    return {
      // what follows the comma is the next holder's name
      target: holder === undefined ? target : { ...target, subject: target.subject?.split(",")[0], scope: holder },
      at: at + figure.from,
      among,
    };
  });
  return targets.map((one, index) => sharing(one, targets[index + 1]));
}

/** "100% bí thư đảng uỷ và từ 80% bí thư chi bộ trở lên có trình độ …": what is to hold is said once. */
function sharing(one: FoundTarget, next: FoundTarget | undefined): FoundTarget {
  const { target } = one;
  const shared = next?.target.unit === "%" ? next.target.subject : undefined;
  if (target.unit !== "%" || target.subject !== undefined || shared === undefined) return one;
  return { ...one, target: { ...target, subject: shared } };
}

/** Whose part it is: "xã An Khê" of "trong đó xã An Khê 400 ha". */
function holderOf({ before }: Candidate): string | undefined {
  const named = oneLine(before.replace(AMONG, "")).replace(/^[\s:–-]+|[\s:–-]+$/gu, "");
  return HOLDER.test(named) ? named : undefined;
}

/** The statements of period that bear on a figure: those before it in the sentence, one right after it. */
function bearingMarks(
  text: string,
  marks: readonly PeriodMark[],
  figure: Figure,
  figures: readonly Figure[],
): readonly PeriodMark[] {
  const next = figures.find(({ from }) => from > figure.from)?.from ?? text.length;
  const close = figure.to + (/[;,]/u.exec(text.slice(figure.to))?.index ?? text.length);
  const segmentAt = text.lastIndexOf(";", figure.from) + 1;
  const before = marks.filter((mark) => mark.at < figure.from && (mark.at >= segmentAt || mark.kind !== "each"));
  const after = marks.filter(
    (mark) =>
      mark.at >= figure.to &&
      mark.at < Math.min(next, close) &&
      !/(?<!\p{L})(?:và|đồng thời)\s*$/iu.test(text.slice(figure.to, mark.at)),
  );
  return [...before, ...after];
}
