/** The command line as it is started: from the first instruction to the last, in a process of its own. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { assetPath } from "../src/assets.js";

const RUNS = 7;

export interface Start {
  readonly name: string;
  /** Milliseconds, ascending. */
  readonly times: readonly number[];
}

const program = assetPath("dist", "vanthu.js");

/** Why the command line cannot be measured, or nothing. */
export function obstacle(): string | undefined {
  return existsSync(program) ? undefined : "dist/vanthu.js is not there: run `npm run build` first";
}

async function run(name: string, folder: string, args: readonly string[]): Promise<Start> {
  const times: number[] = [];
  for (let index = -1; index < RUNS; index++) {
    const from = performance.now();
    await promisify(execFile)(process.execPath, args, { cwd: folder });
    // the first start reads the files from the disk
    if (index >= 0) times.push(performance.now() - from);
  }
  return { name, times: times.sort((a, b) => a - b) };
}

/**
 * Starts the program again and again.
 *
 * @param draft text of a draft of ten pages
 * @throws Error with what the program printed, when it fails or does not write both files
 */
export async function coldStarts(draft: string): Promise<Start[]> {
  const folder = await mkdtemp(join(tmpdir(), "vanthu-start-"));
  try {
    await writeFile(join(folder, "ke-hoach.md"), draft);
    const render = [program, "render", "ke-hoach.md", "-o", "out", "--force"];
    const starts = [
      await run("an empty Node", folder, ["-e", "0"]),
      await run("vanthu --help", folder, [program, "--help"]),
      await run("vanthu render, 10 pages, DOCX and PDF", folder, render),
    ];
    const written = await readdir(join(folder, "out"));
    if (written.length !== 2) throw new Error(`render wrote ${written.join(", ") || "nothing"}`);
    return starts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
