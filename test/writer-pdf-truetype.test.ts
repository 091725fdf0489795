import * as fontkit from "fontkit";
import { describe, expect, it } from "vitest";
import { subsetTrueType } from "../src/writers/pdf/truetype.js";
import { FONTS } from "./writer-pdf.builder.js";

interface TestFont {
  readonly numGlyphs: number;
  glyphForCodePoint(codePoint: number): { readonly id: number };
  getGlyph(id: number): { readonly advanceWidth: number; readonly path: { toSVG(): string } };
}

const open = (bytes: Uint8Array): TestFont => fontkit.create(Buffer.from(bytes)) as unknown as TestFont;
const LETTERS = [..."aAđĐộỘưỨệẶợ ẫ.(1)"];

describe("subset of a TrueType font", () => {
  it.each(Object.entries(FONTS))("draws the same glyphs as the whole font %s", (_, file) => {
    const whole = open(file);
    const glyphs = [0, ...LETTERS.map((letter) => whole.glyphForCodePoint(letter.codePointAt(0) ?? 0).id)];
    const subset = open(subsetTrueType(file, glyphs));
    for (const [code, glyph] of glyphs.entries()) {
      expect(subset.getGlyph(code).path.toSVG()).toBe(whole.getGlyph(glyph).path.toSVG());
      expect(subset.getGlyph(code).advanceWidth).toBe(whole.getGlyph(glyph).advanceWidth);
    }
  });

  it("holds the parts of composite glyphs, and nothing else", () => {
    const whole = open(FONTS.regular);
    const composite = whole.glyphForCodePoint("ộ".codePointAt(0) ?? 0).id;
    const plain = whole.glyphForCodePoint("o".codePointAt(0) ?? 0).id;
    expect(open(subsetTrueType(FONTS.regular, [0, plain])).numGlyphs).toBe(2);
    expect(open(subsetTrueType(FONTS.regular, [0, composite])).numGlyphs).toBeGreaterThan(2);
    expect(subsetTrueType(FONTS.regular, [0, plain]).length).toBeLessThan(16_000);
  });

  it("gives one glyph two codes where it stands twice", () => {
    const space = open(FONTS.bold).glyphForCodePoint(0x20).id;
    const subset = open(subsetTrueType(FONTS.bold, [0, space, space]));
    expect(subset.numGlyphs).toBe(3);
    expect(subset.getGlyph(2).advanceWidth).toBe(subset.getGlyph(1).advanceWidth);
  });

  it("leaves the font in memory as it is, and gives the same bytes again", () => {
    const before = Buffer.from(FONTS.italic).toString("base64");
    const glyphs = [0, ...LETTERS.map((letter) => open(FONTS.italic).glyphForCodePoint(letter.codePointAt(0) ?? 0).id)];
    const first = subsetTrueType(FONTS.italic, glyphs);
    expect(Buffer.from(FONTS.italic).toString("base64")).toBe(before);
    expect(subsetTrueType(FONTS.italic, glyphs)).toEqual(first);
    expect(subsetTrueType(new Uint8Array(FONTS.italic), glyphs)).toEqual(first);
  });

  it("writes a directory in order, with true checksums and whole words", () => {
    const file = subsetTrueType(FONTS.regular, [0, 3, 4]);
    const view = new DataView(file.buffer, file.byteOffset);
    const tags: string[] = [];
    for (let entry = 12; tags.length < view.getUint16(4); entry += 16) {
      tags.push(String.fromCharCode(...file.subarray(entry, entry + 4)));
      const [sum, offset, length] = [4, 8, 12].map((field) => view.getUint32(entry + field));
      expect((offset ?? 1) % 4).toBe(0);
      let total = 0;
      for (let at = 0; at < (length ?? 0); at += 4) total = (total + view.getUint32((offset ?? 0) + at)) >>> 0;
      expect(total, tags.at(-1)).toBe(sum);
    }
    expect(tags).toEqual([...tags].sort());
    expect(tags).toEqual(
      expect.arrayContaining(["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"]),
    );
  });

  it("refuses what is no TrueType font", () => {
    expect(() => subsetTrueType(new Uint8Array(64), [0])).toThrow(RangeError);
  });
});
