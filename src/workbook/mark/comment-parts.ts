/** Comments of a sheet: their text, and the old drawings by which Excel shows them (ECMA-376 part 1, 18.7; part 4, VML). */
import { columnOf, keyOfAddress, rowOf } from "../read/sheet/address.js";
import { escapeXml } from "./edits.js";

/** A comment on a cell. */
export interface Comment {
  readonly address: string;
  readonly text: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const AUTHOR = "vanthu";

/** Size of a comment: columns to the right, characters that fit into a line, least and most lines. */
const BOX = { columns: 4, characters: 40, least: 4, most: 24 } as const;

/** The part with the texts. */
export function commentsXml(comments: readonly Comment[]): string {
  const items = comments.map(
    ({ address, text }) =>
      `<comment ref="${address}" authorId="0"><text><r><rPr><sz val="10"/><rFont val="Times New Roman"/><family val="1"/></rPr><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  );
  return `${DECLARATION}<comments xmlns="${MAIN}"><authors><author>${AUTHOR}</author></authors><commentList>${items.join("")}</commentList></comments>`;
}

function linesOf(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / BOX.characters)), 0);
  return Math.min(BOX.most, Math.max(BOX.least, lines + 1));
}

/** The part with the boxes, hidden until the mouse is on the cell. */
export function commentBoxesXml(comments: readonly Comment[]): string {
  const shapes = comments.map(({ address, text }, index) => {
    const key = keyOfAddress(address) ?? 0;
    const [row, column] = [rowOf(key) - 1, columnOf(key) - 1];
    // left column, offset, top row, offset, right column, offset, bottom row, offset
    const anchor = [column + 1, 15, row, 2, column + 1 + BOX.columns, 15, row + linesOf(text), 4].join(", ");
    return `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join("")}</xml>`;
}
