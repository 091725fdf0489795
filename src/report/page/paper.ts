/** The report itself, painted from the same styled document that DOCX and PDF are written from. */
import type {
  StyledBlock,
  StyledCell,
  StyledDocument,
  StyledInline,
  StyledParagraph,
  StyledTable,
  StyledText,
} from "../../layout/styled.js";
import type { Inline } from "../../model/inline.js";
import { sentenceAt } from "../bound/sentences.js";
import { type Content, Html, html } from "./html.js";
import type { CutRows } from "./long-tables.js";
import type { PageFigures, StandingFigure } from "./page-figures.js";

/** A place where the draft prints something else than the ledger says now. */
export interface MovedPlace {
  readonly figure: StandingFigure;
  /** Id of the element. */
  readonly anchor: string;
  readonly was: string;
  /** Absent where nothing answers the binding any more. */
  readonly now?: string;
  /** The sentence around it. */
  readonly sentence: string;
}

export interface Paper {
  readonly content: Html;
  readonly moved: readonly MovedPlace[];
}

/** Headings of the report stand below the page's own h1 and h2. */
const HEADINGS_ABOVE = 2;
const LOWEST_HEADING = 6;
/** What only a person can write (preflight knows it by its brackets). */
const OPEN_PART = /(\[[^[\]]*(?:cần viết|…)[^[\]]*\])/u;
/** Letters of a sentence that is quoted. */
const LONGEST_SENTENCE = 240;

const textOf = (inlines: readonly StyledInline[]): string =>
  inlines.map((inline) => (inline.kind === "text" || inline.kind === "noteMark" ? inline.text : "")).join("");

/** The sentence around a letter of a paragraph, not too long. */
function sentenceIn(text: string, at: number): string {
  const { start, end } = sentenceAt(text, at);
  const sentence = text.slice(start, end).trim();
  return sentence.length > LONGEST_SENTENCE ? `${sentence.slice(0, LONGEST_SENTENCE - 1)}…` : sentence;
}

/** A piece of a row that was not laid out. */
const plainRun = (inline: Inline): StyledInline => {
  if (inline.kind === "noteMark") return { kind: "noteMark", note: inline.note, text: `(${inline.note})`, size: 0 };
  const { kind, ...run } = inline;
  return { ...run, kind: "text", size: 0 };
};

/** A place that opens a figure: a button in a line of text, and a link that can be copied. */
export const figureButton = (
  { binding, index }: Pick<StandingFigure, "binding" | "index">,
  printed: string,
  look: "" | "moved" | "lost" = "",
  id?: string,
): Html =>
  html`<a role="button" href="#${encodeURI(binding)}" class="so${look === "" ? "" : ` ${look}`}" data-so="${index}" aria-haspopup="dialog"${id === undefined ? "" : html` id="${id}"`}>${printed}</a>`;

class Painter {
  readonly moved: MovedPlace[] = [];
  #tables = 0;

  constructor(
    readonly figures: PageFigures,
    readonly cut: CutRows,
  ) {}

