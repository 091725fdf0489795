import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleInto } from "../../scripts/bundle.js";
import { assetPath } from "../../src/assets.js";
import { openLedger } from "../../src/cycle/ledger/index.js";
import { loadUnits } from "../../src/organisation/load-units.js";
import { newFolder, openingsOf, Province, removeProvinces, type Typed } from "../cycle-collect.sample.js";
import { contents, database } from "../ledger.folders.js";
import { seeded } from "../seeded.js";
import { report } from "../source-docx.sample.js";

const SEED = 20260524;
const KILLS = 20;
const FILES = 500;
/** Milliseconds; a thousand syncs take their time where others write to the same disk. */
const TIMEOUT = 600_000;

const UNITS = 444;
const codeOf = (index: number): string => `x-${String(index).padStart(3, "0")}`;

const UNITS_YAML = [
  "đơn vị:",
  ...Array.from(
    { length: UNITS },
    (_, index) => `  - { mã: ${codeOf(index)}, loại: xa-phuong, tên: Đảng uỷ xã Thử ${index} }`,
  ),
].join("\n");

const beside = (file: string): string => new URL(file, import.meta.url).pathname;

let bundle: string;
let province: Province;

interface Ended {
  /** Exit code, or the signal that ended it. */
  readonly end: NodeJS.Signals | number | null;
  readonly stderr: string;
}

/** `vanthu cycle collect` in a folder; `onStep` hears how many files and answers are done. */
function start(folder: string, onStep: (step: number, child: ChildProcess) => void = () => {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(bundle, "child.js"), "cycle", "collect", province.inbox], {
    cwd: folder,
    env: { ...process.env, TELL_PROGRESS: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  let steps = 0;
  onStep(0, child);
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    for (const _ of text.matchAll(/\[\d+\/\d+\]/gu)) {
      steps += 1;
      onStep(steps, child);
    }
  });
  return new Promise((resolve) => child.on("close", (code, signal) => resolve({ end: signal ?? code, stderr })));
}

/** A workspace in which nothing was collected yet. */
function freshWorkspace(): string {
  const folder = newFolder();
  for (const name of ["so-lieu", "vanthu.yaml", "don-vi.yaml"]) {
    cpSync(join(province.folder, name), join(folder, name), { recursive: true });
  }
  return folder;
}

/** Every file under a folder, by its path, with the hash of its content. */
function hashesUnder(folder: string, root = folder): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return Object.entries(hashesUnder(path, root));
      return [[relative(root, path), createHash("sha256").update(readFileSync(path)).digest("hex")]];
    }),
  );
}

/** Everything a run leaves behind: rows, kept files, answers. The clock stands still, so times are the same too. */
function left(folder: string) {
  const open = database(folder);
  const integrity = open.prepare("PRAGMA integrity_check").all([]);
  open.close();
  return {
    ...contents(folder),
    integrity,
    ledger: readdirSync(join(folder, "so-lieu")).sort(),
    // a disk may be full before the first answer is written
    answers: existsSync(join(folder, "tra-loi")) ? hashesUnder(join(folder, "tra-loi")) : {},
  };
}

