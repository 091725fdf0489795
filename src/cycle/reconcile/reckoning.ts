/** A period as the desk looks at it before it is locked: sums checked, beside second sources, beside earlier periods. */
import { placedKeys } from "../../forms/filing.js";
import type { FormSet } from "../../forms/form-set.js";
import { type Day, findUnit, nameAt, type UnitRegister } from "../../organisation/index.js";
import type { Period, PeriodKind } from "../../periods/index.js";
import { type Comparison, checkWhole, compareWhole } from "../checks/index.js";
import type { LedgerReading, PeriodExport, Revision } from "../ledger/index.js";
import { targetPeriod } from "../open/targets.js";
import type { CellFinding } from "../returns.js";
import type { Reconciliation, SourcedReturn } from "../sources/index.js";

/**
 * What two sources say of each other: `incomplete` while units of one side do not count yet, `noSource` while nothing
 * has come of the source that counts.
 */
export type Verdict = "agree" | "differ" | "incomplete" | "noSource";

/** A line of the list of reconciliation, judged. */
export interface JudgedLine extends Reconciliation {
  readonly verdict: Verdict;
  /** Units that were asked for the figure, on each side. */
  readonly askedCounted: number;
  readonly askedSecond: number;
}

export interface Reckoning {
  readonly period: Period;
  readonly today: Day;
  readonly formSet: FormSet;
  readonly coverage: PeriodExport["coverage"];
  readonly findings: readonly CellFinding[];
  readonly lines: readonly JudgedLine[];
  readonly comparisons: readonly Comparison[];
  /** The returns that count, by unit. */
  readonly revisions: ReadonlyMap<string, Revision>;
  readonly nameOf: (unit: string) => string;
}

/** The counted returns with the kind of their unit; values are read anew each time they are gone through. */
export function sourcedReturns(exported: PeriodExport, register: UnitRegister): Iterable<SourcedReturn> {
  return {
    *[Symbol.iterator]() {
      for (const { revision, values } of exported.returns()) {
        const unit = findUnit(register, revision.unit);
        if (unit !== undefined) yield { unit: unit.code, unitKind: unit.kind, values };
      }
    },
  };
}

/** How many of the units that were asked have a figure in their forms, on the side of its source and on the other. */
function askedFor(exported: PeriodExport, formSet: FormSet, register: UnitRegister) {
  const kinds = new Map<string, number>();
  for (const code of exported.coverage.asked) {
    const kind = findUnit(register, code)?.kind;
    if (kind !== undefined) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const places = [...kinds].map(([kind, units]) => ({
    kind,
    units,
    keys: new Set(placedKeys(formSet, kind, exported.opened.period.kind)),
  }));
  return ({ key, source }: Reconciliation) => {
    const filing = places.filter(({ keys }) => keys.has(key));
    const count = (own: boolean): number =>
      filing.filter(({ kind }) => (kind === source) === own).reduce((sum, { units }) => sum + units, 0);
    return { askedCounted: count(true), askedSecond: count(false) };
  };
}

function verdictOf(line: Omit<JudgedLine, "verdict">): Verdict {
  const { counted, second, countedFigures, secondFigures, askedCounted, askedSecond } = line;
  if (counted === undefined) return "noSource";
  if (countedFigures.length < askedCounted || secondFigures.length < askedSecond) return "incomplete";
  return counted === second ? "agree" : "differ";
}

export interface Reckoned {
  readonly formSet: FormSet;
  readonly register: UnitRegister;
  /** All kinds of period of the office. */
  readonly kinds: readonly PeriodKind[];
  readonly today: Day;
}

/** Reckons a period; changes nothing. */
export function reckon(
  ledger: LedgerReading,
  exported: PeriodExport,
  { formSet, register, kinds, today }: Reckoned,
): Reckoning {
  const { opened, coverage } = exported;
  const { period } = opened;
  const returns = sourcedReturns(exported, register);
  const comparisons = compareWhole(returns, { formSet, period, kinds, register, ledger });
  const targets = coverage.asked.flatMap((unit) => ledger.priorFigures(unit, targetPeriod(period.year))?.figures ?? []);
  const whole = checkWhole(returns, { formSet, periodKind: period.kind, targets, comparisons });
  const askedOf = askedFor(exported, formSet, register);
  const revisions = (ledger.standings(period.id) ?? []).flatMap(({ counted }) => counted ?? []);
  return {
    period,
    today,
    formSet,
    coverage,
    findings: whole.findings,
    lines: whole.reconciliation.map((each) => {
      const line = { ...each, ...askedOf(each) };
      return { ...line, verdict: verdictOf(line) };
    }),
    comparisons,
    revisions: new Map(revisions.map((revision) => [revision.unit, revision])),
    nameOf: (unit) => {
      const known = findUnit(register, unit);
      return known === undefined ? unit : nameAt(known, today).official;
    },
  };
}
