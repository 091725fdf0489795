import { basename, dirname, join, resolve } from "node:path";
import { assetPath } from "../assets.js";
import { reportCall } from "../findings/messages/cli.js";
import { reportStartingDraft } from "../findings/messages/starting-draft.js";
import { foldWord, nearest } from "../findings/nearest.js";
import type { Family } from "../model/document.js";
import { findStartingDraft, type StartingDraft, startingDrafts } from "../starting-draft/catalogue.js";
import { writeStartingDraft } from "../starting-draft/index.js";
import type { Workspace } from "../workspace/workspace.js";
import { type Call, type Handler, optionValue, type Report, refusal } from "./command.js";
import type { Environment } from "./environment.js";
import { findWorkspace } from "./office.js";
import { attempt, type Outcome, shownPath } from "./outcome.js";
import { checkOutputs } from "./outputs.js";

const FAMILIES: { readonly [word: string]: Family } = {
  dang: "party",
  party: "party",
  "nha nuoc": "state",
  state: "state",
};
const FAMILY_NAMES: { readonly [F in Family]: string } = { party: "Đảng", state: "Nhà nước" };
/** Where the templates of a family lie, below `templates/` of the program and `mau/` of an office. */
const FOLDERS: { readonly [F in Family]: readonly string[] } = { party: [], state: ["nha-nuoc"] };

function readFamily(call: Call, workspace: Workspace | undefined): Outcome<Family> {
  const value = optionValue(call, "family");
  const family = value === undefined ? (workspace?.family ?? "party") : FAMILIES[foldWord(value)];
  if (family !== undefined) return { ok: true, value: family };
  return {
    ok: false,
    findings: [reportCall("cli/bad-value", { option: "--he", value: value ?? "", allowed: "dang, nha-nuoc" })],
  };
}

function readYear(call: Call, { now }: Environment): Outcome<number> {
  const value = optionValue(call, "year");
  if (value === undefined) return { ok: true, value: now().getFullYear() };
  if (/^(?:19[3-9]\d|2\d{3})$/u.test(value)) return { ok: true, value: Number(value) };
  return {
    ok: false,
    findings: [reportCall("cli/bad-value", { option: "--year", value, allowed: "năm bốn chữ số, ví dụ 2026" })],
  };
}

/** Templates that may serve, the office's own first; a State office may keep its own directly in `mau/`. */
function templatePaths({ slug, type }: StartingDraft, workspace: Workspace | undefined): readonly string[] {
  const file = `${slug}.md.hbs`;
  const own = workspace === undefined ? [] : [join(workspace.root, "mau", ...FOLDERS[type.family], file)];
  const flat = workspace?.family === type.family ? [join(workspace.root, "mau", file)] : [];
  return [...new Set([...own, ...flat, assetPath("templates", ...FOLDERS[type.family], file)])];
}

async function readTemplate(
  draft: StartingDraft,
  workspace: Workspace | undefined,
  { files, cwd }: Environment,
): Promise<Outcome<{ source: string; file: string }>> {
  for (const path of templatePaths(draft, workspace)) {
    const shown = shownPath(path, cwd);
    const bytes = await attempt(shown, "read", async () =>
      (await files.kind(path)) === "file" ? files.read(path) : undefined,
    );
    if (!bytes.ok) return bytes;
    if (bytes.value === undefined) continue;
    try {
      return {
        ok: true,
        value: { source: new TextDecoder("utf-8", { fatal: true }).decode(bytes.value), file: shown },
      };
    } catch {
      return { ok: false, findings: [reportStartingDraft("starting-draft/not-text", {}, { file: shown })] };
    }
  }
  const file = ["mau", ...FOLDERS[draft.type.family], `${draft.slug}.md.hbs`].join("/");
  return { ok: false, findings: [reportStartingDraft("starting-draft/no-template", { type: draft.name, file })] };
}

function findDraft(words: string | undefined, family: Family): Outcome<StartingDraft> {
  if (words === undefined) return { ok: false, findings: [reportStartingDraft("starting-draft/no-type", {})] };
  const draft = findStartingDraft(words, family);
  if (draft !== undefined) return { ok: true, value: draft };
  const slug = nearest(
    words,
    startingDrafts(family).map((candidate) => candidate.slug),
  );
  const params = { typed: words, family: FAMILY_NAMES[family], nearest: slug };
  return { ok: false, findings: [reportStartingDraft("starting-draft/unknown-type", params)] };
}

