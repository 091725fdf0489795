/** A document of ours as a flow: from its styled form, which holds every printed word with what it is. */
import type { Page, PlacedBlock } from "../../layout/page.js";
import type {
  StyledBlock,
  StyledCell,
  StyledDocument,
  StyledInline,
  StyledParagraph,
  StyledTable,
} from "../../layout/styled.js";
import {
  type BlockLook,
  type BoundStretch,
  type Flow,
  type FlowBlock,
  type FlowCell,
  type FlowImage,
  type FlowParagraph,
  type FlowText,
  isOrnament,
  type VersionKind,
} from "../flow/flow.js";
import { placeBlocks, type RawRow, tableRows } from "../flow/places.js";
import { sha256Of } from "../sha256.js";
import { type LookedText, lookOfRuns } from "./text-look.js";

/** Text of inlines with the stretches of bound figures; marks of notes are left out. */
function textOfInlines(inlines: readonly StyledInline[]): FlowText {
  let text = "";
  const bound: BoundStretch[] = [];
  for (const inline of inlines) {
    if (inline.kind !== "text") continue;
    // single blanks, as in every other source; the ends are trimmed below
    const added = inline.text.normalize("NFC").replace(/[\s\u00a0]+/gu, " ");
    const piece = text === "" || text.endsWith(" ") ? added.trimStart() : added;
    if (inline.binding !== undefined)
      bound.push({ start: text.length, end: text.length + piece.length, path: inline.binding });
    text += piece;
  }
  return { text: text.trimEnd(), ...(bound.length === 0 ? {} : { bound }) };
}

function joined(texts: readonly FlowText[]): FlowText {
  let text = "";
  const bound: BoundStretch[] = [];
  for (const one of texts) {
    const at = text === "" ? 0 : text.length + 1;
    text = text === "" ? one.text : `${text} ${one.text}`;
    for (const { start, end, path } of one.bound ?? []) bound.push({ start: start + at, end: end + at, path });
  }
  return { text, ...(bound.length === 0 ? {} : { bound }) };
}

/** The look of inlines: marks of notes are no part of the words. */
export function lookOfInlines(inlines: readonly StyledInline[], font: string): BlockLook | undefined {
  return lookOfRuns(
    inlines.flatMap((inline): LookedText[] => {
      if (inline.kind !== "text" || inline.superscript) return [];
      const { text, size, bold, italic, underline, color } = inline;
      return [
        {
          text,
          look: {
            font,
            size,
            bold: bold === true,
            italic: italic === true,
            underline: underline === true,
            colour: color ?? "000000",
          },
        },
      ];
    }),
  );
}

/** The look of a paragraph with its place between the margins. */
function lookOfParagraph(paragraph: StyledParagraph, font: string): BlockLook | undefined {
  const look = lookOfInlines(paragraph.inlines, font);
  if (look === undefined) return undefined;
  const { align, left, right, firstIndent, before, after, line } = paragraph;
  return {
    ...look,
    align: align === "justify" ? "both" : align,
    start: left + firstIndent,
    left,
    right,
    before,
    after,
    line: `${line.rule} ${line.value}`,
  };
}

const paragraphsOf = (block: StyledBlock): readonly StyledParagraph[] =>
  block.kind === "paragraph"
    ? [block]
    : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(paragraphsOf)));

/** On which page each paragraph begins, counted from 1. */
function pagesOfParagraphs(pages: readonly Page[]): Map<StyledParagraph, number> {
  const found = new Map<StyledParagraph, number>();
  const visit = (block: PlacedBlock, page: number): void => {
    if (block.kind === "paragraph") {
      if (!found.has(block.source)) found.set(block.source, page);
    } else {
      for (const row of block.rows) {
        if (row.repeated) continue;
        for (const cell of row.cells) for (const content of cell.content) visit(content, page);
      }
    }
  };
  for (const [index, { body, furniture }] of pages.entries()) {
    for (const block of [...body, ...furniture]) visit(block, index + 1);
  }
  return found;
}

class StyledReader {
  readonly blocks: FlowBlock[] = [];
  /** Indices of the blocks that carry the marks of notes, by the notes' indices. */
  readonly hosts = new Map<number, number>();
  readonly #pages: Map<StyledParagraph, number>;
  /** Index of the block that carries a note's mark, by its number. */
  readonly #marked = new Map<number, number>();
  #tables = 0;

  constructor(
    private readonly styled: StyledDocument,
    pages: readonly Page[],
  ) {
    this.#pages = pagesOfParagraphs(pages);
  }

