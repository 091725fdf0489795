import type { Inlines } from "../../../model/inline.js";
import { type InlineContext, readInlines } from "../body/inlines.js";
import { Passage } from "../body/passage.js";
import { positionIn } from "../text/lines.js";
import type { PlaceBook } from "../text/position.js";
import type { HeaderEntry } from "./entry.js";
import { readLines } from "./values.js";

/** Reads the value of "căn cứ". */
export type LegalBasisReader = (entry: HeaderEntry) => Inlines[] | undefined;

/**
 * Makes the reader of "căn cứ": one basis a line, with inline Markdown; a dash before it is not part of it, and its
 * end mark is.
 */
export function legalBasisReader(context: InlineContext, places: PlaceBook): LegalBasisReader {
  return (entry) =>
    readLines(entry, context.journal)?.map((line) => {
      const dash = /^-[ \t]+/u.exec(line.text)?.[0] ?? "";
      const bare = { ...line, text: line.text.slice(dash.length) };
      return places.mark(readInlines(new Passage([bare]), context), positionIn(line, 0));
    });
}
