import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ComparisonResult } from "../src/review/report/result.js";
import { partyPlan } from "./cli.draft.js";
import { openOffice } from "./cli.environment.js";

const office = openOffice();
afterAll(office.remove);

const NUMBERED = "số: 12\nngày: 05/6/2026\n";
const OLD = partyPlan(NUMBERED);
const NEW = partyPlan(NUMBERED)
  .replace("trước ngày 30/9/2026", "trước ngày 31/10/2026")
  .replace("Các chi bộ rà soát", "Các chi bộ thống kê");

beforeAll(async () => {
  await office.write("cu.md", OLD);
  await office.write("moi.md", NEW);
  await office.write("lon-xon.md", partyPlan(`${NUMBERED}trình bày:\n  giãn dòng: 20\n`));
  await office.call(["render", "cu.md", "moi.md"]);
});

describe("vanthu diff", () => {
  it("tells figures first, then wording", async () => {
    const { exit, stdout, stderr } = await office.call(["diff", "cu.md", "moi.md"]);
    expect(stderr).toBe("");
    expect(exit).toBe(3);
    expect(stdout).toMatch(/^Thay đổi: 1 số liệu, 1 chỗ về lời văn, đề mục\.\n/u);
    expect(stdout.indexOf("30/9/2026 → 31/10/2026")).toBeLessThan(stdout.indexOf("[-rà soát-]{+thống kê+}"));
    expect(stdout).toContain("Văn phòng Đảng uỷ theo dõi, báo cáo Ban Thường vụ trước ngày 31/10/2026.");
  });

  it("has an exit code for what changed most", async () => {
    await office.write("loi.md", OLD.replace("Các chi bộ rà soát", "Các chi bộ thống kê"));
    const exits = async (...argv: string[]) => (await office.call(["diff", ...argv])).exit;
    expect(await exits("cu.md", "cu.md")).toBe(0);
    expect(await exits("cu.md", "lon-xon.md")).toBe(1);
    expect(await exits("cu.md", "lon-xon.md", "--ignore-layout")).toBe(0);
    expect(await exits("cu.md", "loi.md")).toBe(2);
    expect(await exits("cu.md", "loi.md", "--only-figures")).toBe(0);
    expect(await exits("cu.md", "moi.md", "--chi-so-lieu")).toBe(3);
    expect(await exits("cu.md", "khong-co.pdf")).toBe(4);
    expect(await exits("cu.md")).toBe(4);
    expect(await exits("cu.md", "moi.md", "--khong-co-tuy-chon")).toBe(4);
    expect(await exits()).toBe(4);
  });

  it("takes the versions in any form", async () => {
    for (const [old, neu] of [
      ["cu.docx", "moi.docx"],
      ["cu.pdf", "moi.pdf"],
      ["cu.docx", "moi.pdf"],
    ] as const) {
      const { exit, stdout } = await office.call(["so-sanh", old, neu]);
      expect([exit, stdout.split("\n")[0]]).toEqual([3, "Thay đổi: 1 số liệu, 1 chỗ về lời văn, đề mục."]);
    }
  });

  it("compares workbooks cell by cell", async () => {
    const { default: exceljs } = await import("exceljs");
    const write = async (name: string, kept: number) => {
      const book = new exceljs.Workbook();
      const sheet = book.addWorksheet("Biểu 1");
      sheet.addRows([
        ["Đơn vị", "Kết nạp", "Ngày họp"],
        ["Phường Sông Kim", kept, new Date(Date.UTC(2026, 4, 15))],
        ["Xã Phú Khê", 2.5],
      ]);
      await office.write(name, new Uint8Array(await book.xlsx.writeBuffer()));
    };
    await write("bieu-cu.xlsx", 1054);
    await write("bieu-moi.xlsx", 1045);
    const { exit, stdout } = await office.call(["diff", "bieu-cu.xlsx", "bieu-moi.xlsx"]);
    expect(exit).toBe(3);
    expect(stdout).toContain("1054 → 1045 (dòng “Phường Sông Kim”, cột “Kết nạp”), trang tính “Biểu 1”, ô B2");
    expect((await office.call(["diff", "bieu-cu.xlsx", "bieu-cu.xlsx"])).exit).toBe(0);
  });

  it("prints a result that a program can read", async () => {
    const { exit, stdout } = await office.call(["diff", "cu.docx", "moi.md", "--json"]);
    const { command, exit: said, findings, ...result } = JSON.parse(stdout) as Record<string, unknown>;
    expect([command, said, findings]).toEqual(["diff", exit, []]);
    const { counts, changes, old } = ComparisonResult.strict().parse(result);
    expect(counts).toEqual({ figures: 1, wording: 1, pages: 0, looks: 0 });
    expect(changes.map(({ kind }) => kind).sort()).toEqual(["figure", "wording"]);
    expect(old).toEqual({ file: "cu.docx", kind: "docx", fidelity: "model", pages: 1 });
  });

  it("publishes the form of that result", () => {
    const path = new URL("../schemas/comparison.schema.json", import.meta.url);
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(
      JSON.parse(JSON.stringify(z.toJSONSchema(ComparisonResult))),
    );
  });

  it("writes one page that asks for nothing else, and never over another file", async () => {
    const { exit, stdout } = await office.call(["diff", "cu.pdf", "moi.pdf", "-o", "so-sanh.html"]);
    expect(exit).toBe(3);
    expect(stdout).toContain("Đã ghi so-sanh.html.");
    const page = await office.read("so-sanh.html");
    expect(page).not.toMatch(/(?:src|href)="(?!#|data:)|url\(|@import|https?:/u);
    expect(page).toMatch(/Content-Security-Policy" content="default-src &#x27;none&#x27;;/u);
    expect(page).toContain("<del>30/9/2026</del>");
    expect(page).toContain("<ins>31/10/2026</ins>");
    const again = await office.call(["diff", "cu.pdf", "moi.pdf", "-o", "so-sanh.html"]);
    expect(again.exit).toBe(4);
    expect(again.stderr).toContain("--force");
  });

  it("writes the new version with tracked changes", async () => {
    for (const [old, neu] of [
      ["cu.docx", "moi.md"],
      ["cu.md", "moi.docx"],
    ] as const) {
      const { exit, stdout } = await office.call(["diff", old, neu, "--redline", "ban/so-sanh.docx", "--force"]);
      expect(exit).toBe(3);
      expect(stdout).toContain(`Đã ghi ${join("ban", "so-sanh.docx")}`);
      const { exit: same } = await office.call(["diff", neu, join("ban", "so-sanh.docx"), "--ignore-layout"]);
      expect(same).toBe(0);
    }
    const refused = await office.call(["diff", "cu.pdf", "moi.docx", "--redline", "khong.docx", "-o", "khong.html"]);
    expect([refused.exit, refused.stdout]).toEqual([4, ""]);
    expect(refused.stderr).toContain("--redline");
    await expect(office.read("khong.html")).rejects.toThrow("ENOENT");
  });

  it("escapes whatever stands in the versions", async () => {
    await office.write(
      "ma.md",
      OLD.replace("Các chi bộ rà soát", 'Các chi bộ </style><script>alert(1)</script> "&amp; rà soát'),
    );
    await office.call(["diff", "cu.md", "ma.md", "-o", "ma.html"]);
    const page = await office.read("ma.html");
    expect(page.match(/<script>/gu)).toHaveLength(1);
    expect(page).toContain("&lt;/style&gt;&lt;script&gt;alert(1)");
  });
});

describe("files that cannot be compared", () => {
  const cases: readonly (readonly [name: string, content: string | Uint8Array, found: string])[] = [
    ["trong.pdf", "", "Tệp rỗng"],
    ["cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "Tệp PDF hỏng hoặc bị cụt"],
    ["hong.docx", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4]), "bị cụt"],
    ["anh.pdf", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "Đây là tệp ảnh"],
    ["la.bin", new Uint8Array([1, 2, 3, 0, 5, 6]), "Không nhận ra"],
    ["ghi-chu.txt", "chỉ là một dòng chữ", "chỉ là chữ thường"],
    ["ghi-chu.md", "chỉ là một dòng chữ", "phần đầu"],
  ];
  it.each(cases)("%s", async (name, content, found) => {
    await office.write(name, content);
    const { exit, stdout, stderr } = await office.call(["diff", "cu.md", name]);
    expect(exit).toBe(4);
    expect(stdout).toBe("");
    expect(stderr.toLocaleLowerCase("vi")).toContain(found.toLocaleLowerCase("vi"));
    expect(stderr).toContain("→");
    expect(stderr).not.toMatch(/\bat .*:\d+|Error:/u);
  });

  it("are told together", async () => {
    const { stderr } = await office.call(["diff", "khong-1.pdf", join("khong", "2.pdf")]);
    expect(stderr).toMatch(/2 lỗi\.\n$/u);
  });
});

describe("the words of one file", () => {
  it("are the same lines in any form", async () => {
    const texts = [];
    for (const form of ["md", "docx", "pdf"]) {
      const { exit, stdout } = await office.call(["diff", "--text", `cu.${form}`]);
      expect(exit).toBe(0);
      texts.push(stdout);
    }
    expect(texts[0]).toContain("trước ngày 30/9/2026.\n");
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]?.split(/\s+/u).sort()).toEqual(texts[0]?.split(/\s+/u).sort());
    expect((await office.call(["diff", "--text", "cu.md", "moi.md"])).exit).toBe(4);
  });
});

