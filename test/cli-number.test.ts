import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../src/cli/node-files.js";
import { partyPlan, stateLetter } from "./cli.draft.js";
import { englishIn, failing, type Office, openOffice } from "./cli.environment.js";
import { openRegistry, REGISTER, rowsOf } from "./cli-number.sample.js";

let office: Office;
beforeEach(async () => {
  office = await openRegistry();
});
afterEach(() => office.remove());

const rows = (): Promise<string[]> => rowsOf(office);

describe("vanthu number", () => {
  it("writes number and day into the draft and a row into the register, and nothing else", async () => {
    await office.write("ke-hoach/a.md", partyPlan());
    const { exit, stdout, stderr } = await office.call(["cap-so", "ke-hoach/a.md", "--ngay", "15/4/2026"]);
    expect([exit, stderr]).toEqual([0, ""]);
    expect(stdout).toBe("Đã cấp số 01-KH/ĐU, ngày 15/4/2026 cho ke-hoach/a.md.\n");
    const expected = partyPlan()
      .replace("ký hiệu: ", "số: 1\nký hiệu: ")
      .replace("địa danh: Sông Kim\n", "địa danh: Sông Kim\nngày: 15/4/2026\n");
    expect(await office.read("ke-hoach/a.md")).toBe(expected);
    expect(await rows()).toEqual([
      "1,KH/ĐU,Kế hoạch,15/4/2026,củng cố các chi bộ trong doanh nghiệp năm 2026,Ban Thường vụ Tỉnh uỷ (để b/c); Lưu Văn phòng Đảng uỷ,,2025-2030,ke-hoach/a.md,đã cấp",
    ]);
  });

  it("keeps byte order mark, line ends and an open value's comment", async () => {
    const draft = `\uFEFF${partyPlan("số:    # chờ cấp số\nngày: /4/2026\n").replaceAll("\n", "\r\n")}`;
    await office.write("a.md", draft);
    expect((await office.call(["number", "a.md"])).exit).toBe(0);
    expect(await office.read("a.md")).toBe(draft.replace("số:    # chờ", "số: 1    # chờ"));
  });

  it("only shows with --dry-run, several drafts one after another", async () => {
    await office.write("a.md", partyPlan());
    await office.write("b.md", partyPlan());
    const { exit, stdout } = await office.call(["number", "a.md", "b.md", "--date", "15/4/2026", "--xem-truoc"]);
    expect(exit).toBe(0);
    expect(stdout).toBe("Sẽ cấp số 01-KH/ĐU, ngày 15/4/2026 cho a.md.\nSẽ cấp số 02-KH/ĐU, ngày 15/4/2026 cho b.md.\n");
    expect(await office.read("a.md")).toBe(partyPlan());
    await expect(office.read(REGISTER)).rejects.toThrow();
  });

  it("numbers State letters by year", async () => {
    await office.write("a.md", stateLetter());
    await office.write("b.md", stateLetter("ngày: 3/1/2027\n"));
    await office.write("c.md", stateLetter());
    expect((await office.call(["number", "a.md", "--date", "15/4/2026"])).stdout).toContain("số 01/SNV-VP");
    expect((await office.call(["number", "b.md"])).stdout).toContain("số 01/SNV-VP");
    expect((await office.call(["number", "c.md", "--date", "15/4/2026"])).stdout).toContain("số 02/SNV-VP");
    expect((await rows()).map((row) => row.split(",").at(-3))).toEqual(["2026", "2027", "2026"]);
  });

  it("answers as JSON", async () => {
    await office.write("a.md", partyPlan());
    const { stdout } = await office.call(["number", "a.md", "--number", "28", "--date", "15/4/2026", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      command: "number",
      exit: 0,
      numbers: [
        { draft: "a.md", sequence: 28, number: "28-KH/ĐU", date: "2026-04-15", period: "2025-2030", resumed: false },
      ],
      findings: [{ id: "register/gap", severity: "warning", place: { file: "a.md" } }],
    });
  });
});

