import { dirname, join, resolve } from "node:path";
import { readFonts } from "../assets.js";
import type { Rendering } from "../render.js";
import { manifestText } from "../review/manifest/manifest.js";
import { type Handler, optionValue, refusal } from "./command.js";
import { saveFile } from "./cycle/save-file.js";
import { collectDrafts } from "./drafts.js";
import type { Environment, OutputFile } from "./environment.js";
import { type Made, reportOn, writeOutputs } from "./made-documents.js";
import { MANIFEST_FILE, makeManifest, pathInManifest } from "./manifest/make-manifest.js";
import { recordInputs } from "./manifest/record-inputs.js";
import { workspaceFinder } from "./office.js";
import { type Outcome, shownPath } from "./outcome.js";
import { checkOriginals, checkOutputs, outputPath, type PlannedOutput } from "./outputs.js";
import { progress } from "./print.js";
import { type RenderedDraft, renderDraft } from "./render-draft.js";
import { type RenderWishes, readRenderWishes } from "./render-options.js";

/** Files that others made: they are taken over first. */
const FINISHED = /\.(?:docx?|xlsx?|pptx?|pdf|rtf|odt|ods)$/iu;

function filesOf(rendering: Rendering, draft: string, folder: string | undefined): readonly OutputFile[] {
  return rendering.files.map(({ format, bytes }) => ({ path: outputPath(draft, format, folder), bytes }));
}

async function makeOne(
  draft: string,
  folder: string | undefined,
  wishes: RenderWishes,
  renderOne: (draft: string) => Promise<RenderedDraft>,
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

/** `vanthu render`: documents from drafts, and from Word files that others made. */
export const renderCommand: Handler = async (call, environment) => {
  const wishes = readRenderWishes(call);
  if (!wishes.ok) return refusal(wishes.findings, 2);
  if (call.options.data !== undefined || call.options.name !== undefined) {
    const { renderLetters } = await import("./letters/render-letters.js");
    return renderLetters(call, wishes.value, environment);
  }
  const drafts = await collectDrafts(call.args, environment, "finished");
  if (drafts.findings.length > 0) return refusal(drafts.findings, 2);
  const out = optionValue(call, "out");
  const folder = out === undefined ? undefined : resolve(environment.cwd, out);
  const planned: PlannedOutput[] = drafts.paths.flatMap((draft) =>
    wishes.value.formats.map((format) => ({ draft, path: outputPath(draft, format, folder) })),
  );
  // beside the outputs: in their folder, or that of the first draft
  const home = folder ?? dirname(drafts.paths[0] ?? environment.cwd);
  if (wishes.value.manifest) planned.push({ draft: home, path: join(home, MANIFEST_FILE) });
  const obstacles = [
    ...checkOriginals(planned, environment),
    ...(await checkOutputs(planned, wishes.value.force, environment)),
  ];
  if (obstacles.length > 0) return refusal(obstacles, 2);

  const fonts = readFonts();
  const recording = recordInputs(environment);
  const workspaceOf = workspaceFinder(recording.environment);
  const renderOne = async (draft: string): Promise<RenderedDraft> => {
    if (!FINISHED.test(draft)) return renderDraft(draft, wishes.value, fonts, workspaceOf, recording.environment);
    const { renderForeign } = await import("./render-foreign.js");
    return renderForeign(draft, wishes.value, fonts, workspaceOf, recording.environment);
  };
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
  const report = reportOn(made, environment, manifest);
  return { ...report, findings: [...drafts.notes, ...report.findings] };
};
