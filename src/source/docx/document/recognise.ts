/** What document a Word file is: its parts, its system, the norm that it follows and its type. */
import type { Family } from "../../../model/document.js";
import { chooseNorm } from "../../../norms/choose.js";
import type { Norm } from "../../../norms/norm.js";
import { acceptedTypeCodes } from "../../../norms/number-print.js";
import { parsePrintedNumber } from "../../../norms/number-read.js";
import { documentTypes, findType, typeBySlug } from "../../../norms/types.js";
import { type PrintedParts, sortHead } from "../../printed/head.js";
import type { FormattedText } from "../formatted/formatted-text.js";
import type { ForeignOptions } from "./contract.js";
import { type DocxParts, divideDocx } from "./divide.js";
import type { DocxLine } from "./lines.js";

type Head = PrintedParts<DocxLine>;

interface TypeReading {
  readonly slug: string;
  /** A title, a subject of a công văn or a code says it. */
  readonly shown: boolean;
}

/** A file divided into its parts, and as what these are read. */
export interface RecognisedFile {
  readonly text: FormattedText;
  readonly parts: DocxParts;
  readonly head: Head;
  readonly family: Family;
  /** The caller, the header or the signature says of which system it is. */
  readonly familyShown: boolean;
  readonly norm: Norm;
  readonly type: TypeReading;
  /** A công văn: it has no title. */
  readonly letter: boolean;
}

/** The system of a document whose header does not say it: by the marks above its signature. */
function familyOfSignature({ closing }: DocxParts): Family | undefined {
  const lines = closing.signatures.flatMap(({ above }) => above.map(({ text }) => text));
  if (lines.some((text) => /^[TK]\/[MTL]\s/u.test(text))) return "party";
  return lines.some((text) => /^(?:TM|KT|TL|TUQ)\.\s/u.test(text)) ? "state" : undefined;
}

/** By the title, else by the code in the number; a document with neither is a công văn. */
function readType(parts: DocxParts, head: Head, family: Family, norm: Norm): TypeReading {
  if (parts.title !== undefined) {
    const other = family === "party" ? "state" : "party";
    const type = findType(parts.title.type, family) ?? findType(parts.title.type, other);
    if (type !== undefined) return { slug: type.slug, shown: true };
  }
  const letter = head.letterSubject.length > 0 || parts.addressees.length > 0;
  const number = head.number === undefined ? undefined : parsePrintedNumber(head.number.text, norm).number;
  const code = number?.typeCode;
  const coded =
    letter || code === undefined
      ? undefined
      : documentTypes(family).find((type) => !type.letter && acceptedTypeCodes(type, norm).includes(code));
  return { slug: coded?.slug ?? "cong-van", shown: coded !== undefined || letter };
}

/**
 * Recognises a Word file as a document.
 *
 * @param options what the caller names is not looked for
 */
export function recognise(text: FormattedText, options: ForeignOptions): RecognisedFile {
  const parts = divideDocx(text);
  const head = sortHead(parts.head, options.family);
  const shown = head.family ?? familyOfSignature(parts);
  const family = shown ?? "party";
  const norm = chooseNorm({ family, date: head.placeDate?.read.date, norm: options.norm });
  const type = readType(parts, head, family, norm);
  const letter = typeBySlug(type.slug, family)?.letter === true;
  return { text, parts, head, family, familyShown: shown !== undefined, norm, type, letter };
}
