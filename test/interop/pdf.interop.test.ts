/** What poppler and qpdf make of our PDF: needs pdfinfo, pdftotext, pdffonts, pdftoppm and qpdf on the machine. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page, PlacedBlock, PlacedLine } from "../../src/layout/page.js";
import { writePdf } from "../../src/writers/pdf/index.js";
import { OPTIONS, styledDocument } from "../writer-pdf.builder.js";
import { samplePages, textPages } from "../writer-pdf.sample.js";

const TOOLS = ["pdfinfo", "pdftotext", "pdffonts", "pdftoppm", "qpdf"];

function present(tools: readonly string[]): boolean {
  try {
    for (const tool of tools) execFileSync("which", [tool]);
    return true;
  } catch {
    return false;
  }
}

const run = (tool: string, ...args: string[]): string => execFileSync(tool, args, { encoding: "utf8" });
const words = (text: string): string[] => text.split(/[\s\u00a0\f]+/).filter(Boolean);

function linesOf(block: PlacedBlock): readonly PlacedLine[] {
  if (block.kind === "paragraph") return block.lines;
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content.flatMap(linesOf)));
}

const allLines = (page: Page): PlacedLine[] =>
  [...page.furniture, ...page.body, ...page.notes.flatMap((note) => note.paragraphs), ...page.artifacts].flatMap(
    linesOf,
  );

/** Pixels of a page, 0 black to 255 white. */
function renderPage(path: string, page: number, dpi: number): { width: number; height: number; gray: Uint8Array } {
  const data = execFileSync("pdftoppm", ["-gray", "-r", String(dpi), "-f", String(page), "-l", String(page), path], {
    maxBuffer: 1 << 26,
  });
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(data.toString("latin1", 0, 40));
  if (header === null) throw new Error("not a PGM image");
  return { width: Number(header[1]), height: Number(header[2]), gray: data.subarray(header[0].length) };
}

