import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Document } from "../src/model/document.js";
import { parseDraft } from "../src/source/draft/index.js";
import { writeDraft } from "../src/writers/draft/index.js";
import { documents } from "./source-draft-arbitraries.js";

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const readAttachment = async (): Promise<Uint8Array> => PNG;

describe("a document written as a draft", () => {
  it("reads back as the same document", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const draft = writeDraft(document);
        const { document: back, findings } = await parseDraft(draft, { readAttachment });
        expect(
          findings.filter(({ severity }) => severity === "error"),
          draft,
        ).toEqual([]);
        expect(back, draft).toStrictEqual(document);
      }),
      { numRuns: 250 },
    );
  });

  it("is a document of the model, and a draft written twice is the same draft", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        expect(Document.parse(document)).toStrictEqual(document);
        const draft = writeDraft(document);
        const { document: back } = await parseDraft(draft, { readAttachment });
        expect(back && writeDraft(back)).toBe(draft);
      }),
      { numRuns: 100 },
    );
  });
});
