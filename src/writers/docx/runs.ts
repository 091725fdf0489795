/** Inlines as runs. */
import { ImageRun, PageNumber, type ParagraphChild, TextRun } from "docx";
import type { RunLook, StyledImage, StyledInline } from "../../layout/styled.js";
import { runDifference } from "./looks.js";
import { pixels } from "./measures.js";
import type { Writing } from "./writing.js";

/** Characters that XML 1.0 does not allow; a Word file with one of them does not open. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of what is forbidden
export const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

function imageRun(image: StyledImage, id: number): ImageRun {
  return new ImageRun({
    type: "png",
    data: image.data,
    transformation: { width: pixels(image.width), height: pixels(image.height) },
    altText: { id: String(id), name: `Hình ${id}`, description: image.alt },
  });
}

/** Runs of one inline. `base` is the look of the paragraph's style. */
export function runsOf(inline: StyledInline, base: RunLook, writing: Writing): readonly ParagraphChild[] {
  switch (inline.kind) {
    case "text": {
      const run = new TextRun({ ...runDifference(inline, base), text: inline.text.replace(NOT_IN_XML, "") });
      return inline.binding === undefined ? [run] : [writing.bookmark(inline.binding, [run])];
    }
    case "noteMark": {
      const { superScript: _, ...look } = runDifference(inline, base);
      return writing.notes.mark(inline, look);
    }
    case "pageNumber":
      return [new TextRun({ ...runDifference(inline, base), children: [PageNumber.CURRENT] })];
    case "image":
      return [imageRun(inline, writing.nextDrawing())];
  }
}
