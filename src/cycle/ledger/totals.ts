/** What totals are made of, and how each unit stands. */
import type { ReturnedValue } from "../returns.js";
import type { Connection } from "./connection.js";
import type { Revision } from "./contract.js";
import { duesOf } from "./due-days.js";
import { listOutlines, type OutlineIssue } from "./outlines.js";
import { findPeriod, listEvents, type OpenedPeriod } from "./periods.js";
import { type Receiving, receivingOf } from "./receiving.js";
import { countedOfAll, latestOfAll } from "./revisions.js";
import { listValues } from "./values.js";

/** A return that counts. */
export interface CountedReturn {
  readonly revision: Revision;
  readonly values: readonly ReturnedValue[];
}

/** "98/102 đơn vị": only what is in the totals is counted. Lists hold codes of units. */
export interface Coverage {
  /** Units that were sent an outline. */
  readonly asked: readonly string[];
  readonly counted: readonly string[];
  /** Asked and not in the totals, whether they sent nothing or only what is to be corrected. */
  readonly missing: readonly string[];
  /** Counted, with something still to explain. */
  readonly explain: readonly string[];
  /** Counted, without the signed paper: "chưa có bản ký". */
  readonly unsigned: readonly string[];
  /** Counted, while a later revision has errors and does not count. */
  readonly superseded: readonly string[];
}

/** Everything of a period that totals need. */
export interface PeriodExport {
  readonly opened: OpenedPeriod;
  readonly coverage: Coverage;
  /** Counted returns in the order of units; values are read as they are asked for. */
  readonly returns: () => Generator<CountedReturn>;
}

/** How a unit stands in a period. */
export interface UnitStanding {
  readonly unit: string;
  /** The newest outline that it was sent. */
  readonly outline?: OutlineIssue;
  /** The last revision, whatever its state; absent when nothing came. */
  readonly latest?: Revision;
  /** The one in the totals. */
  readonly counted?: Revision;
  readonly receiving: Receiving;
  /** When its return is due by its level, extensions apart: "trước ngày 10/11/2028". */
  readonly dueInWords: string;
}

const byUnit = <T extends { readonly unit: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.unit, row]));

/**
 * How every unit stands that was sent an outline or sent a return.
 *
 * @returns in the order of codes; undefined when the period was never opened
 */
export function standings(connection: Connection, period: string): readonly UnitStanding[] | undefined {
  const opened = findPeriod(connection, period);
  if (opened === undefined) return undefined;
  const outlines = byUnit(listOutlines(connection, period));
  const latest = byUnit(latestOfAll(connection, period));
  const counted = byUnit(countedOfAll(connection, period));
  const events = listEvents(connection, period);
  const dueOf = duesOf(connection, opened);
  const common = events.filter(({ unit }) => unit === undefined);
  const concerned = new Set(events.flatMap(({ unit }) => unit ?? []));
  return [...new Set([...outlines.keys(), ...latest.keys()])].sort().map((unit): UnitStanding => {
    const own = concerned.has(unit)
      ? events.filter((event) => event.unit === undefined || event.unit === unit)
      : common;
    const due = dueOf(unit);
    const issue = outlines.get(unit);
    const last = latest.get(unit);
    const counts = counted.get(unit);
    return {
      unit,
      ...(issue === undefined ? {} : { outline: { unit, revision: issue.revision, hash: issue.hash } }),
      ...(last === undefined ? {} : { latest: last }),
      ...(counts === undefined ? {} : { counted: counts }),
      receiving: receivingOf(due, own),
      dueInWords: due.period.dueInWords,
    };
  });
}

function coverageOf(standing: readonly UnitStanding[]): Coverage {
  const codes = (holds: (unit: UnitStanding) => boolean): readonly string[] =>
    standing.filter(holds).map(({ unit }) => unit);
  return {
    asked: codes(({ outline }) => outline !== undefined),
    counted: codes(({ counted }) => counted !== undefined),
    missing: codes(({ outline, counted }) => outline !== undefined && counted === undefined),
    explain: codes(({ counted }) => counted?.state === "explain"),
    unsigned: codes(({ counted }) => counted?.paper.signed === false),
    superseded: codes(({ counted, latest }) => counted !== undefined && latest?.state === "correct"),
  };
}

/**
 * The counted returns of a period and their coverage.
 *
 * @returns undefined when the period was never opened
 */
export function exportPeriod(connection: Connection, period: string): PeriodExport | undefined {
  const opened = findPeriod(connection, period);
  const standing = standings(connection, period);
  if (opened === undefined || standing === undefined) return undefined;
  const counted = standing.flatMap((unit) => unit.counted ?? []);
  return {
    opened,
    coverage: coverageOf(standing),
    returns: function* () {
      for (const revision of counted) yield { revision, values: listValues(connection, revision.id) };
    },
  };
}
