import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runSamplePeriod } from "../../src/cli/demo/cycle/cycle-demo.js";
import { nodeFiles } from "../../src/cli/node-files.js";
import type { CellFinding } from "../../src/cycle/returns.js";
import type { Status } from "../../src/cycle/status/status.js";
import { englishIn } from "../cli.environment.js";
import { type CycleOffice, FEW_UNITS, openCycleOffice, send } from "../cli-cycle.sample.js";

const PERIOD = "2026-6t";

/** A small office whose period is open, with nothing known of earlier years. */
async function opened(): Promise<CycleOffice> {
  const office = await openCycleOffice(FEW_UNITS);
  await office.cycle("2026-05-04", "open", PERIOD);
  return office;
}

describe("the sample period", () => {
  let run: Awaited<ReturnType<typeof runSamplePeriod>>;
  beforeAll(async () => {
    run = await runSamplePeriod(join(process.cwd(), "fixtures/ky-bao-cao"), {
      cwd: process.cwd(),
      runner: { host: "may-thu", pid: process.pid, user: "can-bo" },
      stdout: { write: () => true },
      stderr: { write: () => true },
      isTTY: false,
      env: {},
      files: nodeFiles,
      now: () => new Date("2026-05-27T05:00:00Z"),
    });
  });

  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever comes
  const result = (command: string): any => run.steps.find((step) => step.command.includes(command))?.report.result;

  it("goes through every command", () => {
    expect(run.findings).toEqual([]);
    expect(run.steps.map(({ report }) => report.exit)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0]);
    for (const { report } of run.steps) {
      for (const line of report.lines) expect(englishIn(line.replace(/vanthu \w+( \w+)?/gu, ""))).toBeUndefined();
    }
  });

  it("finds every fault that was made, and no other", () => {
    const found = new Map<string, string>();
    for (const { unit, findings, state } of result("collect").returns) {
      const open = findings.filter(({ weight }: { weight: string }) => weight !== "note");
      found.set(unit, `${state} ${open[0]?.rule ?? ""}`.trim());
    }
    expect(Object.fromEntries([...found].filter(([, text]) => text !== "accepted"))).toEqual({
      "p-dong-vong": "correct KT-B05",
      "p-ben-tram": "correct TEP-SO-CHU",
      "x-trieu-duong": "correct SL-THIEU",
      "x-vinh-lach": "explain KT-C02-TYLE",
      "x-phu-khe": "correct THU-BAN-SAO",
      "x-da-dung": "correct TEP-CT-LECH",
      kcn: "correct KT-B6-B02",
    });
    expect(result("collect").others.map(({ file }: { file: string }) => file)).toEqual([
      "hop-thu-den/2026-05-23/cang-cua-van.xlsx",
    ]);
  });

  it("says how every unit stands", () => {
    const status: Status = result("status").status;
    expect(status.whole).toEqual({
      ...{ asked: 24, sent: 20, onTime: 17, counted: 14, explain: 1, correct: 6, missing: 4, unreadable: 1 },
      unsigned: 2,
    });
    const row = (unit: string) => status.rows.find((each) => each.unit === unit);
    expect(row("x-hai-thuan")).toMatchObject({ extended: true, daysLate: 0, standing: "counted" });
    expect(row("x-cua-van")).toMatchObject({ daysLate: 2, standing: "counted" });
    expect(row("x-muong-lam")).toMatchObject({ revisions: 2, standing: "counted", daysLate: 0, errors: 0 });
    expect(row("cang-cua-van")).toMatchObject({ standing: "unreadable", unreadable: "2026-05-23", daysLate: 3 });
    expect(row("p-dong-vong")).toMatchObject({ standing: "correct", signed: true });
    expect(result("remind").units).toHaveLength(10);
  });

  it("answers every return that is its unit's last", () => {
    const answers = [...run.files.keys()].filter((name) => name.startsWith("tra-loi/")).map((name) => name.slice(16));
    expect(answers).toContain("p-dong-vong/phieu-ra-soat.docx");
    expect(answers).toContain("p-dong-vong/p-dong-vong-danh-dau.xlsx");
    expect(answers.filter((name) => name.startsWith("x-muong-lam"))).toEqual(["x-muong-lam/loi-nhan-lan-2.txt"]);
    expect(answers.filter((name) => name.includes("loi-nhan"))).toHaveLength(32);
  });
});

