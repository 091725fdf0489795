/** From the model and its norm to a styled document: every decision about looks is taken here. */
import type { Document } from "../../model/document.js";
import type { Margins, Norm } from "../../norms/norm.js";
import { typeBySlug } from "../../norms/types.js";
import { breakLines } from "../line-breaking.js";
import type { StyledBlock, StyledDocument, StyledNote, StyledParagraph, StyledSection } from "../styled.js";
import { styleAnnex } from "./annex.js";
import { type BodyContext, componentLevels, headingLevels, styleBlocks } from "./body.js";
import { styleClosing } from "./closing.js";
import { styleHead } from "./head.js";
import { type Highlights, Looks } from "./looks.js";
import type { Images } from "./signature.js";
import { mm } from "./units.js";

/** Lines of the body that stay with the signature (norms C13). */
const LINES_WITH_SIGNATURE = 2;
/** Height of a paragraph that stands only where the file format wants one, pt. */
const HAIR = 1;

/** Margins of a landscape page: the portrait page turned so that its binding edge lies on top (HD05 IV.4.3). */
const turned = ({ top, bottom, left, right }: Margins): Margins => ({
  top: left,
  bottom: right,
  left: bottom,
  right: top,
});

interface Frame extends Pick<StyledSection, "width" | "height" | "orientation" | "margins" | "mirrored"> {
  readonly textWidth: number;
  readonly textHeight: number;
}

function frameOf(norm: Norm, orientation: "portrait" | "landscape", duplex: boolean): Frame {
  const { width, height } = norm.page.size.use;
  const portrait = orientation === "portrait";
  const margins = portrait ? norm.page.margins.use : turned(norm.page.margins.use);
  const [pageWidth, pageHeight] = portrait ? [mm(width), mm(height)] : [mm(height), mm(width)];
  const inPoints = {
    top: mm(margins.top),
    bottom: mm(margins.bottom),
    left: mm(margins.left),
    right: mm(margins.right),
  };
  return {
    width: pageWidth,
    height: pageHeight,
    orientation,
    margins: inPoints,
    mirrored: duplex && portrait,
    textWidth: pageWidth - inPoints.left - inPoints.right,
    textHeight: pageHeight - inPoints.top - inPoints.bottom,
  };
}

/** Keeps the end of the body with the closing: the last paragraphs, until they have two lines. */
function keepWithClosing(body: StyledBlock[], width: number): void {
  let lines = 0;
  for (let index = body.length - 1; index >= 0 && lines < LINES_WITH_SIGNATURE; index--) {
    const block = body[index];
    if (block?.kind !== "paragraph") return;
    body[index] = { ...block, keepNext: true };
    lines += breakLines(block, width).length;
  }
}

/**
 * Styles a document.
 *
 * @param document the model
 * @param norm its layout norm
 * @param images signatures by the path that the draft names
 * @param highlights what stands on a yellow ground, of a draft
 */
