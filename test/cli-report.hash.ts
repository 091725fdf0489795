import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CycleOffice } from "./cli-cycle.sample.js";

/** Hashes of everything that was put into the inbox. */
export async function sha256Hex({ folder }: CycleOffice): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(folder, "hop-thu-den"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    found.push(
      createHash("sha256")
        .update(await readFile(join(entry.parentPath, entry.name)))
        .digest("hex"),
    );
  }
  return found;
}
