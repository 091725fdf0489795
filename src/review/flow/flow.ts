/**
 * What two versions are compared as: the text of a document in reading order, block by block, whatever it was read from.
 * Running heads, page numbers, ornaments and the marks of footnotes are no part of it.
 */

/** How far the division into blocks can be trusted: of a model exact, of a PDF a guess from the places of its lines. */
export type Fidelity = "model" | "file" | "guess";

/** What a version was read from. */
export type VersionKind = "draft" | "docx" | "pdf" | "xlsx";

/** A part of a document or a page that is no section of the text. */
export type BlockPart = "note" | "signature" | "recipients" | "header" | "footer";

/** Where a block stands. */
export interface BlockPlace {
  /** The nearest heading above it, as printed. */
  readonly section?: string;
  /** Number of the page on which it begins, counted from 1 over the whole file. */
  readonly page?: number;
  /** Line of the draft. */
  readonly line?: number;
  /** Number of the table in the document, from 1. */
  readonly table?: number;
  /** Name of the sheet. */
  readonly sheet?: string;
  readonly part?: BlockPart;
  /** Of a note: how the text begins that its mark stands in. */
  readonly anchor?: string;
}

/** A figure bound to a path, as a stretch of a text. */
export interface BoundStretch {
  readonly start: number;
  readonly end: number;
  /** `vt:<indicator>/<scope>/<period>[/<measure>]`. */
  readonly path: string;
}

/** A stretch of text that is compared as a whole. */
export interface FlowText {
  /** NFC, single blanks. */
  readonly text: string;
  readonly bound?: readonly BoundStretch[];
}

/** A cell that holds something. */
export interface FlowCell extends FlowText {
  /** Column in the table's grid, from 0. */
  readonly column: number;
  /** Columns that it covers, where there are several. */
  readonly span?: number;
  /** `C7`, in a workbook. */
  readonly address?: string;
  /** The number that a cell of a workbook holds, whatever it shows of it. */
  readonly value?: string;
  /** Its formula, without "=". */
  readonly formula?: string;
}

/** Stands for all words of a block. */
export const ALL_WORDS = "*";

/** The words of a block that stand out, by how; absent where none do. `colour` names the colour before them. */
export type Emphases = { readonly [E in "bold" | "italic" | "underline" | "strike" | "colour"]?: string };

/** How a block looks: what is compared where the text is equal. Lengths in pt; absent where the source does not tell. */
export interface BlockLook {
  /** Font family, metric-compatible ones under one name. */
  readonly font?: string;
  /** Size of most of the text. */
  readonly size?: number;
  /** Other sizes in it, as text. */
  readonly otherSizes?: string;
  /** All of it bold, or italic. */
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly emphases?: Emphases;
  /** `left`, `center`, `right`, `both`; of a row that of each cell. */
  readonly align?: string;
  /** Where the first line begins, and the others, from the left edge of the text. */
  readonly start?: number;
  readonly left?: number;
  readonly right?: number;
  readonly before?: number;
  readonly after?: number;
  /** `auto 1.5` lines, `exact 18`, `atLeast 18`. */
  readonly line?: string;
  /** It begins a page because the author said so. */
  readonly breakBefore?: boolean;
  /** Which lines its table has. */
  readonly borders?: "all" | "outer" | "inner" | "none";
}

/** A picture among the text. */
export interface FlowImage {
  readonly sha256: string;
  /** Words before it. */
  readonly near: string;
}

interface BlockCommon {
  readonly place: BlockPlace;
  readonly look?: BlockLook;
  /**
   * It stands beside other text (letterhead, recipients and signature) or in a margin: its order among its neighbours is a
   * matter of the reader.
   */
  readonly beside?: true;
}

export interface FlowParagraph extends BlockCommon, FlowText {
  readonly kind: "heading" | "paragraph" | "note";
}

export interface FlowRow extends BlockCommon {
  readonly kind: "row";
  /** Cells that hold something, left to right. */
  readonly cells: readonly FlowCell[];
  /** A row of column heads. */
  readonly header: boolean;
  /** Heads of the columns, by column; shared by the rows of a table. */
  readonly heads: ReadonlyMap<number, string>;
  /** How many columns its table has. */
  readonly columns?: number;
  /** The running number in its first cell, which is no figure. */
  readonly ordinal?: string;
}

export type FlowBlock = FlowParagraph | FlowRow;

/** Size and margins of pages, pt; margins are those of the text as it lies on the page. */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
  /** Absent where nothing on the pages shows where the text begins or ends. */
  readonly left?: number;
  readonly right?: number;
  readonly top?: number;
  readonly bottom?: number;
  /** Left and right change places on the back. */
  readonly mirrored?: true;
}

/** How the frames were had: declared by the file, or measured on its pages. */
export interface FrameReading {
  readonly by: "declared" | "measured";
  readonly frames: readonly PageFrame[];
}

/** A version, ready to be compared. */
export interface Flow {
  readonly kind: VersionKind;
  readonly fidelity: Fidelity;
  readonly blocks: readonly FlowBlock[];
  /** How many pages it has, where that is known. */
  readonly pages?: number;
  readonly frames?: FrameReading;
  /** Pictures in the text, where the source has them apart from its pages. */
  readonly images?: readonly FlowImage[];
  /** Numbers of pages whose text lies on its side or upside down, from 1. */
  readonly turned?: readonly number[];
}

/** Text as it is compared: composed letters, single blanks, no sign that shows nothing. */
export function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200f\u2060\u202a-\u202e\ufeff]/gu, "")
    .replace(/\u2011/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Rules, stars and hyphens that decorate: `-----`, `*`. */
export const isOrnament = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** `*`, `-----`; brackets and percent signs, as of a unit on a line of its own, are words. */
export const isDecoration = (line: string): boolean => /^[\s*_=~–—-]+$/u.test(line);

/** Lines without those that only decorate, unless there are no others: in a table a hyphen alone says that there is nothing. */
export function withoutOrnaments(lines: readonly string[]): readonly string[] {
  const said = lines.filter((line) => !isDecoration(line));
  return said.length === 0 ? lines : said;
}

/** All words of a block. */
export const textOfBlock = (block: FlowBlock): string =>
  block.kind === "row" ? block.cells.map(({ text }) => text).join(" | ") : block.text;

/** Texts of a row column by column: empty where nothing stands, nothing where a cell to the left reaches. */
export function textsByColumn({ cells, columns = 0, ordinal }: FlowRow): string[] {
  const texts: string[] = [];
  const at = new Map(cells.map((cell) => [cell.column, cell]));
  const end = Math.max(columns, ...cells.map(({ column }) => column + 1));
  for (let column = ordinal === undefined ? 0 : 1; column < end; ) {
    const cell = at.get(column);
    texts.push(cell?.text ?? "");
    column += cell?.span ?? 1;
  }
  return texts;
}
