/**
 * The books of one workbook: what a unit returned, and the figures of earlier periods and targets that its outline came
 * with, as a ledger with one unit. So a unit's own report is worked out as the desk's are, without a workspace.
 */

import { earlierPeriods } from "../../cycle/checks/index.js";
import type { FigurePlace, OpenedPeriod, Revision, UnitFigureRow } from "../../cycle/ledger/index.js";
import { targetPeriod } from "../../cycle/open/targets.js";
import type { ReadReturn } from "../../cycle/returns.js";
import type { FormSet } from "../../forms/index.js";
import type { UnitRegister } from "../../organisation/index.js";
import { type Period, type PeriodKind, readPeriod } from "../../periods/index.js";
import type { OutlineFacts, PrefilledFigure } from "../../workbook/read/index.js";
import { Figures, type PeriodTotals, type ReportLedger } from "../totals/index.js";

/** A workbook as it was read, and where it came from. */
export interface OwnWorkbook {
  readonly facts: OutlineFacts;
  readonly returned: ReadReturn;
  readonly prefilled: readonly PrefilledFigure[];
  readonly formSet: FormSet;
  readonly file: { readonly sha256: string; readonly name: string; readonly size: number };
}

/** The only return there is. */
const ONLY = 1;

/** The period that the outline asks about: its days are those that the outline says. */
export function ownPeriodOf({ facts }: Pick<OwnWorkbook, "facts">, kinds: readonly PeriodKind[]): Period | undefined {
  const { stamp, window, lastDay } = facts;
  const usual = readPeriod(stamp.period, kinds);
  return usual === undefined ? undefined : { ...usual, window, lastDay };
}

function revisionOf({ facts, returned, file }: OwnWorkbook): Revision {
  const { unit, period } = facts.stamp;
  return {
    ...{ id: ONLY, unit, period, number: ONLY, state: "accepted", madeAt: "", figuresHash: "", findingsHash: "" },
    file: { ...file, suffix: ".xlsx", path: file.name },
    received: { day: facts.window.to, basis: "file" },
    orderDay: facts.window.to,
    paper: { ...returned.paper, signed: false },
  };
}

/** Values that were read, each with its place, as the ledger gives them. */
function rowOf(
  { facts, file }: OwnWorkbook,
  figures: readonly (FigurePlace & { readonly value: number })[],
  revision: Revision | undefined,
): UnitFigureRow {
  return {
    unit: facts.stamp.unit,
    ...(revision === undefined ? {} : { revision }),
    file,
    settled: revision === undefined,
    places: figures.map(({ key, measure, cell }) => ({ key, measure, cell })),
    values: figures.map(({ value }) => value),
  };
}

/** Figures by the period that they are of: the unit's own, those of last year, its targets. */
function rowsOf(
  workbook: OwnWorkbook,
  period: Period,
  kinds: readonly PeriodKind[],
): ReadonlyMap<string, UnitFigureRow> {
  const { returned, prefilled } = workbook;
  const figuresOf = (values: ReadReturn["values"]): readonly (FigurePlace & { readonly value: number })[] =>
    values.flatMap(({ key, measure, value, cell }) => (value === undefined ? [] : [{ key, measure, value, cell }]));
  const sent = (source: PrefilledFigure["source"]) =>
    prefilled.flatMap((each) =>
      each.source === source ? [{ key: each.key, measure: "actual" as const, value: each.value, cell: each.cell }] : [],
    );
  // an opening that came filled in is the unit's figure too
  const openings = sent("openings");
  const { sameLastYear } = earlierPeriods(period, kinds);
  const lastYear = [...sent("samePeriod"), ...figuresOf(returned.samePeriod ?? [])];
  const rows: readonly (readonly [string, UnitFigureRow])[] = [
    [period.id, rowOf(workbook, [...openings, ...figuresOf(returned.values)], revisionOf(workbook))],
    ...(sameLastYear === undefined ? [] : [[sameLastYear.id, rowOf(workbook, lastYear, undefined)] as const]),
    [targetPeriod(period.year), rowOf(workbook, sent("targets"), undefined)],
  ];
  return new Map(rows.filter(([, { values }]) => values.length > 0));
}

function ledgerOf(workbook: OwnWorkbook, period: Period, kinds: readonly PeriodKind[]): ReportLedger {
  const { facts, returned } = workbook;
  const { unit, formSet: id, version, revision: issue, hash } = facts.stamp;
  const opened: OpenedPeriod = { period, formSet: { id, version }, openedAt: "" };
  const rows = rowsOf(workbook, period, kinds);
  const revision = revisionOf(workbook);
  return {
    period: (asked) => (asked === period.id ? opened : undefined),
    periods: () => [opened],
    priorFigures: () => undefined,
    text: () => ({
      narrative: returned.narrative,
      lists: returned.lists,
      explanations: returned.explanations,
    }),
    periodFigures: function* (asked, basis) {
      const row = rows.get(asked);
      if (row !== undefined && (asked === period.id || basis === "locked")) yield row;
    },
    standings: (asked) =>
      asked !== period.id
        ? undefined
        : [
            {
              ...{ unit, outline: { unit, revision: issue, hash }, latest: revision, counted: revision },
              receiving: { state: "open", lastDay: period.lastDay },
              dueInWords: period.dueInWords,
            },
          ],
  };
}

/**
 * The figures of a unit's own report.
 *
 * @param name official name of the unit
 * @returns undefined where the period is of a kind that nobody declares
 */
export function ownFigures(
  workbook: OwnWorkbook,
  name: string,
  kinds: readonly PeriodKind[],
): { readonly figures: Figures; readonly totals: PeriodTotals } | undefined {
  const { facts, formSet } = workbook;
  const period = ownPeriodOf(workbook, kinds);
  if (period === undefined) return undefined;
  const register: UnitRegister = {
    units: [{ code: facts.stamp.unit, kind: facts.unitKind, names: [{ official: name }] }],
    successions: [],
  };
  const figures = new Figures({ ledger: ledgerOf(workbook, period, kinds), formSet, register, kinds });
  const totals = figures.period(period.id);
  return totals === undefined ? undefined : { figures, totals };
}
