import { basename, dirname, join } from "node:path";
import type { Finding } from "../findings/finding.js";
import { reportCall } from "../findings/messages/cli.js";
import type { Environment } from "./environment.js";
import { attempt, shownPath } from "./outcome.js";

/** A file that is going to be written, and the draft that it comes from; itself where it comes from none. */
export interface PlannedOutput {
  readonly path: string;
  readonly draft: string;
}

/**
 * Name of the document made from a draft: `ke-hoach.md` gives `ke-hoach.docx`.
 *
 * @param draft absolute path
 * @param folder where it goes; beside the draft when absent
 */
export function outputPath(draft: string, extension: string, folder: string | undefined): string {
  return join(folder ?? dirname(draft), `${basename(draft).replace(/\.(?:md|docx)$/iu, "")}.${extension}`);
}

/** The folder itself, or the nearest one above it that is there: in it the missing ones would be made. */
async function checkFolder(folder: string, environment: Environment): Promise<readonly Finding[]> {
  const { files, cwd } = environment;
  for (let current = folder; ; current = dirname(current)) {
    const shown = shownPath(current, cwd);
    const kind = await attempt(shown, "write", () => files.kind(current));
    if (!kind.ok) return kind.findings;
    if (kind.value === undefined && current !== dirname(current)) continue;
    if (kind.value !== "folder") return [reportCall("cli/file-for-folder", { path: shown })];
    const writable = await attempt(shown, "write", () => files.checkWritable(current));
    return writable.ok ? [] : writable.findings;
  }
}

/** Refuses documents that would take the place of the file that they are made from, forced or not. */
export function checkOriginals(
  outputs: readonly PlannedOutput[],
  { cwd }: Pick<Environment, "cwd">,
): readonly Finding[] {
  return outputs.flatMap(({ path, draft }) =>
    path === draft ? [reportCall("cli/over-original", { path: shownPath(path, cwd) })] : [],
  );
}

/**
 * Checks every place before anything is made, so that a call is refused as a whole and not half-way.
 *
 * @param force whether files may be overwritten
 */
export async function checkOutputs(
  outputs: readonly PlannedOutput[],
  force: boolean,
  environment: Environment,
): Promise<readonly Finding[]> {
  const { files, cwd } = environment;
  const findings: Finding[] = [];
  for (const folder of new Set(outputs.map(({ path }) => dirname(path)))) {
    findings.push(...(await checkFolder(folder, environment)));
  }
  if (findings.length > 0) return findings;
  const seen = new Map<string, PlannedOutput>();
  for (const output of outputs) {
    const { path, draft } = output;
    const shown = shownPath(path, cwd);
    // names that differ only in case are one file on Windows and macOS
    const name = path.normalize("NFC").toLowerCase();
    const rival = seen.get(name);
    seen.set(name, output);
    if (rival !== undefined) {
      const drafts = [rival.draft, draft].map((path) => shownPath(path, cwd));
      findings.push(reportCall("cli/same-output", { path: shown, drafts }));
      continue;
    }
    const kind = await attempt(shown, "write", () => files.kind(path));
    if (!kind.ok) findings.push(...kind.findings);
    else if (kind.value === "folder") findings.push(reportCall("cli/folder-for-file", { path: shown }));
    else if (kind.value !== undefined && !force) findings.push(reportCall("cli/exists", { path: shown }));
  }
  return findings;
}
