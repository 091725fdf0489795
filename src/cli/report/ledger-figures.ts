/** The ledger's figures for the drafts of a workspace, whoever asks: `report --update`, `render`, `check`. */
import { dirname, join } from "node:path";
import { LEDGER_FOLDER, type LedgerReading, openLedger } from "../../cycle/ledger/index.js";
import type { Finding } from "../../findings/finding.js";
import { reportBound } from "../../findings/messages/bound.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import type { Document } from "../../model/document.js";
import {
  type Base,
  boundFigures,
  checkFigures,
  type FigurePlaces,
  findWording,
  type MadeReport,
  readBase,
  readMade,
} from "../../report/bound/index.js";
import { checkAgainstTrace } from "../../report/check-trace.js";
import { type ReadTrace, readTrace } from "../../report/read-trace.js";
import type { Figures } from "../../report/totals/index.js";
import { type Desk, findDesk } from "../cycle/desk.js";
import type { Environment } from "../environment.js";
import { findWorkspace } from "../office.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { followedPlans } from "./followed-plans.js";
import { formSetOf, totalsOf } from "./period-material.js";
import { type WholeDraft, writeWholeDraft } from "./write-draft.js";

/** The figures of a document's period. */
export interface LedgerFigures {
  readonly figures: Figures;
  /** The last period that its figures speak of: the one that it reports on. */
  readonly period: string;
}

/** The file of provenance that travels with a draft. */
export const tracePath = (draft: string): string => draft.replace(/\.md$/iu, ".trace.json");

/** Periods that the figures of a document name, whether they are known or not. */
const periodsOf = (document: Document): ReadonlySet<string> =>
  new Set([...boundFigures(document)].flatMap(({ figure }) => figure.binding.split("/")[2] ?? []));

/** The figures that a document is held against, under the forms of the period that it reports on. */
export async function figuresFor(
  document: Document,
  desk: Desk,
  ledger: LedgerReading,
  environment: Environment,
): Promise<Outcome<LedgerFigures>> {
  const named = periodsOf(document);
  const opened = ledger.periods().toSorted((a, b) => (a.period.window.to < b.period.window.to ? -1 : 1));
  const last = opened.findLast(({ period }) => named.has(period.id)) ?? opened.at(-1);
  if (last === undefined) {
    const [period = ""] = named;
    return { ok: false, findings: [reportLedger("ledger/period-not-opened", { period })] };
  }
  const { id } = last.period;
  const formSet = await formSetOf(id, desk, ledger, environment);
  if (!formSet.ok) return formSet;
  const { figures } = totalsOf(id, formSet.value, desk, ledger);
  return { ok: true, value: { figures, period: id } };
}

/** The text of the trace file beside a draft; undefined when there is none that can be read. */
async function traceText(draft: string, { files, cwd }: Environment): Promise<string | undefined> {
  const path = tracePath(draft);
  const bytes = await attempt(shownPath(path, cwd), "read", async () =>
    path !== draft && (await files.kind(path)) === "file" ? files.read(path) : undefined,
  );
  return bytes.ok && bytes.value !== undefined ? new TextDecoder().decode(bytes.value) : undefined;
}

/** What a draft was made from. */
export interface Origin {
  readonly base?: Base;
  readonly made?: MadeReport;
}

/** What a draft was made from, as the file beside it tells; nothing when there is none that can be read. */
export async function originOf(draft: string, environment: Environment): Promise<Origin> {
  const text = await traceText(draft, environment);
  if (text === undefined) return {};
  const [base, made] = [readBase(text), readMade(text)];
  return { ...(base === undefined ? {} : { base }), ...(made === undefined ? {} : { made }) };
}

/** The draft that its template would write now. */
export async function freshDraft(
  { figures, period }: LedgerFigures,
  { template, allUnits }: Pick<MadeReport, "template" | "allUnits">,
  desk: Desk,
  ledger: LedgerReading,
  environment: Environment,
): Promise<Outcome<WholeDraft | undefined>> {
  const totals = figures.period(period);
  if (totals === undefined) return { ok: true, value: undefined };
  const plans = await followedPlans(desk, ledger, totals.period.window.to, environment);
  return plans.ok ? writeWholeDraft({ figures, totals }, plans.value, template, allUnits, desk, ledger) : plans;
}

/** The trace file beside a draft, with the cells behind each figure. */
export async function traceOf(draft: string, environment: Environment): Promise<ReadTrace | undefined> {
  const text = await traceText(draft, environment);
  return text === undefined ? undefined : readTrace(text);
}

/** Whether no ledger answers for a draft: it is a unit's own report, or lies in no workspace that has one. */
export async function hasNoLedger(draft: string, environment: Environment): Promise<boolean> {
  if ((await traceOf(draft, environment))?.workbook !== undefined) return true;
  const found = await findWorkspace(dirname(draft), environment);
  if (!found.ok) return false;
  const root = found.value?.root;
  return root === undefined || (await environment.files.kind(join(root, LEDGER_FOLDER))) !== "folder";
}

/**
 * Holds a document's bound figures against the ledger of the workspace that its file lies in; those of a unit's own report,
 * and where there is no ledger, against the trace file beside the draft.
 *
 * @param path of the draft or document, absolute
 * @param places of its draft
 * @param base what it was made from; the trace file beside the draft tells when absent
 * @returns findings, none where there is no figure, or neither ledger nor trace file; not `ok` when the ledger cannot be read
 */
export async function checkAgainstLedger(
  path: string,
  document: Document,
  environment: Environment,
  places?: FigurePlaces,
  base?: Base,
): Promise<Outcome<readonly Finding[]>> {
  const count = [...boundFigures(document)].length;
  if (count === 0) return { ok: true, value: [] };
  const { files, now, runner } = environment;
  const here = { ...environment, cwd: dirname(path) };
  const trace = await traceOf(path, here);
  const asMade = (): Outcome<readonly Finding[]> => ({
    ok: true,
    value: trace === undefined ? [] : checkAgainstTrace(document, trace, places),
  });
  if (trace?.workbook !== undefined) return asMade();
  const workspace = await findWorkspace(here.cwd, here);
  if (!workspace.ok) return workspace;
  const root = workspace.value?.root;
  if (root === undefined || (await files.kind(join(root, LEDGER_FOLDER))) !== "folder") return asMade();
  const desk = await findDesk(here);
  if (!desk.ok) return desk;
  const opening = await openLedger(root, { now, host: runner.host, pid: runner.pid, access: "read" });
  const { ledger } = opening;
  if (ledger === undefined)
    return { ok: false, findings: [reportBound("bound/no-ledger", { count }), ...opening.findings] };
  try {
    const found = await figuresFor(document, desk.value, ledger, here);
    if (!found.ok) return found;
    const origin = await originOf(path, here);
    const findings = checkFigures(document, found.value.figures, places, base ?? origin.base);
    const { made } = origin;
    if (made === undefined || places === undefined) return { ok: true, value: findings };
    const fresh = await freshDraft(found.value, made, desk.value, ledger, here);
    if (!fresh.ok) return fresh;
    const bytes = await attempt(shownPath(path, environment.cwd), "read", () => files.read(path));
    if (!bytes.ok) return bytes;
    const file = findings[0]?.place?.file ?? shownPath(path, environment.cwd);
    const text = new TextDecoder().decode(bytes.value);
    const worded = fresh.value === undefined ? [] : findWording(text, made, fresh.value.text, file);
    return { ok: true, value: [...findings, ...worded] };
  } finally {
    await ledger.close();
  }
}
