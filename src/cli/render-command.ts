import { dirname, resolve } from "node:path";
import { readFonts } from "../assets.js";
import type { Finding } from "../findings/finding.js";
import type { Rendering } from "../render.js";
import { type ExitCode, type Handler, optionValue, type Report, refusal, worstExit } from "./command.js";
import { collectDrafts } from "./drafts.js";
import type { Environment, OutputFile } from "./environment.js";
import { workspaceFinder } from "./office.js";
import { attempt, type Outcome, shownPath } from "./outcome.js";
import { checkOutputs, outputPath, type PlannedOutput } from "./outputs.js";
import { progress } from "./print.js";
import { type RenderedDraft, renderDraft } from "./render-draft.js";
import { type RenderWishes, readRenderWishes } from "./render-options.js";

/** Files that others made: they are taken over first. */
const FINISHED = /\.(?:docx?|pdf|rtf|odt)$/iu;

/** What became of one draft. */
interface Made {
  readonly draft: string;
  readonly state: "written" | "refused" | "failed";
  readonly outputs: readonly string[];
  readonly pages: number;
  readonly findings: readonly Finding[];
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

function reportOn(made: readonly Made[], { cwd }: Environment): Report {
  const written = made.flatMap(({ outputs }) => outputs.map((path) => `Đã ghi ${shownPath(path, cwd)}`));
  return {
    exit: worstExit(made.map(({ state }) => EXIT_CODES[state])),
    findings: made.flatMap(({ findings }) => findings),
    lines: [...written, summary(made)],
    result: {
      documents: made.map(({ draft, state, outputs, pages, findings }) => ({
        draft: shownPath(draft, cwd),
        state,
        outputs: outputs.map((path) => shownPath(path, cwd)),
        pages,
        findings: findings.length,
      })),
    },
  };
}

/** `vanthu render`: documents from drafts, and from Word files that others made. */
export const renderCommand: Handler = async (call, environment) => {
  const wishes = readRenderWishes(call);
  if (!wishes.ok) return refusal(wishes.findings, 2);
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
