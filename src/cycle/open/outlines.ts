/** Which outline workbooks a period needs, for which units and in which revision. */
import { type FormSet, formsFor } from "../../forms/index.js";
import { nameAt, superiorAt, type Unit, type UnitRegister, unitsAt } from "../../organisation/index.js";
import type { Period } from "../../periods/index.js";
import { type OutlineOptions, type Stencil, stampOf } from "../../workbook/write/index.js";
import type { Workspace } from "../../workspace/workspace.js";
import type { OutlineIssue } from "../ledger/index.js";

/** Units of a period. */
export interface Reporters {
  /** Those that file something and report to this desk. */
  readonly units: readonly Unit[];
  /** Kinds that the form set does not know. */
  readonly strange: readonly Unit[];
}

/**
 * The units that report to the desk in a period. A unit under another that files itself reports to that one, which runs
 * the cycle for its own units; counted here as well, it would be in the totals twice.
 */
export function reportersOf(register: UnitRegister, formSet: FormSet, period: Period): Reporters {
  const day = period.window.to;
  const known = new Set(formSet.unitKinds.map(({ id }) => id));
  const files = (unit: Unit): boolean => formsFor(formSet, unit.kind, period.kind).length > 0;
  const below = (unit: Unit): boolean => {
    for (let above = superiorAt(register, unit, day); above !== undefined; above = superiorAt(register, above, day)) {
      if (files(above)) return true;
    }
    return false;
  };
  const present = unitsAt(register, day);
  return {
    units: present.filter((unit) => files(unit) && !below(unit)),
    // one that others report to may well file nothing
    strange: present.filter((unit) => !known.has(unit.kind) && !present.some(({ superior }) => superior === unit.code)),
  };
}

const COMMITTEES: readonly (readonly [committee: RegExp, organisation: string])[] = [
  [/^tỉnh (?:uỷ|ủy)\s+/iu, "Đảng bộ tỉnh"],
  [/^thành (?:uỷ|ủy)\s+/iu, "Đảng bộ thành phố"],
  [/^huyện (?:uỷ|ủy)\s+/iu, "Đảng bộ huyện"],
  [/^đảng (?:uỷ|ủy)\s+/iu, "Đảng bộ"],
];
const PARTY_COMMITTEE = /^(?:đảng (?:uỷ|ủy|bộ)|huyện (?:uỷ|ủy)|chi bộ)(?:\s|$)/iu;

/** First line of a committee's papers: the party organisation above it. Nothing is made up for other bodies. */
function organisationAbove(name: string, office: Pick<Workspace, "superior" | "name">): string | undefined {
  if (!PARTY_COMMITTEE.test(name)) return undefined;
  for (const line of [office.name?.join(" "), office.superior?.join(" ")]) {
    for (const [committee, organisation] of COMMITTEES) {
      if (line !== undefined && committee.test(line)) return `${organisation} ${line.replace(committee, "")}`;
    }
  }
  return undefined;
}

/** What a workbook says of its unit. */
export function identityOf(
  register: UnitRegister,
  unit: Unit,
  { window }: Period,
  office: Pick<Workspace, "superior" | "name">,
): OutlineOptions["unit"] {
  const name = nameAt(unit, window.to).official;
  const above = superiorAt(register, unit, window.to);
  const superior = above === undefined ? organisationAbove(name, office) : nameAt(above, window.to).official;
  return { code: unit.code, name, ...(superior === undefined ? {} : { superior }) };
}

/** `fresh`: the first one; `same`: as it was issued; `again`: what it is filled with has changed since. */
export type IssueKind = "fresh" | "same" | "again";

export interface PlannedOutline {
  readonly options: OutlineOptions;
  readonly hash: string;
  readonly kind: IssueKind;
}

/**
 * The outline that a unit is to have: the last one issued where nothing has changed, else the next revision.
 *
 * @param last the unit's newest outline in the ledger
 */
export function planOutline(
  stencil: Stencil,
  outline: Omit<OutlineOptions, "revision">,
  last: Pick<OutlineIssue, "revision" | "hash"> | undefined,
): PlannedOutline {
  if (last !== undefined) {
    const options = { ...outline, revision: last.revision };
    if (stampOf(stencil, options).hash === last.hash) return { options, hash: last.hash, kind: "same" };
  }
  const options = { ...outline, revision: (last?.revision ?? 0) + 1 };
  return { options, hash: stampOf(stencil, options).hash, kind: last === undefined ? "fresh" : "again" };
}

/** Name of the file: a later revision never takes the place of an earlier one, which may have been sent. */
export const outlineName = ({ unit, revision }: Pick<OutlineOptions, "unit" | "revision">): string =>
  revision === 1 ? `${unit.code}.xlsx` : `${unit.code}-lan-${revision}.xlsx`;