describe("vanthu number refuses", () => {
  const first = async () => {
    await office.write("a.md", partyPlan());
    await office.call(["number", "a.md", "--date", "15/4/2026"]);
    await office.write("b.md", partyPlan());
  };

  it.each([
    ["a draft that has a number", ["a.md"], 1, "đã có số 01-KH/ĐU"],
    [
      "a day before the last",
      ["b.md", "--date", "14/4/2026"],
      1,
      "lùi so với số 01-KH/ĐU ngày 15/4/2026 (dòng 2 của sổ)",
    ],
    ["a number that is taken", ["b.md", "--number", "1"], 1, "số tiếp theo (2)"],
    ["a day outside the term", ["b.md", "--date", "20/6/2030"], 1, "nằm ngoài nhiệm kỳ 2025-2030"],
    ["a day that does not exist", ["b.md", "--date", "31/02/2026"], 2, '"31/02/2026"'],
    ["a number that is none", ["b.md", "--number", "12/KH"], 2, '"12/KH"'],
    ["one number for two drafts", ["a.md", "b.md", "--number", "5"], 2, "một bản thảo"],
    ["a draft that is not there", ["c.md"], 2, '"c.md"'],
  ])("%s", async (_, argv, code, words) => {
    await first();
    const before = [await office.read("a.md"), await office.read("b.md"), await office.read(REGISTER)];
    const { exit, stderr } = await office.call(["number", ...argv]);
    expect(exit).toBe(code);
    expect(stderr).toContain(words);
    expect(stderr).toContain("    → ");
    expect(englishIn(stderr)).toBeUndefined();
    expect([await office.read("a.md"), await office.read("b.md"), await office.read(REGISTER)]).toEqual(before);
  });

  it("without a workspace", async () => {
    const bare = openOffice();
    await bare.write("a.md", partyPlan());
    const { exit, stderr } = await bare.call(["number", "a.md"]);
    bare.remove();
    expect(exit).toBe(2);
    expect(stderr).toContain("vanthu.yaml");
  });

  it("a register with a broken line, naming it", async () => {
    await first();
    await office.write(REGISTER, `${await office.read(REGISTER)}hai,KH/ĐU\r\n`);
    const { exit, stderr } = await office.call(["number", "b.md", "--date", "15/4/2026"]);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^so-van-ban\.csv:3 {2}lỗi/u);
  });

  it("a draft with errors, as the parser words them", async () => {
    await office.write("a.md", partyPlan("ngày: 31/02/2026\n"));
    const { exit, stderr } = await office.call(["number", "a.md"]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^a\.md:\d+:\d+ {2}lỗi/u);
    await expect(office.read(REGISTER)).rejects.toThrow();
  });

  it("a register that may not be written", async () => {
    await office.write("a.md", partyPlan());
    const files = failing({ lock: () => "EACCES" });
    const denied = await office.call(["number", "a.md", "--date", "15/4/2026"], { files });
    expect(denied.exit).toBe(2);
    expect(denied.stderr).toContain('Không được phép ghi vào "so-van-ban.csv"');
    const locked = await office.call(["number", "a.md"], { files: failing({ lock: () => "ELOCKED" }) });
    expect(locked.exit).toBe(2);
    expect(locked.stderr).toContain("máy khác");
  });
});

describe("a death between the steps", () => {
  /** Dies at the write with this number: before it, or after it is done. */
  const dyingAt = (fatal: number, after: boolean) => {
    let writes = 0;
    return {
      ...nodeFiles,
      writeAll: async (...args: Parameters<typeof nodeFiles.writeAll>) => {
        writes += 1;
        if (writes === fatal && !after) throw new Error("power failure");
        await nodeFiles.writeAll(...args);
        if (writes === fatal) throw new Error("power failure");
      },
    };
  };

  it.each([
    [1, false],
    [1, true],
    [2, false],
    [2, true],
    [3, false],
    [3, true],
  ])("at write %i (done: %s) costs no number and gives none twice", async (fatal, after) => {
    await office.write("a.md", partyPlan());
    await office.write("b.md", partyPlan());
    const died = await office.call(["number", "a.md", "--date", "15/4/2026"], { files: dyingAt(fatal, after) });
    expect(died.exit).toBe(2);
    const other = await office.call(["number", "b.md", "--date", "15/4/2026"]);
    expect(other.exit).toBe(0);
    const again = await office.call(["number", "a.md", ...(fatal === 1 && !after ? ["--date", "15/4/2026"] : [])]);
    // the last write was done: there is nothing left to finish
    expect(again.exit).toBe(fatal === 3 && after ? 1 : 0);
    const numbers = await Promise.all(
      ["a.md", "b.md"].map(async (name) => /^số: (\d+)$/mu.exec(await office.read(name))?.[1]),
    );
    expect([...numbers].sort()).toEqual(["1", "2"]);
    expect(await office.read("a.md")).toContain("\nngày: 15/4/2026\n");
    const entries = (await rows()).map((row) => row.split(","));
    expect(entries.map((cells) => [cells[0], cells.at(-2), cells.at(-1)]).sort()).toEqual(
      [
        [numbers[0], "a.md", "đã cấp"],
        [numbers[1], "b.md", "đã cấp"],
      ].sort(),
    );
  });

  it("is told, and told to others", async () => {
    await office.write("a.md", partyPlan());
    await office.write("b.md", partyPlan());
    let writes = 0;
    const files = failing({ writeAll: () => (++writes === 2 ? "ENOSPC" : undefined) });
    const died = await office.call(["number", "a.md", "--date", "15/4/2026"], { files });
    expect(died.exit).toBe(2);
    expect(died.stderr).toContain("Hết chỗ trống");
    expect(died.stderr).toContain("Số 01-KH/ĐU đã giữ trong sổ");
    const other = await office.call(["number", "b.md", "--date", "15/4/2026"]);
    expect(other.stderr).toContain('Còn cấp dở số 01-KH/ĐU ngày 15/4/2026 (dòng 2 của sổ) cho tệp "a.md"');
    const again = await office.call(["number", "a.md"]);
    expect(again.stdout).toBe("Đã hoàn tất việc cấp số 01-KH/ĐU, ngày 15/4/2026 cho a.md.\n");
  });
});
