/** What a workbook is given before it leaves: who gets it, for which period, with which figures. */
import type { ValueKey } from "../../forms/form-set.js";
import type { Period } from "../../periods/period.js";
import type { PrefilledCell, PrefillSource } from "../layout/index.js";

/** Figures known before the unit begins. All counts as the ledger holds them; what is absent is not known. */
export interface Prefill {
  /** Opening stocks, by their own keys: `B01`. */
  readonly openings: Readonly<Record<ValueKey, number>>;
  /** Locked figures of the same period of last year. */
  readonly samePeriod: Readonly<Record<ValueKey, number>>;
  /** Targets set for the unit, by their own codes: `T01`. */
  readonly targets: Readonly<Record<ValueKey, number>>;
  /** Nothing is locked yet: opening stocks and same periods that are not given stay open, as "số ban đầu". */
  readonly openingsOpen: boolean;
  /** Of a review: figures of its years and of the time before, by key and measure: `C02/year1`, `C02/baseline`. */
  readonly earlier?: Readonly<Record<string, number>>;
  /** Flows from the start of the plan's span to the end of last year. */
  readonly cumulative?: Readonly<Record<ValueKey, number>>;
  /** Locked figures of the first six months of the same year. */
  readonly half?: Readonly<Record<ValueKey, number>>;
  /** Locked closing stocks of last year that no opening continues. */
  readonly prior?: Readonly<Record<ValueKey, number>>;
}

export interface OutlineOptions {
  readonly unit: {
    readonly code: string;
    /** Official name: "Đảng uỷ phường Sông Kim". */
    readonly name: string;
    /** Name of the committee above, first line of each form: "Đảng bộ tỉnh …". */
    readonly superior?: string;
  };
  readonly period: Period;
  /** Counts from 1; a workbook issued again for the same unit and period has the next. */
  readonly revision: number;
  readonly prefill: Prefill;
  /** Where returns go, as the instruction sheet says it. */
  readonly sendTo: string;
}

/** Digits that spreadsheet programs keep, and that the reader takes: with more, an untouched outline would seem changed. */
const DIGITS = 15;

/** The figure that a cell is given; undefined when it is not known. */
export function figureFor(
  { source, key }: Pick<PrefilledCell, "source" | "key">,
  prefill: Prefill,
): number | undefined {
  const figure = prefill[source]?.[key];
  return figure === undefined || Number.isSafeInteger(figure) ? figure : Number(figure.toPrecision(DIGITS));
}

/** Sources whose cells are opened to the unit where nothing is locked yet. */
const OPENED_AT_FIRST: ReadonlySet<PrefillSource> = new Set(["openings", "samePeriod"]);

/** Whether a cell without a figure is open to the unit. */
export const isOpened = ({ source }: Pick<PrefilledCell, "source">, { openingsOpen }: Prefill): boolean =>
  source === "earlier" || (openingsOpen && OPENED_AT_FIRST.has(source));
