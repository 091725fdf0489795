/** Figures that come from more than one side (reporting §8.3): the authoritative ones count, others are reconciled. */
import type { FormSet, Measure, ValueKey } from "../../forms/form-set.js";
import { findKey, keysOf } from "../../forms/indicators.js";
import type { CellPlace, ReturnedValue } from "../returns.js";

/** Whether figures of a kind of unit count for a key; an indicator without a source takes whoever files it. */
export function isAuthoritative(formSet: FormSet, key: ValueKey, unitKind: string): boolean {
  const source = findKey(formSet, key)?.indicator.source;
  return source === undefined || source === unitKind;
}

/** Parts a return's figures into those that count and those of a second source. */
export function splitSources(
  formSet: FormSet,
  unitKind: string,
  values: readonly ReturnedValue[],
): { readonly counted: readonly ReturnedValue[]; readonly second: readonly ReturnedValue[] } {
  const counted: ReturnedValue[] = [];
  const second: ReturnedValue[] = [];
  for (const value of values) (isAuthoritative(formSet, value.key, unitKind) ? counted : second).push(value);
  return { counted, second };
}

/** A return as totals and reconciliation need it. */
export interface SourcedReturn {
  readonly unit: string;
  readonly unitKind: string;
  readonly values: readonly ReturnedValue[];
}

/** A figure of one unit, and the cell of its return in which it stands. */
export interface SourceFigure {
  readonly unit: string;
  readonly value: number;
  readonly cell: CellPlace;
}

/** One line of the list of reconciliation (đối soát): what counts beside what others say. */
export interface Reconciliation {
  readonly key: ValueKey;
  readonly measure: Measure;
  /** Kind of unit whose figures count. */
  readonly source: string;
  /** Sum of the authoritative figures; absent when none came. */
  readonly counted?: number;
  readonly countedFigures: readonly SourceFigure[];
  /** Sum of the second sources. */
  readonly second: number;
  readonly secondFigures: readonly SourceFigure[];
}

interface Line {
  counted?: number;
  readonly countedFigures: SourceFigure[];
  second: number;
  readonly secondFigures: SourceFigure[];
}

/**
 * Sets the figures of second sources beside those that count, in the order of the form set.
 *
 * @param returns the counted returns of a period
 */
export function reconcile(formSet: FormSet, returns: Iterable<SourcedReturn>): readonly Reconciliation[] {
  const lines = new Map<string, Line>();
  for (const { unit, unitKind, values } of returns) {
    for (const { key, measure, value, cell } of values) {
      const indicator = findKey(formSet, key)?.indicator;
      // shares and what is computed follow from what is typed
      if (value === undefined || indicator?.source === undefined || indicator.kind === "ratio") continue;
      const name = `${key}/${measure}`;
      const line = lines.get(name) ?? { countedFigures: [], second: 0, secondFigures: [] };
      lines.set(name, line);
      if (indicator.source === unitKind) {
        line.counted = (line.counted ?? 0) + value;
        line.countedFigures.push({ unit, value, cell });
      } else {
        line.second += value;
        line.secondFigures.push({ unit, value, cell });
      }
    }
  }
  const places = new Map([...keysOf(formSet).keys()].map((key, place) => [key, place]));
  const split = [...lines].map(([name, line]) => {
    const [key = "", measure = "actual"] = name.split("/");
    return { key, measure, line, place: places.get(key) ?? places.size };
  });
  split.sort((a, b) => a.place - b.place);
  return split.flatMap(({ key, measure, line }): readonly Reconciliation[] => {
    const source = findKey(formSet, key)?.indicator.source;
    if (line.secondFigures.length === 0 || source === undefined) return [];
    return [{ key, measure: measure as Measure, source, ...line }];
  });
}
