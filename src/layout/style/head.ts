/** The head of a document: header, title, addressees, legal bases. */
import type { Document } from "../../model/document.js";
import type { DocumentType } from "../../norms/types.js";
import type { StyledBlock, StyledParagraph } from "../styled.js";
import { HeaderStyler } from "./header.js";
import type { Looks } from "./looks.js";
import { OpeningStyler } from "./opening.js";

/** The head of a document in order, and the notice that its first page carries in the top margin. */
export function styleHead(
  document: Document,
  type: DocumentType | undefined,
  looks: Looks,
  width: number,
): { blocks: StyledBlock[]; circulation: StyledParagraph[] } {
  const header = new HeaderStyler(document, type, looks, width);
  const opening = new OpeningStyler(document, type, looks, width);
  return {
    blocks: [...header.header(), ...opening.title(), ...opening.addressees(), ...opening.legalBases()],
    circulation: header.circulation(),
  };
}
