/** What an import gives: the document, and an account of every word of the original. */
import type { Finding } from "../findings/finding.js";
import type { Document } from "../model/document.js";
import type { Places } from "../preflight/index.js";
import type { Annotation } from "../source/docx/document/contract.js";

/** Something that is printed otherwise than it was. */
export interface ImportChange {
  /** What: "Số và ký hiệu". */
  readonly component: string;
  /** As it stood in the original; empty for what the norm adds. */
  readonly from: string;
  /** As it is printed; empty for what falls away. */
  readonly to: string;
}

export interface Imported {
  readonly document: Document;
  readonly changes: readonly ImportChange[];
  readonly annotations: readonly Annotation[];
  readonly findings: readonly Finding[];
  readonly places: Places;
  /** Words of the original that stand neither in the document nor in a change or annotation. None, unless we err. */
  readonly lost: readonly string[];
  /** Words of the document that nothing explains. */
  readonly invented: readonly string[];
}

/** An original, as a reader of Word files or of plain text understood it. */
export interface Original {
  readonly document: Document;
  readonly familyShown: boolean;
  readonly typeShown: boolean;
  readonly printed: {
    readonly number?: string;
    readonly placeDate?: string;
    readonly draftMark?: string;
    readonly national?: readonly string[];
    readonly title?: string;
    readonly recipientsLabel?: boolean;
    /** Labels that annexes were given because they had none. */
    readonly unlabelledAnnexes?: readonly string[];
  };
  readonly annotations: readonly Annotation[];
  /** Every visible text. */
  readonly visible: readonly string[];
  /** Words that were glued together, and the same apart. */
  readonly parted: readonly { readonly from: string; readonly to: string }[];
  /** Notes that stand in brackets in the text itself. */
  readonly bracketed?: readonly ImportChange[];
  readonly places: Places;
}
