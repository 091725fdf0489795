/** Returns whose typed figures are those of another unit. */
import { createHash } from "node:crypto";
import type { FormSet } from "../../forms/form-set.js";
import { findKey, isTypedKey } from "../../forms/indicators.js";
import type { ReturnedValue } from "../returns.js";

/** Fewer equal cells may be chance: small units have many figures of 1 and 2. */
const ENOUGH = 10;

export interface Copy {
  /** The other unit. */
  readonly unit: string;
  readonly count: number;
  /** Where only the figures of one sheet are equal. */
  readonly sheet?: string;
}

interface Print {
  readonly print: string;
  readonly count: number;
  readonly sheet?: string;
}

function printOf(entries: readonly string[]): string {
  return createHash("sha1").update([...entries].sort().join("\n")).digest("base64");
}

/** Prints of everything that was typed and is not 0, and of each sheet's part; too few figures have none. */
function printsOf(formSet: FormSet, values: readonly ReturnedValue[]): readonly Print[] {
  const all: string[] = [];
  const sheets = new Map<string, string[]>();
  for (const { key, measure, value, cell } of values) {
    if (value === undefined || value === 0 || !isTypedKey(formSet, key)) continue;
    // opening stocks are given to the unit
    if (findKey(formSet, key)?.indicator.opens !== undefined) continue;
    const entry = `${key}/${measure}=${value}`;
    all.push(entry);
    const own = sheets.get(cell.sheet) ?? [];
    own.push(entry);
    sheets.set(cell.sheet, own);
  }
  const parts = [...sheets].map(([sheet, entries]): Print => ({ print: printOf(entries), count: entries.length, sheet }));
  return [{ print: printOf(all), count: all.length }, ...parts].filter(({ count }) => count >= ENOUGH);
}

/** Figures of a period that were met so far, by unit. */
export class CopyIndex {
  readonly #units = new Map<string, string>();
  readonly #prints = new Map<string, readonly string[]>();

  /** Notes what counts for a unit; what was noted for it before is forgotten. */
  note(unit: string, formSet: FormSet, values: readonly ReturnedValue[]): void {
    for (const print of this.#prints.get(unit) ?? []) if (this.#units.get(print) === unit) this.#units.delete(print);
    const prints = printsOf(formSet, values).map(({ print }) => print);
    this.#prints.set(unit, prints);
    for (const print of prints) if (!this.#units.has(print)) this.#units.set(print, unit);
  }

  /** The unit whose figures these are as well: all of them, else those of a sheet. */
  find(unit: string, formSet: FormSet, values: readonly ReturnedValue[]): Copy | undefined {
    for (const { print, count, sheet } of printsOf(formSet, values)) {
      const other = this.#units.get(print);
      if (other === undefined || other === unit) continue;
      return { unit: other, count, ...(sheet === undefined ? {} : { sheet }) };
    }
    return undefined;
  }
}
