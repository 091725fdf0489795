import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { findingsOfBindings } from "../src/importing/binding-findings.js";
import { readOwnDocx } from "../src/importing/own-docx.js";
import { Document } from "../src/model/document.js";
import { boundFigures } from "../src/report/bound/walk.js";
import { OWN_DRAFT, ownDocx, readOwnDraft } from "./own-docx.sample.js";

let made: Document;
let bytes: Uint8Array;
beforeAll(async () => {
  // keys in the order of the model, so that texts compare
  made = Document.parse(await readOwnDraft(OWN_DRAFT));
  bytes = await ownDocx(made);
});

/** The file with its body's XML edited. */
function edited(edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const changed = edit(xml);
  if (changed === xml) throw new Error("nothing was edited");
  return zipSync({ ...parts, "word/document.xml": strToU8(changed) });
}

async function back(file: Uint8Array) {
  const reading = await readOwnDocx(file);
  if (!reading.ok) throw new Error(reading.fault);
  return reading.value;
}

/** Paragraphs of a body's XML, the innermost. */
const PARAGRAPH = /<w:p>(?:(?!<w:p[ >]).)*?<\/w:p>/gsu;
const paragraphWith = (xml: string, words: string): string => {
  const found = (xml.match(PARAGRAPH) ?? []).find((paragraph) => paragraph.includes(words));
  if (found === undefined) throw new Error(`no paragraph with ${words}`);
  return found;
};
const bindings = (document: Document) => [...boundFigures(document)].map(({ figure }) => [figure.binding, figure.text]);

const C02 = "vt:C02/tinh/2026-nam";

