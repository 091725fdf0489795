/** The figures of a period, column by column, each with the cell that it came from; and how every unit stands. */
import type { FigureBasis, FigurePlace, LedgerReading, Revision, UnitFigureRow } from "../../cycle/ledger/index.js";
import { type FormSet, findKey, type Measure, type ValueKey } from "../../forms/index.js";
import { existsOn, nameAt, type UnitRegister } from "../../organisation/index.js";
import type { Period } from "../../periods/index.js";
import { figureName } from "./asked-figures.js";
import { reportingKind } from "./report-units.js";

/** What reports read of the ledger. */
export type ReportLedger = Pick<
  LedgerReading,
  "periodFigures" | "standings" | "period" | "periods" | "priorFigures" | "text"
>;

/**
 * How a unit stands: in the totals; asked and nothing came; only what is to be corrected came; not asked in this period.
 */
export type Standing = "counted" | "notSent" | "toCorrect" | "notAsked";

export interface BookUnit {
  readonly code: string;
  /** Official name at the period's cut-off. */
  readonly name: string;
  /** Name in consolidated forms. */
  readonly short: string;
  /** Kind as which its figures count; absent where the form set knows none. */
  readonly kind?: string;
  readonly area?: string;
  readonly standing: Standing;
  /** In the totals, with something still to explain. */
  readonly toExplain: boolean;
}

/** Where a figure of a unit came from. */
export interface FigureOrigin {
  readonly value: number;
  readonly place: FigurePlace;
  /** Absent for figures out of a file of opening figures. */
  readonly revision?: Revision;
  readonly file: UnitFigureRow["file"];
}

interface Column {
  readonly values: Float64Array;
  readonly places: FigurePlace[];
  readonly rows: UnitFigureRow[];
}

type UnitState = { standing: Standing; toExplain: boolean };

/** How units stand in a period that was opened here; undefined otherwise. */
function statesOf(ledger: ReportLedger, period: string): ReadonlyMap<string, UnitState> | undefined {
  const standings = ledger.standings(period);
  if (standings === undefined) return undefined;
  return new Map(
    standings.map(({ unit, outline, counted, latest }): [string, UnitState] => {
      if (counted !== undefined) return [unit, { standing: "counted", toExplain: counted.state === "explain" }];
      const standing = latest === undefined ? (outline === undefined ? "notAsked" : "notSent") : "toCorrect";
      return [unit, { standing, toExplain: false }];
    }),
  );
}

export class PeriodBook {
  readonly units: readonly BookUnit[];
  readonly #index: ReadonlyMap<string, number>;
  readonly #columns = new Map<string, Column>();
  readonly #opens: (key: ValueKey) => boolean;

  /**
   * @param basis `counted` for the period that is reported on, `locked` for those that it is compared with
   */
  constructor(
    readonly period: Period,
    basis: FigureBasis,
    ledger: ReportLedger,
    formSet: FormSet,
    register: UnitRegister,
  ) {
    this.#opens = (key) => findKey(formSet, key)?.indicator.opens !== undefined;
    const rows = [...ledger.periodFigures(period.id, basis)];
    const withFigures = new Set(rows.map(({ unit }) => unit));
    const states = statesOf(ledger, period.id);
    const stateOf = (code: string): UnitState => {
      const state = states?.get(code);
      // figures of an earlier period may have come out of a file
      if (withFigures.has(code)) return { standing: "counted", toExplain: state?.toExplain ?? false };
      if (states === undefined) return { standing: "notSent", toExplain: false };
      return state ?? { standing: "notAsked", toExplain: false };
    };
    this.units = register.units
      .filter((unit) => withFigures.has(unit.code) || states?.has(unit.code) || existsOn(unit, period.window.to))
      .map((unit): BookUnit => {
        const { official, short } = nameAt(unit, period.window.to);
        const kind = reportingKind(formSet, register, unit.code);
        return {
          code: unit.code,
          name: official,
          short: short ?? official,
          ...(kind === undefined ? {} : { kind }),
          ...(unit.area === undefined ? {} : { area: unit.area }),
          ...stateOf(unit.code),
        };
      });
    this.#index = new Map(this.units.map(({ code }, at) => [code, at]));
    // many units share a place, so that its column is looked up once
    const places = new Map<FigurePlace, Column>();
    for (const row of rows) this.#add(row, places);
  }

  #add(row: UnitFigureRow, places: Map<FigurePlace, Column>): void {
    const at = this.#index.get(row.unit);
    if (at === undefined) return;
    row.places.forEach((place, index) => {
      let column = places.get(place);
      if (column === undefined) {
        const name = figureName(place.key, place.measure);
        column = this.#columns.get(name) ?? {
          values: new Float64Array(this.units.length).fill(Number.NaN),
          places: [],
          rows: [],
        };
        this.#columns.set(name, column);
        places.set(place, column);
      }
      column.values[at] = row.values[index] ?? Number.NaN;
      column.places[at] = place;
      column.rows[at] = row;
    });
  }

  /** Place of a unit in `units`. */
  indexOf(code: string): number | undefined {
    return this.#index.get(code);
  }

  /** Columns in which a figure may stand, the first that has it holds: an opening has one for all measures. */
  #columnsOf(key: ValueKey, measure: Measure): readonly Column[] {
    const measures: readonly Measure[] =
      (measure === "estimate" || measure === "official") && this.#opens(key) ? [measure, "actual"] : [measure];
    return measures.flatMap((each) => this.#columns.get(figureName(key, each)) ?? []);
  }

  /** Reads a figure of unit after unit: undefined where it was left blank or nothing came. */
  reader(key: ValueKey, measure: Measure): (at: number) => number | undefined {
    const columns = this.#columnsOf(key, measure).map(({ values }) => values);
    return (at) => {
      for (const values of columns) {
        const value = values[at];
        if (value !== undefined && !Number.isNaN(value)) return value;
      }
      return undefined;
    };
  }

  /** A figure of a unit, as it reported it; undefined where it left it blank or sent nothing. */
  value(at: number, key: ValueKey, measure: Measure): number | undefined {
    return this.reader(key, measure)(at);
  }

  /** A figure with its cell. */
  origin(at: number, key: ValueKey, measure: Measure): FigureOrigin | undefined {
    const column = this.#columnsOf(key, measure).find(({ places }) => places[at] !== undefined);
    const [value, place, row] = [column?.values[at], column?.places[at], column?.rows[at]];
    if (value === undefined || place === undefined || row === undefined) return undefined;
    const { revision, file } = row;
    return { value, place, file, ...(revision === undefined ? {} : { revision }) };
  }

  /** Whether anything was reported at all. */
  get isEmpty(): boolean {
    return this.#columns.size === 0;
  }
}
