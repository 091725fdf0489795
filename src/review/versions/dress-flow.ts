/** Gives a flow the looks of the Word file that it was read from. */
import { type BlockLook, type Emphases, type Flow, type FlowBlock, textOfBlock } from "../flow/flow.js";
import type { DocxLooks } from "./docx-looks.js";

/** Letters by which a paragraph is found again. */
const KEY = 48;
const keyOf = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[^\p{L}]+/gu, "")
    .slice(0, KEY);

/** How far ahead a block is looked for among the paragraphs. */
const AHEAD = 60;

const KINDS = ["bold", "italic", "underline", "strike", "colour"] as const satisfies readonly (keyof Emphases)[];

/** The look of a row out of those of its cells: what concerns paragraphs is left to text outside of tables. */
function lookOfRow(cells: readonly BlockLook[]): BlockLook | undefined {
  const [first] = cells;
  if (first === undefined) return undefined;
  const emphases = KINDS.flatMap((kind): [string, string][] => {
    const texts = cells.flatMap((cell) => cell.emphases?.[kind] ?? []);
    return texts.length === 0 ? [] : [[kind, texts.join(" | ")]];
  });
  const aligns = cells.map(({ align }) => align ?? "left");
  const { font, size, borders } = first;
  return {
    ...(font === undefined ? {} : { font }),
    ...(size === undefined ? {} : { size }),
    ...(borders === undefined ? {} : { borders }),
    bold: cells.every(({ bold }) => bold),
    italic: cells.every(({ italic }) => italic),
    emphases: Object.fromEntries(emphases),
    align: new Set(aligns).size === 1 ? (aligns[0] ?? "left") : aligns.join(" "),
  };
}

/** Gives a flow the looks of the file that it was read from. */
export function dressFlow(flow: Flow, { paragraphs, frames, images }: DocxLooks): Flow {
  const keys = paragraphs.map(({ text }) => keyOf(text));
  let at = 0;
  const find = (text: string): BlockLook | undefined => {
    const key = keyOf(text);
    if (key === "") return undefined;
    for (let index = at; index < Math.min(paragraphs.length, at + AHEAD); index++) {
      if (keys[index] !== key) continue;
      at = index + 1;
      return paragraphs[index]?.look;
    }
    return undefined;
  };
  const lookOf = (block: FlowBlock): BlockLook | undefined => {
    if (block.kind === "note") return undefined;
    if (block.kind !== "row") return find(textOfBlock(block));
    return lookOfRow(block.cells.flatMap(({ text }) => find(text) ?? []));
  };
  const blocks = flow.blocks.map((block): FlowBlock => {
    const { look: _look, ...bare } = block;
    const look = lookOf(block);
    return { ...bare, ...(look === undefined ? {} : { look }) } as FlowBlock;
  });
  return { ...flow, blocks, frames: { by: "declared", frames }, images };
}
