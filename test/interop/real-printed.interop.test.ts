/** Real Word files, taken over, printed and read again; long, and only where ../shared is. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { importDocx } from "../../src/importing/index.js";
import type { Document } from "../../src/model/document.js";
import { render } from "../../src/render.js";
import { FONTS } from "../fixture-documents.js";

const FOLDER = new URL("../../../shared/real/", import.meta.url);
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".docx")) : [];

async function take(bytes: Uint8Array): Promise<Document> {
  const outcome = await importDocx(bytes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  expect([...outcome.value.lost, ...outcome.value.invented]).toEqual([]);
  return outcome.value.document;
}

/** The file without the model that ours carry. */
function stripped(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  return zipSync(Object.fromEntries(parts.filter(([name]) => !name.startsWith("customXml/"))));
}

/** A document but for what printing decides: where lines break, capitals of annex titles, kèm-theo lines, "Dự thảo". */
function asPrinted({ draftMark: _, subject = [], annexes, ...document }: Document) {
  return {
    ...document,
    subject: subject.join(" "),
    annexes: annexes.map(({ title, attachment: _attachment, ...annex }) => ({
      ...annex,
      title: title.join(" ").toLocaleUpperCase("vi"),
    })),
  };
}

describe.skipIf(files.length === 0)("files of real offices", () => {
  it.each(files)("%s is the same document once it was printed and read again", async (name) => {
    const document = await take(readFileSync(new URL(name, FOLDER)));
    const { files: printed } = await render({ document }, { formats: ["docx"], fonts: FONTS, asDraft: true });
    const again = await take(stripped(printed[0]?.bytes ?? new Uint8Array()));
    expect(asPrinted(again)).toEqual(asPrinted(document));
  });
});
