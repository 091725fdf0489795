import { basename, dirname, join, resolve } from "node:path";
import type { Finding } from "../findings/finding.js";
import { reportCall } from "../findings/messages/cli.js";
import { type Imported, importDraft, importFile, recogniseImport } from "../importing/index.js";
import { type Family, NormId } from "../model/document.js";
import { type Call, type Handler, optionValue, type Report, refusal } from "./command.js";
import type { Environment } from "./environment.js";
import { attempt, type Outcome, shownPath } from "./outcome.js";
import { checkOutputs } from "./outputs.js";
import { readBytes } from "./read-bytes.js";

const FAMILIES: Readonly<Record<string, Family>> = { dang: "party", "nha-nuoc": "state" };

interface Wishes {
  readonly family?: Family;
  readonly norm?: NormId;
}

function readWishes(call: Call): Outcome<Wishes> {
  const findings: Finding[] = [];
  const named = optionValue(call, "family");
  const family = named === undefined ? undefined : FAMILIES[named.toLowerCase()];
  if (named !== undefined && family === undefined)
    findings.push(reportCall("cli/bad-value", { option: "--family", value: named, allowed: "dang hoặc nha-nuoc" }));
  const wanted = optionValue(call, "norm");
  const norm = wanted === undefined ? undefined : NormId.safeParse(wanted.toLowerCase());
  if (norm !== undefined && !norm.success)
    findings.push(
      reportCall("cli/bad-value", { option: "--norm", value: wanted ?? "", allowed: NormId.options.join(", ") }),
    );
  if (findings.length > 0) return { ok: false, findings };
  return {
    ok: true,
    value: {
      ...(family === undefined ? {} : { family }),
      ...(norm?.data === undefined ? {} : { norm: norm.data }),
    },
  };
}

/** Where the draft goes: beside the file, in a folder, or where `-o` says. */
async function outputOf(source: string, out: string | undefined, { cwd, files }: Environment): Promise<string> {
  const name = `${basename(source).replace(/\.[^.]{1,5}$/u, "")}.md`;
  if (out === undefined) return join(dirname(source), name);
  const path = resolve(cwd, out);
  const isFolder = /[\\/]$/u.test(out) || (await files.kind(path)) === "folder";
  return isFolder ? join(path, name) : path;
}

/** `1 chỗ ghi lại theo thể thức, 2 ghi chú giữ ở cuối bản thảo.` */
function countsOf({ changes, annotations, findings }: Imported): string {
  const missing = findings.filter(({ id }) => id === "import/missing").length;
  return [
    `${changes.length} chỗ in khác bản gốc`,
    `${missing} phần còn thiếu`,
    `${annotations.length} ghi chú giữ ở cuối bản thảo`,
  ].join(", ");
}

const inFile = (findings: readonly Finding[], file: string): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, place: { file, ...finding.place } }));

/** `vanthu import`: a draft from a Word file or a text that others made. */
export const importCommand: Handler = async (call, environment): Promise<Report> => {
  const wishes = readWishes(call);
  if (!wishes.ok) return refusal(wishes.findings, 2);
  const { cwd, files } = environment;
  const source = resolve(cwd, call.args[0] ?? "");
  const file = shownPath(source, cwd);
  const path = await attempt(file, "write", () => outputOf(source, optionValue(call, "out"), environment));
  if (!path.ok) return refusal(path.findings, 2);
  const bytes = await readBytes(source, environment);
  if (!bytes.ok) return refusal(bytes.findings, 2);
  const taken = await importFile(bytes.value, { file, ...wishes.value });
  if (!taken.ok) return refusal(taken.findings, 2);
  const imported = taken.value;
  const findings = inFile(imported.findings, file);
  const result = {
    document: imported.document,
    changes: imported.changes,
    annotations: imported.annotations,
    lost: imported.lost,
  };
  if (findings.some(({ severity }) => severity === "error")) return { exit: 1, findings, lines: [], result };
  const force = call.options.force === true;
  const obstacles = await checkOutputs([{ path: path.value, draft: source }], force, environment);
  if (obstacles.length > 0) return refusal(obstacles, 2);
  const shown = shownPath(path.value, cwd);
  const unit = recogniseImport(bytes.value) === "text" ? "dòng" : "đoạn";
  const draft = new TextEncoder().encode(importDraft(imported, unit));
  const saved = await attempt(shown, "write", async () => {
    await files.createFolder(dirname(path.value));
    await files.writeAll([{ path: path.value, bytes: draft }], force ? "replace" : "create");
  });
  if (!saved.ok) return refusal(saved.findings, 2);
  return {
    exit: 0,
    findings,
    lines: [`Đã nhập thành bản thảo: ${shown} (${countsOf(imported)}).`],
    result: { ...result, draft: shown },
  };
};
