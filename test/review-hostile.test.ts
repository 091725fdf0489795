/** PDFs from outside that are broken or made to harm: each ends with a fault or its text, none with an exception. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PDF_LIMITS, type PdfContent, type PdfFault } from "../src/review/pdf/content.js";
import { extractPdf } from "../src/review/pdf/extract.js";
import { flowOfPdf } from "../src/review/pdf/flow-of-pdf.js";
import { openPdf } from "../src/review/pdf/open-pdf.js";
import { HOSTILE, PLAIN } from "./hostile-pdfs.js";
import { baseVersion, pdfOf } from "./review.sample.js";

/** What needs a thread that can be ended is in the interop tests of the bundle. */
const ENDLESS = ["forms that draw each other, doubling", "a stream that unpacks to gigabytes"];
const EXPECTED: Readonly<Record<string, PdfFault>> = {
  "cut after its head": "broken",
  "cut before its table": "broken",
  "pages that are their own child": "broken",
  "pages in a circle": "broken",
  "a million pages that are not there": "tooManyPages",
  "a form that draws itself": "tooMuch",
  "a password": "password",
  "no letter at all": "noText",
};

const words = (content: PdfContent | PdfFault): string =>
  typeof content === "string"
    ? content
    : flowOfPdf(content)
        .blocks.map((block) => ("text" in block ? block.text : ""))
        .join();

describe("hostile PDFs", () => {
  it.each(Object.keys(HOSTILE).filter((name) => !ENDLESS.includes(name)))("%s", async (name) => {
    const read = await extractPdf(HOSTILE[name]?.() ?? new Uint8Array(), { ...PDF_LIMITS, time: 20_000, memory: 256 });
    expect(words(read)).toBe(EXPECTED[name] ?? "So 12 ngay 5 thang 6");
  });

  it("are refused by their size, their pages and their text", async () => {
    expect(await openPdf(PLAIN, { ...PDF_LIMITS, file: 100 })).toBe("tooLarge");
    const pdf = await pdfOf(await baseVersion());
    expect(await extractPdf(pdf, { ...PDF_LIMITS, pages: 1 })).toBe("tooManyPages");
    expect(await extractPdf(pdf, { ...PDF_LIMITS, runs: 10 })).toBe("tooMuch");
    expect(await extractPdf(pdf, { ...PDF_LIMITS, time: -1 })).toBe("tooSlow");
    expect(await extractPdf(new Uint8Array(), PDF_LIMITS)).toBe("empty");
  });

  it("may be cut anywhere or have any byte changed", async () => {
    const pdf = await pdfOf(await baseVersion());
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: pdf.length - 1 }),
        fc.boolean(),
        fc.nat(255),
        async (at, cut, byte) => {
          const changed = cut ? pdf.slice(0, at) : Uint8Array.from(pdf);
          if (!cut) changed[at] = byte;
          const read = await extractPdf(changed, PDF_LIMITS);
          if (typeof read !== "string") flowOfPdf(read);
        },
      ),
      { numRuns: 40 },
    );
  });
});
