import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { failing, type Office, openOffice } from "./cli.environment.js";

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
