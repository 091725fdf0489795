import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { style } from "../src/layout/style/index.js";
import type { Document } from "../src/model/document.js";
import type { Inline } from "../src/model/inline.js";
import type { Cell } from "../src/model/table.js";
import { chooseNorm } from "../src/norms/choose.js";
import { buildDocx } from "../src/writers/docx/build.js";
import { finishDocx } from "../src/writers/docx/finishing.js";
import { writeDocx } from "../src/writers/docx/index.js";
import { partsOf } from "../src/writers/docx/package-parts.js";

const CREATED = new Date(Date.UTC(2026, 0, 1));

const words = fc.constantFrom(
  ...[
    "12",
    "1.234",
    "Xã Thử 7",
    "",
    "a < b & \"c\" > 'd'",
    "\uF101",
    "x\u0007y",
    "  hai  dấu cách ",
    "92,28%",
    "một\u00a0hai",
  ],
);
const run = fc
  .record({ text: words, bold: fc.boolean(), italic: fc.boolean(), bound: fc.integer({ max: 9, min: 0 }) })
  .map(({ text, bold, italic, bound }): Inline => {
    const looks = { ...(bold ? { bold: true as const } : {}), ...(italic ? { italic: true as const } : {}) };
    return bound === 0 && text.trim() !== ""
      ? { kind: "figure", text, binding: "vt:C02/tinh/2026-nam", ...looks }
      : { kind: "text", text, ...looks };
  });
const cell = fc.array(fc.array(run, { maxLength: 2 }), { maxLength: 2 }).map((paragraphs): Cell => ({ paragraphs }));
const row = fc.oneof(
  { weight: 8, arbitrary: fc.array(cell, { minLength: 3, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.tuple(cell, cell).map(([one, other]) => [{ ...one, colSpan: 2 }, other]) },
);

function documentOf(rows: readonly (readonly Cell[])[], length: number): Document {
  const head = ["Đơn vị", "Số", "Ghi chú"].map((text): Cell => ({ paragraphs: [[{ kind: "text", text }]] }));
  const body = Array.from({ length }, (_, index) => [...(rows[index % rows.length] ?? [])]);
  const table = { columns: [{}, {}, {}], headerRows: 1, rows: [head, ...body] };
  return {
    ...{ family: "party", type: "bao-cao", notes: [], annexes: [] },
    body: [
      { kind: "table", table },
      { kind: "paragraph", inlines: [{ kind: "text", text: "Hết." }] },
    ],
  } as Document;
}

/** A document as `docx` alone writes it. */
async function byDocxAlone(document: Document): Promise<Uint8Array> {
  const styled = style(document, chooseNorm(document));
  return finishDocx(await partsOf(buildDocx(styled, { title: styled.title })), { created: CREATED, mirrored: false });
}

it("rows of long tables are written as docx writes them, letter for letter", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const document = documentOf(rows, 230);
      const styled = style(document, chooseNorm(document));
      const written = unzipSync(await writeDocx(styled, { created: CREATED, title: styled.title }));
      const expected = unzipSync(await byDocxAlone(document));
      expect(Object.keys(written)).toEqual(Object.keys(expected));
      for (const [path, part] of Object.entries(expected))
        expect(strFromU8(written[path] ?? new Uint8Array()), path).toBe(strFromU8(part));
    }),
    { numRuns: 15 },
  );
});
