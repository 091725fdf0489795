/** Every visible text of a Word file: what must not get lost. */
import type { FormattedBlock, FormattedParagraph, FormattedText } from "../formatted/formatted-text.js";

function* textsOf(paragraph: FormattedParagraph): Generator<string> {
  const text = paragraph.runs.map((run) => (run.pageNumber ? "" : run.text)).join("");
  if (paragraph.number !== undefined && text.trim() !== "") yield paragraph.number;
  if (text.trim() !== "") yield text;
  for (const box of paragraph.boxes) yield* textsOf(box);
}

function* blockTexts(block: FormattedBlock): Generator<string> {
  if (block.kind === "paragraph") yield* textsOf(block);
  else
    for (const { cells } of block.rows) for (const cell of cells) for (const one of cell.blocks) yield* blockTexts(one);
}

/** Body, notes, then what the margins repeat, each once. */
export function visibleTexts({ blocks, notes, sections }: FormattedText): readonly string[] {
  const furniture = sections.flatMap(({ headers, footers }) =>
    [...headers, ...footers].flatMap((one) => [...textsOf(one)]),
  );
  return [
    ...blocks.flatMap((block) => [...blockTexts(block)]),
    ...[...notes.values()].flatMap((paragraphs) => paragraphs.flatMap((one) => [...textsOf(one)])),
    ...new Set(furniture),
  ];
}
