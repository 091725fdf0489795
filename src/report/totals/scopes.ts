/** What a figure is about: the whole, an area, units of a kind, one unit. */
import { foldWord } from "../../findings/nearest.js";
import type { FormSet } from "../../forms/index.js";
import type { UnitRegister } from "../../organisation/index.js";
import type { PeriodBook } from "./book.js";
import type { UnitList } from "./sums.js";

/** Scope of everything, as paths name it. */
export const WHOLE = "tinh";

export interface Scope {
  readonly kind: "whole" | "area" | "unitKind" | "unit";
  /** As paths name it: `tinh`, `khu-vuc-ven-bien`, `xa-phuong`, `p-song-kim`. */
  readonly id: string;
  readonly name: string;
  /** Of an area: its name in the register. */
  readonly area?: string;
}

/** The name of an area in a path: without marks, words joined by hyphens. */
export const slugOf = (area: string): string =>
  foldWord(area)
    .replace(/[^a-z\d]+/gu, "-")
    .replace(/^-|-$/gu, "");

/** Name of the whole in sentences and labels. */
export const WHOLE_NAME = "Toàn tỉnh";

const known = new WeakMap<UnitRegister, WeakMap<FormSet, ReadonlyMap<string, Scope>>>();

/**
 * All scopes by id. A unit's code stands before an area or a kind of the same name; of two areas with the same slug the
 * second gets a number: `ven-bien-2`.
 */
export function scopesOf(register: UnitRegister, formSet: FormSet): ReadonlyMap<string, Scope> {
  const found = known.get(register)?.get(formSet);
  if (found !== undefined) return found;
  const scopes = new Map<string, Scope>([[WHOLE, { kind: "whole", id: WHOLE, name: WHOLE_NAME }]]);
  for (const { code, names } of register.units) {
    const { official = code, short } = names.at(-1) ?? {};
    scopes.set(code, { kind: "unit", id: code, name: short ?? official });
  }
  const areas = [...(register.areas ?? []), ...register.units.flatMap(({ area }) => area ?? [])];
  for (const area of new Set(areas)) {
    const slug = slugOf(area);
    let id = slug;
    for (let number = 2; scopes.has(id); number += 1) id = `${slug}-${number}`;
    scopes.set(id, { kind: "area", id, name: area, area });
  }
  for (const { id, name } of formSet.unitKinds) if (!scopes.has(id)) scopes.set(id, { kind: "unitKind", id, name });
  const ofRegister = known.get(register) ?? new WeakMap<FormSet, ReadonlyMap<string, Scope>>();
  known.set(register, ofRegister.set(formSet, scopes));
  return scopes;
}

/** The scope of an area of the register; undefined when no unit names it. */
export const areaScope = (scopes: ReadonlyMap<string, Scope>, area: string): Scope | undefined =>
  [...scopes.values()].find((scope) => scope.area === area);

/** Whether a unit belongs to a scope. */
export function holds(scope: Scope, unit: { readonly code: string; readonly area?: string; readonly kind?: string }) {
  switch (scope.kind) {
    case "whole":
      return true;
    case "area":
      return unit.area === scope.area;
    case "unitKind":
      return unit.kind === scope.id;
    case "unit":
      return unit.code === scope.id;
  }
}

function listOf(scope: Scope, book: PeriodBook): UnitList {
  if (scope.kind === "unit") {
    const at = book.indexOf(scope.id);
    return { at: at === undefined ? [] : [at], own: true };
  }
  const at = book.units.flatMap((unit, index) => (holds(scope, unit) ? [index] : []));
  return { at, part: scope.kind !== "whole" };
}

const lists = new WeakMap<PeriodBook, Map<Scope, UnitList>>();

/** The units of a scope in a period. */
export function unitsOf(scope: Scope, book: PeriodBook): UnitList {
  const ofBook = lists.get(book) ?? new Map<Scope, UnitList>();
  lists.set(book, ofBook);
  const found = ofBook.get(scope);
  if (found !== undefined) return found;
  const list = listOf(scope, book);
  ofBook.set(scope, list);
  return list;
}
