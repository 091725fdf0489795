import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mergeKinds, PERIOD_KINDS, readPeriod } from "../src/periods/index.js";
import { readWorkspace } from "../src/workspace/read.js";

const read = (text: string) => readWorkspace(new TextEncoder().encode(text), "vanthu.yaml", "/office");

const NINE_MONTHS = `kỳ báo cáo:
  - mã: 9t
    tên: 9 tháng đầu năm
    mở: 01/9
    chốt số liệu: 15/9
    hạn: trước 25/9
`;

const REVIEW = `kỳ báo cáo:
  - mã: sk
    tên: sơ kết
    nhiều năm: có
    mở: 15/8
    số liệu từ: 01/01
    chốt số liệu: 31/8
    hạn: trước ngày 10/11
    hạn từng cấp:
      cơ sở: chậm nhất 30/9
      cấp trên cơ sở: trước 30/10
      gửi báo cáo: trước 10/11
      cấp tỉnh: đến hết ngày 15/01 năm sau
`;

describe("kỳ báo cáo in vanthu.yaml", () => {
  it("adds a kind beside the usual ones", () => {
    const { workspace, findings } = read(NINE_MONTHS);
    expect(findings).toEqual([]);
    const kinds = mergeKinds(workspace?.periodKinds ?? []);
    expect(kinds).toHaveLength(PERIOD_KINDS.length + 1);
    expect(readPeriod("2026-9t", kinds)).toMatchObject({
      name: "9 tháng đầu năm 2026",
      opens: "2026-09-01",
      window: { from: "2025-12-16", to: "2026-09-15" },
      lastDay: "2026-09-24",
    });
  });

  it("replaces a usual kind, with levels and a window of its own", () => {
    const { workspace, findings } = read(REVIEW);
    expect(findings).toEqual([]);
    const kinds = mergeKinds(workspace?.periodKinds ?? []);
    expect(kinds).toHaveLength(PERIOD_KINDS.length);
    expect(readPeriod("2026-2028-sk", kinds)?.window).toEqual({ from: "2026-01-01", to: "2028-08-31" });
    expect(readPeriod("2027-2029-sk", kinds)?.window).toEqual({ from: "2027-01-01", to: "2029-08-31" });
    const levels = kinds.find(({ id }) => id === "sk")?.dueByLevel;
    expect(levels?.map(({ level }) => level)).toEqual(["base", "district", "file", "province"]);
    expect(levels?.at(-1)).toEqual({ level: "province", anchor: { day: 15, month: 1, year: 1 }, rule: "on" });
  });

  it("reads the sample office's", () => {
    const bytes = readFileSync("fixtures/ky-bao-cao/vanthu.yaml");
    const { workspace, findings } = readWorkspace(bytes, "vanthu.yaml", "/office");
    expect(findings).toEqual([]);
    expect(workspace?.reportsTo).toContain("qua Ban Tổ chức");
    expect(workspace?.periodKinds?.map(({ id }) => id)).toEqual(["9t"]);
  });

  it.each([
    [NINE_MONTHS.replace("trước 25/9", "25/9"), "workspace/wrong-value", 6, 10, "trước 25/5"],
    [NINE_MONTHS.replace("01/9", "31/9"), "workspace/wrong-value", 4, 9, "ngày có trong mọi năm"],
    [NINE_MONTHS.replace("01/9", "29/2"), "workspace/wrong-value", 4, 9, "ngày có trong mọi năm"],
    [NINE_MONTHS.replace("mã: 9t", "mã: 2026-9t"), "workspace/wrong-value", 2, 9, "không bắt đầu bằng năm"],
    [NINE_MONTHS.replace("trước 25/9", "trước 15/9"), "workspace/wrong-value", 6, 10, "không trước ngày chốt"],
    [NINE_MONTHS.replace("01/9", "25/9"), "workspace/wrong-value", 4, 9, "trước hạn gửi"],
    [NINE_MONTHS.replace("    mở: 01/9\n", ""), "workspace/missing-key", 2, 5, "mở"],
    [NINE_MONTHS.replace("mở:", "mờ:"), "workspace/unknown-key", 4, 5, "mở"],
    ["kỳ báo cáo: 9t\n", "workspace/wrong-shape", 1, 1, "danh sách"],
    [`${NINE_MONTHS}${NINE_MONTHS.replace("kỳ báo cáo:\n", "")}`, "workspace/wrong-value", 7, 9, "mã chưa dùng"],
    [REVIEW.replace("số liệu từ: 01/01", "số liệu từ: đầu năm"), "workspace/wrong-value", 6, 17, "16/12 năm trước"],
    [REVIEW.replace("trước 30/10", "trước 30/9"), "workspace/wrong-value", 11, 23, "sau hạn của “cơ sở”"],
    [REVIEW.replace("báo cáo: trước 10/11", "báo cáo: trước 15/11"), "workspace/wrong-value", 12, 20, "cùng ngày"],
    [REVIEW.replace("cơ sở: chậm nhất 30/9", "cơ sở: chậm nhất 30/8"), "workspace/wrong-value", 10, 14, "chốt số liệu"],
    [REVIEW.replace("cấp tỉnh:", "cấp tinh:"), "workspace/unknown-key", 13, 7, "cấp tỉnh"],
  ])("names line, column and remedy: %j", (text, id, line, column, words) => {
    const { workspace, findings } = read(text);
    expect(workspace).toBeUndefined();
    expect(findings[0]).toMatchObject({ id, place: { file: "vanthu.yaml", line, column } });
    expect(findings.map(({ found, remedy }) => `${found} ${remedy}`).join(" ")).toContain(words);
  });
});