/** Five hundred files: most returns correct, some wrong, corrected, copied, packed, with papers, or broken. */
async function fillInbox(): Promise<void> {
  const put = async (path: string, code: string, typed: Typed = {}): Promise<void> => {
    province.put(path, await province.return(code, { typed }));
  };
  for (let index = 0; index < 430; index += 1) {
    const code = codeOf(index);
    await put(`2026-05-20/${code}.xlsx`, code, index % 20 === 7 ? { "A06/actual": 999 } : {});
  }
  for (let index = 0; index < 400; index += 10) {
    const code = codeOf(index);
    await put(`2026-05-21/${code}.xlsx`, code, { "K05/actual": (province.figures(code).K05 ?? 0) + 1 });
  }
  // one neighbour copied what a unit sent first, another what it sent last: only the latter's figures are all alike now
  for (const [index, more] of [0, 1].entries()) {
    const figures = province.figures(codeOf(0));
    const typed = Object.fromEntries(Object.entries(figures).map(([key, value]) => [`${key}/actual`, value]));
    const wish = { typed: { ...typed, "K05/actual": (figures.K05 ?? 0) + more } };
    const code = codeOf(430 + index);
    const openings = openingsOf(province.formSet, figures);
    province.put(`2026-05-23/${code}.xlsx`, await province.return(code, { ...wish, prefill: { openings } }));
  }
  const packed: Record<string, Uint8Array> = {};
  for (let index = 432; index < 440; index += 1)
    packed[`${codeOf(index)}/bieu.xlsx`] = await province.return(codeOf(index));
  province.put("2026-05-22/thu.zip", zipSync(packed));
  for (let index = 440; index < 444; index += 1) {
    const code = codeOf(index);
    await put(`2026-05-22/${code}/bieu.xlsx`, code);
    province.put(`2026-05-22/${code}/bao-cao.docx`, report(["I. Đặc điểm tình hình", `Xã số ${index}.`]));
    province.put(`2026-05-22/${code}/ky.pdf`, `%PDF-1.7\nbản chụp ${index}`);
  }
  for (let index = 0; index < 12; index += 1) {
    const whole = readFileSync(join(province.inbox, `2026-05-20/${codeOf(index)}.xlsx`));
    const name = `2026-05-22/chep-do-${index}.xlsx`;
    province.put(name, index % 3 === 0 ? whole : whole.subarray(0, whole.length / 2));
  }
  for (let index = 0; index < 3; index += 1) province.put(`2026-05-22/thu-${index}.eml`, "From: ai đó");
}

beforeAll(async () => {
  mkdirSync(assetPath("out"), { recursive: true });
  // inside the package, where the bundle finds the native library
  bundle = mkdtempSync(assetPath("out", "collect-crash-"));
  await bundleInto(bundle, {
    child: beside("../cli-collect.child.ts"),
    "read-worker": beside("../../src/cycle/collect/read-worker.ts"),
  });
  const { register } = loadUnits(UNITS_YAML, "don-vi.yaml");
  if (register === undefined) throw new Error("no units");
  province = await Province.open({ register });
  writeFileSync(join(province.folder, "don-vi.yaml"), UNITS_YAML);
  cpSync(assetPath("fixtures", "ky-bao-cao", "vanthu.yaml"), join(province.folder, "vanthu.yaml"));
  await fillInbox();
  await province.ledger.close();
}, TIMEOUT);

afterAll(async () => {
  await removeProvinces();
  rmSync(bundle, { recursive: true, force: true });
});

