/** A whole reporting period on the sample workspace, run by the program's own commands in a folder that is thrown away. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Finding } from "../../../findings/finding.js";
import { readBundledFormSet } from "../../../forms/index.js";
import { mergeKinds, readPeriod, sayDay } from "../../../periods/index.js";
import { bodiesOf, bodyFiles } from "../../../plan/outputs/bodies.js";
import type { Call, Handler, Report } from "../../command.js";
import { collectCommand, INBOX_FOLDER } from "../../cycle/collect-command.js";
import { findDesk } from "../../cycle/desk.js";
import { initCommand } from "../../cycle/init-command.js";
import { OUT_FOLDER, openCommand } from "../../cycle/open-command.js";
import { reconcileCommand } from "../../cycle/reconcile-command.js";
import { remindCommand } from "../../cycle/remind-command.js";
import { statusCommand } from "../../cycle/status-command.js";
import { extendCommand } from "../../cycle/window-commands.js";
import type { Environment, OutputFile } from "../../environment.js";
import { numberCommand } from "../../number-command.js";
import { renderCommand } from "../../render-command.js";
import { reportCommand } from "../../report/report-command.js";
import { FILES, REPORTS_FOLDER } from "../../report/report-files.js";
import { readPlanFile } from "../../tasks/read-plan-file.js";
import { tasksCommand } from "../../tasks/tasks-command.js";
import { fillReport } from "./fill-report.js";
import { openingWorkbook } from "./opening-workbook.js";
import { sentFiles } from "./sample-returns.js";
import { filledTracking, TRACKING } from "./sample-tracking.js";
import { LATE_SENDINGS, SCENARIO, SENDINGS, type Sending } from "./scenario.js";

/** A command of the demo, and what it said. */
export interface CycleStep {
  /** As it would be typed. */
  readonly command: string;
  readonly report: Report;
}

export interface CycleRun {
  readonly steps: readonly CycleStep[];
  /** The whole workspace with its ledger, so that figures can be traced in it, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What stopped it. */
  readonly findings: readonly Finding[];
}

/** The report as it leaves, beside the draft that it was made from. */
export const ISSUED_FOLDER = "phat-hanh";

/** Files of the sample workspace; whatever else it has is made. */
const PLAN = "ke-hoach.md";
const GIVEN = ["vanthu.yaml", "don-vi.yaml", PLAN];
const OPENINGS = "so-dau-ky-2025.xlsx";
/** Folder of the tracking workbooks, one a body. */
const TRACKING_FOLDER = "theo-doi";
export const PAGE = "tinh-hinh.html";
export const TABLE = "tinh-hinh.xlsx";
export const LETTER = "don-doc.md";
export const RECONCILED = "doi-soat.xlsx";

/** Noon in Vietnam. */
const clock = (day: string) => (): Date => new Date(`${day}T05:00:00Z`);

/** One after the other, each on the day of its own. */
class Rehearsal {
  readonly steps: CycleStep[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment, root: string) {
    const runner = { ...environment.runner, user: "demo" };
    this.#environment = { ...environment, cwd: root, runner, isTTY: false, env: {} };
  }

  on(day: string): Environment {
    return { ...this.#environment, now: clock(day) };
  }

  /** Calls a command; false when it could not do its work. */
  async call(command: string, handler: Handler, day: string, call: Call): Promise<boolean> {
    const report = await handler(call, this.on(day));
    this.steps.push({ command, report });
    return report.exit !== 2;
  }
}

async function putFiles(files: readonly OutputFile[], { files: disk }: Environment): Promise<void> {
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await disk.createFolder(folder);
  await disk.writeAll(files, "replace");
}

/** Puts into the inbox what the units send. */
async function fillInbox(
  root: string,
  sendings: readonly Sending[],
  environment: Environment,
): Promise<readonly Finding[]> {
  const desk = await findDesk(environment);
  if (!desk.ok) return desk.findings;
  const { register, workspace } = desk.value;
  const period = readPeriod(SCENARIO.period, mergeKinds(workspace.periodKinds ?? []));
  if (period === undefined) return [];
  const formSet = await readBundledFormSet();
  const sent: OutputFile[] = [];
  for (const sending of sendings) {
    const outline = await environment.files.read(join(root, OUT_FOLDER, period.id, `${sending.unit}.xlsx`));
    for (const { path, bytes } of sentFiles(outline, sending, formSet, register, period)) {
      sent.push({ path: join(root, INBOX_FOLDER, ...path.split("/")), bytes });
    }
  }
  await putFiles(sent, environment);
  return [];
}

/** Puts into the inbox what bodies report of the plan's tasks. */
async function fillTracking(root: string, environment: Environment): Promise<readonly Finding[]> {
  const plan = await readPlanFile(join(root, PLAN), undefined, environment);
  if (!plan.ok) return plan.findings;
  const tasks = plan.value.reading?.plan.tasks ?? [];
  const named = bodyFiles(bodiesOf(tasks), "theo-doi-", ".xlsx");
  const sent: OutputFile[] = [];
  for (const sending of TRACKING) {
    const file = named.find(({ body }) => body === sending.body)?.file ?? "";
    const blank = await environment.files.read(join(root, TRACKING_FOLDER, file));
    sent.push({ path: join(root, INBOX_FOLDER, sending.day, file), bytes: filledTracking(blank, tasks, sending) });
  }
  await putFiles(sent, environment);
  return [];
}

async function readAll(root: string, { files }: Environment): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const read = async (prefix: string): Promise<void> => {
    for (const name of await files.list(join(root, prefix))) {
      const path = `${prefix}${name}`;
      if ((await files.kind(join(root, path))) === "folder") await read(`${path}/`);
      else found.set(path, await files.read(join(root, path)));
    }
  };
  await read("");
  return found;
}

