import { z } from "zod";
import { Annex } from "./annex.js";
import { Block, Footnote } from "./block.js";
import { RecipientEntry, Signature, SignatureConfirmation } from "./closing.js";
import { Addressees, DocumentNumber, Issuer, SigningDate } from "./head.js";
import { Inlines } from "./inline.js";
import { Line, Lines } from "./text.js";

/** Documents of the Party (hd05, hd36) or of the State (nd30). */
export const Family = z.enum(["party", "state"]);
export type Family = z.infer<typeof Family>;

export const NormId = z.enum(["hd05", "hd36", "nd30"]);
export type NormId = z.infer<typeof NormId>;

/** What the author may choose within the norm's limits; lengths in pt, the indent in mm. */
export const Presentation = z.object({
  size: z.number().optional(),
  lineSpacing: z.number().optional(),
  paragraphSpacing: z.number().optional(),
  firstIndent: z.number().optional(),
  /** Printed on both sides: left and right margins change places on the back. */
  duplex: z.literal(true).optional(),
  /** How a footnote mark is printed: `(1)` when absent, or `1`. */
  noteMark: z.enum(["bracketed", "plain"]).optional(),
});
export type Presentation = z.infer<typeof Presentation>;

/**
 * An official document. Every part may be absent: what is missing is a finding, not a parse error.
 */
export const Document = z.object({
  family: Family,
  /** The layout norm, where the author names it; otherwise chosen by family and signing date. */
  norm: NormId.optional(),
  /** Identifier of the type, e.g. `ke-hoach`; see norms/types. */
  type: z.string(),
  issuer: Issuer.optional(),
  number: DocumentNumber.optional(),
  place: Line.optional(),
  date: SigningDate.optional(),
  /** The printed lines of the trích yếu. */
  subject: Lines.optional(),
  /** Who issues, as said inside a sentence ("Ban Thường vụ Tỉnh uỷ …"); used in kèm-theo lines. */
  author: Line.optional(),
  addressees: Addressees.optional(),
  /** State resolutions and decisions: the authority in capitals before the legal bases. */
  issuingAuthority: Lines.optional(),
  legalBases: z.array(Inlines).optional(),
  body: z.array(Block),
  notes: z.array(Footnote),
  recipients: z.array(RecipientEntry).optional(),
  /** Signatures, the lead first: it is printed on the right. */
  signatures: z.array(Signature).optional(),
  confirmation: SignatureConfirmation.optional(),
  urgency: Line.optional(),
  secrecy: Line.optional(),
  /** Circulation notice on page one ("Lưu hành nội bộ"). */
  circulation: Line.optional(),
  /** Notice at the foot of the last page ("Không phổ biến trên phương tiện thông tin đại chúng"). */
  publicity: Line.optional(),
  /** "Dự thảo" or "Dự thảo lần 2". */
  draftMark: Line.optional(),
  /** Mark of the drafter and number of copies: `NguyenVanAn-26`. */
  drafter: Line.optional(),
  contact: Lines.optional(),
  annexes: z.array(Annex),
  presentation: Presentation.optional(),
});
export type Document = z.infer<typeof Document>;