describe("a Word file of ours", () => {
  it("is read back as it was made", async () => {
    const { document, intact, changes } = await back(bytes);
    expect({ document, intact, changes }).toEqual({ document: made, intact: true, changes: [] });
  });

  it("keeps everything that was not edited, when one number is", async () => {
    const { document, intact, changes } = await back(edited((xml) => xml.replace(">1.054<", ">1.055<")));
    expect(intact).toBe(false);
    expect(changes).toEqual([{ kind: "changed", binding: C02, before: "1.054", after: "1.055" }]);
    const first = bindings(document)[0];
    expect(first).toEqual([C02, "1.055"]);
    const restored = structuredClone(document);
    for (const { figure } of boundFigures(restored)) if (figure.text === "1.055") figure.text = "1.054";
    expect(restored).toEqual(made);
  });

  it("follows a paragraph that was moved", async () => {
    const { document, changes } = await back(
      edited((xml) => {
        const [moved, before] = [paragraphWith(xml, "đoàn viên ưu tú"), paragraphWith(xml, "Trong năm, toàn tỉnh")];
        return xml.replace(moved, "").replace(before, moved + before);
      }),
    );
    expect(changes).toEqual([]);
    const texts = (of: Document) => of.body.map((block) => JSON.stringify(block));
    expect(texts(document).toSorted()).toEqual(texts(made).toSorted());
    expect(texts(document)).not.toEqual(texts(made));
  });

  it("says which figure went with its words", async () => {
    const { document, changes } = await back(edited((xml) => xml.replace(paragraphWith(xml, "đoàn viên ưu tú"), "")));
    expect(changes).toMatchObject([
      { kind: "lost", binding: "vt:D10/tinh/2026-nam", before: "312" },
      { kind: "lost", binding: "vt:D11/tinh/2026-nam", before: "96" },
    ]);
    expect(document.body).toHaveLength(made.body.length - 1);
    const [first] = findingsOfBindings(changes, "bao-cao.docx");
    expect(first).toMatchObject({ id: "own-docx/figure-lost", place: { file: "bao-cao.docx" } });
    expect(first?.found).toContain("“Các cấp công đoàn giới thiệu 312 đoàn viên ưu tú");
    expect(first?.remedy).toContain("[312](vt:D10/tinh/2026-nam)");
  });

  it("says which figure is only a number now", async () => {
    const { document, changes } = await back(
      edited((xml) => xml.replace(/<w:bookmarkStart w:name="vt_[^>]*\/>(?=(?:(?!<w:bookmarkStart).)*?>1\.054<)/su, "")),
    );
    expect(changes).toMatchObject([{ kind: "lost", binding: C02, before: "1.054" }]);
    expect(bindings(document).some(([binding]) => binding === C02)).toBe(
      bindings(made).filter(([b]) => b === C02).length > 1,
    );
  });

  it("keeps the figure of a cell, and the table around it", async () => {
    const { document, changes } = await back(edited((xml) => xml.replace(">77<", ">78<")));
    expect(changes).toEqual([{ kind: "changed", binding: "vt:C02/ven-bien/2026-nam", before: "77", after: "78" }]);
    const tableOf = (of: Document) => of.body.find(({ kind }) => kind === "table");
    expect(JSON.stringify(tableOf(document))).toBe(JSON.stringify(tableOf(made)).replace('"77"', '"78"'));
  });

  it("takes words that were typed in, and leaves the head alone", async () => {
    const { document, changes } = await back(
      edited((xml) => xml.replace("Trong năm, toàn tỉnh", "Năm qua, &lt;b&gt; [x](vt:A/b/c) toàn tỉnh ta")),
    );
    expect(changes).toEqual([]);
    expect(JSON.stringify(document)).toBe(
      JSON.stringify(made).replace("Trong năm, toàn tỉnh", "Năm qua, <b> [x](vt:A/b/c) toàn tỉnh ta"),
    );
  });

  it("joins a number that an editor has torn into runs, and knows a copied bookmark", async () => {
    const { changes, document } = await back(
      edited((xml) =>
        xml
          .replace(/<w:t[^>]*>1\.054<\/w:t><\/w:r>/u, "<w:t>1.</w:t></w:r><w:r><w:t>054</w:t></w:r>")
          .replace("toàn tỉnh", "toàn tỉnh ta")
          .replace(/(w:name="vt_[0-9a-f]+_\d+)(")/u, "$1 Copy 1$2"),
      ),
    );
    expect(changes).toEqual([]);
    expect(bindings(document)).toEqual(bindings(made));
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["no zip", strToU8("Không phải Word")],
    ["a zip of something", zipSync({ "a.txt": strToU8("a") })],
  ])("is no file of ours: %s", async (_, file) => {
    expect(await readOwnDocx(file)).toEqual({ ok: false, fault: "foreign" });
  });

  it("never binds a number to another path, whatever is deleted or exchanged", async () => {
    const texts = new Map(bindings(made).map(([binding, text]) => [binding, text]));
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.integer({ min: 0, max: 9 })), async (choices) => {
        const file = edited((xml) => {
          const paragraphs = xml.match(PARAGRAPH) ?? [];
          const inBody = paragraphs.filter((paragraph) => paragraph.includes("vt_") && !paragraph.includes("w:tc>"));
          let out = `${xml} `;
          for (const paragraph of inBody) {
            const choice = choices.next().value;
            if (choice === 0) out = out.replace(paragraph, "");
            if (choice === 1) out = out.replace(paragraph, paragraph + paragraph);
            if (choice === 2)
              out = out.replace(paragraph, paragraph.replace(/<w:t[^>]*>[^<]*<\/w:t>/u, "<w:t>mới </w:t>"));
          }
          return out;
        });
        const { document, changes } = await back(file);
        const told = new Set(changes.map(({ binding }) => binding));
        for (const [binding = "", text] of bindings(document)) {
          if (!told.has(binding)) expect(text).toBe(texts.get(binding));
        }
        const still = new Set(bindings(document).map(([binding]) => binding));
        for (const [binding = ""] of bindings(made)) expect(still.has(binding) || told.has(binding)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
