/** Lines of text as content-stream operators: one run per segment, every glyph at the place that layout gave it. */
import type { PlacedLine, Segment } from "../../layout/page.js";
import type { FaceFont, Fonts } from "./fonts.js";
import type { KitPage } from "./kit.js";
import { colorOperands, num } from "./operators.js";

const SPACE = 0x20;

/** A segment's glyphs, with `gap` pt added at each U+0020: PDF's own word spacing does not reach two-byte codes. */
function showOperator(text: string, font: FaceFont, size: number, gap: number): string {
  let shown = "<";
  const added = gap === 0 ? "" : `>${num((-gap / size) * 1000)}<`;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (codePoint > 0xffff) index++;
    shown += font.code(codePoint);
    // Nothing after the last glyph: the next segment has a place of its own.
    if (codePoint === SPACE && index < text.length - 1) shown += added;
  }
  return added === "" || !shown.includes(">") ? `${shown}> Tj\n` : `[${shown}>] TJ\n`;
}

/** Writes text into one page, and remembers the font and colour that the page's content stands at. */
export class Pen {
  private font = "";
  private color: string | undefined;

  constructor(
    private readonly page: KitPage,
    private readonly fonts: Fonts,
  ) {}

  /**
   * @param line a line of the page
   * @param blankAfter whether the text goes on with a blank on the next line; tagged text must hold it (ISO 32000-1,
   *   14.8.2.6.2), and nothing is seen of it
   * @returns operators for a text object, in a coordinate system with its origin at the bottom left
   */
  line(line: PlacedLine, blankAfter: boolean): string {
    let operators = "";
    const last = line.segments.length - 1;
    for (const [index, segment] of line.segments.entries()) {
      const blank = blankAfter && index === last && !segment.text.endsWith(" ") ? " " : "";
      operators += this.segment(segment, segment.text + blank, this.page.height - line.baseline);
    }
    return operators;
  }

  private segment(segment: Segment, text: string, baseline: number): string {
    const font = this.fonts.get(segment.face);
    let operators = "";
    const setting = `/${font.kit.id} ${num(segment.size)} Tf `;
    if (setting !== this.font) {
      this.page.fonts[font.kit.id] ??= font.kit.ref();
      this.font = setting;
      operators += setting;
    }
    if (segment.color !== this.color) {
      this.color = segment.color;
      operators += `${colorOperands(segment.color)} rg `;
    }
    operators += `1 0 0 1 ${num(segment.x)} ${num(baseline + segment.rise)} Tm `;
    return operators + showOperator(text, font, segment.size, segment.gap);
  }
}
