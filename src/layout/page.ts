/** Pages: lines at their places. Plain data; lengths in pt from the top left corner of the page. */
import type { StyledCell, StyledImage, StyledParagraph, StyledRow, StyledTable } from "./styled.js";

/** The four faces of the font. */
export type Face = "regular" | "bold" | "italic" | "boldItalic";

/** A piece of a line in one face and size. */
export interface Segment {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly x: number;
  /** Width with the added space of justification. */
  readonly width: number;
  /** Space added to each U+0020 by justification. */
  readonly gap: number;
  /** Height above the baseline (superscripts). */
  readonly rise: number;
  readonly underline: boolean;
  readonly color?: string;
  readonly highlight?: boolean;
}

export interface PlacedImage {
  readonly image: StyledImage;
  readonly x: number;
  readonly y: number;
}

export interface PlacedLine {
  /** Text of the line, without the blanks at which it was broken. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly baseline: number;
  readonly segments: readonly Segment[];
  readonly images: readonly PlacedImage[];
  /** Numbers of the footnotes whose marks stand on the line. */
  readonly notes: readonly number[];
}

/** A paragraph, or the part of one, on a page. The same `source` on two pages is one paragraph. */
export interface PlacedParagraph {
  readonly kind: "paragraph";
  readonly source: StyledParagraph;
  readonly lines: readonly PlacedLine[];
}

export interface PlacedCell {
  readonly source: StyledCell;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly content: readonly PlacedBlock[];
}

export interface PlacedRow {
  readonly source: StyledRow;
  /** Its index in the table. */
  readonly index: number;
  readonly y: number;
  readonly height: number;
  /** A header row shown again at the head of a later page: an artifact, not content. */
  readonly repeated: boolean;
  readonly cells: readonly PlacedCell[];
}

export interface PlacedTable {
  readonly kind: "table";
  readonly source: StyledTable;
  readonly rows: readonly PlacedRow[];
}

export type PlacedBlock = PlacedParagraph | PlacedTable;

export interface PlacedNote {
  readonly note: number;
  readonly paragraphs: readonly PlacedParagraph[];
}

/** A straight line of the page's decoration. */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
}

export interface Page {
  /** Index of its section in the styled document. */
  readonly section: number;
  readonly width: number;
  readonly height: number;
  /** Number of the page as counted in its section. */
  readonly number: number;
  readonly body: readonly PlacedBlock[];
  readonly notes: readonly PlacedNote[];
  /** Repeated matter: the page number. Artifacts to a reader. */
  readonly artifacts: readonly PlacedParagraph[];
  /** Furniture that is text of the document: circulation notice, contact, publicity notice. */
  readonly furniture: readonly PlacedParagraph[];
  /** Borders, rules and the footnote separator: artifacts. */
  readonly rules: readonly Rule[];
}
