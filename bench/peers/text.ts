/** The plan's text as peers take it: runs of plain, bold and italic text, with marks and notes. */
import type { Block } from "../../src/model/block.js";
import type { Document } from "../../src/model/document.js";
import type { Inlines } from "../../src/model/inline.js";

/** A run of one look, or the mark of a note. */
export type Piece =
  | { readonly kind: "text"; readonly text: string; readonly bold: boolean; readonly italic: boolean }
  | { readonly kind: "note"; readonly number: number };

/** A heading or a paragraph. */
export interface FlatParagraph {
  readonly kind: "heading" | "paragraph";
  readonly pieces: readonly Piece[];
}

export interface FlatTable {
  readonly kind: "table";
  /** Texts of the cells; the first row is the header. */
  readonly rows: readonly (readonly string[])[];
}

export interface FlatPlan {
  readonly title: string;
  readonly subject: readonly string[];
  readonly superior: string;
  readonly issuer: string;
  readonly number: string;
  readonly placeDate: string;
  readonly blocks: readonly (FlatParagraph | FlatTable)[];
  readonly notes: readonly string[];
  readonly recipients: readonly string[];
  readonly signature: readonly string[];
  readonly signer: string;
}

const plain = (inlines: Inlines): string =>
  inlines.map((inline) => (inline.kind === "noteMark" ? "" : inline.text)).join("");

function pieces(inlines: Inlines, bold: boolean): Piece[] {
  return inlines.map((inline) =>
    inline.kind === "noteMark"
      ? { kind: "note", number: inline.note }
      : { kind: "text", text: inline.text, bold: bold || inline.bold === true, italic: inline.italic === true },
  );
}

function flatten(block: Block): FlatParagraph | FlatTable {
  if (block.kind === "table") {
    return {
      kind: "table",
      rows: block.table.rows.map((row) => row.map((cell) => cell.paragraphs.map(plain).join(" "))),
    };
  }
  if (block.kind === "operativeWords") {
    return { kind: "heading", pieces: [{ kind: "text", text: block.text, bold: true, italic: false }] };
  }
  const bold = block.kind === "heading";
  const mark: Piece[] =
    block.mark === undefined ? [] : [{ kind: "text", text: `${block.mark.text} `, bold, italic: false }];
  return { kind: block.kind, pieces: [...mark, ...pieces(block.inlines, bold)] };
}

/** The plain text of a paragraph; marks of notes are left out. */
export const textOf = (paragraph: FlatParagraph): string =>
  paragraph.pieces.map((piece) => (piece.kind === "text" ? piece.text : "")).join("");

/** What peers print of a document. */
export function flatPlan(document: Document): FlatPlan {
  const { number, date, signatures } = document;
  return {
    title: "KẾ HOẠCH",
    subject: document.subject ?? [],
    superior: (document.issuer?.superior ?? []).join(" "),
    issuer: (document.issuer?.name ?? []).join(" "),
    number: `Số ${number?.sequence ?? ""}-${number?.typeCode ?? ""}/${number?.bodyCode ?? ""}`,
    placeDate: `${document.place ?? ""}, ngày ${date?.day ?? ""} tháng ${date?.month ?? ""} năm ${date?.year ?? ""}`,
    blocks: document.body.map(flatten),
    notes: document.notes.map((note) => note.paragraphs.map(plain).join(" ")),
    recipients: (document.recipients ?? []).flatMap((entry) =>
      entry.kind === "recipient"
        ? [`- ${entry.lines.join(" ")}`]
        : entry.recipients.map((one) => `- ${one.lines.join(" ")}`),
    ),
    signature: signatures?.[0]?.lines ?? [],
    signer: signatures?.[0]?.name ?? "",
  };
}
