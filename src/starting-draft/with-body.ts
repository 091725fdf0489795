/** A starting draft with another body: the header stays as the template has it, with its remarks. */
import type { Annex } from "../model/annex.js";
import type { Block } from "../model/block.js";
import { writeAnnex, writeBlocks } from "../writers/draft/blocks.js";

/** The header between its two lines of dashes. */
const HEADER = /^---[ \t]*\n[\s\S]*?\n---[ \t]*\n/u;

/**
 * Puts blocks in the place of a draft's body.
 *
 * @param draft text of a draft; one without a header keeps none
 * @param placeholders texts in brackets that stay open: what the writer escapes is no placeholder any more
 */
export function withBody(
  draft: string,
  { body, annexes }: { readonly body: readonly Block[]; readonly annexes: readonly Annex[] },
  placeholders: readonly string[],
): string {
  const header = HEADER.exec(draft)?.[0] ?? "";
  const blocks = [...writeBlocks(body), ...annexes.flatMap(writeAnnex)];
  const text = blocks.map((block) => `${block}\n`).join("\n");
  return header + placeholders.reduce((open, placeholder) => open.replaceAll(`\\${placeholder}`, placeholder), text);
}
