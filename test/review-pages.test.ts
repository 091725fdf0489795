/** Pages of PDFs: turned ones, heads and feet, page numbers. */
import { describe, expect, it } from "vitest";
import { compareFlows } from "../src/review/compare/compare-flows.js";
import { gravityOf } from "../src/review/report/result.js";
import { baseVersion, pdfFlow, pdfOf } from "./review.sample.js";

/** A PDF in which the pages' dictionaries hold something more; readers find objects anew where offsets are wrong. */
function withPageEntry(pdf: Uint8Array, entry: string, page: number): Uint8Array {
  let count = 0;
  const text = Buffer.from(pdf).toString("latin1");
  const edited = text.replace(/\/Type \/Page\b(?!s)/gu, (found) => (++count === page ? `${entry} ${found}` : found));
  if (edited === text) throw new Error(`no page ${page}`);
  return new Uint8Array(Buffer.from(edited, "latin1"));
}

describe("a page that was turned", () => {
  it.each([90, 180, 270])("by %d degrees has the same words, and is told", async (degrees) => {
    const pdf = await pdfOf(await baseVersion());
    const [old, neu] = [await pdfFlow(pdf), await pdfFlow(withPageEntry(pdf, `/Rotate ${degrees}`, 2))];
    for (const [one, other] of [
      [old, neu],
      [neu, old],
    ] as const) {
      const { changes } = compareFlows(one, other);
      expect(changes.map(({ kind, new: place }) => [kind, place?.page])).toEqual([["margins", 2]]);
      expect(gravityOf(changes)).toBe(1);
    }
    expect(compareFlows(neu, neu).changes).toEqual([]);
  });
});
