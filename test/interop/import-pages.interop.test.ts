/** The text of printed pages, read by poppler out of our PDFs: what was printed has to be read. Needs pdftotext. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Imported, importText } from "../../src/importing/index.js";
import type { Document } from "../../src/model/document.js";
import type { Inlines } from "../../src/model/inline.js";
import { FIXTURES, fixtureDocument, renderFixture } from "../fixture-documents.js";

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vanthu-pages-"));
  for (const name of FIXTURES) {
    const [file] = (await renderFixture(name, ["pdf"])).files;
    if (file === undefined) throw new Error(name);
    writeFileSync(join(folder, `${name}.pdf`), file.bytes);
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readPages(name: string, options: readonly string[]): Promise<Imported> {
  const text = execFileSync("pdftotext", [...options, join(folder, `${name}.pdf`), "-"], { maxBuffer: 1 << 28 });
  const outcome = await importText(text, { file: `${name}.txt` });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

const plain = (inlines: Inlines): string =>
  inlines.map((inline) => (inline.kind === "noteMark" ? "" : inline.text)).join("");
const tidy = (text: string): string => text.replace(/\s+/gu, " ").trim();

function paragraphsOf({ body }: Document): readonly string[] {
  return body.flatMap((block) => {
    if (block.kind === "table") return [];
    if (block.kind === "operativeWords") return [tidy(block.text)];
    return [tidy(`${block.mark?.text ?? ""} ${plain(block.inlines)}`)];
  });
}

const headOf = ({ family, type, issuer, number, place, date, subject = [], signatures }: Document) => ({
  family,
  type,
  issuer,
  number,
  place,
  date,
  subject: subject.join(" "),
  signers: signatures?.map(({ name }) => name),
});

/** Signatures with words of confirmation between them, which a text without layout cannot tell apart; it is told. */
const MIXED = ["bien-ban-xac-nhan"];

describe("pages that keep their layout", () => {
  it.each(FIXTURES.filter((name) => !MIXED.includes(name)))("%s", async (name) => {
    const printed = await fixtureDocument(name);
    const { document, lost, invented, annotations, findings } = await readPages(name, ["-layout"]);
    expect(headOf(document)).toEqual(headOf(printed));
    expect([...lost, ...invented]).toEqual([]);
    expect(annotations.filter(({ kind }) => kind === "unplaced")).toEqual([]);
    // notes at the feet of pages stand in the text, and their marks in its sentences
    if (printed.notes.length === 0) {
      const read = new Set(paragraphsOf(document));
      expect(paragraphsOf(printed).filter((text) => !read.has(text))).toEqual([]);
    } else expect(findings.map(({ id }) => id)).toContain("import/note-in-text");
  });

  it.each(MIXED)("%s: columns that are not understood are told", async (name) => {
    const { document, lost, invented, findings } = await readPages(name, ["-layout"]);
    expect(findings.map(({ id }) => id)).toContain("import/columns-unsure");
    expect(document.signatures).toBeUndefined();
    expect([...lost, ...invented]).toEqual([]);
  });
});

describe("pages whose text is written down in the order of their content", () => {
  it.each(FIXTURES)("%s: every word, and the parts of the head", async (name) => {
    const printed = await fixtureDocument(name);
    const { document, lost, invented } = await readPages(name, []);
    // who signs may stand in the middle of Nơi nhận, and a hyphen at a line's end is taken for the margin's
    const partsOf = (one: Document) => {
      const { signers: _, issuer, ...head } = headOf(one);
      return { ...head, issuer: issuer?.name.join(" ").replace(/ -/gu, ""), superior: issuer?.superior };
    };
    expect(partsOf(document)).toEqual(partsOf(printed));
    expect([...lost, ...invented]).toEqual([]);
  });
});
