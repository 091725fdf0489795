import { reportCall } from "../findings/messages/cli.js";
import type { Environment } from "./environment.js";
import { attempt, type Outcome, shownPath } from "./outcome.js";

/** Nothing larger is even read; the readers have their own, lower limits. */
const LARGEST_MEGABYTES = 64;
const MEGABYTE = 1024 * 1024;

/**
 * Reads a file that is not larger than any document.
 *
 * @param path absolute
 * @param largest megabytes
 */
export async function readBytes(
  path: string,
  { files, cwd }: Environment,
  largest = LARGEST_MEGABYTES,
): Promise<Outcome<Uint8Array>> {
  const shown = shownPath(path, cwd);
  const size = await attempt(shown, "read", () => files.size(path));
  if (!size.ok) return size;
  const megabytes = Math.ceil(size.value / MEGABYTE);
  if (megabytes > largest) return { ok: false, findings: [reportCall("cli/too-large", { path: shown, megabytes })] };
  return attempt(shown, "read", () => files.read(path));
}
