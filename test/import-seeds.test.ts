import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Imported, importDraft, importText } from "../src/importing/index.js";
import { render } from "../src/render.js";
import { readDocx } from "../src/source/docx/index.js";
import { parseDraft } from "../src/source/draft/index.js";
import { FONTS } from "./fixture-documents.js";

const FOLDER = new URL("../../shared/seeds/", import.meta.url);
const THERE = existsSync(FOLDER);
if (!THERE) console.warn("BỎ QUA: không có ../shared/seeds, năm văn bản quét không được nhập thử.");

interface Seed {
  readonly number: object | undefined;
  /** Parts that the scans do not have, by the name of the field. */
  readonly absent: readonly string[];
  /** As it stood, and as it is printed; what the norm adds has nothing before it. */
  readonly changes: readonly (readonly [from: string, to: string])[];
  /** Lines that are kept beside the text. */
  readonly annotated: readonly number[];
  readonly notes: number;
}

const NATIONAL = ["", "ĐẢNG CỘNG SẢN VIỆT NAM"] as const;
const UNDATED = ["", "ngày tháng năm"] as const;
/** Facts of the five scans, read by eye; none of their words but numbers. */
const SEEDS: readonly Seed[] = [
  {
    number: { sequence: 28, typeCode: "KH", bodyCode: "BCĐ" },
    absent: ["issuer"],
    changes: [NATIONAL],
    annotated: [],
    notes: 0,
  },
  {
    number: undefined,
    absent: ["issuer", "number", "place", "date"],
    changes: [UNDATED, NATIONAL],
    annotated: [],
    notes: 0,
  },
  {
    number: { sequence: 12, typeCode: "KH", bodyCode: "ĐUK" },
    absent: ["issuer", "place", "date"],
    changes: [["Số 12/KH/ĐUK", "Số 12-KH/ĐUK"], UNDATED, NATIONAL],
    annotated: [],
    notes: 3,
  },
  {
    number: { sequence: 90, typeCode: "KH", bodyCode: "TU" },
    absent: [],
    changes: [
      ["Số 90 -KH/TU", "Số 90-KH/TU"],
      ["HOẠCHđẩy", "HOẠCH đẩy"],
      ["CẦU1", "CẦU 1"],
      // the norm's comma behind an entry
      ["Vụ Cơ sở đảng, đảng viên-BTCTW", "Vụ Cơ sở đảng, đảng viên-BTCTW,"],
    ],
    annotated: [],
    notes: 0,
  },
  {
    number: { sequence: 117, typeCode: "KH", bodyCode: "TU" },
    absent: ["issuer", "place", "date"],
    changes: [["Số 117 - KH/TU", "Số 117-KH/TU"], UNDATED, NATIONAL],
    annotated: [5, 6, 28, 29, 30, 31, 32, 33, 34, 36, 37, 38, 39],
    notes: 0,
  },
];

const files = THERE
  ? readdirSync(FOLDER)
      .filter((name) => name.endsWith(".txt"))
      .sort()
  : [];
const sourceOf = (index: number): string => readFileSync(new URL(files[index] ?? "", FOLDER), "utf8");

