import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openingWorkbook } from "../../src/cli/demo/cycle/opening-workbook.js";
import { readBundledFormSet } from "../../src/forms/index.js";
import { openOffice } from "../cli.environment.js";
import { type CycleOffice, on, openCycleOffice, send } from "../cli-cycle.sample.js";
import { sha256Hex } from "../cli-report.hash.js";
import { naiveTotal, type RawUnit, readRaw, SHARES, sourceOf } from "../report-naive.js";

const PERIOD = "2026-6t";
const UNITS = `khu vực: [Khu vực trung tâm, Khu vực ven biển, Cơ quan cấp tỉnh]
đơn vị:
  - { mã: p-song-kim, loại: xa-phuong, tên: Đảng uỷ phường Sông Kim, khu vực: Khu vực trung tâm }
  - { mã: x-hai-thuan, loại: xa-phuong, tên: Đảng uỷ xã Hải Thuận, khu vực: Khu vực ven biển }
  - { mã: x-cua-van, loại: xa-phuong, tên: Đảng uỷ xã Cửa Vạn, khu vực: Khu vực ven biển }
  - { mã: lddl, loại: doan-the-lddl, tên: Liên đoàn Lao động tỉnh, khu vực: Cơ quan cấp tỉnh }
`;
/** Sends nothing. */
const SILENT = "x-cua-van";
const FOLDER = `bao-cao/${PERIOD}`;
const FILES = [
  ...[
    "bao-cao.html",
    "bao-cao-2026-6t.docx",
    "bao-cao-2026-6t.md",
    "bao-cao-2026-6t.pdf",
    "bao-cao-2026-6t.phu-luc.xlsx",
  ],
  ...["bao-cao-2026-6t.trace.json", "bao-cao-2026-6t.y-kien.docx", "bao-cao-2026-6t.y-kien.md"],
];

let office: CycleOffice;
let draft: string;
let returns: RawUnit[];
/** `unit/period/key` of the desk's own file. */
const given = new Map<string, number>();
const said: { stdout: string; exit: number } = { stdout: "", exit: -1 };

async function sheetsOf(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  await workbook.xlsx.load(copy);
  return workbook;
}

async function readGiven(bytes: Uint8Array): Promise<void> {
  const [figures, targets] = (await sheetsOf(bytes)).worksheets;
  const heads = (figures?.getRow(1).values ?? []) as (string | undefined)[];
  figures?.eachRow((row, number) => {
    const [, unit, period] = row.values as unknown[];
    heads.forEach((key, column) => {
      const value = row.getCell(column).value;
      if (number > 1 && column > 2 && typeof value === "number") given.set(`${unit}/${period}/${key}`, value);
    });
  });
  targets?.eachRow((row) => {
    const [, name, , key, value] = row.values as unknown[];
    const unit = office.register.units.find(({ names }) => names[0]?.official === name)?.code;
    if (typeof value === "number") given.set(`${unit}/target/${key}`, value);
  });
}

beforeAll(async () => {
  office = await openCycleOffice(UNITS);
  const openings = await openingWorkbook(await readBundledFormSet(), office.register);
  await office.write("so-2025.xlsx", openings);
  await office.cycle("2026-05-04", "init", "--so-dau-ky", "so-2025.xlsx");
  await readGiven(openings);
  await office.cycle("2026-05-04", "open", PERIOD);
  returns = [];
  for (const { code, kind, area } of office.register.units) {
    if (code === SILENT) continue;
    const day = code === "x-hai-thuan" ? "2026-05-26" : "2026-05-20";
    const files = await send(office, PERIOD, { unit: code, day, as: "workbook" });
    const raw = await readRaw(files[0]?.bytes ?? new Uint8Array());
    returns.push({ unit: code, kind, ...(area === undefined ? {} : { area }), raw });
  }
  await office.cycle("2026-05-27", "collect", "--period", PERIOD);
  Object.assign(said, await office.call(["report", PERIOD], on("2026-05-31")));
  draft = await office.read(`${FOLDER}/bao-cao-2026-6t.md`);
});
afterAll(() => office.remove());

