/**
 * Writes fonts/metrics.json: the advance of every character of the four faces, in font units,
 * as runs of neighbouring code points. Run again after changing a font file.
 */
import { writeFileSync } from "node:fs";
import * as fontkit from "fontkit";

const FACES = { regular: "Regular", bold: "Bold", italic: "Italic", boldItalic: "BoldItalic" } as const;

function measure(file: string) {
  const font = fontkit.openSync(file);
  if (!("characterSet" in font)) throw new Error(`${file} is a collection of fonts`);
  const runs: { from: number; advances: number[] }[] = [];
  for (const code of [...new Set(font.characterSet)].sort((a, b) => a - b)) {
    const advance = font.glyphForCodePoint(code).advanceWidth;
    const last = runs.at(-1);
    if (last !== undefined && last.from + last.advances.length === code) last.advances.push(advance);
    else runs.push({ from: code, advances: [advance] });
  }
  return { unitsPerEm: font.unitsPerEm, ascent: font.ascent, descent: -font.descent, lineGap: font.lineGap, runs };
}

const metrics = Object.fromEntries(
  Object.entries(FACES).map(([face, name]) => [face, measure(`fonts/Tinos-${name}.ttf`)]),
);
writeFileSync("fonts/metrics.json", `${JSON.stringify(metrics)}\n`);
