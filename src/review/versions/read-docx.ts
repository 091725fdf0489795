/** A Word file as a flow: ours by the model that it carries, as long as it tells what the file shows; others by their text. */
import { openArchive } from "../../archive/archive.js";
import { recogniseFile } from "../../archive/file-kind.js";
import { paginate } from "../../layout/paginate/index.js";
import { style } from "../../layout/style/index.js";
import { Document } from "../../model/document.js";
import { chooseNorm } from "../../norms/choose.js";
import {
  DOCX_LIMITS,
  type DocxBlock,
  type DocxFault,
  type DocxParagraph,
  type DocxTable,
  type DocxText,
  readDocx,
} from "../../source/docx/index.js";
import { readEmbeddedModel } from "../../writers/docx/embedded-model.js";
import type { ReadableParts } from "../../writers/docx/relationships.js";
import { visibleTextOf } from "../../writers/docx/visible-text.js";
import {
  type Flow,
  type FlowBlock,
  type FlowCell,
  isOrnament,
  textOfBlock,
  tidy,
  withoutOrnaments,
} from "../flow/flow.js";
import { marksHeading, readMark } from "../flow/mark.js";
import { opensAnnex, placeBlocks, tableRows } from "../flow/places.js";
import { sha256Of } from "../sha256.js";
import { readDocxLooks } from "./docx-looks.js";
import { dressFlow } from "./dress-flow.js";
import { flowOfStyled } from "./read-styled.js";

/** Parts that hold text, looks and the model; pictures stay packed. */
const WANTED = /\.(?:xml|rels)$/iu;

/** The XML parts, unpacked within limits; undefined when one cannot be. */
function partsOf(archive: ReturnType<typeof openArchive>): ReadableParts | undefined {
  if (typeof archive === "string") return undefined;
  const parts = new Map<string, Uint8Array>();
  for (const name of archive.names.filter((one) => WANTED.test(one))) {
    const part = archive.part(name);
    if (typeof part === "string") return undefined;
    parts.set(name, part.bytes);
  }
  return parts;
}

const LETTERHEAD = /ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:OÀ|ÒA) XÃ HỘI CHỦ NGHĨA/u;
const CLOSING = /^(?:Nơi nhận|T\/M|TM\.|K\/T|KT\.|T\/L|TL\.|T\.U\.Q|TUQ\.)/mu;
/** Recipients, a brace, its words, the signatures. */
const MOST_BESIDE = 5;
/** Letterheads stand among the first blocks. */
const FIRST_BLOCKS = 4;

/** Whether a table only sets things side by side. */
function setsSideBySide(rows: readonly (readonly string[])[], index: number): boolean {
  const cells = rows.flat();
  if (rows.some((row) => row.length > MOST_BESIDE)) return false;
  return cells.some((cell) => CLOSING.test(cell) || (index < FIRST_BLOCKS && LETTERHEAD.test(cell)));
}

function besideParagraphs(texts: readonly string[]): FlowBlock[] {
  return (
    texts
      // a brace parts the recipients from what is said of them
      .flatMap((text) => text.split(/[\n{}]/u))
      .map(tidy)
      .filter((text) => !isOrnament(text))
      .map((text) => ({ kind: "paragraph", text, place: {}, beside: true }))
  );
}

/** Brackets that are left of a note's mark: Word counts the number between them. */
const withoutNoteMarks = (text: string): string =>
  tidy(withoutOrnaments(text.replace(/\(\s*\)/gu, "").split("\n")).join(" "));

/** Texts of a list may have an outline level too, in files whose styles were drawn up carelessly. */
function isHeading({ outlineLevel, bold }: DocxParagraph, text: string): boolean {
  const { mark } = readMark(text);
  if (outlineLevel === undefined) return bold && (marksHeading(mark) || opensAnnex(text));
  return mark === "" || marksHeading(mark);
}

/** A note's mark, of which the number is counted by Word. */
const NOTE_MARK = /^\s*(?:\(\s*\d*\s*\)|\d{1,3}\s*\(\s*\))\s*/u;

const bareNote = (note: string): string => tidy(note.replace(NOTE_MARK, ""));

class TextReader {
  readonly blocks: FlowBlock[] = [];
  /** Index of the block that carries a note's mark, by the note's text. */
  readonly hosts = new Map<string, number>();
  #tables = 0;

