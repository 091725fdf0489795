import type { Wording } from "../finding.js";
import { reporter } from "../report.js";
import { cellReporter, rulesOf } from "../report-cell.js";
import { COLLECT_WORDINGS } from "./cycle/collecting.js";
import { FIGURE_WORDINGS } from "./cycle/figures.js";
import { INBOX_WORDINGS } from "./cycle/inbox.js";
import type { CycleRule } from "./cycle/rule.js";

export { printFigure, type WordedPart } from "./cycle/figures.js";

/** What a unit has to correct or to explain about its return, and what the desk should know. */
const CATALOGUE = { ...FIGURE_WORDINGS, ...COLLECT_WORDINGS } satisfies {
  readonly [id: string]: Wording<never> & CycleRule;
};

/** Words a finding about a return. */
export const reportCycle = cellReporter(CATALOGUE);

/** Words a finding about a file of the inbox. */
export const reportInbox = reporter(INBOX_WORDINGS);

/** Ids of all rules of checking and collecting; checks of a form set have their own. */
export const CYCLE_RULES: readonly string[] = rulesOf(CATALOGUE);
