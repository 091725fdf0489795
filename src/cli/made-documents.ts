/** Documents that were made: written all or none of a draft, counted and told of. */
import { dirname } from "node:path";
import type { Finding } from "../findings/finding.js";
import type { NormId } from "../model/document.js";
import { type ExitCode, type Report, worstExit } from "./command.js";
import type { Environment, OutputFile } from "./environment.js";
import { attempt, type Outcome, shownPath } from "./outcome.js";

/** What became of one draft. */
export interface Made {
  readonly draft: string;
  readonly state: "written" | "refused" | "failed";
  readonly outputs: readonly OutputFile[];
  readonly pages: number;
  readonly findings: readonly Finding[];
  readonly norm?: NormId;
}

/** Writes the files of one draft, all or none. */
export async function writeOutputs(
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

/** @param manifest where it was written, or why it could not be */
export function reportOn(made: readonly Made[], { cwd }: Environment, manifest?: Outcome<string>): Report {
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
