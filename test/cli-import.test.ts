import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocx } from "../src/source/docx/index.js";
import { parseDraft } from "../src/source/draft/index.js";
import { englishIn, type Office, openOffice } from "./cli.environment.js";
import { paragraph } from "./source-docx.sample.js";
import { sides, TYPED_REPORT, typed, typedReport } from "./source-docx-typed.sample.js";

let office: Office;
beforeAll(async () => {
  office = openOffice();
  await office.write("bao-cao.docx", typedReport());
});
afterAll(() => office.remove());

/** A text box in the middle of the text: its words have no place in a document. */
const BOXED = typedReport({
  body:
    TYPED_REPORT.body +
    paragraph(
      "",
      "",
      `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph("", "", typed("Lưu ý riêng của Chi bộ Nà Lùng."))}</w:txbxContent></v:textbox></w:pict></w:r>`,
    ),
});

describe("vanthu import", () => {
  it("makes a draft of a Word file, beside it or where it is told to", async () => {
    const { exit, stdout, stderr } = await office.call(["import", "bao-cao.docx"]);
    expect([exit, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      "Đã nhập thành bản thảo: bao-cao.md (0 chỗ in khác bản gốc, 0 phần còn thiếu, 0 ghi chú giữ ở cuối bản thảo).\n",
    );
    const { document, findings } = await parseDraft(await office.read("bao-cao.md"));
    expect(findings).toEqual([]);
    expect(document).toMatchObject({ type: "bao-cao", number: { sequence: 12 } });
    expect((await office.call(["nhap", "bao-cao.docx", "-o", "ban-thao/"])).exit).toBe(0);
    expect(await office.read("ban-thao/bao-cao.md")).toBe(await office.read("bao-cao.md"));
  });

  it("overwrites nothing that it is not told to", async () => {
    await office.write("day/bao-cao.md", "đã sửa");
    const { exit, stderr } = await office.call(["import", "bao-cao.docx", "-o", "day/"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("day/bao-cao.md");
    expect(await office.read("day/bao-cao.md")).toBe("đã sửa");
    expect((await office.call(["import", "bao-cao.docx", "-o", "day/", "--force"])).exit).toBe(0);
    expect(await office.read("day/bao-cao.md")).not.toBe("đã sửa");
  });

  it("gives the same bytes on another day, and JSON for programs", async () => {
    const first = await office.call(["import", "bao-cao.docx", "-o", "mot.md", "--json"]);
    const second = await office.call(["import", "bao-cao.docx", "-o", "hai.md", "--json"], { now: () => new Date(0) });
    expect(await office.read("mot.md")).toBe(await office.read("hai.md"));
    const told = JSON.parse(first.stdout);
    expect(told).toMatchObject({ exit: 0, draft: "mot.md", changes: [], annotations: [], lost: [] });
    expect(JSON.parse(second.stdout)).toEqual({ ...told, draft: "hai.md" });
  });

  it("takes the system that it is told where the file shows none, and refuses a word that is none", async () => {
    await office.write("cv.txt", "Kính gửi: Sở Nội vụ\n\nĐề nghị Sở cho ý kiến trước ngày 20/5/2026.\n");
    const named = await office.call(["import", "cv.txt", "--family", "nha-nuoc", "--json", "--force"]);
    expect(JSON.parse(named.stdout).document.family).toBe("state");
    const wrong = await office.call(["import", "cv.txt", "--family", "tư"]);
    expect(wrong.exit).toBe(2);
    expect(englishIn(wrong.stderr.replace("--family", ""))).toBeUndefined();
  });

  it("keeps what has no place at the end of the draft", async () => {
    await office.write("khung.docx", BOXED);
    const { exit, stderr } = await office.call(["import", "khung.docx"]);
    expect(exit).toBe(0);
    expect(stderr).toContain("Lưu ý riêng của Chi bộ Nà Lùng.");
    expect(await office.read("khung.md")).toMatch(
      /<!--[\s\S]*Chưa xếp được, đoạn \d+: Lưu ý riêng của Chi bộ Nà Lùng\.[\s\S]*-->/u,
    );
  });
});

describe("vanthu render of a Word file", () => {
  it("makes a clean DOCX and PDF in one step, with every word", async () => {
    const { exit, stdout } = await office.call(["render", "bao-cao.docx", "-o", "ra"]);
    expect(exit).toBe(0);
    expect(stdout).toContain("ra/bao-cao.docx");
    expect(readdirSync(join(office.folder, "ra")).sort()).toEqual(["bao-cao.docx", "bao-cao.pdf"]);
    const words = (bytes: Uint8Array): readonly string[] => {
      const text = readDocx(bytes);
      if (typeof text === "string") throw new Error(text);
      const all = text.blocks.flatMap((block) => (block.kind === "table" ? block.rows.flat() : [block.text]));
      return (all.join(" ").match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLocaleLowerCase("vi")).sort();
    };
    expect(words(await readFile(join(office.folder, "ra/bao-cao.docx")))).toEqual(words(typedReport()));
  });

  it("exits 1 and writes nothing where a word would be lost", async () => {
    await office.write("khung.docx", BOXED);
    const { exit, stderr } = await office.call(["render", "khung.docx", "-o", "mat"]);
    expect(exit).toBe(1);
    expect(stderr).toContain("Lưu ý riêng");
    expect(readdirSync(office.folder)).not.toContain("mat");
  });

  it("prints what lacks a part only as a draft, and says so", async () => {
    const closing =
      sides(typed("Nơi nhận:"), typed("T/M ĐẢNG UỶ")) + sides(typed("- Lưu Văn phòng Đảng uỷ."), typed("BÍ THƯ"));
    await office.write("thieu.docx", typedReport({ closing }));
    const { exit, stderr } = await office.call(["render", "thieu.docx", "-o", "thieu"]);
    expect(exit).toBe(0);
    expect(stderr).toContain("chỉ in “Dự thảo”");
    const text = readDocx(await readFile(join(office.folder, "thieu/thieu.docx")));
    expect(JSON.stringify(text)).toContain("Dự thảo");
  });

  it("sees one digit that was changed in the file", async () => {
    const parts = unzipSync(typedReport());
    const xml = new TextDecoder().decode(parts["word/document.xml"]);
    expect(xml.split("93,3%")).toHaveLength(2);
    const changed = zipSync({ ...parts, "word/document.xml": strToU8(xml.replace("93,3%", "98,3%")) });
    await office.write("sua.docx", changed);
    await office.call(["import", "sua.docx"]);
    const [before, after] = [await office.read("bao-cao.md"), await office.read("sua.md")];
    expect(after).toBe(before.replace("93,3%", "98,3%"));
    expect(after).not.toBe(before);
  });
});
