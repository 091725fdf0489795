import type { Annex } from "../../model/annex.js";
import type { Block, Footnote, Heading } from "../../model/block.js";
import type { Inlines } from "../../model/inline.js";
import { NAMED_FORMS } from "../../source/draft/body/marks.js";
import { escapeText } from "./escape.js";
import { writeInlines } from "./inlines.js";
import { writeOpened } from "./opened.js";
import { writeTable } from "./table.js";

/** The blocks of a body or an annex, each in the draft's syntax; what cannot be seen is left out. */
export function writeBlocks(blocks: readonly Block[]): string[] {
  return blocks.flatMap(writeBlock).filter((block) => block !== "");
}

function writeBlock(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return writeHeading(block);
    case "paragraph":
      return [writeOpened(block.mark, block.inlines, false)];
    case "operativeWords":
      return [escapeText(block.text)];
    case "table":
      return [writeTable(block.table)];
  }
}

/** A heading; of a part, a chapter or a section the name is a heading of its own. */
function writeHeading({ mark, inlines }: Heading): string[] {
  if (mark === undefined || inlines.length === 0 || !NAMED_FORMS.includes(mark.form)) {
    return [headingLine(writeOpened(mark, inlines, true))];
  }
  return [headingLine(writeOpened(mark, [], true)), headingLine(writeOpened(undefined, inlines, true))];
}

/** `#` signs at the end of a heading would be taken for decoration. */
function headingLine(words: string): string {
  return words === "" ? "" : `# ${words.replace(/(?<=^| )#+$/u, "\\$&")}`;
}

/** An annex: label, title lines, kèm-theo line and blocks. */
export function writeAnnex({ label, title, attachment, orientation, blocks }: Annex): string[] {
  return [
    `# ${escapeText(label)}${orientation === "landscape" ? " {ngang}" : ""}`,
    ...title.map((line) => headingLine(writeOpened(undefined, textOf(line), true))),
    ...(attachment === undefined ? [] : [escapeText(attachment)]),
    ...writeBlocks(blocks),
  ];
}

function textOf(line: string): Inlines {
  return line === "" ? [] : [{ kind: "text", text: line }];
}

/**
 * A footnote.
 *
 * @param number its number, which is also its label
 */
export function writeNote({ paragraphs }: Footnote, number: number): string {
  return `[^${number}]: ${paragraphs.map(writeInlines).join("\n\n    ")}`;
}
