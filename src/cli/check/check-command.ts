import { dirname, resolve } from "node:path";
import type { Finding } from "../../findings/finding.js";
import { reportCheck } from "../../findings/messages/check.js";
import { knownRules } from "../../rules/index.js";
import { type ExitCode, type Handler, type Report, refusal, worstExit } from "../command.js";
import { collectDrafts } from "../drafts.js";
import type { Environment } from "../environment.js";
import { workspaceFinder } from "../office.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { checkOutputs } from "../outputs.js";
import { progress, SEVERITY_WORDS } from "../print.js";
import { type CheckedFile, checkFile } from "./check-file.js";
import { fixFiles } from "./fix-files.js";
import { htmlPage } from "./html.js";
import { sarifLog } from "./sarif.js";
import { type CheckWishes, readCheckWishes } from "./wishes.js";
import { sayBasis, summaryLines } from "./words.js";

function listRules(): Report {
  const rules = knownRules();
  const lines = rules.map(({ id, title, severity, basis }) => {
    const rest = sayBasis(basis);
    return `${id}  ${SEVERITY_WORDS[severity]}  ${title}${rest === undefined ? "" : ` (${rest})`}`;
  });
  return { exit: 0, findings: [], lines: [...lines, "Giải thích từng quy tắc: docs/quy-tac.md."], result: { rules } };
}

/** The results in the format that was asked for; undefined for the terminal. */
function printed(files: readonly CheckedFile[], { format }: CheckWishes, exit: ExitCode): string | undefined {
  switch (format) {
    case "text":
      return undefined;
    case "json":
      return JSON.stringify({ command: "check", exit, ...resultOf(files) }, null, 2);
    case "sarif":
      return JSON.stringify(sarifLog(files), null, 2);
    case "html":
      return htmlPage(files).trimEnd();
  }
}

const resultOf = (files: readonly CheckedFile[]) => ({
  files: files.map(({ shown, findings, off, lowered }) => ({ file: shown, off, lowered, findings })),
});

/** Writes a report beside nothing: only where `-o` says. */
async function save(text: string, out: string, force: boolean, environment: Environment): Promise<Outcome<string>> {
  const path = resolve(environment.cwd, out);
  const shown = shownPath(path, environment.cwd);
  const obstacles = await checkOutputs([{ path, draft: path }], force, environment);
  if (obstacles.length > 0) return { ok: false, findings: obstacles };
  return attempt(shown, "write", async () => {
    await environment.files.createFolder(dirname(path));
    const bytes = new TextEncoder().encode(`${text}\n`);
    await environment.files.writeAll([{ path, bytes }], force ? "replace" : "create");
    return shown;
  });
}

const exitOf = (findings: readonly Finding[]): ExitCode =>
  findings.some(({ severity }) => severity === "error") ? 1 : 0;

async function answer(files: readonly CheckedFile[], wishes: CheckWishes, environment: Environment): Promise<Report> {
  const all = files.flatMap(({ findings }) => findings);
  const exit = worstExit(files.map(({ findings }) => exitOf(findings)));
  const result = resultOf(files);
  if (wishes.fix) {
    const fixed = await fixFiles(files, wishes, environment);
    if (!fixed.ok) return refusal(fixed.findings, 2);
    return { exit, findings: all, lines: [...fixed.value, ...summaryLines(files)], result };
  }
  const text = printed(files, wishes, exit);
  if (text === undefined) return { exit, findings: all, lines: summaryLines(files), result };
  if (wishes.out === undefined) return { exit, findings: [], lines: [text], result };
  const saved = await save(text, wishes.out, wishes.force, environment);
  if (!saved.ok) return refusal(saved.findings, 2);
  return { exit, findings: [], lines: [...summaryLines(files), `Đã ghi ${saved.value}`], result };
}

/** `vanthu check`: what a strict inspector would write about drafts and texts. */
export const checkCommand: Handler = async (call, environment) => {
  if (call.options.listRules === true) return listRules();
  const wishes = readCheckWishes(call);
  if (!wishes.ok) return refusal(wishes.findings, 2);
  if (call.args.length === 0) return refusal([reportCheck("check/no-file", {})], 2);
  const drafts = await collectDrafts(call.args, environment);
  if (drafts.findings.length > 0) return refusal(drafts.findings, 2);
  const workspaceOf = workspaceFinder(environment);
  const bar = progress(drafts.paths.length, call.options.json === true, environment);
  const files: CheckedFile[] = [];
  const unreadable: Finding[] = [];
  for (const [index, path] of drafts.paths.entries()) {
    bar.step(index + 1, shownPath(path, environment.cwd));
    const checked = await checkFile(path, wishes.value, workspaceOf, environment);
    if (checked.ok) files.push(checked.value);
    else unreadable.push(...checked.findings);
  }
  bar.done();
  const report = await answer(files, wishes.value, environment);
  if (unreadable.length === 0) return report;
  return { ...report, exit: 2, findings: [...report.findings, ...unreadable] };
};
