import { dirname, join } from "node:path";
import type { Finding } from "../findings/finding.js";
import { readWorkspace } from "../workspace/read.js";
import type { Workspace } from "../workspace/workspace.js";
import type { Environment } from "./environment.js";
import { attempt, type Outcome, shownPath } from "./outcome.js";

export const WORKSPACE_FILE = "vanthu.yaml";

/**
 * Finds the office's workspace: the first folder with a `vanthu.yaml`, from the given one upward.
 *
 * @param folder absolute
 * @returns undefined as value when there is none
 */
export async function findWorkspace(folder: string, environment: Environment): Promise<Outcome<Workspace | undefined>> {
  const { files, cwd } = environment;
  for (let current = folder; ; current = dirname(current)) {
    const path = join(current, WORKSPACE_FILE);
    const shown = shownPath(path, cwd);
    const kind = await attempt(shown, "read", () => files.kind(path));
    if (!kind.ok) return kind;
    if (kind.value === "file") {
      const bytes = await attempt(shown, "read", () => files.read(path));
      if (!bytes.ok) return bytes;
      const { workspace, findings } = readWorkspace(bytes.value, shown, current);
      return workspace === undefined ? { ok: false, findings } : { ok: true, value: workspace };
    }
    if (current === dirname(current)) return { ok: true, value: undefined };
  }
}

/** `findWorkspace` that looks at each folder once. Findings are given only the first time. */
export function workspaceFinder(environment: Environment) {
  const found = new Map<string, Outcome<Workspace | undefined>>();
  return async (folder: string): Promise<Outcome<Workspace | undefined>> => {
    const known = found.get(folder);
    if (known !== undefined) return known;
    const outcome = await findWorkspace(folder, environment);
    const none: readonly Finding[] = [];
    found.set(folder, outcome.ok ? outcome : { ok: false, findings: none });
    return outcome;
  };
}
