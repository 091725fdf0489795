/** The places of the pieces of a line across the page. */
import type { BrokenLine } from "./line-breaking.js";
import type { PlacedImage, Segment } from "./page.js";
import type { StyledParagraph } from "./styled.js";
import type { Look, Piece } from "./words.js";

const sameLook = (one: Look, other: Look) =>
  one === other ||
  (one.face === other.face &&
    one.size === other.size &&
    one.rise === other.rise &&
    one.underline === other.underline &&
    one.color === other.color &&
    one.highlight === other.highlight);

/**
 * Places the pieces of a line across the page.
 *
 * @param left where the paragraph's room begins on the page, pt (its left indent included)
 * @param baseline of the line, for images
 * @returns segments of one look each, left to right, and images
 */
export function placeAcross(
  line: BrokenLine,
  align: StyledParagraph["align"],
  left: number,
  baseline: number,
): { segments: Segment[]; images: PlacedImage[] } {
  const free = line.room - line.width;
  const last = line.words.length - 1;
  let blanks = 0;
  for (let index = 0; index < last; index++) blanks += line.words[index]?.blanks ?? 0;
  const gap = align === "justify" && !line.last && blanks > 0 && free > 0 ? free / blanks : 0;
  let x = left + line.start;
  if (align === "center") x += free / 2;
  else if (align === "right") x += free;

  const segments: Segment[] = [];
  const images: PlacedImage[] = [];
  let look: Look | undefined;
  let text = "";
  let from = x;
  const flush = () => {
    if (look !== undefined && text !== "") {
      segments.push({
        text,
        face: look.face,
        size: look.size,
        x: from,
        width: x - from,
        gap,
        rise: look.rise,
        underline: look.underline,
        ...(look.color === undefined ? {} : { color: look.color }),
        ...(look.highlight ? { highlight: true } : {}),
      });
    }
    text = "";
  };
  const put = (piece: Piece, stretch: number) => {
    if (look === undefined || !sameLook(look, piece.look)) {
      flush();
      look = piece.look;
      from = x;
    }
    text += piece.text;
    x += piece.width + stretch;
  };
  for (const [index, word] of line.words.entries()) {
    for (const piece of word.pieces) {
      if (piece.image !== undefined) {
        flush();
        look = undefined;
        images.push({ image: piece.image, x, y: baseline - piece.image.height });
        x += piece.width;
      } else put(piece, 0);
    }
    if (index < last && word.blankText !== undefined) put(word.blankText, gap * word.blanks);
  }
  flush();
  return { segments, images };
}
