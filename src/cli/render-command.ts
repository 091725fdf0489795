import { dirname, join, resolve } from "node:path";
import { readFonts } from "../assets.js";
import type { Finding } from "../findings/finding.js";
import type { NormId } from "../model/document.js";
import type { Rendering } from "../render.js";
import { manifestText } from "../review/manifest/manifest.js";
import { type ExitCode, type Handler, optionValue, type Report, refusal, worstExit } from "./command.js";
import { saveFile } from "./cycle/save-file.js";
import { collectDrafts } from "./drafts.js";
import type { Environment, OutputFile } from "./environment.js";
import { MANIFEST_FILE, makeManifest, pathInManifest } from "./manifest/make-manifest.js";
import { recordInputs } from "./manifest/record-inputs.js";
import { workspaceFinder } from "./office.js";
import { attempt, type Outcome, shownPath } from "./outcome.js";
import { checkOutputs, outputPath, type PlannedOutput } from "./outputs.js";
import { progress } from "./print.js";
import { renderDraft } from "./render-draft.js";
import { type RenderWishes, readRenderWishes } from "./render-options.js";

/** What became of one draft. */
interface Made {
  readonly draft: string;
  readonly state: "written" | "refused" | "failed";
  readonly outputs: readonly OutputFile[];
  readonly pages: number;
  readonly findings: readonly Finding[];
  readonly norm?: NormId;
}

/** Writes the files of one draft, all or none. */
async function writeOutputs(
  outputs: readonly OutputFile[],
  force: boolean,
  { files, cwd }: Environment,
): Promise<Outcome<undefined>> {
  const shown = shownPath(outputs[0]?.path ?? cwd, cwd);
  return attempt(shown, "write", async () => {
    for (const folder of new Set(outputs.map(({ path }) => dirname(path)))) await files.createFolder(folder);
    await files.writeAll(outputs, force ? "replace" : "create");
    return undefined;
  });
}

function filesOf(rendering: Rendering, draft: string, folder: string | undefined): readonly OutputFile[] {
  return rendering.files.map(({ format, bytes }) => ({ path: outputPath(draft, format, folder), bytes }));
}

async function makeOne(
  draft: string,
  folder: string | undefined,
  wishes: RenderWishes,
  renderOne: (draft: string) => ReturnType<typeof renderDraft>,
  environment: Environment,
): Promise<Made> {
  const { rendering, findings, unreadable } = await renderOne(draft);
  const nothing = { draft, outputs: [], pages: 0, findings };
  if (rendering === undefined) return { ...nothing, state: unreadable ? "failed" : "refused" };
  const outputs = filesOf(rendering, draft, folder);
  const written = await writeOutputs(outputs, wishes.force, environment);
  if (!written.ok) return { ...nothing, state: "failed", findings: [...findings, ...written.findings] };
  return { draft, state: "written", outputs, pages: rendering.pages, findings, norm: rendering.norm };
}

const EXIT_CODES: { readonly [S in Made["state"]]: ExitCode } = { written: 0, refused: 1, failed: 2 };

/** `Đã lập 2 văn bản (4 tệp, 14 trang). 1 bản thảo bị trả lại.` */
function summary(made: readonly Made[]): string {
  const written = made.filter(({ state }) => state === "written");
  const filesCount = written.reduce((sum, { outputs }) => sum + outputs.length, 0);
  const pages = written.reduce((sum, one) => sum + one.pages, 0);
  const returned = made.length - written.length;
  const done =
    written.length === 0
      ? "Chưa lập được văn bản nào."
      : `Đã lập ${written.length} văn bản (${filesCount} tệp, ${pages} trang).`;
  return returned === 0 ? done : `${done} ${returned} bản thảo bị trả lại.`;
}

function reportOn(made: readonly Made[], manifest: Outcome<string> | undefined, { cwd }: Environment): Report {
  const written = made.flatMap(({ outputs }) => outputs.map(({ path }) => `Đã ghi ${shownPath(path, cwd)}`));
  if (manifest?.ok) written.push(`Đã ghi ${manifest.value}`);
  return {
    exit: worstExit([...made.map(({ state }) => EXIT_CODES[state]), manifest?.ok === false ? 2 : 0]),
    findings: [...made.flatMap(({ findings }) => findings), ...(manifest?.ok === false ? manifest.findings : [])],
    lines: [...written, summary(made)],
    result: {
      ...(manifest?.ok ? { manifest: manifest.value } : {}),
      documents: made.map(({ draft, state, outputs, pages, findings }) => ({
        draft: shownPath(draft, cwd),
        state,
        outputs: outputs.map(({ path }) => shownPath(path, cwd)),
        pages,
        findings: findings.length,
      })),
    },
  };
}

/** The manifest of what was written; none when nothing was. */
async function saveManifest(
  made: readonly Made[],
  folder: string,
  { formats, norm, asDraft, withSource, force }: RenderWishes,
  inputs: ReadonlyMap<string, string>,
  environment: Environment,
): Promise<Outcome<string> | undefined> {
  const written = made.filter(({ state }) => state === "written");
  if (written.length === 0) return undefined;
  const drafts = written.map(({ draft, outputs }) => ({
    draft: pathInManifest(draft, folder),
    outputs: outputs.map(({ path }) => pathInManifest(path, folder)),
  }));
  const manifest = makeManifest(
    folder,
    { command: "render", drafts, formats: [...formats], ...(norm === undefined ? {} : { norm }), asDraft, withSource },
    written.flatMap((one) => one.norm ?? []),
    inputs,
    written.flatMap(({ outputs }) => outputs),
  );
  return saveFile(join(folder, MANIFEST_FILE), manifestText(manifest), force, environment);
}

/** `vanthu render`: documents from drafts. */
export const renderCommand: Handler = async (call, environment) => {
  const wishes = readRenderWishes(call);
  if (!wishes.ok) return refusal(wishes.findings, 2);
  const drafts = await collectDrafts(call.args, environment);
  if (drafts.findings.length > 0) return refusal(drafts.findings, 2);
  const out = optionValue(call, "out");
  const folder = out === undefined ? undefined : resolve(environment.cwd, out);
  const planned: PlannedOutput[] = drafts.paths.flatMap((draft) =>
    wishes.value.formats.map((format) => ({ draft, path: outputPath(draft, format, folder) })),
  );
  // beside the outputs: in their folder, or that of the first draft
  const home = folder ?? dirname(drafts.paths[0] ?? environment.cwd);
  if (wishes.value.manifest) planned.push({ draft: home, path: join(home, MANIFEST_FILE) });
  const obstacles = await checkOutputs(planned, wishes.value.force, environment);
  if (obstacles.length > 0) return refusal(obstacles, 2);

  const fonts = readFonts();
  const recording = recordInputs(environment);
  const workspaceOf = workspaceFinder(recording.environment);
  const renderOne = (draft: string) => renderDraft(draft, wishes.value, fonts, workspaceOf, recording.environment);
  const bar = progress(drafts.paths.length, call.options.json === true, environment);
  const made: Made[] = [];
  for (const [index, draft] of drafts.paths.entries()) {
    bar.step(index + 1, shownPath(draft, environment.cwd));
    made.push(await makeOne(draft, folder, wishes.value, renderOne, environment));
  }
  bar.done();
  const manifest = wishes.value.manifest
    ? await saveManifest(made, home, wishes.value, recording.inputs, environment)
    : undefined;
  return reportOn(made, manifest, environment);
};
