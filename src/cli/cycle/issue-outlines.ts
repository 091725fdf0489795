/** Makes the outline workbooks of a period, writes them and notes them in the ledger. */
import { join } from "node:path";
import type { Ledger } from "../../cycle/ledger/index.js";
import {
  type IssueKind,
  identityOf,
  outlineName,
  type PlannedOutline,
  planOutline,
} from "../../cycle/open/outlines.js";
import { Prefilling } from "../../cycle/open/prefill.js";
import type { Finding } from "../../findings/finding.js";
import type { Day, Unit } from "../../organisation/index.js";
import { atLevel, type Period } from "../../periods/index.js";
import { type Stencil, stencilFor, writeOutline } from "../../workbook/write/index.js";
import type { Environment } from "../environment.js";
import { shownPath } from "../outcome.js";
import { progress } from "../print.js";
import type { Desk } from "./desk.js";
import { writeDiffering } from "./differing.js";
import type { FormSetAtHand } from "./form-sets.js";
import { officeName } from "./office-name.js";

/** Workbooks that are made before they are written and noted; they bound memory and what an interrupted run repeats. */
const GROUP = 64;

/** What is to be issued. */
export interface Order {
  readonly desk: Desk;
  readonly period: Period;
  readonly atHand: FormSetAtHand;
  readonly units: readonly Unit[];
  readonly folder: string;
  readonly force: boolean;
  readonly quiet: boolean;
}

/** What was made for a unit. */
export interface Issued {
  readonly unit: string;
  readonly file: string;
  readonly revision: number;
  readonly hash: string;
  readonly kind: IssueKind;
  readonly openingsOpen: boolean;
  readonly due: { readonly lastDay: Day; readonly dueInWords: string };
}

export interface Writing {
  readonly issued: readonly Issued[];
  readonly findings: readonly Finding[];
}

/** Plans the outlines of units; a stencil is made once for each kind of unit. */
function planner({ desk, period, atHand }: Order, ledger: Ledger) {
  const { workspace, register, kinds } = desk;
  const { formSet } = atHand;
  const planStart = workspace.plan?.first;
  const prefilling = new Prefilling({
    ...{ ledger, register, kinds, formSet, period },
    ...(planStart === undefined ? {} : { planStart }),
  });
  const last = new Map(ledger.outlines(period.id).map((issue) => [issue.unit, issue]));
  const sendTo = workspace.reportsTo ?? officeName(workspace);
  return async (unit: Unit): Promise<{ readonly stencil: Stencil; readonly planned: PlannedOutline }> => {
    const stencil = await stencilFor(formSet, unit.kind, period.kind);
    const prefill = prefilling.of(unit, stencil.layout);
    const own = (unit.level && atLevel(period, unit.level, kinds)) ?? period;
    const outline = { unit: identityOf(register, unit, period, workspace), period: own, prefill, sendTo };
    return { stencil, planned: planOutline(stencil, outline, last.get(unit.code)) };
  };
}

/** Writes the workbooks of an order and notes them in the ledger, group by group. */
export async function issueOutlines(order: Order, ledger: Ledger, environment: Environment): Promise<Writing> {
  const { units, folder, force, quiet, period } = order;
  const { cwd } = environment;
  const plan = planner(order, ledger);
  const bar = progress(units.length, quiet, environment);
  const issued: Issued[] = [];
  const findings: Finding[] = [];
  for (let start = 0; start < units.length && findings.length === 0; start += GROUP) {
    const group: { readonly path: string; readonly bytes: Uint8Array; readonly issued: Issued }[] = [];
    for (const [offset, unit] of units.slice(start, start + GROUP).entries()) {
      bar.step(start + offset + 1, unit.code);
      const { stencil, planned } = await plan(unit);
      const { options, hash, kind } = planned;
      const path = join(folder, outlineName(options));
      const file = shownPath(path, cwd);
      const { openingsOpen } = options.prefill;
      const { lastDay, dueInWords } = options.period;
      const due = { lastDay, dueInWords };
      const made = { unit: unit.code, file, revision: options.revision, hash, kind, openingsOpen, due };
      group.push({ path, bytes: writeOutline(stencil, options), issued: made });
    }
    const written = await writeDiffering(group, force, environment);
    findings.push(...written.findings);
    const kept = group.filter(({ path }) => !written.refused.has(path)).map((each) => each.issued);
    const noted = await ledger.recordOutlines(period.id, kept);
    findings.push(...noted.findings);
    if (noted.done) issued.push(...kept);
  }
  bar.done();
  return { issued, findings };
}
