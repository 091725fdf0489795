/** Prints the hashes of some fixtures' files: one of the twins, in a process of its own. */
import { createHash } from "node:crypto";
import { renderFixture } from "./fixture-documents.js";

/** Documents with tables, footnotes, landscape annexes, waiting numbers; of each family. */
export const TWINS = ["ke-hoach-5-nam", "ke-hoach-nhiem-ky", "ke-hoach-cho-so", "nn-ke-hoach", "bao-cao"] as const;

/** Hashes of DOCX and PDF, by name. */
export async function hashes(): Promise<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const name of TWINS) {
    for (const { format, bytes } of (await renderFixture(name, ["docx", "pdf"])).files) {
      result[`${name}.${format}`] = createHash("sha256").update(bytes).digest("hex");
    }
  }
  return result;
}

if (process.argv[1]?.endsWith("twin-hashes.ts")) process.stdout.write(JSON.stringify(await hashes()));
