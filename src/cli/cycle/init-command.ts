import { basename, dirname, join, resolve } from "node:path";
import { assetPath } from "../../assets.js";
import { asFinding } from "../../cycle/collect/identify.js";
import { ownPeriod, ownUnits, ownWorkspace } from "../../cycle/init/from-outline.js";
import { readOpeningFile } from "../../cycle/init/opening-file.js";
import { workspaceFiles } from "../../cycle/init/workspace-files.js";
import type { Finding } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { mergeKinds, readPeriod, sayDay } from "../../periods/index.js";
import { type OutlineFacts, readOutlineFacts } from "../../workbook/read/index.js";
import { type Handler, optionValue, type Report, refusal } from "../command.js";
import type { Environment } from "../environment.js";
import { findWorkspace, WORKSPACE_FILE } from "../office.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { INBOX_FOLDER } from "./collect-command.js";
import { findDesk, UNITS_FILE, withLedger } from "./desk.js";
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

/** Writes what is not there yet; with an outline of a superior, so that its period can be run for units of one's own. */
async function makeWorkspace(
  root: string,
  facts: OutlineFacts | undefined,
  environment: Environment,
): Promise<Outcome<Made>> {
  const { files, cwd } = environment;
  const templates = new Map(await readAssets(assetPath("templates", "ky-bao-cao"), /./u, environment));
  if (facts !== undefined) {
    templates.set(WORKSPACE_FILE, ownWorkspace(facts));
    templates.set(UNITS_FILE, ownUnits(facts));
  }
  const texts = workspaceFiles(
    {
      templates,
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

/** The outline of a superior, whose form set must be at hand. */
async function readOutline(path: string, root: string, environment: Environment): Promise<Outcome<OutlineFacts>> {
  const file = shownPath(path, environment.cwd);
  const bytes = await attempt(file, "read", () => environment.files.read(path));
  if (!bytes.ok) return bytes;
  const { facts, findings } = readOutlineFacts(bytes.value);
  if (findings.length > 0) return { ok: false, findings: findings.map((finding) => asFinding(finding, file)) };
  if (facts === undefined) return { ok: false, findings: [reportCycleCall("cycle-cli/not-an-outline", {}, { file })] };
  const atHand = await readFormSets(root, environment);
  if (!atHand.ok) return atHand;
  const { formSet: id, version } = facts.stamp;
  if (atHand.value.some(({ formSet }) => formSet.id === id && formSet.version === version)) {
    return { ok: true, value: facts };
  }
  return { ok: false, findings: [reportCycleCall("cycle-cli/outline-form-set", { formSet: id, version }, { file })] };
}

/** What a workspace that was there already lacks to run the superior's period. */
async function unfollowed(facts: OutlineFacts, root: string, environment: Environment): Promise<readonly Finding[]> {
  const { stamp, window, lastDay } = facts;
  const found = await findWorkspace(root, environment);
  if (!found.ok) return found.findings;
  const kinds = mergeKinds(found.value?.periodKinds ?? []);
  const period = readPeriod(stamp.period, kinds);
  const same = period?.window.from === window.from && period.window.to === window.to && period.lastDay <= lastDay;
  if (same && found.value?.unitCode === stamp.unit) return [];
  const lines = `mã đơn vị: ${stamp.unit}\nkỳ báo cáo:\n${ownPeriod(facts).declaration}`;
  return [reportCycleCall("cycle-cli/not-followed", { file: WORKSPACE_FILE, lines })];
}

/** `vanthu cycle init`: a workspace with comments; what is there stays. */
export const initCommand: Handler = async (call, environment) => {
  const { cwd } = environment;
  const root = resolve(cwd, call.args[0] ?? ".");
  const outline = optionValue(call, "outline");
  const facts = outline === undefined ? undefined : await readOutline(resolve(cwd, outline), root, environment);
  if (facts?.ok === false) return refusal(facts.findings, 2);
  const made = await makeWorkspace(root, facts?.value, environment);
  if (!made.ok) return refusal(made.findings, 2);
  const { created, kept } = made.value;
  const own = facts && ownPeriod(facts.value);
  const warnings =
    facts === undefined || created.includes(WORKSPACE_FILE) ? [] : await unfollowed(facts.value, root, environment);
  const shown = root === cwd ? "thư mục đang đứng" : shownPath(root, cwd);
  const lines = [
    created.length === 0
      ? `Đã có đủ tệp trong ${shown}, không có gì phải tạo.`
      : `Đã tạo ${created.length} tệp trong ${shown}${kept.length === 0 ? "." : `; giữ nguyên: ${kept.join(", ")}.`}`,
    ...(created.includes("don-vi.yaml")
      ? [
          `Khai cơ quan trong vanthu.yaml, các đơn vị trong don-vi.yaml, rồi mở kỳ: vanthu cycle open ${own?.id ?? "2026-6t"}.`,
        ]
      : []),
    ...(own !== undefined && facts !== undefined && created.includes(WORKSPACE_FILE)
      ? [
          `Theo tệp của cấp trên: kỳ ${own.id}, các đơn vị gửi chậm nhất ngày ${sayDay(own.lastDay)} (cấp trên nhận đến hết ngày ${sayDay(facts.value.lastDay)}).`,
          "Thu xong thì điền tệp của cấp trên: vanthu cycle fill <tệp đề cương>.",
        ]
      : []),
  ];
  const result = {
    folder: shown,
    created,
    kept,
    ...(own === undefined ? {} : { period: own.id, lastDay: own.lastDay }),
  };
  const file = optionValue(call, "openings");
  if (file === undefined) return { exit: 0, findings: warnings, lines, result };
  const loaded = await loadOpenings(resolve(cwd, file), root, environment);
  return {
    ...loaded,
    findings: [...warnings, ...loaded.findings],
    lines: [...lines, ...loaded.lines],
    result: { ...result, ...loaded.result },
  };
};
