import type { Finding } from "../../findings/finding.js";
import { reportCall } from "../../findings/messages/cli.js";
import type { Environment, OutputFile } from "../environment.js";
import { attempt, shownPath } from "../outcome.js";

export interface DifferingWritten {
  /** Paths at which another file stands. */
  readonly refused: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && Buffer.compare(a, b) === 0;

/** Files of one slice wait for the disk one after the other, slices side by side. */
const SLICES = 4;
const LEAST_IN_SLICE = 8;

function slicesOf(outputs: readonly OutputFile[]): readonly (readonly OutputFile[])[] {
  const size = Math.max(LEAST_IN_SLICE, Math.ceil(outputs.length / SLICES));
  return Array.from({ length: Math.ceil(outputs.length / size) }, (_, index) =>
    outputs.slice(index * size, (index + 1) * size),
  );
}

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
  const written = await Promise.all(
    slicesOf(wanted).map(async (slice) => {
      const shown = shownPath(slice[0]?.path ?? "", cwd);
      const outcome = await attempt(shown, "write", () => files.writeAll(slice, force ? "replace" : "create"));
      return { slice, faults: outcome.ok ? [] : outcome.findings };
    }),
  );
  for (const { slice, faults } of written) {
    if (faults.length > 0) for (const { path } of slice) refused.add(path);
    findings.push(...faults);
  }
  return { refused, findings };
}
