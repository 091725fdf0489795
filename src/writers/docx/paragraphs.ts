/** Paragraphs: a reference to the named style, and what differs from it. */
import {
  BorderStyle,
  type IBordersOptions,
  type IFrameOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
} from "docx";
import type { BorderLine, StyledParagraph } from "../../layout/styled.js";
import { paragraphDifference } from "./looks.js";
import { borderEighths, halfPoints, twips } from "./measures.js";
import { runsOf } from "./runs.js";
import { NORMAL, styleOf } from "./style-sheet.js";
import type { Writing } from "./writing.js";

/** What a paragraph's place adds to it. */
export interface ParagraphPlace {
  /** Runs before its text: the mark of a footnote. */
  readonly opening?: readonly ParagraphChild[];
  /** Fixed place on the page. */
  readonly frame?: IFrameOptions;
}

function borderLine(line: BorderLine) {
  return {
    style: BorderStyle.SINGLE,
    size: borderEighths(line.width),
    space: Math.round(line.space),
    color: "000000",
  };
}

function bordersOf(paragraph: StyledParagraph): { border?: IBordersOptions } {
  const { box } = paragraph;
  const { borderTop = box, borderBottom = box } = paragraph;
  if (borderTop === undefined && borderBottom === undefined) return {};
  return {
    border: {
      ...(borderTop === undefined ? {} : { top: borderLine(borderTop) }),
      ...(borderBottom === undefined ? {} : { bottom: borderLine(borderBottom) }),
      ...(box === undefined ? {} : { left: borderLine(box), right: borderLine(box) }),
    },
  };
}

/** Outline level 9 is body text; it takes a paragraph in a heading's style out of the navigation pane. */
const BODY_TEXT = 9;

function outlineOf(paragraph: StyledParagraph, styleLevel: number | undefined): { outlineLevel?: number } {
  const level = paragraph.structure.kind === "heading" ? paragraph.structure.level : undefined;
  if (level === styleLevel) return {};
  return { outlineLevel: level === undefined ? BODY_TEXT : Math.min(level, BODY_TEXT) - 1 };
}

/** A paragraph with its runs. */
export function paragraphOf(paragraph: StyledParagraph, writing: Writing, place: ParagraphPlace = {}): Paragraph {
  const style = styleOf(writing.sheet, paragraph);
  const runs = paragraph.inlines.flatMap((inline) => runsOf(inline, style.run, writing));
  return new Paragraph({
    ...(style.id === NORMAL ? {} : { style: style.id }),
    ...paragraphDifference(paragraph, style.paragraph),
    ...bordersOf(paragraph),
    ...outlineOf(paragraph, style.outlineLevel),
    ...(place.frame === undefined ? {} : { frame: place.frame }),
    // The paragraph mark's own size is the height of an empty paragraph.
    ...(paragraph.markSize === style.run.size ? {} : { run: { size: halfPoints(paragraph.markSize) } }),
    children: place.opening === undefined ? runs : [...place.opening, ...runs],
  });
}

/** A paragraph one point high, for the places where Word requires one: after a table at the end of a cell or section. */
export function hairParagraph(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: twips(1), lineRule: LineRuleType.EXACT },
    indent: { left: 0, right: 0, firstLine: 0 },
    run: { size: halfPoints(1) },
  });
}
