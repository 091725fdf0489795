/** What the units of an office come to together, as the office's own return to its superior asks for it. */
import type { FormSet, Measure, ValueKey } from "../../forms/form-set.js";
import { findKey } from "../../forms/indicators.js";
import { isAuthoritative, type SourcedReturn } from "../sources/second-sources.js";

/** Sums by `key/measure`; absent where there is none. */
export type Sums = ReadonlyMap<string, number>;

interface Part {
  sum: number;
  /** One that was asked for it has left it open: the sum would be too small. */
  lacking: boolean;
}

const add = (parts: Map<string, Part>, name: string, value: number | undefined): void => {
  const part = parts.get(name) ?? { sum: 0, lacking: false };
  parts.set(name, value === undefined ? { ...part, lacking: true } : { ...part, sum: part.sum + value });
};

/**
 * Sums over returns that count. Where the authoritative source of an indicator is among the units, it alone counts; else
 * what the others have. Shares are no sums.
 */
export function sumsOf(formSet: FormSet, returns: Iterable<SourcedReturn>): Sums {
  const authoritative = new Map<string, Part>();
  const others = new Map<string, Part>();
  for (const { unitKind, values } of returns) {
    for (const { key, measure, value } of values) {
      const indicator = findKey(formSet, key)?.indicator;
      if (indicator === undefined || indicator.kind === "ratio" || indicator.kind === "target") continue;
      const own = indicator.source !== undefined && isAuthoritative(formSet, key, unitKind);
      add(own ? authoritative : others, nameOf(key, measure), value);
    }
  }
  const whole = new Map([...others, ...authoritative]);
  return new Map([...whole].flatMap(([name, { sum, lacking }]) => (lacking ? [] : [[name, sum] as const])));
}

export const nameOf = (key: ValueKey, measure: Measure): string => `${key}/${measure}`;
