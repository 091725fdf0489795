/** The plan written with the `docx` package as its manual shows: styles, table, footnotes, and no layout of its own. */
import {
  AlignmentType,
  Document as DocxDocument,
  FootnoteReferenceRun,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Document } from "../../src/model/document.js";
import type { Contender } from "../stopwatch.js";
import { type FlatParagraph, type FlatPlan, type FlatTable, flatPlan, type Piece } from "./text.js";

const childOf = (piece: Piece): ParagraphChild =>
  piece.kind === "note"
    ? new FootnoteReferenceRun(piece.number)
    : new TextRun({
        text: piece.text,
        ...(piece.bold ? { bold: true } : {}),
        ...(piece.italic ? { italics: true } : {}),
      });

const paragraphOf = ({ kind, pieces }: FlatParagraph): Paragraph =>
  new Paragraph({ style: kind === "heading" ? "Heading" : "Body", children: pieces.map(childOf) });

const cellOf = (text: string): TableCell => new TableCell({ children: [new Paragraph({ style: "Cell", text })] });

const tableOf = ({ rows }: FlatTable): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row, index) => new TableRow({ tableHeader: index === 0, children: row.map(cellOf) })),
  });

const centred = (text: string): Paragraph => new Paragraph({ style: "Centred", text });

function build(plan: FlatPlan): DocxDocument {
  const twoColumns = (left: Paragraph[], right: Paragraph[]): Table =>
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [new TableRow({ children: [new TableCell({ children: left }), new TableCell({ children: right })] })],
    });
  const style = (id: string, size: number, alignment: "both" | "center" | "left", bold = false) => ({
    id,
    name: id,
    run: { size: size * 2, bold, font: "Times New Roman" },
    paragraph: {
      alignment,
      spacing: { after: 120, line: 360 },
      ...(alignment === "both" ? { indent: { firstLine: 720 } } : {}),
    },
  });
  return new DocxDocument({
    styles: {
      paragraphStyles: [
        style("Body", 14, AlignmentType.BOTH),
        style("Heading", 14, AlignmentType.BOTH, true),
        style("Centred", 14, AlignmentType.CENTER),
        style("Cell", 12, AlignmentType.LEFT),
      ],
    },
    footnotes: Object.fromEntries(plan.notes.map((note, index) => [index + 1, { children: [new Paragraph(note)] }])),
    sections: [
      {
        children: [
          twoColumns([plan.superior, plan.issuer, plan.number].map(centred), [centred(plan.placeDate)]),
          ...[plan.title, ...plan.subject].map(centred),
          ...plan.blocks.map((block) => (block.kind === "table" ? tableOf(block) : paragraphOf(block))),
          twoColumns(
            plan.recipients.map((line) => new Paragraph({ style: "Cell", text: line })),
            [...plan.signature, plan.signer].map(centred),
          ),
        ],
      },
    ],
  });
}

/** `docx` as a contender. */
export function docx(document: Document): Contender {
  const plan = flatPlan(document);
  return { name: "docx alone", prepare: () => async () => Packer.toBuffer(build(plan)) };
}
