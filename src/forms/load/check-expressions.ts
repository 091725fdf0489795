/** Formulas and conditions must be readable, and know what they speak of. */
import type { Finding, Place } from "../../findings/finding.js";
import { reportForms } from "../../findings/messages/forms.js";
import { nearest } from "../../findings/nearest.js";
import { resultOf } from "../expression/parse.js";
import { type Expression, parseExpression, printReference, referenceNodes, references } from "../expression.js";
import type { Check, FormSet, Indicator } from "../form-set.js";
import { keysOf, partsOf } from "../indicators.js";
import type { PlaceBook } from "./places.js";

/** An expression and what it belongs to, for findings. */
export interface Subject {
  readonly where: string;
  readonly expression: string;
  readonly place: Place | undefined;
}

function checkReferences(
  tree: Expression,
  { where, expression, place }: Subject,
  formSet: FormSet,
): readonly Finding[] {
  const keys = [...keysOf(formSet).keys()];
  const parameters = Object.keys(formSet.parameters);
  const lists = formSet.forms.filter(({ body }) => body.kind === "list").map(({ id }) => id);
  return referenceNodes(tree).flatMap((node) => {
    const { table, key } = node.kind === "parts" ? node.of : node.reference;
    const at = { where, expression, column: node.at, text: key };
    const unknown = (
      id: "forms/expression-unknown-indicator" | "forms/expression-unknown-parameter" | "forms/expression-unknown-list",
      known: readonly string[],
    ): readonly Finding[] =>
      known.includes(key) ? [] : [reportForms(id, { ...at, nearest: nearest(key, known) }, place)];
    if (table === "p") return unknown("forms/expression-unknown-parameter", parameters);
    if (table === "rows") return unknown("forms/expression-unknown-list", lists);
    const findings = unknown("forms/expression-unknown-indicator", keys);
    if (findings.length > 0 || node.kind === "reference" || partsOf(formSet, key).length > 0) return findings;
    return [reportForms("forms/expression-no-parts", at, place)];
  });
}

/** Reads an expression of a declaration and reports what is wrong with it. */
function checkExpression(
  subject: Subject,
  wanted: "number" | "truth",
  formSet: FormSet,
): { readonly tree?: Expression; readonly findings: readonly Finding[] } {
  const { where, expression, place } = subject;
  const parsed = parseExpression(expression);
  if (parsed.fault !== undefined) {
    const { id, column, text } = parsed.fault;
    return { findings: [reportForms(`forms/expression-${id}`, { where, expression, column, text }, place)] };
  }
  if (resultOf(parsed.expression) !== wanted) {
    const at = { where, expression, column: 1, text: expression };
    const finding =
      wanted === "truth"
        ? reportForms("forms/expression-needs-truth", at, place)
        : reportForms("forms/expression-needs-number", at, place);
    return { findings: [finding] };
  }
  const findings = checkReferences(parsed.expression, subject, formSet);
  return findings.length > 0 ? { findings } : { tree: parsed.expression, findings };
}

/** The first way from a formula back to itself. */
function findCycle(start: string, operands: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const seen = new Set<string>();
  const follow = (code: string, way: readonly string[]): readonly string[] | undefined => {
    for (const next of operands.get(code) ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const cycle = follow(next, [...way, next]);
      if (cycle !== undefined) return cycle;
    }
    return undefined;
  };
  return follow(start, [start]);
}

/** Formulas of indicators: readable, over known indicators, without going round in circles. */
export function checkFormulas(formSet: FormSet, places: PlaceBook): readonly Finding[] {
  const operands = new Map<string, readonly string[]>();
  const findings = formSet.indicators.flatMap((indicator: Indicator) => {
    const { code, formula } = indicator;
    if (formula === undefined) return [];
    const place = places.at(indicator, "công thức");
    const checked = checkExpression({ where: `công thức của ${code}`, expression: formula, place }, "number", formSet);
    const own = checked.tree === undefined ? [] : references(checked.tree).filter(({ table }) => table === undefined);
    operands.set(
      code,
      own.map(({ key }) => key),
    );
    return checked.findings;
  });
  const told = new Set<string>();
  const cycles = formSet.indicators.flatMap((indicator) => {
    const cycle = told.has(indicator.code) ? undefined : findCycle(indicator.code, operands);
    if (cycle === undefined) return [];
    for (const code of cycle) told.add(code);
    return [reportForms("forms/formula-cycle", { cycle }, places.at(indicator, "công thức"))];
  });
  return [...findings, ...cycles];
}

/** Names in braces of a check's message. */
export const placeholdersOf = (message: string): readonly string[] =>
  [...message.matchAll(/\{([^{}]*)\}/gu)].map(([, name]) => name ?? "");

/** Conditions of checks, and the figures that their messages quote. */
export function checkConditions(formSet: FormSet, places: PlaceBook): readonly Finding[] {
  return formSet.checks.flatMap((check: Check) => {
    const where = `kiểm tra ${check.id}`;
    const subject = { where, expression: check.holds, place: places.at(check, "điều kiện") };
    const { tree, findings } = checkExpression(subject, "truth", formSet);
    if (tree === undefined) return findings;
    const named = references(tree).map(printReference);
    return placeholdersOf(check.message)
      .filter((name) => !named.includes(name))
      .map((text) => reportForms("forms/message-placeholder", { where, text }, places.at(check, "báo")));
  });
}
