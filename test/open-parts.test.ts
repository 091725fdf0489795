import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { readFonts } from "../src/assets.js";
import type { Page, PlacedBlock, Segment } from "../src/layout/page.js";
import { paginate } from "../src/layout/paginate/index.js";
import { style } from "../src/layout/style/index.js";
import type { Document } from "../src/model/document.js";
import { chooseNorm } from "../src/norms/choose.js";
import { openParts } from "../src/preflight/open-parts.js";
import { render } from "../src/render.js";
import { parseDraft } from "../src/source/draft/index.js";
import { partyPlan } from "./cli.draft.js";
import { PdfFile, readMarks } from "./writer-pdf.reader.js";

const BODY = `
Thực hiện [nêu **văn bản** yêu cầu], trong kỳ kết nạp [1.054](vt:C02/tinh/2026-nam) đảng viên; xem mục \\[1\\].

[cần viết: kết quả nổi bật của các đảng uỷ, nêu rõ cách làm hay, mô hình mới và những nơi làm chưa tốt trong cả kỳ báo cáo; 19 đơn vị có ý kiến]

| Cột | Số |
| --- | --: |
| [điền tên] | 5 |
`;

async function documentOf(body: string): Promise<Document> {
  const { document } = await parseDraft(partyPlan("số: 12\nngày: 15/4/2026\n") + body);
  if (document === undefined) throw new Error("no document");
  return document;
}

const xmlOf = (docx: Uint8Array): string => strFromU8(unzipSync(docx)["word/document.xml"] ?? new Uint8Array());

/** Text of highlighted runs, those that follow each other joined. */
function highlightedIn(xml: string): readonly string[] {
  const runs = [...xml.matchAll(/<w:r>(.*?)<\/w:r>/gsu)].map(([, run = ""]) => ({
    text: [...run.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(""),
    yellow: run.includes('<w:highlight w:val="yellow"/>'),
  }));
  const found: string[] = [];
  for (const [at, { text, yellow }] of runs.entries()) {
    if (!yellow) continue;
    if (runs[at - 1]?.yellow) found.push(`${found.pop()}${text}`);
    else found.push(text);
  }
  return found;
}

it("open parts are highlighted in a draft, letter for letter, and refused in what leaves", async () => {
  const document = await documentOf(BODY);
  const options = { formats: ["docx", "pdf"] as const, fonts: readFonts() };
  const draft = await render({ document }, { ...options, asDraft: true });
  const [docx, pdf] = draft.files;
  expect(highlightedIn(xmlOf(docx?.bytes ?? new Uint8Array()))).toEqual([
    "[nêu văn bản yêu cầu]",
    /\[cần viết[^\]]*\]/u.exec(BODY)?.[0],
    "[điền tên]",
  ]);
  expect(pdf?.bytes.length).toBeGreaterThan(1000);
  const final = await render({ document }, options);
  expect(final.files).toEqual([]);
  expect(
    final.findings.filter(({ id, severity }) => id === "preflight/placeholder" && severity === "error"),
  ).toHaveLength(3);
});

it("the ground lies under the text as an artifact, and only in drafts", async () => {
  const grounds = async (body: string, asDraft: boolean): Promise<number> => {
    const { files } = await render(
      { document: await documentOf(body) },
      { formats: ["pdf"], fonts: readFonts(), asDraft },
    );
    const file = new PdfFile(files[0]?.bytes ?? new Uint8Array());
    return file.pages.flatMap(({ dict }) => readMarks(file, dict)).length;
  };
  expect(await grounds("\nMột câu.\n", false)).toBeGreaterThan(0);
  expect(await grounds(BODY, true)).toBeGreaterThan(await grounds("\nMột câu.\n", true));
});

const segmentsOf = (block: PlacedBlock): readonly Segment[] =>
  block.kind === "paragraph"
    ? block.lines.flatMap(({ segments }) => segments)
    : block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => content.flatMap(segmentsOf)));

/** Where every letter stands, whatever its ground. */
const places = (pages: readonly Page[]) =>
  pages.flatMap(({ body }) =>
    body.flatMap((block) =>
      block.kind === "paragraph"
        ? block.lines.map(({ text, x, y }) => [text, Math.round(x * 100), Math.round(y * 100)])
        : [],
    ),
  );

it("highlights move no letter", async () => {
  const words = fc.array(
    fc.constantFrom(
      "[cần",
      "viết:",
      "điều",
      "này]",
      "[1]",
      "phát",
      "triển",
      "2026-2030",
      "xx",
      "…",
      "(a)",
      "**đậm**",
      "*nghiêng*",
    ),
    { minLength: 5, maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(words, async (parts) => {
      const document = await documentOf(`\n${parts.join(" ")}\n`);
      const norm = chooseNorm(document);
      const plain = paginate(style(document, norm));
      const marked = paginate(style(document, norm, new Map(), openParts));
      expect(places(marked)).toEqual(places(plain));
      const text = (pages: readonly Page[]) =>
        pages.flatMap(({ body }) => body.flatMap(segmentsOf)).map((one) => one.text);
      expect(text(marked).join("")).toBe(text(plain).join(""));
    }),
    { numRuns: 40 },
  );
});
