import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Connection, connect } from "../src/cycle/ledger/connection.js";
import { findingOf } from "../src/cycle/ledger/failure.js";
import { type Ledger, type LedgerFiles, nodeLedgerFiles, type Recorded } from "../src/cycle/ledger/index.js";
import { ledgerOf } from "../src/cycle/ledger/ledger.js";
import { fileKeeper } from "../src/cycle/ledger/received-files.js";
import { turnQueue } from "../src/cycle/ledger/turns.js";
import { placesOf } from "../src/cycle/ledger/values.js";
import { groupedWrites } from "../src/cycle/ledger/writes.js";
import { contents, NOW, newFolder, opened, removeFolders } from "./ledger.folders.js";
import { FORM_SET, figures, HALF, sampleReturn } from "./ledger.sample.js";

/** The real file system, until one operation fails with a code; `heal` makes it work again. */
function failingFiles(operation: keyof LedgerFiles, after: number, code: string) {
  let left = after;
  const files: LedgerFiles = {
    ...nodeLedgerFiles,
    [operation]: async (...parameters: never[]) => {
      if (left <= 0) throw Object.assign(new Error(code), { code });
      left -= 1;
      const real: (...all: never[]) => Promise<unknown> = nodeLedgerFiles[operation];
      return real(...parameters);
    },
  };
  return { files, heal: () => (left = Number.POSITIVE_INFINITY) };
}

/** A ledger over a connection and files that the test has a hand on. */
async function ledgerOver(
  folder: string,
  spoil: (connection: Connection) => Connection,
  files: LedgerFiles = nodeLedgerFiles,
): Promise<Ledger> {
  const home = join(folder, "so-lieu");
  const connection = spoil(await connect(join(home, "so-theo-doi.db"), "write"));
  const keeper = fileKeeper(home, files);
  const places = placesOf(connection);
  const writes = groupedWrites(connection, keeper, places.forget);
  await keeper.prepare();
  const parts = { connection, writes, keeper, places, turns: turnQueue(), files };
  const time = () => NOW.toISOString();
  return ledgerOf({ ...parts, folder: home, file: "so-lieu/so-theo-doi.db", time }, async () => connection.close());
}

describe("a ledger that may not be written", () => {
  it.each(["EACCES", "EPERM", "EROFS", "SQLITE_READONLY"])("says so, and what to do (%s)", (code) => {
    const finding = findingOf(Object.assign(new Error(), { code }), "so-lieu/so-theo-doi.db");
    expect(finding?.found).toContain("không được phép ghi");
    expect(finding?.remedy).toContain("chỉ đọc");
    expect(finding?.place).toEqual({ file: "so-lieu/so-theo-doi.db" });
  });

  it("is told from one whose disk is gone", () => {
    expect(findingOf(Object.assign(new Error(), { code: "EIO" }), "x")?.remedy).toContain("ổ đĩa");
  });
});

