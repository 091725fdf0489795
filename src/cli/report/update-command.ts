/** `vanthu report --update`: brings the figures of a draft up to the ledger. */
import { join, relative, resolve, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Ledger } from "../../cycle/ledger/index.js";
import type { Finding } from "../../findings/finding.js";
import { reportBound } from "../../findings/messages/bound.js";
import type { Document } from "../../model/document.js";
import {
  boundFigures,
  type DraftUpdate,
  isSameButFigures,
  namesRewording,
  type Rewording,
  tracedFigures,
  updateDraft,
} from "../../report/bound/index.js";
import { writeReportDraft } from "../../report/draft/index.js";
import { countOpinions, gatherOpinions } from "../../report/narrative/gather.js";
import { traceFile } from "../../report/trace-file.js";
import { type DraftReading, parseDraft } from "../../source/draft/index.js";
import { type Call, type Handler, optionValue, type Report, refusal } from "../command.js";
import { type Desk, findDesk, periodOfCall, withLedger } from "../cycle/desk.js";
import type { Environment, OutputFile } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { attachmentReader, readDraft } from "../read-draft.js";
import { findTemplate } from "./find-template.js";
import { baseOf, figuresFor, type LedgerFigures, tracePath } from "./ledger-figures.js";
import { lateUnits, reportType } from "./period-material.js";
import { FILES, REPORTS_FOLDER } from "./report-files.js";
import { pageOf, pagePath } from "./report-page.js";
import { updateLines } from "./update-lines.js";

/** A draft that is brought up to date. */
interface Draft {
  /** Absolute. */
  readonly path: string;
  readonly shown: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly document: Document;
  readonly places: DraftReading["places"];
}

/** Changes of a ledger name the draft from the workspace's folder, whoever runs the program where. */
const nameInWorkspace = (path: string, { workspace }: Desk): string =>
  relative(workspace.root, path).split(sep).join("/").normalize("NFC");

/** The draft that the call names, or that of the period which it names. */
function draftPath(typed: string | undefined, desk: Desk, { cwd }: Environment): Outcome<string> {
  if (typed !== undefined && /\.md$/iu.test(typed)) return { ok: true, value: resolve(cwd, typed) };
  const period = periodOfCall(typed, desk);
  if (!period.ok) return period;
  const { id } = period.value;
  return { ok: true, value: join(desk.workspace.root, REPORTS_FOLDER, id, FILES.draft(id)) };
}

/** What the office's template would write now, for sentences that are to be worded anew; undefined when it is faulty. */
async function freshDraft(
  { figures, period }: LedgerFigures,
  call: Call,
  desk: Desk,
  ledger: Ledger,
  environment: Environment,
): Promise<Outcome<string | undefined>> {
  const totals = figures.period(period);
  if (totals === undefined) return { ok: true, value: undefined };
  const template = await findTemplate(optionValue(call, "template"), totals.period, desk.workspace, environment);
  if (!template.ok) return template;
  const opinions = countOpinions(gatherOpinions(totals.book, ledger, totals.context.formSet));
  const material = { figures, totals, late: lateUnits(period, desk, ledger), opinions };
  const year = Number(desk.today.slice(0, 4));
  const { draft, findings } = writeReportDraft(template.value, material, reportType(desk), desk.workspace, year);
  return draft === undefined ? { ok: false, findings } : { ok: true, value: draft.text };
}

/** The updated draft, read again: nothing but figures and accepted sentences may have changed. */
async function verified(draft: Draft, update: DraftUpdate, environment: Environment): Promise<Document | undefined> {
  const { document } = await parseDraft(update.text, {
    file: draft.shown,
    readAttachment: attachmentReader(draft.path, environment),
  });
  return document !== undefined && isSameButFigures(draft.document, document, update) ? document : undefined;
}

/** Writes draft, trace and page together, unless somebody has changed the draft meanwhile. */
async function save(
  draft: Draft,
  text: string,
  trace: string | undefined,
  page: string | undefined,
  { files, cwd }: Environment,
): Promise<readonly Finding[]> {
  const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
  const outputs: OutputFile[] = [
    { path: draft.path, bytes: encode(text) },
    ...(trace === undefined ? [] : [{ path: tracePath(draft.path), bytes: encode(trace) }]),
    ...(page === undefined ? [] : [{ path: pagePath(draft.path), bytes: encode(page) }]),
  ];
  const saved = await attempt(shownPath(draft.path, cwd), "write", async () => {
    if (!isDeepStrictEqual(new Uint8Array(await files.read(draft.path)), new Uint8Array(draft.bytes))) return false;
    await files.writeAll(outputs, "replace");
    return true;
  });
  if (!saved.ok) return saved.findings;
  return saved.value ? [] : [reportBound("bound/changed-meanwhile", {}, { file: draft.shown })];
}

