/** `vanthu new ke-hoach --tasks`: a plan's draft out of the tasks and targets of a workbook; and the workbook to fill. */
import { dirname, resolve } from "node:path";
import type { CellFinding } from "../cycle/returns.js";
import type { Finding } from "../findings/finding.js";
import { reportCall } from "../findings/messages/cli.js";
import { reportTaskList } from "../findings/messages/plan/task-list.js";
import { reportStartingDraft } from "../findings/messages/starting-draft.js";
import { foldWord } from "../findings/nearest.js";
import { todayInVietnam } from "../periods/day.js";
import {
  differingTasks,
  PLACEHOLDERS,
  type PlanContents,
  readTaskList,
  type TaskLayout,
  taskDraft,
  taskForm,
} from "../plan/drafting/index.js";
import { readTasks } from "../plan/tasks/index.js";
import { parseDraft } from "../source/draft/index.js";
import type { StartingDraft } from "../starting-draft/catalogue.js";
import { withBody } from "../starting-draft/with-body.js";
import type { Workspace } from "../workspace/workspace.js";
import { type Call, optionValue, type Report, refusal } from "./command.js";
import type { Environment } from "./environment.js";
import { attempt, type Outcome, shownPath } from "./outcome.js";
import { checkOutputs } from "./outputs.js";

/** Types whose drafts list tasks. */
const TYPES: readonly string[] = ["ke-hoach", "chuong-trinh"];

const LAYOUTS: { readonly [word: string]: TaskLayout } = {
  khoi: "blocks",
  blocks: "blocks",
  bang: "table",
  table: "table",
};

const NO_AUTHOR = "[tên cơ quan ban hành]";

const MOST_LETTERS = 90;
const shorten = (text: string): string =>
  text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS).replace(/\s+\S*$/u, "")}…`;

/** Tasks and targets as the workbook lists them. */
export interface Listed {
  readonly contents: PlanContents;
  readonly layout: TaskLayout;
  /** "Gồm 12 nhiệm vụ, 3 chỉ tiêu." */
  readonly said: string;
  /** The workbook as the user sees it. */
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** A finding at a cell of the workbook, with the cell in words: findings of the terminal know files and lines. */
const inFile =
  (file: string) =>
  ({ cell, rule: _, weight: __, explanation: ___, ...finding }: CellFinding): Finding => ({
    ...finding,
    found: cell === undefined ? finding.found : `${cell.sheet}, ô ${cell.address}: ${finding.found}`,
    place: { file },
  });

/** Reads the workbook that the call names; undefined when it names none. */
export async function readListed(
  call: Call,
  { type, name }: StartingDraft,
  year: number,
  { cwd, files }: Environment,
): Promise<Outcome<Listed | undefined>> {
  const given = optionValue(call, "tasks");
  const typed = optionValue(call, "layout");
  const layout = typed === undefined ? "blocks" : LAYOUTS[foldWord(typed)];
  if (layout === undefined) {
    const params = { option: "--layout", value: typed ?? "", allowed: "khoi, bang" };
    return { ok: false, findings: [reportCall("cli/bad-value", params)] };
  }
  if (given === undefined) return { ok: true, value: undefined };
  if (!TYPES.includes(type.slug)) {
    return { ok: false, findings: [reportStartingDraft("starting-draft/no-tasks", { type: name })] };
  }
  const path = resolve(cwd, given);
  const file = shownPath(path, cwd);
  const bytes = await attempt(file, "read", () => files.read(path));
  if (!bytes.ok) return bytes;
  const { contents, findings } = readTaskList(bytes.value, { year });
  const told = findings.map(inFile(file));
  return contents === undefined
    ? { ok: false, findings: told }
    : { ok: true, value: { contents, layout, said: sayListed(contents), file, findings: told } };
}

/** The draft with the tasks in its body, and what of them reads otherwise than it was listed. */
export async function draftOfTasks(
  draft: string,
  { contents, layout, file }: Listed,
  { type }: StartingDraft,
  workspace: Workspace | undefined,
  year: number,
): Promise<{ readonly text: string; readonly findings: readonly Finding[] }> {
  const author = workspace?.author ?? NO_AUTHOR;
  const made = taskDraft(contents, { layout, family: type.family, author });
  const text = withBody(draft, made, [...Object.values(PLACEHOLDERS), NO_AUTHOR]).normalize("NFC");
  const { document } = await parseDraft(text);
  const read = document === undefined ? [] : readTasks(document, { year }).tasks.map(({ task }) => task);
  const differing = differingTasks(contents.tasks, read, { year });
  const findings = differing.map(({ text: whole, ...each }) =>
    inFile(file)(reportTaskList("task-list/read-otherwise", { ...each, text: shorten(whole) })),
  );
  return { text, findings };
}

const sayListed = ({ tasks, targets }: PlanContents): string =>
  `Gồm ${tasks.length} nhiệm vụ${targets.length === 0 ? "" : `, ${targets.length} chỉ tiêu`}.`;

/** `--tasks-form`: the empty workbook. */
export async function writeTaskForm(call: Call, environment: Environment): Promise<Report> {
  const { cwd, files, now } = environment;
  const path = resolve(cwd, optionValue(call, "tasksForm") ?? "");
  const shown = shownPath(path, cwd);
  if (!/\.xlsx$/iu.test(path)) {
    const params = { option: "--tasks-form", value: shown, allowed: "tên tệp .xlsx, ví dụ nhiem-vu.xlsx" };
    return refusal([reportCall("cli/bad-value", params)], 2);
  }
  const force = call.options.force === true;
  const obstacles = await checkOutputs([{ path, draft: path }], force, environment);
  if (obstacles.length > 0) return refusal(obstacles, 2);
  const bytes = await taskForm(todayInVietnam(now()));
  const saved = await attempt(shown, "write", async () => {
    await files.createFolder(dirname(path));
    await files.writeAll([{ path, bytes }], force ? "replace" : "create");
  });
  if (!saved.ok) return refusal(saved.findings, 2);
  return {
    exit: 0,
    findings: [],
    lines: [`Đã ghi ${shown}. Điền nhiệm vụ, chỉ tiêu rồi chạy: vanthu new ke-hoach --tasks ${JSON.stringify(shown)}`],
    result: { form: shown },
  };
}
