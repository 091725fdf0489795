/** Whether the targets of a plan agree with each other, in their figures and with what is shared out. */
import type { Finding, Place } from "../../findings/finding.js";
import { reportTarget } from "../../findings/messages/plan/targets.js";
import { foldWord } from "../../findings/nearest.js";
import type { Document } from "../../model/document.js";
import type { Target } from "../../model/target.js";
import { above, wordsOf as inlineWords } from "../points/index.js";
import { rootOf } from "./check-allocation.js";
import { findTargets } from "./find-targets.js";
import type { Years } from "./periods.js";
import type { PlanTarget } from "./read-targets.js";

/** A target and where it is said, in words for a finding. */
export interface StatedTarget {
  readonly target: Target;
  readonly where: string;
  readonly place?: Place;
}

const wordsOf = ({ action, unit, subject, denominator }: Target): string =>
  [action, unit === "%" ? `tỷ lệ ${denominator ?? ""} ${subject ?? ""}` : unit]
    .filter(Boolean)
    .join(" ")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();

const isCount = ({ target, among }: PlanTarget): boolean =>
  target.unit !== "%" &&
  target.scope === undefined &&
  !among &&
  target.action !== undefined &&
  target.comparator !== "range";
const bareSubject = ({ subject, unit }: Target): boolean =>
  subject === undefined || foldWord(subject) === foldWord(unit);

/** Two targets count the same: one verb, one unit, and subjects of which one says no more than the other. */
const sameCount = (a: Target, b: Target): boolean =>
  rootOf(a.action ?? "") === rootOf(b.action ?? "") &&
  a.unit === b.unit &&
  (bareSubject(a) || bareSubject(b) || foldWord(a.subject ?? "") === foldWord(b.subject ?? ""));

/** A term of five years touches six: "nhiệm kỳ 2025 - 2030". */
const speaksOfTerm = ({ point }: PlanTarget, title: string): boolean =>
  /nhiệm kỳ/iu.test(title) || [point, ...above(point)].some(({ text }) => /nhiệm kỳ/iu.test(text));

/** Yearly targets against those of the span that they fill. */
function checkYears(targets: readonly PlanTarget[], title: string, placeOf: PlaceOf): readonly Finding[] {
  const counts = targets.filter(isCount);
  return counts.flatMap((whole): Finding[] => {
    const { period, value } = whole.target;
    if (period === undefined || period.each !== undefined || period.from === period.to) return [];
    const parts = counts.filter(({ target }) => {
      const own = target.period;
      return (
        own !== undefined &&
        (own.each !== undefined || own.from === own.to) &&
        own.from >= period.from &&
        own.to <= period.to &&
        sameCount(target, whole.target)
      );
    });
    const term = speaksOfTerm(whole, title);
    const what = wordsOf(whole.target);
    const same = parts.filter(({ target }) => target.period?.from === period.from && target.period.to === period.to);
    const span = period.to - period.from + 1;
    const findings = same.flatMap(({ target }): Finding[] => {
      const lengths = term ? [span, span - 1] : [span];
      if (lengths.some((years) => Math.abs(years * target.value - value) < 1e-9)) return [];
      const years = lengths.at(-1) ?? span;
      const params = { what, yearly: target.value, years, product: years * target.value, whole: value };
      return [reportTarget("plan/target-years", params, placeOf(whole.point.block))];
    });
    return [
      ...findings,
      ...checkParts(
        parts.filter((part) => !same.includes(part)),
        whole,
        term,
        what,
        placeOf,
      ),
    ];
  });
}

/** Targets of single years and shorter spans, when together they fill the whole. */
function checkParts(
  parts: readonly PlanTarget[],
  whole: PlanTarget,
  term: boolean,
  what: string,
  placeOf: PlaceOf,
): readonly Finding[] {
  const { period, value } = whole.target;
  if (period === undefined || parts.length < 2) return [];
  const years = parts.flatMap(({ target }) => {
    const own = target.period ?? { from: 0, to: -1 };
    return Array.from({ length: own.to - own.from + 1 }, (_, index) => own.from + index);
  });
  const span = period.to - period.from + 1;
  const filled = new Set(years).size === years.length && (years.length === span || (term && years.length === span - 1));
  if (!filled) return [];
  const terms = parts.map(({ target }) => {
    const own = target.period ?? { from: 0, to: 0 };
    return [own.to - own.from + 1, target.value] as const;
  });
  const sum = terms.reduce((total, [count, each]) => total + count * each, 0);
  if (Math.abs(sum - value) < 1e-9) return [];
  const printed = terms.map(([count, each]) => (count === 1 ? String(each) : `${count} × ${each}`)).join(" + ");
  return [
    reportTarget("plan/target-year-parts", { what, parts: printed, sum, whole: value }, placeOf(whole.point.block)),
  ];
}

/** What two statements must share to be the same target. */
function identity({ action = "", unit, subject = "", denominator = "", scope = "", period }: Target): string {
  const years = period === undefined ? "" : `${period.from}-${period.to}${period.each ?? ""}`;
  const plain = foldWord(subject) === foldWord(unit) ? "" : foldWord(subject);
  return [rootOf(action), unit, plain, foldWord(denominator), foldWord(scope), years].join("|");
}

