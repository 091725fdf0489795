import type { CellFinding } from "../../cycle/returns.js";
import type { Severity, Wording } from "../finding.js";
import { cellReporter, rulesOf } from "../report-cell.js";
import { CELL_WORDINGS } from "./returns/cells.js";
import { FILE_WORDINGS } from "./returns/files.js";
import { SHEET_WORDINGS } from "./returns/sheets.js";

/** A rule of reading: its id, which never changes its meaning, and who has to act on it. */
export interface ReadingRule {
  readonly rule: `TEP-${string}`;
  readonly weight: CellFinding["weight"];
}

/** What a unit has to correct or to explain, and what the desk should know, about the reading of a returned workbook. */
const CATALOGUE = { ...FILE_WORDINGS, ...SHEET_WORDINGS, ...CELL_WORDINGS } satisfies {
  readonly [id: string]: Wording<never> & ReadingRule;
};

/** Severity of each weight: what is to be explained does not stop the work. */
export const SEVERITY: Readonly<Record<CellFinding["weight"], Severity>> = {
  error: "error",
  explain: "warning",
  note: "note",
};

/** Words a finding of reading. */
export const reportReturn = cellReporter(CATALOGUE);

/** Ids of all reading rules. */
export const READING_RULES: readonly string[] = rulesOf(CATALOGUE);
