/** Whose return it is, for which period, in which version: all by the stamp (reporting §8.4). */
import type { Finding } from "../../findings/finding.js";
import { reportCycle } from "../../findings/messages/cycle.js";
import { filedIndicators, formsFor } from "../../forms/filing.js";
import type { FormSet } from "../../forms/form-set.js";
import { existsOn, findUnit, nameAt, superiorAt } from "../../organisation/lookup.js";
import type { Unit, UnitRegister } from "../../organisation/register.js";
import { type FormSets, formSetKey } from "../../workbook/read/index.js";
import type { LedgerReading, OpenedPeriod } from "../ledger/index.js";
import type { CellFinding, ReadReturn, Stamp } from "../returns.js";
import type { IncomingFile } from "./incoming.js";
import type { UnitNaming } from "./named-unit.js";

/** A return that belongs here. */
export interface Identified {
  readonly opened: OpenedPeriod;
  readonly unit: Unit;
  /** In which it was filled; absent when its declaration is not there. */
  readonly formSet?: FormSet;
}

/** Who sent it, or why it is not taken at all. */
export type Identification = { readonly identified: Identified } | { readonly refusal: CellFinding };

/** What is known of a unit and its names. */
export interface Registered {
  readonly register: UnitRegister;
  readonly formSets: FormSets;
  readonly ledger: Pick<LedgerReading, "period" | "outlines">;
}

/** A unit's short name. */
export const shortName = (unit: Unit, day: string): string => {
  const name = nameAt(unit, day);
  return name.short ?? name.official;
};

/**
 * Finds period and unit of a stamp.
 *
 * @param wanted the period that is collected; any opened one when absent
 */
export function identify(stamp: Stamp, wanted: string | undefined, registered: Registered): Identification {
  const { ledger, register, formSets } = registered;
  const { period } = stamp;
  if (wanted !== undefined && period !== wanted) {
    const nameOf = (id: string): string => ledger.period(id)?.period.name ?? id;
    return { refusal: reportCycle("cycle/wrong-period", { period: nameOf(period), wanted: nameOf(wanted) }) };
  }
  const opened = ledger.period(period);
  if (opened === undefined) return { refusal: reportCycle("cycle/period-not-opened", { period }) };
  const { window, kind, name } = opened.period;
  const unit = findUnit(register, stamp.unit);
  if (unit === undefined || !existsOn(unit, window.to)) {
    return { refusal: reportCycle("cycle/unknown-unit", { unit: stamp.unit, period: name }) };
  }
  const formSet = formSets.get(formSetKey(stamp.formSet, stamp.version));
  if (formSet !== undefined && formsFor(formSet, unit.kind, kind).length === 0) {
    return { refusal: reportCycle("cycle/files-nothing", { unit: shortName(unit, window.to), period: name }) };
  }
  return { identified: { opened, unit, ...(formSet === undefined ? {} : { formSet }) } };
}

/** Another version than the period's: read as it is, and to be filled anew only if figures are lacking. */
function checkVersion(stamp: Stamp, { opened, unit, formSet }: Identified, formSets: FormSets): readonly CellFinding[] {
  const { id, version } = opened.formSet;
  if (formSet === undefined || (stamp.formSet === id && stamp.version === version)) return [];
  const current = formSets.get(formSetKey(id, version));
  const versions = { version: stamp.version, current: version };
  if (current === undefined) return [reportCycle("cycle/version-unknown", { ...versions, formSet: id })];
  const { kind } = opened.period;
  const filed = new Set(filedIndicators(formSet, unit.kind, kind));
  const keys = filedIndicators(current, unit.kind, kind).filter((key) => !filed.has(key));
  return keys.length === 0
    ? [reportCycle("cycle/older-version", versions)]
    : [reportCycle("cycle/older-version-lacks", { ...versions, keys })];
}

/** The stamp must be that of an outline that was sent to the unit. */
function checkIssue(
  stamp: Stamp,
  read: ReadReturn,
  outlines: ReturnType<LedgerReading["outlines"]>,
): readonly CellFinding[] {
  const newest = outlines.at(-1);
  // without outlines in the ledger there is nothing to hold it against; a damaged stamp was reported by the reader
  if (newest === undefined || read.findings.some(({ id }) => id === "return/bad-stamp")) return [];
  const { revision } = stamp;
  const issued = outlines.find((issue) => issue.revision === revision && issue.hash === stamp.hash);
  if (issued === undefined) return [reportCycle("cycle/not-issued", { revision })];
  return revision < newest.revision ? [reportCycle("cycle/older-issue", { revision, newest: newest.revision })] : [];
}

/** Names never say whose a return is; one that says somebody else's tells that a wrong outline was used. */
function checkNames(
  { name, folders }: Pick<IncomingFile, "name" | "folders">,
  { opened, unit }: Identified,
  register: UnitRegister,
  naming: UnitNaming,
): readonly CellFinding[] {
  const day = opened.period.window.to;
  const texts = [
    { text: name.replace(/\.[^.]+$/u, ""), by: "file" as const },
    ...folders.map((text) => ({ text, by: "folder" as const })),
  ];
  for (const { text, by } of texts) {
    const spoken = naming(text);
    if (spoken === undefined) continue;
    const { code, certain } = spoken;
    // who consolidates sends on the returns of those below
    const above = superiorAt(register, unit, day)?.code;
    const named = findUnit(register, code);
    if (code === unit.code || code === above || named === undefined) return [];
    const names = { unit: shortName(unit, day), named: shortName(named, day), by };
    return [reportCycle(certain ? "cycle/other-units-file" : "cycle/other-units-name", names)];
  }
  return [];
}

/** What speaks against a return that belongs here, by its stamp and the names around it. */
export function checkIdentity(
  stamp: Stamp,
  read: ReadReturn,
  file: Pick<IncomingFile, "name" | "folders">,
  identified: Identified,
  registered: Registered,
  naming: UnitNaming,
): readonly CellFinding[] {
  const { ledger, register, formSets } = registered;
  const outlines = ledger.outlines(identified.opened.period.id, identified.unit.code);
  return [
    ...checkVersion(stamp, identified, formSets),
    ...checkIssue(stamp, read, outlines),
    ...checkNames(file, identified, register, naming),
  ];
}

/** A finding about a file, without what only returns have. */
export const asFinding = ({ id, severity, found, remedy, cell }: CellFinding, file: string): Finding => ({
  id,
  severity,
  found,
  remedy,
  place: { file, ...(cell === undefined ? {} : { component: `${cell.sheet}, ô ${cell.address}` }) },
});
