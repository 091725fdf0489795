/** The references of a document to its own points and annexes, as its texts make them. */
import type { Annex } from "../../model/annex.js";
import type { Document } from "../../model/document.js";
import { foldTone } from "../../norms/tone.js";
import { typeBySlug } from "../../norms/types.js";
import { CITED_TYPES } from "../citations/cited-types.js";
import { type FoundCitation, findCitations } from "../citations/find.js";
import type { TextPlace } from "../places.js";
import type { Point } from "../points/index.js";
import type { PlainText } from "../texts.js";
import { sameNumber } from "./annex-number.js";
import { findAnnexes, findPromises, findReferences } from "./find.js";
import { type PointReference, resolveFound } from "./resolve.js";

/** A reference to a point of the document itself, with its place. */
export interface PlacedReference extends PointReference {
  readonly where: TextPlace;
}

/** A mention of an annex: by number, or of the only one; or a paper that is said to come along. */
export interface AnnexReference {
  readonly printed: string;
  /** Absent where the document has no such annex. */
  readonly annex?: Annex;
  readonly where: TextPlace;
}

const TYPES = CITED_TYPES.join("|");
/** What may follow a reference and make it one to another document. */
const OTHER = new RegExp(
  `^\\s*,?\\s*(?:của\\s+|tại\\s+|trong\\s+|thuộc\\s+|ban hành kèm theo\\s+|kèm theo\\s+)?(${TYPES})(?![\\p{L}])(.*)$`,
  "su",
);
/** A reference that the sentence itself gives to another document: "văn bản này", "Quy định trên". */
const BOUNDARY = /[.;](?:\s|$)/u;
/** Regions in which a document speaks of its own parts. */
const SPEAKING: ReadonlySet<string> = new Set(["basis", "body", "note", "recipients"]);

/** Reads them text by text. */
export class ReferenceReader {
  readonly references: PlacedReference[] = [];
  readonly annexReferences: AnnexReference[] = [];
  private readonly named = new Set<Annex>();
  private readonly ownType: string | undefined;

  constructor(
    private readonly document: Document,
    private readonly points: readonly Point[],
    private readonly texts: readonly PlainText[],
  ) {
    this.ownType = typeBySlug(document.type, document.family)?.name;
  }

  read(): this {
    for (const text of this.texts) {
      if (!SPEAKING.has(text.region)) continue;
      const citations = findCitations(text.text);
      this.readPoints(text, citations);
      this.readAnnexes(text, citations);
      this.readPromises(text, citations);
    }
    return this;
  }

  private readPoints(text: PlainText, citations: readonly FoundCitation[]): void {
    for (const found of findReferences(text.text)) {
      if (this.ofOther(text.text, found.start, found.end, citations)) continue;
      for (const reference of resolveFound(found, text.point, this.points)) {
        // a sentence that has just cited another document goes on speaking of it
        if (reference.point === undefined && citedBefore(text.text, found.start, citations)) continue;
        this.references.push({ ...reference, where: { ...text.where, offset: found.start } });
      }
    }
  }

  /** Whether a reference belongs to another document: named behind it, or around it. */
  private ofOther(text: string, start: number, end: number, citations: readonly FoundCitation[]): boolean {
    if (citations.some((one) => start < one.core && one.start < end)) return true;
    const rest = text.slice(end);
    const other = OTHER.exec(rest);
    if (other === null)
      return citations.some(
        (one) =>
          one.level !== undefined &&
          one.end >= start &&
          one.core <= start &&
          /^\s*[,(]\s*(?:tại\s+)?$/u.test(text.slice(one.core, start)),
      );
    const [, type = "", behind = ""] = other;
    if (/^\s+này(?!\p{L})/u.test(behind)) return false;
    const at = end + rest.length - behind.length - type.length;
    const cited = citations.some((one) => one.start <= at && at < one.core);
    return cited || type !== this.ownType;
  }

  private readAnnexes(text: PlainText, citations: readonly FoundCitation[]): void {
    for (const found of findAnnexes(text.text)) {
      if (this.ofOther(text.text, found.start, found.end, citations)) continue;
      const where = { ...text.where, offset: found.start };
      if (found.numbers.length === 0) {
        this.namesAnnexes(text, found.start, found.end);
        continue;
      }
      for (const number of found.numbers) {
        const annex = this.document.annexes.find((one) => sameNumber(one.label, number));
        const printed = `${found.printed.split(/\s+/u).slice(0, 2).join(" ")} ${number}`;
        if (annex === undefined && citedBefore(text.text, found.start, citations)) continue;
        // an annex that names itself is not named by the document
        if (annex !== undefined && annex !== text.annex) this.named.add(annex);
        this.annexReferences.push({ printed, ...(annex === undefined ? {} : { annex }), where });
      }
    }
  }

  /** "phụ lục kèm theo": all that there are. */
  private namesAnnexes(text: PlainText, start: number, end: number): void {
    if (text.annex !== undefined) return;
    const where = { ...text.where, offset: start };
    const promised = /kèm|đính|gửi|nêu|tại|theo|các|này/u.test(text.text.slice(Math.max(0, start - 30), end + 30));
    for (const annex of this.document.annexes) {
      this.named.add(annex);
      this.annexReferences.push({ printed: text.text.slice(start, end), annex, where });
    }
    const promise = findPromises(text.text).some((one) => one.start <= start && end <= one.end + 1);
    if (this.document.annexes.length === 0 && promised && !promise)
      this.annexReferences.push({ printed: text.text.slice(start, end), where });
  }

  private readPromises(text: PlainText, citations: readonly FoundCitation[]): void {
    if (text.annex !== undefined) return;
    for (const found of findPromises(text.text)) {
      if (this.ofOther(text.text, found.start, found.end, citations)) continue;
      // "Phụ lục 3 kèm theo" is told by its number
      const numbered = findAnnexes(text.text).some(
        (one) => one.numbers.length > 0 && one.start < found.end && found.start < one.end,
      );
      if (numbered) continue;
      // "ban hành kèm theo Quyết định này Quy chế …" issues a document, it promises no annex
      if (citations.some((one) => found.start < one.core && one.start < found.end)) continue;
      const where = { ...text.where, offset: found.start };
      const fitting = this.document.annexes.filter((annex) => holds(annex, found.papers));
      const meant = fitting.length > 0 ? fitting : this.document.annexes;
      for (const annex of meant) this.named.add(annex);
      this.annexReferences.push({
        printed: found.printed,
        ...(meant[0] === undefined ? {} : { annex: meant[0] }),
        where,
      });
    }
  }

  get unmentioned(): readonly Annex[] {
    return this.document.annexes.filter((annex) => !this.named.has(annex) && !this.titleIsSaid(annex));
  }

  /** "theo Đề cương báo cáo kèm theo" names its annex by the title. */
  private titleIsSaid(annex: Annex): boolean {
    const title = foldTone(annex.title.join(" "));
    return (
      title.split(" ").length >= 3 &&
      this.texts.some(
        (text) => text.annex === undefined && text.region === "body" && foldTone(text.text).includes(title),
      )
    );
  }
}

/** Whether a title or label names one of these papers. */
const holds = (annex: Annex, papers: readonly string[]): boolean => {
  const title = foldTone([annex.label, ...annex.title].join(" "));
  return papers.some((paper) => title.includes(foldTone(paper)));
};

/** Whether the same sentence has cited another document before. */
function citedBefore(text: string, at: number, citations: readonly FoundCitation[]): boolean {
  return citations.some((one) => one.end <= at + 1 && one.start < at && !BOUNDARY.test(text.slice(one.core, at)));
}
