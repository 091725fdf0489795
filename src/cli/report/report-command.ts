/** `vanthu report`: the report of a period, with its documents, the units' words and the trace of its figures. */
import { dirname, join, resolve } from "node:path";
import { readFonts, readPageParts } from "../../assets.js";
import type { LedgerReading } from "../../cycle/ledger/index.js";
import { statusOf } from "../../cycle/status/status.js";
import type { Finding } from "../../findings/finding.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import type { FormSet } from "../../forms/index.js";
import type { Document } from "../../model/document.js";
import type { Places } from "../../preflight/index.js";
import { type Rendering, render } from "../../render.js";
import { type AnnexTable, annexWorkbook, buildAnnexes } from "../../report/annexes/index.js";
import { appendAnnexes } from "../../report/draft/append-annexes.js";
import { writeReportDraft } from "../../report/draft/index.js";
import { countOpinions, gatherOpinions } from "../../report/narrative/gather.js";
import { opinionsDocument } from "../../report/narrative/opinions-document.js";
import { reportPage } from "../../report/page/index.js";
import { Figures, type PeriodTotals } from "../../report/totals/index.js";
import { traceFile } from "../../report/trace-file.js";
import { parseDraft } from "../../source/draft/index.js";
import { findStartingDraft, type StartingDraft } from "../../starting-draft/catalogue.js";
import { writeDraft } from "../../writers/draft/index.js";
import { type Call, type Handler, optionValue, type Report, refusal } from "../command.js";
import { type Desk, findDesk, periodOfCall, withLedger } from "../cycle/desk.js";
import { editedFormSets } from "../cycle/edited-form-sets.js";
import { chooseFormSet, readFormSets } from "../cycle/form-sets.js";
import type { Environment, OutputFile } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { checkOutputs } from "../outputs.js";
import { progress } from "../print.js";
import { attachmentReader } from "../read-draft.js";
import { findTemplate } from "./find-template.js";
import { reportLines } from "./report-lines.js";

/** Folder of reports in a workspace. */
export const REPORTS_FOLDER = "bao-cao";

const DRAFT_FORMATS = ["docx", "pdf"] as const;
const OPINION_FORMATS = ["docx"] as const;

/** Everything that a report leaves, by what it is. */
const FILES = {
  draft: (period: string) => `bao-cao-${period}.md`,
  docx: (period: string) => `bao-cao-${period}.docx`,
  pdf: (period: string) => `bao-cao-${period}.pdf`,
  annexes: (period: string) => `bao-cao-${period}.phu-luc.xlsx`,
  opinions: (period: string) => `bao-cao-${period}.y-kien.md`,
  opinionsDocx: (period: string) => `bao-cao-${period}.y-kien.docx`,
  trace: (period: string) => `bao-cao-${period}.trace.json`,
  page: () => "bao-cao.html",
} as const;
type FileName = keyof typeof FILES;
const FILE_NAMES = Object.keys(FILES) as readonly FileName[];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const isError = ({ severity }: Finding): boolean => severity === "error";

/** The form set that a period was opened with, unedited since. */
async function formSetOf(
  id: string,
  desk: Desk,
  ledger: LedgerReading,
  environment: Environment,
): Promise<Outcome<FormSet>> {
  const opened = ledger.period(id);
  if (opened === undefined) return { ok: false, findings: [reportLedger("ledger/period-not-opened", { period: id })] };
  const atHand = await readFormSets(desk.workspace.root, environment);
  if (!atHand.ok) return atHand;
  const edited = editedFormSets(atHand.value, [opened]);
  if (edited.length > 0) return { ok: false, findings: edited };
  const chosen = chooseFormSet(atHand.value, opened.period, opened.formSet, undefined);
  return chosen.ok ? { ok: true, value: chosen.value.formSet } : chosen;
}

function totalsOf(id: string, formSet: FormSet, { workspace, register, kinds }: Desk, ledger: LedgerReading) {
  const { plan } = workspace;
  const figures = new Figures({ ledger, formSet, register, kinds, ...(plan === undefined ? {} : { plan }) });
  const totals = figures.period(id);
  if (totals === undefined) throw new Error(`no totals of the opened period ${id}`);
  return { figures, totals };
}

