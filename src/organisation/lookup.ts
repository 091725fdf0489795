import type { Day, Unit, UnitName, UnitRegister } from "./register.js";

/** Whether a unit exists on a day. */
export function existsOn(unit: Unit, day: Day): boolean {
  return (unit.from === undefined || unit.from <= day) && (unit.until === undefined || day <= unit.until);
}

/** The units that exist on a day, in the order of the register. */
export function unitsAt(register: UnitRegister, day: Day): readonly Unit[] {
  return register.units.filter((unit) => existsOn(unit, day));
}

const indexes = new WeakMap<UnitRegister, ReadonlyMap<string, Unit>>();

/** The unit of a code, whether it still exists or not. */
export function findUnit(register: UnitRegister, code: string): Unit | undefined {
  let index = indexes.get(register);
  if (index === undefined) {
    index = new Map(register.units.map((unit) => [unit.code, unit]));
    indexes.set(register, index);
  }
  return index.get(code);
}

/** What a unit is called on a day; before its first day and after its last, the name it began or ended with. */
export function nameAt(unit: Unit, day: Day): UnitName {
  const name = unit.names.findLast(({ from }, index) => index === 0 || (from !== undefined && from <= day));
  if (name === undefined) throw new RangeError(`unit ${unit.code} has no name`);
  return name;
}

/**
 * The unit above another on a day. One that no longer exists is passed over: a commune whose district has ended
 * stands under what the district stood under.
 *
 * @returns undefined directly under the desk
 */
export function superiorAt(register: UnitRegister, unit: Unit, day: Day): Unit | undefined {
  const passed = new Set<string>([unit.code]);
  for (let code = unit.superior; code !== undefined && !passed.has(code); ) {
    passed.add(code);
    const superior = findUnit(register, code);
    if (superior === undefined || existsOn(superior, day)) return superior;
    code = superior.superior;
  }
  return undefined;
}

/** The units that report to another on a day, or to the desk when no code is given. */
export function unitsUnder(register: UnitRegister, superior: string | undefined, day: Day): readonly Unit[] {
  return unitsAt(register, day).filter((unit) => superiorAt(register, unit, day)?.code === superior);
}

/** Units of one area of the consolidated forms. */
export interface AreaUnits {
  /** Absent for units that name none. */
  readonly area?: string;
  readonly units: readonly Unit[];
}

/**
 * Groups units by area, areas in the order of the register, units that name none last.
 *
 * @param units e.g. those of a day that file a form; areas without any are left out
 */
export function groupByArea(register: UnitRegister, units: readonly Unit[]): readonly AreaUnits[] {
  const named = units.flatMap(({ area }) => (area === undefined ? [] : [area]));
  const groups = [...new Set([...(register.areas ?? []), ...named])].map((area) => ({
    area,
    units: units.filter((unit) => unit.area === area),
  }));
  const rest = units.filter(({ area }) => area === undefined);
  return [...groups, ...(rest.length === 0 ? [] : [{ units: rest }])].filter((group) => group.units.length > 0);
}