  #look({ bold, italic, underline, superscript }: Omit<StyledText, "kind" | "text">, content: Content): Html {
    let made = html`${content}`;
    if (superscript) made = html`<sup>${made}</sup>`;
    if (underline) made = html`<u>${made}</u>`;
    if (italic) made = html`<i>${made}</i>`;
    return bold ? html`<b>${made}</b>` : made;
  }

  #words(text: string): Content {
    return text.split(OPEN_PART).map((part, index) => (index % 2 === 1 ? html`<mark>${part}</mark>` : part));
  }

  #figure(text: string, standing: StandingFigure, sentence: string): Html {
    const { now, lost } = standing;
    if (now === undefined && !lost) return figureButton(standing, text);
    const anchor = `doi-${this.moved.length + 1}`;
    this.moved.push({ figure: standing, anchor, was: text, sentence, ...(now === undefined ? {} : { now }) });
    if (lost) return html`${figureButton(standing, text, "lost", anchor)}<span class="nay"> (không tra được)</span>`;
    return html`${figureButton(standing, text, "moved", anchor)}<span class="nay"> (nay: <ins>${now}</ins>)</span>`;
  }

  inlines(inlines: readonly StyledInline[], inTable: boolean): Content {
    const whole = textOf(inlines);
    let at = 0;
    return inlines.map((inline): Content => {
      if (inline.kind === "noteMark") return html`<sup><a href="#chu-thich-${inline.note}">${inline.text}</a></sup>`;
      if (inline.kind !== "text") return undefined;
      const { text, binding } = inline;
      const begin = at;
      at += text.length;
      if (binding === undefined) return this.#look(inline, this.#words(text));
      const standing = this.figures.stand(binding, text, inTable ? "cell" : "prose");
      return this.#look(inline, this.#figure(text, standing, inTable ? whole : sentenceIn(whole, begin)));
    });
  }

  #paragraph(paragraph: StyledParagraph, inTable: boolean): Html {
    const { structure, inlines, align, firstIndent, borderTop } = paragraph;
    if (inlines.length === 0) return borderTop === undefined ? html`` : html`<hr>`;
    const content = this.inlines(inlines, inTable);
    if (structure.kind === "spacer") return html`<p class="center" aria-hidden="true">${content}</p>`;
    const classes = [align === "left" ? "" : align, firstIndent > 0 ? "indent" : ""].filter((name) => name !== "");
    if (structure.kind === "title") classes.push("title");
    const look = classes.length === 0 ? html`` : html` class="${classes.join(" ")}"`;
    if (structure.kind !== "heading") return html`<p${look}>${content}</p>`;
    const level = Math.min(LOWEST_HEADING, structure.level + HEADINGS_ABOVE);
    const tag = new Html(`h${level}`);
    return html`<${tag}${look}>${content}</${tag}>`;
  }

  #spans({ colSpan, rowSpan }: StyledCell): Html {
    const columns = colSpan > 1 ? html` colspan="${colSpan}"` : html``;
    return rowSpan > 1 ? html`${columns} rowspan="${rowSpan}"` : columns;
  }

  /** Paragraphs of a cell of data: one stands bare. */
  #cell(cell: StyledCell, header: boolean): Html {
    const [only, ...others] = cell.blocks;
    const isLine = only?.kind === "paragraph" && others.length === 0;
    const align = only?.kind === "paragraph" && only.align !== "left" ? html` class="${only.align}"` : html``;
    const content: Content = isLine ? this.inlines(only.inlines, true) : this.blocks(cell.blocks, true);
    if (header) return html`<th scope="col"${this.#spans(cell)}>${content}</th>`;
    return html`<td${align}${this.#spans(cell)}>${content}</td>`;
  }

  /** Rows that were not laid out stand as the last one that was. */
  #cutRows(model: StyledTable["rows"][number] | undefined): readonly Html[] {
    const aligns = (model?.cells ?? []).map(({ blocks: [only] }) => (only?.kind === "paragraph" ? only.align : "left"));
    return (this.cut.get(this.#tables) ?? []).map((row) => {
      const cells = row.map(({ paragraphs }, at) => {
        const align = aligns[at] === undefined || aligns[at] === "left" ? "" : html` class="${aligns[at]}"`;
        const lines = paragraphs.map((line) => this.inlines(line.map(plainRun), true));
        return html`<td${align}>${lines.length < 2 ? lines : lines.map((line) => html`<p>${line}</p>`)}</td>`;
      });
      return html`<tr>${cells}</tr>\n`;
    });
  }

  #dataTable({ rows }: StyledTable): Html {
    this.#tables += 1;
    const row = (cells: readonly StyledCell[], header: boolean): Html =>
      html`<tr>${cells.map((cell) => this.#cell(cell, header))}</tr>\n`;
    const heads = rows.filter(({ header }) => header).map(({ cells }) => row(cells, true));
    const body = rows.filter(({ header }) => !header).map(({ cells }) => row(cells, false));
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Bảng ${this.#tables}"><table>
${heads.length > 0 && html`<thead>${heads}</thead>\n`}<tbody>${body}${this.#cutRows(rows.at(-1))}</tbody></table></div>`;
  }

  block(block: StyledBlock, inTable = false): Html {
    if (block.kind === "paragraph") return html`${this.#paragraph(block, inTable)}\n`;
    if (block.role === "data") return html`${this.#dataTable(block)}\n`;
    const rows = block.rows.map(
      ({ cells }) =>
        html`<div class="beside">${cells.map((cell) => html`<div>${this.blocks(cell.blocks)}</div>`)}</div>`,
    );
    return html`${rows}\n`;
  }

  blocks(blocks: readonly StyledBlock[], inTable = false): readonly Html[] {
    return blocks.map((block) => this.block(block, inTable));
  }
}

/**
 * Paints a styled document; every bound figure is a button.
 *
 * @param cut rows that its tables do not have
 */
export function paintPaper(document: StyledDocument, figures: PageFigures, cut: CutRows): Paper {
  const painter = new Painter(figures, cut);
  const sections = document.sections.map(
    ({ orientation, firstPageTop, blocks, lastPageFoot }) =>
      html`<div class="sheet ${orientation}">
${painter.blocks([...firstPageTop, ...blocks, ...lastPageFoot])}</div>
`,
  );
  const notes = document.notes.map(
    ({ note, markText, paragraphs }) =>
      html`<li id="chu-thich-${note}">${markText} ${paragraphs.map(({ inlines }) => painter.inlines(inlines, false))}</li>\n`,
  );
  const noteList = notes.length > 0 && html`<ol class="notes">${notes}</ol>`;
  return { content: html`${sections}${noteList}`, moved: painter.moved };
}
