/** Word files that are made of the sample drafts. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "../src/render.js";
import { parseDraft } from "../src/source/draft/index.js";

const FIXTURES = new URL("../fixtures/", import.meta.url).pathname;
const NONE = new Uint8Array();
const FONTS = { regular: NONE, bold: NONE, italic: NONE, boldItalic: NONE };

/** Names of the sample drafts that have no fault. */
export const SOUND_DRAFTS: readonly string[] = [
  ...readdirSync(FIXTURES).filter((name) => name.endsWith(".md") && name !== "README.md"),
  "faulty/khong-loi.md",
];

/** A sample draft as a Word file; what has no number yet as a draft. */
export async function printFixture(name: string): Promise<Uint8Array> {
  const readAttachment = async (name: string) =>
    existsSync(join(FIXTURES, name)) ? readFileSync(join(FIXTURES, name)) : undefined;
  const reading = await parseDraft(readFileSync(join(FIXTURES, name)), { readAttachment });
  const { document } = reading;
  if (document === undefined) throw new Error(name);
  const asDraft = document.number?.sequence === undefined || document.date?.day === undefined;
  const { files } = await render(
    { ...reading, document },
    { formats: ["docx"], asDraft, fonts: FONTS, readAttachment },
  );
  const [file] = files;
  if (file === undefined) throw new Error(`${name} is not printed`);
  return file.bytes;
}

/** All of them, by the names of their files. */
export const printedFixtures = (): Promise<readonly (readonly [string, Uint8Array])[]> =>
  Promise.all(SOUND_DRAFTS.map(async (name) => [name.replace(/^.*\/|\.md$/gu, ""), await printFixture(name)] as const));
