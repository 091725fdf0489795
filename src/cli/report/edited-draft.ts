/** What stands where a report is to be written, and the draft in which somebody has worked: it is never lost. */
import { basename, dirname, join } from "node:path";
import { sha256Of } from "../../cycle/ledger/index.js";
import type { Finding } from "../../findings/finding.js";
import { reportCall } from "../../findings/messages/cli.js";
import type { Environment, OutputFile } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { checkOutputs } from "../outputs.js";
import { traceOf } from "./ledger-figures.js";

/** `bao-cao-2026-6t.cu.md`, then `bao-cao-2026-6t.cu-2.md`. */
const keptPath = (draft: string, number: number): string =>
  draft.replace(/\.md$/iu, number === 1 ? ".cu.md" : `.cu-${number}.md`);

/**
 * What stands in the way of a report, its own files together as one finding.
 *
 * @param draft path of its draft, absolute
 * @param paths of all its files, absolute
 * @param update the call that brings the draft up to date instead, where there is one
 */
export async function reportObstacles(
  draft: string,
  paths: readonly string[],
  update: string | undefined,
  force: boolean,
  environment: Environment,
): Promise<readonly Finding[]> {
  const found = await checkOutputs(
    paths.map((path) => ({ path, draft })),
    force,
    environment,
  );
  const others = found.filter(({ id }) => id !== "cli/exists");
  const exist = found.length - others.length;
  if (exist === 0) return others;
  const { files, cwd } = environment;
  const hasDraft = (await files.kind(draft)) === "file";
  const shown = shownPath(draft, cwd);
  const named = hasDraft
    ? { draft: shown, kept: basename(keptPath(draft, 1)), ...(update === undefined ? {} : { update }) }
    : {};
  return [...others, reportCall("cli/report-exists", { ...named, others: exist - (hasDraft ? 1 : 0) })];
}

/** A draft that somebody has worked in, and the file in which it is kept. */
export interface KeptDraft {
  /** What is written; none where the same is kept already. */
  readonly files: readonly OutputFile[];
  readonly findings: readonly Finding[];
}

const NOTHING: KeptDraft = { files: [], findings: [] };

/**
 * The draft that is about to be written over, where it is not as the program left it.
 *
 * @param draft path, absolute
 * @param made the draft that takes its place
 */
export async function keepEdited(
  draft: string,
  made: Uint8Array | undefined,
  environment: Environment,
): Promise<Outcome<KeptDraft>> {
  const { files, cwd } = environment;
  const shown = shownPath(draft, cwd);
  return attempt(shown, "read", async () => {
    if ((await files.kind(draft)) !== "file") return NOTHING;
    const bytes = await files.read(draft);
    const hash = sha256Of(bytes);
    const before = (await traceOf(draft, environment))?.draft;
    if (before === hash || (made !== undefined && sha256Of(made) === hash)) return NOTHING;
    const findings = (path: string): readonly Finding[] => {
      const params = { path: shown, kept: join(dirname(shown), basename(path)), isSure: before !== undefined };
      return [reportCall("cli/draft-kept", params)];
    };
    for (let number = 1; ; number += 1) {
      const path = keptPath(draft, number);
      const kind = await files.kind(path);
      if (kind === undefined) return { files: [{ path, bytes }], findings: findings(path) };
      if (kind === "file" && sha256Of(await files.read(path)) === hash) return { files: [], findings: findings(path) };
    }
  });
}
