/** Ledgers in memory with figures of several periods, as reports read them. */
import type { FigureBasis, OpenedPeriod, Revision, UnitFigureRow, UnitStanding } from "../src/cycle/ledger/index.js";
import type { Measure } from "../src/forms/form-set.js";
import type { ReportLedger } from "../src/report/totals/index.js";
import { periodNamed } from "./cycle-collect.sample.js";

/** Figures of a unit by `C02`, or `C02/estimate`. */
export type Held = Readonly<Record<string, number>>;

/** What a unit did in a period: figures that count; nothing; only a return that is to be corrected. */
export type Sent = Held | "notSent" | "toCorrect";

export interface HeldPeriod {
  /** By unit; other units were not asked. */
  readonly units: Readonly<Record<string, Sent>>;
  /** Only loaded from a file: the period was never opened here. */
  readonly loaded?: true;
}

const FORM_SET = { id: "xd-to-chuc-dang", version: "2026-1" };

const isHeld = (sent: Sent | undefined): sent is Held => typeof sent === "object";

function revisionOf(unit: string, period: string, state: "accepted" | "correct"): Revision {
  const file = { sha256: `${period}/${unit}`, name: `${unit}.xlsx`, size: 1, suffix: ".xlsx", path: "" };
  return {
    ...{ id: 1, unit, period, number: 1, state, file, madeAt: "", figuresHash: "", findingsHash: "" },
    received: { day: "2026-05-20", basis: "given" },
    orderDay: "2026-05-20",
    paper: { signed: true },
  };
}

function rowOf(unit: string, period: string, held: Held, loaded: boolean): UnitFigureRow {
  const revision = revisionOf(unit, period, "accepted");
  const places = Object.keys(held).map((name, row) => {
    const [key = "", measure = "actual"] = name.split("/");
    return { key, measure: measure as Measure, cell: { sheet: "Biểu", address: `D${row + 1}` } };
  });
  return {
    unit,
    ...(loaded ? {} : { revision }),
    file: revision.file,
    settled: true,
    places,
    values: Object.values(held),
  };
}

/** @param periods by id; those of targets as `2026-chi-tieu` */
export function ledgerOf(periods: Readonly<Record<string, HeldPeriod>>): ReportLedger {
  const opened = (id: string): OpenedPeriod | undefined =>
    periods[id] === undefined || periods[id]?.loaded
      ? undefined
      : { period: periodNamed(id), formSet: FORM_SET, openedAt: "2026-01-01T00:00:00Z" };
  return {
    period: opened,
    periods: () => Object.keys(periods).flatMap((id) => opened(id) ?? []),
    priorFigures: () => undefined,
    text: () => ({ narrative: [], lists: {}, explanations: {} }),
    periodFigures: function* (id: string, basis: FigureBasis) {
      const { units = {}, loaded = false } = periods[id] ?? {};
      if (loaded && basis === "counted") return;
      for (const [unit, sent] of Object.entries(units)) if (isHeld(sent)) yield rowOf(unit, id, sent, loaded);
    },
    standings: (id) => {
      const known = opened(id);
      if (known === undefined) return undefined;
      return Object.entries(periods[id]?.units ?? {}).map(([unit, sent]): UnitStanding => {
        const latest = sent === "notSent" ? undefined : revisionOf(unit, id, isHeld(sent) ? "accepted" : "correct");
        return {
          unit,
          outline: { unit, revision: 1, hash: "" },
          ...(latest === undefined ? {} : { latest }),
          ...(latest === undefined || !isHeld(sent) ? {} : { counted: latest }),
          receiving: { state: "open", lastDay: known.period.lastDay },
          dueInWords: known.period.dueInWords,
        };
      });
    },
  };
}
