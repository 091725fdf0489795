import { basename, dirname, join, resolve } from "node:path";
import { assetPath } from "../../assets.js";
import { readOpeningFile } from "../../cycle/init/opening-file.js";
import { workspaceFiles } from "../../cycle/init/workspace-files.js";
import { type Handler, optionValue, type Report, refusal } from "../command.js";
import type { Environment } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { INBOX_FOLDER } from "./collect-command.js";
import { findDesk, withLedger } from "./desk.js";
import { FORMS_FOLDER, readFormSets } from "./form-sets.js";

/** Schemas that a workspace's files are written by. */
const SCHEMAS = /^(?:workspace|units|form-set|form-set-part)\.schema\.json$/u;

/** Texts of the files of a folder of the program, and of the folders in it, by their path from it. */
async function readAssets(
  folder: string,
  wanted: RegExp,
  { files }: Environment,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const read = async (prefix: string): Promise<void> => {
    for (const name of await files.list(join(folder, prefix))) {
      const path = join(folder, prefix, name);
      if ((await files.kind(path)) === "folder") await read(`${prefix}${name}/`);
      else if (wanted.test(name)) texts.set(`${prefix}${name}`, new TextDecoder().decode(await files.read(path)));
    }
  };
  await read("");
  return texts;
}

interface Made {
  readonly created: readonly string[];
  readonly kept: readonly string[];
}

/** Whether the workspace declares a form set that is none of the program's. */
async function hasOwnForms(root: string, ours: ReadonlyMap<string, string>, { files }: Environment): Promise<boolean> {
  const folder = join(root, FORMS_FOLDER);
  if ((await files.kind(folder)) !== "folder") return false;
  const names = await files.list(folder);
  return names.some((name) => /\.ya?ml$/iu.test(name) && !ours.has(`${FORMS_FOLDER}/${name}`));
}

/** Writes what is not there yet. */
async function makeWorkspace(root: string, environment: Environment): Promise<Outcome<Made>> {
  const { files, cwd } = environment;
  const texts = workspaceFiles(
    {
      templates: await readAssets(assetPath("templates", "ky-bao-cao"), /./u, environment),
      formSets: await readAssets(assetPath("form-sets"), /\.yaml$/u, environment),
      schemas: await readAssets(assetPath("schemas"), SCHEMAS, environment),
    },
    FORMS_FOLDER,
  );
  return attempt(shownPath(root, cwd), "write", async () => {
    const created: string[] = [];
    const kept: string[] = [];
    // an office that has form sets of its own is not given the proposed ones beside them
    const own = await hasOwnForms(root, texts, environment);
    await files.createFolder(join(root, INBOX_FOLDER));
    for (const [name, text] of texts) {
      if (own && name.startsWith(`${FORMS_FOLDER}/`)) continue;
      const path = join(root, ...name.split("/"));
      if ((await files.kind(path)) !== undefined) {
        kept.push(name);
        continue;
      }
      await files.createFolder(dirname(path));
      await files.writeAll([{ path, bytes: new TextEncoder().encode(text) }], "create");
      created.push(name);
    }
    return { created, kept: own ? [...kept, `${FORMS_FOLDER}/`] : kept };
  });
}

/** Loads figures of earlier years into the ledger. */
async function loadOpenings(path: string, root: string, environment: Environment): Promise<Report> {
  const { files, cwd, runner } = environment;
  const file = shownPath(path, cwd);
  const bytes = await attempt(file, "read", () => files.read(path));
  if (!bytes.ok) return refusal(bytes.findings, 2);
  const desk = await findDesk({ ...environment, cwd: root });
  if (!desk.ok) return refusal(desk.findings, 2);
  const formSets = await readFormSets(root, environment);
  if (!formSets.ok) return refusal(formSets.findings, 2);
  const { register, kinds } = desk.value;
  const sets = formSets.value.map(({ formSet }) => formSet);
  const { rows, findings } = readOpeningFile(bytes.value, { file, register, kinds, formSets: sets });
  if (findings.some(({ severity }) => severity === "error")) return refusal(findings, 1);
  return withLedger(desk.value, "write", environment, async (ledger) => {
    const loaded = await ledger.loadOpeningBalances({
      file: { bytes: bytes.value, name: basename(path) },
      rows,
      who: runner.user,
    });
    const all = [...findings, ...loaded.findings];
    if (!loaded.done) return refusal(all, 1);
    const units = new Set(rows.map(({ unit }) => unit)).size;
    const periods = [...new Set(rows.map(({ period }) => period))].sort();
    return {
      exit: 0,
      findings: all,
      lines: [`Đã nạp ${rows.length} số của ${units} đơn vị (${periods.join(", ")}) từ ${file}.`],
      result: { openings: { file, figures: rows.length, units, periods } },
    };
  });
}

/** `vanthu cycle init`: a workspace with comments; what is there stays. */
export const initCommand: Handler = async (call, environment) => {
  const { cwd } = environment;
  const root = resolve(cwd, call.args[0] ?? ".");
  const made = await makeWorkspace(root, environment);
  if (!made.ok) return refusal(made.findings, 2);
  const { created, kept } = made.value;
  const shown = root === cwd ? "thư mục đang đứng" : shownPath(root, cwd);
  const lines = [
    created.length === 0
      ? `Đã có đủ tệp trong ${shown}, không có gì phải tạo.`
      : `Đã tạo ${created.length} tệp trong ${shown}${kept.length === 0 ? "." : `; giữ nguyên: ${kept.join(", ")}.`}`,
    ...(created.includes("don-vi.yaml")
      ? ["Khai cơ quan trong vanthu.yaml, các đơn vị trong don-vi.yaml, rồi mở kỳ: vanthu cycle open 2026-6t."]
      : []),
  ];
  const result = { folder: shown, created, kept };
  const file = optionValue(call, "openings");
  if (file === undefined) return { exit: 0, findings: [], lines, result };
  const loaded = await loadOpenings(resolve(cwd, file), root, environment);
  return { ...loaded, lines: [...lines, ...loaded.lines], result: { ...result, ...loaded.result } };
};
