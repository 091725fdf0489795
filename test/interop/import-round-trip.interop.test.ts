/** Word files that LibreOffice saved again: needs soffice on the machine. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importDocx, importFile } from "../../src/importing/index.js";
import type { Document } from "../../src/model/document.js";
import type { ForeignDocument } from "../../src/source/docx/document/contract.js";
import { readForeignDocx } from "../../src/source/docx/document/read-document.js";
import { FIXTURES, fixtureDocument, renderFixture } from "../fixture-documents.js";
import { typedReport } from "../source-docx-typed.sample.js";

const REAL = new URL("../../../shared/real/", import.meta.url).pathname;
const realFiles = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith(".docx")) : [];

let folder: string;
const at = (...parts: string[]): string => join(folder, ...parts);

function convert(format: string, to: string, files: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${at("profile")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", format, "--outdir", at(to), ...files], {
    stdio: "ignore",
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vanthu-round-trip-"));
  for (const name of FIXTURES) {
    const [file] = (await renderFixture(name, ["docx"])).files;
    if (file === undefined) throw new Error(name);
    writeFileSync(at(`${name}.docx`), file.bytes);
  }
  writeFileSync(at("go-tay.docx"), typedReport());
  const own = [...FIXTURES, "go-tay"].map((name) => at(`${name}.docx`));
  convert("docx:MS Word 2007 XML", "saved", own);
  convert("doc:MS Word 97", "old", [at("go-tay.docx")]);
  convert("pdf", "old", [at("go-tay.docx")]);
  convert("rtf:Rich Text Format", "old", [at("go-tay.docx")]);
  if (realFiles.length > 0) {
    convert(
      "docx:MS Word 2007 XML",
      "real",
      realFiles.map((name) => join(REAL, name)),
    );
    convert(
      "txt:Text (encoded):UTF8",
      "real",
      realFiles.map((name) => join(REAL, name)),
    );
  }
}, 280_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(bytes: Uint8Array): ForeignDocument {
  const reading = readForeignDocx(bytes);
  if (!reading.ok) throw new Error(reading.fault);
  return reading.value;
}

/** The file without the model that we put in: nobody's file. */
function stripped(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync(Object.fromEntries(Object.entries(parts).filter(([name]) => !name.startsWith("customXml/"))));
}

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** Paths at which two documents differ, with what stands there. */
function differences(one: Json, other: Json, path = ""): string[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  const isTree = (value: Json): value is readonly Json[] | { readonly [key: string]: Json } =>
    typeof value === "object" && value !== null;
  if (!isTree(one) || !isTree(other)) return [`${path}: ${JSON.stringify(one)} → ${JSON.stringify(other)}`];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differences(
      (one as { [key: string]: Json })[key],
      (other as { [key: string]: Json })[key],
      path === "" ? key : `${path}.${key}`,
    ),
  );
}

/** Bound figures as the text that a reader sees: only the model knows to what they are bound. */
function withoutBindings(value: Json): Json {
  if (Array.isArray(value)) {
    const merged: Json[] = [];
    for (const one of value.map(withoutBindings) as Json[]) {
      const last = merged.at(-1) as { kind?: string; text?: string } | undefined;
      const piece = one as { kind?: string; text?: string };
      const look = ({ text: _, ...rest }: { text?: string }): string => JSON.stringify(rest);
      if (last?.kind === "text" && piece?.kind === "text" && look(last) === look(piece))
        merged[merged.length - 1] = { ...last, text: `${last.text}${piece.text}` } as Json;
      else merged.push(one);
    }
    return merged;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, withoutBindings(one)] as const);
  const { binding: _, ...rest } = Object.fromEntries(entries);
  return rest.kind === "figure" ? { ...rest, kind: "text" } : rest;
}

const json = (document: Document): Json => withoutBindings(JSON.parse(JSON.stringify(document)));

