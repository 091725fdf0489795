import { join } from "node:path";
import type { FileSystem } from "./environment.js";

/** Whether the words are a pattern of file names: not every shell expands them (cmd.exe does not). */
export const isPattern = (words: string): boolean => /[*?]/u.test(words);

/** `*` any letters, `?` one letter, of one name; names that begin with a dot are only met by such a pattern. */
function nameMatcher(pattern: string): (name: string) => boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/gu, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  const expression = new RegExp(`^${source}$`, "u");
  return (name) => (pattern.startsWith(".") || !name.startsWith(".")) && expression.test(name.normalize("NFC"));
}

async function walk(folder: string, parts: readonly string[], files: FileSystem): Promise<readonly string[]> {
  const [part, ...rest] = parts;
  if (part === undefined) return [folder];
  if (!isPattern(part)) {
    const next = join(folder, part);
    return (await files.kind(next)) === undefined ? [] : walk(next, rest, files);
  }
  if ((await files.kind(folder)) !== "folder") return [];
  const names = await files.list(folder);
  if (part === "**") {
    const below = await Promise.all(
      names.filter((name) => !name.startsWith(".")).map((name) => walk(join(folder, name), parts, files)),
    );
    return [...(await walk(folder, rest, files)), ...below.flat()];
  }
  const matches = nameMatcher(part.normalize("NFC"));
  const found = await Promise.all(names.filter(matches).map((name) => walk(join(folder, name), rest, files)));
  return found.flat();
}

/**
 * The paths that match a pattern, sorted by folder and name.
 *
 * @param root folder from which the pattern counts, absolute
 * @param pattern with `*`, `?` and `**`; parts between `/` (or the system's own sign)
 */
export function expandPattern(root: string, pattern: string, files: FileSystem): Promise<readonly string[]> {
  return walk(
    root,
    pattern.split(/[\\/]/u).filter((part) => part !== "" && part !== "."),
    files,
  );
}
