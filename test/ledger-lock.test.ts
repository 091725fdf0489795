import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type Opening, openLedger } from "../src/cycle/ledger/index.js";
import { networkShare } from "../src/cycle/ledger/network-share.js";
import { nodeProcesses, type Processes } from "../src/cycle/ledger/processes.js";
import type { ChildTask } from "./ledger.child.js";
import { database, NOW, newFolder, OPTIONS, opened, removeFolders } from "./ledger.folders.js";
import { FORM_SET, HALF, sampleReturn } from "./ledger.sample.js";

afterEach(removeFolders);

const ids = ({ findings }: Opening) => findings.map(({ id }) => id);
const lockOf = (folder: string) => join(folder, "so-lieu", "khoa.json");

function withLock(holder: object | string): string {
  const folder = newFolder();
  mkdirSync(join(folder, "so-lieu"));
  writeFileSync(lockOf(folder), typeof holder === "string" ? holder : JSON.stringify(holder));
  return folder;
}

/** Process numbers that run, with their starts. */
const running = (table: Record<number, string>): Processes => ({
  startOf: (pid) => table[pid],
  isRunning: (pid, started) => table[pid] !== undefined && (started === undefined || table[pid] === started),
});

describe("the lock file", () => {
  it("names machine, process and time, and is gone after closing", async () => {
    const folder = newFolder();
    const ledger = await opened(folder);
    expect(JSON.parse(readFileSync(lockOf(folder), "utf8"))).toMatchObject({
      host: "may-van-thu",
      pid: process.pid,
      at: NOW.toISOString(),
    });
    await ledger.close();
    expect(existsSync(lockOf(folder))).toBe(false);
  });

  it("of a living process is respected, and the process named with its time in Vietnam", async () => {
    const folder = newFolder();
    const ledger = await opened(folder);
    const second = await openLedger(folder, OPTIONS);
    expect(ids(second)).toEqual(["ledger/locked-here"]);
    expect(second.findings[0]?.found).toContain(`tiến trình ${process.pid}, từ 08:15 ngày 21/5/2026`);
    expect(existsSync(lockOf(folder))).toBe(true);
    await ledger.close();
    await (await opened(folder)).close();
  });

  it("of another machine is never taken over, and the machine named", async () => {
    const folder = withLock({ host: "may-to-chuc", pid: 1, at: NOW.toISOString() });
    const opening = await openLedger(folder, { ...OPTIONS, processes: running({}) });
    expect(ids(opening)).toEqual(["ledger/locked-elsewhere"]);
    expect(opening.findings[0]?.remedy).toContain('"may-to-chuc"');
    expect(existsSync(lockOf(folder))).toBe(true);
  });

  it("of a dead process of this machine is taken over, with a note", async () => {
    const folder = withLock({ host: "may-van-thu", pid: 4242, at: NOW.toISOString() });
    const opening = await openLedger(folder, { ...OPTIONS, processes: running({}) });
    expect(ids(opening)).toEqual(["ledger/taken-over"]);
    expect(JSON.parse(readFileSync(lockOf(folder), "utf8"))).toMatchObject({ pid: process.pid });
    await opening.ledger?.close();
  });

  it("of a dead process whose number another has by now is taken over", async () => {
    const holder = { host: "may-van-thu", pid: 4242, started: "boot/100", at: NOW.toISOString() };
    const alive = await openLedger(withLock(holder), { ...OPTIONS, processes: running({ 4242: "boot/100" }) });
    expect(ids(alive)).toEqual(["ledger/locked-here"]);
    const reused = await openLedger(withLock(holder), { ...OPTIONS, processes: running({ 4242: "boot/777" }) });
    expect(ids(reused)).toEqual(["ledger/taken-over"]);
    await reused.ledger?.close();
  });

  it.each(["", "{", '{"host": 5}'])("that was never finished (%j) does not stop anybody", async (text) => {
    const opening = await openLedger(withLock(text), OPTIONS);
    expect(ids(opening)).toEqual([]);
    await opening.ledger?.close();
  });

  it("is left alone on closing when it has become somebody else's", async () => {
    const folder = newFolder();
    const ledger = await opened(folder);
    const other = JSON.stringify({ host: "may-to-chuc", pid: 7, at: NOW.toISOString() });
    writeFileSync(lockOf(folder), other);
    await ledger.close();
    expect(readFileSync(lockOf(folder), "utf8")).toBe(other);
  });

  it("makes the second of two programs wait, and then say who has it", async () => {
    const folder = newFolder();
    const task: ChildTask = { folder, returns: 3, batch: true, hold: 60_000 };
    const script = new URL("./ledger.child.ts", import.meta.url).pathname;
    const child = spawn(process.execPath, ["--import", "tsx", script, JSON.stringify(task)]);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    const before = performance.now();
    const refused = await openLedger(folder, { ...OPTIONS, patience: 400 });
    expect(performance.now() - before).toBeGreaterThanOrEqual(400);
    expect(ids(refused)).toEqual(["ledger/locked-here"]);
    expect(refused.findings[0]?.found).toContain(`tiến trình ${child.pid}`);
    // reading needs no lock
    const reading = await opened(folder, { access: "read" });
    expect(reading.period(HALF.id)?.period).toEqual(HALF);
    await reading.close();
    const waiting = openLedger(folder, { ...OPTIONS, patience: 20_000 });
    child.kill("SIGKILL");
    const taken = await waiting;
    expect(ids(taken)).toEqual(["ledger/taken-over"]);
    await taken.ledger?.close();
  });

  it("knows processes by their start", () => {
    expect(nodeProcesses.isRunning(process.pid, nodeProcesses.startOf(process.pid))).toBe(true);
    expect(nodeProcesses.isRunning(process.pid, undefined)).toBe(true);
    expect(nodeProcesses.isRunning(2 ** 22 + 1, undefined)).toBe(false);
    if (process.platform === "linux") expect(nodeProcesses.isRunning(process.pid, "another boot/1")).toBe(false);
  });
});

