/** The figures of a return, the computed ones worked out again from the typed ones. Saved results are never asked. */

import { formulaOf } from "../../../forms/compiled.js";
import { evaluate, type Reference } from "../../../forms/expression.js";
import type { Measure, ValueKey } from "../../../forms/form-set.js";
import { findKey } from "../../../forms/indicators.js";
import { isEarlier } from "../../../forms/measures.js";
import type { PrefillSource, ValueCell } from "../../layout/index.js";
import type { ReadingPlan } from "../anchors/reading-plan.js";

/** What is known before anything is computed. */
export interface KnownFigures {
  /** Typed and opening figures, by `key/measure`. */
  readonly read: ReadonlyMap<string, number>;
  /** Prefilled figures by the name of their cell. */
  readonly copies: ReadonlyMap<string, number>;
  /** Same-period figures that the unit typed itself, by key. */
  readonly samePeriod: ReadonlyMap<string, number>;
  /** Filled rows of each list form. */
  readonly rows: ReadonlyMap<string, number>;
}

export class Figures {
  private readonly computed = new Map<string, number | undefined>();
  private readonly open = new Set<string>();

  constructor(
    private readonly plan: ReadingPlan,
    private readonly known: KnownFigures,
  ) {}

  /** A figure of the return; undefined when it, or something that it is computed from, was not reported. */
  value(key: ValueKey, measure: Measure): number | undefined {
    const id = `${key}/${measure}`;
    const home = this.plan.homes.get(id);
    if (home !== undefined && home.role !== "computed") return this.known.read.get(id);
    if (this.computed.has(id)) return this.computed.get(id);
    // A form set that was checked has no circles; a value that waits for itself is unknown.
    if (this.open.has(id)) return undefined;
    this.open.add(id);
    const result = this.compute(key, measure, home);
    this.open.delete(id);
    this.computed.set(id, result);
    return result;
  }

  /** A prefilled figure by its source and key. */
  prefilled(source: PrefillSource, key: string): number | undefined {
    const name = this.plan.prefilledNames.get(`${source}/${key}`);
    const sent = name === undefined ? undefined : this.known.copies.get(name);
    return sent ?? (source === "samePeriod" ? this.known.samePeriod.get(key) : undefined);
  }

  private compute(key: ValueKey, measure: Measure, home: ValueCell | undefined): number | undefined {
    const meaning = findKey(this.plan.formSet, key);
    if (meaning === undefined) return undefined;
    const { indicator, member } = meaning;
    if (home?.columnCode.endsWith(":spanTotal") === true && indicator.kind !== "ratio") {
      return this.spanTotal(home, indicator.kind === "flow");
    }
    // An opening stock has one cell for all measures of a period.
    const opens = indicator.opens !== undefined && !isEarlier(measure) && measure !== "actual";
    if (home === undefined && opens) return this.value(key, "actual");
    const formula = member === undefined ? formulaOf(this.plan.formSet, indicator) : undefined;
    if (formula === undefined) return undefined;
    const result = evaluate(formula, { resolve: (reference) => this.resolve(reference, measure) });
    return typeof result === "number" ? result : undefined;
  }

  /** Flows of the plan's years added up; of a stock the last. */
  private spanTotal(total: ValueCell, flow: boolean): number | undefined {
    const years = this.plan.layout.values
      .filter(
        (value) => value.form === total.form && value.rowCode === total.rowCode && value.columnCode.endsWith(":ofYear"),
      )
      .map((value) => this.value(value.key, value.measure));
    if (!flow) return years.at(-1);
    let sum = 0;
    for (const year of years) {
      if (year === undefined) return undefined;
      sum += year;
    }
    return years.length === 0 ? undefined : sum;
  }

  private resolve({ table, key }: Reference, measure: Measure): number | undefined {
    switch (table) {
      case undefined:
        return this.value(key, measure);
      case "p":
        return this.plan.formSet.parameters[key];
      case "rows":
        return this.known.rows.get(key);
      default:
        // Earlier figures are those of the cut-off: no other measure is compared with them.
        return measure === "actual" ? this.earlier(table, key) : undefined;
    }
  }

  private earlier(table: "prior" | "half" | "lastYear", key: ValueKey): number | undefined {
    if (table === "half") return this.prefilled("half", key);
    if (table === "lastYear") return this.prefilled("samePeriod", key);
    // Last year's closing is this year's opening.
    const [code, part] = key.split(".");
    const opening = this.plan.formSet.indicators.find(({ opens }) => opens === code)?.code;
    const openingKey = opening === undefined || part === undefined ? opening : `${opening}.${part}`;
    const own = openingKey === undefined ? undefined : this.value(openingKey, "actual");
    return own ?? this.prefilled("prior", key);
  }
}
