/** The text of a Word file in reading order: what a reader sees once all tracked changes are accepted. */

/** A paragraph that stands in no table. */
export interface DocxParagraph {
  readonly kind: "paragraph";
  /** NFC, every run of blanks one blank; a line break typed inside the paragraph stays "\n". Begins with its number. */
  readonly text: string;
  /** Name of its style as Word shows it: "heading 1". */
  readonly style?: string;
  /** 1 to 9, of the paragraph itself or else of its style. */
  readonly outlineLevel?: number;
  /** All of its text is bold by direct formatting. */
  readonly bold: boolean;
  /** It belongs to an automatic list. */
  readonly numbered: boolean;
  /** The number that Word shows before it: `1.2.`, `a)`, `-`; its text begins with it. */
  readonly number?: string;
  /** Texts of the notes whose marks stand in it. */
  readonly notes: readonly string[];
}

/** The texts of a table's cells, row by row; a table in a cell is part of that cell's text. */
export interface DocxTable {
  readonly kind: "table";
  readonly rows: readonly (readonly string[])[];
  /** Of each cell: the column of the table's grid that it begins in, from 0, and how many it covers. */
  readonly spans: readonly (readonly DocxSpan[])[];
}

export interface DocxSpan {
  readonly column: number;
  readonly columns: number;
}

export type DocxBlock = DocxParagraph | DocxTable;

/** Tracked changes that were still open: what was inserted is in the text, what was deleted is not. */
export interface TrackedChanges {
  readonly inserted: number;
  readonly deleted: number;
}

export interface DocxText {
  readonly blocks: readonly DocxBlock[];
  readonly changes: TrackedChanges;
  /** It carries a program; nothing of it is run. */
  readonly macros?: true;
}

/** Why a Word file cannot be read. */
export type DocxFault =
  | "empty"
  | "word97"
  | "password"
  | "notWord"
  /** As a file. */
  | "tooLarge"
  /** In paragraphs. */
  | "tooLong"
  | "cut"
  | "broken"
  /** It unpacks, or nests, beyond all measure. */
  | "bomb"
  /** It declares a document type, which may define entities; Word writes none and opens none. */
  | "documentType";

/** Signs that show nothing: soft hyphen, zero-width blanks and joiners, marks of direction, byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\u202A-\u202E\uFEFF]/gu;

/** Text as it is compared and kept: composed letters, single blanks, no blank beside a line break. */
export function tidyText(text: string): string {
  return text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .trim();
}
