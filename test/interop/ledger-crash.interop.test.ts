import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type ChildTask, recordAll } from "../ledger.child.js";
import { contents, database, newFolder, opened, removeFolders } from "../ledger.folders.js";
import { seeded } from "../seeded.js";

const CHILD = new URL("../ledger.child.ts", import.meta.url).pathname;
const RETURNS = 100;
/** Milliseconds; a thousand syncs take their time where others write to the same disk. */
const TIMEOUT = 180_000;

function start(task: ChildTask): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", CHILD, JSON.stringify(task)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

const ended = (child: ChildProcess): Promise<NodeJS.Signals | number | null> =>
  new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal ?? code)));

/** What was committed has its file, whole. */
function expectFilesOfRevisions(folder: string): void {
  if (!existsSync(join(folder, "so-lieu", "so-theo-doi.db"))) return;
  const open = database(folder);
  try {
    if (open.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'files'").all([]).length === 0) return;
  } finally {
    open.close();
  }
  const { tables, files } = contents(folder);
  const kept = (tables.files as { sha256: string; suffix: string }[]).map(
    ({ sha256, suffix }) => `${sha256.slice(0, 2)}/${sha256}${suffix}`,
  );
  expect(files).toEqual(expect.arrayContaining(kept));
}

describe("killed at any point and run again, the ledger is the same", { timeout: TIMEOUT }, () => {
  let reference: ReturnType<typeof contents>;
  const random = seeded(20260525);

  beforeAll(async () => {
    const folder = newFolder();
    await recordAll({ folder, returns: RETURNS, batch: false });
    reference = contents(folder);
    expect(reference.tables.revisions).toHaveLength(RETURNS + RETURNS / 10);
    expect(reference.files).toHaveLength(RETURNS + RETURNS / 10);
  }, TIMEOUT);

  afterAll(removeFolders);

  // some five operations a file; single changes sync folders one by one, batches together
  const OPERATIONS = { single: 500, batch: 350 };
  const points = Array.from({ length: 20 }, (_, index) => {
    const batch = index % 2 === 1;
    const killAt = 1 + Math.floor(random() * (batch ? OPERATIONS.batch : OPERATIONS.single));
    return { batch, killAt, again: 1 + Math.floor(random() * 60) };
  });

  it.each(points)(
    "at file operation $killAt (batch: $batch), then at operation $again",
    async ({ batch, killAt, again }) => {
      const folder = newFolder();
      const task = { folder, returns: RETURNS, batch };
      expect(await ended(start({ ...task, killAt }))).toBe("SIGKILL");
      expectFilesOfRevisions(folder);
      // the second run dies soon after taking over, at the cleaning up included
      expect(await ended(start({ ...task, killAt: again }))).toBe("SIGKILL");
      expectFilesOfRevisions(folder);
      await recordAll(task);
      expect(contents(folder)).toEqual(reference);
      expect(existsSync(join(folder, "so-lieu", "khoa.json"))).toBe(false);
    },
  );

  const moments = Array.from({ length: 6 }, (_, index) => ({
    batch: index % 2 === 1,
    delay: Math.floor(random() * 300),
  }));

  it.each(moments)("$delay ms after opening (batch: $batch), wherever that is", async ({ batch, delay }) => {
    const folder = newFolder();
    const task = { folder, returns: RETURNS, batch };
    const child = start(task);
    child.stdout?.once("data", () => setTimeout(() => child.kill("SIGKILL"), delay));
    await ended(child);
    await recordAll(task);
    expect(contents(folder)).toEqual(reference);
  });

  it("two at once: one waits, and both together make the same ledger", async () => {
    const folder = newFolder();
    const task = { folder, returns: RETURNS, batch: true, patience: 20_000 };
    expect(await Promise.all([start(task), start(task)].map(ended))).toEqual([0, 0]);
    expect(contents(folder)).toEqual(reference);
  });
});

describe("orphaned files of a killed process", () => {
  afterEach(removeFolders);

  it("are gone after the next start, and kept files stay", async () => {
    const folder = newFolder();
    const staging = join(folder, "so-lieu", "tep", "tam");
    mkdirSync(staging, { recursive: true });
    writeFileSync(join(staging, "abc.xlsx.1"), "half");
    const ledger = await opened(folder);
    expect(existsSync(join(staging, "abc.xlsx.1"))).toBe(false);
    await ledger.close();
  });
});
