/**
 * Rows of long tables, written as text. `docx` makes some forty objects of a cell; a form of thousands of units would take
 * gigabytes. Cells that differ in nothing but their words share a stencil: the XML that `docx` itself writes for one of
 * them. A row stands in the document that `docx` builds as a mark, and takes its place in the finished part.
 */
import { Document, Paragraph, Table, TableCell, TableRow } from "docx";
import type { StyledCell, StyledRow, StyledTable } from "../../layout/styled.js";
import { type Parts, partsOf } from "./package-parts.js";
import { textOfPart } from "./relationships.js";
import { NOT_IN_XML } from "./runs.js";

/** Tables of fewer rows are written by `docx` alone. */
const LONG = 200;
const DOCUMENT = "word/document.xml";
/** Letters of private use around the number of a mark, and for the words of a cell: no text that is printed has them. */
const MARK = ["\uF100", "\uF101"] as const;
const WORDS = 0xf200;
const MOST_TEXTS = 0x200;

const isLong = ({ role, rows }: StyledTable): boolean => role === "data" && rows.length > LONG;

/** Whether nothing but words stands in a cell: no bookmark, note, image or table, and no cell reaches over rows. */
const isPlainCell = ({ blocks, rowSpan }: StyledCell): boolean =>
  rowSpan === 1 &&
  blocks.length > 0 &&
  blocks.every(
    (block) =>
      block.kind === "paragraph" &&
      block.inlines.every((inline) => inline.kind === "text" && inline.binding === undefined),
  );

/** The words of a plain cell, run by run. */
const textsOf = ({ blocks }: StyledCell): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph" ? block.inlines.flatMap((inline) => (inline.kind === "text" ? [inline.text] : [])) : [],
  );

/** A cell with signs for its words; a run without words stays so. */
function withSigns(cell: StyledCell): StyledCell {
  let next = WORDS;
  return {
    ...cell,
    blocks: cell.blocks.map((block) => {
      if (block.kind !== "paragraph") return block;
      const inlines = block.inlines.map((inline) => {
        if (inline.kind !== "text") return inline;
        next += 1;
        return inline.text === "" ? inline : { ...inline, text: String.fromCharCode(next - 1) };
      });
      return { ...block, inlines };
    }),
  };
}

/** As `docx` escapes text. */
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;",
  "<": "&lt;",
  ">": "&gt;",
};
const escapeText = (text: string): string =>
  text.replace(NOT_IN_XML, "").replace(/[&"'<>]/gu, (sign) => ESCAPES[sign] ?? sign);

/** Builds a cell as `docx` has it. */
export type CellBuilder = (cell: StyledCell, width: number) => TableCell;

interface Stencil {
  readonly cell: TableCell;
  /** Between the words; known once all stencils are compiled. */
  pieces: readonly string[];
}

interface PlainRow {
  readonly cells: readonly { readonly stencil: Stencil; readonly texts: readonly string[] }[];
  readonly opening: string;
}

/** The rows of one document that are written as text. */
export class PlainRows {
  readonly #rows: PlainRow[] = [];
  readonly #stencils = new Map<string, Stencil>();
  /** Properties of rows, by what they say. */
  readonly #openings = new Map<string, { readonly row: TableRow; xml: string }>();

  /**
   * Takes a row over.
   *
   * @param widths of its cells
   * @returns the mark that stands for it; undefined when `docx` has to write it
   */
  take(table: StyledTable, row: StyledRow, widths: readonly number[], build: CellBuilder): TableRow | undefined {
    if (!isLong(table) || row.header || !row.cells.every(isPlainCell)) return undefined;
    const texts = row.cells.map(textsOf);
    if (texts.some((each) => each.length > MOST_TEXTS)) return undefined;
    const cells = row.cells.map((cell, index) => {
      const signed = withSigns(cell);
      const width = widths[index] ?? 0;
      const key = JSON.stringify([signed, width]);
      const known = this.#stencils.get(key) ?? { cell: build(signed, width), pieces: [] };
      this.#stencils.set(key, known);
      return { stencil: known, texts: texts[index] ?? [] };
    });
    const opening = row.cantSplit ? "cantSplit" : "";
    if (!this.#openings.has(opening)) {
      const sample = new TableRow({
        ...(row.cantSplit ? { cantSplit: true } : {}),
        children: [build(emptyCell(row), 1)],
      });
      this.#openings.set(opening, { row: sample, xml: "" });
    }
    const number = this.#rows.push({ cells, opening }) - 1;
    return markRow(number);
  }

  /** Puts the rows in the places of their marks. */
  async putInto(parts: Parts): Promise<void> {
    if (this.#rows.length === 0) return;
    await this.#compile();
    const xml = textOfPart(parts, DOCUMENT);
    const pieces: string[] = [];
    let from = 0;
    for (const number of this.#rows.keys()) {
      const at = xml.indexOf(MARK[0] + number + MARK[1], from);
      if (at === -1) throw new Error(`no mark of row ${number}`);
      const start = xml.lastIndexOf("<w:tr>", at);
      pieces.push(xml.slice(from, start), this.#print(number));
      from = xml.indexOf("</w:tr>", at) + "</w:tr>".length;
    }
    pieces.push(xml.slice(from));
    parts.set(DOCUMENT, pieces.join(""));
  }

  #print(number: number): string {
    const row = this.#rows[number];
    if (row === undefined) throw new Error(`no row for mark ${number}`);
    const cells = row.cells.map(({ stencil: { pieces }, texts }) => {
      const words = texts.filter((text) => text !== "");
      return pieces
        .map((piece, index) => piece + (index < words.length ? escapeText(words[index] ?? "") : ""))
        .join("");
    });
    return `${this.#openings.get(row.opening)?.xml ?? "<w:tr>"}${cells.join("")}</w:tr>`;
  }

  /** Lets `docx` write every stencil once, in a document of their own. */
  async #compile(): Promise<void> {
    const stencils = [...this.#stencils.values()];
    const openings = [...this.#openings.values()];
    const rows = [...openings.map(({ row }) => row), ...stencils.map(({ cell }) => new TableRow({ children: [cell] }))];
    const document = new Document({ sections: [{ children: [new Table({ rows })] }] });
    const xml = textOfPart(await partsOf(document), DOCUMENT);
    const written = xml.match(/<w:tr>.*?<\/w:tr>/gsu) ?? [];
    if (written.length !== rows.length) throw new Error("docx wrote other rows than it was given");
    for (const [index, opening] of openings.entries()) opening.xml = (written[index] ?? "").split("<w:tc>")[0] ?? "";
    for (const [index, stencil] of stencils.entries()) {
      const cell = /<w:tc>.*<\/w:tc>/su.exec(written[openings.length + index] ?? "")?.[0] ?? "";
      stencil.pieces = cell.split(/[\uF200-\uF3FF]/u);
    }
  }
}

const emptyCell = ({ cells }: StyledRow): StyledCell => {
  const [first] = cells;
  if (first === undefined) throw new Error("a row without cells");
  return withSigns(first);
};

const markRow = (number: number): TableRow =>
  new TableRow({ children: [new TableCell({ children: [new Paragraph(`${MARK[0]}${number}${MARK[1]}`)] })] });
