import type { CellFinding, ReadReturn } from "../../cycle/returns.js";
import { reportReturn } from "../../findings/messages/returns.js";
import type { FormSet } from "../../forms/form-set.js";
import { IDENTITY_FIELDS } from "../layout/wording.js";
import { inspectSheets } from "./anchors/inspect-sheets.js";
import { Locator } from "./anchors/locator.js";
import { type ReadingPlan, readingPlan } from "./anchors/reading-plan.js";
import { type Identity, readStampFields } from "./anchors/stamp.js";
import { READ_LIMITS, type ReadLimits } from "./limits.js";
import { reportContents, reportOpenFault } from "./open-findings.js";
import { foreignContents } from "./package/contents.js";
import { isPackage, openPackage, type WorkbookPackage } from "./package/open-package.js";
import { reportStamp, stampOf } from "./read-stamp.js";
import type { Reading } from "./reading.js";
import { readExplanations } from "./text/read-explanations.js";
import { readLists } from "./text/read-lists.js";
import { readNarrative } from "./text/read-narrative.js";
import { readPaper } from "./text/read-paper.js";
import { compareColumnFormulas, readComputedValues } from "./values/compare-computed.js";
import { comparePrefilled, readSamePeriod } from "./values/compare-prefilled.js";
import { Figures } from "./values/figures.js";
import { readPrefilled } from "./values/prefill.js";
import { findValues, readTypedValues } from "./values/read-values.js";

/** Form sets by `formSetKey`: all versions whose returns may still come in. */
export type FormSets = ReadonlyMap<string, FormSet>;

/** Key of a version of a form set. */
export const formSetKey = (id: string, version: string): string => `${id}@${version}`;

export interface ReadOptions {
  readonly limits?: ReadLimits;
}

const NOTHING: Omit<ReadReturn, "findings"> = { values: [], narrative: [], lists: {}, explanations: {}, paper: {} };

/**
 * Reads a workbook that a unit sent back, in whatever state it is.
 *
 * @param bytes the file as received
 * @returns what could be read, with findings for all that could not. Never throws for what is in the file
 */
export function readWorkbook(bytes: Uint8Array, formSets: FormSets, options: ReadOptions = {}): ReadReturn {
  const limits = options.limits ?? READ_LIMITS;
  const workbook = openPackage(bytes, limits);
  if (!isPackage(workbook)) return { ...NOTHING, findings: [reportOpenFault(workbook, limits)] };
  const foreign = foreignContents(workbook);
  const stampReading = readStampFields(workbook);
  const { identity, sheet } = stampReading;
  const findings: CellFinding[] = [...reportContents(foreign), ...reportStamp(stampReading)];
  if (identity === undefined || sheet === undefined) return { ...NOTHING, findings };
  const stamp = stampOf(identity);
  const formSet = formSets.get(formSetKey(identity.formSet, identity.version));
  if (formSet === undefined) {
    findings.push(reportReturn("return/unknown-form-set", { formSet: identity.formSet, version: identity.version }));
    return { ...NOTHING, stamp, findings };
  }
  const plan = readingPlan(formSet, identity.unitKind, identity.periodKind);
  if (plan.layout.values.length === 0) {
    // No form is filed by such a unit in such a period.
    const fields = [IDENTITY_FIELDS.unitKind, IDENTITY_FIELDS.periodKind];
    if (stampReading.faulty.length === 0) findings.push(reportReturn("return/bad-stamp", { fields }));
    return { ...NOTHING, stamp, findings };
  }
  const reading = startReading(plan, identity, sheet, workbook, foreign.links, findings);
  inspectSheets(reading, limits);
  const contents = readContents(reading);
  return { stamp, ...contents, findings: withExplanations(findings, contents) };
}

/** Finds the sheets and what was prefilled. */
function startReading(
  plan: ReadingPlan,
  identity: Identity,
  sheet: string,
  workbook: WorkbookPackage,
  links: readonly string[],
  findings: CellFinding[],
): Reading {
  const locator = new Locator(plan, workbook);
  const { copies, genuine } = readPrefilled(plan, identity, sheet, workbook, locator);
  const known = findings.some(({ id }) => id === "return/bad-stamp");
  if (!genuine && !known) findings.push(reportReturn("return/bad-stamp", { fields: [IDENTITY_FIELDS.hash] }));
  return { plan, identity, workbook, locator, numbers: { workbook, links }, copies, findings };
}

function readContents(reading: Reading): Omit<ReadReturn, "stamp" | "findings"> {
  const found = findValues(reading);
  const typed = readTypedValues(reading, found);
  const samePeriod = readSamePeriod(reading);
  const lists = readLists(reading);
  const figures = new Figures(reading.plan, {
    read: new Map(
      typed.flatMap(({ key, measure, value }) => (value === undefined ? [] : [[`${key}/${measure}`, value]])),
    ),
    copies: reading.copies,
    samePeriod: new Map(samePeriod.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]]))),
    rows: new Map(Object.entries(lists).map(([form, rows]) => [form, rows.length])),
  });
  const computed = readComputedValues(reading, found, figures);
  compareColumnFormulas(reading, figures);
  comparePrefilled(reading);
  return {
    values: [...typed, ...computed],
    narrative: readNarrative(reading),
    lists,
    ...(samePeriod.length === 0 ? {} : { samePeriod }),
    ...(reading.identity.initial ? { initial: true } : {}),
    explanations: readExplanations(reading),
    paper: readPaper(reading),
  };
}

/** Puts the explanations into the findings that ask for one. */
function withExplanations(
  findings: readonly CellFinding[],
  { values, explanations }: Pick<ReadReturn, "values" | "explanations">,
): readonly CellFinding[] {
  const byCell = new Map(
    values.map(({ key, measure, cell }) => [`${cell.sheet}!${cell.address}`, explanations[`${key}/${measure}`]]),
  );
  return findings.map((finding) => {
    const { cell, weight } = finding;
    const explanation = cell && weight === "explain" ? byCell.get(`${cell.sheet}!${cell.address}`) : undefined;
    return explanation === undefined ? finding : { ...finding, explanation };
  });
}
