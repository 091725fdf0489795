/** The path of a bound figure (design §3): `vt:<indicator>/<scope>/<period>[/<measure>]`. */
import type { Finding } from "../../findings/finding.js";
import { reportFigure } from "../../findings/messages/report.js";
import { foldWord, nearest } from "../../findings/nearest.js";
import { type FormSet, findKey, keysOf, type ValueKey } from "../../forms/index.js";
import type { UnitRegister } from "../../organisation/index.js";
import { findPeriod, type PeriodKind } from "../../periods/index.js";
import { type FigureMeasure, isFigureMeasure, MEASURE_NAMES } from "./measures.js";
import { type Scope, scopesOf } from "./scopes.js";

export interface FigurePath {
  readonly key: ValueKey;
  readonly scope: Scope;
  /** Id of the period. */
  readonly period: string;
  readonly measure: FigureMeasure;
}

export type ReadPath =
  | { readonly path: FigurePath; readonly finding?: undefined }
  | { readonly finding: Finding; readonly path?: undefined };

const SCHEME = "vt:";
const DEFAULT: FigureMeasure = "thuc-hien";

/** A path as it stands in a draft; the default measure is left out. */
export function printFigurePath({ key, scope, period, measure }: FigurePath): string {
  return `${SCHEME}${key}/${scope.id}/${period}${measure === DEFAULT ? "" : `/${measure}`}`;
}

/** What somebody named: as written, else the same letters in another case, else the nearest. */
function choose(typed: string, names: readonly string[]): { readonly exact?: string; readonly near?: string } {
  if (names.includes(typed)) return { exact: typed };
  const folded = names.find((name) => foldWord(name) === foldWord(typed));
  const near = folded ?? nearest(typed, names);
  return near === undefined ? {} : { near };
}

export interface PathContext {
  readonly formSet: FormSet;
  readonly register: UnitRegister;
  readonly kinds: readonly PeriodKind[];
}

/**
 * Reads a path. Every part must be known; where one is not, the finding names the whole path that was probably meant.
 *
 * @param text as in the draft; `vt:` may be left out, as in a command
 */
export function readFigurePath(text: string, { formSet, register, kinds }: PathContext): ReadPath {
  const typed = text.normalize("NFC").trim();
  const body = typed.toLowerCase().startsWith(SCHEME) ? typed.slice(SCHEME.length) : typed;
  const parts = body.split("/").map((part) => part.trim());
  const [key = "", scopeId = "", periodId = "", measureName = DEFAULT] = parts;
  const scopes = scopesOf(register, formSet);
  const chosen = {
    key: choose(key, [...keysOf(formSet).keys()]),
    scope: choose(scopeId, [...scopes.keys()]),
    measure: choose(measureName, MEASURE_NAMES),
  };
  const found = findPeriod(periodId, kinds);
  const measureMeant = chosen.measure.exact ?? chosen.measure.near;
  const meant = [chosen.key.exact ?? chosen.key.near, chosen.scope.exact ?? chosen.scope.near, found.period?.id];
  const likely =
    measureMeant !== undefined && meant.every((part) => part !== undefined)
      ? `${SCHEME}${meant.join("/")}${measureMeant === DEFAULT ? "" : `/${measureMeant}`}`
      : undefined;
  if (parts.length < 3 || parts.length > 4 || parts.some((part) => part === "" || /\s/u.test(part))) {
    return { finding: reportFigure("report/path-malformed", { path: typed, nearest: likely }) };
  }
  const of = (part: string) => ({ path: typed, typed: part, nearest: likely });
  if (chosen.key.exact === undefined || findKey(formSet, key) === undefined)
    return { finding: reportFigure("report/unknown-indicator", of(key)) };
  const scope = scopes.get(scopeId);
  if (scope === undefined) return { finding: reportFigure("report/unknown-scope", of(scopeId)) };
  if (!isFigureMeasure(measureName))
    return { finding: reportFigure("report/unknown-measure", { ...of(measureName), measures: MEASURE_NAMES }) };
  const [unreadable] = found.findings;
  if (found.period === undefined || unreadable !== undefined)
    return { finding: unreadable ?? reportFigure("report/unknown-period", of(periodId)) };
  if (found.period.id !== periodId) return { finding: reportFigure("report/unknown-period", of(periodId)) };
  return { path: { key, scope, period: periodId, measure: measureName } };
}