describe("a full disk", () => {
  afterEach(removeFolders);

  it.each([
    ["writeNew", "ENOSPC", "ledger/disk-full"],
    ["rename", "ENOSPC", "ledger/disk-full"],
    ["syncFolder", "EDQUOT", "ledger/disk-full"],
    ["createFolder", "ENOSPC", "ledger/disk-full"],
    ["writeNew", "EROFS", "ledger/unwritable"],
  ] as const)(
    "at %s (%s) leaves the ledger as it was, and the same call works once there is room",
    async (operation, code, id) => {
      const folder = newFolder();
      // the lock file is the first file written; a few folders are made and synced before the first return
      const { files, heal } = failingFiles(operation, operation === "writeNew" ? 2 : 3, code);
      const ledger = await opened(folder, { files });
      await ledger.openPeriod({ period: HALF, formSet: FORM_SET, who: "a" });
      let outcome: Awaited<ReturnType<typeof ledger.recordRevision>> | undefined;
      let before = contents(folder);
      let unit = 0;
      for (; unit < 20 && outcome?.kind !== "refused"; unit += 1) {
        before = contents(folder);
        outcome = await ledger.recordRevision(sampleReturn(`u${unit}`, "1"));
      }
      expect(outcome).toMatchObject({ kind: "refused", findings: [{ id }] });
      expect(contents(folder).tables).toEqual(before.tables);
      expect(contents(folder).files.filter((name) => name.includes("tam/"))).toEqual([]);
      heal();
      expect((await ledger.recordRevision(sampleReturn(`u${unit - 1}`, "1"))).kind).toBe("recorded");
      await ledger.close();
    },
  );

  it("in a file of a batch keeps back what the same unit sent later: revisions stay in their order", async () => {
    const folder = newFolder();
    const { files, heal } = failingFiles("writeNew", 2, "ENOSPC");
    const ledger = await opened(folder, { files });
    await ledger.openPeriod({ period: HALF, formSet: FORM_SET, who: "a" });
    const all = () =>
      ledger.batch(async () => {
        const first = await ledger.recordRevision(sampleReturn("u1", "lần 1"));
        const refusedAt = ledger.recordRevision(sampleReturn("u2", "lần 1"));
        await refusedAt;
        heal();
        const later = await ledger.recordRevision(sampleReturn("u2", "lần 2"));
        const other = await ledger.recordRevision(sampleReturn("u3", "lần 1"));
        return [first, await refusedAt, later, other].map(({ kind }) => kind);
      });
    expect((await all()).value).toEqual(["recorded", "refused", "refused", "recorded"]);
    expect((await all()).value).toEqual(["repeated", "recorded", "recorded", "repeated"]);
    expect(ledger.history("u2", HALF.id).map(({ number }) => number)).toEqual([1, 2]);
    await ledger.close();
  });

  it("in a file of a batch costs that return only", async () => {
    const folder = newFolder();
    const { files, heal } = failingFiles("writeNew", 4, "ENOSPC");
    const ledger = await opened(folder, { files });
    await ledger.openPeriod({ period: HALF, formSet: FORM_SET, who: "a" });
    const { value, lost, findings } = await ledger.batch(async () => {
      const kinds = [];
      for (let unit = 0; unit < 5; unit += 1) {
        kinds.push((await ledger.recordRevision(sampleReturn(`u${unit}`, "1"))).kind);
        if (unit === 3) heal();
      }
      return kinds;
    });
    expect(value).toEqual(["recorded", "recorded", "recorded", "refused", "recorded"]);
    expect({ lost, findings }).toEqual({ lost: [], findings: [] });
    expect(contents(folder).tables.revisions).toHaveLength(4);
    await ledger.close();
  });

  async function folderWithOneReturn(): Promise<string> {
    const folder = newFolder();
    const ledger = await opened(folder);
    await ledger.openPeriod({ period: HALF, formSet: FORM_SET, who: "a" });
    await ledger.recordRevision(sampleReturn("u0", "1"));
    await ledger.close();
    return folder;
  }

  const recorder = (ledger: Ledger) => (unit: number) =>
    ledger.recordRevision(sampleReturn(`u${unit}`, "1", { values: figures(300, unit) }));

  it("in the database, while a batch fills it, refuses what has no room and keeps the rest", async () => {
    const folder = await folderWithOneReturn();
    const ledger = await ledgerOver(folder, (connection) => {
      // a disk with room for a few pages more
      const pages = z
        .array(z.object({ page_count: z.number() }))
        .parse(connection.prepare("PRAGMA page_count").all([]));
      connection.prepare(`PRAGMA max_page_count = ${(pages[0]?.page_count ?? 0) + 20}`).all([]);
      return connection;
    });
    const record = recorder(ledger);
    const { value, lost } = await ledger.batch(async () => {
      const outcomes: Recorded[] = [];
      for (let unit = 1; unit < 40; unit += 1) outcomes.push(await record(unit));
      return outcomes;
    });
    const kept = value.flatMap((outcome) => (outcome.kind === "recorded" ? outcome.revision : []));
    expect(kept.length).toBeGreaterThan(0);
    expect(value.at(-1)).toMatchObject({ kind: "refused", findings: [{ id: "ledger/disk-full" }] });
    expect(lost).toEqual([]);
    await ledger.close();
    const again = await opened(folder);
    for (const { unit, id } of kept) expect(again.values(id)).toEqual(figures(300, Number(unit.slice(1))));
    const { value: all } = await again.batch(() => Promise.all(value.map((_, index) => recorder(again)(index + 1))));
    expect(all.map(({ kind }) => kind)).toEqual(
      value.map(({ kind }) => (kind === "recorded" ? "repeated" : "recorded")),
    );
    await again.close();
  });

  it("on committing a group undoes it, says what was lost, and running again records it", async () => {
    const folder = await folderWithOneReturn();
    const before = contents(folder);
    let room = false;
    const ledger = await ledgerOver(folder, (connection) => ({
      ...connection,
      execute: (sql) => {
        if (sql === "COMMIT" && !room) throw Object.assign(new Error("disk is full"), { code: "SQLITE_FULL" });
        connection.execute(sql);
      },
    }));
    const record = recorder(ledger);
    const { value, lost, findings } = await ledger.batch(() => Promise.all([1, 2, 3].map(record)));
    expect(value.map(({ kind }) => kind)).toEqual(["recorded", "recorded", "recorded"]);
    expect(lost).toEqual(["2026-6t/u1", "2026-6t/u2", "2026-6t/u3"]);
    expect(findings.map(({ id }) => id)).toEqual(["ledger/disk-full", "ledger/lost-group"]);
    expect(await record(1)).toMatchObject({ kind: "refused", findings: [{ id: "ledger/disk-full" }] });
    expect(contents(folder).tables).toEqual(before.tables);
    room = true;
    // what was remembered of undone places does not come back
    for (const unit of [1, 2, 3]) expect((await record(unit)).kind).toBe("recorded");
    expect(ledger.values(ledger.latest("u2", HALF.id)?.id ?? 0)).toEqual(figures(300, 2));
    await ledger.close();
  });
});