export function style(
  document: Document,
  norm: Norm,
  images: Images = new Map(),
  highlights?: Highlights,
): StyledDocument {
  const looks = new Looks(norm, document.presentation, highlights);
  const type = typeBySlug(document.type, document.family);
  const levels = headingLevels(document);
  const duplex = document.presentation?.duplex === true;
  const pageNumber = looks.paragraph("pageNumber", [{ kind: "pageNumber", ...looks.run("pageNumber") }]);

  const context = (frame: Frame): BodyContext => ({ looks, levels, width: frame.textWidth, height: frame.textHeight });
  const section = (frame: Frame, blocks: readonly StyledBlock[], firstPageNumber?: number): StyledSection => ({
    width: frame.width,
    height: frame.height,
    orientation: frame.orientation,
    margins: frame.margins,
    mirrored: frame.mirrored,
    headerFromTop: mm(norm.page.numberFromTop.use),
    footerFromBottom: mm(norm.page.numberFromTop.use),
    pageNumber,
    ...(firstPageNumber === undefined ? {} : { firstPageNumber }),
    firstPageTop: [],
    firstPageFoot: [],
    lastPageFoot: [],
    blocks: blocks.at(-1)?.kind === "table" ? [...blocks, hairLine(looks)] : blocks,
  });
  // Word hangs a frame on a paragraph of its own at the end of the section
  const lastPageFoot = norm.publicityAt === "lastPageFoot" && document.publicity !== undefined;

  const frame = frameOf(norm, "portrait", duplex);
  const head = styleHead(document, type, looks, frame.textWidth);
  const body = styleBlocks(document.body, context(frame));
  const closing = styleClosing(document, looks, images, frame.textWidth);
  if (closing.length > 0) {
    if (body.at(-1)?.kind === "table")
      body.push(looks.line("body", "", { markSize: 6, line: { rule: "exact", value: 6 }, after: 0 }));
    keepWithClosing(body, frame.textWidth);
  }
  const contact = contactLines(document, looks);
  const publicity = document.publicity === undefined ? [] : [looks.line("publicity", document.publicity)];
  const below: StyledBlock[] = [
    ...(norm.publicityAt === "belowSignature" ? publicity.map((line) => ({ ...line, before: 12 })) : []),
    ...(norm.contactOn === "lastPage"
      ? contact.map((line, index) => (index === 0 ? { ...line, before: 12 } : line))
      : []),
  ];
  // LibreOffice puts a whole line before a table that begins a document with footnotes
  const opening = document.notes.length > 0 ? [hairLine(looks)] : [];
  const main = section(
    frame,
    [
      ...opening,
      ...separated(head.blocks, looks),
      ...body,
      ...closing,
      ...below,
      ...(lastPageFoot ? [hairLine(looks)] : []),
    ],
    1,
  );
  const sections: StyledSection[] = [
    {
      ...main,
      firstPageTop: head.circulation,
      firstPageFoot: norm.contactOn === "firstPage" ? contact : [],
      lastPageFoot: lastPageFoot ? publicity : [],
    },
    ...document.annexes.map((annex) => {
      const own = frameOf(norm, annex.orientation, duplex);
      const first = norm.page.annexNumbering.use === "own" ? 1 : undefined;
      return section(own, styleAnnex(annex, document, context(own)), first);
    }),
  ];
  const notes = styleNotes(document, looks);
  return {
    title: titleOf(document, type?.name),
    language: "vi-VN",
    font: norm.font.use,
    styles: looks.styles(componentLevels(levels, looks)),
    sections,
    notes,
  };
}

/** The least that a paragraph can be: Word and LibreOffice want one where a table stands first or last. */
const hairLine = (looks: Looks): StyledParagraph =>
  looks.line("recipient", "", { markSize: 1, line: { rule: "exact", value: HAIR } });

/** A header table is followed by a paragraph in every document; where the next block is a table, one is put between. */
function separated(head: readonly StyledBlock[], looks: Looks): StyledBlock[] {
  return head.at(-1)?.kind === "table"
    ? [...head, looks.line("body", "", { markSize: 12, line: { rule: "exact", value: 12 }, after: 0 })]
    : [...head];
}

/** Contact information below a rule across the page (HD05 PII.II.6, NĐ30 III.4). */
function contactLines(document: Document, looks: Looks): StyledParagraph[] {
  return (document.contact ?? []).map((line, index) =>
    looks.line("contact", line, index === 0 ? { borderTop: { width: 0.75, space: 2 } } : {}),
  );
}

function styleNotes(document: Document, looks: Looks): StyledNote[] {
  return document.notes.map((note, index) => ({
    note: index + 1,
    markText: looks.noteMark(index + 1),
    markSize: looks.formatting("footnote").size,
    paragraphs: note.paragraphs.map((inlines) => looks.paragraph("footnote", looks.inlines("footnote", inlines))),
  }));
}

function titleOf(document: Document, typeName: string | undefined): string {
  return [typeName, ...(document.subject ?? [])].filter((part) => part !== undefined && part !== "").join(" ");
}