describe("opening", () => {
  it("for reading changes nothing, and needs a ledger", async () => {
    const folder = newFolder();
    expect(ids(await openLedger(folder, { ...OPTIONS, access: "read" }))).toEqual(["ledger/not-started"]);
    expect(existsSync(join(folder, "so-lieu"))).toBe(false);
    await (await opened(folder)).close();
    const reading = await opened(folder, { access: "read" });
    const outcome = await reading.openPeriod({ period: HALF, formSet: FORM_SET, who: "a" });
    expect(outcome).toMatchObject({ done: false, findings: [{ id: "ledger/unwritable" }] });
    await reading.close();
  });

  it("refuses a ledger of a newer program, and a file that is none; neither is touched", async () => {
    const folder = newFolder();
    await (await opened(folder)).close();
    const newer = database(folder);
    newer.exec("PRAGMA user_version = 99");
    newer.close();
    expect(ids(await openLedger(folder, OPTIONS))).toEqual(["ledger/newer-version"]);
    expect(ids(await openLedger(folder, { ...OPTIONS, access: "read" }))).toEqual(["ledger/newer-version"]);
    expect(existsSync(lockOf(folder))).toBe(false);

    const path = join(folder, "so-lieu", "so-theo-doi.db");
    const text = "đây không phải là sổ theo dõi, chỉ là một tệp văn bản có tên như vậy".repeat(50);
    writeFileSync(path, text);
    expect(ids(await openLedger(folder, OPTIONS))).toEqual(["ledger/damaged"]);
    expect(readFileSync(path, "utf8")).toBe(text);
    expect(existsSync(lockOf(folder))).toBe(false);
  });

  it("in a folder that cannot be made says so", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "so-lieu"), "a file");
    const [id] = ids(await openLedger(folder, OPTIONS));
    expect(id).toBe("ledger/unwritable");
  });

  it("warns of a network share", async () => {
    const opening = await openLedger(newFolder(), {
      ...OPTIONS,
      mounts: async () => "//may-chu/chung / cifs rw 0 0\n",
    });
    expect(ids(opening)).toEqual(["ledger/network-share"]);
    expect(opening.findings[0]).toMatchObject({ severity: "warning" });
    const { ledger } = opening;
    expect(await ledger?.recordRevision(sampleReturn("u1", "1", { period: "x" }))).toMatchObject({ kind: "refused" });
    await ledger?.close();
  });
});

describe("network shares", () => {
  const MOUNTS = [
    "/dev/vda / ext4 rw 0 0",
    "tmpfs /mnt tmpfs rw 0 0",
    "may-chu:/vp /mnt/van-phong nfs4 rw 0 0",
    "//may-chu/chung /mnt/ổ\\040chung cifs rw 0 0",
    "C: /mnt/c 9p rw 0 0",
    "ban@may:/ /home/ha/xa fuse.sshfs rw 0 0",
    "/dev/vdb /mnt/c/local ext4 rw 0 0",
    "",
  ].join("\n");

  it.each([
    ["/home/ha/so-lieu", undefined],
    ["/mnt/van-phong/2026", "nfs4"],
    ["/mnt/van-phong-2/2026", undefined],
    ["/mnt/ổ chung/so-lieu", "cifs"],
    ["/mnt/c/Users/ha", "9p"],
    ["/mnt/c/local/so-lieu", undefined],
    ["/home/ha/xa", "sshfs"],
    ["\\\\may-chu\\chung\\so-lieu", "smb"],
    ["C:\\so-lieu", undefined],
  ])("%s: %s", (path, kind) => {
    expect(networkShare(path, MOUNTS)).toBe(kind);
  });

  it("cannot be known where mounts are not listed", () => {
    expect(networkShare("/Volumes/chung", "")).toBeUndefined();
  });
});
