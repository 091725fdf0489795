import { describe, expect, it } from "vitest";
import type { Page } from "../src/layout/page.js";
import { writePdf } from "../src/writers/pdf/index.js";
import {
  note,
  OPTIONS,
  page,
  paragraph,
  place,
  placeTable,
  row,
  split,
  styledDocument,
  table,
  text,
} from "./writer-pdf.builder.js";
import { PdfFile, readMarks, readTree, sketch, type TagNode, textOf } from "./writer-pdf.reader.js";
import { LONG, SENTENCE, samplePages } from "./writer-pdf.sample.js";

async function write(pages: readonly Page[]): Promise<PdfFile> {
  return new PdfFile(await writePdf(pages, styledDocument(), OPTIONS));
}

const treeOf = async (pages: readonly Page[]): Promise<TagNode> => readTree(await write(pages));
const fullText = LONG.inlines.map((inline) => ("text" in inline ? inline.text : "")).join("");

function find(node: TagNode | string, type: string): TagNode[] {
  if (typeof node === "string") return [];
  return [...(node.type === type ? [node] : []), ...node.kids.flatMap((kid) => find(kid, type))];
}

describe("structure tags", () => {
  it("names what everything in the document is, in reading order", async () => {
    const tree = await treeOf(samplePages());
    const short = sketch({ ...tree, kids: tree.kids.filter((kid) => !textOf(kid).startsWith("Các chi bộ")) });
    expect(short).toBe(
      "Document(" +
        [
          'P("Tài liệu lưu hành nội bộ")',
          'P("ĐẢNG UỶ XÃ SUỐI TRONG")',
          'P("ĐẢNG CỘNG SẢN VIỆT NAM")',
          'Title("KẾ HOẠCH")',
          'Title("rà soát danh sách & hồ sơ")',
          'P("-----")',
          'H1("I. Mục đích")',
          'H2("1.1. Yêu cầu")',
          'L(LI(LBody("- Việc thứ nhất")) LI(LBody("- Việc thứ hai")) LI(LBody("- Việc thứ ba")))',
          'Table(TR(TH("Chỉ tiêu") TH("Kết quả")) TR(TD("1") TD("Số chi bộ") TD("12"))' +
            ' TR(TD("2") TD("Số đảng viên") TD("345")))',
          'L(LI(LBody("- Việc thứ tư")))',
          'Note(P("(1) Theo quy định hiện hành."))',
          'P("Địa chỉ liên hệ: văn phòng")',
          'H1("II. Tổ chức")',
          'P("Trần Thị Mẫu" Figure("/Im1"))',
        ].join(" ") +
        ")",
    );
  });

  it("maps the role that PDF 1.7 does not know", async () => {
    const file = await write(samplePages());
    expect(file.dict(file.catalog.StructTreeRoot).RoleMap).toEqual({ Title: "/P" });
  });

  it("makes one element of a paragraph that goes on on the next page", async () => {
    const tree = await treeOf(samplePages());
    const [whole] = tree.kids.filter((kid) => textOf(kid) === fullText);
    expect(typeof whole === "object" ? whole.kids.map((kid) => typeof kid) : []).toEqual(["string", "string"]);
  });

  it("keeps one list where its items go on after a page break and a note", async () => {
    const [first, second] = ["- một", "- hai"].map((words) => paragraph(words, { kind: "listItem" }));
    if (first === undefined || second === undefined) throw new Error("no items");
    const tree = await treeOf([
      page([place(first, 700)], { notes: [note(1, [place(paragraph("(1) chú thích"), 760)])] }),
      page([place(second, 57)]),
    ]);
    expect(sketch(tree)).toBe('Document(L(LI(LBody("- một")) LI(LBody("- hai"))) Note(P("(1) chú thích")))');
  });

  it("goes on with a list item, a note and a cell on the next page", async () => {
    const item = paragraph(SENTENCE.repeat(2).trimEnd(), { kind: "listItem" });
    const [itemHead, itemTail] = split(item, 2, 700, 57);
    const [noteHead, noteTail] = split(paragraph(SENTENCE.repeat(2).trimEnd()), 1, 760, 760);
    if (!itemHead || !itemTail || !noteHead || !noteTail) throw new Error("not split");
    const tree = await treeOf([
      page([itemHead], { notes: [note(3, [noteHead])] }),
      page([itemTail], { notes: [note(3, [noteTail])] }),
    ]);
    expect(find(tree, "LI")).toHaveLength(1);
    expect(find(tree, "Note")).toHaveLength(1);
    expect(textOf(find(tree, "Note")[0] ?? "")).toBe(SENTENCE.repeat(2).trimEnd());
  });

  it("takes a row that is parted by a page break for one row", async () => {
    const source = table([row(["A", SENTENCE.trimEnd(), "B"])]);
    const whole = placeTable(source, [0], 700);
    const part = (from: number, to?: number) => ({
      ...whole,
      rows: whole.rows.map((placed) => ({
        ...placed,
        cells: placed.cells.map((cell) => ({
          ...cell,
          content: cell.content.map((block) =>
            block.kind === "paragraph" ? { ...block, lines: block.lines.slice(from, to) } : block,
          ),
        })),
      })),
    });
    const tree = await treeOf([page([part(0, 2)]), page([part(2)])]);
    expect(find(tree, "TD").map(textOf)).toEqual(["A", SENTENCE.trimEnd(), "B"]);
    expect(find(tree, "TD")[1]?.kids).toHaveLength(2);
  });

  it("takes the same paragraph value at two places for two paragraphs", async () => {
    const star = paragraph("*", { kind: "spacer" });
    const tree = await treeOf([page([place(star, 100), place(star, 200)]), page([place(star, 100)])]);
    expect(sketch(tree)).toBe('Document(P("*") P("*") P("*"))');
  });

  it("leaves out paragraphs without text", async () => {
    const tree = await treeOf([page([place(paragraph(""), 100), place(paragraph("có chữ"), 120)])]);
    expect(sketch(tree)).toBe('Document(P("có chữ"))');
  });

  it("levels headings without jumps, at most six deep, anew after a title", async () => {
    const levels = [2, 4, 4, 3, 1, 2, 3, 4, 5, 6, 7];
    const headings = levels.map((level) =>
      paragraph(`mục ${level}`, { kind: "heading", level, title: `mục ${level}` }),
    );
    const annex = [
      paragraph("PHỤ LỤC", { kind: "title" }),
      paragraph("mục 3", { kind: "heading", level: 3, title: "mục 3" }),
    ];
    const tree = await treeOf([page([...headings, ...annex].map((source, index) => place(source, 60 + 20 * index)))]);
    const types = tree.kids.map((kid) => (typeof kid === "string" ? kid : kid.type));
    expect(types).toEqual(["H1", "H2", "H2", "H2", "H1", "H2", "H3", "H4", "H5", "H6", "H6", "Title", "H1"]);
  });
});