/** Units whose first return came after the last day. */
function lateUnits(period: string, { register, today }: Desk, ledger: LedgerReading): ReadonlySet<string> {
  const rows = statusOf(ledger, register, period, today)?.rows ?? [];
  return new Set(
    rows.flatMap(({ unit, received, daysLate }) => (received !== undefined && daysLate > 0 ? [unit] : [])),
  );
}

function reportType({ workspace: { family } }: Desk): StartingDraft {
  const type = findStartingDraft("bao-cao", family);
  if (type === undefined) throw new Error(`no starting draft of reports for ${family}`);
  return type;
}

/** A document with the draft mark. */
async function printDraft(
  reading: { readonly document: Document; readonly places?: Places },
  formats: readonly ("docx" | "pdf")[],
  path: string,
  { workspace }: Desk,
  environment: Environment,
): Promise<Rendering> {
  const { document } = reading;
  const presentation = { ...workspace.presentation, ...document.presentation };
  const norm = document.norm ?? workspace.norm;
  return render(
    { ...reading, document: Object.keys(presentation).length === 0 ? document : { ...document, presentation } },
    {
      formats,
      asDraft: true,
      ...(norm === undefined ? {} : { norm }),
      readAttachment: attachmentReader(path, environment),
      fonts: readFonts(),
    },
  );
}

const bytesOf = ({ files }: Rendering, format: "docx" | "pdf"): readonly Uint8Array[] =>
  files.flatMap((file) => (file.format === format ? [file.bytes] : []));

/** The annexes as a workbook with live formulas. */
async function annexesOf(tables: readonly AnnexTable[], { period }: PeriodTotals, { workspace }: Desk) {
  const { author, name = [], superior = [] } = workspace;
  const issuer = { name: name.join(" "), ...(superior.length === 0 ? {} : { superior: superior.join(" ") }) };
  return annexWorkbook({
    title: `Phụ lục báo cáo ${period.name}${author === undefined ? "" : ` – ${author}`}`,
    day: period.window.to,
    tables,
    ...(name.length === 0 ? {} : { issuer }),
  });
}

function pageOf(
  document: Document,
  figures: Figures,
  totals: PeriodTotals,
  annexes: readonly AnnexTable[],
  { workspace: { presentation, norm } }: Desk,
): string {
  const dressed = { ...document, presentation: { ...presentation, ...document.presentation } };
  return reportPage({
    ...{ document: dressed, figures, totals, annexes, parts: readPageParts() },
    ...(norm === undefined ? {} : { norm }),
  }).page;
}

/** What is made of a period, none of it written yet. */
interface Made {
  readonly files: ReadonlyMap<FileName, Uint8Array>;
  readonly totals: PeriodTotals;
  readonly figures: number;
  readonly open: number;
  readonly pages: number;
  readonly opinions: number;
}

