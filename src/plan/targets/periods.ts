/** For which years a target is asked: "hằng năm", "đến năm 2030", "giai đoạn 2026 - 2030". */
import type { TargetPeriod } from "../../model/target.js";

/** Years that a heading or a title names; `from` is absent of "đến năm 2030". */
export interface Years {
  readonly from?: number;
  readonly to: number;
}

export interface PeriodMark {
  readonly at: number;
  readonly to: number;
  readonly kind: "each" | "span" | "by" | "since" | "year" | "whole";
  readonly years?: Years;
  readonly average?: true;
}

const MARK = new RegExp(
  [
    String.raw`(?<span>(?:giai đoạn|nhiệm kỳ|trong các năm|từ năm)\s+(?<first>(?:19|20)\d\d)\s*(?:-|–|đến năm|đến)\s*(?<last>(?:19|20)\d\d))`,
    String.raw`(?<each>(?<average>bình quân\s+)?(?:hằng năm|hàng năm|mỗi năm|từng năm|trong một năm|một năm))`,
    String.raw`(?<since>(?:bắt đầu\s+)?từ năm\s+(?<sinceYear>(?:19|20)\d\d))`,
    String.raw`(?<by>(?:đến|tới|vào|trước)\s+(?:hết\s+|cuối\s+|trước\s+)?năm\s+(?<byYear>(?:19|20)\d\d))`,
    String.raw`(?<year>năm\s+(?<inYear>(?:19|20)\d\d)(?!\s*(?:của|về)))`,
    String.raw`(?<whole>(?:trong\s+)?(?:cả|toàn|trong)\s+(?:giai đoạn|nhiệm kỳ))`,
  ]
    .map((part) => String.raw`(?<!\p{L})${part}(?![\p{L}\d])`)
    .join("|")
    .concat(String.raw`|(?<perYear>/\s*năm)(?![\p{L}\d])`),
  "giu",
);

/** The statements of period in a text, in their order. */
export function periodMarks(text: string): readonly PeriodMark[] {
  return [...text.matchAll(MARK)].map((match): PeriodMark => {
    const { span, first, last, each, average, by, byYear, year, inYear, since, sinceYear, perYear } =
      match.groups ?? {};
    const place = { at: match.index, to: match.index + match[0].length };
    if (span !== undefined) return { ...place, kind: "span", years: { from: Number(first), to: Number(last) } };
    if (since !== undefined) return { ...place, kind: "since", years: { to: Number(sinceYear) } };
    if (each !== undefined || perYear !== undefined)
      return { ...place, kind: "each", ...(average === undefined ? {} : { average: true }) };
    if (by !== undefined) return { ...place, kind: "by", years: { to: Number(byYear) } };
    if (year !== undefined) return { ...place, kind: "year", years: { from: Number(inYear), to: Number(inYear) } };
    return { ...place, kind: "whole" };
  });
}

/** Years that a title or heading names: its span, else the year until which or in which it holds. */
export function yearsIn(text: string): Years | undefined {
  const marks = periodMarks(text).filter(({ kind }) => kind !== "each" && kind !== "whole");
  return (marks.find(({ kind }) => kind === "span") ?? marks.at(-1))?.years;
}

/** Years of a nearer statement, its open beginning taken from those around it. */
export function within(inner: Years | undefined, outer: Years | undefined): Years | undefined {
  if (inner === undefined) return outer;
  if (inner.from !== undefined || outer?.from === undefined || outer.from > inner.to) return inner;
  return { from: outer.from, to: inner.to };
}

function yearsOf({ kind, years }: PeriodMark, around: Years | undefined): Years | undefined {
  if (kind === "whole" || years === undefined) return around;
  if (kind === "since") return { from: years.to, to: Math.max(years.to, around?.to ?? years.to) };
  return within(years, around);
}

/**
 * The period of a target out of the statements that bear on it.
 *
 * @param marks those before it in its sentence, or right after it
 * @param breaks places of other targets: a span that follows one ends the "hằng năm" before it
 * @param around years of heading and title
 */
export function periodOf(
  marks: readonly PeriodMark[],
  breaks: readonly number[],
  around: Years | undefined,
): TargetPeriod | undefined {
  let years = around;
  let each: PeriodMark | undefined;
  let last: PeriodMark | undefined;
  for (const mark of marks) {
    const before = last;
    const parted = before !== undefined && breaks.some((at) => at > before.at && at < mark.at);
    if (mark.kind === "each") each = mark;
    else {
      if (parted) each = undefined;
      if (mark.kind === "year" && each !== undefined && !parted) each = undefined;
      years = yearsOf(mark, around);
    }
    last = mark;
  }
  if (years === undefined) return undefined;
  return {
    from: years.from ?? years.to,
    to: years.to,
    ...(each === undefined
      ? {}
      : { each: "year" as const, ...(each.average === true ? { average: true as const } : {}) }),
  };
}
