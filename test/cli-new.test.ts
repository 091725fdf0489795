import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { failing, type Office, openOffice } from "./cli.environment.js";
import { change, put } from "./workbook-read.edit.js";

let office: Office;
beforeEach(() => {
  office = openOffice();
});
afterEach(() => office.remove());

const WORKSPACE = `cơ quan cấp trên: ĐẢNG BỘ TỈNH HÀ TRUNG
cơ quan ban hành: ĐẢNG UỶ PHƯỜNG SÔNG KIM
mã cơ quan: ĐU
địa danh: Sông Kim
`;

describe("vanthu new", () => {
  it("writes a draft filled from vanthu.yaml, found from below", async () => {
    await office.write("vanthu.yaml", WORKSPACE);
    const { exit, stdout, stderr } = await office.call(["new", "Kế hoạch", "-o", "nam-2026/"]);
    expect([exit, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("nam-2026/ke-hoach.md");
    const draft = await office.read("nam-2026/ke-hoach.md");
    expect(draft).toContain("  ĐẢNG UỶ PHƯỜNG SÔNG KIM\n");
    expect(draft).toContain("KH/ĐU");
    expect(draft).toContain("2026");
  });

  it("suggests the year of the clock, or the one that is given", async () => {
    await office.call(["new", "ke-hoach"], { now: () => new Date(2031, 0, 1) });
    await office.call(["new", "ke-hoach", "-o", "b.md", "--nam", "2027"]);
    expect(await office.read("ke-hoach.md")).toContain("2031");
    expect(await office.read("b.md")).toContain("2027");
  });

  it("works without a workspace, and says what is left to fill in", async () => {
    const { exit, stderr } = await office.call(["tao", "cong-van", "--he", "nha-nuoc"]);
    expect(exit).toBe(0);
    expect(stderr).toContain("lưu ý");
    const draft = await office.read("cong-van.md");
    expect(draft).toContain("hệ thống: Nhà nước");
    expect(draft).toContain("[CƠ QUAN BAN HÀNH]");
  });

  it("prefers the office's own template, and reports what is wrong in it", async () => {
    await office.write("vanthu.yaml", WORKSPACE);
    await office.write("mau/ke-hoach.md.hbs", "---\nthể loại: {{type.name}}\n---\nMẫu của {{office.place}}.\n");
    await office.call(["new", "ke-hoach"]);
    expect(await office.read("ke-hoach.md")).toBe("---\nthể loại: Kế hoạch\n---\nMẫu của Sông Kim.\n");
    await office.write("mau/bao-cao.md.hbs", "---\nthể loại: {{type.nam}}\n---\n");
    const { exit, stderr } = await office.call(["new", "bao-cao"]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^mau\/bao-cao\.md\.hbs:2:13 {2}lỗi {2}.*"type\.nam"/u);
    await expect(office.read("bao-cao.md")).rejects.toThrow();
  });

  it("lets an office add drafts of its own", async () => {
    await office.write("vanthu.yaml", WORKSPACE);
    await office.write("mau/bao-cao-thang.md.hbs", "{{type.name}} {{type.code}}\n");
    expect((await office.call(["new", "bao-cao-thang"])).exit).toBe(0);
    expect(await office.read("bao-cao-thang.md")).toBe("Báo cáo BC\n");
  });

  it("overwrites nothing unless it may", async () => {
    await office.write("ke-hoach.md", "của tôi");
    const { exit, stderr } = await office.call(["new", "ke-hoach"]);
    expect(exit).toBe(2);
    expect(stderr).toContain('"ke-hoach.md"');
    expect(stderr).toContain("--force (--ghi-de)");
    expect(await office.read("ke-hoach.md")).toBe("của tôi");
    expect((await office.call(["new", "ke-hoach", "--ghi-de"])).exit).toBe(0);
    expect(await office.read("ke-hoach.md")).toContain("thể loại: Kế hoạch");
  });

  it("names the line of a faulty vanthu.yaml", async () => {
    await office.write("vanthu.yaml", "địa dang: X\n");
    const { exit, stderr } = await office.call(["new", "ke-hoach"]);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^vanthu\.yaml:1:1 {2}lỗi {2}.*"địa dang".*\n.*"địa danh"/u);
  });

  it("says where it may not write", async () => {
    await office.write("tep", "x");
    const inFile = await office.call(["new", "ke-hoach", "-o", "tep/ke-hoach.md"]);
    expect(inFile.exit).toBe(2);
    expect(inFile.stderr).toContain('"tep" là tệp');
    const files = failing({ checkWritable: () => "EACCES" });
    const denied = await office.call(["new", "ke-hoach"], { files });
    expect(denied.exit).toBe(2);
    expect(denied.stderr).toContain('Không được phép ghi vào "."');
  });

  it("lists what there is", async () => {
    const { exit, stdout } = await office.call(["new", "--danh-sach"]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/Đảng:\n {2}ke-hoach .*Kế hoạch\n[\s\S]*Nhà nước:\n/u);
    const { drafts } = JSON.parse((await office.call(["new", "--list", "--json"])).stdout);
    expect(drafts).toHaveLength(25);
  });
});

describe("vanthu new --tasks", () => {
  it("writes the form, and makes a plan's draft of it that renders", async () => {
    await office.write("vanthu.yaml", WORKSPACE);
    const form = await office.call(["new", "ke-hoach", "--tasks-form", "nhiem-vu.xlsx"]);
    expect([form.exit, form.stderr]).toEqual([0, ""]);
    expect((await office.call(["new", "--mau-nhiem-vu", "nhiem-vu.xlsx"])).exit).toBe(2);
    const empty = await readFile(join(office.folder, "nhiem-vu.xlsx"));
    const cells = {
      ...{ B5: "Tổ chức hội nghị quán triệt kế hoạch", C5: "Bí thư Đảng uỷ", D5: "Văn phòng Đảng uỷ" },
      ...{ E5: "Các chi bộ trực thuộc", G5: "trước ngày 20/5/2026", B6: "Kiểm tra việc học tập", G6: "hằng quý" },
    };
    const filled = change(
      empty,
      put("Nhiệm vụ", cells),
      put("Chỉ tiêu", { B5: "Kết nạp", C5: "từ 10", D5: "đảng viên trở lên" }),
    );
    await office.write("nhiem-vu.xlsx", filled);
    const { exit, stdout, stderr } = await office.call([
      "new",
      "ke-hoach",
      "--tasks",
      "nhiem-vu.xlsx",
      "--year",
      "2026",
    ]);
    expect(exit).toBe(0);
    expect(stdout).toContain("Gồm 2 nhiệm vụ, 1 chỉ tiêu.");
    expect(stderr).toContain("nhiem-vu.xlsx  cảnh báo  Nhiệm vụ, ô B6: Nhiệm vụ chưa có cơ quan nào.");
    const draft = await office.read("ke-hoach.md");
    expect(draft).toContain("  ĐẢNG UỶ PHƯỜNG SÔNG KIM\n");
    expect(draft).toContain("1. Tổ chức hội nghị quán triệt kế hoạch\n\n- *Chỉ đạo*: Bí thư Đảng uỷ.\n");
    expect(draft).toContain("3. Chỉ tiêu\n\n- Kết nạp từ 10 đảng viên trở lên.\n");
    const rendered = await office.call(["render", "ke-hoach.md", "--draft"]);
    expect(rendered.stderr).toContain("Còn chỗ chờ điền: “[nêu mục đích]”.");
    const table = await office.call([
      "tao",
      "ke-hoach",
      "--nhiem-vu",
      "nhiem-vu.xlsx",
      "--bo-cuc",
      "bang",
      "-o",
      "b.md",
    ]);
    expect(table.exit).toBe(0);
    expect(await office.read("b.md")).toContain("# Phụ lục {ngang}");
    for (const name of ["ke-hoach.md", "b.md"])
      expect((await office.call(["render", name, "--draft", "--force"])).stderr).not.toContain("lỗi");
  });

  it("refuses what is no list of tasks, a wrong layout, and types without tasks", async () => {
    await office.write("nhiem-vu.xlsx", "không phải sổ");
    const broken = await office.call(["new", "ke-hoach", "--tasks", "nhiem-vu.xlsx"]);
    expect([broken.exit, broken.stderr]).toEqual([2, expect.stringContaining("Đây không phải sổ Excel")]);
    expect((await office.call(["new", "ke-hoach", "--tasks", "khong-co.xlsx"])).exit).toBe(2);
    expect((await office.call(["new", "ke-hoach", "--layout", "cay"])).stderr).toContain("khoi, bang");
    expect((await office.call(["new", "cong-van", "--tasks", "nhiem-vu.xlsx"])).stderr).toContain(
      "không lập được từ danh mục",
    );
    await expect(office.read("ke-hoach.md")).rejects.toThrow();
  });
});
