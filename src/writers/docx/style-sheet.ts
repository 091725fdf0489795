/** The styles that the paragraphs of a document refer to: declared ones, and Word's own where they are needed. */
import { DEFAULT_SIZE, type NamedStyle, type StyledDocument, type StyledParagraph } from "../../layout/styled.js";
import type { ParagraphLook } from "./looks.js";

export const NORMAL = "Normal";
export const FOOTNOTE_TEXT = "FootnoteText";
export const FOOTNOTE_REFERENCE = "FootnoteReference";
export const PAGE_HEADER = "Header";

/** Paragraphs without a style: single lines from margin to margin, no space around them. */
export const PLAIN: ParagraphLook = {
  align: "left",
  firstIndent: 0,
  left: 0,
  right: 0,
  before: 0,
  after: 0,
  line: { rule: "auto", value: 1 },
  keepNext: false,
  keepLines: false,
};

/** The styles of a document. */
export interface StyleSheet {
  /** Style by the id that paragraphs name. Its own id, that of the file, may be another: Word's own for footnotes. */
  readonly byName: ReadonlyMap<string, NamedStyle>;
  /** What a paragraph stands in whose style is not declared. Its size is that of the footnote separator's line. */
  readonly normal: NamedStyle;
}

/** The style of a paragraph. */
export function styleOf(sheet: StyleSheet, paragraph: StyledParagraph): NamedStyle {
  return sheet.byName.get(paragraph.style) ?? sheet.normal;
}

/** The styles to write, each once. */
export function writtenStyles(sheet: StyleSheet): NamedStyle[] {
  return [...new Map([sheet.normal, ...sheet.byName.values()].map((style) => [style.id, style])).values()];
}

/** A style read off a paragraph, for one of Word's own styles that the document does not declare. */
function styleFrom(id: string, paragraph: StyledParagraph): NamedStyle {
  const { align, firstIndent, left, right, before, after, line, keepNext, keepLines, markSize } = paragraph;
  return {
    id,
    name: id,
    run: { size: markSize },
    paragraph: { align, firstIndent, left, right, before, after, line, keepNext, keepLines },
  };
}

/**
 * The style sheet of a document. Footnotes and page numbers stand in Word's own styles, with the look of the declared
 * ones: LibreOffice measures the notes by theirs, and a note that is added in Word looks like the others.
 */
export function styleSheetOf(document: StyledDocument): StyleSheet {
  const byName = new Map(document.styles.map((style) => [style.id, style]));
  const normal = byName.get(NORMAL) ?? {
    id: NORMAL,
    name: NORMAL,
    run: { size: DEFAULT_SIZE },
    paragraph: PLAIN,
  };
  const roles = [
    [FOOTNOTE_TEXT, document.notes[0]?.paragraphs[0]],
    [PAGE_HEADER, document.sections[0]?.pageNumber],
  ] as const;
  for (const [id, paragraph] of roles) {
    if (paragraph === undefined || byName.has(id)) continue;
    const declared = byName.get(paragraph.style);
    byName.set(paragraph.style, declared === undefined ? styleFrom(id, paragraph) : { ...declared, id });
  }
  return { byName, normal };
}
