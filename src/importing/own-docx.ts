/**
 * Reads back a Word file that vanthu made. As long as nobody edited its text, the model in it is exact. After an edit the
 * visible text counts: the file is read as anybody's, and what reads as it did when the file was made is taken from the
 * model again, so that an edit changes what was edited and nothing else.
 */
import { isDeepStrictEqual } from "node:util";
import type { Block } from "../model/block.js";
import { Document } from "../model/document.js";
import { render } from "../render.js";
import { boundFigures } from "../report/bound/walk.js";
import { alignInOrder } from "../source/docx/align.js";
import type { ForeignDocument } from "../source/docx/document/contract.js";
import { readForeignDocx } from "../source/docx/document/read-document.js";
import type { DocxFault } from "../source/docx/text.js";
import { readEmbeddedModel } from "../writers/docx/index.js";
import { type BindingChange, bindingFinder, compareBindings, joinFigures } from "./bindings.js";

/** A file of ours, read back. */
export interface OwnDocx {
  readonly document: Document;
  /** The model that it was made from. */
  readonly made: Document;
  /** Nobody has edited its text since. */
  readonly intact: boolean;
  /** Bound figures that were changed, lost or copied by editing. */
  readonly changes: readonly BindingChange[];
  /** How the visible text reads, where it was edited. */
  readonly seen?: ForeignDocument;
}

/** `foreign`: it carries no model of ours, or one that cannot be read. */
export type OwnReading =
  | { readonly ok: true; readonly value: OwnDocx }
  | { readonly ok: false; readonly fault: DocxFault | "foreign" };

/** What no reader can see in a printed document. */
const UNSEEN = ["family", "norm", "type", "author", "presentation"] as const;

/** The model as it reads when its file is written and read unedited; undefined when it cannot be written. */
async function readUnedited(made: Document, bindingOf: (name: string) => string | undefined) {
  const { files } = await render(
    { document: made },
    { formats: ["docx"], asDraft: made.draftMark !== undefined, fonts: NO_FONTS },
  );
  const bytes = files[0]?.bytes;
  const reading = bytes === undefined ? undefined : readForeignDocx(bytes, optionsFor(made, bindingOf));
  return reading?.ok ? joinFigures(reading.value.document, made) : undefined;
}

/** A DOCX embeds none. */
const NONE = new Uint8Array();
const NO_FONTS = { regular: NONE, bold: NONE, italic: NONE, boldItalic: NONE };

const optionsFor = ({ family, norm }: Document, bindingOf: (name: string) => string | undefined) => ({
  family,
  bindingOf,
  ...(norm === undefined ? {} : { norm }),
});

/** Of a table in which cells were edited, everything but these cells; undefined when it has another shape now. */
function takeTable(made: Block, unedited: Block, read: Block): Block | undefined {
  if (made.kind !== "table" || unedited.kind !== "table" || read.kind !== "table") return undefined;
  const shapeOf = ({ table }: typeof made): unknown =>
    table.rows.map((row) => row.map(({ colSpan = 1, rowSpan = 1 }) => [colSpan, rowSpan]));
  const shape = shapeOf(read);
  if (!isDeepStrictEqual(shape, shapeOf(made)) || !isDeepStrictEqual(shape, shapeOf(unedited))) return undefined;
  const rows = made.table.rows.map((row, at) =>
    row.map((cell, column) => {
      const [before, now] = [unedited.table.rows[at]?.[column], read.table.rows[at]?.[column]];
      return now === undefined || isDeepStrictEqual(before?.paragraphs, now.paragraphs)
        ? cell
        : { ...cell, paragraphs: now.paragraphs };
    }),
  );
  return { kind: "table", table: { ...made.table, rows } };
}

/** Blocks as they were made, where they read as they did. */
function takeBlocks(made: readonly Block[], unedited: readonly Block[], read: readonly Block[]): Block[] {
  // a block that is read as several, or not at all, cannot be told from its neighbours
  if (made.length !== unedited.length) return [...read];
  const texts = unedited.map((block) => JSON.stringify(block));
  const own = read.map((block) => JSON.stringify(block));
  const inOrder = new Map(alignInOrder(own.length, texts.length, (row, column) => Number(own[row] === texts[column])));
  const taken = new Set(inOrder.values());
  const take = (at: number): number => {
    // what was moved is out of order
    const same = inOrder.get(at) ?? texts.findIndex((text, index) => text === own[at] && !taken.has(index));
    if (same !== -1) taken.add(same);
    return same;
  };
  const found = read.map((_, at) => take(at));
  return read.map((block, at) => {
    const same = found[at] ?? -1;
    if (same !== -1) return made[same] ?? block;
    const table = made.findIndex(
      (each, index) => !taken.has(index) && takeTable(each, unedited[index] ?? each, block) !== undefined,
    );
    const [own0, before] = [made[table], unedited[table]];
    if (own0 === undefined || before === undefined) return block;
    taken.add(table);
    return takeTable(own0, before, block) ?? block;
  });
}

/** Everything that reads as it did is taken from the model. */
function combine(made: Document, unedited: Document, read: Document): Document {
  const fields = Object.keys({ ...made, ...read }) as (keyof Document)[];
  const unseen: ReadonlySet<string> = new Set(UNSEEN);
  const combined = Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const own = unseen.has(field) || isDeepStrictEqual(unedited[field], read[field]) ? made[field] : read[field];
      return own === undefined ? [] : [[field, own]];
    }),
  );
  const sameAnnexes = made.annexes.length === read.annexes.length && unedited.annexes.length === read.annexes.length;
  const annexes = sameAnnexes
    ? read.annexes.map((annex, at) => {
        const [own, before] = [made.annexes[at], unedited.annexes[at]];
        if (own === undefined || before === undefined) return annex;
        const { blocks, ...head } = annex;
        const { blocks: blocks0, ...head0 } = before;
        return {
          ...(isDeepStrictEqual(head, head0) ? own : annex),
          blocks: takeBlocks(own.blocks, blocks0, blocks),
        };
      })
    : read.annexes;
  return Document.parse({ ...combined, body: takeBlocks(made.body, unedited.body, read.body), annexes });
}

/** The embedded model, when it is one of ours. */
function modelIn(bytes: Uint8Array) {
  try {
    const embedded = readEmbeddedModel(bytes);
    const parsed = Document.safeParse(embedded?.model);
    return embedded === undefined || !parsed.success ? undefined : { made: parsed.data, intact: embedded.intact };
  } catch {
    return undefined;
  }
}

/**
 * Reads back a DOCX that vanthu made. Never throws for a fault of the file.
 *
 * @param bytes any file at all
 * @returns the document, and what became of its bound figures
 */
export async function readOwnDocx(bytes: Uint8Array): Promise<OwnReading> {
  const model = modelIn(bytes);
  if (model === undefined) return { ok: false, fault: "foreign" };
  const { made, intact } = model;
  const paths = [...boundFigures(made)].map(({ figure }) => figure.binding);
  const bindingOf = bindingFinder(paths);
  const reading = readForeignDocx(bytes, optionsFor(made, bindingOf));
  if (!reading.ok) return reading;
  const read = joinFigures(reading.value.document, made);
  // bookmarks may have been taken out although the text is the same
  const changes = compareBindings(made, read);
  if (intact && changes.length === 0) return { ok: true, value: { document: made, made, intact, changes } };
  const unedited = await readUnedited(made, bindingOf);
  const document = unedited === undefined ? read : combine(made, unedited, read);
  return { ok: true, value: { document, made, intact, changes: compareBindings(made, document), seen: reading.value } };
}