  read(pages: readonly Page[]): void {
    for (const section of this.styled.sections) {
      this.#add(section.firstPageTop, true);
      this.#add(section.blocks, false);
      this.#add([...section.firstPageFoot, ...section.lastPageFoot], true);
    }
    const pageOfNote = new Map(
      pages.flatMap((page, index) => page.notes.map(({ note }) => [note, index + 1] as const)).reverse(),
    );
    for (const note of this.styled.notes) {
      const { text, bound } = joined(note.paragraphs.map(({ inlines }) => textOfInlines(inlines)));
      const look = lookOfInlines(note.paragraphs[0]?.inlines ?? [], this.styled.font);
      const page = pageOfNote.get(note.note);
      const host = this.#marked.get(note.note);
      if (host !== undefined) this.hosts.set(this.blocks.length, host);
      this.blocks.push({
        kind: "note",
        text,
        ...(bound === undefined ? {} : { bound }),
        ...(look === undefined ? {} : { look }),
        place: page === undefined ? {} : { page },
      });
    }
  }

  #add(blocks: readonly StyledBlock[], beside: boolean): void {
    for (const block of blocks) {
      if (block.kind === "paragraph") this.#paragraph(block, beside);
      else if (block.role === "layout") this.#add(paragraphsOf(block), true);
      else this.blocks.push(...this.#table(block));
    }
  }

  #mark(inlines: readonly StyledInline[], index: number): void {
    for (const inline of inlines) if (inline.kind === "noteMark") this.#marked.set(inline.note, index);
  }

  #placeOf(paragraph: StyledParagraph | undefined): { readonly page?: number } {
    const page = paragraph === undefined ? undefined : this.#pages.get(paragraph);
    return page === undefined ? {} : { page };
  }

  #paragraph(paragraph: StyledParagraph, beside: boolean): void {
    const { text, bound } = textOfInlines(paragraph.inlines);
    if (isOrnament(text)) return;
    this.#mark(paragraph.inlines, this.blocks.length);
    const look = lookOfParagraph(paragraph, this.styled.font);
    const block: FlowParagraph = {
      kind: paragraph.structure.kind === "heading" ? "heading" : "paragraph",
      text,
      ...(bound === undefined ? {} : { bound }),
      ...(look === undefined ? {} : { look }),
      ...(beside ? { beside } : {}),
      place: this.#placeOf(paragraph),
    };
    this.blocks.push(block);
  }

  #table(table: StyledTable): FlowBlock[] {
    this.#tables += 1;
    const number = this.#tables;
    /** Rows that a cell above still covers, by column. */
    const covered = table.columns.map(() => 0);
    const raw: RawRow[] = [];
    for (const { cells, header } of table.rows) {
      const kept: FlowCell[] = [];
      let column = 0;
      for (const cell of cells) {
        while ((covered[column] ?? 0) > 0) column += 1;
        const { text, bound } = this.#cell(cell);
        const span = cell.colSpan > 1 ? { span: cell.colSpan } : {};
        if (text !== "") kept.push({ column, text, ...span, ...(bound === undefined ? {} : { bound }) });
        for (let at = column; at < column + cell.colSpan; at++) covered[at] = cell.rowSpan;
        column += cell.colSpan;
      }
      for (const [at, rows] of covered.entries()) covered[at] = Math.max(0, rows - 1);
      const paragraphs = cells.flatMap((cell) => cell.blocks.flatMap(paragraphsOf));
      const first = paragraphs.find((one) => textOfInlines(one.inlines).text !== "");
      const inlines = paragraphs.flatMap((one) => one.inlines);
      const look = lookOfInlines(inlines, this.styled.font);
      const place = { table: number, ...this.#placeOf(first) };
      this.#mark(inlines, this.blocks.length + raw.length);
      if (kept.length > 0) raw.push({ cells: kept, header, place, ...(look === undefined ? {} : { look }) });
    }
    return tableRows(raw);
  }

  #cell(cell: StyledCell): FlowText {
    return joined(
      cell.blocks
        .flatMap(paragraphsOf)
        .map(({ inlines }) => textOfInlines(inlines))
        .filter(({ text }) => text !== ""),
    );
  }
}

/** Pictures of a document, with the words before them. */
function imagesOf(styled: StyledDocument): FlowImage[] {
  const images: FlowImage[] = [];
  let near = "";
  for (const paragraph of styled.sections.flatMap(({ blocks }) => blocks.flatMap(paragraphsOf))) {
    for (const inline of paragraph.inlines)
      if (inline.kind === "image") images.push({ sha256: sha256Of(inline.data), near });
    near = textOfInlines(paragraph.inlines).text || near;
  }
  return images;
}

/**
 * The flow of a styled document.
 *
 * @param pages its pages, which say where each block begins
 */
export function flowOfStyled(styled: StyledDocument, pages: readonly Page[], kind: VersionKind): Flow {
  const reader = new StyledReader(styled, pages);
  reader.read(pages);
  return {
    kind,
    fidelity: "model",
    blocks: placeBlocks(reader.blocks, reader.hosts),
    pages: pages.length,
    images: imagesOf(styled),
    frames: {
      by: "declared",
      frames: styled.sections.map(({ width, height, margins, mirrored }) => ({
        width,
        height,
        ...margins,
        ...(mirrored ? { mirrored: true } : {}),
      })),
    },
  };
}
