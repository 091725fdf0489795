import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasGlyph } from "../src/layout/face.js";
import type { Face, Page, PlacedBlock, PlacedLine, Segment } from "../src/layout/page.js";
import { MissingGlyphError, writePdf } from "../src/writers/pdf/index.js";
import { HEIGHT, LEFT, OPTIONS, page, paragraph, place, rule, styledDocument, text } from "./writer-pdf.builder.js";
import { type Mark, PdfFile, readMarks, readTree, textOf } from "./writer-pdf.reader.js";
import { LONG, SENTENCE, samplePages } from "./writer-pdf.sample.js";

const VIETNAMESE = [..."aăâeêioôơuưy"]
  .flatMap((vowel) =>
    ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"].map((tone) => (vowel + tone).normalize("NFC")),
  )
  .concat("đ")
  .join("");
const SIGNS = ` 0123456789.,;:!?-–—/\\()[]{}%&+*=<>"'“”‘’…§°²³đ₫\u00a0\u2011`;
const FACES: Face[] = ["regular", "bold", "italic", "boldItalic"];

async function write(pages: readonly Page[], options = {}): Promise<PdfFile> {
  return new PdfFile(await writePdf(pages, styledDocument(), { ...OPTIONS, ...options }));
}

const marksOf = (file: PdfFile, index = 0): Mark[] => readMarks(file, file.pages[index]?.dict ?? {});
const textMarks = (file: PdfFile): Mark[] => marksOf(file).filter((mark) => mark.kind === "text");

function segment(words: string, more: Partial<Segment> = {}): Segment {
  return { text: words, face: "regular", size: 14, x: 90, width: 100, gap: 0, rise: 0, underline: false, ...more };
}

/** The segments of a block in reading order, each with its line. */
function placesOf(block: PlacedBlock): { readonly line: PlacedLine; readonly part: Segment }[] {
  if (block.kind === "paragraph") {
    return block.lines.flatMap((line) => line.segments.map((part) => ({ line, part })));
  }
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content.flatMap(placesOf)));
}

/** A page of one line, made of these segments. */
function linePage(...segments: Segment[]): Page {
  const words = segments.map((part) => part.text).join("");
  const line = { text: words, x: 90, y: 100, height: 20, baseline: 116, segments, images: [], notes: [] };
  return page([{ kind: "paragraph", source: paragraph([text(words)]), lines: [line] }]);
}