describe("tables", () => {
  it("gives header cells their scope and cells their spans", async () => {
    const tree = await treeOf(samplePages());
    expect(find(tree, "TH").map((cell) => cell.dict.A)).toEqual([
      { O: "/Table", Scope: "/Column", ColSpan: 2 },
      { O: "/Table", Scope: "/Column" },
    ]);
    expect(find(tree, "TD").map((cell) => cell.dict.A)).toEqual(Array(6).fill(undefined));
  });

  it("gives a cell its rows", async () => {
    const tall = row(["Chung", "a"]);
    const first = { ...tall, cells: tall.cells.map((cell, index) => (index === 0 ? { ...cell, rowSpan: 2 } : cell)) };
    const tree = await treeOf([page([placeTable(table([first, row(["b"])], "data", 2), [0, 1], 100)])]);
    expect(find(tree, "TD").map((cell) => cell.dict.A)).toEqual([{ O: "/Table", RowSpan: 2 }, undefined, undefined]);
  });

  it("keeps a cell without text in its row", async () => {
    const tree = await treeOf([page([placeTable(table([row(["", "x"])], "data", 2), [0], 100)])]);
    expect(sketch(tree)).toBe('Document(Table(TR(TD TD("x"))))');
  });

  it("tags the paragraphs of a cell that has several, and its lists", async () => {
    const plain = row(["một"]);
    const [cell] = plain.cells;
    if (cell === undefined) throw new Error("no cell");
    const several = { ...cell, blocks: ["hai", "ba"].map((words) => paragraph(words)) };
    const listed = { ...cell, blocks: [paragraph("- bốn", { kind: "listItem" })] };
    const source = table([{ ...plain, cells: [cell, several, listed] }]);
    expect(sketch(await treeOf([page([placeTable(source, [0], 100)])]))).toBe(
      'Document(Table(TR(TD("một") TD(P("hai") P("ba")) TD(L(LI(LBody("- bốn")))))))',
    );
  });

  it("makes artifacts of header rows shown again and of page numbers", async () => {
    const file = await write(samplePages());
    const second = readMarks(file, file.pages[1]?.dict ?? {});
    const artifacts = second.filter((mark) => mark.artifact === "/Pagination").map((mark) => mark.text);
    expect(artifacts).toEqual(["Chỉ tiêu", "Kết quả", "2"]);
  });

  it("puts a data table inside a layout table among its paragraphs", async () => {
    const inner = placeTable(table([row(["trong"])], "data", 1), [0], 120);
    const outer = placeTable(table([row(["ngoài"])], "layout", 1), [0], 100);
    const nested = {
      ...outer,
      rows: outer.rows.map((placed) => ({
        ...placed,
        cells: placed.cells.map((cell) => ({ ...cell, content: [...cell.content, inner] })),
      })),
    };
    expect(sketch(await treeOf([page([nested])]))).toBe('Document(P("ngoài") Table(TR(TD("trong"))))');
  });
});

