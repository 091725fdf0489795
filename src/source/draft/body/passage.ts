import { positionIn, type SourceLine, trimLine } from "../text/lines.js";
import type { Position } from "../text/position.js";

/** Text that is read as one paragraph, and where its characters stand in the draft. */
export class Passage {
  /** The lines without blanks at their ends, joined by line feeds. */
  readonly text: string;
  private readonly lines: readonly SourceLine[];

  /**
   * @param lines lines of the draft, at least one
   */
  constructor(lines: readonly SourceLine[]) {
    this.lines = lines.map(trimLine);
    this.text = this.lines.map((line) => line.text).join("\n");
  }

  /** The place of a character of `text`. */
  positionAt(offset: number): Position {
    let start = 0;
    for (const line of this.lines) {
      if (offset <= start + line.text.length) return positionIn(line, offset - start);
      start += line.text.length + 1;
    }
    const last = this.lines.at(-1);
    return last === undefined ? { line: 1, column: 1 } : positionIn(last, last.text.length);
  }
}
