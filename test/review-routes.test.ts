/** One document by several routes: its draft, its Word file with and without the model, its PDF. Nothing changed. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { paginate } from "../src/layout/paginate/index.js";
import { compareFlows } from "../src/review/compare/compare-flows.js";
import { flowOfStyled } from "../src/review/versions/read-styled.js";
import { fixtureStyled, renderFixture } from "./fixture-documents.js";
import { docxFlow, pdfFlow } from "./review.sample.js";

/** Tables over several pages, notes, braces, State letterheads, articles, annexes; all fixtures go through LibreOffice too. */
const NAMES = [
  "bao-cao",
  "ke-hoach-5-nam",
  "ke-hoach-nhiem-ky",
  "ke-hoach-ban-to-chuc",
  "quy-che",
  "nn-quyet-dinh",
  "lien-co-quan",
];

/** The same file as somebody else would have made it. */
function withoutModel(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const model = strFromU8(parts["customXml/item1.xml"] ?? new Uint8Array());
  return zipSync({ ...parts, "customXml/item1.xml": strToU8(model.replace(/textHash="/u, 'textHash="x')) });
}

describe.each(NAMES)("%s", (name) => {
  it("is the same by every route", async () => {
    const { styled } = await fixtureStyled(name);
    const { files } = await renderFixture(name, ["docx", "pdf"]);
    const bytesOf = (format: string): Uint8Array =>
      files.find((file) => file.format === format)?.bytes ?? new Uint8Array();
    const routes = {
      draft: flowOfStyled(styled, paginate(styled), "draft"),
      docx: docxFlow(bytesOf("docx")),
      foreign: docxFlow(withoutModel(bytesOf("docx"))),
      pdf: await pdfFlow(bytesOf("pdf")),
    };
    expect([routes.docx.fidelity, routes.foreign.fidelity, routes.pdf.fidelity]).toEqual(["model", "file", "guess"]);
    expect(routes.pdf.pages).toBe(routes.draft.pages);
    const all = Object.entries(routes);
    for (const [oldName, old] of all) {
      for (const [newName, neu] of all)
        expect({ [`${oldName} ${newName}`]: compareFlows(old, neu).changes }).toEqual({
          [`${oldName} ${newName}`]: [],
        });
    }
  });
});