describe("collecting, killed at any point and run again", { timeout: TIMEOUT }, () => {
  let reference: ReturnType<typeof left>;
  let end: Ended["end"];
  let steps = 0;

  beforeAll(async () => {
    expect(Object.keys(hashesUnder(province.inbox))).toHaveLength(FILES);
    const folder = freshWorkspace();
    const uninterrupted = await start(folder, (step) => (steps = step));
    end = uninterrupted.end;
    reference = left(folder);
    // some have to send again
    expect(end).toBe(1);
    expect(reference.integrity).toEqual([{ integrity_check: "ok" }]);
    expect(reference.ledger).toEqual(["so-theo-doi.db", "tep"]);
    expect(reference.tables.revisions).toHaveLength(UNITS + 40);
    const states = (reference.tables.revisions as { state: string }[]).map(({ state }) => state);
    expect(states.filter((state) => state === "correct")).toHaveLength(22 + 2);
    expect(steps).toBe(FILES + UNITS);
  }, TIMEOUT);

  const random = seeded(SEED);
  // one in ten dies while it starts, the others among all files and answers
  const kills = Array.from({ length: KILLS }, (_, index) => ({
    share: index % 10 === 9 ? 0 : Number((random() * 0.97).toFixed(3)),
    delay: Math.floor(random() * (index % 10 === 9 ? 500 : 12)),
  }));

  it.each(kills)(
    `leaves the same ledger and answers: at $share of the way, and $delay ms (seed ${SEED})`,
    async (kill) => {
      const folder = freshWorkspace();
      const at = Math.floor(kill.share * steps);
      const killed = await start(folder, (step, child) => {
        if (step === at) setTimeout(() => child.kill("SIGKILL"), kill.delay);
      });
      expect(killed.end).toBe("SIGKILL");
      expect((await start(folder)).end).toBe(end);
      expect(left(folder)).toEqual(reference);
    },
  );

  it("on one ledger, again and again", async () => {
    const folder = freshWorkspace();
    for (const { share, delay } of kills.slice(0, 5)) {
      const at = Math.floor(share * steps);
      await start(folder, (step, child) => {
        if (step === at) setTimeout(() => child.kill("SIGKILL"), delay);
      });
    }
    expect((await start(folder)).end).toBe(end);
    expect(left(folder)).toEqual(reference);
  });

  /** What counts, in whatever order it was recorded. */
  const standing = ({ tables, files, integrity, ledger, answers }: ReturnType<typeof left>) => ({
    ...{ files, integrity, ledger, answers },
    revisions: (tables.revisions as Record<string, unknown>[])
      .map(({ period, unit, number, file, state, figures_hash, findings_hash }) =>
        [period, unit, number, file, state, figures_hash, findings_hash].join(" "),
      )
      .sort(),
    values: tables.revision_values?.length,
  });

  it("on a disk that runs full, it says so, and with room the same call takes in the rest", async (context) => {
    const folder = newFolder();
    // a disk of its own; only root may mount one
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder]).status !== 0) return context.skip();
    try {
      for (const name of ["so-lieu", "vanthu.yaml", "don-vi.yaml"]) {
        cpSync(join(province.folder, name), join(folder, name), { recursive: true });
      }
      const full = await start(folder);
      expect(full.end).toBe(2);
      expect(full.stderr).toContain("đã đầy");
      const before = left(folder);
      expect(before.integrity).toEqual(reference.integrity);
      expect(before.tables.revisions?.length).toBeLessThan(reference.tables.revisions?.length ?? 0);
      expect(spawnSync("mount", ["-o", "remount,size=500m", folder]).status).toBe(0);
      expect((await start(folder)).end).toBe(end);
      const after = standing(left(folder));
      // a return that was its unit's last until there was room may have been answered, too
      expect(after.answers).toMatchObject(reference.answers);
      expect({ ...after, answers: {} }).toEqual({ ...standing(reference), answers: {} });
    } finally {
      spawnSync("umount", ["-l", folder]);
    }
  });

  it("two at once make the same ledger: one waits, or is refused and told why", async () => {
    const folder = freshWorkspace();
    const both = await Promise.all([start(folder), start(folder)]);
    for (const one of both)
      if (one.end !== end) expect(one).toMatchObject({ end: 2, stderr: expect.stringMatching(/đang ghi/u) });
    expect(both.map((one) => one.end)).toContain(end);
    expect(left(folder)).toEqual(reference);
  });

  it("is refused while another keeps the ledger for long, and touches nothing", async () => {
    const folder = freshWorkspace();
    const before = contents(folder);
    const { hostname } = await import("node:os");
    const holder = await openLedger(folder, { now: () => new Date(), host: hostname(), pid: process.pid });
    const { end: refused, stderr } = await start(folder);
    await holder.ledger?.close();
    expect(refused).toBe(2);
    expect(stderr).toContain(`Một lệnh vanthu khác trên máy này (tiến trình ${process.pid}`);
    expect(stderr).toContain("Đợi lệnh đó xong rồi chạy lại.");
    expect(contents(folder)).toEqual(before);
    expect((await start(folder)).end).toBe(end);
    expect(left(folder)).toEqual(reference);
  });
});
