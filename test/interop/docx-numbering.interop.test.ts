/** Automatic numbers as LibreOffice shows them, against our reading: needs soffice and pdftotext. */
import { execFile, execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DocxBlock, readDocx } from "../../src/source/docx/index.js";
import {
  numberedDocx,
  numberedTable,
  OPEN_DOCUMENT,
  OPEN_DOCUMENT_SHOWN,
  SHOWN,
  TRICKY_IN_LIBREOFFICE,
  TRICKY_SHOWN,
  trickyDocx,
} from "../source-docx-numbering.sample.js";

const run = promisify(execFile);

function present(...tools: string[]): boolean {
  try {
    for (const tool of tools) execFileSync("which", [tool]);
    return true;
  } catch {
    return false;
  }
}

/** Word files of real offices; only where somebody has laid them out. */
const REAL = process.env.VANTHU_REAL_DOCX ?? "../shared/real";
const realFiles = REAL !== "" && existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith(".docx")) : [];

const linesOf = (block: DocxBlock): readonly string[] =>
  block.kind === "paragraph"
    ? block.text.split("\n")
    : block.rows.flatMap((row) => row.flatMap((cell) => cell.split("\n")));

function read(bytes: Uint8Array): { readonly lines: readonly string[]; readonly blocks: readonly DocxBlock[] } {
  const text = readDocx(bytes);
  if (typeof text === "string") throw new Error(text);
  return { lines: text.blocks.flatMap(linesOf), blocks: text.blocks };
}

/** Without blanks: where a line is broken is of no matter here. */
const squeeze = (text: string): string => text.normalize("NFC").replace(/[\s\u00AD\u200B\f]+/gu, "");

describe.skipIf(!present("soffice", "pdftotext"))("automatic numbers", () => {
  let folder = "";

  async function convert(file: string, to: string, format = to): Promise<string> {
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    await run("soffice", [
      profile,
      "--headless",
      "--convert-to",
      format,
      "--outdir",
      join(folder, to),
      join(folder, file),
    ]);
    return join(folder, to, file.replace(/\.[^.]+$/u, `.${to}`));
  }

  /** What LibreOffice shows of a Word file, line by line. */
  async function shown(name: string, bytes: Uint8Array): Promise<string> {
    await writeFile(join(folder, name), bytes);
    const pdf = await convert(name, "pdf");
    return (await run("pdftotext", ["-layout", pdf, "-"], { maxBuffer: 1 << 26 })).stdout;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vanthu-numbering-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("of the docx library are read as LibreOffice shows them", async () => {
    const bytes = await numberedDocx();
    const oracle = (await shown("thu-vien.docx", bytes))
      .split("\n")
      .map(squeeze)
      .filter((line) => line !== "");
    expect(oracle).toEqual(SHOWN.map(squeeze));
    expect(read(bytes).lines).toEqual(SHOWN);
  });

  it("with overrides, restarts and styles are read as LibreOffice shows them", async () => {
    const bytes = trickyDocx();
    const oracle = (await shown("kho.docx", bytes))
      .split("\n")
      .map(squeeze)
      .filter((line) => line !== "");
    expect(read(bytes).lines).toEqual(TRICKY_SHOWN);
    expect(oracle).toEqual(TRICKY_IN_LIBREOFFICE.map(squeeze));
  });

  it("in tables are read as LibreOffice shows them", async () => {
    const bytes = await numberedTable();
    const oracle = (await shown("bang.docx", bytes))
      .split("\n")
      .map(squeeze)
      .filter((line) => line !== "");
    expect(read(bytes).lines.map(squeeze)).toEqual(oracle);
  });

  it("of LibreOffice's own file are read as it shows them", async () => {
    await writeFile(join(folder, "mo.fodt"), OPEN_DOCUMENT);
    const bytes = new Uint8Array(await readFile(await convert("mo.fodt", "docx", "docx:MS Word 2007 XML")));
    const oracle = (await shown("mo.docx", bytes))
      .split("\n")
      .map(squeeze)
      .filter((line) => line !== "");
    expect(oracle).toEqual(OPEN_DOCUMENT_SHOWN.map(squeeze));
    expect(read(bytes).lines).toEqual(OPEN_DOCUMENT_SHOWN);
  });

  it.skipIf(realFiles.length === 0)("of real files are all in what LibreOffice shows, and no others", async () => {
    for (const name of realFiles) {
      const bytes = new Uint8Array(readFileSync(join(REAL, name)));
      const oracle = squeeze(await shown(name, bytes));
      for (const block of read(bytes).blocks) {
        if (block.kind === "paragraph" && block.number !== undefined) {
          expect(oracle, `${name}: ${block.text}`).toContain(squeeze(block.text));
        }
      }
    }
  });
});