describe.skipIf(!present(TOOLS))("poppler and qpdf", () => {
  let folder = "";
  let sample = "";
  let plain = "";
  let long = "";
  const pages = samplePages();
  const text = textPages(3);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "vanthu-pdf-"));
    const write = async (name: string, content: readonly Page[], options = {}): Promise<string> => {
      const path = join(folder, name);
      writeFileSync(path, await writePdf(content, styledDocument("Kế hoạch & thử nghiệm"), { ...OPTIONS, ...options }));
      return path;
    };
    sample = await write("sample.pdf", pages);
    plain = await write("plain.pdf", pages, { tagged: false });
    const source = { name: "bản thảo.md", data: new TextEncoder().encode("# Kế hoạch\n"), mimeType: "text/markdown" };
    long = await write("long.pdf", text, { source });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("find nothing wrong with the file's syntax", () => {
    for (const path of [sample, plain, long]) {
      expect(run("qpdf", "--check", path)).toMatch(/No syntax or stream encoding errors found/);
    }
  });

  it("find every font embedded as a subset with its text", () => {
    for (const path of [sample, plain, long]) {
      const rows = run("pdffonts", path).trim().split("\n").slice(2);
      expect(rows.length).toBeGreaterThan(0);
      for (const font of rows) expect(font).toMatch(/^[A-Z]{6}\+Tinos\S*\s+CID TrueType\s+Identity-H\s+yes yes yes/);
    }
  });

  it("find title, dates, tags and version", () => {
    const info = Object.fromEntries(
      run("pdfinfo", "-isodates", sample)
        .trim()
        .split("\n")
        .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
    );
    expect(info).toMatchObject({
      Title: "Kế hoạch & thử nghiệm",
      Tagged: "yes",
      JavaScript: "no",
      Encrypted: "no",
      Pages: "2",
      "Metadata Stream": "yes",
      "PDF version": "1.7",
    });
    expect(Date.parse(info.CreationDate ?? "")).toBe(OPTIONS.created.getTime());
  });

  it("read all words of the pages in reading order", () => {
    for (const [path, content] of [
      [sample, pages],
      [plain, pages],
      [long, text],
    ] as const) {
      const lines = content.flatMap((page) => {
        const top = page.furniture.slice(0, 1);
        const order = [
          ...top,
          ...page.body,
          ...page.notes.flatMap((note) => note.paragraphs),
          ...page.furniture.slice(1),
        ];
        return [...order, ...page.artifacts].flatMap(linesOf);
      });
      const expected = lines.flatMap((line) => words(line.text));
      // A raised mark parts a word from the blank after it, so the letters are compared, not the words.
      expect(words(run("pdftotext", "-raw", path, "-")).join("")).toBe(expected.join(""));
    }
  });

  it("read a paragraph whole across pages", () => {
    const tree = run("pdfinfo", "-struct-text", long);
    const paragraphs = [...tree.matchAll(/^ {2}P \(block\)\n((?: {4}".*"\n?)+)/gm)].map((found) =>
      words((found[1] ?? "").replaceAll('"', "")).join(" "),
    );
    const sources = new Set(
      text.flatMap((page) => page.body.flatMap((block) => (block.kind === "paragraph" ? [block.source] : []))),
    );
    const expected = [...sources].map((source) =>
      words(source.inlines.map((inline) => ("text" in inline ? inline.text : "")).join("")).join(" "),
    );
    expect(paragraphs).toEqual(expected);
  });

  it("find the structure of tables, lists, notes and figures", () => {
    const tree = run("pdfinfo", "-struct", sample);
    for (const tag of [
      "Document",
      "H1 (block)",
      "H2 (block)",
      "L (block)",
      "LI (block)",
      "LBody (block)",
      "Table (block)",
    ]) {
      expect(tree).toContain(tag);
    }
    expect(tree).toMatch(/TH:\n\s+\/ColSpan 2\n\s+\/Scope \/Column|TH:\n\s+\/Scope \/Column\n\s+\/ColSpan 2/);
    expect(tree).toMatch(/Note <note-00001>/);
    expect(tree).toMatch(/Figure/);
  });

  it("find the bookmarks, open, at their places", () => {
    const { outlines } = JSON.parse(run("qpdf", "--json", "--json-key=outlines", sample));
    const shape = (items: { title: string; open: boolean; destpageposfrom1: number; kids: [] }[]): unknown[] =>
      items.map((item) => [item.title, item.destpageposfrom1, item.open, shape(item.kids)]);
    expect(shape(outlines)).toEqual([
      [
        "KẾ HOẠCH rà soát danh sách & hồ sơ",
        1,
        true,
        [
          ["I. Mục đích", 1, true, [["1.1. Yêu cầu", 1, true, []]]],
          ["II. Tổ chức", 2, true, []],
        ],
      ],
    ]);
  });

  it("find the attachment", () => {
    expect(run("qpdf", "--list-attachments", long)).toContain("bản thảo.md");
    expect(run("qpdf", "--show-attachment=bản thảo.md", long)).toBe("# Kế hoạch\n");
  });

  it("draw ink where lines, rules and images stand, and nowhere else", () => {
    const dpi = 144;
    const scale = dpi / 72;
    for (const [index, page] of pages.entries()) {
      const { width, height, gray } = renderPage(sample, index + 1, dpi);
      const open = new Uint8Array(width * height).fill(1);
      const inkIn = (x1: number, y1: number, x2: number, y2: number): number => {
        let ink = 0;
        for (let y = Math.floor(y1 * scale); y < Math.min(height, Math.ceil(y2 * scale)); y++) {
          for (let x = Math.floor(x1 * scale); x < Math.min(width, Math.ceil(x2 * scale)); x++) {
            if ((gray[y * width + x] ?? 255) < 128) ink++;
            open[y * width + x] = 0;
          }
        }
        return ink;
      };
      for (const line of allLines(page)) {
        for (const part of line.segments) {
          const base = line.baseline - part.rise;
          const ink = inkIn(part.x - 1, base - 0.95 * part.size, part.x + part.width + 1, base + 0.3 * part.size);
          if (part.text.trim() !== "") expect(ink, part.text).toBeGreaterThan(3);
        }
        for (const { x, y, image } of line.images) {
          expect(inkIn(x - 1, y - 1, x + image.width + 1, y + image.height + 1)).toBeGreaterThan(20);
        }
      }
      for (const { x1, y1, x2, y2 } of page.rules) {
        expect(inkIn(x1 - 1, y1 - 1, x2 + 1, y2 + 1)).toBeGreaterThan((x2 - x1) * scale * 0.9);
      }
      expect(gray.some((value, pixel) => open[pixel] === 1 && value < 200)).toBe(false);
    }
  });
});
