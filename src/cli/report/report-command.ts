/** `vanthu report`: the report of a period, with its documents, the units' words and the trace of its figures. */
import { dirname, join, resolve } from "node:path";
import type { LedgerReading } from "../../cycle/ledger/index.js";
import { reportCall } from "../../findings/messages/cli.js";
import { manifestText, type ReportWork } from "../../review/manifest/manifest.js";
import { type Call, type Handler, optionValue, type Report, refusal } from "../command.js";
import { type Desk, findDesk, periodOfCall, withLedger } from "../cycle/desk.js";
import type { OutputFile } from "../environment.js";
import { MANIFEST_FILE, makeManifest, pathInManifest } from "../manifest/make-manifest.js";
import { type Recording, recordInputs } from "../manifest/record-inputs.js";
import { attempt, shownPath } from "../outcome.js";
import { progress } from "../print.js";
import { keepEdited, reportObstacles } from "./edited-draft.js";
import { findTemplate } from "./find-template.js";
import { makeReport, REPORT_STEPS } from "./make-report.js";
import { FILE_NAMES, FILES, REPORTS_FOLDER } from "./report-files.js";
import { reportLines } from "./report-lines.js";

/** What a manifest says of the work, so that it can be done again. */
function workOf(id: string, call: Call, { workspace, today }: Desk, folder: string, cwd: string): ReportWork {
  const template = optionValue(call, "template");
  return {
    command: "report",
    period: id,
    today,
    ...(template === undefined ? {} : { template: pathInManifest(resolve(cwd, template), folder) }),
    ...(optionValue(call, "annexes") === undefined ? {} : { allUnits: true }),
    workspace: pathInManifest(workspace.root, folder),
  };
}

/** The call that moves the figures of a draft and keeps its prose. */
const updateCall = (id: string, draft: string, out: string | undefined, cwd: string): string =>
  `vanthu report ${out === undefined ? id : quoted(shownPath(draft, cwd))} --update`;
const quoted = (path: string): string => (path.includes(" ") ? `"${path}"` : path);

async function reportOn(
  id: string,
  call: Call,
  desk: Desk,
  ledger: LedgerReading,
  { environment, inputs }: Recording,
): Promise<Report> {
  const { cwd, files } = environment;
  const out = optionValue(call, "out");
  const folder = out === undefined ? join(desk.workspace.root, REPORTS_FOLDER, id) : resolve(cwd, out);
  const force = call.options.force === true;
  const withManifest = call.options.manifest === true;
  const names = [...FILE_NAMES.map((name) => FILES[name](id)), ...(withManifest ? [MANIFEST_FILE] : [])];
  const draft = join(folder, FILES.draft(id));
  const planned = names.map((name) => join(folder, name));
  const obstacles = await reportObstacles(draft, planned, updateCall(id, draft, out, cwd), force, environment);
  if (obstacles.length > 0) return refusal(obstacles, 2);
  const bar = progress(REPORT_STEPS, call.options.json === true, environment);
  const { made, findings, exit } = await makeReport(id, folder, call, desk, ledger, environment, bar.step).finally(
    bar.done,
  );
  if (made === undefined) return refusal(findings, exit);
  const kept = await keepEdited(draft, made.files.get("draft"), environment);
  if (!kept.ok) return refusal([...findings, ...kept.findings], 2);
  const outputs: OutputFile[] = [...made.files].map(([name, bytes]) => ({
    path: join(folder, FILES[name](id)),
    bytes,
  }));
  if (withManifest) {
    const manifest = makeManifest(folder, workOf(id, call, desk, folder, cwd), [made.norm], inputs, outputs);
    outputs.push({ path: join(folder, MANIFEST_FILE), bytes: new TextEncoder().encode(manifestText(manifest)) });
  }
  const saved = await attempt(shownPath(folder, cwd), "write", async () => {
    for (const each of new Set(outputs.map(({ path }) => dirname(path)))) await files.createFolder(each);
    await files.writeAll([...kept.value.files, ...outputs], force ? "replace" : "create");
  });
  if (!saved.ok) return refusal([...findings, ...saved.findings], 2);
  const paths = outputs.map(({ path }) => shownPath(path, cwd));
  const { totals, figures, open, pages, opinions } = made;
  const { asked, counted, missing } = totals.coverage;
  return {
    exit,
    findings: [...kept.value.findings, ...findings],
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

/** What `--annexes` may say. */
const ALL = /^(?:all|tat-ca)$/iu;

/** `vanthu report`. */
export const reportCommand: Handler = async (call, environment) => {
  const annexes = optionValue(call, "annexes");
  if (annexes !== undefined && !ALL.test(annexes))
    return refusal([reportCall("cli/bad-value", { option: "--annexes", value: annexes, allowed: "all" })], 2);
  const recording = recordInputs(environment);
  const desk = await findDesk(recording.environment);
  if (!desk.ok) return refusal(desk.findings, 2);
  const period = periodOfCall(call.args[0], desk.value);
  if (!period.ok) return refusal(period.findings, 2);
  const template = await findTemplate(optionValue(call, "template"), period.value, desk.value.workspace, environment);
  if (!template.ok) return refusal(template.findings, 2);
  return withLedger(desk.value, "read", environment, (ledger) =>
    reportOn(period.value.id, call, desk.value, ledger, recording),
  );
};
