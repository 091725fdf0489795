import { dirname, resolve } from "node:path";
import type { Finding } from "../../findings/finding.js";
import { reportCheck } from "../../findings/messages/check.js";
import { knownRules } from "../../rules/index.js";
import { type ExitCode, type Handler, type Report, refusal, worstExit } from "../command.js";
import { collectDrafts } from "../drafts.js";
import type { Environment } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { checkOutputs } from "../outputs.js";
import { SEVERITY_WORDS } from "../print.js";
import { annotateFiles } from "./annotate-files.js";
import type { CheckedFile } from "./check-file.js";
import { checkMany } from "./check-many.js";
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
function printed(
  files: readonly CheckedFile[],
  beside: readonly Finding[],
  { format }: CheckWishes,
  exit: ExitCode,
): string | undefined {
  switch (format) {
    case "text":
      return undefined;
    case "json":
      return JSON.stringify({ command: "check", exit, ...resultOf(files) }, null, 2);
    case "sarif":
      return JSON.stringify(sarifLog(files), null, 2);
    case "html":
      return htmlPage(files, beside).trimEnd();
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

async function answer(
  files: readonly CheckedFile[],
  beside: readonly Finding[],
  wishes: CheckWishes,
  environment: Environment,
): Promise<Report> {
  const all = files.flatMap(({ findings }) => findings);
  const exit = worstExit(files.map(({ findings }) => exitOf(findings)));
  const result = resultOf(files);
  if (wishes.fix) {
    const fixed = await fixFiles(files, wishes, environment);
    if (!fixed.ok) return refusal(fixed.findings, 2);
    const left = fixed.value.files;
    const findings = left.flatMap((file) => file.findings);
    // what was only shown still stands in the drafts
    const exitNow = fixed.value.written ? exitOf(findings) : exit;
    return {
      exit: exitNow,
      findings,
      lines: [...fixed.value.lines, ...summaryLines(left, beside)],
      result: resultOf(left),
    };
  }
  const { annotate } = wishes;
  const annotated =
    annotate === undefined ? undefined : await annotateFiles(files, annotate, wishes.force, environment);
  if (annotated?.ok === false) return refusal(annotated.findings, 2);
  const notes = annotated?.value ?? [];
  const text = printed(files, beside, wishes, exit);
  if (text === undefined) return { exit, findings: all, lines: [...notes, ...summaryLines(files, beside)], result };
  if (wishes.out === undefined) return { exit, findings: [], lines: [text], result };
  const saved = await save(text, wishes.out, wishes.force, environment);
  if (!saved.ok) return refusal(saved.findings, 2);
  return { exit, findings: [], lines: [...notes, ...summaryLines(files, beside), `Đã ghi ${saved.value}`], result };
}

/** `vanthu check`: what a strict inspector would write about drafts and texts. */
export const checkCommand: Handler = async (call, environment) => {
  if (call.options.listRules === true) return listRules();
  const wishes = readCheckWishes(call);
  if (!wishes.ok) return refusal(wishes.findings, 2);
  if (call.args.length === 0) return refusal([reportCheck("check/no-file", {})], 2);
  const drafts = await collectDrafts(call.args, environment, "checked");
  if (drafts.paths.length === 0) return refusal(drafts.findings, 2);
  const checked = await checkMany(drafts.paths, wishes.value, environment, { quiet: call.options.json === true });
  const files = checked.flatMap((one) => (one.ok ? [one.value] : []));
  // a name that means nothing, or a file that cannot be read, keeps nobody from checking the others
  const unreadable = [...drafts.findings, ...checked.flatMap((one) => (one.ok ? [] : one.findings))];
  const report = await answer(files, [...drafts.notes, ...unreadable], wishes.value, environment);
  const findings = [...drafts.notes, ...report.findings, ...unreadable];
  return unreadable.length === 0 ? { ...report, findings } : { ...report, exit: 2, findings };
};
