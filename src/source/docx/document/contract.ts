/** What reading a Word file as an official document gives. */
import type { Document, Family, NormId } from "../../../model/document.js";
import type { ObservedAnnexPages, ObservedFormatting, ObservedRule, ObservedSplit } from "../../../norms/observed.js";
import type { Parted } from "../../printed/line.js";
import type { LegacyText } from "../formatted/read-formatted.js";
import type { DocxFault } from "../text.js";
import type { BracketedNote } from "./note-words.js";
import type { DocxPlaces } from "./places.js";

/** Words of the file that are no part of the document that was read. */
export interface Annotation {
  readonly kind:
    | "unplaced" /** Words of the text for which the model has no place. */
    | "received" /** Stamps and notes of those who received the paper. */
    | "furniture" /** Repeated in the margins of pages. */
    | "inserted"
    | "deleted" /** Tracked changes still open; what was inserted is in the text, what was deleted is not. */
    | "comment"
    | "hidden"
    | "embedded" /** Another file that Word shows here; its words are not read, so the text is empty. */;
  readonly text: string;
  /** Who wrote it. */
  readonly author?: string;
  /** Paragraph of a Word file, or line of a text. */
  readonly at?: number;
}

/** The head as it was printed, line by line. */
export interface PrintedHead {
  readonly number?: string;
  readonly placeDate?: string;
  readonly draftMark?: string;
  readonly national?: readonly string[];
  readonly belowIssuer?: string;
  readonly belowSubject?: string;
  /** Labels that annexes were given because they had none. */
  readonly unlabelledAnnexes?: readonly string[];
  /** The name of the type as it was typed: "GIẤY MỜI". */
  readonly title?: string;
  /** Lines below title, issuer and trích yếu. */
  readonly rules?: readonly ObservedRule[];
  readonly annexPages?: readonly ObservedAnnexPages[];
  readonly splits?: readonly ObservedSplit[];
}

export interface ForeignDocument {
  readonly document: Document;
  /** Whether the header says of which system the document is; otherwise the Party's was taken. */
  readonly familyShown: boolean;
  /** Whether a title, a subject of a công văn or a code says the type. */
  readonly typeShown: boolean;
  readonly printed: PrintedHead;
  readonly observed: ObservedFormatting;
  readonly annotations: readonly Annotation[];
  readonly places: DocxPlaces;
  /** Every visible text of the file, automatic numbers included, in reading order. */
  readonly visible: readonly string[];
  /** Words that were glued together. */
  readonly parted: readonly Parted[];
  /** Notes on lines that hold words alone, whose words now stand there in brackets. */
  readonly bracketed: readonly BracketedNote[];
  readonly legacy: readonly LegacyText[];
  /** "Nơi nhận" stands above the recipients. */
  readonly labelled: boolean;
  readonly macros: boolean;
  readonly pictures: number;
}

export interface ForeignOptions {
  /** Name of the file in the places of findings. */
  readonly file?: string;
  /** The system, where the caller names it. */
  readonly family?: Family;
  readonly norm?: NormId;
  /** Path of a bound figure by the name of the bookmark that encloses it. */
  readonly bindingOf?: (bookmark: string) => string | undefined;
}

export type ForeignReading =
  | { readonly ok: true; readonly value: ForeignDocument }
  | { readonly ok: false; readonly fault: DocxFault };
