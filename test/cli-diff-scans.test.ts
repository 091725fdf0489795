/** Pages that nobody can read, files that must not be written over, and words for git where there are none. */
import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { partyPlan } from "./cli.draft.js";
import { openOffice } from "./cli.environment.js";
import { pdfOfObjects } from "./hostile-pdfs.js";

const office = openOffice();
afterAll(office.remove);

/** A PDF of which each page is drawn by its operators. */
function pdfOf(...pages: readonly string[]): Uint8Array {
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(" ");
  return pdfOfObjects([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ...pages.flatMap((operators, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      { dictionary: "", stream: Buffer.from(operators, "latin1") },
    ]),
  ]);
}

const words = (text: string): string => `BT /F 14 Tf 72 700 Td (${text}) Tj ET`;
/** A scanned page: here of bars. */
const scan = (...heights: readonly number[]): string => heights.map((y) => `72 ${y} 400 8 re f`).join("\n");

const FIRST = words("So 12 ngay 5 thang 6, kinh phi 45 trieu dong");

beforeAll(async () => {
  await office.write("quet.pdf", pdfOf(FIRST, scan(700, 650, 600)));
  await office.write("quet-khac.pdf", pdfOf(FIRST, scan(700, 650, 560)));
  await office.write("quet-bo-trang.pdf", pdfOf(FIRST));
  await office.write("trang-trong.pdf", pdfOf(FIRST, ""));
  await office.write("so-khac.pdf", pdfOf(FIRST.replace("45", "54"), scan(700, 650, 600)));
  await office.write("chi-quet.pdf", pdfOf(scan(700)));
  await office.write("ke-hoach.md", partyPlan("số: 12\nngày: 05/6/2026\n"));
  await office.write("ke-hoach-2.md", partyPlan("số: 13\nngày: 05/6/2026\n"));
  await office.call(["render", "ke-hoach.md", "ke-hoach-2.md"]);
});

const diff = (...argv: readonly string[]) => office.call(["diff", ...argv]);

describe("a page without text", () => {
  it("is compared by its picture", async () => {
    expect(await diff("quet.pdf", "quet.pdf")).toMatchObject({ exit: 0, stdout: "Hai bản giống nhau.\n", stderr: "" });
    const { exit, stdout } = await diff("quet.pdf", "quet-khac.pdf", "--ignore-layout", "-o", "so.html");
    expect(exit).toBe(2);
    expect(stdout).toContain("Trang ảnh khác nhau, không đọc được chữ trong ảnh, trang 2");
    expect((await office.read("so.html")).match(/data:image\/png/gu)).toHaveLength(2);
    // a page put in the place of a blank one is no blank page
    expect((await diff("trang-trong.pdf", "quet.pdf")).exit).toBe(2);
  });

  it("is never passed over in silence where figures are asked for", async () => {
    expect(await diff("quet.pdf", "quet.pdf", "--only-figures")).toMatchObject({
      exit: 0,
      stdout: "Không số liệu nào đổi.\n",
    });
    const { exit, stdout, stderr } = await diff("quet.pdf", "quet-khac.pdf", "--only-figures");
    expect(exit).toBe(4);
    expect(stdout).toBe(
      "Không số liệu nào đổi ở những trang đọc được. CHƯA so sánh trang ảnh 2 của bản cũ và trang ảnh 2 của bản mới.\n",
    );
    expect(stderr).toContain("Trang 2 là ảnh (bản quét)");
    // a figure that was found counts more than what was not read
    expect((await diff("quet.pdf", "so-khac.pdf", "--only-figures")).exit).toBe(3);
  });

  it("is said not to be compared where the other version has none", async () => {
    for (const other of ["quet-bo-trang.pdf", "ke-hoach.docx"]) {
      const { exit, stdout, stderr } = await diff(other, "quet.pdf", "--ignore-layout");
      expect(other.endsWith("pdf") ? exit === 4 : exit === 2 || exit === 3).toBe(true);
      expect(stdout).toContain("CHƯA so sánh trang ảnh 2 của bản mới.");
      expect(stderr).toContain("quet.pdf");
    }
    expect((await diff("quet-bo-trang.pdf", "trang-trong.pdf", "--ignore-layout")).exit).toBe(0);
    const { stdout } = await diff("quet-bo-trang.pdf", "quet.pdf", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ unread: [{ version: "new", page: 2 }] });
  });
});