/** What `--accept` names: paths of figures, or all. */
const acceptedBy = (call: Call): readonly string[] =>
  (optionValue(call, "accept") ?? "").split(/[\s,;]+/u).filter((typed) => typed !== "");

async function updateOne(
  draft: Draft,
  call: Call,
  desk: Desk,
  ledger: Ledger,
  environment: Environment,
): Promise<Report> {
  const found = await figuresFor(draft.document, desk, ledger, environment);
  if (!found.ok) return refusal(found.findings, 2);
  const { figures, period } = found.value;
  const base = await baseOf(draft.path, environment);
  const typed = acceptedBy(call);
  const accepts = (rewording: Rewording): boolean => typed.some((each) => namesRewording(each, rewording));
  const wishes = { accepts, ...(base === undefined ? {} : { base }) };
  let update = updateDraft(draft, figures, wishes);
  if (update.findings.some(({ id }) => id === "bound/by-hand")) {
    const fresh = await freshDraft(found.value, call, desk, ledger, environment);
    if (!fresh.ok) return refusal(fresh.findings, 2);
    if (fresh.value !== undefined) update = updateDraft(draft, figures, { ...wishes, fresh: fresh.value });
  }
  const all = [...update.waiting, ...update.accepted];
  const stray = typed.filter((each) => !all.some((rewording) => namesRewording(each, rewording)));
  if (stray.some((each) => each.toLowerCase() !== "all")) {
    const waiting = [...new Set(all.flatMap(({ bindings }) => bindings))];
    return refusal(
      stray.map((each) => reportBound("bound/not-in-draft", { typed: each, waiting }, { file: draft.shown })),
      2,
    );
  }
  if (update.text !== draft.text) {
    const after = await verified(draft, update, environment);
    if (after === undefined) return refusal([reportBound("bound/not-safe", {}, { file: draft.shown })], 1);
    if (update.accepted.length > 0) {
      const noted = await ledger.recordAcceptances(
        update.accepted.map(({ bindings, before, after: now }) => ({
          draft: nameInWorkspace(draft.path, desk),
          figures: bindings,
          ...{ before, after: now, who: environment.runner.user },
        })),
      );
      if (!noted.done) return refusal(noted.findings, 2);
    }
    const totals = figures.period(period);
    const trace =
      base === undefined || totals === undefined ? undefined : traceFile(tracedFigures(after, figures, base), totals);
    const hasPage = (await environment.files.kind(pagePath(draft.path))) === "file";
    const page = hasPage && totals !== undefined ? pageOf(after, { figures, totals }, desk).page : undefined;
    const failed = await save(draft, update.text, trace, page, environment);
    if (failed.length > 0) return refusal(failed, 2);
  }
  const placed = update.findings.map((finding) => ({ ...finding, place: { file: draft.shown, ...finding.place } }));
  const { refreshed, waiting, accepted } = update;
  return {
    exit: waiting.length > 0 || placed.some(({ severity }) => severity === "error") ? 1 : 0,
    findings: placed,
    lines: updateLines(update, draft.shown),
    result: { draft: draft.shown, period, refreshed, waiting, accepted },
  };
}

/** `vanthu report --update`. */
export const updateCommand: Handler = async (call, environment) => {
  const desk = await findDesk(environment);
  if (!desk.ok) return refusal(desk.findings, 2);
  const path = draftPath(call.args[0], desk.value, environment);
  if (!path.ok) return refusal(path.findings, 2);
  const shown = shownPath(path.value, environment.cwd);
  const read = await readDraft(path.value, environment);
  if (!read.ok) return refusal(read.findings, 2);
  const { bytes, reading } = read.value;
  const { document, places } = reading;
  if (document === undefined) return refusal(reading.findings, 1);
  if ([...boundFigures(document)].length === 0) {
    const finding = reportBound("bound/no-figures", {}, { file: shown });
    return {
      exit: 0,
      findings: [finding],
      lines: [],
      result: { draft: shown, refreshed: [], waiting: [], accepted: [] },
    };
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const draft = { path: path.value, shown, bytes, text, document, places };
  const access = optionValue(call, "accept") === undefined ? "read" : "write";
  return withLedger(desk.value, access, environment, (ledger) =>
    updateOne(draft, call, desk.value, ledger, environment),
  );
};
