/** The sample drafts of fixtures/, read and laid out as the product does. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readFonts } from "../src/assets.js";
import { style } from "../src/layout/style/index.js";
import type { StyledDocument } from "../src/layout/styled.js";
import type { Document } from "../src/model/document.js";
import { chooseNorm } from "../src/norms/choose.js";
import type { Norm } from "../src/norms/norm.js";
import { projectText, type TextProjection } from "../src/projection/project-text.js";
import { type OutputFormat, type Rendering, render } from "../src/render.js";
import { type DraftReading, parseDraft } from "../src/source/draft/index.js";

const FOLDER = new URL("../fixtures/", import.meta.url).pathname;

/** Names of the sample drafts, without their ending. */
export const FIXTURES: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .map((name) => basename(name, ".md"))
  .sort();

const readAttachment = async (path: string): Promise<Uint8Array | undefined> =>
  existsSync(join(FOLDER, path)) ? readFileSync(join(FOLDER, path)) : undefined;

export const FONTS = readFonts();

/** Reads one draft; its findings may hold anything. */
export async function readFixture(name: string): Promise<DraftReading> {
  return parseDraft(readFileSync(join(FOLDER, `${name}.md`)), { file: `${name}.md`, readAttachment });
}

/** The document of a draft that is known to be right. */
export async function fixtureDocument(name: string): Promise<Document> {
  const { document, findings } = await readFixture(name);
  if (document === undefined) throw new Error(`${name}: ${findings.map(({ found }) => found).join("; ")}`);
  return document;
}

export async function fixtureStyled(name: string): Promise<{ document: Document; norm: Norm; styled: StyledDocument }> {
  const document = await fixtureDocument(name);
  const norm = chooseNorm(document);
  return { document, norm, styled: style(document, norm) };
}

export async function renderFixture(name: string, formats: readonly OutputFormat[]): Promise<Rendering> {
  const document = await fixtureDocument(name);
  return render({ document }, { formats, fonts: FONTS, readAttachment });
}

/** Entries of Nơi nhận beside the signature: those that have no row of their own below it. */
function recipientsBeside(document: Document, styled: StyledDocument): number {
  const closing = styled.sections[0]?.blocks
    .filter((block) => block.kind === "table" && block.role === "layout")
    .at(-1);
  const below = closing?.kind === "table" ? closing.rows.length - 1 : 0;
  const entries = (document.recipients?.length ?? 0) + (document.drafter === undefined ? 0 : 1);
  return entries - below;
}

/** The words that DOCX and PDF must contain. */
export function project(document: Document, norm: Norm, styled: StyledDocument): TextProjection {
  return projectText(document, norm, { recipientsBeside: recipientsBeside(document, styled) });
}

/** Words of some lines of text, NFC. */
export const wordsOf = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.normalize("NFC").split(/[\s\u00a0]+/u)).filter((word) => word !== "");
