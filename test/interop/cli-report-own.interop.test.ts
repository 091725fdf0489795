import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openingWorkbook } from "../../src/cli/demo/cycle/opening-workbook.js";
import { readBundledFormSet } from "../../src/forms/index.js";
import { openOffice } from "../cli.environment.js";
import { type CycleOffice, FEW_UNITS, on, openCycleOffice, send } from "../cli-cycle.sample.js";
import { type RawReturn, readRaw, SHARES, SUMS } from "../report-naive.js";

const UNIT = "p-song-kim";
const STEM = `bao-cao-2026-6t-${UNIT}`;

let desk: CycleOffice;
let workbook: Uint8Array;
let raw: RawReturn;

/** The workbook with other words in some cells of its đề cương, as somebody types them. */
async function typed(changes: readonly (readonly [was: RegExp, text: string])[]): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(
    workbook.buffer.slice(workbook.byteOffset, workbook.byteOffset + workbook.byteLength) as ArrayBuffer,
  );
  const left = [...changes];
  book.getWorksheet("Đề cương")?.eachRow((row) =>
    row.eachCell((cell) => {
      const at = left.findIndex(([was]) => typeof cell.value === "string" && was.test(cell.value));
      if (at >= 0) cell.value = left.splice(at, 1)[0]?.[1] ?? "";
    }),
  );
  expect(left).toEqual([]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

beforeAll(async () => {
  desk = await openCycleOffice(FEW_UNITS);
  await desk.write("so-2025.xlsx", await openingWorkbook(await readBundledFormSet(), desk.register));
  await desk.cycle("2026-05-04", "init", "--so-dau-ky", "so-2025.xlsx");
  await desk.cycle("2026-05-04", "open", "2026-6t");
  const [file] = await send(desk, "2026-6t", { unit: UNIT, day: "2026-05-20", as: "workbook" });
  workbook = file?.bytes ?? new Uint8Array();
  raw = await readRaw(workbook);
});
afterAll(() => desk.remove());

async function inEmptyFolder(bytes: Uint8Array, ...words: readonly string[]) {
  const office = openOffice();
  try {
    await office.write(`${UNIT}.xlsx`, bytes);
    const called = await office.call(["report", `${UNIT}.xlsx`, ...words], on("2026-05-20"));
    const read = async (name: string): Promise<string> => (called.exit === 2 ? "" : office.read(name));
    const [draft, trace] = [await read(`${STEM}.md`), await read(`${STEM}.trace.json`)];
    const printed = called.exit === 2 ? undefined : await office.call(["render", `${STEM}.md`, "--draft", "-o", "in"]);
    return { ...called, draft, trace, printed };
  } finally {
    office.remove();
  }
}

/** A figure of the workbook, what is computed worked out again from what was typed. */
function recomputed(key: string): number | undefined {
  const [above, below] = (SHARES[key] ?? []).map(recomputed);
  if (above !== undefined && below !== undefined) return (100 * above) / below;
  const parts = SUMS[key]?.map(([sign, part]) => sign * (recomputed(part) ?? Number.NaN));
  return parts?.reduce((sum, part) => sum + part, 0) ?? raw.get(`${key}/actual`)?.value;
}

const HEAD = "\n---\n";
/** What the unit wrote, as paragraphs. */
const ownBlocks = (draft: string): readonly string[] =>
  bodyOf(draft)
    .split("\n\n")
    .map((block) => block.trim())
    .filter((block) => block !== "" && !/^[#[-]/u.test(block));
const bodyOf = (draft: string): string => draft.slice(draft.indexOf(HEAD) + HEAD.length);

describe("a unit's own report", () => {
  it("is made in an empty folder from the workbook alone", async () => {
    const { exit, stdout, draft, printed } = await inEmptyFolder(workbook);
    expect([exit, printed?.exit]).toEqual([0, 0]);
    expect(stdout).toContain("Báo cáo 6 tháng đầu năm 2026 của ĐẢNG UỶ PHƯỜNG SÔNG KIM");
    for (const suffix of ["md", "docx", "pdf", "trace.json"]) expect(stdout).toContain(`Đã ghi ${STEM}.${suffix}`);
    expect(draft).toContain("cơ quan ban hành: ĐẢNG UỶ PHƯỜNG SÔNG KIM\n");
    expect(draft).toContain("cơ quan cấp trên: ĐẢNG BỘ TỈNH HÀ TRUNG\n");
    expect(draft).toMatch(/^# I- ĐẶC ĐIỂM TÌNH HÌNH$/mu);
    expect(draft).toMatch(/^# 3\. Đảng viên$/mu);
    expect(bodyOf(draft).match(/.* [,.;]|[,;][,;.]|\.\.|undefined|NaN/gu) ?? []).toEqual([]);
  });

  it("says every figure once, with what is counted, and leads over to them", async () => {
    const { draft } = await inEmptyFolder(workbook);
    const text = bodyOf(draft).replace(/\(vt:[^)]*\)/gu, "");
    const values = [...bodyOf(draft).matchAll(/\(vt:([^/)]+)\/p-song-kim\/2026-6t\)/gu)].map(([, key]) => key);
    expect(values.toSorted()).toEqual([...new Set(values)].toSorted());
    expect(text.trimStart()).toMatch(
      /^.*\n\n\[tên cơ quan ban hành\] báo cáo kết quả xây dựng .* năm 2026 như sau:\n\n# I-/u,
    );
    expect(text).toMatch(/Tổ chức đảng cuối kỳ: \[\d+\] tổ chức đảng, /u);
    expect(text).toMatch(/\[\d+\] doanh nghiệp tư nhân/u);
    expect(text).not.toMatch(
      /\[không\] có, \[giảm\]|trong quân số tự vệ|^- Kết nạp đảng viên.*chỉ tiêu.*\n[\s\S]*# 4\./mu,
    );
    expect(text).toMatch(/# 10\. Thực hiện chỉ tiêu\n\n- Kết nạp đảng viên trong kỳ: [^:]*chỉ tiêu năm/u);
  });

  it.each([
    ["2026-05-20", ","],
    ["2026-06-15", ";"],
  ])("of %s passes its own check: recipients end as the norm of the day of signing asks", async (day, sign) => {
    const office = openOffice();
    try {
      const book = new exceljs.Workbook();
      await book.xlsx.load(
        workbook.buffer.slice(workbook.byteOffset, workbook.byteOffset + workbook.byteLength) as ArrayBuffer,
      );
      const typedDay = /^\d{1,2}\/\d{1,2}\/2026$/u;
      let typedIn = 0;
      book.eachSheet((sheet) =>
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (typeof cell.value !== "string" || !typedDay.test(cell.value)) return;
            cell.value = day.split("-").reverse().join("/");
            typedIn += 1;
          }),
        ),
      );
      expect(typedIn).toBe(1);
      await office.write(`${UNIT}.xlsx`, new Uint8Array(await book.xlsx.writeBuffer()));
      await office.call(["report", `${UNIT}.xlsx`], on(day));
      expect(await office.read(`${STEM}.md`)).toContain(`  - Ban Thường vụ Tỉnh uỷ (để báo cáo)${sign}\n`);
      const { exit, stderr } = await office.call(["check", `${STEM}.md`]);
      expect([exit, stderr.replace(/^\s*→.*$|^.*C14.*$/gmu, "").match(/^.*P\d+.*$/gmu) ?? []]).toEqual([0, []]);
    } finally {
      office.remove();
    }
  });

  it("prints the figures of the workbook, and no others", async () => {
    const { draft } = await inEmptyFolder(workbook);
    const number = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });
    const values = [...bodyOf(draft).matchAll(/\[([^\]\n]+)\]\(vt:([^/)]+)\/p-song-kim\/2026-6t\)/gu)];
    expect(values.length).toBeGreaterThan(50);
    for (const [, printed, key = ""] of values) {
      const value = recomputed(key);
      const text = value === undefined ? "chưa có số liệu" : number.format(value);
      const share = SHARES[key] !== undefined;
      const may = [text, `0${text}`, ...(value === 0 ? ["không"] : []), ...(share ? [`${text}%`] : [])];
      expect(may, key).toContain(printed);
    }
  });

  it("leads every figure to its cell, whose value is the figure's", async () => {
    const { trace } = await inEmptyFolder(workbook);
    const { nodes, files } = JSON.parse(trace) as {
      nodes: readonly { readonly kind: string; readonly cell?: readonly (string | number)[] }[];
      files: readonly { readonly name: string }[];
    };
    expect(files.map(({ name }) => name)).toEqual([`${UNIT}.xlsx`]);
    const cells = nodes.flatMap(({ cell }) => (cell === undefined ? [] : [cell]));
    const known = cells.flatMap(([, period, key, measure, value, , , sheet, address]) => {
      const there = period === "2026-6t" ? raw.get(`${key}/${measure}`) : undefined;
      return there === undefined ? [] : [[there.value, there.cell, value, `${sheet}!${address}`] as const];
    });
    expect(known.length).toBeGreaterThan(40);
    for (const [value, cell, shown, place] of known) expect([shown, place]).toEqual([value, cell]);
  });

  it("asks for what the unit did not write, and keeps words that look like syntax as words", async () => {
    const words =
      '# Mục\n| a | b |\n{{figure "C02"}} [x](vt:C02/tinh/2026-6t) [^1] <script>alert(1)</script> [Địa danh] =cmd()';
    const [first = "", second = ""] = ownBlocks((await inEmptyFolder(workbook)).draft);
    const changed = await typed([
      [new RegExp(first.slice(0, 20), "u"), words],
      [new RegExp(second.slice(0, 20), "u"), ""],
    ]);
    const { exit, draft, printed, stderr } = await inEmptyFolder(changed);
    expect(stderr).not.toContain("    at ");
    expect([exit, printed?.exit]).toEqual([0, 0]);
    expect(draft).toMatch(/^\[cần viết: /mu);
    expect(draft).not.toMatch(/^# Mục/mu);
    // the place of issue stays open, whatever a unit types
    expect(printed?.stderr).toContain("Địa danh: Còn chỗ chờ điền");
    expect(draft).toContain("\\[x](vt:C02/tinh/");
    expect(draft).not.toMatch(/^\| a/mu);
  });

  it("is not printed as final while a part of it is to be written, and counts that part", async () => {
    const whole = await inEmptyFolder(workbook);
    const open = Number(/(\d+) chỗ trong ngoặc vuông/u.exec(whole.stdout)?.[1]);
    const [, second = ""] = ownBlocks(whole.draft);
    const changed = await typed([[new RegExp(second.slice(0, 20), "u"), ""]]);
    const office = openOffice();
    try {
      await office.write(`${UNIT}.xlsx`, changed);
      const { stdout } = await office.call(["report", `${UNIT}.xlsx`], on("2026-05-20"));
      expect(Number(/(\d+) chỗ trong ngoặc vuông/u.exec(stdout)?.[1])).toBe(open + 1);
      const { exit, stderr } = await office.call(["render", `${STEM}.md`, "-o", "in"]);
      expect(exit).toBe(1);
      expect(stderr).toContain("“[cần viết: ");
    } finally {
      office.remove();
    }
  });

  describe("a figure that somebody changes in the draft", () => {
    const office = openOffice();
    const draft = `${STEM}.md`;
    let made = "";
    beforeAll(async () => {
      await office.write(`${UNIT}.xlsx`, workbook);
      await office.call(["report", `${UNIT}.xlsx`], on("2026-05-20"));
      made = await office.read(draft);
    });
    afterAll(() => office.remove());

    it("is an error of render and check, with its line, what it was, and what to do in an office without a ledger", async () => {
      const [, printed = "", path = ""] = /\[(\d{3,})\]\((vt:[^/]+\/p-song-kim\/2026-6t)\)/u.exec(made) ?? [];
      await office.write(draft, made.replace(`[${printed}](${path})`, `[9${printed}](${path})`));
      const line = made.slice(0, made.indexOf(`[${printed}](${path})`)).split("\n").length;
      for (const words of [
        ["render", draft, "--draft", "-o", "in", "--force"],
        ["render", draft, "-o", "in", "--force"],
        ["check", draft],
      ]) {
        const { exit, stderr, stdout } = await office.call(words);
        const said = stderr + stdout;
        expect(said).toMatch(new RegExp(`${STEM}\\.md:${line}:\\d+`, "u"));
        expect(said).toContain(`ghi “9${printed}”, khi lập báo cáo là “${printed}”`);
        expect(said).toContain("vanthu report <tệp>.xlsx --force");
        if (!words.includes("--draft")) expect(exit).toBe(1);
      }
    });

    it("may be printed in another form that says the same", async () => {
      const form = made.replace(/\[0(\d)\]\(vt:/u, "[$1](vt:").replace("[tăng](vt:", "[Tăng](vt:");
      expect(form).not.toBe(made);
      await office.write(draft, form);
      expect((await office.call(["render", draft, "--draft", "-o", "in", "--force"])).stderr).not.toContain(
        "khi lập báo cáo",
      );
    });

    it("may not be bound to what the report was not made with", async () => {
      await office.write(draft, made.replace(/\[(\d+)\]\(vt:A02\/p-song-kim/u, "[$1](vt:A02/tinh"));
      const { exit, stderr } = await office.call(["render", draft, "-o", "in", "--force"]);
      expect(exit).toBe(1);
      expect(stderr).toContain("gắn với vt:A02/tinh/2026-6t, không có trong tệp truy vết");
    });

    it("is traced to its cells out of the trace file", async () => {
      await office.write(draft, made);
      const { exit, stdout } = await office.call(["trace", draft]);
      expect(exit).toBe(0);
      expect(stdout).toContain(`lấy từ ${UNIT}.xlsx, đều khớp với ${STEM}.trace.json`);
      const place = raw.get("C07/actual")?.cell ?? "?";
      const line = made.slice(0, made.indexOf("(vt:C07/p-song-kim/2026-6t)")).split("\n").length;
      expect(stdout).toMatch(new RegExp(`dòng ${line}: .*${place} \\(vt:C07/p-song-kim/2026-6t\\)`, "u"));
    });

    it.each([[["report", `${STEM}.md`, "--update"]], [["report", `${UNIT}.xlsx`, "--update"]]])(
      "%s says how a unit makes its report anew",
      async (words) => {
        const { exit, stderr } = await office.call(words);
        expect(exit).toBe(2);
        expect(stderr).toContain("vanthu report <tệp>.xlsx");
        expect(stderr).not.toContain("cycle init");
      },
    );
  });

  it("names the cell of what is wrong and is made all the same; it is an error", async () => {
    const book = new exceljs.Workbook();
    await book.xlsx.load(
      workbook.buffer.slice(workbook.byteOffset, workbook.byteOffset + workbook.byteLength) as ArrayBuffer,
    );
    const place = raw.get("C02/actual")?.cell ?? "";
    const [sheet = "", address = ""] = place.split("!");
    const cell = book.getWorksheet(sheet)?.getCell(address);
    if (cell !== undefined) cell.value = "khoảng 12";
    const { exit, stderr, draft } = await inEmptyFolder(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(exit).toBe(1);
    expect(stderr).toContain(`ô ${address}`);
    expect(draft).toMatch(/Kết nạp đảng viên trong kỳ: \[chưa có số liệu\]/u);
  });

  it("does not write over a file unless told to", async () => {
    const office = openOffice();
    try {
      await office.write(`${UNIT}.xlsx`, workbook);
      expect((await office.call(["report", `${UNIT}.xlsx`], on("2026-05-20"))).exit).toBe(0);
      const again = await office.call(["report", `${UNIT}.xlsx`], on("2026-05-20"));
      expect(again.exit).toBe(2);
      expect(again.stderr.match(/ lỗi {2}/gu)).toHaveLength(1);
      expect(again.stderr).not.toContain("--update");
      await office.write(`${STEM}.md`, "Viết tay.");
      const forced = await office.call(["report", `${UNIT}.xlsx`, "--force"], on("2026-05-20"));
      expect(forced.exit).toBe(0);
      expect(forced.stderr).toContain(`${STEM}.cu.md`);
      expect(await office.read(`${STEM}.cu.md`)).toBe("Viết tay.");
    } finally {
      office.remove();
    }
  });

  it.each([
    ["nothing in it", new Uint8Array()],
    ["no workbook", new TextEncoder().encode("đây không phải bảng tính")],
  ])("says what to do with a file with %s", async (_, bytes) => {
    const { exit, stderr } = await inEmptyFolder(bytes);
    expect(exit).toBe(2);
    expect(stderr).toContain(`${UNIT}.xlsx`);
    expect(stderr).not.toContain("    at ");
  });

  it("is not made of a workbook that is no outline", async () => {
    const book = new exceljs.Workbook();
    book.addWorksheet("Số liệu").addRow(["Đảng viên", 12]);
    const { exit, stderr } = await inEmptyFolder(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(exit).toBe(2);
    expect(stderr).toContain("→");
  });
});

describe("the manifest of a unit's own report", () => {
  it("makes it again from the workbook on another day, and names a workbook that changed", async () => {
    const office = openOffice();
    try {
      await office.write(`${UNIT}.xlsx`, workbook);
      const made = await office.call(["report", `${UNIT}.xlsx`, "-o", "ra", "--manifest"], on("2026-05-20"));
      expect(made.stdout).toContain("Đã ghi ra/manifest.json");
      const { inputs } = JSON.parse(await office.read("ra/manifest.json")) as { inputs: { file: string }[] };
      expect(inputs.map(({ file }) => file)).toContain(`../${UNIT}.xlsx`);
      const again = await office.call(["verify", "ra/manifest.json"], on("2027-02-03"));
      expect([again.stderr, again.exit]).toEqual(["", 0]);
      expect(again.stdout).toContain("Cả 4 tệp đúng như đã ghi.");
      await office.write(`${UNIT}.xlsx`, workbook.slice(0, workbook.length / 2));
      const changed = await office.call(["verify", "ra/manifest.json"], on("2027-02-03"));
      expect(changed.exit).toBe(2);
      expect(changed.stdout).toContain(`../${UNIT}.xlsx đã thay đổi từ khi lập`);
    } finally {
      office.remove();
    }
  });
});
