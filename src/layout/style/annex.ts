/** Annexes: pages of their own, with label, title, kèm-theo line and their own page numbers. */
import type { Annex } from "../../model/annex.js";
import type { Document } from "../../model/document.js";
import { composeAttachment } from "../../norms/annex-print.js";
import type { StyledBlock } from "../styled.js";
import { balancedLines } from "./balance.js";
import { type BodyContext, styleBlocks } from "./body.js";
import { printParts } from "./slots.js";

/** The kèm-theo line of an annex: as typed, else composed from the document's type, number, date and author. */
export function attachmentLine(annex: Annex, document: Document, context: Pick<BodyContext, "looks">): string {
  return annex.attachment ?? printParts(composeAttachment(document, context.looks.norm));
}

/** The blocks of one annex. */
export function styleAnnex(annex: Annex, document: Document, context: BodyContext): StyledBlock[] {
  const { looks } = context;
  const keep = { keepNext: true } as const;
  const below = looks.norm.annex.belowAttachment;
  return [
    looks.line("annexLabel", annex.label, { ...keep, structure: { kind: "heading", level: 1, title: annex.label } }),
    ...annex.title.flatMap((line) => balancedLines(looks, "annexTitle", line, context.width, keep)),
    ...balancedLines(looks, "annexAttachment", attachmentLine(annex, document, context), context.width, {
      ...keep,
      ...(below === "" ? {} : { after: 0 }),
    }),
    ...(below === "" ? [] : [looks.line("annexRule", below, { ...keep, structure: { kind: "spacer" } })]),
    ...styleBlocks(annex.blocks, context),
  ];
}