describe("what is compared", () => {
  it("is never written over", async () => {
    const whole = await readFile(join(office.folder, "ke-hoach-2.docx"));
    await symlink(join(office.folder, "ke-hoach-2.docx"), join(office.folder, "lien-ket.docx"));
    for (const argv of [
      ["-o", "ke-hoach.md", "--force"],
      ["--redline", "ke-hoach-2.docx", "--force"],
      ["--redline", "KE-HOACH-2.docx", "--force"],
      ["--redline", "lien-ket.docx", "--force"],
    ]) {
      const { exit, stderr } = await diff(
        argv[0] === "-o" ? "ke-hoach.md" : "ke-hoach.docx",
        "ke-hoach-2.docx",
        ...argv,
      );
      expect([exit, argv]).toEqual([4, argv]);
      expect(stderr).toContain("chính một bản đem so sánh");
    }
    expect(await readFile(join(office.folder, "ke-hoach-2.docx"))).toEqual(whole);
  });

  it("is written only under the name of what it is, and folders are not made in silence", async () => {
    for (const argv of [
      ["-o", "so.txt"],
      ["--redline", "so.pdf"],
    ]) {
      const { exit, stderr } = await diff("ke-hoach.docx", "ke-hoach-2.docx", ...argv);
      expect(exit).toBe(4);
      expect(stderr).toMatch(/phải có đuôi \.(?:html|docx)/u);
    }
    const { stdout } = await diff("ke-hoach.docx", "ke-hoach-2.docx", "-o", join("moi", "so.html"));
    expect(stdout).toContain(`Đã ghi ${join("moi", "so.html")} (lập thư mục mới moi).`);
  });
});

describe("the words of a file without any", () => {
  it("are one line that changes with the file, so that git goes on", async () => {
    const { exit, stdout } = await diff("--text", "chi-quet.pdf");
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^\(Tệp PDF không có chữ nào đọc được: .*; sha256 [0-9a-f]{12}\)\n$/u);
    await office.write("rong.docx", "");
    expect(await diff("--text", "rong.docx")).toMatchObject({ exit: 0 });
    expect((await diff("--text", "quet.pdf")).stdout).toMatch(
      /\n\(trang 2: không có chữ đọc được; tệp sha256 .*\)\n$/u,
    );
    expect((await diff("--text", "khong-co.pdf")).exit).toBe(4);
  });
});

describe("a file that is not what its name says", () => {
  it("is not called a draft, nor a workbook a Word file", async () => {
    await office.write("hong.pdf", "x\n");
    const broken = await diff("hong.pdf", "quet.pdf");
    expect([broken.exit, broken.stderr.includes("Tệp có đuôi .pdf nhưng bên trong chỉ là chữ thường")]).toEqual([
      4,
      true,
    ]);
    const { default: ExcelJS } = await import("exceljs");
    const book = new ExcelJS.Workbook();
    book.addWorksheet("Biểu 1").addRow(["Đơn vị", 12]);
    const whole = Buffer.from(await book.xlsx.writeBuffer());
    await office.write("cut.xlsx", Uint8Array.from(whole.subarray(0, whole.length - 400)));
    const cut = await diff("cut.xlsx", "cut.xlsx");
    expect(cut.exit).toBe(4);
    expect(cut.stderr).not.toContain("Word");
    expect(cut.stderr).toContain("Excel");
  });
});
