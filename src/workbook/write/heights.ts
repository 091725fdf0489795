/** Heights of rows: Excel grows a row for its text only where no cells are merged. */
import { textWidth } from "../../layout/face.js";

const PT_PER_MM = 72 / 25.4;
/** Blank that Excel leaves at both sides of a cell, pt. */
const PADDING = 6;
/** Line height in parts of the size, and the least height of a row, pt. */
const LINE = 1.22;
const LEAST = 16;

/** Lines of a text broken at blanks in a width, pt. */
function countLines(text: string, width: number, size: number, bold: boolean): number {
  const face = bold ? "bold" : "regular";
  const room = Math.max(1, width - PADDING);
  const blank = textWidth(" ", face, size);
  return text.split("\n").reduce((lines, paragraph) => {
    let used = 0;
    let here = 1;
    for (const word of paragraph.split(" ")) {
      const wide = textWidth(word, face, size);
      // the blank at the end of a line takes no room
      if (used > 0 && used + wide > room) {
        here++;
        used = 0;
      }
      used += wide + blank;
    }
    return lines + here;
  }, 0);
}

/** Most that Excel takes for a row, pt. */
const MOST = 405;

/** Height that a text takes, pt. */
export function textHeight(text: string, widthMm: number, size: number, bold = false): number {
  const height = Math.ceil(countLines(text, widthMm * PT_PER_MM, size, bold) * size * LINE + 3);
  return Math.min(MOST, Math.max(LEAST, height));
}

/** Width of a column in Excel's unit, characters of the default font (7 px at 96 dpi) with 5 px of padding. */
export function characters(widthMm: number): number {
  const pixels = (widthMm / 25.4) * 96;
  return Math.round(((pixels - 5) / 7) * 100) / 100;
}
