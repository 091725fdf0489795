import type { Finding, Place } from "../findings/finding.js";
import { reportOrganisation } from "../findings/messages/organisation.js";
import { addDays, sayDay } from "../periods/day.js";
import { findUnit, nameAt } from "./lookup.js";
import { type ClosingOf, openingExpectation, type Span } from "./openings.js";
import type { Day, Handover, Succession, Unit, UnitRegister } from "./register.js";
import { stepsBetween } from "./succession.js";

export interface HandoverCheck {
  /** Closing stocks that every divided unit must hand over; others are checked where they were handed over. */
  readonly indicators: readonly string[];
  readonly span: Span;
  readonly closingOf: ClosingOf;
  /** Place in `don-vi.yaml`, as `loadUnits` gives it. */
  readonly placeOf?: (part: Unit | Succession | Handover) => Place | undefined;
}

/** Figures may have decimals, whose sums are not exact. */
const TOLERANCE = 1e-6;

const print = (value: number): string => value.toLocaleString("vi-VN");

function nameOn(register: UnitRegister, code: string, day: Day): string {
  const unit = findUnit(register, code);
  if (unit === undefined) return code;
  const { short, official } = nameAt(unit, day);
  return short ?? official;
}

/** One unit of a step, one indicator. */
function checkGiver(
  register: UnitRegister,
  step: Succession,
  from: string,
  indicator: string,
  { span, closingOf, placeOf }: HandoverCheck,
): readonly Finding[] {
  const given = step.handovers.filter((each) => each.from === from && each.indicator === indicator);
  const last = addDays(step.day, -1);
  const names = { from: nameOn(register, from, last), indicator, day: sayDay(step.day) };
  const closing = openingExpectation(
    register,
    from,
    indicator,
    { earlier: span.earlier, later: last },
    closingOf,
  ).value;
  if (given.length === 0) {
    if (step.to.length === 1 || closing === 0) return [];
    return [reportOrganisation("organisation/handover-missing", names, placeOf?.(step))];
  }
  const place = placeOf?.(given[0] ?? step);
  if (closing === undefined) return [reportOrganisation("organisation/handover-unchecked", names, place)];
  const handed = given.reduce((sum, { value }) => sum + value, 0);
  if (Math.abs(handed - closing) < TOLERANCE) return [];
  const parts = given.map(({ to, value }) => `${nameOn(register, to, step.day)} ${print(value)}`).join(", ");
  const params = { ...names, handed: print(handed), closing: print(closing), parts };
  return [reportOrganisation("organisation/handover-sum", params, place)];
}

/**
 * Compares what divided units handed over with their locked closings.
 *
 * @returns a finding for each sum that differs, is missing, or cannot be compared yet
 */
export function checkHandovers(register: UnitRegister, check: HandoverCheck): readonly Finding[] {
  return stepsBetween(register, check.span.earlier, check.span.later).flatMap((step) => {
    const indicators = new Set([...check.indicators, ...step.handovers.map(({ indicator }) => indicator)]);
    return step.from.flatMap((from) =>
      [...indicators].flatMap((indicator) => checkGiver(register, step, from, indicator, check)),
    );
  });
}
