/** What LibreOffice makes of our DOCX: needs soffice, pdftotext and qpdf on the machine. */
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookmarkName } from "../../src/writers/docx/bookmarks.js";
import { readEmbeddedModel, readVisibleText, writeDocx } from "../../src/writers/docx/index.js";
import { fullSample } from "../writer-docx-sample.js";

const run = promisify(execFile);

function present(...tools: string[]): boolean {
  try {
    for (const tool of tools) execFileSync("which", [tool]);
    return true;
  } catch {
    return false;
  }
}

const MODEL = { type: "ke-hoach", body: ["a"] };
const LEFT = 85.05;
const RIGHT = 56.7;

describe.skipIf(!present("soffice", "pdftotext", "qpdf"))("LibreOffice", () => {
  let folder = "";
  let source: Uint8Array = new Uint8Array();
  let words: { text: string; x: number; y: number }[][] = [];

  async function convert(format: string, to: string): Promise<string> {
    await run("soffice", [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      format,
      "--outdir",
      join(folder, to),
      join(folder, "van-ban.docx"),
    ]);
    return join(folder, to, `van-ban.${format.split(":")[0]}`);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vanthu-interop-"));
    source = await writeDocx(fullSample(), { created: new Date("2026-06-05T00:00:00Z"), model: MODEL });
    await writeFile(join(folder, "van-ban.docx"), source);
    const pdf = await convert('pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}', "pdf");
    const { stdout } = await run("pdftotext", ["-bbox", pdf, "-"], { maxBuffer: 1 << 25 });
    words = stdout
      .split("<page ")
      .slice(1)
      .map((page) =>
        [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</gu)].map(([, x, y, text]) => ({
          text: text ?? "",
          x: Number(x),
          y: Number(y),
        })),
      );
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const textOn = (page: number) => (words[page - 1] ?? []).map((word) => word.text).join(" ");

  it("numbers the pages from the second on", () => {
    const atTop = words.map((page) =>
      page.filter((word) => word.y < 40 && /^\d+$/u.test(word.text)).map((word) => word.text),
    );
    expect(atTop).toEqual([[], ["2"], ["3"], ["4"], ["5"], []]);
  });

  it("mirrors the margins of even pages", () => {
    const edge = (page: number) => Math.min(...(words[page - 1] ?? []).map((word) => word.x));
    expect(edge(1)).toBeCloseTo(LEFT, 0);
    expect(edge(2)).toBeGreaterThanOrEqual(RIGHT - 0.5);
    expect(edge(2)).toBeLessThan(RIGHT + 6);
  });

  it("shows the first page's header and footer once, and the notice on the section's last page", () => {
    const pagesWith = (text: string) =>
      words.map((_, index) => index + 1).filter((page) => textOn(page).includes(text));
    expect(pagesWith("LƯU HÀNH NỘI BỘ")).toEqual([1]);
    expect(pagesWith("Số điện thoại: 0200 000 000")).toEqual([1]);
    expect(pagesWith("Không phổ biến trên phương tiện")).toEqual([5]);
    const notice = words[4]?.find((word) => word.text === "Không")?.y ?? 0;
    expect(notice).toBeGreaterThan(785);
    expect(notice).toBeLessThan(815);
  });

  it("repeats the table's head on each page", () => {
    expect([2, 3, 4, 5].filter((page) => textOn(page).includes("Kết quả"))).toEqual([2, 3, 4, 5]);
  });

  it("shows the headings in its navigator", async () => {
    const { stdout } = await run("qpdf", ["--json", "--json-key=outlines", join(folder, "pdf", "van-ban.pdf")], {
      maxBuffer: 1 << 25,
    });
    const { outlines } = JSON.parse(stdout) as { outlines: { title: string }[] };
    expect(outlines.map(({ title }) => title)).toEqual(["1. Mục đích, yêu cầu", "2. Tổ chức thực hiện"]);
  });

  it("keeps text, model and bookmarks when it saves the file again", async () => {
    const saved = new Uint8Array(await readFile(await convert("docx", "saved")));
    // LibreOffice sets a note's number before everything else in the note: "1() …"
    const unmarked = (lines: readonly string[]) =>
      lines.map((line) => line.replace(/^(?:\((\d)\)|(\d)\(\)) /u, "($1$2) "));
    expect(unmarked(readVisibleText(saved))).toEqual(unmarked(readVisibleText(source)));
    expect(readEmbeddedModel(saved)).toEqual({ model: MODEL, intact: true });
    const body = strFromU8(unzipSync(saved)["word/document.xml"] ?? new Uint8Array());
    for (const n of [1, 2]) expect(body).toContain(bookmarkName("vt:C02/tinh/2026-nam", n));
  });
});
