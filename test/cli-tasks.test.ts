import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Plan } from "../src/model/plan.js";
import { readAllocationWorkbook } from "../src/plan/targets/index.js";
import { englishIn, type Office, openOffice } from "./cli.environment.js";
import { FEW_UNITS, openCycleOffice } from "./cli-cycle.sample.js";
import { change, put } from "./workbook-read.edit.js";

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

let office: Office;
beforeEach(async () => {
  office = openOffice();
  await office.write("ke-hoach.md", fixture("ke-hoach-ban-chi-dao.md"));
});
afterEach(() => office.remove());

const NOW = { now: () => new Date("2026-08-03T02:00:00Z") };

describe("vanthu tasks", () => {
  it("prints tasks with bodies, times and next due days, and says what is vague", async () => {
    const { exit, stdout, stderr } = await office.call(["tasks", "ke-hoach.md"], NOW);
    expect(exit).toBe(0);
    expect(stdout).toContain("Kế hoạch số 06-KH/BCĐ, ngày 08/6/2026: 11 nhiệm vụ");
    expect(stdout).toMatch(/II\/2\s+Ban hành kế hoạch kiểm tra.*Ban Tổ chức Tỉnh uỷ.*29\/6\/2026 \(đã qua\)/u);
    expect(stdout).toMatch(/II\/8\s.*31\/12\/2026/u);
    expect(stderr).toContain("ke-hoach.md:112:1");
    expect(englishIn(stdout + stderr)).toBeUndefined();
  });

  it("gives the plan as data", async () => {
    const { exit, stdout } = await office.call(["nhiem-vu", "ke-hoach.md", "--json"], NOW);
    expect(exit).toBe(0);
    const { plan } = JSON.parse(stdout) as { plan: unknown };
    const read = Plan.parse(plan);
    expect(read.tasks).toHaveLength(11);
    expect(read.tasks[1]?.timing?.terms).toEqual([{ kind: "before", day: "2026-06-30" }]);
    expect(read.citations.map(({ number, code }) => `${number}-${code}`)).toContain("33-CT/TW");
  });

  it("writes calendars and tracking workbooks, one for all or one for each body", async () => {
    const all = await office.call(["tasks", "ke-hoach.md", "--ics", "--xlsx"], NOW);
    expect(all.stdout).toContain("Đã ghi ke-hoach-lich.ics\nĐã ghi ke-hoach-theo-doi.xlsx\n");
    const calendar = new ICAL.Component(ICAL.parse(await office.read("ke-hoach-lich.ics")) as unknown[]);
    expect(calendar.getAllSubcomponents("vevent").length).toBeGreaterThan(4);
    const each = await office.call(["tasks", "ke-hoach.md", "--lich", "lich", "--theo-doi", "theo-doi"], NOW);
    expect(each.exit).toBe(0);
    expect(readdirSync(join(office.folder, "lich"))).toContain("lich-ban-to-chuc-tinh-uy.ics");
    expect(readdirSync(join(office.folder, "theo-doi"))).toContain("theo-doi-ban-to-chuc-tinh-uy.xlsx");
  });

  it("says what bodies reported of each task, where the plan lies in a workspace that collected it", async () => {
    const desk = await openCycleOffice(FEW_UNITS);
    try {
      await desk.write("ke-hoach.md", fixture("ke-hoach-ban-chi-dao.md"));
      const made = await desk.call(["tasks", "ke-hoach.md", "--xlsx"], NOW);
      expect([made.exit, made.stdout.includes("Tình hình")]).toEqual([0, false]);
      const sent = change(
        await desk.bytes("ke-hoach-theo-doi.xlsx"),
        put("Theo dõi nhiệm vụ", { J8: "Hoàn thành", K8: "25/6/2026" }),
      );
      await desk.write("hop-thu-den/2026-07-20/theo-doi.xlsx", sent);
      await desk.cycle("2026-07-25", "collect");
      const { stdout } = await desk.call(["tasks", "ke-hoach.md"], NOW);
      expect(stdout).toMatch(/Tình hình/u);
      expect(stdout).toMatch(/II\/2\s.*Hoàn thành \(25\/6\/2026\)/u);
      const { states } = JSON.parse((await desk.call(["tasks", "ke-hoach.md", "--json"], NOW)).stdout);
      expect(Object.keys(states)).toEqual(["II/2"]);
    } finally {
      await desk.remove();
    }
  });

  it("writes the allocation of an annex as a workbook, and says when there is none", async () => {
    await office.write("5-nam.md", fixture("ke-hoach-5-nam.md"));
    await office.write("phan-bo-chi-tieu.xlsx", fixture("phan-bo-chi-tieu.xlsx"));
    const { exit, stdout } = await office.call(["tasks", "5-nam.md", "--phan-bo"], NOW);
    expect([exit, stdout.includes("Đã ghi 5-nam-phan-bo.xlsx")]).toEqual([0, true]);
    const { allocation } = readAllocationWorkbook(readFileSync(join(office.folder, "5-nam-phan-bo.xlsx")));
    expect(allocation?.total?.sums).toEqual([1272, 70]);
    expect((await office.call(["tasks", "ke-hoach.md", "--allocation"], NOW)).stderr).toContain("phụ lục phân bổ");
  });

  it("overwrites nothing without being told", async () => {
    await office.write("ke-hoach-lich.ics", "của tôi");
    const { exit, stderr } = await office.call(["tasks", "ke-hoach.md", "--ics"], NOW);
    expect([exit, await office.read("ke-hoach-lich.ics")]).toEqual([2, "của tôi"]);
    expect(stderr).toContain("--force");
  });

  it("keeps to one body, and helps with its name", async () => {
    const own = await office.call(["tasks", "ke-hoach.md", "--body", "ban tổ chức tỉnh ủy"], NOW);
    expect(own.stdout).not.toContain("II/1 ");
    expect(own.stdout).toContain("II/2 ");
    const wrong = await office.call(["tasks", "ke-hoach.md", "--co-quan", "Ban Tổ chứcc Tỉnh uỷ"], NOW);
    expect(wrong.exit).toBe(2);
    expect(wrong.stderr).toContain("Ban Tổ chức Tỉnh uỷ");
  });

  it("matches bodies with the office's units", async () => {
    await office.write("vanthu.yaml", "mã cơ quan: ĐU\n");
    await office.write(
      "don-vi.yaml",
      "đơn vị:\n  - mã: lien-doan\n    loại: doan-the\n    tên: Liên đoàn Lao động tỉnh\n",
    );
    const { stdout } = await office.call(["tasks", "ke-hoach.md", "--json"], NOW);
    const { plan } = JSON.parse(stdout) as { plan: Plan };
    expect(plan.bodies.find(({ name }) => name === "Liên đoàn Lao động tỉnh")?.unit).toBe("lien-doan");
  });

  it("reads the text of a scan", async () => {
    await office.write(
      "cu.txt",
      "TỈNH UỶ HÀ TRUNG\n*\nSố 12-KH/TU\n\nHà Trung, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nrà soát doanh nghiệp\n\nI. NHIỆM VỤ\n\n1. Ban Tổ chức Tỉnh uỷ lập danh sách doanh nghiệp trước ngày\n\n30/4/2026.\n\nNơi nhận:\n- Ban Tổ chức Tỉnh uỷ,\n- Lưu.\n\nTRƯỞNG BAN\n\nTrần Văn Bảo\n",
    );
    const { exit, stdout } = await office.call(["tasks", "cu.txt", "--json"], NOW);
    expect(exit).toBe(0);
    const { plan } = JSON.parse(stdout) as { plan: Plan };
    expect(plan.number).toBe("12-KH/TU");
    expect(plan.tasks.map(({ timing }) => timing?.terms)).toEqual([[{ kind: "before", day: "2026-04-30" }]]);
  });

  it.each([
    ["no file", ["khong-co.md"], "khong-co.md"],
    ["a Word file", ["a.docx"], "Word"],
    ["days that are none", ["ke-hoach.md", "--lead-days", "mười"], "--lead-days"],
  ])("refuses %s", async (_, words, said) => {
    await office.write("a.docx", "PK");
    const { exit, stderr } = await office.call(["tasks", ...words], NOW);
    expect(exit).toBe(2);
    expect(stderr).toContain(said);
    expect(englishIn(stderr)).toBeUndefined();
  });

  it("ends with 1 where a time cannot be", async () => {
    const draft = new TextDecoder().decode(fixture("ke-hoach-ban-chi-dao.md"));
    await office.write("sai.md", draft.replace("Trước ngày 30/6/2026", "Trước ngày 31/6/2026"));
    const { exit, stderr } = await office.call(["tasks", "sai.md"], NOW);
    expect(exit).toBe(1);
    expect(stderr).toContain("31/6/2026");
  });
});