/** The report as it leaves: its open parts written, numbered, rendered. Its trace travels with it. */
async function issueReport(rehearsal: Rehearsal, root: string): Promise<readonly Finding[]> {
  const { period, issued } = SCENARIO;
  const environment = rehearsal.on(issued);
  const folder = `${REPORTS_FOLDER}/${period}`;
  const [draft, trace] = [FILES.draft(period), FILES.trace(period)];
  const path = `${folder}/${ISSUED_FOLDER}/${draft}`;
  const read = (name: string): Promise<Uint8Array> => environment.files.read(join(root, folder, name));
  const filled = fillReport(new TextDecoder().decode(await read(draft)), sayDay(issued));
  await putFiles(
    [
      { path: join(root, path), bytes: new TextEncoder().encode(filled) },
      { path: join(root, folder, ISSUED_FOLDER, trace), bytes: await read(trace) },
    ],
    environment,
  );
  const call: Call = { args: [path], options: {} };
  for (const [command, handler] of [
    ["number", numberCommand],
    ["render", renderCommand],
  ] as const) {
    await rehearsal.call(`vanthu ${command} ${path}`, handler, issued, call);
    const report = rehearsal.steps.at(-1)?.report;
    if (report?.exit !== 0) return report?.findings ?? [];
  }
  return [];
}

async function rehearse(rehearsal: Rehearsal, root: string): Promise<readonly Finding[]> {
  const { period, opened, extension, collected, remindUntil, reconciled } = SCENARIO;
  const { unit, until, reason, decided } = extension;
  const day = (iso: string): string => iso.split("-").reverse().map(Number).join("/");
  const steps: readonly (readonly [
    command: string,
    handler: Handler,
    on: string,
    call: Call,
    before?: readonly Sending[],
  ])[] = [
    [`init --so-dau-ky ${OPENINGS}`, initCommand, opened, { args: [], options: { openings: OPENINGS } }],
    [`open ${period}`, openCommand, opened, { args: [period], options: {} }],
    [
      `tasks ${PLAN} --xlsx ${TRACKING_FOLDER}`,
      tasksCommand,
      opened,
      { args: [PLAN], options: { xlsx: TRACKING_FOLDER } },
    ],
    [
      `extend ${period} --unit ${unit} --until ${day(until)} --reason "${reason}"`,
      extendCommand,
      decided,
      { args: [period], options: { unit, until: day(until), reason } },
    ],
    [`collect --period ${period}`, collectCommand, collected, { args: [], options: { period } }, SENDINGS],
    [`status ${period} -o ${PAGE}`, statusCommand, collected, { args: [period], options: { out: PAGE } }],
    [`status ${period} -o ${TABLE}`, statusCommand, collected, { args: [period], options: { out: TABLE } }],
    [
      `remind ${period} --until ${day(remindUntil)} -o ${LETTER}`,
      remindCommand,
      collected,
      { args: [period], options: { until: day(remindUntil), out: LETTER } },
    ],
    [`collect --period ${period}`, collectCommand, reconciled, { args: [], options: { period } }, LATE_SENDINGS],
    [`reconcile ${period}`, reconcileCommand, reconciled, { args: [period], options: {} }],
    [
      `reconcile ${period} -o ${RECONCILED}`,
      reconcileCommand,
      reconciled,
      { args: [period], options: { out: RECONCILED } },
    ],
    [`report ${period}`, reportCommand, reconciled, { args: [period], options: {} }],
  ];
  for (const [command, handler, on, call, before] of steps) {
    if (before !== undefined) {
      const findings = [
        ...(await fillInbox(root, before, rehearsal.on(on))),
        ...(before === SENDINGS ? await fillTracking(root, rehearsal.on(on)) : []),
      ];
      if (findings.length > 0) return findings;
    }
    const group = handler === reportCommand || handler === tasksCommand ? "vanthu" : "vanthu cycle";
    const went = await rehearsal.call(`${group} ${command}`, handler, on, call);
    if (!went) return rehearsal.steps.at(-1)?.report.findings ?? [];
  }
  return issueReport(rehearsal, root);
}

/**
 * Runs the sample period.
 *
 * @param sample folder of the sample workspace, absolute
 */
export async function runSamplePeriod(sample: string, environment: Environment): Promise<CycleRun> {
  const root = await mkdtemp(join(tmpdir(), "vanthu-demo-"));
  try {
    const given: OutputFile[] = [];
    for (const name of GIVEN) {
      given.push({ path: join(root, name), bytes: await environment.files.read(join(sample, name)) });
    }
    await putFiles(given, environment);
    const rehearsal = new Rehearsal(environment, root);
    const desk = await findDesk(rehearsal.on(SCENARIO.opened));
    if (!desk.ok) return { steps: [], files: new Map(), findings: desk.findings };
    const openings = await openingWorkbook(await readBundledFormSet(), desk.value.register);
    await putFiles([{ path: join(root, OPENINGS), bytes: openings }], environment);
    const findings = await rehearse(rehearsal, root);
    return { steps: rehearsal.steps, files: await readAll(root, environment), findings };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
