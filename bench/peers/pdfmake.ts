/** pdfmake's own flow: the plan as its content, with the same fonts, sizes and margins. Footnotes it cannot place. */
import pdfmake from "pdfmake";
import type { Document } from "../../src/model/document.js";
import type { Contender } from "../stopwatch.js";
import { type FlatParagraph, type FlatPlan, type FlatTable, flatPlan } from "./text.js";

/** What of pdfmake's server side is used here; its published types describe the browser's. */
interface Server {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

const LINE_EM = 1.1074;
const lineHeight = (pt: number, size: number): number => pt / (LINE_EM * size);

const paragraphOf = ({ kind, pieces }: FlatParagraph): object => ({
  style: kind,
  text: pieces.map((piece) =>
    piece.kind === "note"
      ? { text: `(${piece.number})`, sup: true }
      : {
          text: piece.text,
          ...(piece.bold ? { bold: true } : {}),
          ...(piece.italic ? { italics: true } : {}),
        },
  ),
});

const tableOf = ({ rows }: FlatTable): object => ({
  style: "table",
  table: { headerRows: 1, widths: [20, "*", "*", 60, 40, 40], body: rows.map((row) => [...row]) },
});

function definitionOf(plan: FlatPlan): object {
  return {
    pageSize: "A4",
    pageMargins: [85, 57, 57, 57],
    version: "1.7",
    tagged: true,
    language: "vi-VN",
    defaultStyle: { font: "Tinos", fontSize: 14, lineHeight: lineHeight(18, 14) },
    styles: {
      paragraph: { alignment: "justify", leadingIndent: 28, margin: [0, 0, 0, 6] },
      heading: { bold: true, leadingIndent: 28, margin: [0, 0, 0, 6] },
      centred: { alignment: "center" },
      small: { fontSize: 12 },
      table: { fontSize: 12, lineHeight: 1.04 },
    },
    header: (page: number) => (page === 1 ? "" : { text: String(page), alignment: "center", margin: [0, 28, 0, 0] }),
    content: [
      {
        columns: [
          [plan.superior, plan.issuer, plan.number].map((text) => ({ text, style: "centred" })),
          { text: plan.placeDate, style: "centred" },
        ],
      },
      ...[plan.title, ...plan.subject].map((text) => ({ text, style: "centred" })),
      ...plan.blocks.map((block) => (block.kind === "table" ? tableOf(block) : paragraphOf(block))),
      {
        columns: [
          plan.recipients.map((text) => ({ text, style: "small" })),
          [...plan.signature, plan.signer].map((text) => ({ text, style: "centred" })),
        ],
      },
      ...plan.notes.map((text) => ({ text, style: "small" })),
    ],
  };
}

/**
 * pdfmake's flow as a contender.
 *
 * @param fonts paths of the four faces
 */
export function pdfmakeFlow(
  document: Document,
  fonts: { readonly normal: string; readonly bold: string; readonly italics: string; readonly bolditalics: string },
): Contender {
  const server = pdfmake as unknown as Server;
  server.setUrlAccessPolicy(() => false);
  server.setLocalAccessPolicy((path) => Object.values(fonts).includes(path));
  server.setFonts({ Tinos: { ...fonts } });
  const plan = flatPlan(document);
  return {
    name: "pdfmake's own flow (no footnotes at the foot)",
    prepare: () => {
      const definition = definitionOf(plan);
      return async () => server.createPdf(definition).getBuffer();
    },
  };
}
