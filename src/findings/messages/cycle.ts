import type { Wording } from "../finding.js";
import { reporter } from "../report.js";
import { cellReporter, rulesOf } from "../report-cell.js";
import { COLLECT_WORDINGS } from "./cycle/collecting.js";
import { FIGURE_WORDINGS } from "./cycle/figures.js";
import { INBOX_WORDINGS } from "./cycle/inbox.js";
import { PAPER_WORDINGS } from "./cycle/paper.js";
import type { CycleRule } from "./cycle/rule.js";

export { printFigure, type WordedPart } from "./cycle/figures.js";

/** What a unit has to correct or to explain about its return, and what the desk should know. */
const CATALOGUE = { ...FIGURE_WORDINGS, ...COLLECT_WORDINGS } satisfies {
  readonly [id: string]: Wording<never> & CycleRule;
};

/** Words a finding about a return. */
export const reportCycle = cellReporter(CATALOGUE);

/** Words a finding about the paper of a return. */
export const reportPaper = cellReporter(PAPER_WORDINGS);

/** Rules about papers: units are asked about them, though figures count all the same. */
export const PAPER_RULES: readonly string[] = rulesOf(PAPER_WORDINGS);

/** The paper waits for its number: "chưa vào số". */
export const UNNUMBERED_RULE = PAPER_WORDINGS["cycle/report-unnumbered"].rule;

/** Words a finding about a file of the inbox. */
export const reportInbox = reporter(INBOX_WORDINGS);

/** Ids of all rules of checking and collecting; checks of a form set have their own. */
export const CYCLE_RULES: readonly string[] = [...rulesOf(CATALOGUE), ...PAPER_RULES];
