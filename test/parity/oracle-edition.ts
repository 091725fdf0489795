/**
 * The edition of a document that the oracle can judge. `docx/layout` 9.15 ends a word at every bookmark and footnote
 * reference, so it breaks lines inside "uỷ(1)." and "(1.054;" where Word and LibreOffice do not. In this edition
 * bookmarks are left out, a footnote's mark is plain raised text, and its reference, half a point in size,
 * stands before the word that the mark belongs to. Both layouts are then made of this edition.
 */
import type { StyledBlock, StyledDocument, StyledInline, StyledParagraph } from "../../src/layout/styled.js";

/** Name of the embedded font: the oracle measures "Times New Roman" from a table rounded to 1/1000 em. */
export const ORACLE_FONT = "Tinos";

/** Size of the reference, pt: too small to matter in a line. */
const ANCHOR_SIZE = 0.5;

/** Splits text after its last blank: what stays before the word, and the word's own beginning. */
function splitAtWord(text: string): [string, string] {
  const blank = text.lastIndexOf(" ");
  return [text.slice(0, blank + 1), text.slice(blank + 1)];
}

function editParagraph(paragraph: StyledParagraph): StyledParagraph {
  const inlines: StyledInline[] = [];
  for (const inline of paragraph.inlines) {
    if (inline.kind === "text") {
      const { binding: _binding, ...plain } = inline;
      inlines.push(plain);
      continue;
    }
    if (inline.kind !== "noteMark") {
      inlines.push(inline);
      continue;
    }
    const moved: StyledInline[] = [];
    for (let last = inlines.at(-1); last?.kind === "text"; last = inlines.at(-1)) {
      const [before, word] = splitAtWord(last.text);
      inlines.pop();
      if (word !== "") moved.unshift({ ...last, text: word });
      if (before !== "") {
        inlines.push({ ...last, text: before });
        break;
      }
    }
    const anchor: StyledInline = { kind: "noteMark", note: inline.note, text: String(inline.note), size: ANCHOR_SIZE };
    inlines.push(anchor, ...moved, { ...inline, kind: "text" });
  }
  return { ...paragraph, inlines };
}

function editBlock(block: StyledBlock): StyledBlock {
  if (block.kind === "paragraph") return editParagraph(block);
  return {
    ...block,
    rows: block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(editBlock) })),
    })),
  };
}

/** A document as the oracle can judge it. */
export function oracleEdition(styled: StyledDocument): StyledDocument {
  return {
    ...styled,
    font: ORACLE_FONT,
    sections: styled.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map(editBlock),
      lastPageFoot: [],
    })),
    notes: styled.notes.map((note) => ({
      ...note,
      markText: String(note.note),
      paragraphs: note.paragraphs.map(editParagraph),
    })),
  };
}
