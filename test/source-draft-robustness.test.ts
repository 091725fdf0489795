import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Document } from "../src/model/document.js";
import { parseDraft } from "../src/source/draft/index.js";

const HEAD = "---\nthể loại: Kế hoạch\n---\n";

/** Everything that means something to the reader, and some that does not. */
const TOKENS = [
  ...[
    "\n",
    "\n\n",
    " ",
    "  ",
    "\t",
    "---\n",
    "\n---\n",
    "a",
    "Một hai",
    "1",
    "\u0301",
    "\u00A0",
    "😀",
    "\uD800",
    "\u0000",
    "\u0007",
  ],
  ...[
    "thể loại: ",
    "số: ",
    "ký: |\n  ",
    "nơi nhận: |\n  - ",
    "căn cứ: |\n  ",
    "trình bày:\n  ",
    ": ",
    ":",
    "|",
    "|\n",
    ">",
    "- ",
  ],
  ...[
    "# ",
    "## Phụ lục 1",
    "{ngang}",
    "*",
    "**",
    "_",
    "`",
    "```",
    "```bảng\n",
    "~~~",
    "\n```\n",
    "tệp: a.csv\n",
    "cột: ",
    "<",
    "^",
  ],
  ...[
    "| a | b |\n",
    "| --- | --- |\n",
    "| < | ^ |\n",
    "[^1]",
    "[^1]: ",
    "    ",
    "[",
    "](vt:a/b/c)",
    "](x)",
    "![",
    "<b>",
    "</b>",
  ],
  ...[
    "<br>",
    "<!--",
    "-->",
    "\\",
    "&amp;",
    "&#0;",
    "1. ",
    "I- ",
    "a) ",
    "+ ",
    "* ",
    " }",
    '"',
    "'",
    "[",
    "{",
    "&x",
    "*x",
    "!x",
    "%",
    "@",
  ],
];
const drafts = fc.oneof(
  fc.array(fc.constantFrom(...TOKENS), { maxLength: 40 }).map((parts) => parts.join("")),
  fc.array(fc.constantFrom(...TOKENS), { maxLength: 40 }).map((parts) => HEAD + parts.join("")),
  fc
    .array(fc.constantFrom(...TOKENS), { maxLength: 30 })
    .map((parts) => `---\nthể loại: Kế hoạch\n${parts.join("")}\n---\n`),
);

describe("whatever is given as a draft", () => {
  it("gives a document of the model or an error, and places inside the draft", async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (draft) => {
        const { document, findings } = await parseDraft(draft, { readAttachment: async () => undefined });
        expect(document === undefined).toBe(findings.some(({ severity }) => severity === "error"));
        if (document !== undefined) expect(Document.parse(document)).toEqual(document);
        const lines = draft.split(/\r\n|\n|\r/u);
        for (const { place } of findings) {
          if (place?.line === undefined) continue;
          expect(place.line).toBeGreaterThanOrEqual(1);
          expect(place.line).toBeLessThanOrEqual(lines.length);
          const line = (lines[place.line - 1] ?? "").normalize("NFC");
          expect(place.column ?? 1).toBeLessThanOrEqual(line.length + 1);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("may be any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const { findings } = await parseDraft(bytes);
        expect(findings.length).toBeGreaterThan(0);
      }),
    );
  });

  it("reads alike with Windows line ends, a byte order mark and as bytes", async () => {
    const draft = `${HEAD}# I- MỘT\n\n- hai\nba[^1]\n\n[^1]: bốn\n`;
    const { document } = await parseDraft(draft);
    expect(document).toBeDefined();
    for (const other of [
      `\uFEFF${draft}`,
      draft.replaceAll("\n", "\r\n"),
      new TextEncoder().encode(`\uFEFF${draft}`),
    ]) {
      expect((await parseDraft(other)).document).toEqual(document);
    }
  });
});

describe("time", () => {
  /** Milliseconds of the processor: what else the machine does is not measured. */
  const elapsed = async (draft: string): Promise<number> => {
    const start = process.cpuUsage();
    await parseDraft(draft);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };

  it("of two hundred pages is well under a second", async () => {
    const paragraph = "1. Tiếp tục **quán triệt**, triển khai nghị quyết của cấp uỷ về công tác xây dựng Đảng[^n]. ";
    const pages = Array.from({ length: 2000 }, (_, index) => paragraph.repeat(3).replaceAll("^n", `^${index}`));
    const notes = pages.map((_, index) => `[^${index}]: Theo báo cáo.`);
    const draft = `${HEAD}${[...pages, ...notes].join("\n\n")}`;
    await elapsed(draft);
    expect(await elapsed(draft)).toBeLessThan(1000);
  });

  it.each([
    "*",
    "**a ",
    "*a*",
    "_",
    "[",
    "](",
    "[a](",
    "|",
    "| ",
    "<",
    "<b>",
    "&",
    "\\",
    "`",
    "#",
    "( ",
    "-",
    "1.",
    "<!--",
    " ",
    "\n- ",
    "\n|",
  ])("of %j a hundred thousand times is short", async (sign) => {
    expect(await elapsed(HEAD + sign.repeat(100_000))).toBeLessThan(3000);
  });

  it.each(["[", "{", "- ", "a: b\n", " }", '"', "a:\n  "])("of a header of %j is short", async (sign) => {
    expect(await elapsed(`---\n${sign.repeat(100_000 / sign.length)}\n---\n`)).toBeLessThan(3000);
  });
});
