/** The text of a Word file and what follows its closing: notices, annexes. */
import type { Document } from "../../../model/document.js";
import { opensAnnex, readAnnexes } from "./annexes.js";
import { BodyBuilder, type BodyContext } from "./body.js";
import type { InlineSource } from "./inlines.js";
import type { NoteOrder } from "./notes.js";
import type { Observer } from "./observer.js";
import { readFoot } from "./read-foot.js";
import type { RecognisedFile } from "./recognise.js";

interface ReadBody extends Pick<Document, "body" | "annexes"> {
  /** Fields that stand right behind the closing. */
  readonly foot: Partial<Document>;
  /** Labels that annexes were given because they had none. */
  readonly unlabelled: readonly string[];
}

/** Reads the text, its notices and its annexes. */
export function readBody(
  { text, parts, norm }: RecognisedFile,
  notes: NoteOrder,
  source: InlineSource,
  observer: Observer,
): ReadBody {
  const context: BodyContext = {
    norm,
    source,
    notes,
    places: observer.places,
    see: observer.see,
    aside: (line) => observer.annotate("unplaced", [line]),
  };
  const { body: blocks, after, afterFrom, closing } = parts;
  // without a closing the annexes stand in the same run of blocks
  const closed = closing.signatures.length > 0 || closing.recipients.length > 0;
  const cut = closed ? -1 : blocks.findIndex((block) => block.kind === "paragraph" && opensAnnex(block));
  const body = new BodyBuilder(context);
  for (const block of cut === -1 ? blocks : blocks.slice(0, cut)) body.add(block);
  const foot = readFoot(after, observer);
  const behind = cut === -1 ? after.slice(foot.blocks) : [...blocks.slice(cut), ...after];
  const from = cut === -1 ? afterFrom + foot.blocks : afterFrom - (blocks.length - cut);
  const { annexes, unlabelled } = readAnnexes(behind, from, text.sections, context);
  return { body: body.blocks, annexes: [...annexes], foot: cut === -1 ? foot.fields : {}, unlabelled };
}