const SCOPES: Readonly<Record<string, (unit: { readonly area?: string }) => boolean>> = {
  tinh: () => true,
  "khu-vuc-trung-tam": ({ area }) => area === "Khu vực trung tâm",
  "khu-vuc-ven-bien": ({ area }) => area === "Khu vực ven biển",
  "co-quan-cap-tinh": ({ area }) => area === "Cơ quan cấp tỉnh",
};

/** Last year's figure over the units that have sent this year's. */
function lastYear(units: readonly RawUnit[], key: string): number | undefined {
  const share = SHARES[key];
  if (share !== undefined) {
    const [above, below] = share.map((each) => lastYear(units, each));
    return above === undefined || !below ? undefined : (100 * above) / below;
  }
  const source = sourceOf(key);
  const values = units
    .filter(({ kind }) => source === undefined || kind === source)
    .flatMap(({ unit, raw }) =>
      naiveTotal([{ unit, kind: "", raw }], key) === undefined && source === undefined
        ? []
        : [given.get(`${unit}/2025-6t/${key}`)],
    )
    .filter((value) => value !== undefined);
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
}

const FIXED: Readonly<Record<string, number>> = { D06: 85, M06: 90, D13: 100, E08: 100 };
const TARGETS: Readonly<Record<string, Readonly<Record<"year" | "plan", string>>>> = {
  C02: { year: "T01", plan: "T02" },
  B02: { year: "T04", plan: "T03" },
};

/** All units have targets, whether they have reported or not. */
function targetOf(key: string, span: "year" | "plan", test: (unit: { readonly area?: string }) => boolean) {
  const code = TARGETS[key]?.[span];
  if (code === undefined) return FIXED[key];
  const values = office.register.units
    .filter(test)
    .flatMap(({ code: unit }) => given.get(`${unit}/target/${code}`) ?? []);
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
}

const number = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2 });
/** As it may stand: in prose, in a table. */
function prints(value: number | undefined, isShare: boolean): readonly string[] {
  if (value === undefined) return ["chưa có số liệu", "X"];
  const text = number.format(Math.abs(value) < 1e-9 ? 0 : value);
  if (isShare) return [`${text}%`, text];
  return [
    text,
    ...(Number.isInteger(value) && value > 0 && value < 10 ? [`0${value}`] : []),
    ...(value === 0 ? ["chưa", "không"] : []),
  ];
}

function expected(binding: string): readonly string[] {
  const [key = "", scope = "", period, measure = "thuc-hien"] = binding.replace("vt:", "").split("/");
  const test = SCOPES[scope];
  if (test === undefined || period !== PERIOD) throw new Error(`unexpected ${binding}`);
  const units = returns.filter(test);
  const isShare = SHARES[key] !== undefined;
  const now = naiveTotal(units, key);
  const last = lastYear(units, key);
  const span = measure.endsWith("giai-doan") ? "plan" : "year";
  const target = targetOf(key, span, test);
  const missing = ["chưa có số liệu"];
  if (measure === "thuc-hien") return prints(now, isShare);
  if (measure.startsWith("chi-tieu")) return prints(target, isShare);
  if (measure.startsWith("phan-tram-chi-tieu"))
    return prints((100 * (now ?? Number.NaN)) / (target ?? Number.NaN), true);
  // the plan begins with this period
  if (measure.startsWith("luy-ke")) return prints(now, isShare);
  if (measure.startsWith("con-lai")) return prints(Math.max(0, (target ?? 0) - (now ?? 0)), false);
  if (measure.startsWith("danh-gia")) {
    if (now === undefined || target === undefined) return missing;
    if (Math.abs(now - target) < 1e-9) return [key === "M06" ? "chưa đạt" : "đạt"];
    return [now < target ? "chưa đạt" : key === "M06" ? "đạt" : "vượt"];
  }
  if (now === undefined || last === undefined) return ["không so sánh được", ...missing];
  if (measure === "cung-ky") return prints(last, isShare);
  if (measure === "chenh-lech") {
    const away = Math.abs(now - last);
    return prints(away, false).flatMap((text) => [text]);
  }
  if (measure === "phan-tram-cung-ky") return prints((100 * now) / last, true);
  if (measure === "phan-tram-chenh-lech")
    return last === 0 ? ["cùng kỳ không phát sinh"] : prints((100 * Math.abs(now - last)) / last, true);
  if (measure === "chieu-huong") return now === last ? ["bằng", "không phát sinh"] : [now > last ? "tăng" : "giảm"];
  throw new Error(`unexpected measure ${measure}`);
}

