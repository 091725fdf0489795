/**
 * The styled document: every block with the size, weight, spacing and widths that its norm gives it.
 * Plain data; all lengths in pt, each a whole number of twips (1/20 pt), so that DOCX and PDF hold the same values.
 */
import type { LineSpacing } from "../norms/norm.js";

/** Size of the document's default font, pt: what the footnote separator is as tall as. */
export const DEFAULT_SIZE = 14;

export interface RunLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly superscript?: boolean;
  /** RGB without "#"; black when absent. */
  readonly color?: string;
  /** On a yellow ground: what is still open in a draft. */
  readonly highlight?: boolean;
}

export interface StyledText extends RunLook {
  readonly kind: "text";
  readonly text: string;
  /** Path of the bound figure that this text prints. */
  readonly binding?: string;
}

/** A footnote's mark in the text. `text` is as printed, `(1)` or `1`, always superscript. */
export interface StyledNoteMark extends RunLook {
  readonly kind: "noteMark";
  readonly note: number;
  readonly text: string;
}

/** An image in the line. */
export interface StyledImage {
  readonly kind: "image";
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** The number of the page, in headers only. */
export interface StyledPageNumber extends RunLook {
  readonly kind: "pageNumber";
}

export type StyledInline = StyledText | StyledNoteMark | StyledImage | StyledPageNumber;

/** A line drawn above or below a paragraph, across its width between the indents. */
export interface BorderLine {
  readonly width: number;
  /** Distance between text and line. */
  readonly space: number;
}

/** What a paragraph is, for tags and bookmarks; `heading` levels count from 1. */
export type Structure =
  | { readonly kind: "title" }
  | { readonly kind: "heading"; readonly level: number; readonly title: string }
  | { readonly kind: "listItem" }
  | { readonly kind: "paragraph" }
  /** A rule, a star, hyphens: decoration that is not read aloud but is part of the text. */
  | { readonly kind: "spacer" };

export interface StyledParagraph {
  readonly kind: "paragraph";
  /** Named style of the DOCX; see layout/style. */
  readonly style: string;
  readonly structure: Structure;
  readonly inlines: readonly StyledInline[];
  /** Size of the paragraph's own mark: the height of an empty paragraph. */
  readonly markSize: number;
  readonly align: "left" | "center" | "right" | "justify";
  /** Indent of the first line against `left`; negative when it hangs. */
  readonly firstIndent: number;
  readonly left: number;
  readonly right: number;
  readonly before: number;
  readonly after: number;
  readonly line: LineSpacing;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly borderTop?: BorderLine;
  readonly borderBottom?: BorderLine;
  /** A frame on all four sides, between the indents (the State's stamps of urgency and circulation). */
  readonly box?: BorderLine;
}

export interface StyledCell {
  readonly blocks: readonly StyledBlock[];
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly verticalAlign: "top" | "center" | "bottom";
}

export interface StyledRow {
  readonly cells: readonly StyledCell[];
  /** Repeated at the head of each page. */
  readonly header: boolean;
  readonly cantSplit: boolean;
}

export interface StyledTable {
  readonly kind: "table";
  /** `layout` tables place the header and the signatures; `data` tables are tables to a reader. */
  readonly role: "layout" | "data";
  /** Column widths, pt, whole twips. */
  readonly columns: readonly number[];
  readonly rows: readonly StyledRow[];
  /** Width of all borders; 0 for none. */
  readonly border: number;
  /** Left and right, and top and bottom margins of the cells. */
  readonly padX: number;
  readonly padY: number;
}

export type StyledBlock = StyledParagraph | StyledTable;

export interface StyledNote {
  readonly note: number;
  /** The mark as printed before the note's text, `(1)` or `1`, and its size before it is raised. */
  readonly markText: string;
  readonly markSize: number;
  readonly paragraphs: readonly StyledParagraph[];
}

/** A footnote's first paragraph with its mark, raised, and a blank before the text: as it is printed. */
export function withNoteMark(paragraph: StyledParagraph, note: StyledNote): StyledParagraph {
  const look: RunLook = { size: note.markSize };
  return {
    ...paragraph,
    inlines: [
      { kind: "text", text: note.markText, ...look, superscript: true },
      { kind: "text", text: " ", ...look },
      ...paragraph.inlines,
    ],
  };
}

export interface StyledSection {
  /** Page size as it lies before the reader. */
  readonly width: number;
  readonly height: number;
  readonly orientation: "portrait" | "landscape";
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** Margins of even pages, where the sheet is printed on both sides. */
  readonly mirrored: boolean;
  /** Distance of the page number's line, and of the first page's furniture, from the edge. */
  readonly headerFromTop: number;
  readonly footerFromBottom: number;
  /** The page number's paragraph, shown from the second page of the section on. */
  readonly pageNumber: StyledParagraph;
  /** Number of the section's first page, which does not show it; absent where the numbers run on from the section before. */
  readonly firstPageNumber?: number;
  /** Header and footer of the section's first page. */
  readonly firstPageTop: readonly StyledParagraph[];
  readonly firstPageFoot: readonly StyledParagraph[];
  readonly blocks: readonly StyledBlock[];
  /** A notice centred at the foot of the section's last page, at `footerFromBottom` from the edge. */
  readonly lastPageFoot: readonly StyledParagraph[];
}

export interface StyledDocument {
  readonly title: string;
  readonly language: "vi-VN";
  /** Font named in the DOCX. */
  readonly font: string;
  /** Names of the paragraph styles in use, with the look of each. */
  readonly styles: readonly NamedStyle[];
  readonly sections: readonly StyledSection[];
  readonly notes: readonly StyledNote[];
}

/** A named paragraph style: what its paragraphs have in common. */
export interface NamedStyle {
  readonly id: string;
  /** Name shown in Word, Vietnamese. */
  readonly name: string;
  /** Outline level from 1, for headings. */
  readonly outlineLevel?: number;
  readonly run: RunLook;
  readonly paragraph: Pick<
    StyledParagraph,
    "align" | "firstIndent" | "left" | "right" | "before" | "after" | "line" | "keepNext" | "keepLines"
  >;
}
