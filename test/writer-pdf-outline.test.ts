import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Page } from "../src/layout/page.js";
import type { StyledParagraph } from "../src/layout/styled.js";
import { HeadingDepths } from "../src/writers/pdf/headings.js";
import { writePdf } from "../src/writers/pdf/index.js";
import { HEIGHT, OPTIONS, page, paragraph, place, styledDocument, text } from "./writer-pdf.builder.js";
import { type PdfDict, PdfFile, type PdfValue, Ref } from "./writer-pdf.reader.js";
import { samplePages } from "./writer-pdf.sample.js";

interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly top: number;
  readonly count: PdfValue;
  readonly children: readonly Bookmark[];
}

function readItems(file: PdfFile, parent: PdfDict): Bookmark[] {
  const items: Bookmark[] = [];
  for (let next = parent.First; next !== undefined; ) {
    const item = file.dict(next);
    const [target, kind, , top, zoom] = file.array(item.Dest);
    expect(kind).toBe("/XYZ");
    expect(zoom).toBeNull();
    items.push({
      title: file.text(item.Title) ?? "",
      page: file.pages.findIndex(({ ref }) => target instanceof Ref && ref.number === target.number),
      top: Number(top),
      count: item.Count,
      children: readItems(file, item),
    });
    next = item.Next;
  }
  return items;
}

async function bookmarks(pages: readonly Page[]): Promise<{ root: PdfDict; items: Bookmark[]; file: PdfFile }> {
  const file = new PdfFile(await writePdf(pages, styledDocument(), OPTIONS));
  if (file.catalog.Outlines === undefined) return { root: {}, items: [], file };
  const root = file.dict(file.catalog.Outlines);
  return { root, items: readItems(file, root), file };
}

const shape = (items: readonly Bookmark[]): string =>
  items.map(({ title, children }) => title + (children.length === 0 ? "" : `(${shape(children)})`)).join(", ");

const title = (words: string): StyledParagraph => paragraph(words, { kind: "title" });
const heading = (level: number, words: string): StyledParagraph =>
  paragraph(words, { kind: "heading", level, title: words });
const stack = (...sources: StyledParagraph[]): Page =>
  page(sources.map((source, index) => place(source, 60 + 20 * index)));

describe("bookmarks", () => {
  it("nests the headings under the title, each with its place", async () => {
    const { items, root, file } = await bookmarks(samplePages());
    expect(shape(items)).toBe("KẾ HOẠCH rà soát danh sách & hồ sơ(I. Mục đích(1.1. Yêu cầu), II. Tổ chức)");
    expect(items[0]).toMatchObject({ page: 0, top: HEIGHT - 100 });
    expect(items[0]?.children[1]).toMatchObject({ page: 1, top: HEIGHT - 300 });
    expect(file.catalog.PageMode).toBe("/UseOutlines");
    expect(root.Count).toBe(4);
  });

  it("opens all levels: each item counts what is seen under it", async () => {
    const { items } = await bookmarks(samplePages());
    expect(items[0]?.count).toBe(3);
    expect(items[0]?.children.map((item) => item.count)).toEqual([1, undefined]);
  });

  it("begins anew at a second title", async () => {
    const { items } = await bookmarks([
      stack(title("QUYẾT ĐỊNH"), heading(1, "Điều 1"), title("PHỤ LỤC"), title("danh sách"), heading(2, "Phần A")),
    ]);
    expect(shape(items)).toBe("QUYẾT ĐỊNH(Điều 1), PHỤ LỤC danh sách(Phần A)");
  });

  it("parts two titles that have text between them", async () => {
    const { items } = await bookmarks([stack(title("MỘT"), paragraph("chữ"), title("HAI"))]);
    expect(shape(items)).toBe("MỘT, HAI");
  });

  it("stands at the top without a title", async () => {
    const { items } = await bookmarks([stack(heading(3, "sâu"), heading(1, "nông"), heading(2, "dưới"))]);
    expect(shape(items)).toBe("sâu, nông(dưới)");
  });

  it("leaves note marks and blanks out of a title", async () => {
    const source = paragraph(
      [
        text("BÁO  CÁO\u00a0"),
        { kind: "noteMark", note: 1, text: "(1)", size: 14, superscript: true },
        text("năm 2026 "),
      ],
      { kind: "title" },
    );
    expect(shape((await bookmarks([stack(source)])).items)).toBe("BÁO CÁO năm 2026");
  });

  it("has no bookmarks where there are no headings", async () => {
    const { file } = await bookmarks([stack(paragraph("chữ"))]);
    expect(file.catalog.Outlines).toBeUndefined();
    expect(file.catalog.PageMode).toBeUndefined();
  });
});

describe("depths of headings", () => {
  it("never jump, and are higher than that of the heading above exactly when the level is", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 })), (levels) => {
        const depths = new HeadingDepths();
        let before = { level: 0, depth: 0 };
        for (const level of levels) {
          const depth = depths.next(level);
          expect(depth).toBeGreaterThanOrEqual(1);
          expect(depth).toBeLessThanOrEqual(level);
          expect(depth - before.depth).toBeLessThanOrEqual(1);
          expect(depth > before.depth).toBe(level > before.level);
          before = { level, depth };
        }
      }),
    );
  });
});