describe("text of a PDF", () => {
  it.each(FACES)("gives back every Vietnamese letter and sign of the face %s", async (face) => {
    const words = VIETNAMESE + VIETNAMESE.toUpperCase() + SIGNS;
    expect([...words].every((letter) => hasGlyph(letter.codePointAt(0) ?? 0, face))).toBe(true);
    const [mark] = textMarks(await write([linePage(segment(words, { face }))]));
    expect(mark?.text).toBe(words);
    expect(mark?.text.normalize("NFC")).toBe(mark?.text);
  });

  it.each(["một\u00a0hai ba", "một hai\u00a0ba"])("tells U+00A0 from U+0020 in %j", async (words) => {
    const [mark] = textMarks(await write([linePage(segment(words))]));
    expect(mark?.text).toBe(words);
  });

  it("gives back any text of printable characters", async () => {
    const letter = fc.constantFrom(...VIETNAMESE, ...SIGNS, "A", "Đ", "Ộ", "f", "i", "ﬁ");
    await fc.assert(
      fc.asyncProperty(
        fc.array(letter, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(...FACES),
        async (words, face) => {
          const [mark] = textMarks(await write([linePage(segment(words.join(""), { face }))]));
          expect(mark?.text).toBe(words.join(""));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("keeps letters apart that a shaper would join or move together", async () => {
    const [mark] = textMarks(await write([linePage(segment("fi ffl AV To", { gap: 0 }))]));
    expect(mark).toMatchObject({ text: "fi ffl AV To", adjustments: [] });
  });

  it("names the character and the face when a glyph is missing", async () => {
    const error = await write([linePage(segment("xong ☑", { face: "bold" }))]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MissingGlyphError);
    expect(error).toMatchObject({ codePoint: 0x2611, face: "bold" });
    expect(String(error)).toContain("U+2611");
  });

  it("does not take half of a character outside the basic plane for a character", async () => {
    await expect(write([linePage(segment("𝒜"))])).rejects.toMatchObject({ codePoint: 0x1d49c });
  });

  it("ends each line that goes on after a blank with that blank", async () => {
    const source = paragraph(SENTENCE.repeat(2).trimEnd());
    const placed = place(source, 100);
    expect(placed.lines.length).toBeGreaterThan(3);
    expect(textOf(readTree(await write([page([placed])])))).toBe(SENTENCE.repeat(2).trimEnd());
  });

  it("adds no blank where a word was broken at its hyphen", async () => {
    const source = paragraph("khu vực Bắc Trung-Nam");
    const [line] = place(source, 100).lines;
    if (line === undefined) throw new Error("no line");
    const lines = ["khu vực Bắc Trung-", "Nam"].map((words, index) => ({
      ...line,
      text: words,
      segments: [segment(words)],
      baseline: 116 + 20 * index,
    }));
    const tree = readTree(await write([page([{ kind: "paragraph", source, lines }])]));
    expect(textOf(tree)).toBe("khu vực Bắc Trung-Nam");
  });
});

describe("places on the page", () => {
  it("puts each segment where layout put it, superscripts raised", async () => {
    const file = await write([
      linePage(segment("câu"), segment("(1)", { x: 120.25, size: 9, rise: 4.6, face: "italic" })),
    ]);
    const [first, second] = textMarks(file);
    expect(first).toMatchObject({ x: 90, y: 725.9, size: 14 });
    expect(second).toMatchObject({ x: 120.25, y: 730.5, size: 9 });
    expect(second?.font).not.toBe(first?.font);
  });

  it("adds the gap at each U+0020 between glyphs, and nowhere else", async () => {
    const [mark] = textMarks(await write([linePage(segment("a b\u00a0c d ", { gap: 2.8, size: 14 }))]));
    expect(mark?.adjustments).toEqual([-200, -200]);
  });

  it("places and draws a whole page as it was laid out", async () => {
    const pages = samplePages();
    const file = await write(pages);
    for (const [index, laid] of pages.entries()) {
      const [above, below] = [laid.furniture.slice(0, 1), laid.furniture.slice(1)];
      const notes = laid.notes.flatMap((note) => note.paragraphs);
      const expected = [...above, ...laid.body, ...notes, ...below, ...laid.artifacts].flatMap(placesOf);
      const drawn = marksOf(file, index).filter((mark) => mark.kind === "text");
      expect(drawn.map((mark) => mark.text.trimEnd())).toEqual(expected.map(({ part }) => part.text.trimEnd()));
      for (const [order, { line, part }] of expected.entries()) {
        expect(drawn[order]?.x, part.text).toBeCloseTo(part.x, 2);
        expect(drawn[order]?.y, part.text).toBeCloseTo(laid.height - line.baseline + part.rise, 2);
        expect(drawn[order]?.size, part.text).toBeCloseTo(part.size, 2);
      }
    }
  });

  it("gives each page its size", async () => {
    const wide = { ...page([place(paragraph("ngang"), 50)]), width: 841.9, height: 595.3 };
    const file = await write([page([place(paragraph("dọc"), 50)]), wide]);
    expect(file.pages.map(({ dict }) => dict.MediaBox)).toEqual([
      [0, 0, 595.3, 841.9],
      [0, 0, 841.9, 595.3],
    ]);
  });

  it("refuses a document without pages", async () => {
    await expect(write([])).rejects.toThrow(RangeError);
  });
});

describe("colours and lines", () => {
  it("draws coloured text and goes back to black", async () => {
    const marks = textMarks(
      await write([linePage(segment("đen "), segment("đỏ ", { color: "ff0000", x: 120 }), segment("đen", { x: 150 }))]),
    );
    expect(marks.map((mark) => mark.color)).toEqual(["", "1 0 0", "0 0 0"]);
  });

  it("refuses a colour that is none", async () => {
    await expect(write([linePage(segment("x", { color: "red" }))])).rejects.toThrow(RangeError);
  });

  it("underlines with a rule that is no content", async () => {
    const file = await write([linePage(segment("gạch chân", { underline: true, width: 60, color: "0000ff" }))]);
    const lines = marksOf(file).filter((mark) => mark.kind === "line");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ artifact: "/Layout", x: 90, color: "0 0 1" });
    expect(lines[0]?.y).toBeCloseTo(HEIGHT - 116 - 0.11 * 14, 2);
  });

  it("draws the page's rules as artifacts", async () => {
    const file = await write([page([], { rules: [rule(LEFT, 100, LEFT + 50, 100), rule(LEFT, 100, LEFT, 200)] })]);
    const lines = marksOf(file).filter((mark) => mark.kind === "line");
    expect(lines.map(({ artifact, x, y }) => [artifact, x, y])).toEqual([
      ["/Layout", LEFT, 741.9],
      ["/Layout", LEFT, 741.9],
    ]);
  });

  it("draws the same marks with and without tags", async () => {
    const bare = ({ kind, text: words, x, y, size, font, color }: Mark) => ({ kind, words, x, y, size, font, color });
    const tagged = await write(samplePages());
    const plain = await write(samplePages(), { tagged: false });
    expect(marksOf(plain).map(bare)).toEqual(marksOf(tagged).map(bare));
    expect(marksOf(plain).every((mark) => mark.mcid === undefined && mark.artifact === undefined)).toBe(true);
    expect(plain.catalog.StructTreeRoot).toBeUndefined();
  });
});

describe("reading by another program", () => {
  it("gives PDFium the text of the lines, in reading order", async () => {
    const { PDFiumLibrary } = await import("@hyzyla/pdfium");
    const library = await PDFiumLibrary.init();
    try {
      const bytes = await writePdf([page([place(LONG, 100)])], styledDocument(), OPTIONS);
      const document = await library.loadDocument(bytes);
      const words = document.getPage(0).getText().split(/\s+/).filter(Boolean);
      document.destroy();
      const expected = LONG.inlines.map((inline) =>
        inline.kind === "image" || inline.kind === "pageNumber" ? "" : inline.text,
      );
      expect(words.join(" ")).toBe(expected.join("").split(/\s+/).join(" "));
    } finally {
      library.destroy();
    }
  });
});
