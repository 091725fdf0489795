/** What rules look at: a document, the norm that governs it, and its texts. */
import type { Place } from "../findings/finding.js";
import type { Block } from "../model/block.js";
import type { Document } from "../model/document.js";
import type { BodyCode } from "../norms/bodies.js";
import { chooseNorm, chooseRegulation } from "../norms/choose.js";
import type { Norm } from "../norms/norm.js";
import type { ObservedAnnexPages, ObservedRule, ObservedSplit } from "../norms/observed.js";
import type { Regulation } from "../norms/regulation.js";
import { type DocumentType, typeBySlug } from "../norms/types.js";
import type { Places } from "../plan/places.js";
import { type Point, readPoints } from "../plan/points/index.js";
import { type PlainText, plainTexts } from "../plan/texts.js";
import { openParts } from "../preflight/open-parts.js";
import { documentTexts, type PlacedText } from "../preflight/texts.js";

/** Lines of a head as somebody printed them; a draft has none, for our own printing is right by construction. */
export interface PrintedHead {
  /** "Số 90 -KH/TU". */
  readonly number?: string;
  /** "Hà Nội, ngày 03 tháng 02 năm 2026". */
  readonly placeDate?: string;
  /** The lines on the right above the date: "ĐẢNG CỘNG SẢN VIỆT NAM", or Quốc hiệu and Tiêu ngữ. */
  readonly national?: readonly string[];
  /** What stands below the issuer: "*". */
  readonly belowIssuer?: string;
  /** What stands below the trích yếu: "-----". */
  readonly belowSubject?: string;
  /** Căn cứ with the dashes that open them. */
  readonly legalBases?: readonly string[];
  /** Labels that annexes were given because they had none. */
  readonly unlabelledAnnexes?: readonly string[];
  /** "Nơi nhận:", and the lines below it with their dashes. */
  readonly recipientsLabel?: string;
  readonly recipients?: readonly string[];
  /** Lines below title, issuer and trích yếu, where a file shows them. */
  readonly rules?: readonly ObservedRule[];
  readonly annexPages?: readonly ObservedAnnexPages[];
  readonly splits?: readonly ObservedSplit[];
}

export interface ContextOptions {
  readonly places?: Places;
  /**
   * Who lays the document out: of a `draft` we do, so that marks which the layout adds are no faults when absent;
   * a `foreign` document is finished.
   */
  readonly origin?: "draft" | "foreign";
  readonly printed?: PrintedHead;
  /** Paragraphs of a finished document as they were typed, blanks as they are; the texts of the model when absent. */
  readonly typedTexts?: readonly PlacedText[];
  /** Of a file of ours: what it was made from, which was judged when it was printed. */
  readonly made?: Document | undefined;
  /** Codes of bodies that the office adds to the norm's. */
  readonly ownCodes?: readonly BodyCode[];
}

export interface CheckContext {
  readonly document: Document;
  readonly norm: Norm;
  readonly regulation: Regulation;
  /** Undefined for a type that the family does not know. */
  readonly type: DocumentType | undefined;
  readonly origin: "draft" | "foreign";
  readonly printed: PrintedHead;
  readonly ownCodes: readonly BodyCode[];
  readonly points: readonly Point[];
  /** Running texts, with the region they stand in. */
  readonly texts: readonly PlainText[];
  /** Every text that is printed. */
  readonly printedTexts: readonly PlacedText[];
  /** The same with all the blanks that were typed. */
  readonly typedTexts: readonly PlacedText[];
  /** Words in square brackets that are meant so, and are no place to fill in. */
  readonly literals: ReadonlySet<string>;
  /** Of a file of ours: what it was made from. */
  readonly made: Document | undefined;
  readonly placeOf: (where: Pick<PlacedText, "part" | "field">) => Place | undefined;
}

/** What rules look at in a document. */
export function contextOf(document: Document, options: ContextOptions = {}): CheckContext {
  const printedTexts = [...documentTexts(document)];
  const { places, origin = "draft", printed = {}, ownCodes = [] } = options;
  const points = readPoints(document);
  return {
    document,
    norm: chooseNorm(document),
    regulation: chooseRegulation(document),
    type: typeBySlug(document.type, document.family),
    origin,
    printed,
    ownCodes,
    points,
    texts: plainTexts(document, points),
    printedTexts,
    typedTexts: options.typedTexts ?? printedTexts,
    literals: new Set([...(places?.literals ?? []), ...printedBrackets(options.made)]),
    made: options.made,
    placeOf: ({ part, field }) =>
      (part === undefined ? undefined : places?.of(part)) ?? (field === undefined ? undefined : places?.field(field)),
  };
}

/** Words in brackets that printing let pass: only drafts are printed with places to fill in. */
function printedBrackets(made: Document | undefined): readonly string[] {
  if (made === undefined || made.draftMark !== undefined) return [];
  return [...documentTexts(made)].flatMap(({ text }) => openParts(text).map((part) => part.text));
}

/** Whether a text still has a place to fill in, so that its form cannot be judged. */
export const isOpen = (text: string): boolean => /\[|\{\{|…|\.{3}/u.test(text);

/** The blocks of body and annexes. */
export const blocksOf = ({ body, annexes }: Document): readonly Block[] => [
  ...body,
  ...annexes.flatMap(({ blocks }) => blocks),
];

/** The day of signing as ISO, an open day taken as late as it can be; the norm itself is chosen so. */
export function lastDay({ date }: Document): string {
  if (date === undefined) return "9999-12-31";
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${date.year}-${pad(date.month ?? 12)}-${pad(date.month === undefined ? 31 : (date.day ?? 31))}`;
}

export { wordsAround } from "../plan/places.js";
