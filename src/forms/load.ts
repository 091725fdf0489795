import type { Finding } from "../findings/finding.js";
import type { Form, FormSet } from "./form-set.js";
import { buildChecks, buildOutlines } from "./load/build-checks.js";
import { buildForms } from "./load/build-forms.js";
import { buildDimensions, buildIndicators } from "./load/build-indicators.js";
import { checkConditions, checkFormulas } from "./load/check-expressions.js";
import { checkFiling } from "./load/check-filing.js";
import { checkColumns, checkIndicators } from "./load/check-forms.js";
import { checkDuplicates, checkListDuplicates, checkNames } from "./load/check-names.js";
import { checkTargets } from "./load/check-targets.js";
import { type Declaration, type PartReader, readDeclaration } from "./load/files.js";
import { notApplicableTo } from "./load/inapplicable.js";
import { PlaceBook } from "./load/places.js";

/** Closes the columns that follow from what a row's indicator is. */
function closeColumns(formSet: FormSet): FormSet {
  const close = (form: Form): Form => {
    if (form.body.kind !== "rows") return form;
    const rows = form.body.rows.map((row) => {
      const notApplicable = notApplicableTo(row, form, formSet);
      return notApplicable.length === 0 ? row : { ...row, notApplicable };
    });
    return { ...form, body: { kind: "rows", rows } };
  };
  return { ...formSet, forms: formSet.forms.map(close) };
}

function buildFormSet(declaration: Declaration, places: PlaceBook, report: (finding: Finding) => void): FormSet {
  const { main, parameters, rowGroups } = declaration;
  const dimensions = buildDimensions(declaration, places);
  const indicators = buildIndicators(declaration, places);
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const groups = new Map(rowGroups.map((group) => [group.data.mã, group]));
  return {
    id: main.mã,
    version: main["phiên bản"],
    title: main.tên,
    proposal: main["đề xuất"] === "có",
    parameters,
    unitKinds: main["loại đơn vị"].map(({ mã: id, tên: name }) => ({ id, name })),
    dimensions,
    indicators,
    forms: buildForms(declaration, { indicators: byCode, dimensions: { dimensions }, groups, places, report }),
    outlines: buildOutlines(declaration, places),
    checks: buildChecks(declaration, byCode, places, report),
  };
}

/** A fault in rows that several forms share is told once. */
function tellOnce(findings: readonly Finding[]): readonly Finding[] {
  const told = new Map(
    findings.map((finding) => [JSON.stringify([finding.id, finding.found, finding.place]), finding]),
  );
  return [...told.values()];
}

const hasErrors = (findings: readonly Finding[]): boolean => findings.some(({ severity }) => severity === "error");

/**
 * Reads a form set and proves that it is consistent: every name declared once, every formula readable and free of
 * circles, every indicator asked of somebody and of nobody twice.
 *
 * @param yamlText the main file
 * @param file its path as it is to stand in findings
 * @param readPart text of a file that the main one names, by its path from the main file's folder
 * @returns the form set when there is no error
 */
export function loadFormSet(
  yamlText: string,
  file: string,
  readPart: PartReader = () => undefined,
): { readonly formSet?: FormSet; readonly findings: readonly Finding[] } {
  const { declaration, findings: faults } = readDeclaration(yamlText, file, readPart);
  if (declaration === undefined) return { findings: faults };
  const places = new PlaceBook();
  const findings: Finding[] = [...checkListDuplicates(declaration)];
  const formSet = buildFormSet(declaration, places, (finding) => findings.push(finding));
  const checks = [checkDuplicates, checkNames, checkIndicators, checkFormulas, checkColumns, checkConditions];
  for (const check of checks) findings.push(...check(formSet, places));
  // who files what can only be followed where all names and formulas are right
  if (!hasErrors(findings)) findings.push(...checkTargets(formSet, places), ...checkFiling(formSet, places));
  const told = tellOnce(findings);
  return hasErrors(told) ? { findings: told } : { formSet: closeColumns(formSet), findings: told };
}
