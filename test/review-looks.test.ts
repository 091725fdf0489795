/** Looks that change while the words stay: each is reported with both values, and nothing else is. */

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import type { StyledBlock, StyledDocument, StyledParagraph } from "../src/layout/styled.js";
import { render } from "../src/render.js";
import { type Comparison, compareFlows } from "../src/review/compare/compare-flows.js";
import { gravityOf } from "../src/review/report/result.js";
import { FONTS } from "./fixture-documents.js";
import { BODY, baseVersion, documentOf, docxFlow, docxOf, flowIn, type SampleVersion } from "./review.sample.js";

const PARAGRAPH = "Đảng uỷ đã phân công";

/** The file with the XML of the paragraph or table around some words changed. */
function edited(
  bytes: Uint8Array,
  element: "w:p" | "w:tbl",
  words: string,
  change: (xml: string) => string,
): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const at = xml.indexOf(words);
  const start = Math.max(xml.lastIndexOf(`<${element}>`, at), xml.lastIndexOf(`<${element} `, at));
  const end = xml.indexOf(`</${element}>`, at) + `</${element}>`.length;
  if (at < 0 || start < 0) throw new Error(`no «${words}» in the file`);
  const [before, after] = [xml.slice(start, end), change(xml.slice(start, end))];
  if (before === after) throw new Error("nothing was changed");
  return zipSync({ ...parts, "word/document.xml": strToU8(xml.slice(0, start) + after + xml.slice(end)) });
}

const inParagraph = (property: string) => (xml: string) => xml.replace("</w:pPr>", `${property}</w:pPr>`);
const inRuns = (property: string) => (xml: string) =>
  xml.replace(
    /<w:r(?: [^>]*)?>(?:<w:rPr>(.*?)<\/w:rPr>)?/gu,
    (_, own: string = "") => `<w:r><w:rPr>${own}${property}</w:rPr>`,
  );

const told = ({ changes }: Comparison) => changes.map(({ kind, oldText, newText }) => [kind, oldText, newText]);

describe("a Word file in which was changed", () => {
  const CASES: readonly (readonly [string, (xml: string) => string, readonly [string, string, string]])[] = [
    ["the alignment", inParagraph('<w:jc w:val="center"/>'), ["paragraph", "canh đều hai bên", "canh giữa"]],
    [
      "the indent",
      inParagraph('<w:ind w:left="567" w:firstLine="0"/>'),
      ["paragraph", "cả đoạn thụt trái 0 mm", "cả đoạn thụt trái 10 mm"],
    ],
    [
      "the page's beginning",
      inParagraph("<w:pageBreakBefore/>"),
      ["paragraph", "không sang trang mới", "sang trang mới"],
    ],
    [
      "the spacing",
      inParagraph('<w:spacing w:before="600" w:after="600" w:line="480" w:lineRule="auto"/>'),
      ["spacing", "", "cách trên 30 pt, cách dưới 30 pt, giãn dòng 2 dòng"],
    ],
    ["the underline", inRuns('<w:u w:val="single"/>'), ["font", "không có chữ gạch chân", "gạch chân cả đoạn"]],
    ["a stroke through it", inRuns("<w:strike/>"), ["font", "không có chữ gạch ngang", "gạch ngang cả đoạn"]],
    ["the colour", inRuns('<w:color w:val="FF0000"/>'), ["font", "không có chữ màu", "màu FF0000 cả đoạn"]],
    ["the weight", inRuns("<w:b/>"), ["font", "không có chữ đậm", "đậm cả đoạn"]],
    ["the size", inRuns('<w:sz w:val="24"/>'), ["font", "cỡ 14", "cỡ 12"]],
  ];
  it.each(CASES)("%s", async (_, change, [kind, before, after]) => {
    const bytes = await docxOf(await baseVersion());
    const compared = compareFlows(docxFlow(bytes), docxFlow(edited(bytes, "w:p", PARAGRAPH, change)));
    expect(told(compared)).toEqual([[kind, before === "" ? expect.stringContaining("cách trên") : before, after]]);
    expect(compared.changes[0]?.blocks).toBe(1);
    expect(gravityOf(compared.changes)).toBe(1);
    expect(compared.changes[0]?.stretches?.[0]?.text).toContain(PARAGRAPH);
  });

  it("the weight of some words", async () => {
    const old = await flowIn("docx", await baseVersion());
    const [first = ""] = BODY.split("2. Đảng uỷ");
    const bold = { document: await documentOf(BODY.replace("2. Đảng uỷ đã phân công", "**2. Đảng uỷ đã phân công**")) };
    expect(first).not.toBe(BODY);
    for (const form of ["docx", "draft"] as const) {
      const compared = compareFlows(old, await flowIn(form, bold));
      expect(told(compared)).toEqual([["font", "không có chữ đậm", "đậm “2. Đảng uỷ đã phân công”"]]);
    }
  });

  it("the borders of a table", async () => {
    const bytes = await docxOf(await baseVersion());
    const bare = edited(bytes, "w:tbl", "Khu phố Cầu Ngói", (xml) =>
      xml.replace(/<w:(?:tblBorders|tcBorders)>.*?<\/w:(?:tblBorders|tcBorders)>/gu, ""),
    );
    expect(told(compareFlows(docxFlow(bytes), docxFlow(bare)))).toEqual([["border", "kẻ đủ viền", "không kẻ viền"]]);
  });

  it("the style of most paragraphs, with its values", async () => {
    const bytes = await docxOf(await baseVersion());
    const parts = unzipSync(bytes);
    const styles = strFromU8(parts["word/styles.xml"] ?? new Uint8Array());
    const wider = zipSync({ ...parts, "word/styles.xml": strToU8(styles.replaceAll('w:line="380"', 'w:line="440"')) });
    const [change, ...others] = compareFlows(docxFlow(bytes), docxFlow(wider)).changes;
    expect(others).toEqual([]);
    expect([change?.kind, change?.oldText, change?.newText]).toEqual([
      "spacing",
      "giãn dòng đúng 19 pt",
      "giãn dòng đúng 22 pt",
    ]);
  });
});

