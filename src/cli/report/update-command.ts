/** `vanthu report --update`: brings the figures of a draft up to the ledger. */

import { join, relative, resolve, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Ledger } from "../../cycle/ledger/index.js";
import { sha256Of } from "../../cycle/ledger/index.js";
import type { Finding } from "../../findings/finding.js";
import { reportBound } from "../../findings/messages/bound.js";
import type { Document } from "../../model/document.js";
import { readPeriod } from "../../periods/index.js";
import {
  boundFigures,
  bringUp,
  type MadeReport,
  namesRewording,
  type Pending,
  type ReadDraftText,
  tracedFigures,
} from "../../report/bound/index.js";
import { traceFile } from "../../report/trace-file.js";
import { type DraftReading, parseDraft } from "../../source/draft/index.js";
import { type Call, type Handler, optionValue, type Report, refusal } from "../command.js";
import { type Desk, findDesk, periodOfCall, withLedger } from "../cycle/desk.js";
import type { Environment, OutputFile } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { attachmentReader, readDraft } from "../read-draft.js";
import { findTemplate } from "./find-template.js";
import {
  figuresFor,
  freshDraft,
  type LedgerFigures,
  type Origin,
  originOf,
  traceOf,
  tracePath,
} from "./ledger-figures.js";
import { annexesOf } from "./print-report.js";
import { FILES, REPORTS_FOLDER } from "./report-files.js";
import { pageOf, pagePath } from "./report-page.js";
import { updateLines } from "./update-lines.js";
import type { WholeDraft } from "./write-draft.js";

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

/** The draft with another text. */
async function readAgain(draft: Draft, text: string, environment: Environment): Promise<ReadDraftText | undefined> {
  const { document, places } = await parseDraft(text, {
    file: draft.shown,
    readAttachment: attachmentReader(draft.path, environment),
  });
  return document === undefined ? undefined : { text, document, places };
}

/** What the report's template, or of a report without a record of it the office's, would write now. */
async function freshFor(
  found: LedgerFigures,
  call: Call,
  made: MadeReport | undefined,
  desk: Desk,
  ledger: Ledger,
  environment: Environment,
): Promise<Outcome<WholeDraft | undefined>> {
  if (made !== undefined) return freshDraft(found, made, desk, ledger, environment);
  const period = found.figures.period(found.period)?.period;
  if (period === undefined) return { ok: true, value: undefined };
  const template = await findTemplate(optionValue(call, "template"), period, desk.workspace, environment);
  if (!template.ok) return template;
  return freshDraft(found, { template: template.value, allUnits: false }, desk, ledger, environment);
}

/** The consolidated forms beside a draft. */
const annexesPath = (draft: string): string => draft.replace(/\.md$/iu, ".phu-luc.xlsx");

interface Beside {
  readonly trace: string | undefined;
  readonly page: string | undefined;
  readonly annexes: Uint8Array | undefined;
}

/** Writes the draft and what lies beside it together, unless somebody has changed the draft meanwhile. */
async function save(
  draft: Draft,
  text: string,
  { trace, page, annexes }: Beside,
  { files, cwd }: Environment,
): Promise<readonly Finding[]> {
  const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
  const outputs: OutputFile[] = [
    { path: draft.path, bytes: encode(text) },
    ...(trace === undefined ? [] : [{ path: tracePath(draft.path), bytes: encode(trace) }]),
    ...(page === undefined ? [] : [{ path: pagePath(draft.path), bytes: encode(page) }]),
    ...(annexes === undefined ? [] : [{ path: annexesPath(draft.path), bytes: annexes }]),
  ];
  const saved = await attempt(shownPath(draft.path, cwd), "write", async () => {
    if (!isDeepStrictEqual(new Uint8Array(await files.read(draft.path)), new Uint8Array(draft.bytes))) return false;
    await files.writeAll(outputs, "replace");
    return true;
  });
  if (!saved.ok) return saved.findings;
  return saved.value ? [] : [reportBound("bound/changed-meanwhile", {}, { file: draft.shown })];
}

