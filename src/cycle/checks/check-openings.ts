/** An opening stock continues the closing of last year, or what was handed over at a reorganisation. */

import { reportCycle, type WordedPart } from "../../findings/messages/cycle.js";
import type { FormSet, ValueKey } from "../../forms/form-set.js";
import { keysOf, nameOfKey } from "../../forms/indicators.js";
import type { OpeningExpectation, OpeningGap } from "../../organisation/openings.js";
import type { CellFinding } from "../returns.js";
import type { EarlierFigures } from "./earlier-figures.js";
import type { ReturnFigures } from "./return-figures.js";

/** Opening and closing keys of a form set, parts by parts. */
function openings(formSet: FormSet): readonly (readonly [opening: ValueKey, closing: ValueKey])[] {
  return [...keysOf(formSet)].flatMap(([key, { indicator, member }]) => {
    const { opens } = indicator;
    if (opens === undefined) return [];
    return [[key, member === undefined ? opens : `${opens}.${member.code}`] as const];
  });
}

export type NameOfUnit = (code: string) => string;

export const wordedParts = ({ parts }: OpeningExpectation, nameOf: NameOfUnit): readonly WordedPart[] =>
  parts.map(({ from, value, basis, document }) => ({
    name: nameOf(from),
    value,
    basis,
    ...(document === undefined ? {} : { document }),
  }));

/** One finding for each pair of units between which handovers are lacking. */
function reportGaps(gaps: ReadonlyMap<string, { gap: OpeningGap; names: string[] }>, nameOf: NameOfUnit) {
  return [...gaps.values()].map(({ gap, names }) =>
    reportCycle("cycle/handover-lacking", { from: nameOf(gap.from), to: nameOf(gap.to), indicators: names }),
  );
}

/**
 * Holds the opening stocks of a return against what they must continue.
 *
 * @param stated whether a check of the form set says the same of an opening key; it is not said twice
 */
export function checkOpenings(
  formSet: FormSet,
  figures: ReturnFigures,
  earlier: EarlierFigures,
  nameOf: NameOfUnit,
  stated: (opening: ValueKey, closing: ValueKey) => boolean,
): readonly CellFinding[] {
  const gaps = new Map<string, { gap: OpeningGap; names: string[] }>();
  const findings = openings(formSet).flatMap(([key, closing]): readonly CellFinding[] => {
    const figure = figures.figure(key, "actual");
    if (figure === undefined) return [];
    const expectation = earlier.opening(closing);
    for (const gap of expectation.lacking) {
      if (gap.lacks !== "handover") continue;
      const known = gaps.get(`${gap.from}/${gap.to}`) ?? { gap, names: [] };
      known.names.push(closing);
      gaps.set(`${gap.from}/${gap.to}`, known);
    }
    const { value: expected } = expectation;
    const { value, cell } = figure;
    if (expected === undefined || value === undefined || value === expected) return [];
    if (stated(key, closing) && earlier.prior(closing) !== undefined) return [];
    const parts = wordedParts(expectation, nameOf);
    return [reportCycle("cycle/opening-differs", { label: nameOfKey(formSet, key), value, expected, parts }, cell)];
  });
  return [...findings, ...reportGaps(gaps, nameOf)];
}
