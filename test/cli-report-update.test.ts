import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openingWorkbook } from "../src/cli/demo/cycle/opening-workbook.js";
import { openLedger } from "../src/cycle/ledger/index.js";
import { readBundledFormSet } from "../src/forms/index.js";
import { failing } from "./cli.environment.js";
import { type CycleOffice, on, openCycleOffice, send } from "./cli-cycle.sample.js";

const PERIOD = "2026-6t";
const UNITS = `khu vực: [Khu vực trung tâm, Khu vực ven biển, Cơ quan cấp tỉnh]
đơn vị:
  - { mã: p-song-kim, loại: xa-phuong, tên: Đảng uỷ phường Sông Kim, khu vực: Khu vực trung tâm }
  - { mã: x-hai-thuan, loại: xa-phuong, tên: Đảng uỷ xã Hải Thuận, khu vực: Khu vực ven biển }
  - { mã: x-cua-van, loại: xa-phuong, tên: Đảng uỷ xã Cửa Vạn, khu vực: Khu vực ven biển }
  - { mã: lddl, loại: doan-the-lddl, tên: Liên đoàn Lao động tỉnh, khu vực: Cơ quan cấp tỉnh }
`;
const DRAFT = `bao-cao/${PERIOD}/bao-cao-${PERIOD}.md`;
const LATER = on("2026-06-03");

let office: CycleOffice;
/** The draft as somebody has finished it, before and after a unit's late return. */
let made: string;
let fresh: string;

/** What people write and fill in. */
const finish = (text: string): string =>
  text.replace(/\[[^\]\n]*\](?!\(vt:)/gu, "nội dung đã viết").replace(/^ {2}nội dung đã viết$/mu, "  Nguyễn Văn Bình");

interface Link {
  readonly binding: string;
  readonly printed: string;
}
const linksIn = (text: string): readonly Link[] =>
  [...text.matchAll(/\[([^\]\n]*)\]\((vt:\w[^)]*)\)/gu)].map(([, printed = "", binding = ""]) => ({
    binding,
    printed,
  }));

beforeAll(async () => {
  office = await openCycleOffice(UNITS);
  await office.write("so-2025.xlsx", await openingWorkbook(await readBundledFormSet(), office.register));
  await office.cycle("2026-05-04", "init", "--so-dau-ky", "so-2025.xlsx");
  await office.cycle("2026-05-04", "open", PERIOD);
  for (const unit of ["p-song-kim", "x-hai-thuan", "lddl"]) {
    await send(office, PERIOD, { unit, day: "2026-05-20", as: "workbook" });
  }
  await office.cycle("2026-05-27", "collect", "--period", PERIOD);
  await office.call(["report", PERIOD], on("2026-05-31"));
  made = finish(await office.read(DRAFT));
  await office.write(DRAFT, made);
}, 60_000);
afterAll(() => office.remove());

const render = (...words: readonly string[]) => office.call(["render", DRAFT, "-o", "in", "--force", ...words], LATER);
const update = (...words: readonly string[]) => office.call(["report", PERIOD, "--update", ...words], LATER);

/** Findings of the call as `line:column` of the draft. */
const placesOf = (stderr: string): readonly string[] =>
  [...stderr.matchAll(/bao-cao-2026-6t\.md:(\d+:\d+) {2}lỗi/gu)].map(([, place = ""]) => place);