describe("a batch", () => {
  afterEach(removeFolders);

  it("keeps what was recorded when the caller fails, and numbers overlapping calls in their order", async () => {
    const folder = newFolder();
    const ledger = await opened(folder);
    await ledger.openPeriod({ period: HALF, formSet: FORM_SET, who: "a" });
    const versions = Array.from({ length: 12 }, (_, index) => `lần ${index + 1}`);
    const failing = ledger.batch(async () => {
      await Promise.all(versions.map((version) => ledger.recordRevision(sampleReturn("u1", version))));
      throw new Error("a workbook that nobody foresaw");
    });
    await expect(failing).rejects.toThrow("nobody foresaw");
    await ledger.close();
    const again = await opened(folder);
    const sizes = again.history("u1", HALF.id).map(({ file }) => file.sha256);
    const expected = contents(folder).tables.revisions?.map((row) => (row as { file: string }).file);
    expect(sizes).toEqual(expected);
    for (const [index, version] of versions.entries()) {
      const bytes = await again.readFile(sizes[index] ?? "");
      expect(Buffer.from(bytes ?? []).toString()).toContain(`${version}.`);
    }
    await again.close();
  });
});

describe("changes outside a batch", () => {
  afterEach(removeFolders);

  it("that are under way while one begins or ends are neither lost nor in its way", async () => {
    const folder = newFolder();
    const ledger = await opened(folder);
    await ledger.openPeriod({ period: HALF, formSet: FORM_SET, who: "a" });
    const record = (unit: number) => ledger.recordRevision(sampleReturn(`u${unit}`, "1"));
    const before = [0, 1, 2].map(record);
    const under: Promise<Recorded>[] = [];
    const { lost } = await ledger.batch(async () => {
      under.push(...[3, 4, 5].map(record));
      await record(6);
      under.push(...[7, 8, 9].map(record));
    });
    const after = [10, 11].map(record);
    const outcomes = await Promise.all([...before, ...under, ...after]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array.from({ length: 11 }, () => "recorded"));
    expect(lost).toEqual([]);
    await ledger.close();
    expect(contents(folder).tables.revisions).toHaveLength(12);
  });
});

describe("what is committed", () => {
  afterEach(removeFolders);

  it.each([true, false])("has the names of its files on the disk before (batch: %s)", async (grouped) => {
    const folder = newFolder();
    await (await opened(folder)).close();
    const unsynced = new Set<string>();
    let commits = 0;
    let renames = 0;
    const files: LedgerFiles = {
      ...nodeLedgerFiles,
      rename: async (from, to) => {
        await nodeLedgerFiles.rename(from, to);
        renames += 1;
        unsynced.add(dirname(to));
      },
      syncFolder: async (path) => {
        await nodeLedgerFiles.syncFolder(path);
        unsynced.delete(path);
      },
    };
    const watch = (connection: Connection): Connection => ({
      ...connection,
      execute: (sql) => {
        if (sql === "COMMIT") {
          commits += 1;
          expect([...unsynced]).toEqual([]);
        }
        connection.execute(sql);
      },
    });
    const ledger = await ledgerOver(folder, watch, files);
    await ledger.openPeriod({ period: HALF, formSet: FORM_SET, who: "a" });
    const record = async (): Promise<void> => {
      for (let unit = 0; unit < 20; unit += 1) {
        const outcome = await ledger.recordRevision(sampleReturn(`u${unit}`, "1"));
        expect(outcome.kind).toBe("recorded");
      }
    };
    if (grouped) expect((await ledger.batch(record)).findings).toEqual([]);
    else await record();
    expect(renames).toBe(20);
    expect(commits).toBe(grouped ? 2 : 21);
    await ledger.close();
  });
});
