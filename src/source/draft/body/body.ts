import { reportDraft } from "../../../findings/messages/draft.js";
import { foldTone } from "../../../norms/tone.js";
import { readPipeTable, readTableBlock, type TableContext } from "../table/tables.js";
import { dropComments } from "../text/comments.js";
import { indentOf, positionIn, type SourceLine } from "../text/lines.js";
import type { PlaceBook } from "../text/position.js";
import { Assembler } from "./assemble.js";
import type { NoteBook } from "./notes.js";
import { readOpened } from "./openings.js";
import { scanBody } from "./scan.js";

/** What reading a body depends on. */
export interface BodyContext extends TableContext {
  readonly notes: NoteBook;
  readonly places: PlaceBook;
}

/** Words that make a block a table; the second for keyboards without Vietnamese. */
const TABLE_WORDS = ["bảng", "bang"].map(foldTone);

/**
 * Reads the body of a draft. Notes are numbered while their references are met, so blocks are read in order.
 *
 * @param lines the lines below the header
 * @returns blocks and annexes; definitions of notes go to the note book
 */
export async function readBody(lines: readonly SourceLine[], context: BodyContext): Promise<Assembler> {
  const { journal, places, notes } = context;
  const assembler = new Assembler(journal, places);
  const chunks = scanBody(dropComments(lines, journal));
  for (const chunk of chunks) {
    const first = chunk.lines[0];
    if (first === undefined) continue;
    const at = positionIn(first, indentOf(first.text));
    switch (chunk.kind) {
      case "paragraph":
        assembler.addParagraph(readOpened(chunk.lines, false, context), at);
        break;
      case "heading":
        assembler.addHeading(readOpened([chunk.line], true, context), at);
        break;
      case "note":
        notes.define(chunk.definition);
        break;
      case "strayRow":
        journal.add(reportDraft("draft/table-rule-missing", { text: first.text }, at));
        break;
      case "table": {
        const table = readPipeTable(chunk.lines, context);
        if (table !== undefined) assembler.add({ kind: "table", table }, at);
        break;
      }
      case "fence": {
        if (!chunk.closed) journal.add(reportDraft("draft/fence-unclosed", { text: first.text }, at));
        if (!TABLE_WORDS.includes(foldTone(chunk.info))) {
          journal.add(reportDraft("draft/code-block", { text: first.text }, at));
          break;
        }
        const table = await readTableBlock(chunk.lines.slice(1), at, context);
        if (table !== undefined) assembler.add({ kind: "table", table }, at);
      }
    }
  }
  return assembler;
}
