/** Footnotes at the foot of a page: what they need, and where a long one is cut to continue overleaf. */
import { LINE_EM } from "../face.js";
import { DEFAULT_SIZE, type StyledNote, type StyledParagraph, withNoteMark } from "../styled.js";
import { leastLines, linesKept, type MeasuredLine, type MeasuredParagraph, measureParagraph } from "./measure.js";

/** The separator is a line of the document's default size (docx writes it so; LibreOffice 25 and Word lay it out so). */
export const SEPARATOR_HEIGHT = LINE_EM * DEFAULT_SIZE;

/** Lines may overrun the foot of the page by this much (rounding), pt. */
export const TOLERANCE = 0.01;

interface NoteLine {
  readonly paragraph: number;
  readonly line: MeasuredLine;
  /** Space above, where it is not the first line shown. */
  readonly above: number;
}

/** A footnote broken into lines. */
export interface MeasuredNote {
  readonly note: number;
  readonly paragraphs: readonly MeasuredParagraph[];
  readonly lines: readonly NoteLine[];
}

/** Lines `from` up to `to` (exclusive) of a footnote, shown on one page. */
export interface NotePart {
  readonly note: MeasuredNote;
  readonly from: number;
  readonly to: number;
}

/** Measures a footnote in the width of the page's text; its mark opens the first paragraph. */
export function measureNote(note: StyledNote, width: number): MeasuredNote {
  const sources: StyledParagraph[] = note.paragraphs.map((paragraph, index) =>
    index === 0 ? withNoteMark(paragraph, note) : paragraph,
  );
  const paragraphs = sources.map((paragraph) => measureParagraph(paragraph, width));
  const lines = paragraphs.flatMap((paragraph, index) => {
    const previous = paragraphs[index - 1];
    const gap = previous === undefined ? 0 : Math.max(previous.source.after, paragraph.source.before);
    return paragraph.lines.map((line, at) => ({ paragraph: index, line, above: at === 0 ? gap : 0 }));
  });
  return { note: note.note, paragraphs, lines };
}

/** Height of lines `from` to `to` of a footnote. */
export function heightOfPart(note: MeasuredNote, from: number, to: number): number {
  return note.lines
    .slice(from, to)
    .reduce((sum, { line, above }, index) => sum + line.height + (index === 0 ? 0 : above), 0);
}

/** How many of a footnote's first lines must stand on the page of its mark. */
export function leastOfNote(note: MeasuredNote): number {
  const first = note.paragraphs[0];
  return first === undefined ? 0 : leastLines(first);
}

/** The end of the part of a footnote, from a line on, that fits in a room. */
export function cutNote(note: MeasuredNote, from: number, room: number): number {
  let height = 0;
  let end = from;
  while (end < note.lines.length) {
    const next = note.lines[end];
    if (next === undefined) break;
    height += next.line.height + (end === from ? 0 : next.above);
    if (height > room + TOLERANCE) break;
    end++;
  }
  if (end >= note.lines.length) return end;
  const paragraph = note.lines[end]?.paragraph ?? 0;
  const start = note.lines.findIndex((line) => line.paragraph === paragraph);
  const total = note.paragraphs[paragraph]?.lines.length ?? 0;
  const kept = linesKept(
    total - Math.max(0, from - start),
    end - Math.max(start, from),
    note.paragraphs[paragraph]?.source.keepLines === true,
    from <= start,
  );
  return Math.max(start, from) + kept;
}
