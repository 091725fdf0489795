import type { Inlines } from "../../../model/inline.js";
import type { InlineContext } from "../body/inline-context.js";
import { readInlines } from "../body/inlines.js";
import { Passage } from "../body/passage.js";
import { cutLine, positionIn } from "../text/lines.js";
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
      const bare = cutLine(line, 0, /^-[ \t]+/u.exec(line.text)?.[0].length ?? 0);
      return places.mark(readInlines(new Passage([bare]), context), positionIn(line, 0));
    });
}
