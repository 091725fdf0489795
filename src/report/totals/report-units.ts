/** The units of the register as a report sees them: by kind, by area, and on which day. */
import type { FormSet } from "../../forms/index.js";
import { findUnit, type UnitRegister } from "../../organisation/index.js";

const kinds = new WeakMap<UnitRegister, Map<string, string | undefined>>();

/**
 * The kind as which a unit's figures count. One that ended with a reorganisation, and whose kind the form set does not
 * know any more (districts), counts as the kind of those that came after it.
 *
 * @returns undefined where neither it nor its successors have a kind of the form set, or these have several
 */
export function reportingKind(formSet: FormSet, register: UnitRegister, code: string): string | undefined {
  const known = kinds.get(register) ?? new Map<string, string | undefined>();
  kinds.set(register, known);
  const name = `${formSet.id}/${formSet.version}/${code}`;
  if (known.has(name)) return known.get(name);
  const found = new Set<string>();
  const seen = new Set<string>();
  const follow = (unit: string): void => {
    if (seen.has(unit)) return;
    seen.add(unit);
    const kind = findUnit(register, unit)?.kind;
    if (formSet.unitKinds.some(({ id }) => id === kind)) {
      if (kind !== undefined) found.add(kind);
      return;
    }
    for (const { from, to } of register.successions) if (from.includes(unit)) to.forEach(follow);
  };
  follow(code);
  const [only] = found;
  const kind = found.size === 1 ? only : undefined;
  known.set(name, kind);
  return kind;
}
