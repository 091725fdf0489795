import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth } from "../../src/layout/face.js";
import { breakLines, lineText } from "../../src/layout/line-breaking.js";
import { placeAcross } from "../../src/layout/place-across.js";
import type { StyledInline, StyledParagraph } from "../../src/layout/styled.js";

const paragraph = (inlines: readonly StyledInline[], more: Partial<StyledParagraph> = {}): StyledParagraph => ({
  kind: "paragraph",
  style: "VbBody",
  structure: { kind: "paragraph" },
  inlines,
  markSize: 14,
  align: "justify",
  firstIndent: 0,
  left: 0,
  right: 0,
  before: 0,
  after: 0,
  line: { rule: "exact", value: 19 },
  keepNext: false,
  keepLines: false,
  ...more,
});
const text = (value: string, more: object = {}): StyledInline => ({ kind: "text", text: value, size: 14, ...more });
const linesOf = (value: string, width: number) => breakLines(paragraph([text(value)]), width).map(lineText);

describe("places to break", () => {
  const narrow = 1;
  it.each([
    ["chính trị - xã hội", ["chính", "trị", "-", "xã", "hội"]],
    ["07-CT/TW", ["07-", "CT/TW"]],
    ["2026-2030", ["2026-2030"]],
    ["thực hiện./.", ["thực", "hiện./."]],
    ["85% (b/c)", ["85%", "(b/c)"]],
    ["số\u00a012-KH/TU", ["số\u00a012-", "KH/TU"]],
    ["a\u2013b", ["a\u2013", "b"]],
  ])("%s", (value, words) => {
    const room = Math.max(...words.map((word) => textWidth(word, "regular", 14)));
    expect(linesOf(value, Math.max(narrow, room + 0.02)).flatMap((line) => line.split(" "))).toEqual(words);
  });

  it("cuts a word that no line can hold, and loses none of it", () => {
    const lines = linesOf("a".repeat(200), 100);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.join("")).toBe("a".repeat(200));
  });

  it("gives an empty paragraph one line as high as its mark", () => {
    const [line] = breakLines(paragraph([], { markSize: 6 }), 100);
    expect(line).toMatchObject({ size: 6, width: 0, last: true });
  });
});

describe("any text", () => {
  const syllable = fc.constantFrom(
    "Đảng",
    "uỷ",
    "phường",
    "kết",
    "nạp",
    "07-CT/TW,",
    "tự-chuyển-hoá",
    "2026-2030",
    "85%",
    "“nòng",
    "cốt”",
  );
  const words = fc.array(syllable, { minLength: 1, maxLength: 80 });

  it("keeps every word, in order, and no line is wider than its room", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 120, max: 480 }), fc.integer({ min: 0, max: 40 }), (list, width, indent) => {
        const lines = breakLines(paragraph([text(list.join(" "))], { firstIndent: indent }), width);
        const glued = lines
          .map(lineText)
          .join(" ")
          .replace(/- (?=\p{L})/gu, "-");
        expect(glued).toBe(list.join(" "));
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(line.room + 0.01);
        expect(lines[0]?.room).toBeCloseTo(width - indent, 6);
      }),
    );
  });

  it("breaks at the same places however the text is divided into runs", () => {
    fc.assert(
      fc.property(words, fc.array(fc.nat(), { maxLength: 6 }), (list, cuts) => {
        const whole = list.join(" ");
        const at = [0, ...cuts.map((cut) => cut % (whole.length + 1)).sort((a, b) => a - b), whole.length];
        const runs = at.slice(1).map((to, index) => text(whole.slice(at[index], to)));
        const one = breakLines(paragraph([text(whole)]), 300).map(lineText);
        expect(breakLines(paragraph(runs), 300).map(lineText)).toEqual(one);
      }),
    );
  });

  it("justifies every line but the last to the margin, stretching only U+0020", () => {
    fc.assert(
      fc.property(words, (list) => {
        for (const line of breakLines(paragraph([text(list.join(" "))]), 300)) {
          const { segments } = placeAcross(line, "justify", 50, 0);
          const right = Math.max(...segments.map((segment) => segment.x + segment.width));
          if (!line.last && line.words.length > 1) {
            expect(right).toBeGreaterThan(350 - 1e-6);
            // what a line may be too long by
            expect(right).toBeLessThan(350 + 0.01 + 1e-6);
          } else expect(segments.every((segment) => segment.gap === 0)).toBe(true);
        }
      }),
      { examples: [["uỷ 2026-2030 2026-2030 cốt” uỷ 85% phường “nòng Đảng".split(" ")]] },
    );
  });
});