describe("a report and its ledger", () => {
  it("agree when the report is made; the finished draft is printed", async () => {
    const told = await update();
    expect(told).toMatchObject({ exit: 0, stderr: "" });
    expect(told.stdout).toBe(`${DRAFT}: mọi số liệu đều khớp sổ theo dõi.\n`);
    const { exit, stderr } = await render();
    expect(stderr).not.toContain("lỗi");
    expect(exit).toBe(0);
  }, 30_000);

  it("finds a number that was changed by hand, and says so", async () => {
    const [first] = linksIn(made);
    if (first === undefined) throw new Error("no figure");
    await office.write(DRAFT, made.replace(`[${first.printed}](`, "[777]("));
    const { exit, stderr } = await render();
    expect(exit).toBe(1);
    expect(placesOf(stderr)).toHaveLength(1);
    expect(stderr).toContain(`bị sửa tay thành “777”, sổ theo dõi là “${first.printed}”`);
    const draft = await render("--draft");
    expect(draft.exit).toBe(0);
    expect(draft.stderr).toContain("cảnh báo  A01");
    await office.write(DRAFT, made);
  }, 30_000);

  it("after a late return differ in exactly the figures and words that moved", async () => {
    await send(office, PERIOD, { unit: "x-cua-van", day: "2026-06-03", as: "workbook" });
    await office.cycle("2026-06-03", "collect", "--period", PERIOD);
    await office.call(["report", PERIOD, "-o", "lai"], LATER);
    fresh = await office.read(`lai/bao-cao-${PERIOD}.md`);
    const now = new Map<string, Set<string>>();
    for (const { binding, printed } of linksIn(fresh)) {
      now.set(binding, (now.get(binding) ?? new Set()).add(printed.replace(/^0(?=\d)/u, "").replace("%", "")));
    }
    // a figure that the new report leaves out occurred before and does not now, or the other way round
    const movedFor = ({ binding, printed }: Link): boolean | undefined =>
      now.has(binding) ? !now.get(binding)?.has(printed.replace(/^0(?=\d)/u, "").replace("%", "")) : undefined;
    const { exit, stderr } = await render();
    expect(exit).toBe(1);
    const told = new Set(placesOf(stderr));
    let moved = 0;
    made.split("\n").forEach((line, at) => {
      for (const found of line.matchAll(/\[([^\]\n]*)\]\((vt:[^)]*)\)/gu)) {
        const [, printed = "", binding = ""] = found;
        const expected = movedFor({ binding, printed });
        const place = `${at + 1}:${found.index + 1}`;
        if (expected !== undefined) expect(told.has(place), `${place} ${binding} ${printed}`).toBe(expected);
        if (told.delete(place)) moved += 1;
      }
    });
    expect([...told]).toEqual([]);
    expect(moved).toBeGreaterThan(50);
    expect(stderr).toMatch(/chữ “tăng” không còn đúng, nay là “giảm”/u);
    expect(stderr).not.toContain("sửa tay");
  }, 30_000);
});

describe("vanthu report --update", () => {
  const rows = async () => {
    const options = { now: LATER.now, host: "may-thu", pid: process.pid, access: "read" } as const;
    const { ledger } = await openLedger(office.folder, options);
    const all = ledger?.acceptances() ?? [];
    await ledger?.close();
    return all;
  };

  it("refreshes numbers, and waits with sentences that are no longer true", async () => {
    const { exit, stdout } = await update();
    expect(exit).toBe(1);
    expect(stdout).toMatch(/Đã cập nhật \d+ số liệu/u);
    expect(stdout).toMatch(/cũ: {2}Trong kỳ, các cấp uỷ .* tăng .*\n {4}mới: Trong kỳ, các cấp uỷ .* giảm /u);
    const refused = await render();
    expect(refused.exit).toBe(1);
    expect(refused.stderr).toContain("--accept vt:");
    expect(await rows()).toEqual([]);
    const words = (text: string) => text.replace(/\[[^\]\n]*\]\(vt:/gu, "[](vt:");
    expect(words(await office.read(DRAFT))).toBe(words(made));
  }, 30_000);

  it("names what waits when something else is accepted", async () => {
    const { exit, stderr } = await update("--accept", "vt:A01/tinh/2026-6t");
    expect(exit).toBe(2);
    expect(stderr).toMatch(/Các chỗ đang chờ: vt:/u);
    expect(await rows()).toEqual([]);
  }, 30_000);

  it("loses nothing when the disk refuses the draft", async () => {
    const before = await office.read(DRAFT);
    const files = failing({ writeAll: () => "ENOSPC" });
    const { exit, stderr } = await office.call(["report", PERIOD, "--update", "--accept", "all"], { ...LATER, files });
    expect(exit).toBe(2);
    expect(stderr).toContain("Hết chỗ");
    expect(await office.read(DRAFT)).toBe(before);
  }, 30_000);

  it("takes accepted sentences, and the ledger knows who and when", async () => {
    const earlier = (await rows()).length;
    const { exit, stdout } = await update("--nhan", "K05");
    expect(stdout).toContain("Đã nhận câu mới");
    expect(exit).toBe(1);
    const [first, ...others] = (await rows()).slice(earlier);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ draft: DRAFT, who: "can-bo", at: "2026-06-03T05:00:00.000Z" });
    expect(first?.figures.join()).toContain("vt:K05/tinh/2026-6t/chieu-huong");
    expect(first?.before).toContain("tăng");
    expect(first?.after).toContain("giảm");
    expect((await update("--accept", "all")).exit).toBe(0);
    expect(await update()).toMatchObject({ exit: 0, stderr: "" });
    expect((await render()).stderr).not.toContain("sổ theo dõi");
  }, 30_000);
});
