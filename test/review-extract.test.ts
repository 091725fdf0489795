/** Letters and lines of a PDF: where they stand, what is one run, and that none is lost. */
import { describe, expect, it } from "vitest";
import { PDF_LIMITS, type PdfPage } from "../src/review/pdf/content.js";
import { extractPdf } from "../src/review/pdf/extract.js";
import { renderFixture } from "./fixture-documents.js";
import { pdfOfObjects } from "./hostile-pdfs.js";
import { wordsByPdfjs } from "./pdf-words.oracle.js";

async function pagesOf(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const content = await extractPdf(bytes, PDF_LIMITS);
  if (typeof content === "string") throw new Error(content);
  return content.pages;
}

describe.each(["ke-hoach-5-nam", "nn-quyet-dinh", "lien-co-quan"])("%s", (name) => {
  it("is read as another library reads it", async () => {
    const { files } = await renderFixture(name, ["pdf"]);
    const bytes = files[0]?.bytes ?? new Uint8Array();
    const words = (await pagesOf(bytes)).map(({ runs }) =>
      runs
        .map(({ text }) => text)
        .join("")
        .replace(/\s+/gu, ""),
    );
    expect(words).toEqual(await wordsByPdfjs(bytes));
  });
});

/** A page with a font of fixed width, 600 of 1000. @param more entries of the page */
async function pageOf(drawn: string, more = "", forms: readonly string[] = []): Promise<PdfPage> {
  const stream = (text: string, dictionary = "") => ({ dictionary, stream: Buffer.from(text, "latin1") });
  const named = forms.map((_, index) => `/X${index} ${index + 6} 0 R`).join(" ");
  const resources = `/Resources << /Font << /F 5 0 R >> /XObject << ${named} >> >>`;
  const [page] = await pagesOf(
    pdfOfObjects([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R ${resources} ${more} >>`,
      stream(drawn),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
      ...forms.map((form) =>
        stream(
          form,
          "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [1 0 0 1 0 10] /Resources << /Font << /F 5 0 R >> >>",
        ),
      ),
    ]),
  );
  if (page === undefined) throw new Error("no page");
  return page;
}

const rounded = ({ runs }: PdfPage) =>
  runs.map(({ text, x, y, width, size }) => [text, ...[x, y, width, size].map((value) => Math.round(value * 10) / 10)]);

describe("letters", () => {
  it("stand where they are drawn, from the top left corner", async () => {
    expect(rounded(await pageOf("BT /F 10 Tf 50 700 Td (So 12) Tj ET"))).toEqual([["So 12", 50, 100, 30, 10]]);
  });

  it.each([
    [90, "0 1 -1 0 500 50"],
    [180, "-1 0 0 -1 550 700"],
    [270, "0 -1 1 0 100 750"],
  ])("stand upright on a page that is turned by %i degrees", async (degrees, matrix) => {
    const page = await pageOf(`BT /F 10 Tf ${matrix} Tm (So 12) Tj ET`, `/Rotate ${degrees}`);
    expect([page.width, page.height]).toEqual(degrees === 180 ? [600, 800] : [800, 600]);
    expect(rounded(page)).toEqual([["So 12", 50, degrees === 180 ? 700 : 500, 30, 10]]);
  });

  it("keep their place when only a part of the page is shown", async () => {
    const page = await pageOf("BT /F 10 Tf 50 700 Td (So 12) Tj ET", "/CropBox [20 30 580 780]");
    expect([page.width, page.height, ...rounded(page)]).toEqual([560, 750, ["So 12", 30, 80, 30, 10]]);
  });

  it("are one run until they stand apart, and two words where a blank would fit", async () => {
    expect(rounded(await pageOf("BT /F 10 Tf 50 700 Td [(So) -300 (12) -3000 (34)] TJ ET"))).toEqual([
      ["So 12", 50, 100, 27, 10],
      ["34", 107, 100, 12, 10],
    ]);
  });

  it("come in the order in which they are drawn, those of forms at their place", async () => {
    const page = await pageOf(
      "BT /F 10 Tf 300 700 Td (mot) Tj ET q 2 0 0 2 0 0 cm /X0 Do Q BT /F 10 Tf 50 700 Td (ba) Tj ET",
      "",
      ["BT /F 10 Tf 50 100 Td (hai) Tj ET 20 50 m 70 50 l S"],
    );
    expect(rounded(page)).toEqual([
      ["mot", 300, 100, 18, 10],
      ["hai", 100, 580, 36, 20],
      ["ba", 50, 100, 12, 10],
    ]);
    expect(page.rules).toEqual([{ x1: 40, y1: 680, x2: 140, y2: 680 }]);
  });
});

describe("lines", () => {
  it("are strokes, sides of boxes and thin boxes that are filled; short ones and wide boxes are none", async () => {
    const { rules } = await pageOf(
      "BT /F 10 Tf 50 700 Td (So) Tj ET 10 20 m 90 20 l S 10 30 m 13 30 l S 100 100 50 40 re S 10 200 80 1 re f 10 300 80 60 re f",
    );
    expect(rules).toEqual([
      { x1: 10, y1: 780, x2: 90, y2: 780 },
      { x1: 100, y1: 700, x2: 150, y2: 700 },
      { x1: 150, y1: 660, x2: 150, y2: 700 },
      { x1: 100, y1: 660, x2: 150, y2: 660 },
      { x1: 100, y1: 660, x2: 100, y2: 700 },
      { x1: 10, y1: 599.5, x2: 90, y2: 599.5 },
    ]);
  });
});
