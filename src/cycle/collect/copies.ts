/** Returns whose typed figures are those of another unit. */
import { createHash } from "node:crypto";
import type { FormSet } from "../../forms/form-set.js";
import { findKey, isTypedKey } from "../../forms/indicators.js";
import type { ReturnedValue } from "../returns.js";

/** Fewer equal cells may be chance. */
const ENOUGH = 10;
/**
 * So many bits the figures must have together, counted as log2(value + 1): ten figures of 1 and 2 are equal in some two
 * of a thousand small units, and among 3,000 units there are 2^22 pairs.
 */
const BITS = 50;

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

/** Figures to be compared. */
class Entries {
  readonly texts: string[] = [];
  bits = 0;

  add(text: string, value: number): void {
    this.texts.push(text);
    this.bits += Math.log2(Math.abs(value) + 1);
  }

  /** Nothing when they may be equal by chance. */
  print(sheet?: string): readonly Print[] {
    const count = this.texts.length;
    if (count < ENOUGH || this.bits < BITS) return [];
    const print = createHash("sha1")
      .update([...this.texts].sort().join("\n"))
      .digest("base64");
    return [{ print, count, ...(sheet === undefined ? {} : { sheet }) }];
  }
}

/** Prints of everything that was typed and is not 0, and of each sheet's part. */
function printsOf(formSet: FormSet, values: readonly ReturnedValue[]): readonly Print[] {
  const all = new Entries();
  const sheets = new Map<string, Entries>();
  for (const { key, measure, value, cell } of values) {
    if (value === undefined || value === 0 || !isTypedKey(formSet, key)) continue;
    // opening stocks are given to the unit
    if (findKey(formSet, key)?.indicator.opens !== undefined) continue;
    const text = `${key}/${measure}=${value}`;
    all.add(text, value);
    const own = sheets.get(cell.sheet) ?? new Entries();
    sheets.set(cell.sheet, own);
    own.add(text, value);
  }
  return [...all.print(), ...[...sheets].flatMap(([sheet, entries]) => entries.print(sheet))];
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