/** What a file cannot tell of the draft that it was made from, and why. */
const EXPLAINED: readonly (readonly [difference: RegExp, why: string])[] = [
  [/^(?:author|norm): ".*" → undefined$/u, "never printed: who is written to the PDF, and a norm chosen over the date"],
  [/^presentation(?:\.\w+)?: .* → undefined$/u, "a choice that is what the norm sets anyway"],
  [
    /table\.columns\.\d+\.(?:width|kind|align): .* → undefined$/u,
    "columns are set by their cells; a draft may say it too",
  ],
  [/table\.size: .* → undefined$/u, "chosen again by what fits"],
  [
    /table\.rows\.\d+\.\d+\.paragraphs\.0\.0\.italic: undefined → true$/u,
    "the row of the columns' numbers is set in italic",
  ],
  [/^annexes\.\d+\.(?:title\.\d+|title): /u, "printed in capitals, and in lines as they stand on the page"],
  [/^publicity: /u, "printed in capitals"],
  [/^annexes\.\d+\.attachment: undefined → "\(Kèm theo /u, "composed by the norm, and read as it stands"],
  [/^confirmation\.statement(?:\.\d+)?: /u, "in lines as they stand on the page"],
  [/^body\.\d+\.(?:mark|inlines\.0)\.(?:bold|italic): true → undefined$/u, "an emphasis that the heading has anyway"],
  [/^body\.17\.kind: "paragraph" → "heading"$/u, "a point in bold from its mark to its end looks like a heading"],
];

describe("our files, saved again by LibreOffice", () => {
  it.each(FIXTURES)("%s: the same document, by the model that it carries", async (name) => {
    const outcome = await importDocx(readFileSync(at("saved", `${name}.docx`)));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
    expect(outcome.value.document).toEqual(await fixtureDocument(name));
    expect(outcome.value.findings).toEqual([]);
  });

  it("without that model: the same but for differences that are explained, each of which occurs", async () => {
    const used = new Set<string>();
    const open: string[] = [];
    for (const name of FIXTURES) {
      const bytes = stripped(readFileSync(at("saved", `${name}.docx`)));
      const outcome = await importDocx(bytes);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
      const { document, lost, invented } = outcome.value;
      expect([name, ...lost, ...invented]).toEqual([name]);
      for (const difference of differences(json(await fixtureDocument(name)), json(document))) {
        const why = EXPLAINED.find(([pattern]) => pattern.test(difference))?.[1];
        if (why === undefined) open.push(`${name}: ${difference}`);
        else used.add(why);
      }
    }
    expect(open).toEqual([]);
    expect([...used].sort()).toEqual(EXPLAINED.map(([, why]) => why).sort());
  });

  it("a file typed by hand reads the same before and after", () => {
    const [before, after] = [read(typedReport()), read(readFileSync(at("saved", "go-tay.docx")))];
    expect(after.document).toEqual(before.document);
    // the file has no page; LibreOffice gives it one, and then the lengths of lines can be told
    const unmeasured = ({ printed }: typeof before) => ({
      ...printed,
      rules: printed.rules?.map(({ share: _, ...rule }) => rule),
    });
    expect(unmeasured(after)).toEqual(unmeasured(before));
  });
});

describe("one digit changed in document.xml", () => {
  it.each(FIXTURES)("%s: seen, and nothing else", async (name) => {
    const parts = unzipSync(readFileSync(at("saved", `${name}.docx`)));
    const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    // a digit in the middle of the text
    const places = [...xml.matchAll(/<w:t(?: [^>]*)?>[^<]*?(\d)[^<]*<\/w:t>/gu)];
    const place = places[Math.floor(places.length / 2)];
    if (place === undefined) throw new Error("no digit");
    const digit = place.index + place[0].indexOf(place[1] ?? "", place[0].indexOf(">"));
    const other = xml[digit] === "7" ? "8" : "7";
    const edited = `${xml.slice(0, digit)}${other}${xml.slice(digit + 1)}`;
    const bytes = zipSync({ ...parts, "word/document.xml": strToU8(edited) });
    const outcome = await importDocx(bytes);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
    expect(outcome.value.findings.map(({ id }) => id)).toContain("import/edited");
    expect(outcome.value.lost).toEqual([]);
    const [before, after] = [read(zipSync(parts)), read(bytes)];
    const letters = (value: unknown): string[] => [...JSON.stringify(value)];
    const [one, two] = [letters(before.visible), letters(after.visible)];
    expect(two).toHaveLength(one.length);
    expect(one.filter((letter, index) => letter !== two[index])).toHaveLength(1);
    expect(JSON.stringify(after.document)).not.toBe(JSON.stringify(before.document));
    // what is bound stays bound, unless it is the very figure that was changed
    const bindings = (value: unknown): number => JSON.stringify(value).match(/"binding":/gu)?.length ?? 0;
    expect(bindings(outcome.value.document)).toBe(bindings(await fixtureDocument(name)));
  });
});

describe("what other programs call a document", () => {
  it.each([
    ["go-tay.doc", "word97"],
    ["go-tay.pdf", "pdf"],
    ["go-tay.rtf", "rtf"],
  ])("%s is told by what it is, and what to do", async (name, kind) => {
    const outcome = await importFile(readFileSync(at("old", name)), { file: basename(name) });
    if (outcome.ok) throw new Error("read");
    const [finding] = outcome.findings;
    expect(finding).toMatchObject({ id: "import/file", severity: "error" });
    expect(finding?.remedy).toMatch(
      { word97: /Lưu thành/u, pdf: /tệp Word gốc/u, rtf: /lưu thành \.docx/u }[kind] ?? /^$/u,
    );
  });
});

describe.skipIf(realFiles.length === 0)("files of real offices, saved again by LibreOffice", () => {
  it.each(realFiles)("%s reads the same", (name) => {
    const [before, after] = [read(readFileSync(join(REAL, name))), read(readFileSync(at("real", name)))];
    expect(after.document).toEqual(before.document);
  });

  /** LibreOffice leaves footnotes out of its text. */
  it.each(realFiles)("%s has the words that LibreOffice sees, no fewer and no more", (name) => {
    const { visible, document, annotations, bracketed } = read(readFileSync(join(REAL, name)));
    const words = (text: string): string[] =>
      (text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.toLocaleLowerCase("vi")).sort();
    const text = words(readFileSync(at("real", name.replace(/docx$/u, "txt")), "utf8"));
    const noted = document.notes.length + annotations.length + bracketed.length > 0;
    if (noted) expect(words(visible.join("\n")).length).toBeGreaterThan(text.length);
    else expect(words(visible.join("\n"))).toEqual(text);
  });
});