describe("notes and figures", () => {
  it("gives each note an identifier that the tree of identifiers leads to", async () => {
    const notes = [7, 8].map((number) => note(number, [place(paragraph(`(${number}) lời chú`), 700 + 20 * number)]));
    const file = await write([page([place(paragraph("thân"), 100)], { notes })]);
    const tree = readTree(file);
    const ids = find(tree, "Note").map((element) => file.text(element.dict.ID));
    expect(ids).toEqual(["note-00001", "note-00002"]);
    const names = file.array(file.dict(file.dict(file.catalog.StructTreeRoot).IDTree).Names);
    expect(names.filter((_, index) => index % 2 === 0).map((name) => file.text(name))).toEqual(ids);
    expect(names.filter((_, index) => index % 2 === 1).map((ref) => file.text(file.dict(ref).ID))).toEqual(ids);
  });

  it("describes a signature to those who do not see it", async () => {
    const file = await write(samplePages());
    const [figure] = find(readTree(file), "Figure");
    expect(file.text(figure?.dict.Alt)).toBe("Chữ ký của Bí thư");
    const attributes = file.dict(figure?.dict.A);
    expect(attributes).toMatchObject({ O: "/Layout", Placement: "/Inline" });
    const box = file.array(attributes.BBox).map(Number);
    expect(box.map((edge) => Math.round(edge * 10) / 10)).toEqual([115, 411.9, 205, 441.9]);
  });

  it("makes an artifact of an image without a description", async () => {
    const pages = samplePages();
    const [image] =
      samplePages()[1]
        ?.body.flatMap((b) => (b.kind === "paragraph" ? b.lines : []))
        .flatMap((l) => l.images) ?? [];
    if (image === undefined) throw new Error("no image");
    const placed = place(paragraph([text("tên")]), 100);
    const lines = placed.lines.map((line) => ({ ...line, images: [{ ...image, image: { ...image.image, alt: "" } }] }));
    const file = await write([page([{ ...placed, lines }])]);
    const marks = readMarks(file, file.pages[0]?.dict ?? {});
    expect(marks.find((mark) => mark.kind === "image")?.artifact).toBe("/Layout");
    expect(find(readTree(file), "Figure")).toEqual([]);
    expect(pages).toHaveLength(2);
  });
});

describe("the tree as PDF readers walk it", () => {
  it("leads from each marked content back to its element", async () => {
    const file = await write(samplePages());
    const root = file.dict(file.catalog.StructTreeRoot);
    const numbers = file.array(file.dict(root.ParentTree).Nums);
    expect(file.dict(root.ParentTree).Limits).toBeUndefined();
    for (const { dict } of file.pages) {
      const elements = file.array(numbers[numbers.indexOf(Number(dict.StructParents)) + 1]);
      const used = new Set(readMarks(file, dict).flatMap((mark) => (mark.mcid === undefined ? [] : [mark.mcid])));
      expect([...used].sort((a, b) => a - b)).toEqual(elements.map((_, index) => index));
      for (const element of elements) expect(file.dict(element).Type ?? file.dict(element).S).toBeDefined();
      expect(dict.Tabs).toBe("/S");
    }
  });

  it("marks everything on a page, as content or as an artifact", async () => {
    const file = await write(samplePages());
    for (const { dict } of file.pages) {
      for (const mark of readMarks(file, dict)) expect(mark.mcid ?? mark.artifact, JSON.stringify(mark)).toBeDefined();
    }
  });
});
