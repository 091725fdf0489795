import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../src/cli/node-files.js";
import { partyPlan, stateLetter } from "./cli.draft.js";
import { englishIn, failing, type Office, openOffice } from "./cli.environment.js";

let office: Office;
beforeEach(async () => {
  office = openOffice();
  await office.write("ke-hoach.md", partyPlan("số: 12\nngày: 15/4/2026\n"));
});
afterEach(() => office.remove());

const bytesOf = (name: string): Promise<Buffer> => readFile(join(office.folder, name));
const names = async (folder = "."): Promise<string[]> => (await readdir(join(office.folder, folder))).sort();

describe("vanthu render", () => {
  it("writes DOCX and PDF beside the draft", async () => {
    const { exit, stdout, stderr } = await office.call(["render", "ke-hoach.md"]);
    expect([exit, stderr]).toEqual([0, ""]);
    expect(stdout).toBe("Đã ghi ke-hoach.docx\nĐã ghi ke-hoach.pdf\nĐã lập 1 văn bản (2 tệp, 1 trang).\n");
    expect((await bytesOf("ke-hoach.docx")).subarray(0, 2).toString()).toBe("PK");
    expect((await bytesOf("ke-hoach.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    expect(await names()).toEqual(["ke-hoach.docx", "ke-hoach.md", "ke-hoach.pdf"]);
  });

  it("writes one format into a folder that it makes, by Vietnamese names", async () => {
    expect((await office.call(["in", "ke-hoach.md", "--thu-muc", "phat/hanh", "--dang=PDF"])).exit).toBe(0);
    expect(await names("phat/hanh")).toEqual(["ke-hoach.pdf"]);
  });

  it("takes folders and patterns of names, each draft once", async () => {
    await office.write("b/mot.md", partyPlan("ngày: 4/2026\n"));
    await office.write("b/hai.md", stateLetter("ngày: 15/4/2026\n"));
    await office.write("b/.an.md", "ẩn");
    await office.write("b/README.md", "# Về thư mục này\n");
    await office.write("b/ghi-chu.txt", "không phải bản thảo");
    const { exit, stdout } = await office.call([
      "render",
      "*.md",
      "b",
      "b/m?t.md",
      "**/hai.md",
      "-o",
      "out",
      "--to",
      "pdf",
    ]);
    expect(stdout).toContain("Đã lập 3 văn bản (3 tệp, 3 trang).");
    expect(exit).toBe(0);
    expect(await names("out")).toEqual(["hai.pdf", "ke-hoach.pdf", "mot.pdf"]);
  });

  it("gives the same bytes at another time", async () => {
    await office.call(["render", "ke-hoach.md", "-o", "a"]);
    await office.call(["render", "ke-hoach.md", "-o", "b"], { now: () => new Date(2040, 1, 1) });
    for (const name of await names("a")) {
      expect((await bytesOf(`a/${name}`)).equals(await bytesOf(`b/${name}`))).toBe(true);
    }
  });

  it("takes the presentation and the norm of vanthu.yaml where the draft has none of its own", async () => {
    await office.call(["render", "ke-hoach.md", "-o", "a", "--to", "docx"]);
    await office.write("vanthu.yaml", "trình bày:\n  cách đoạn: 12\n");
    await office.call(["render", "ke-hoach.md", "-o", "b", "--to", "docx"]);
    expect((await bytesOf("a/ke-hoach.docx")).equals(await bytesOf("b/ke-hoach.docx"))).toBe(false);
    await office.write("ke-hoach.md", partyPlan("số: 12\nngày: 15/4/2026\ntrình bày:\n  cách đoạn: 6\n"));
    await office.call(["render", "ke-hoach.md", "-o", "c", "--to", "docx"]);
    await office.write("vanthu.yaml", "");
    await office.call(["render", "ke-hoach.md", "-o", "d", "--to", "docx"]);
    expect((await bytesOf("c/ke-hoach.docx")).equals(await bytesOf("d/ke-hoach.docx"))).toBe(true);
  });

  it("answers as JSON", async () => {
    const { stdout, stderr } = await office.call(["render", "ke-hoach.md", "--json"]);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      command: "render",
      exit: 0,
      documents: [
        { draft: "ke-hoach.md", state: "written", outputs: ["ke-hoach.docx", "ke-hoach.pdf"], pages: 1, findings: 0 },
      ],
      findings: [],
    });
  });
});

describe("vanthu render refuses content", () => {
  it("with exit code 1, place, fault and remedy, and writes nothing of that draft", async () => {
    await office.write("thieu.md", partyPlan("số: 12\n").replace(/ký: \|\n(?: .*\n|\n)*/u, ""));
    const { exit, stdout, stderr } = await office.call(["render", "thieu.md", "ke-hoach.md"]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^thieu\.md\S* {2}(?:lỗi|cảnh báo) {2}.+\n {4}→ .+\n/u);
    expect(stderr).toMatch(/\d+ lỗi.*\.\n$/u);
    expect(stdout).toContain("Đã lập 1 văn bản (2 tệp, 1 trang). 1 bản thảo bị trả lại.");
    expect(await names()).toEqual(["ke-hoach.docx", "ke-hoach.md", "ke-hoach.pdf", "thieu.md"]);
    expect(englishIn(stderr)).toBeUndefined();
    // printed as a draft it may lack a signature
    expect((await office.call(["render", "thieu.md", "--du-thao"])).exit).toBe(0);
  });

  it.each([
    ["binary", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
    ["not UTF-8", Uint8Array.of(0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0x41)],
    ["empty", ""],
    ["without header", "Chỉ có nội dung.\n"],
  ])("a draft that is %s", async (_, content) => {
    await office.write("x.md", content);
    const { exit, stderr } = await office.call(["render", "x.md"]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^x\.md\S* {2}lỗi {2}.+\n {4}→ .+\n1 lỗi\.\n$/u);
    expect(englishIn(stderr)).toBeUndefined();
  });
});

describe("vanthu render does not begin", () => {
  it.each([
    ["a draft that is not there", ["khong-co.md"], '"khong-co.md"'],
    ["a pattern without files", ["*.xyz"], '"*.xyz"'],
    ["a folder without drafts", ["trong"], '"trong" không có bản thảo'],
    ["a Word file in its own folder", ["cu.docx"], 'đè lên chính tệp gốc "cu.docx"'],
    ["an output folder that is a file", ["ke-hoach.md", "-o", "cu.docx"], '"cu.docx" là tệp'],
    ["an output folder below a file", ["ke-hoach.md", "-o", "cu.docx/out"], '"cu.docx" là tệp'],
    ["two drafts of one name", ["ke-hoach.md", "con/ke-hoach.md", "-o", "out"], '"con/ke-hoach.md"'],
    ["a file in the way", ["ke-hoach.md", "-o", "day"], '"day/ke-hoach.pdf" đã có'],
    ["a folder in the way, even with --force", ["ke-hoach.md", "-o", "la", "--force"], '"la/ke-hoach.docx" là thư mục'],
  ])("%s: exit code 2, and nothing is written", async (_, argv, words) => {
    await office.write("trong/ghi-chu.txt", "x");
    await office.write("cu.docx", "PK");
    await office.write("con/ke-hoach.md", partyPlan());
    await office.write("day/ke-hoach.pdf", "bản đã ký");
    await office.write("la/ke-hoach.docx/x", "x");
    const { exit, stdout, stderr } = await office.call(["render", ...argv]);
    expect(exit).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(words);
    expect(stderr).toContain("    → ");
    expect(englishIn(stderr)).toBeUndefined();
    expect(existsSync(join(office.folder, "out"))).toBe(false);
    expect(await names()).toEqual(["con", "cu.docx", "day", "ke-hoach.md", "la", "trong"]);
    expect(await office.read("day/ke-hoach.pdf")).toBe("bản đã ký");
    expect(await names("day")).toEqual(["ke-hoach.pdf"]);
  });

  it.each([
    ["checkWritable", "EACCES", "Không được phép ghi vào"],
    ["checkWritable", "EROFS", "Không được phép ghi vào"],
    ["read", "EACCES", 'Không được phép đọc "ke-hoach.md"'],
    ["read", "EIO", "mã EIO"],
    ["createFolder", "ENOSPC", "Hết chỗ trống"],
    ["writeAll", "EBUSY", "Đóng tệp trong Word"],
    ["writeAll", "ENAMETOOLONG", "quá dài"],
  ] as const)("when %s fails with %s", async (operation, code, words) => {
    const { exit, stderr } = await office.call(["render", "ke-hoach.md"], {
      files: failing({ [operation]: () => code }),
    });
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
    expect(englishIn(stderr.replace(code, ""))).toBeUndefined();
    expect(await names()).toEqual(["ke-hoach.md"]);
  });

  it("a draft that is far too large, without reading it", async () => {
    const files = { ...failing({ read: () => "EIO" }), size: async () => 5e9 };
    const { exit, stderr } = await office.call(["render", "ke-hoach.md"], { files });
    expect(exit).toBe(2);
    expect(stderr).toContain("4769 MB");
  });
});

describe("files", () => {
  it("are overwritten only with --force, and then whole", async () => {
    await office.write("ke-hoach.pdf", "cũ");
    expect((await office.call(["render", "ke-hoach.md"])).exit).toBe(2);
    expect(await names()).toEqual(["ke-hoach.md", "ke-hoach.pdf"]);
    expect((await office.call(["render", "ke-hoach.md", "--ghi-de"])).exit).toBe(0);
    expect((await bytesOf("ke-hoach.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    expect(await names()).toEqual(["ke-hoach.docx", "ke-hoach.md", "ke-hoach.pdf"]);
  });

  it("are all written or none, and nothing is left behind", async () => {
    const one = join(office.folder, "mot.txt");
    const two = join(office.folder, "hai.txt");
    await office.write("hai.txt", "của người khác");
    const bytes = new TextEncoder().encode("mới");
    await expect(
      nodeFiles.writeAll(
        [
          { path: one, bytes },
          { path: two, bytes },
        ],
        "create",
      ),
    ).rejects.toMatchObject({ code: "EEXIST" });
    expect(await names()).toEqual(["hai.txt", "ke-hoach.md"]);
    expect(await office.read("hai.txt")).toBe("của người khác");
  });

  it("do not appear under a draft's name while they are written", async () => {
    const bytes = new TextEncoder().encode("mới");
    const missing = join(office.folder, "khong-co", "x.txt");
    await expect(nodeFiles.writeAll([{ path: missing, bytes }], "create")).rejects.toMatchObject({ code: "ENOENT" });
    expect(await names()).toEqual(["ke-hoach.md"]);
  });
});

describe("progress", () => {
  it("is shown on a terminal for several drafts, and cleared", async () => {
    await office.write("b.md", partyPlan("ngày: 4/2026\n"));
    const call = (argv: readonly string[], isTTY: boolean) =>
      office.call(["render", ...argv, "-o", "out", "--force"], { isTTY });
    expect((await call(["ke-hoach.md", "b.md"], true)).stderr).toContain("\r\u001b[2K[2/2] b.md");
    expect((await call(["ke-hoach.md"], true)).stderr).not.toContain("[1/1]");
    expect((await call(["ke-hoach.md", "b.md"], false)).stderr).not.toContain("[1/2]");
    expect((await call(["ke-hoach.md", "b.md", "--json"], true)).stderr).toBe("");
  });
});