const sameFigure = (a: Target, b: Target): boolean =>
  a.value === b.value && (a.upTo ?? a.value) === (b.upTo ?? b.value);

function checkTwice(stated: readonly StatedTarget[]): readonly Finding[] {
  const first = new Map<string, StatedTarget>();
  const findings: Finding[] = [];
  for (const one of stated) {
    // "đạt 33,59%" names nothing by which two figures could be told to be of one thing
    if (one.target.subject === undefined && one.target.denominator === undefined) continue;
    const key = identity(one.target);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, one);
    else if (!sameFigure(earlier.target, one.target)) {
      findings.push(
        reportTarget(
          "plan/target-differs",
          {
            what: wordsOf(one.target),
            first: earlier.target.printed,
            firstAt: earlier.where,
            second: one.target.printed,
            secondAt: one.where,
          },
          one.place,
        ),
      );
    }
  }
  return findings;
}

function checkPartsOfWhole(targets: readonly PlanTarget[], placeOf: PlaceOf): readonly Finding[] {
  return targets.flatMap((part, index): Finding[] => {
    if (!part.among || part.target.unit === "%") return [];
    const whole = targets
      .slice(0, index)
      .findLast(({ point, among, target }) => point === part.point && !among && target.unit !== "%");
    const value = part.target.upTo ?? part.target.value;
    if (whole === undefined || value <= (whole.target.upTo ?? whole.target.value)) return [];
    return [
      reportTarget(
        "plan/target-part",
        {
          part: part.target.printed,
          whole: whole.target.printed,
          value,
          of: whole.target.upTo ?? whole.target.value,
        },
        placeOf(part.point.block),
      ),
    ];
  });
}

/** Parts that name whose they are do not overlap: together they are no more than the whole. */
function checkSharedOut(targets: readonly PlanTarget[], placeOf: PlaceOf): readonly Finding[] {
  return targets.flatMap((whole, index): Finding[] => {
    if (whole.among || whole.target.unit === "%") return [];
    const after = targets.slice(index + 1);
    const end = after.findIndex(({ point, among }) => point !== whole.point || !among);
    const parts = (end === -1 ? after : after.slice(0, end))
      .map(({ target }) => target)
      .filter(
        ({ scope, unit, comparator }) => scope !== undefined && unit === whole.target.unit && comparator !== "<=",
      );
    const sum = parts.reduce((total, { value }) => total + value, 0);
    const of = whole.target.upTo ?? whole.target.value;
    // "từ 900 ha trở lên" may be exceeded
    if (parts.length < 2 || sum <= of || [">", ">="].includes(whole.target.comparator)) return [];
    const printed = parts.map(({ scope, printed }) => `${scope} ${printed}`).join(" + ");
    return [
      reportTarget(
        "plan/target-shared-out",
        { parts: printed, sum, whole: whole.target.printed },
        placeOf(whole.point.block),
      ),
    ];
  });
}

/** Targets that titles of annexes and legal bases state beside the text. */
export function targetsBeside(
  document: Pick<Document, "annexes" | "legalBases">,
  years: Years | undefined,
): readonly StatedTarget[] {
  const context = { section: "targets" as const, ...(years === undefined ? {} : { years }) };
  const find = (text: string, where: string, own = context as Parameters<typeof findTargets>[1]): StatedTarget[] =>
    findTargets(text, own).map(({ target }) => ({ target, where }));
  return [
    ...(document.legalBases ?? []).flatMap((base) =>
      find(inlineWords(base), "căn cứ", years === undefined ? {} : { years }),
    ),
    ...document.annexes.flatMap(({ label, title }) => find(title.join(" ").toLowerCase(), `tên ${label}`)),
  ];
}

type PlaceOf = (part: object) => Place | undefined;

export interface TargetCheckContext {
  /** Targets stated in titles and legal bases, from `targetsBeside`. */
  readonly beside?: readonly StatedTarget[];
  /** The plan's subject. */
  readonly title?: string;
  /** Place of a block in the draft. */
  readonly placeOf?: PlaceOf;
}

/**
 * What does not agree among the targets of a plan.
 *
 * @param targets as `readTargets` gives them
 */
export function checkTargets(
  targets: readonly PlanTarget[],
  { beside = [], title = "", placeOf = () => undefined }: TargetCheckContext = {},
): readonly Finding[] {
  const stated = targets.map(({ target, reference, point }): StatedTarget => {
    const place = placeOf(point.block);
    const where = reference === "" ? "phần mở đầu" : `mục ${reference}`;
    return { target, where, ...(place === undefined ? {} : { place }) };
  });
  return [
    ...checkYears(targets, title, placeOf),
    ...targets.flatMap(({ target, point }): Finding[] => {
      const value = target.upTo ?? target.value;
      if (target.unit !== "%" || value <= 100) return [];
      return [reportTarget("plan/target-percent", { printed: target.printed, value }, placeOf(point.block))];
    }),
    ...checkTwice([...stated, ...beside]),
    ...checkPartsOfWhole(targets, placeOf),
    ...checkSharedOut(targets, placeOf),
  ];
}
