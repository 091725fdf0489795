import { resolve } from "node:path";
import { readFonts } from "../assets.js";
import type { Rendering } from "../render.js";
import { type Handler, optionValue, refusal } from "./command.js";
import { collectDrafts } from "./drafts.js";
import type { Environment, OutputFile } from "./environment.js";
import { type Made, reportOn, writeOutputs } from "./made-documents.js";
import { workspaceFinder } from "./office.js";
import { shownPath } from "./outcome.js";
import { checkOutputs, outputPath, type PlannedOutput } from "./outputs.js";
import { progress } from "./print.js";
import { type RenderedDraft, renderDraft } from "./render-draft.js";
import { type RenderWishes, readRenderWishes } from "./render-options.js";

/** Files that others made: they are taken over first. */
const FINISHED = /\.(?:docx?|pdf|rtf|odt)$/iu;

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
  return { draft, state: "written", outputs: outputs.map(({ path }) => path), pages: rendering.pages, findings };
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
  const obstacles = await checkOutputs(planned, wishes.value.force, environment);
  if (obstacles.length > 0) return refusal(obstacles, 2);

  const fonts = readFonts();
  const workspaceOf = workspaceFinder(environment);
  const renderOne = async (draft: string): Promise<RenderedDraft> => {
    if (!FINISHED.test(draft)) return renderDraft(draft, wishes.value, fonts, workspaceOf, environment);
    const { renderForeign } = await import("./render-foreign.js");
    return renderForeign(draft, wishes.value, fonts, workspaceOf, environment);
  };
  const bar = progress(drafts.paths.length, call.options.json === true, environment);
  const made: Made[] = [];
  for (const [index, draft] of drafts.paths.entries()) {
    bar.step(index + 1, shownPath(draft, environment.cwd));
    made.push(await makeOne(draft, folder, wishes.value, renderOne, environment));
  }
  bar.done();
  return reportOn(made, environment);
};
