import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Environment, FileSystem } from "../src/cli/environment.js";
import { nodeFiles } from "../src/cli/node-files.js";
import { run } from "../src/cli/run.js";

/** A folder of its own, and the program called in it, in this process. */
export interface Office {
  readonly folder: string;
  readonly call: (argv: readonly string[], changes?: Partial<Environment>) => Promise<Called>;
  readonly write: (name: string, text: string | Uint8Array) => Promise<string>;
  readonly read: (name: string) => Promise<string>;
  readonly remove: () => void;
}

export interface Called {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function openOffice(): Office {
  const folder = mkdtempSync(join(tmpdir(), "vanthu-"));
  return {
    folder,
    call: async (argv, changes) => {
      const written = { stdout: "", stderr: "" };
      const exit = await run(argv, {
        cwd: folder,
        runner: { host: "may-thu", pid: process.pid, user: "can-bo" },
        stdout: { write: (text) => (written.stdout += text) },
        stderr: { write: (text) => (written.stderr += text) },
        isTTY: false,
        env: {},
        files: nodeFiles,
        now: () => new Date(2026, 3, 15),
        ...changes,
      });
      return { exit, ...written };
    },
    write: async (name, text) => {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
      return path;
    },
    read: (name) => readFile(join(folder, name), "utf8"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The real file system, except that some operations fail as the operating system would. */
export function failing(
  failures: {
    readonly [K in keyof FileSystem]?: (...args: Parameters<FileSystem[K]>) => string | undefined;
  },
): FileSystem {
  const files: Record<string, unknown> = { ...nodeFiles };
  for (const [name, codeFor] of Object.entries(failures) as [
    keyof FileSystem,
    (...args: unknown[]) => string | undefined,
  ][]) {
    const original = nodeFiles[name] as (...args: unknown[]) => Promise<unknown>;
    files[name] = async (...args: unknown[]) => {
      const code = codeFor(...args);
      if (code !== undefined) throw Object.assign(new Error(`${code}: simulated`), { code });
      return original(...args);
    };
  }
  return files as unknown as FileSystem;
}

/** English words that give away an untranslated message; names of flags, formats and files are not among them. */
const ENGLISH =
  /\b(?:error|unknown|missing|required|argument|option|options|usage|command|commands|expected|invalid|not found|did you mean|display|file|directory|cannot|default)\b/iu;

/** What a text says in English, flags such as `--version` left out. */
export function englishIn(text: string): string | undefined {
  return ENGLISH.exec(text.replace(/--?[a-z][a-z-]*/gu, ""))?.[0];
}
