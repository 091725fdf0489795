/** The text of a Word file with its formatting resolved: what a reader sees, and how it looks. Lengths in pt unless said. */

import type { Alignment } from "../../../model/table.js";
import type { LineSpacing } from "../../../norms/norm.js";

/** How a run looks once styles, defaults and direct formatting are taken together. */
export interface RunLook {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly superscript: boolean;
  readonly subscript?: true;
  /** Shown in capitals, whatever was typed. */
  readonly capitals: boolean;
  readonly hidden: boolean;
  /** Font of its letters; absent where the file names none. */
  readonly font?: string;
  /** Colour of its letters as six hexadecimal digits, where it is not black. */
  readonly colour?: string;
}

/** How a paragraph stands. Indents against the text area; a hanging first line is negative. */
export interface ParagraphLook {
  readonly align: Alignment;
  readonly left: number;
  readonly right: number;
  readonly firstIndent: number;
  readonly before: number;
  readonly after: number;
  /** Between two such paragraphs. */
  readonly between: number;
  /** `least`: as the fonts ask for, but never less. */
  readonly line: LineSpacing | { readonly rule: "least"; readonly value: number };
}

/** Text of one look. Tabs and line breaks are kept: they are layout. */
export interface FormattedRun {
  readonly text: string;
  readonly look: RunLook;
  /** Key of the note whose mark stands here; the text is empty then. */
  readonly note?: string;
  /** Shows the number of the page. */
  readonly pageNumber?: true;
  /** Names of the bookmarks that enclose it. */
  readonly bookmarks?: readonly string[];
}

/** How a line is drawn. */
export type Stroke = "solid" | "broken" | "double";

/** A horizontal line that is drawn and not typed: a shape, or the border of a paragraph. Lengths in pt. */
export interface DrawnLine {
  readonly kind: "shape" | "borderAbove" | "borderBelow";
  readonly stroke: Stroke;
  /** Of a shape; a border is as long as its paragraph is broad. */
  readonly length?: number;
  /** Where a shape begins, from the left edge of its column, of the text area or of the page. */
  readonly left?: number;
  readonly from?: "column" | "margin" | "page";
  /** A shape that stands in the middle of its column, or in the text like a letter. */
  readonly inColumn?: true;
  /** How far below the top of its paragraph; absent where it was placed otherwise. */
  readonly top?: number;
}

/** A place where a page ends inside a paragraph. */
export interface PageTurn {
  /** Letters of the paragraph before it. */
  readonly after: number;
  /** Asked for by whoever typed it; otherwise Word left the mark when it laid the pages out. */
  readonly forced: boolean;
}

export interface FormattedParagraph {
  readonly kind: "paragraph";
  /** Counted from 1 through body and tables, empty ones included. */
  readonly ordinal: number;
  /** Page by Word's own marks, from 1; absent where the file has none. */
  readonly page?: number;
  readonly runs: readonly FormattedRun[];
  /** The number of its automatic list, as Word shows it. */
  readonly number?: string;
  /** Name of its style as Word shows it. */
  readonly style?: string;
  readonly outlineLevel?: number;
  readonly look: ParagraphLook;
  /** Size of the paragraph's own mark. */
  readonly markSize: number;
  /** A border above or below, or a line drawn as a shape. */
  readonly ruled: boolean;
  readonly lines: readonly DrawnLine[];
  /** Drawings of which nobody can say whether they are a line: groups, free forms. */
  readonly unknownDrawings: number;
  /** Where pages end inside it. */
  readonly turns: readonly PageTurn[];
  readonly pictures: number;
  /** Paragraphs of text boxes that hang on it. */
  readonly boxes: readonly FormattedParagraph[];
}

export interface FormattedCell {
  readonly blocks: readonly FormattedBlock[];
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface FormattedTable {
  readonly kind: "table";
  readonly rows: readonly { readonly cells: readonly FormattedCell[]; readonly header: boolean }[];
  /** Widths of the columns as declared. */
  readonly columns: readonly number[];
  readonly bordered: boolean;
  /** Space on the left and on the right inside its cells, pt. */
  readonly cellMargins: { readonly left: number; readonly right: number };
}

export type FormattedBlock = FormattedParagraph | FormattedTable;

/** A section's pages. */
export interface FormattedSection {
  /** Index of the first block behind the section. */
  readonly end: number;
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly headerFromTop: number;
  readonly columns: number;
  /** Paragraphs of its headers and footers. */
  readonly headers: readonly FormattedParagraph[];
  readonly footers: readonly FormattedParagraph[];
  /** Number of its first page, where the counting begins anew. */
  readonly firstPageNumber?: number;
  /** Its first page has a header of its own, or none. */
  readonly titlePage: boolean;
  /** Of these, what its first page shows, and what the others show; absent where the section before is followed. */
  readonly firstPage: PageFurniture;
  readonly otherPages: PageFurniture;
}

/** What stands above and below the text of a page. */
export interface PageFurniture {
  readonly headers?: readonly FormattedParagraph[];
  readonly footers?: readonly FormattedParagraph[];
}

/** What was changed under tracking and is still open, and what readers wrote beside the text. */
export interface Markup {
  readonly kind:
    | "inserted"
    | "deleted"
    | "comment"
    | "hidden"
    | "embedded" /** Another file, put in whole: not read. */;
  readonly text: string;
  readonly author?: string;
  /** Ordinal of the paragraph. */
  readonly paragraph: number;
}

export interface FormattedText {
  readonly blocks: readonly FormattedBlock[];
  readonly sections: readonly FormattedSection[];
  /** Paragraphs of notes by key, `footnote/2`. */
  readonly notes: ReadonlyMap<string, readonly FormattedParagraph[]>;
  readonly markup: readonly Markup[];
  /** Left and right margins change places on even pages. */
  readonly mirrored: boolean;
  readonly macros: boolean;
}

/** Paragraphs of blocks in reading order, those in cells included, text boxes left aside. */
export function* paragraphsOf(blocks: readonly FormattedBlock[]): Generator<FormattedParagraph> {
  for (const block of blocks) {
    if (block.kind === "paragraph") yield block;
    else for (const row of block.rows) for (const cell of row.cells) yield* paragraphsOf(cell.blocks);
  }
}

/** The text of a paragraph as typed. */
export const rawText = ({ runs }: Pick<FormattedParagraph, "runs">): string => runs.map(({ text }) => text).join("");
