/** Sections: page, margins, headers and footers, and what stands at a fixed place of the last page. */
import {
  type FileChild,
  Footer,
  FrameAnchorType,
  FrameWrap,
  Header,
  type IFrameOptions,
  type ISectionOptions,
  NumberFormat,
  PageOrientation,
  type Paragraph,
  SectionType,
} from "docx";
import { LINE_EM } from "../../layout/face.js";
import type { StyledDocument, StyledParagraph, StyledSection } from "../../layout/styled.js";
import { twips } from "./measures.js";
import { hairParagraph, paragraphOf } from "./paragraphs.js";
import { blocksOf } from "./tables.js";
import type { Writing } from "./writing.js";

/** Height of a paragraph of one line, pt. */
function lineHeight(paragraph: StyledParagraph): number {
  const { line } = paragraph;
  const sizes = paragraph.inlines.flatMap((inline) => (inline.kind === "image" ? [] : [inline.size]));
  const height = line.rule === "exact" ? line.value : Math.max(paragraph.markSize, ...sizes) * LINE_EM * line.value;
  return paragraph.before + height + paragraph.after;
}

/** A frame across the text's width whose lower edge lies `footerFromBottom` above the page's edge. */
function lastPageFrame(section: StyledSection): IFrameOptions {
  const { width, height, margins, footerFromBottom, lastPageFoot } = section;
  const lines = lastPageFoot.reduce((sum, paragraph) => sum + lineHeight(paragraph), 0);
  return {
    type: "absolute",
    position: { x: 0, y: twips(height - footerFromBottom - lines) },
    width: twips(width - margins.left - margins.right),
    wrap: FrameWrap.AROUND,
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.PAGE },
  };
}

/**
 * The text of a section, ending in a paragraph that is neither in a table nor in a frame: Word needs it to end the
 * section, and hangs the frames before it on the page where it stands.
 */
function textOf(section: StyledSection, writing: Writing): FileChild[] {
  const { blocks } = section;
  const written = blocksOf(blocks, writing);
  const frame = lastPageFrame(section);
  const foot = section.lastPageFoot.map((paragraph) => paragraphOf(paragraph, writing, { frame }));
  const last = blocks.at(-1);
  const closed = last?.kind === "paragraph" && (foot.length === 0 || last.inlines.length === 0);
  const end = closed ? written.slice(-1) : [hairParagraph()];
  return [...(closed ? written.slice(0, -1) : written), ...foot, ...end];
}

/** The page number's paragraph, or an empty one of its look for a header without a number. */
function numberParagraph(section: StyledSection, writing: Writing, shown: boolean): Paragraph {
  const { pageNumber } = section;
  return paragraphOf(shown ? pageNumber : { ...pageNumber, inlines: [] }, writing);
}

function headersOf(section: StyledSection, writing: Writing): NonNullable<ISectionOptions["headers"]> {
  const top = section.firstPageTop.map((paragraph) => paragraphOf(paragraph, writing));
  return {
    default: new Header({ children: [numberParagraph(section, writing, true)] }),
    first: new Header({
      children: top.length > 0 ? top : [numberParagraph(section, writing, !hidesFirstNumber(section))],
    }),
  };
}

/** A section whose numbers run on from the one before shows them from its first page. */
const hidesFirstNumber = (section: StyledSection): boolean => section.firstPageNumber !== undefined;

/** A section without a footer of its own would show that of the section before: all have one, or none. */
function footersOf(
  section: StyledSection,
  document: StyledDocument,
  writing: Writing,
): NonNullable<ISectionOptions["footers"]> {
  if (document.sections.every((each) => each.firstPageFoot.length === 0)) return {};
  const foot = section.firstPageFoot.map((paragraph) => paragraphOf(paragraph, writing));
  return { first: new Footer({ children: foot.length > 0 ? foot : [numberParagraph(section, writing, false)] }) };
}

/** A section with its text. `index` counts from 0. */
export function sectionOf(
  document: StyledDocument,
  section: StyledSection,
  index: number,
  writing: Writing,
): ISectionOptions {
  const { margins, orientation } = section;
  const landscape = orientation === "landscape";
  return {
    properties: {
      ...(index === 0 ? {} : { type: SectionType.NEXT_PAGE }),
      titlePage: hidesFirstNumber(section) || section.firstPageTop.length + section.firstPageFoot.length > 0,
      page: {
        // `docx` turns the sheet itself: it wants the upright size.
        size: {
          width: twips(landscape ? section.height : section.width),
          height: twips(landscape ? section.width : section.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          right: twips(margins.right),
          header: twips(section.headerFromTop),
          footer: twips(section.footerFromBottom),
          gutter: 0,
        },
        pageNumbers: {
          ...(section.firstPageNumber === undefined ? {} : { start: section.firstPageNumber }),
          formatType: NumberFormat.DECIMAL,
        },
      },
    },
    children: textOf(section, writing),
    headers: headersOf(section, writing),
    footers: footersOf(section, document, writing),
  };
}
