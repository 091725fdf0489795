import type { RecipientEntry, Signature, SignatureConfirmation } from "../../../model/closing.js";
import type { Family, NormId, Presentation } from "../../../model/document.js";
import type { Addressees, SigningDate } from "../../../model/head.js";
import type { Inlines } from "../../../model/inline.js";
import type { SourceLine } from "../text/lines.js";

/** What the keys of a header give, one by one, before they are put together to fields of the document. */
export interface HeaderParts {
  family?: Family;
  norm?: NormId;
  type?: SourceLine;
  superior?: string[];
  issuer?: string[];
  sequence?: SourceLine;
  symbol?: SourceLine;
  place?: string;
  date?: SigningDate;
  subject?: string[];
  author?: string;
  addressees?: Addressees;
  issuingAuthority?: string[];
  legalBases?: Inlines[];
  recipients?: RecipientEntry[];
  signatures?: Signature[];
  /** Paths in the order of the signatures; a signature without an image has "". */
  images?: readonly SourceLine[];
  confirmation?: SignatureConfirmation;
  urgency?: string;
  secrecy?: string;
  circulation?: string;
  publicity?: string;
  draftMark?: string;
  drafter?: string;
  contact?: string[];
  presentation?: Presentation;
}
