/** A small typesetter for the tests of the PDF writer: it fills `Page[]` by hand, with the product's own advances. */
import { readFileSync } from "node:fs";
import { faceOf, textWidth } from "../src/layout/face.js";
import type {
  Face,
  Page,
  PlacedBlock,
  PlacedCell,
  PlacedLine,
  PlacedNote,
  PlacedParagraph,
  PlacedRow,
  PlacedTable,
  Rule,
  Segment,
} from "../src/layout/page.js";
import type {
  RunLook,
  Structure,
  StyledDocument,
  StyledImage,
  StyledInline,
  StyledParagraph,
  StyledRow,
  StyledTable,
} from "../src/layout/styled.js";
import type { PdfOptions } from "../src/writers/pdf/index.js";

export const WIDTH = 595.3;
export const HEIGHT = 841.9;
export const LEFT = 85;
const SIZE = 14;
const LEADING = 18;

const font = (name: string): Uint8Array => readFileSync(new URL(`../fonts/Tinos-${name}.ttf`, import.meta.url));

/** The fonts of the product, read once: parsed fonts are kept by array. */
export const FONTS: Readonly<Record<Face, Uint8Array>> = {
  regular: font("Regular"),
  bold: font("Bold"),
  italic: font("Italic"),
  boldItalic: font("BoldItalic"),
};

export const OPTIONS: PdfOptions = { fonts: FONTS, created: new Date("2026-03-02T01:02:03Z") };

export function styledDocument(title = "Kế hoạch thử nghiệm"): StyledDocument {
  return { title, language: "vi-VN", font: "Times New Roman", styles: [], sections: [], notes: [] };
}

export function text(words: string, look: Partial<RunLook> = {}): StyledInline {
  return { kind: "text", text: words, size: SIZE, ...look };
}

export function paragraph(
  content: string | readonly StyledInline[],
  structure: Structure = { kind: "paragraph" },
  align: StyledParagraph["align"] = "justify",
): StyledParagraph {
  return {
    kind: "paragraph",
    style: "Body",
    structure,
    inlines: typeof content === "string" ? [text(content)] : content,
    markSize: SIZE,
    align,
    firstIndent: 0,
    left: 0,
    right: 0,
    before: 0,
    after: 0,
    line: { rule: "exact", value: LEADING },
    keepNext: false,
    keepLines: false,
  };
}

const drawnSize = (look: RunLook): number => (look.superscript ? look.size * 0.65 : look.size);

interface Word {
  readonly pieces: readonly { readonly text: string; readonly inline: StyledInline }[];
  readonly width: number;
}

/** Words with their looks, parted at U+0020; the look of a word's first piece is that of the blank after it. */
function wordsOf(source: StyledParagraph): Word[] {
  const words: { pieces: { text: string; inline: StyledInline }[]; width: number }[] = [{ pieces: [], width: 0 }];
  for (const inline of source.inlines) {
    if (inline.kind !== "text" && inline.kind !== "noteMark") continue;
    for (const [index, piece] of inline.text.split(" ").entries()) {
      if (index > 0) words.push({ pieces: [], width: 0 });
      const word = words.at(-1);
      if (word === undefined || piece === "") continue;
      word.pieces.push({ text: piece, inline });
      word.width += textWidth(piece, faceOf(inline), drawnSize(inline));
    }
  }
  return words;
}

function segmentsOf(words: readonly Word[], x: number, gap: number): Segment[] {
  const segments: { -readonly [K in keyof Segment]: Segment[K] }[] = [];
  let at = x;
  const put = (piece: string, inline: StyledInline): void => {
    if (inline.kind === "image" || inline.kind === "pageNumber") return;
    const face = faceOf(inline);
    const spaces = piece.split(" ").length - 1;
    const size = drawnSize(inline);
    const width = textWidth(piece, face, size) + spaces * gap;
    const rise = inline.superscript ? inline.size * 0.33 : 0;
    const last = segments.at(-1);
    if (
      last?.face === face &&
      last.size === size &&
      last.rise === rise &&
      last.underline === (inline.underline ?? false) &&
      last.color === inline.color
    ) {
      last.text += piece;
      last.width += width;
    } else {
      const color = inline.color === undefined ? {} : { color: inline.color };
      segments.push({
        text: piece,
        face,
        size,
        x: at,
        width,
        gap,
        rise,
        underline: inline.underline ?? false,
        ...color,
      });
    }
    at += width;
  };
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]?.pieces.at(-1);
    if (index > 0) put(" ", before?.inline ?? word.pieces[0]?.inline ?? text(" "));
    for (const piece of word.pieces) put(piece.text, piece.inline);
  }
  return segments;
}

