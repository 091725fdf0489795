import type { Place } from "../findings/finding.js";
import type { Document } from "../model/document.js";

/** Where the parts of a document stand in its draft; a document made by a program has none. */
export interface Places {
  of(part: object): Place | undefined;
  field(name: string): Place | undefined;
  /** Words in square brackets that are meant so, and are no place to fill in. */
  readonly literals?: ReadonlySet<string>;
}

/** A place in the model: the part or the field that a text belongs to, and a character in that text, from 0. */
export interface TextPlace {
  readonly part?: object;
  readonly field?: keyof Document;
  readonly offset: number;
}

export const NOWHERE: Places = { of: () => undefined, field: () => undefined };

/** The place of a finding; a part that the draft does not know gives the place of its field. */
export function placeOf(where: TextPlace, places: Places): Place | undefined {
  const own = where.part === undefined ? undefined : places.of(where.part);
  return own ?? (where.field === undefined ? undefined : places.field(where.field));
}

/** The words around a place in a text: what a finding quotes. */
export function wordsAround(text: string, start: number, end: number, room = 0): string {
  const from = text.lastIndexOf(" ", Math.max(0, start - 1 - room)) + 1;
  const to = text.indexOf(" ", end + room);
  return text.slice(Math.min(from, start), to === -1 ? undefined : Math.max(to, end)).trim();
}