describe("pictures", () => {
  function picture(colour: number): Uint8Array {
    const png = new PNG({ width: 60, height: 30 });
    png.data.fill(colour);
    return Uint8Array.from(PNG.sync.write(png));
  }
  async function signed(image: Uint8Array | undefined): Promise<Uint8Array> {
    const document = await documentOf();
    const signatures = (document.signatures ?? []).map((one) =>
      image === undefined ? one : { ...one, image: "ky.png" },
    );
    const { files } = await render(
      { document: { ...document, signatures } },
      { formats: ["docx"], fonts: FONTS, readAttachment: async () => image },
    );
    return files[0]?.bytes ?? new Uint8Array();
  }

  it("are known by what they hold", async () => {
    const [one, other, none] = [await signed(picture(90)), await signed(picture(160)), await signed(undefined)].map(
      docxFlow,
    );
    if (one === undefined || other === undefined || none === undefined) throw new Error("no flow");
    expect(compareFlows(one, one).changes).toEqual([]);
    expect(told(compareFlows(one, other))).toEqual([["image", "ảnh cũ", "ảnh khác"]]);
    expect(told(compareFlows(one, none))).toEqual([["image", "có ảnh", "không có ảnh"]]);
    expect(told(compareFlows(none, one))).toEqual([["image", "không có ảnh", "có ảnh"]]);
    expect(compareFlows(none, one, { ignoreLayout: true }).changes).toEqual([]);
  });
});

/** Changes paragraphs of running text. */
function restyled(change: (paragraph: StyledParagraph) => StyledParagraph) {
  const inBlock = (block: StyledBlock): StyledBlock =>
    block.kind === "paragraph" && block.align === "justify" ? change(block) : block;
  return (styled: StyledDocument): StyledDocument => ({
    ...styled,
    sections: styled.sections.map((section) => ({ ...section, blocks: section.blocks.map(inBlock) })),
  });
}

describe("a PDF in which was changed", () => {
  it("the indent of first lines", async () => {
    const flat: SampleVersion = {
      document: await documentOf(),
      restyle: restyled((one) => ({ ...one, firstIndent: 0 })),
    };
    const changes = compareFlows(await flowIn("pdf", await baseVersion()), await flowIn("pdf", flat)).changes.filter(
      ({ group }) => group === "looks",
    );
    expect(changes.map(({ kind }) => kind)).toEqual(["paragraph"]);
    expect(changes[0]).toMatchObject({ oldText: "dòng đầu thụt 10 mm", newText: "dòng đầu thụt 0 mm" });
    expect(changes[0]?.blocks).toBeGreaterThan(8);
  });

  it("the alignment", async () => {
    const ragged: SampleVersion = {
      document: await documentOf(),
      restyle: restyled((one) => ({ ...one, align: "left" })),
    };
    const { changes } = compareFlows(await flowIn("pdf", await baseVersion()), await flowIn("pdf", ragged));
    expect(told({ changes } as Comparison)).toEqual([["paragraph", "canh đều hai bên", "canh trái"]]);
  });
});

describe("margins", () => {
  const narrow = async (): Promise<SampleVersion> => ({
    document: await documentOf(),
    restyle: (styled) => ({
      ...styled,
      sections: styled.sections.map((section) => ({
        ...section,
        margins: { ...section.margins, left: section.margins.left + 28 },
      })),
    }),
  });
  it.each(["draft", "docx"] as const)("of a PDF are compared with those that a %s declares", async (form) => {
    const changes = compareFlows(
      await flowIn(form, await baseVersion()),
      await flowIn("pdf", await narrow()),
    ).changes.filter(({ group }) => group === "looks");
    expect(changes.map(({ kind, oldText, newText }) => [kind, oldText, newText])).toEqual([
      ["margins", "lề trái 30 mm", "lề trái 39,9 mm"],
    ]);
  });
});
