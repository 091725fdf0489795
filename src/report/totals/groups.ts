/** Closed groups between the cut-offs of two periods, worked out once for each pair of days. */
import { type ClosedGroup, closedGroups, type UnitRegister } from "../../organisation/index.js";
import type { PeriodBook } from "./book.js";

const known = new WeakMap<UnitRegister, Map<string, readonly ClosedGroup[]>>();

/** Groups that are closed under succession from an earlier period's cut-off to a later one's. */
export function groupsBetween(earlier: PeriodBook, later: PeriodBook, register: UnitRegister): readonly ClosedGroup[] {
  const [from, to] = [earlier.period.window.to, later.period.window.to];
  const ofRegister = known.get(register) ?? new Map<string, readonly ClosedGroup[]>();
  known.set(register, ofRegister);
  const found = ofRegister.get(`${from}/${to}`) ?? closedGroups(register, from, to);
  ofRegister.set(`${from}/${to}`, found);
  return found;
}