const LINK = /\[([^\]\n]*)\]\((vt:[^)]*)\)/gu;
const body = (): string => draft.slice(draft.indexOf("\n---\n"));

describe("vanthu report", () => {
  it("says coverage first, and what it has written", async () => {
    expect(said.exit).toBe(0);
    expect(said.stdout.split("\n").slice(0, 2)).toEqual([
      "Báo cáo 6 tháng đầu năm 2026 tính trên 3/4 đơn vị.",
      "Chưa gửi, không có trong tổng: Đảng uỷ xã Cửa Vạn.",
    ]);
    for (const name of FILES) {
      expect(said.stdout).toContain(`Đã ghi ${FOLDER}/${name}`);
      expect((await office.bytes(`${FOLDER}/${name}`)).length).toBeGreaterThan(1000);
    }
  });

  it("prints only figures that a naive recomputation from the workbooks gives", () => {
    const links = [...body().matchAll(LINK)];
    const wrong = links.flatMap(([, printed = "", binding = ""]) =>
      expected(binding).some((each) => each.toLowerCase() === printed.toLowerCase())
        ? []
        : [`${binding}: ${printed}, naive ${expected(binding).join(" | ")}`],
    );
    expect(wrong).toEqual([]);
    expect(links.length).toBeGreaterThan(250);
    const measures = new Set(links.map(([, , binding = ""]) => binding.split("/")[3] ?? "thuc-hien"));
    for (const measure of ["thuc-hien", "cung-ky", "chieu-huong", "chenh-lech", "phan-tram-chi-tieu", "danh-gia"])
      expect(measures).toContain(measure);
  });

  it("has no figure in its sentences that is not bound", async () => {
    // words of the plan that is followed are its own
    const plan = await office.read("ke-hoach.md");
    const isTask = (line: string): boolean => /^[-+] .{25}/u.test(line) && plan.includes(line.slice(2, 27));
    const end = body().indexOf("\n# Phụ lục");
    const prose = body()
      .slice(0, end)
      .split("\n")
      .filter((line) => !line.startsWith("#") && !isTask(line))
      .join("\n")
      .replace(LINK, "")
      .replace(
        /\d{1,2}\/\d{1,2}\/\d{4}|(?:năm|NĂM) \d{4}|6 tháng|^\d\. |100% vốn|\d+\/\d+ đơn vị|\d+ đơn vị|\d+ nhiệm vụ|Kế hoạch số \d+/gmu,
        "",
      );
    expect(prose.match(/.{0,20}\d.{0,20}/gu) ?? []).toEqual([]);
  });

  it("leaves a trace from every figure to its cells, which adds up", async () => {
    const trace = JSON.parse(await office.read(`${FOLDER}/bao-cao-2026-6t.trace.json`));
    const bound = new Set([...body().matchAll(LINK)].map(([, , binding]) => binding));
    expect(new Set(trace.figures.map(({ binding }: { binding: string }) => binding))).toEqual(bound);
    const raw = new Map(returns.map((each) => [each.unit, each.raw]));
    const hashes = await sha256Hex(office);
    let cells = 0;
    for (const node of trace.nodes) {
      if (node.kind !== "cell") continue;
      const [unit, period, key, measure, value, revision, file, sheet, address] = node.cell;
      if (period !== PERIOD) continue;
      cells += 1;
      const { code } = trace.units[unit];
      expect(raw.get(code)?.get(`${key}/${measure}`)).toEqual({ value, cell: `${sheet}!${address}` });
      expect(revision).toBe(1);
      expect(hashes).toContain(trace.files[file].sha256);
    }
    expect(cells).toBeGreaterThan(150);
    const valueAt = (at: number): number => trace.nodes[at].value ?? trace.nodes[at].cell?.[4];
    for (const node of trace.nodes) {
      if (node.kind !== "sum" || node.value === undefined) continue;
      expect(node.parts.map(valueAt).reduce((sum: number, part: number) => sum + part, 0)).toBeCloseTo(node.value, 9);
    }
  });

  it("names who is late and who is missing, and counts the units' words", () => {
    expect(draft).toContain("01 đơn vị (Đảng uỷ xã Hải Thuận) gửi báo cáo chậm so với thời hạn");
    expect(draft).toContain("01 đơn vị (Đảng uỷ xã Cửa Vạn) chưa gửi báo cáo");
    expect(draft).toMatch(/\[cần viết: hai đến bốn ý nổi bật[^\]]*; 2 đơn vị có ý kiến, xem tệp ý kiến\]/u);
  });

  it("never writes over a report unless told to, and then gives the same bytes on another day", async () => {
    const again = await office.call(["report", PERIOD], on("2026-05-31"));
    expect(again.exit).toBe(2);
    expect(again.stderr.match(/ lỗi {2}/gu)).toHaveLength(1);
    expect(again.stderr).toContain(`Báo cáo này đã lập: "${FOLDER}/bao-cao-2026-6t.md" và 7 tệp đi kèm.`);
    expect(again.stderr).toMatch(/: vanthu report 2026-6t --update\. Lập lại từ đầu: thêm --force/u);
    const before = await Promise.all(FILES.map((name) => office.bytes(`${FOLDER}/${name}`)));
    const forced = await office.call(["bao-cao", PERIOD, "--ghi-de", "--json"], on("2026-06-30"));
    expect(JSON.parse(forced.stdout)).toMatchObject({
      period: PERIOD,
      coverage: { asked: 4, counted: 3, missing: [SILENT] },
    });
    for (const [index, name] of FILES.entries())
      expect(await office.bytes(`${FOLDER}/${name}`), name).toEqual(before[index]);
    await expect(office.bytes(`${FOLDER}/bao-cao-2026-6t.cu.md`)).rejects.toThrow();
  });

  it("is held against its trace file where it lies away from the ledger", async () => {
    const away = openOffice();
    try {
      const figure = /\[([\d.]+)\]\(vt:C06\/tinh\/2026-6t\)/u;
      for (const name of ["bao-cao-2026-6t.md", "bao-cao-2026-6t.trace.json"])
        await away.write(name, await office.read(`${FOLDER}/${name}`));
      const text = await away.read("bao-cao-2026-6t.md");
      expect((await away.call(["trace", "bao-cao-2026-6t.md"])).stdout).toContain("đều khớp với");
      await away.write("bao-cao-2026-6t.md", text.replace(figure, "[9$1](vt:C06/tinh/2026-6t)"));
      const { exit, stderr } = await away.call(["render", "bao-cao-2026-6t.md", "-o", "in"]);
      expect(exit).toBe(1);
      expect(stderr).toMatch(/Đảng viên cuối kỳ .*: ghi “9[\d.]+”, khi lập báo cáo là “/u);
      expect(stderr).toContain("chạy vanthu report --update ở đó");
    } finally {
      away.remove();
    }
  });

  it("keeps what somebody has written in a draft that is made anew", async () => {
    const path = `${FOLDER}/bao-cao-2026-6t.md`;
    const made = await office.read(path);
    const again = async () => {
      const { exit, stderr } = await office.call(["report", PERIOD, "--force"], on("2026-05-31"));
      expect(exit).toBe(0);
      expect(await office.read(path)).toBe(made);
      return stderr;
    };
    await office.write(path, `${made}\nMột đoạn viết tay.\n`);
    const kept = `${FOLDER}/bao-cao-2026-6t.cu.md`;
    expect(await again()).toContain(`"${path}" đã được sửa sau khi lập; bản cũ được giữ ở "${kept}".`);
    expect(await office.read(kept)).toBe(`${made}\nMột đoạn viết tay.\n`);
    expect(await again()).not.toContain("được sửa sau khi lập");
    // the same once more is kept already; another one beside it
    await office.write(path, `${made}\nMột đoạn viết tay.\n`);
    expect(await again()).toContain("bao-cao-2026-6t.cu.md");
    await office.write(path, `${made}\nĐoạn khác.\n`);
    expect(await again()).toContain("bao-cao-2026-6t.cu-2.md");
    expect(await office.read(kept)).toContain("Một đoạn viết tay.");
    expect(await office.read(kept.replace(".cu.", ".cu-2."))).toContain("Đoạn khác.");
  });

  it("says of a template that is not there before anything else", async () => {
    const { exit, stderr } = await office.call(["report", PERIOD, "--mau", "khong-co.hbs"], on("2026-05-31"));
    expect(exit).toBe(2);
    expect(stderr.match(/ lỗi {2}/gu)).toHaveLength(1);
    expect(stderr).toContain('Không tìm thấy "khong-co.hbs"');
  });

  it("prints every unit in the document where the call wants all, and knows no other word", async () => {
    const all = await office.call(["report", PERIOD, "-o", "het", "--phu-luc", "all"], on("2026-05-31"));
    expect(all.exit).toBe(0);
    expect(await office.read("het/bao-cao-2026-6t.md")).toBe(draft);
    const other = await office.call(["report", PERIOD, "-o", "het2", "--annexes", "it"], on("2026-05-31"));
    expect([other.exit, other.stderr]).toEqual([2, expect.stringContaining("--annexes")]);
  });

  it("takes the office's own template, or the one that is named, and refuses a faulty one", async () => {
    const own = '---\nthể loại: Báo cáo\n---\nKết nạp {{figure "C02"}} đảng viên.\n';
    await office.write("mau/bao-cao-6t.md.hbs", own);
    expect((await office.call(["report", PERIOD, "-o", "rieng"])).exit).toBe(0);
    expect(await office.read("rieng/bao-cao-2026-6t.md")).toContain("\nKết nạp [");
    await office.write("mau/sai.md.hbs", own.replace("C02", "CO2"));
    const faulty = await office.call(["report", PERIOD, "-o", "sai", "--mau", "mau/sai.md.hbs"]);
    expect(faulty.exit).toBe(1);
    expect(faulty.stderr).toContain('mau/sai.md.hbs:4:18  lỗi  Hàm "figure" nhận giá trị "CO2" không đúng.');
    expect(faulty.stderr).toContain('Có phải là "C02"?');
    await expect(office.read("sai/bao-cao-2026-6t.md")).rejects.toThrow();
    // the header's faults show only in the draft, which is not written: they stand in the template
    const head = own.replace(
      "---\nKết",
      "{{#if office.place}}\nđịa danh: {{office.place}}\n{{/if}}\nngày: 32/13/2026\n---\nKết",
    );
    await office.write("mau/sai.md.hbs", head);
    const wrong = await office.call(["report", PERIOD, "-o", "sai", "--mau", "mau/sai.md.hbs"]);
    expect(wrong.exit).toBe(1);
    expect(wrong.stderr).toContain("mau/sai.md.hbs:6:1  lỗi  Ngày: Không có ngày");
    expect((await office.call(["report", PERIOD, "-o", "sai", "--mau", "khong-co.hbs"])).exit).toBe(2);
  });

  it("tells of the tasks of the plans that vanthu.yaml names, and of a plan that is not there", async () => {
    expect(draft).toContain(
      "Thực hiện Kế hoạch số 08-KH/BTCTU, ngày 20/01/2026, cả 07 nhiệm vụ chưa được báo cáo đủ (chưa cơ quan nào báo cáo)",
    );
    const sheets = await sheetsOf(await office.bytes(`${FOLDER}/bao-cao-2026-6t.phu-luc.xlsx`));
    expect(sheets.worksheets.at(-1)?.name).toBe("Tình hình thực hiện nhiệm vụ");
    const yaml = await office.read("vanthu.yaml");
    await office.write("vanthu.yaml", yaml.replace("  - ke-hoach.md", "  - ke-hoach.md\n  - cu/ke-hoach-2025.md"));
    const told = await office.call(["report", PERIOD, "-o", "khac"], on("2026-05-31"));
    await office.write("vanthu.yaml", yaml);
    expect(told.exit).toBe(2);
    expect(told.stderr).toMatch(/vanthu\.yaml:\d+:5 {2}lỗi {2}Không có tệp kế hoạch "cu\/ke-hoach-2025\.md"\./u);
  });

  it("cannot report on what was never opened", async () => {
    expect((await office.call(["report", "2026-nam"])).exit).toBe(2);
    expect((await office.call(["report", "2026-xyz"])).exit).toBe(2);
    const outside = await office.call(["report", PERIOD], { cwd: "/" });
    expect(outside.exit).toBe(2);
  });
});