  read(blocks: readonly DocxBlock[]): void {
    for (const [index, block] of blocks.entries()) {
      if (block.kind === "table") this.#table(block, index);
      else {
        const text = withoutNoteMarks(block.text);
        if (isOrnament(text)) continue;
        for (const note of block.notes) this.hosts.set(bareNote(note), this.blocks.length);
        this.blocks.push({ kind: isHeading(block, text) ? "heading" : "paragraph", text, place: {} });
      }
    }
  }

  #table({ rows, spans }: DocxTable, index: number): void {
    if (setsSideBySide(rows, index)) {
      this.blocks.push(...besideParagraphs(rows.flat()));
      return;
    }
    this.#tables += 1;
    const table = this.#tables;
    const raw = rows.flatMap((row, at) => {
      const cells = row.flatMap((text, index): FlowCell[] => {
        const { column, columns } = spans[at]?.[index] ?? { column: index, columns: 1 };
        const said = tidy(withoutOrnaments(text.split("\n")).join(" "));
        return said === "" ? [] : [{ column, text: said, ...(columns > 1 ? { span: columns } : {}) }];
      });
      return cells.length === 0 ? [] : [{ cells, header: false, place: { table } }];
    });
    this.blocks.push(...tableRows(raw, true));
  }
}

/** The flow of a Word file by its text. */
function flowOfText(text: DocxText, parts: ReadableParts | undefined): Flow {
  const reader = new TextReader();
  reader.read(text.blocks);
  const visible = parts === undefined ? undefined : visibleTextOf(parts, "omitted");
  const notes: FlowBlock[] = (visible?.notes ?? [])
    .map(bareNote)
    .filter((note) => !isOrnament(note))
    .map((note) => ({ kind: "note", text: note, place: {} }));
  const furniture = (visible?.furniture ?? []).flatMap((text, index) =>
    // what is left of `Trang 2/7` without its fields
    besideParagraphs(/^trang\s*(?:[/|]\s*)?$/iu.test(text.trim()) ? [] : [text]).map(
      (block): FlowBlock => ({ ...block, place: { part: visible?.furnitureParts[index] ?? "header" } }),
    ),
  );
  const blocks = [...furniture, ...reader.blocks, ...notes];
  const hosts = notes.flatMap((note, index) => {
    const host = reader.hosts.get(textOfBlock(note));
    return host === undefined ? [] : [[blocks.length - notes.length + index, furniture.length + host] as const];
  });
  return { kind: "docx", fidelity: "file", blocks: placeBlocks(blocks, new Map(hosts)) };
}

/** Words and numbers; single letters and digits are left to marks and notes, which text has and the model's flow has not. */
const TELLING = /[\p{L}\p{M}\p{N}]{2,}/gu;

/** How often each word of a flow occurs, whatever their order. */
function countWords(flow: Flow): Map<string, number> {
  const counts = new Map<string, number>();
  for (const block of flow.blocks) {
    const ordinal = block.kind === "row" ? (block.ordinal ?? "") : "";
    for (const word of `${ordinal} ${textOfBlock(block)}`.match(TELLING) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function sameWords(one: Flow, other: Flow): boolean {
  const [counts, others] = [countWords(one), countWords(other)];
  return counts.size === others.size && [...counts].every(([word, count]) => others.get(word) === count);
}

/** The flow of the model that a file of ours carries; undefined when there is none, or it tells something else than the text. */
function flowOfModel(parts: ReadableParts, visible: Flow): Flow | undefined {
  const embedded = readEmbeddedModel(parts);
  if (!embedded?.intact) return undefined;
  const parsed = Document.safeParse(embedded.model);
  if (!parsed.success) return undefined;
  const styled = style(parsed.data, chooseNorm(parsed.data));
  const flow = flowOfStyled(styled, paginate(styled), "docx");
  return sameWords(flow, visible) ? flow : undefined;
}

/**
 * Reads a Word file.
 *
 * @param bytes any file at all
 * @returns the flow, or why there is none
 */
export function flowOfDocx(bytes: Uint8Array): Flow | DocxFault {
  const text = readDocx(bytes);
  if (typeof text === "string") return text;
  const archive = recogniseFile(bytes) === "zip" ? openArchive(bytes, DOCX_LIMITS) : undefined;
  const parts = archive === undefined ? undefined : partsOf(archive);
  const visible = flowOfText(text, parts);
  if (parts === undefined) return visible;
  const hashOf = (name: string): string | undefined => {
    const part = typeof archive === "object" ? archive.part(name) : undefined;
    return typeof part === "object" ? sha256Of(part.bytes) : undefined;
  };
  return dressFlow(flowOfModel(parts, visible) ?? visible, readDocxLooks(parts, hashOf));
}
