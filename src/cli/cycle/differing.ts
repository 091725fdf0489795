import { reportCall } from "../../findings/messages/cli.js";
import type { Finding } from "../../findings/finding.js";
import type { Environment, OutputFile } from "../environment.js";
import { attempt, shownPath } from "../outcome.js";

export interface DifferingWritten {
  /** Paths at which another file stands. */
  readonly refused: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && Buffer.compare(a, b) === 0;

/**
 * Writes files whose folders are there; one that stands there already with the same bytes stays as it is.
 *
 * @param force whether another file at the place is written over
 */
export async function writeDiffering(
  outputs: readonly OutputFile[],
  force: boolean,
  environment: Environment,
): Promise<DifferingWritten> {
  const { files, cwd } = environment;
  const refused = new Set<string>();
  const findings: Finding[] = [];
  const wanted: OutputFile[] = [];
  for (const output of outputs) {
    const { path, bytes } = output;
    const shown = shownPath(path, cwd);
    const there = await attempt(shown, "read", async () =>
      (await files.kind(path)) === undefined ? undefined : files.read(path),
    );
    if (there.ok && there.value !== undefined && sameBytes(there.value, bytes)) continue;
    if (there.ok && (there.value === undefined || force)) wanted.push(output);
    else {
      refused.add(path);
      findings.push(...(there.ok ? [reportCall("cli/exists", { path: shown })] : there.findings));
    }
  }
  if (wanted.length === 0) return { refused, findings };
  const first = wanted[0];
  const written = await attempt(shownPath(first?.path ?? "", cwd), "write", () =>
    files.writeAll(wanted, force ? "replace" : "create"),
  );
  if (written.ok) return { refused, findings };
  for (const { path } of wanted) refused.add(path);
  return { refused, findings: [...findings, ...written.findings] };
}
