/** What is asked of placed blocks and lines while they are drawn. */
import type { PlacedBlock, PlacedImage, PlacedLine, PlacedParagraph } from "../../layout/page.js";

/** Whether nothing of a paragraph can be seen or read. */
export function isBlank(paragraph: PlacedParagraph): boolean {
  return paragraph.lines.every((line) => line.segments.length === 0 && line.images.length === 0);
}

/** All lines of a block, in reading order. */
export function linesOf(block: PlacedBlock): readonly PlacedLine[] {
  if (block.kind === "paragraph") return block.lines;
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content.flatMap(linesOf)));
}

/** Top of a block, pt; infinite where there is none. */
export function topOf(block: PlacedBlock | undefined): number {
  const first = block?.kind === "table" ? block.rows[0] : block?.lines[0];
  return first?.y ?? Number.POSITIVE_INFINITY;
}

/** The images of a line that stand before its text, and the others. */
export function imagesAround(line: PlacedLine): [PlacedImage[], PlacedImage[]] {
  const textStart = line.segments[0]?.x ?? Number.POSITIVE_INFINITY;
  return [line.images.filter((image) => image.x < textStart), line.images.filter((image) => image.x >= textStart)];
}
