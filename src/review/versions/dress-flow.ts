/** Gives a flow the looks of the Word file that it was read from. */
import { type BlockLook, type Emphases, type Flow, type FlowBlock, textOfBlock } from "../flow/flow.js";
import type { DocxLooks, LookedParagraph } from "./docx-looks.js";

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

const sizeKey = ({ font, size }: BlockLook): string => `${font} ${size}`;

/** The look of a row out of those of its cells: what concerns paragraphs is left to text outside of tables. */
function lookOfRow(paragraphs: readonly LookedParagraph[]): BlockLook | undefined {
  const cells = paragraphs.map(({ look }) => look);
  const letters = new Map<string, number>();
  for (const { text, look } of paragraphs) letters.set(sizeKey(look), (letters.get(sizeKey(look)) ?? 0) + text.length);
  const first = [...cells].sort((a, b) => (letters.get(sizeKey(b)) ?? 0) - (letters.get(sizeKey(a)) ?? 0))[0];
  if (first === undefined) return undefined;
  const sizes = new Set(cells.flatMap((cell) => [`${cell.size ?? ""}`, ...(cell.otherSizes ?? "").split(" ")]));
  const emphases = KINDS.flatMap((kind): [string, string][] => {
    const texts = cells.flatMap((cell) => cell.emphases?.[kind] ?? []);
    return texts.length === 0 ? [] : [[kind, texts.join(" | ")]];
  });
  const aligns = cells.map(({ align }) => align ?? "left");
  const { font, size, borders } = first;
  return {
    ...(font === undefined ? {} : { font }),
    ...(size === undefined
      ? {}
      : {
          size,
          otherSizes: [...sizes]
            .filter((one) => one !== "" && one !== String(size))
            .sort((a, b) => Number(a) - Number(b))
            .join(" "),
        }),
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
  const find = (text: string): LookedParagraph | undefined => {
    const key = keyOf(text);
    if (key === "") return undefined;
    for (let index = at; index < Math.min(paragraphs.length, at + AHEAD); index++) {
      if (keys[index] !== key) continue;
      at = index + 1;
      return paragraphs[index];
    }
    return undefined;
  };
  const lookOf = (block: FlowBlock): BlockLook | undefined => {
    if (block.kind === "note") return undefined;
    if (block.kind !== "row") return find(textOfBlock(block))?.look;
    return lookOfRow(block.cells.flatMap(({ text }) => find(text) ?? []));
  };
  const blocks = flow.blocks.map((block): FlowBlock => {
    const { look: _look, ...bare } = block;
    const look = lookOf(block);
    return { ...bare, ...(look === undefined ? {} : { look }) } as FlowBlock;
  });
  return { ...flow, blocks, frames: { by: "declared", frames }, images };
}
