/** The conditions that a correct return meets, and the one figure that breaks each. */
import { type Condition, checkReturn, conditionsFor, type EarlierFigures } from "../src/cycle/checks/index.js";
import { ReturnFigures } from "../src/cycle/checks/return-figures.js";
import type { CellFinding, ReadReturn } from "../src/cycle/returns.js";
import {
  checksOfUnit,
  type Expression,
  evaluate,
  findKey,
  formulaOf,
  isTypedKey,
  type Reference,
  references,
} from "../src/forms/index.js";
import { type Edit, FORM_SET, OUTLINE_KINDS, type OutlineKind, type Return } from "./bundled-returns.js";
import { put } from "./workbook-read.edit.js";

/** One change of a correct return: a figure typed otherwise, rows of a list taken away, or another figure of an earlier time. */
export type Change =
  | { readonly what: "typed"; readonly key: string; readonly value: number }
  | { readonly what: "rows"; readonly form: string }
  | {
      readonly what: "earlier";
      readonly table: "prior" | "half" | "lastYear";
      readonly key: string;
      readonly value: number;
    };

/** Keys behind an expression, formulas followed, in the order in which they are met. */
export function keysBehind(expression: Expression, seen = new Set<string>()): readonly string[] {
  return references(expression).flatMap(({ table, key }) => {
    if (table !== undefined || seen.has(key)) return [];
    seen.add(key);
    const meaning = findKey(FORM_SET, key);
    const formula = meaning?.member === undefined && meaning ? formulaOf(FORM_SET, meaning.indicator) : undefined;
    return [key, ...(formula === undefined ? [] : keysBehind(formula, seen))];
  });
}

/** Other figures that one may be mistaken for: none, a few more or less, far too many. */
export const mistaken = (value: number): readonly number[] =>
  [value + 1, value - 1, 0, value * 2 + 10, Math.floor(value / 2), 999_999].filter(
    (other) => other >= 0 && other !== value,
  );

export function changesOf(sent: Return, expression: Expression): readonly Change[] {
  const typed = new Set(
    sent.layout.values.flatMap(({ key, measure, role }) => (role === "typed" && measure === "actual" ? [key] : [])),
  );
  const { own, ...earlier } = sent.figures;
  const ofKeys = keysBehind(expression)
    .filter((key) => typed.has(key))
    .flatMap((key) => mistaken(own[key] ?? 0).map((value): Change => ({ what: "typed", key, value })));
  const ofTables = references(expression).flatMap(({ table, key }: Reference): readonly Change[] => {
    if (table === "rows") return [{ what: "rows", form: key }];
    if (table !== "prior" && table !== "half" && table !== "lastYear") return [];
    return mistaken(earlier[table][key] ?? 0).map((value) => ({ what: "earlier", table, key, value }));
  });
  return [...ofKeys, ...ofTables];
}

export function changedEarlier(known: EarlierFigures, changes: readonly Change[]): EarlierFigures {
  const table =
    (name: "prior" | "half" | "lastYear") =>
    (key: string): number | undefined => {
      const changed = changes.find((one) => one.what === "earlier" && one.table === name && one.key === key);
      return changed?.what === "earlier" ? changed.value : known[name](key);
    };
  return { ...known, prior: table("prior"), half: table("half"), lastYear: table("lastYear") };
}

/** Whether changes break a condition, without writing or reading a workbook. */
export function breaks(
  changes: readonly Change[],
  { expression }: Condition,
  read: ReadReturn,
  known: EarlierFigures,
): boolean {
  const typed = new Map(changes.flatMap((one) => (one.what === "typed" ? [[one.key, one.value] as const] : [])));
  const values = read.values
    .filter(({ key }) => isTypedKey(FORM_SET, key))
    .map((value) => ({ ...value, ...(typed.has(value.key) ? { value: typed.get(value.key) ?? 0 } : {}) }));
  const rows = Object.entries(read.lists).map(([form, list]): [string, number] => {
    const added = changes.filter((one) => one.what === "rows" && one.form === form).length;
    return [form, list.length + added];
  });
  const figures = new ReturnFigures(FORM_SET, values, new Map(rows), changedEarlier(known, changes));
  return evaluate(expression, figures.scope("actual")) === false;
}

/** The change as the unit types it. */
export function editOf(change: Change, sent: Return): readonly Edit[] {
  if (change.what === "typed") {
    const home = sent.layout.values.find(
      ({ key, measure, role }) => key === change.key && measure === "actual" && role === "typed",
    );
    return home === undefined ? [] : [put(home.sheet, { [home.address]: change.value })];
  }
  const list = sent.layout.sheets.find(
    (sheet) => sheet.kind === "form" && sheet.form.id === (change.what === "rows" ? change.form : ""),
  );
  if (list?.kind !== "form") return [];
  const column = list.columns.find(({ source }) => source.content === "text");
  return [put(list.sheet, { [`${column?.letter}${list.body.last}`]: "Công ty thừa một dòng" })];
}

/** Where a finding must stand: at the first figure of the condition that has a cell and is no opening stock, formulas followed. */
export function cellOf(sent: Return, expression: Expression): string | undefined {
  const homes = new Map(
    sent.layout.values.flatMap((value) =>
      value.role === "echo" || value.measure !== "actual" ? [] : [[value.key, `${value.sheet}!${value.address}`]],
    ),
  );
  const placesOf = (node: Expression): readonly (readonly [place: string, opening: boolean])[] =>
    references(node).flatMap(({ table, key }) => {
      if (table !== undefined) return [];
      const meaning = findKey(FORM_SET, key);
      const home = homes.get(key);
      if (home !== undefined) return [[home, meaning?.indicator.opens !== undefined] as const];
      const formula = meaning?.member === undefined && meaning ? formulaOf(FORM_SET, meaning.indicator) : undefined;
      return formula === undefined ? [] : placesOf(formula);
    });
  const places = placesOf(expression);
  return (places.find(([, opening]) => !opening) ?? places[0])?.[0];
}

export const judged = (sent: Return, read: ReadReturn, known: EarlierFigures): readonly CellFinding[] =>
  checkReturn(read, { formSet: FORM_SET, ...sent.kind, earlier: known, nameOf: (code) => code });

/** Conditions that an outline can break: the declared checks whose figures it holds, and what follows from the indicators. */
export function conditionsOf({ layout, kind: { unitKind, periodKind } }: Return): readonly Condition[] {
  const declared = new Set(checksOfUnit(FORM_SET, unitKind, periodKind).map(({ id }) => id));
  const stated = new Set(FORM_SET.checks.map(({ id }) => id));
  const held = new Set(layout.values.map(({ key }) => key));
  return conditionsFor(FORM_SET, "unit", periodKind).filter(({ rule, expression }) =>
    stated.has(rule) ? declared.has(rule) : keysBehind(expression).every((key) => held.has(key)),
  );
}

/** What a check says must break softly in one return: figures of two bases are to be explained. */
export const softened = (weight: CellFinding["weight"], crossing: boolean): CellFinding["weight"] =>
  weight === "error" && crossing ? "explain" : weight;

/** Outlines whose figures are checked: reviews have no checks of their own. */
export const REPORTING: readonly OutlineKind[] = OUTLINE_KINDS.filter(
  ({ periodKind }) => periodKind === "6t" || periodKind === "nam",
);