async function make(
  id: string,
  folder: string,
  call: Call,
  desk: Desk,
  ledger: LedgerReading,
  environment: Environment,
): Promise<{ readonly made?: Made; readonly findings: readonly Finding[]; readonly exit: 0 | 1 | 2 }> {
  const bar = progress(4, call.options.json === true, environment);
  bar.step(1, "đọc số liệu");
  const formSet = await formSetOf(id, desk, ledger, environment);
  if (!formSet.ok) return { findings: formSet.findings, exit: 2 };
  const { figures, totals } = totalsOf(id, formSet.value, desk, ledger);
  const template = await findTemplate(optionValue(call, "template"), totals.period, desk.workspace, environment);
  if (!template.ok) return { findings: template.findings, exit: 2 };
  bar.step(2, "viết bản thảo");
  const sections = gatherOpinions(totals.book, ledger, formSet.value);
  const opinions = countOpinions(sections);
  const material = { figures, totals, late: lateUnits(id, desk, ledger), opinions };
  const type = reportType(desk);
  const written = writeReportDraft(template.value, material, type, desk.workspace, Number(desk.today.slice(0, 4)));
  if (written.draft === undefined) {
    bar.done();
    return { findings: written.findings, exit: 1 };
  }
  const path = join(folder, FILES.draft(id));
  const tables = buildAnnexes(totals);
  const draft = appendAnnexes(written.draft, tables, figures);
  const reading = await parseDraft(draft.text, {
    file: shownPath(path, environment.cwd),
    readAttachment: attachmentReader(path, environment),
  });
  if (reading.document === undefined) {
    bar.done();
    return { findings: reading.findings, exit: 1 };
  }
  bar.step(3, "lập phụ lục, dựng văn bản");
  const printed = await printDraft({ ...reading, document: reading.document }, DRAFT_FORMATS, path, desk, environment);
  const quoted = opinionsDocument(sections, totals.period, type, desk.workspace, desk.today);
  const quotedPrint = await printDraft({ document: quoted }, OPINION_FORMATS, path, desk, environment);
  bar.step(4, "ghi truy vết");
  const errors = [...reading.findings, ...printed.findings].filter(isError);
  const open = printed.findings.filter((finding) => finding.id === "preflight/placeholder").length;
  // what is open is counted; each place stands in brackets in the draft
  const others = [...reading.findings, ...printed.findings].filter(({ severity }) => severity === "note");
  const contents: readonly (readonly [FileName, readonly Uint8Array[]])[] = [
    ["draft", [encode(draft.text)]],
    ["docx", bytesOf(printed, "docx")],
    ["pdf", bytesOf(printed, "pdf")],
    ["annexes", [await annexesOf(tables, totals, desk)]],
    ["opinions", [encode(writeDraft(quoted))]],
    ["opinionsDocx", bytesOf(quotedPrint, "docx")],
    ["trace", [encode(traceFile(draft.figures, totals))]],
    ["page", [encode(pageOf(reading.document, figures, totals, tables, desk))]],
  ];
  bar.done();
  return {
    findings: [...errors, ...others],
    exit: errors.length > 0 ? 1 : 0,
    made: {
      files: new Map(contents.flatMap(([name, [bytes]]) => (bytes === undefined ? [] : [[name, bytes] as const]))),
      totals,
      figures: draft.figures.length,
      open,
      pages: printed.pages,
      opinions: [...opinions.values()].reduce((sum, count) => sum + count, 0),
    },
  };
}

async function reportOn(
  id: string,
  call: Call,
  desk: Desk,
  ledger: LedgerReading,
  environment: Environment,
): Promise<Report> {
  const { cwd, files } = environment;
  const out = optionValue(call, "out");
  const folder = out === undefined ? join(desk.workspace.root, REPORTS_FOLDER, id) : resolve(cwd, out);
  const force = call.options.force === true;
  const planned = FILE_NAMES.map((name) => ({ path: join(folder, FILES[name](id)), draft: folder }));
  const obstacles = await checkOutputs(planned, force, environment);
  if (obstacles.length > 0) return refusal(obstacles, 2);
  const { made, findings, exit } = await make(id, folder, call, desk, ledger, environment);
  if (made === undefined) return refusal(findings, exit);
  const outputs: OutputFile[] = [...made.files].map(([name, bytes]) => ({
    path: join(folder, FILES[name](id)),
    bytes,
  }));
  const saved = await attempt(shownPath(folder, cwd), "write", async () => {
    for (const each of new Set(outputs.map(({ path }) => dirname(path)))) await files.createFolder(each);
    await files.writeAll(outputs, force ? "replace" : "create");
  });
  if (!saved.ok) return refusal([...findings, ...saved.findings], 2);
  const paths = outputs.map(({ path }) => shownPath(path, cwd));
  const { totals, figures, open, pages, opinions } = made;
  const { asked, counted, missing } = totals.coverage;
  return {
    exit,
    findings,
    lines: reportLines(totals, { figures, open, pages, opinions }, paths),
    result: {
      period: id,
      coverage: { asked: asked.length, counted: counted.length, missing },
      files: paths,
      figures,
      open,
      pages,
    },
  };
}

/** `vanthu report`. */
export const reportCommand: Handler = async (call, environment) => {
  const desk = await findDesk(environment);
  if (!desk.ok) return refusal(desk.findings, 2);
  const period = periodOfCall(call.args[0], desk.value);
  if (!period.ok) return refusal(period.findings, 2);
  return withLedger(desk.value, "read", environment, (ledger) =>
    reportOn(period.value.id, call, desk.value, ledger, environment),
  );
};
