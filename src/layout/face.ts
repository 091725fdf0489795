/** Advances of the font's four faces: what every width in the product is measured with. */
import metrics from "../../fonts/metrics.json" with { type: "json" };
import type { Face } from "./page.js";

const BASIC_PLANE = 0x10000;
const MISSING = 0xffff;

/** Advance by code point, in thousandths of the size after `unitsPerEm`; MISSING where the face has no glyph. */
function advanceTable(face: Face): Uint16Array {
  const table = new Uint16Array(BASIC_PLANE).fill(MISSING);
  for (const { from, advances } of metrics[face].runs) {
    for (const [index, advance] of advances.entries()) {
      const code = from + index;
      if (code >= 0x20 && code < BASIC_PLANE) table[code] = advance;
    }
  }
  return table;
}

const tables: { [F in Face]?: Uint16Array } = {};
function tableOf(face: Face): Uint16Array {
  let table = tables[face];
  if (table === undefined) {
    table = advanceTable(face);
    tables[face] = table;
  }
  return table;
}

const { unitsPerEm, ascent, descent, lineGap } = metrics.regular;

/** Height of the font's own line, in parts of the size: ascent, descent and gap (1.1499 em for Times New Roman). */
export const LINE_EM = (ascent + descent + lineGap) / unitsPerEm;
/** Height above the baseline that a line of the font's own height gives the text, in parts of the size. */
export const ASCENT_EM = (ascent + lineGap) / unitsPerEm;
export const DESCENT_EM = descent / unitsPerEm;

/** The face of a run. */
export function faceOf(look: { readonly bold?: boolean; readonly italic?: boolean }): Face {
  if (look.bold) return look.italic ? "boldItalic" : "bold";
  return look.italic ? "italic" : "regular";
}

/** Whether the face has a glyph for the code point. */
export function hasGlyph(codePoint: number, face: Face): boolean {
  return codePoint < BASIC_PLANE && tableOf(face)[codePoint] !== MISSING;
}

/**
 * Width of a text set in one face, glyph by glyph: no kerning, no ligatures, as Word sets it by default.
 *
 * @param size in pt
 * @returns width in pt; a character without a glyph counts nothing (preflight refuses it before)
 */
export function textWidth(text: string, face: Face, size: number): number {
  const table = tableOf(face);
  let units = 0;
  for (let index = 0; index < text.length; index++) {
    const advance = table[text.charCodeAt(index)];
    if (advance !== undefined && advance !== MISSING) units += advance;
  }
  return (units / unitsPerEm) * size;
}
