import { dirname } from "node:path";
import type { Environment } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { checkOutputs } from "../outputs.js";

/**
 * Writes one file that a call names.
 *
 * @param path absolute
 * @param force whether a file that stands there is written over
 * @returns the path as the user sees it
 */
export async function saveFile(
  path: string,
  contents: string | Uint8Array,
  force: boolean,
  environment: Environment,
): Promise<Outcome<string>> {
  const { files, cwd } = environment;
  const obstacles = await checkOutputs([{ path, draft: path }], force, environment);
  if (obstacles.length > 0) return { ok: false, findings: obstacles };
  const bytes = typeof contents === "string" ? new TextEncoder().encode(contents) : contents;
  const shown = shownPath(path, cwd);
  return attempt(shown, "write", async () => {
    await files.createFolder(dirname(path));
    await files.writeAll([{ path, bytes }], force ? "replace" : "create");
    return shown;
  });
}