function listReport(): Report {
  const families = Object.keys(FAMILY_NAMES) as Family[];
  const lines = families.flatMap((family) => [
    `${FAMILY_NAMES[family]}:`,
    ...startingDrafts(family).map(({ slug, name }) => `  ${slug.padEnd(20)} ${name}`),
  ]);
  const drafts = families.flatMap((family) => startingDrafts(family).map(({ slug, name }) => ({ family, slug, name })));
  return { exit: 0, findings: [], lines, result: { drafts } };
}

/** Where the draft goes: the folder, and the file's name where `-o` gives one. */
async function placeOf(
  out: string | undefined,
  { cwd, files }: Environment,
): Promise<{ readonly folder: string; readonly name?: string }> {
  const path = resolve(cwd, out ?? ".");
  const isFolder = out === undefined || /[\\/]$/u.test(out) || (await files.kind(path)) === "folder";
  return isFolder ? { folder: path } : { folder: dirname(path), name: basename(path) };
}

/** Loaded when it is asked for: it reads workbooks and drafts, which a plain start needs not. */
const fromTasks = () => import("./new-from-tasks.js");

const listedTasks: typeof import("./new-from-tasks.js")["readListed"] = async (call, ...rest) => {
  const asked = ["tasks", "layout"].some((option) => optionValue(call, option) !== undefined);
  return asked ? (await fromTasks()).readListed(call, ...rest) : { ok: true, value: undefined };
};

/** `vanthu new`: a draft to start from. */
export const newCommand: Handler = async (call, environment) => {
  if (call.options.list === true) return listReport();
  if (optionValue(call, "tasksForm") !== undefined) return (await fromTasks()).writeTaskForm(call, environment);
  const { cwd, files } = environment;
  const out = optionValue(call, "out");
  const place = await attempt(out ?? ".", "write", () => placeOf(out, environment));
  if (!place.ok) return refusal(place.findings, 2);
  const { folder, name } = place.value;
  const workspace = await findWorkspace(folder, environment);
  if (!workspace.ok) return refusal(workspace.findings, 2);
  const family = readFamily(call, workspace.value);
  if (!family.ok) return refusal(family.findings, 2);
  const year = readYear(call, environment);
  if (!year.ok) return refusal(year.findings, 2);
  const draft = findDraft(call.args[0], family.value);
  if (!draft.ok) return refusal(draft.findings, 2);
  const listed = await listedTasks(call, draft.value, year.value, environment);
  if (!listed.ok) return refusal(listed.findings, 2);
  const template = await readTemplate(draft.value, workspace.value, environment);
  if (!template.ok) return refusal(template.findings, 2);
  const written = writeStartingDraft(draft.value, template.value, workspace.value, year.value);
  if (written.text === undefined) return refusal(written.findings, 1);
  const filled =
    listed.value === undefined
      ? { text: written.text, findings: [] }
      : await (await fromTasks()).draftOfTasks(written.text, listed.value, draft.value, workspace.value, year.value);

  const force = call.options.force === true;
  const path = join(folder, name ?? `${draft.value.slug}.md`);
  const obstacles = await checkOutputs([{ path, draft: path }], force, environment);
  if (obstacles.length > 0) return refusal(obstacles, 2);
  const shown = shownPath(path, cwd);
  const bytes = new TextEncoder().encode(filled.text);
  const saved = await attempt(shown, "write", async () => {
    await files.createFolder(folder);
    await files.writeAll([{ path, bytes }], force ? "replace" : "create");
  });
  if (!saved.ok) return refusal(saved.findings, 2);
  return {
    exit: 0,
    findings: [...written.findings, ...(listed.value?.findings ?? []), ...filled.findings],
    lines: [
      `Đã tạo bản thảo ${draft.value.name}: ${shown}`,
      ...(listed.value === undefined ? [] : [listed.value.said]),
      `Sửa nội dung rồi chạy: vanthu render ${quoteWord(shown)}`,
    ],
    result: { draft: shown, type: draft.value.type.slug },
  };
};

/** A path as it is typed in a shell. */
const quoteWord = (word: string): string => (/[\s"'$&()*?]/u.test(word) ? JSON.stringify(word) : word);