describe("two folders", () => {
  const other = partyPlan("số: 15\nngày: 12/6/2026\n").replace("Các chi bộ rà soát", "Các chi bộ kiểm tra");
  beforeAll(async () => {
    await office.write("b1/ke-hoach.md", OLD);
    await office.write("b1/cu/mot.md", other);
    await office.write("b1/bo-di.md", partyPlan("số: 77\nngày: 01/6/2026\n").replaceAll(/chi bộ/gu, "nhà trường"));
    await office.write("b2/ten-khac.md", NEW);
    await office.write("b2/hai.md", other);
    await office.write("b2/README.md", "không phải bản thảo");
    await office.call(["render", "b1/ke-hoach.md", "-o", "b1"]);
    await office.call(["render", "b2/ten-khac.md", "-o", "b2"]);
  });

  it("are paired by number and code, whatever the files are called", async () => {
    const { exit, stdout, stderr } = await office.call(["diff", "b1", "b2", "-o", "thu-muc.html"]);
    expect(stderr).toBe("");
    expect(exit).toBe(3);
    const [head, ...lines] = stdout.split("\n");
    expect(head).toBe("4 cặp văn bản, 3 cặp có thay đổi.");
    for (const form of ["md", "docx", "pdf"]) {
      const [one, neu] = [join("b1", `ke-hoach.${form}`), join("b2", `ten-khac.${form}`)];
      expect(lines).toContain(`  ${one} → ${neu}: Thay đổi: 1 số liệu, 1 chỗ về lời văn, đề mục.`);
    }
    expect(lines).toContain(`  ${join("b1", "cu", "mot.md")} → ${join("b2", "hai.md")}: Hai bản giống nhau.`);
    expect(lines).toContain("  bo-di.md: chỉ có ở thư mục cũ.");
    const page = await office.read("thu-muc.html");
    expect(page).toContain("Mục lục");
    expect(page.match(/<article id="cap-\d+"/gu)).toHaveLength(4);
  });

  it("have a result that a program can read, and say what could not be read", async () => {
    await office.write("b3/hong.pdf", "%PDF-1.7\n1 0 obj");
    await office.write("b3/ke-hoach.md", OLD);
    const { exit, stdout } = await office.call(["diff", "b1", "b3", "--json"]);
    const result = JSON.parse(stdout) as { pairs: unknown[]; onlyOld: string[]; unread: string[] };
    expect(exit).toBe(4);
    expect(result.unread).toEqual(["hong.pdf"]);
    expect(result.onlyOld).toHaveLength(4);
    expect(z.array(ComparisonResult).parse(result.pairs)).toHaveLength(1);
  });

  it("tell what was passed over, and figures that went with a document", async () => {
    await office.write("b5/ke-hoach.md", OLD);
    await office.write("b5/so-lieu.csv", "a;b");
    const { exit, stdout } = await office.call(["diff", "b1", "b5", "--only-figures"]);
    expect(exit).toBe(3);
    expect(stdout).toContain("  bo-di.md: chỉ có ở thư mục cũ.");
    expect(stdout).toContain("  so-lieu.csv: bỏ qua, không phải loại tệp so sánh được.");
    expect(stdout).toContain("Không số liệu nào đổi.");
  });

  it("are not compared with a file, nor redlined", async () => {
    expect((await office.call(["diff", "b1", "cu.md"])).exit).toBe(4);
    expect((await office.call(["diff", "b1", "b2", "--redline", "x.docx"])).stderr).toContain("từng cặp tệp");
    await office.write("b4/ghi.txt", "x");
    expect((await office.call(["diff", "b4", "b4"])).stderr).toContain("không có văn bản nào");
  });
});