/** What `--accept` names: numbers of the list, paths of figures, or all. */
const acceptedBy = (call: Call): readonly string[] =>
  (optionValue(call, "accept") ?? "").split(/[\s,;]+/u).filter((typed) => typed !== "");

/** The template by which sentences are worded anew: the one that the call names, else the one it was made by. */
async function originFor(
  call: Call,
  path: string,
  environment: Environment,
  desk: Desk,
  period: string,
): Promise<Outcome<Origin>> {
  const origin = await originOf(path, environment);
  const named = optionValue(call, "template");
  const kind = desk.kinds.find(({ id }) => period.endsWith(`-${id}`));
  if (named === undefined || origin.made === undefined || kind === undefined) return { ok: true, value: origin };
  const found = readPeriod(period, desk.kinds);
  if (found === undefined) return { ok: true, value: origin };
  const template = await findTemplate(named, found, desk.workspace, environment);
  return template.ok
    ? { ok: true, value: { ...origin, made: { ...origin.made, template: template.value } } }
    : template;
}

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
  const totals = figures.period(period);
  const origin = await originFor(call, draft.path, environment, desk, period);
  if (!origin.ok) return refusal(origin.findings, 2);
  const { base, made } = origin.value;
  const fresh = await freshFor(found.value, call, made, desk, ledger, environment);
  if (!fresh.ok) return refusal(fresh.findings, 2);
  const sources = { figures, base, made, fresh: fresh.value?.text };
  const read = (text: string) => readAgain(draft, text, environment);
  const listed = await bringUp(draft, sources, read, () => false);
  if (listed === undefined) return refusal([reportBound("bound/not-safe", {}, { file: draft.shown })], 1);
  const typed = acceptedBy(call);
  const names = (each: string, pending: Pending): boolean =>
    String(pending.number) === each || namesRewording(each, pending);
  const stray = typed.filter((each) => !listed.waiting.some((pending) => names(each, pending)));
  if (stray.some((each) => each.toLowerCase() !== "all")) {
    const waiting = [...new Set(listed.waiting.flatMap(({ bindings }) => bindings))];
    return refusal(
      stray.map((each) => reportBound("bound/not-in-draft", { typed: each, waiting }, { file: draft.shown })),
      2,
    );
  }
  const chosen = new Set(
    listed.waiting.filter((pending) => typed.some((each) => names(each, pending))).map(({ key }) => key),
  );
  const update = chosen.size === 0 ? listed : await bringUp(draft, sources, read, (key) => chosen.has(key));
  if (update === undefined) return refusal([reportBound("bound/not-safe", {}, { file: draft.shown })], 1);
  if (update.text !== draft.text || update.made?.text !== made?.text) {
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
    const trace =
      base === undefined || totals === undefined
        ? undefined
        : traceFile(tracedFigures(update.document, figures, base), totals, {
            ...(update.made === undefined ? {} : { made: update.made }),
            // a draft that nobody has worked in is still one
            ...((await traceOf(draft.path, environment))?.draft === sha256Of(draft.bytes)
              ? { draft: sha256Of(update.text) }
              : {}),
          });
    const beside = async (path: string): Promise<boolean> => (await environment.files.kind(path)) === "file";
    const page =
      totals !== undefined && (await beside(pagePath(draft.path)))
        ? pageOf(update.document, { figures, totals }, desk).page
        : undefined;
    const annexes =
      totals !== undefined && fresh.value !== undefined && (await beside(annexesPath(draft.path)))
        ? await annexesOf(fresh.value.tables, totals, desk)
        : undefined;
    const failed = await save(draft, update.text, { trace, page, annexes }, environment);
    if (failed.length > 0) return refusal(failed, 2);
  }
  const placed = update.findings.map((finding) => ({ ...finding, place: { file: draft.shown, ...finding.place } }));
  const { refreshed, cells, waiting, accepted } = update;
  return {
    exit: waiting.length > 0 || placed.some(({ severity }) => severity === "error") ? 1 : 0,
    findings: placed,
    lines: updateLines(update, draft.shown),
    result: { draft: draft.shown, period, refreshed, cells, waiting, accepted },
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
