/** Opening stocks over a reorganisation (reporting §8.2): locked closings, their sums, or confirmed handovers. */
import { addDays } from "../periods/day.js";
import { existsOn, findUnit } from "./lookup.js";
import type { Day, Handover, Succession, UnitRegister } from "./register.js";
import { lastStepInto } from "./succession.js";

/**
 * A unit's last locked closing of an indicator, before the steps that are looked at.
 *
 * @returns undefined when none is locked
 */
export type ClosingOf = (code: string, indicator: string) => number | undefined;

export interface Span {
  /** Day of the locked closings. */
  readonly earlier: Day;
  /** First day of the figures that are to continue them. */
  readonly later: Day;
}

/** Where a part of an opening comes from. */
export interface OpeningPart {
  /** Unit that it comes from; the unit itself when nothing happened to it, or when it is new. */
  readonly from: string;
  readonly value: number;
  /** `founded`: the unit has no predecessor, so it opens at 0. */
  readonly basis: "closing" | "handover" | "founded";
  readonly document?: string;
}

/** What is lacking for an opening: a locked closing, or a handover. */
export interface OpeningGap {
  readonly from: string;
  readonly to: string;
  readonly lacks: "closing" | "handover";
}

export interface OpeningExpectation {
  /** Sum of the parts; absent while anything is lacking. */
  readonly value?: number;
  readonly parts: readonly OpeningPart[];
  readonly lacking: readonly OpeningGap[];
}

/**
 * The handover of an indicator from one unit to another in a step.
 *
 * @returns undefined when none is recorded
 */
export function handoverFor(step: Succession, from: string, to: string, indicator: string): Handover | undefined {
  return step.handovers.find((each) => each.from === from && each.to === to && each.indicator === indicator);
}

/** Whether a unit has handed over anything of an indicator in a step. */
const handsOver = (step: Succession, from: string, indicator: string): boolean =>
  step.handovers.some((each) => each.from === from && each.indicator === indicator);

type Sources = Pick<OpeningExpectation, "parts" | "lacking">;

const lack = (from: string, to: string, lacks: OpeningGap["lacks"]): Sources => ({
  parts: [],
  lacking: [{ from, to, lacks }],
});

const part = (each: OpeningPart): Sources => ({ parts: [each], lacking: [] });

/** Follows a unit's stock back, step by step, to handovers and locked closings. */
function sourcesOf(register: UnitRegister, code: string, indicator: string, span: Span, closingOf: ClosingOf): Sources {
  const step = lastStepInto(register, code, span.earlier, span.later);
  if (step === undefined) {
    const unit = findUnit(register, code);
    if (unit !== undefined && !existsOn(unit, span.earlier)) return part({ from: code, value: 0, basis: "founded" });
    const value = closingOf(code, indicator);
    return value === undefined ? lack(code, code, "closing") : part({ from: code, value, basis: "closing" });
  }
  const sources = step.from.map((from): Sources => {
    const handover = handoverFor(step, from, code, indicator);
    if (handover !== undefined) {
      const { value, document } = handover;
      return part({ from, value, basis: "handover", ...(document === undefined ? {} : { document }) });
    }
    if (step.to.length === 1) {
      return sourcesOf(register, from, indicator, { earlier: span.earlier, later: addDays(step.day, -1) }, closingOf);
    }
    // it handed its stock to others, all of it as the sum is checked to be
    return handsOver(step, from, indicator) ? { parts: [], lacking: [] } : lack(from, code, "handover");
  });
  return { parts: sources.flatMap(({ parts }) => parts), lacking: sources.flatMap(({ lacking }) => lacking) };
}

/**
 * The opening stock that a unit must have on a day: its own locked closing; after a reorganisation the sum of its
 * predecessors' closings where they became this unit alone, or of the confirmed handovers where they were divided.
 *
 * @param indicator closing stock that the opening continues, e.g. `B05` for `B01`
 */
export function openingExpectation(
  register: UnitRegister,
  code: string,
  indicator: string,
  span: Span,
  closingOf: ClosingOf,
): OpeningExpectation {
  const sources = sourcesOf(register, code, indicator, span, closingOf);
  if (sources.lacking.length > 0) return sources;
  return { value: sources.parts.reduce((sum, { value }) => sum + value, 0), ...sources };
}

/** Expected openings of several indicators, by the code of the closing stock that they continue. */
export function openingExpectations(
  register: UnitRegister,
  code: string,
  indicators: readonly string[],
  span: Span,
  closingOf: ClosingOf,
): ReadonlyMap<string, OpeningExpectation> {
  return new Map(indicators.map((each) => [each, openingExpectation(register, code, each, span, closingOf)]));
}