async function take(index: number): Promise<Imported> {
  const outcome = await importText(sourceOf(index), { file: files[index] ?? "", norm: "hd36" });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

/** Letters and digits alone, so that marks of Markdown, blanks and line ends are of no matter. */
const letters = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/<\/?[a-z]+>/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLocaleLowerCase("vi");

/** Signs of Markdown part no words: titles that were glued together differ in them alone. */
const words = (text: string): string[] =>
  (
    text
      .normalize("NFC")
      .replace(/\*+|<\/?[a-z]+>/gu, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => word.toLocaleLowerCase("vi"));

function count(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const plain = (inlines: readonly { readonly text?: string }[]): string => inlines.map(({ text = "" }) => text).join("");

describe.skipIf(!THERE)("the five scans", () => {
  it("are there", () => {
    expect(files).toHaveLength(SEEDS.length);
  });

  describe.each(SEEDS.map((seed, index) => ({ index, ...seed })))("scan $index, under HD36", (seed) => {
    it("has its number, and what the scan lacks stays absent", async () => {
      const { document, changes, annotations, findings, lost, invented } = await take(seed.index);
      expect(document).toMatchObject({ type: "ke-hoach", family: "party", norm: "hd36" });
      expect(document.number).toEqual(seed.number);
      for (const field of ["issuer", "number", "place", "date"] as const)
        expect([field, document[field] === undefined]).toEqual([field, seed.absent.includes(field)]);
      expect(changes.map(({ from, to }) => [from, to])).toEqual(seed.changes);
      expect(annotations.map(({ kind, at }) => [kind, at])).toEqual(seed.annotated.map((line) => ["received", line]));
      expect(document.notes).toHaveLength(seed.notes);
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      expect([...lost, ...invented]).toEqual([]);
    });

    it("has the words of the scan in its order, sentences cut by pages whole", async () => {
      const { document, annotations } = await take(seed.index);
      const beside = new Set(annotations.map(({ at }) => at));
      const source = sourceOf(seed.index).split("\n");
      // the text of a note stands in the middle of others, so it is taken out before the order is compared
      const running = source
        .filter((line, index) => !beside.has(index + 1) && !line.startsWith("<sup>"))
        .map((line) => line.replace(/<sup>.*?<\/sup>/gu, ""));
      const whole = letters(running.join(" "));
      let at = 0;
      for (const block of document.body) {
        if (block.kind === "table" || block.kind === "operativeWords") throw new Error("no seed has one");
        const text = letters((block.mark?.text ?? "") + plain(block.inlines as readonly { text?: string }[]));
        const found = whole.indexOf(text, at);
        expect(found, text.slice(0, 60)).toBeGreaterThanOrEqual(at);
        at = found + text.length;
      }
      for (const { paragraphs } of document.notes)
        for (const inlines of paragraphs)
          expect(letters(source.join(" "))).toContain(letters(plain(inlines as readonly { text?: string }[])));
    });

    it("is printed, as a draft where a part is missing, with these words and no others", async () => {
      const { document, annotations, changes } = await take(seed.index);
      const options = { formats: ["docx", "pdf"] as const, fonts: FONTS };
      const complete = await render({ document }, options);
      expect(complete.files.length === 0).toBe(seed.absent.length > 0);
      const { files: printed } = await render({ document }, { ...options, asDraft: true });
      const docx = readDocx(printed[0]?.bytes ?? new Uint8Array());
      if (typeof docx === "string") throw new Error(docx);
      const shown = docx.blocks.flatMap((block) =>
        block.kind === "table" ? block.rows.flat() : [block.text, ...block.notes],
      );
      const expected = count(words(sourceOf(seed.index).replace(/<sup>\(?\d+\)?<\/sup>/gu, " ")));
      const add = (text: string, by: number): void => {
        for (const word of words(text)) expected.set(word, (expected.get(word) ?? 0) + by);
      };
      for (const { text } of annotations) add(text, -1);
      for (const { from, to } of changes) {
        add(from, -1);
        add(to, 1);
      }
      add("Dự thảo", 1);
      const actual = count(shown.flatMap(words));
      const differing = [...new Set([...expected.keys(), ...actual.keys()])].filter(
        (word) => (expected.get(word) ?? 0) !== (actual.get(word) ?? 0),
      );
      expect(differing).toEqual([]);
      expect(new TextDecoder("latin1").decode(printed[1]?.bytes.slice(0, 5))).toBe("%PDF-");
    });

    it("is the same document again when its draft is read", async () => {
      const imported = await take(seed.index);
      const { document } = await parseDraft(importDraft(imported, "dòng"));
      expect(document).toEqual(imported.document);
    });
  });
});