/** Breaks a paragraph into lines from `y` on, in the column from `x`. */
export function placeLines(source: StyledParagraph, x: number, y: number, width: number): PlacedLine[] {
  const words = wordsOf(source);
  const space = textWidth(" ", "regular", SIZE);
  const lines: Word[][] = [];
  let room = -1;
  for (const word of words) {
    const current = lines.at(-1);
    if (current !== undefined && word.width + space <= room) {
      current.push(word);
      room -= word.width + space;
    } else {
      lines.push([word]);
      room = width - word.width;
    }
  }
  const images = source.inlines.filter((inline): inline is StyledImage => inline.kind === "image");
  return lines.map((line, index) => {
    const natural = segmentsOf(line, x, 0).reduce((sum, segment) => sum + segment.width, 0);
    const justified = source.align === "justify" && index < lines.length - 1 && line.length > 1;
    const gap = justified ? (width - natural) / (line.length - 1) : 0;
    const start = source.align === "center" ? x + (width - natural) / 2 : x;
    const top = y + index * LEADING;
    return {
      text: line.map((word) => word.pieces.map((piece) => piece.text).join("")).join(" "),
      x: start,
      y: top,
      height: LEADING,
      baseline: top + 0.8 * LEADING,
      segments: line.every((word) => word.pieces.length === 0) ? [] : segmentsOf(line, start, gap),
      images: index === 0 ? images.map((image) => ({ image, x: x + 30, y: top })) : [],
      notes: [],
    };
  });
}

export function place(source: StyledParagraph, y: number, x = LEFT, width = WIDTH - 2 * LEFT): PlacedParagraph {
  return { kind: "paragraph", source, lines: placeLines(source, x, y, width) };
}

/** The parts of a paragraph on two pages: some lines at the foot of one, the others at the head of the next. */
export function split(source: StyledParagraph, first: number, y: number, top: number): PlacedParagraph[] {
  const lines = place(source, y).lines;
  const moved = place(source, top - first * LEADING).lines;
  return [
    { kind: "paragraph", source, lines: lines.slice(0, first) },
    { kind: "paragraph", source, lines: moved.slice(first) },
  ];
}

export function table(rows: readonly StyledRow[], role: StyledTable["role"] = "data", columns = 3): StyledTable {
  const width = (WIDTH - 2 * LEFT) / columns;
  return { kind: "table", role, columns: Array(columns).fill(width), rows, border: 0.5, padX: 5, padY: 0 };
}

export function row(cells: readonly string[], header = false): StyledRow {
  return {
    cells: cells.map((words) => ({
      blocks: [paragraph(words, { kind: "paragraph" }, "left")],
      colSpan: 1,
      rowSpan: 1,
      verticalAlign: "top",
    })),
    header,
    cantSplit: true,
  };
}

/** Places rows of a table one under the other; numbers in `repeated` are header rows shown again. */
export function placeTable(
  source: StyledTable,
  indices: readonly number[],
  y: number,
  repeated: readonly number[] = [],
): PlacedTable {
  let top = y;
  const rows: PlacedRow[] = [...repeated, ...indices].map((index, position) => {
    const styled = source.rows[index] ?? row([]);
    let x = LEFT;
    const cells: PlacedCell[] = styled.cells.map((cell, column) => {
      const width = (source.columns[column] ?? 0) * cell.colSpan;
      const content: PlacedBlock[] = cell.blocks.map((block) =>
        block.kind === "paragraph"
          ? place(block, top, x + source.padX, width - 2 * source.padX)
          : placeTable(block, [], top),
      );
      const placed = { source: cell, x, y: top, width, height: LEADING, content };
      x += width;
      return placed;
    });
    const height = LEADING * Math.max(1, ...cells.map((cell) => heightOf(cell.content)));
    const result = { source: styled, index, y: top, height, repeated: position < repeated.length, cells };
    top += height;
    return result;
  });
  return { kind: "table", source, rows };
}

const heightOf = (blocks: readonly PlacedBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === "paragraph" ? block.lines.length : block.rows.length), 0);

export function page(body: readonly PlacedBlock[], more: Partial<Page> = {}): Page {
  return {
    section: 0,
    width: WIDTH,
    height: HEIGHT,
    number: 1,
    body,
    notes: [],
    artifacts: [],
    furniture: [],
    rules: [],
    ...more,
  };
}

export const note = (number: number, paragraphs: readonly PlacedParagraph[]): PlacedNote => ({
  note: number,
  paragraphs,
});

export const rule = (x1: number, y1: number, x2: number, y2: number, width = 0.5): Rule => ({ x1, y1, x2, y2, width });

/** Sets paragraphs one under the other on as many pages as they need, with page numbers from the second on. */
export function flow(sources: readonly StyledParagraph[], top = 57, bottom = 785): Page[] {
  const pages: PlacedBlock[][] = [[]];
  let y = top;
  for (const source of sources) {
    let lines = place(source, y).lines;
    while (lines.length > 0) {
      const fit = Math.max(0, Math.floor((bottom - y) / LEADING));
      const here = lines.slice(0, fit);
      if (here.length > 0) pages.at(-1)?.push({ kind: "paragraph", source, lines: here });
      y += here.length * LEADING;
      lines = lines.slice(fit);
      if (lines.length === 0) break;
      pages.push([]);
      y = top;
      lines = place(source, y)
        .lines.slice(-lines.length)
        .map((line, index) => ({ ...shift(line, top + index * LEADING) }));
    }
    y += 6;
  }
  return pages.map((body, index) =>
    page(body, { number: index + 1, artifacts: index === 0 ? [] : [pageNumber(index + 1)] }),
  );
}

const shift = (line: PlacedLine, y: number): PlacedLine => ({ ...line, y, baseline: y + 0.8 * LEADING });

export const pageNumber = (number: number): PlacedParagraph =>
  place(paragraph(String(number), { kind: "paragraph" }, "center"), 28);
