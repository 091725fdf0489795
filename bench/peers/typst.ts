/** typst, compiled to native code: the same text, fonts, sizes, margins, footnotes and table, with its usual tags. */
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Document } from "../../src/model/document.js";
import type { Contender } from "../stopwatch.js";
import { type FlatParagraph, type FlatPlan, type FlatTable, flatPlan, type Piece } from "./text.js";

const quoted = (text: string): string => `#${JSON.stringify(text)};`;

/** Exact line pitch of 18 pt: typst adds `leading` between the boxes of lines, whose edges are set to fixed parts of an em. */
const PREAMBLE = `#set page(paper: "a4", margin: (left: 30mm, right: 20mm, top: 20mm, bottom: 20mm), numbering: "1", number-align: center + top)
#set text(font: "Tinos", size: 14pt, lang: "vi", hyphenate: false, kerning: false, ligatures: false, top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, leading: 4pt, spacing: 10pt, first-line-indent: (amount: 10mm, all: true), linebreaks: "simple")
#show heading: it => block(par(text(size: 14pt, weight: "bold", it.body)))
#show table: set par(justify: false, first-line-indent: 0pt, leading: 2pt)
#show table: set text(size: 12pt)
`;

function pieceOf(piece: Piece, notes: readonly string[]): string {
  if (piece.kind === "note") return `#footnote[${quoted(notes[piece.number - 1] ?? "")}]`;
  const text = quoted(piece.text);
  if (piece.bold) return `#strong[${text}]`;
  return piece.italic ? `#emph[${text}]` : text;
}

function paragraphOf({ kind, pieces }: FlatParagraph, notes: readonly string[]): string {
  const body = pieces
    .map((piece) => pieceOf(kind === "heading" && piece.kind === "text" ? { ...piece, bold: false } : piece, notes))
    .join("");
  return kind === "heading" ? `= ${body}` : body;
}

function tableOf({ rows: [head = [], ...rows] }: FlatTable): string {
  const cells = (row: readonly string[]): string => row.map((text) => `[${quoted(text)}]`).join(", ");
  return `#table(columns: (auto, 2fr, 1.6fr, auto, auto, auto), stroke: 0.5pt, table.header(${cells(head)}),\n${rows.map(cells).join(",\n")})`;
}

/** The plan as typst source. */
function sourceOf(plan: FlatPlan): string {
  const centred = (lines: readonly string[]): string =>
    `align(center)[#set par(first-line-indent: 0pt, justify: false)\n${lines.map(quoted).join("\\\n")}]`;
  return [
    PREAMBLE,
    `#grid(columns: (1fr, 1fr), ${centred([plan.superior, plan.issuer, plan.number])}, ${centred([plan.placeDate])})`,
    `#${centred([plan.title, ...plan.subject])}`,
    ...plan.blocks.map((block) => (block.kind === "table" ? tableOf(block) : paragraphOf(block, plan.notes))),
    `#grid(columns: (1fr, 1fr), [#set par(first-line-indent: 0pt, justify: false)\n#set text(size: 12pt)\n${plan.recipients.map(quoted).join("\\\n")}], ${centred([...plan.signature, "", "", "", plan.signer])})`,
  ].join("\n\n");
}

/**
 * typst as a contender. Fonts are loaded once, as ours are; before each run everything that the compiler has memoized
 * is evicted, and the source is a new one.
 */
export function typst(document: Document, fonts: readonly Uint8Array[]): Contender {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] });
  const source = sourceOf(flatPlan(document));
  let run = 0;
  return {
    name: "typst, PDF without tags (nothing cached)",
    prepare: () => {
      compiler.evictCache(0);
      compiler.resetShadow();
      const mainFileContent = `// ${run++}\n${source}`;
      return async () => compiler.pdf({ mainFileContent, resetRead: true });
    },
  };
}
