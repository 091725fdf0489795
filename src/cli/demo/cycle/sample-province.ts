/** Figures of the units of the sample province, which know of each other: an organisation's are the sums of its communes'. */
import { type FormSet, findKey, placedKeys } from "../../../forms/index.js";
import { findUnit, type Unit, type UnitRegister } from "../../../organisation/index.js";
import { type SampleFigures, type SampleOptions, sampleFigures } from "./sample-figures.js";

/** Another seed is another province. */
export const SEED = 7;

/** Where a unit is in the register, by which its figures are drawn. */
export const indexOf = ({ units }: UnitRegister, code: string): number =>
  Math.max(
    0,
    units.findIndex((unit) => unit.code === code),
  );

const PERIOD = "6t";

/** Keys for which a unit is the source, while others file them too. */
const sourcedKeys = (formSet: FormSet, { kind }: Unit): readonly string[] =>
  placedKeys(formSet, kind, PERIOD).filter((key) => {
    const indicator = findKey(formSet, key)?.indicator;
    return indicator?.source === kind && indicator.kind !== "ratio";
  });

/** Figures of one unit: as drawn; of what it is the source for, the sums of the other units that file it. */
export function figuresOfUnit(
  formSet: FormSet,
  register: UnitRegister,
  code: string,
  options: SampleOptions,
): SampleFigures {
  const own = sampleFigures(indexOf(register, code), SEED, options);
  const unit = findUnit(register, code);
  const keys = unit === undefined ? [] : sourcedKeys(formSet, unit);
  const others = register.units.flatMap(({ kind }, index) => {
    if (kind === unit?.kind) return [];
    const filed = new Set(placedKeys(formSet, kind, PERIOD));
    return [{ filed, figures: keys.some((key) => filed.has(key)) ? sampleFigures(index, SEED, options) : {} }];
  });
  const sums = keys.flatMap((key): readonly (readonly [string, number])[] => {
    const parts = others.flatMap(({ filed, figures }) => (filed.has(key) ? [figures[key] ?? 0] : []));
    return parts.length === 0 ? [] : [[key, parts.reduce((sum, part) => sum + part, 0)]];
  });
  return { ...own, ...Object.fromEntries(sums) };
}