describe("vanthu cycle collect", () => {
  let office: CycleOffice;
  beforeEach(async () => {
    office = await opened();
  });
  afterEach(() => office.remove());

  it("says what is wrong, answers, and is content with the corrected return", async () => {
    // an outline with open opening figures of which none were typed
    const fault = { kind: "blank", keys: ["K01", "K02", "K03", "K04", "K05"] } as const;
    await send(office, PERIOD, { unit: "p-song-kim", day: "2026-05-20", as: "workbook", fault });
    const first = await office.cycle("2026-05-21", "collect", "--period", PERIOD);
    expect(first.exit).toBe(1);
    expect(first.stdout).toContain("PHẢI SỬA  Đảng uỷ phường Sông Kim (nhận ngày 20/5/2026;");
    expect(first.stdout).toContain("[SL-THIEU-DAU-KY]");
    expect(first.stdout).toMatch(/… và \d+ chỗ khác, xem phiếu rà soát\./u);
    const { returns } = await office.json("2026-05-21", "collect");
    const lastYear = (returns[0].findings as readonly CellFinding[]).filter(({ rule }) => rule === "SL-THIEU-CUNG-KY");
    // a column of last year's figures that is blank throughout is one finding a sheet
    expect(lastYear.map(({ id, cell }) => [id, cell?.sheet])).toEqual(
      ["Biểu 1", "Biểu 2", "Biểu 3", "Biểu 7"].map((sheet) => ["cycle/blank-same-period", sheet]),
    );
    const answers = join(office.folder, "tra-loi", PERIOD, "p-song-kim");
    expect(await readdir(answers)).toEqual(["loi-nhan.txt", "p-song-kim-danh-dau.xlsx", "phieu-ra-soat.docx"]);
    expect(await office.read(`tra-loi/${PERIOD}/p-song-kim/loi-nhan.txt`)).toContain(
      "gửi lại chậm nhất ngày 24/5/2026",
    );
  });

  it("adds nothing when called again, and keeps answers that are there", async () => {
    await send(office, PERIOD, { unit: "lddl", day: "2026-05-20", as: "zip" });
    await office.cycle("2026-05-21", "collect");
    const slip = `tra-loi/${PERIOD}/lddl/phieu-ra-soat.docx`;
    await office.write(slip, "đã sửa tay");
    const again = await office.cycle("2026-05-22", "collect");
    expect(again.exit).toBe(1);
    expect(again.stdout).toContain("1 đã thu trước đây.");
    expect(await office.read(slip)).toBe("đã sửa tay");
  });

  it("takes the day of receipt from the call, and no day to come", async () => {
    await send(office, PERIOD, { unit: "lddl", day: "2026-05-20", as: "folder" });
    const late = await office.json("2026-05-28", "collect", "hop-thu-den", "--ngay-nhan", "27/5/2026");
    expect(late.returns[0]).toMatchObject({ received: { day: "2026-05-27", basis: "given" }, daysLate: 3 });
    const future = await office.cycle("2026-05-28", "collect", "--received", "29/5/2026");
    expect(future.exit).toBe(2);
    expect(future.stderr).toContain("sau hôm nay");
  });

  it.each([
    [["collect", "khong-co"], 2, "khong-co"],
    [["collect"], 2, "hop-thu-den"],
    [["collect", "ra", "--period", "2026-nam"], 2, "vanthu cycle open 2026-nam"],
    [["collect", "--received", "31/2/2026"], 2, "31/2/2026"],
  ])("%j", async (words, expected, found) => {
    const { exit, stderr } = await office.cycle("2026-05-28", ...words);
    expect(exit).toBe(expected);
    expect(stderr).toContain(found);
    expect(englishIn(stderr.replace(/vanthu cycle \w+/gu, ""))).toBeUndefined();
  });
});

describe("the end of a period", () => {
  let office: CycleOffice;
  beforeAll(async () => {
    office = await opened();
    await send(office, PERIOD, { unit: "lddl", day: "2026-05-20", as: "folder" });
    await office.cycle("2026-05-21", "collect");
  });
  afterAll(() => office.remove());

  it("shows the status on the terminal, as JSON, and of the period opened last", async () => {
    const text = await office.cycle("2026-05-26", "status");
    expect(text.exit).toBe(0);
    expect(text.stdout).toMatch(/3 +Liên đoàn Lao động tỉnh +phải sửa +20\/5\/2026 +đúng hạn/u);
    expect(text.stdout).toContain("chậm 2 ngày");
    const { status } = await office.json("2026-05-26", "status", PERIOD);
    expect(status.whole).toMatchObject({ asked: 3, sent: 1, missing: 2 });
    expect(JSON.parse((await office.cycle("2026-05-26", "status", "--format", "json")).stdout).whole).toEqual(
      status.whole,
    );
  });

  it("writes the page and the workbook, and over neither", async () => {
    expect((await office.cycle("2026-05-26", "status", "--kieu", "html")).stdout).toContain(
      `Đã ghi tinh-hinh-${PERIOD}.html`,
    );
    expect((await office.cycle("2026-05-26", "status", "-o", "bang.xlsx")).exit).toBe(0);
    const again = await office.cycle("2026-05-26", "status", "-o", "bang.xlsx");
    expect(again.exit).toBe(2);
    expect(again.stderr).toContain("--ghi-de");
    expect((await office.cycle("2026-05-26", "status", "--format", "odt")).stderr).toContain("text, json, xlsx, html");
  });

  it("reminds all late units by one letter, which can be numbered and rendered", async () => {
    const missing = await office.cycle("2026-05-26", "remind", PERIOD);
    expect(missing.exit).toBe(2);
    expect(missing.stderr).toContain("--until");
    const { exit, stdout } = await office.cycle("2026-05-26", "remind", PERIOD, "--until", "30/5/2026", "-o", "dd.md");
    expect([exit, stdout.split("\n")[0]]).toEqual([0, "Đã soạn công văn đôn đốc 3 đơn vị: dd.md."]);
    const draft = await office.read("dd.md");
    expect(draft).toContain("Đảng uỷ phường Tân Lĩnh");
    expect((await office.call(["number", "dd.md", "--date", "27/5/2026"])).exit).toBe(0);
    const rendered = await office.call(["render", "dd.md"]);
    expect([rendered.exit, rendered.stderr]).toEqual([0, ""]);
  });

  it("gives more time with a reason, and a calendar", async () => {
    expect(
      (await office.cycle("2026-05-22", "extend", PERIOD, "--unit", "lddl", "--until", "30/5/2026")).stderr,
    ).toContain("Chưa ghi lý do");
    const words = ["extend", PERIOD, "--unit", "p-song-kim", "--until", "30/5/2026", "--reason", "Mất điện"];
    const { exit, stdout } = await office.cycle("2026-05-22", ...words);
    expect(exit).toBe(0);
    expect(stdout).toContain("Đảng uỷ phường Sông Kim đến hết ngày 30/5/2026");
    const calendar = await office.read(`ra/${PERIOD}/gia-han-p-song-kim-2026-05-30.ics`);
    // long lines are folded (RFC 5545 3.1)
    expect(calendar.replaceAll("\r\n ", "")).toContain("của Đảng uỷ phường Sông Kim (chậm nhất ngày 30/5/2026)");
    const { status } = await office.json("2026-05-26", "status", PERIOD);
    expect(status.rows[0]).toMatchObject({ extended: true, lastDay: "2026-05-30", standing: "waiting" });
    expect((await office.cycle("2026-05-22", ...words)).exit).toBe(2);
  });

  it("locks, refuses what comes later, and re-opens for one unit", async () => {
    const locked = await office.cycle("2026-06-10", "lock", PERIOD);
    expect(locked.stdout).toContain("Số chốt có 0/3 đơn vị.");
    await send(office, PERIOD, { unit: "p-tan-linh", day: "2026-06-11", as: "workbook" });
    const late = await office.cycle("2026-06-11", "collect", "hop-thu-den/2026-06-11");
    expect(late.exit).toBe(1);
    expect(late.stdout).toContain("vanthu cycle reopen 2026-6t --unit p-tan-linh");
    const extended = await office.cycle("2026-06-11", "extend", PERIOD, "--until", "20/6/2026", "--reason", "x");
    expect(extended.exit).toBe(2);
    expect((await office.cycle("2026-06-11", "reopen", PERIOD, "--reason", "x")).stderr).toContain("--unit");
    const reopened = await office.cycle("2026-06-11", "mo-lai", PERIOD, "--unit", "p-tan-linh", "--ly-do", "Sửa số");
    expect(reopened.exit).toBe(0);
    const taken = await office.cycle("2026-06-11", "collect", "hop-thu-den/2026-06-11");
    expect(taken.stdout).not.toContain("reopen");
    expect((await office.cycle("2026-06-12", "lock", PERIOD, "--unit", "p-tan-linh")).exit).toBe(0);
  });
});
