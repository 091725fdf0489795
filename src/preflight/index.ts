/** The last look before printing: what must not leave the office is named, with its place and what to do. */
import type { Finding, Place } from "../findings/finding.js";
import { type Looked, reportPreflight } from "../findings/messages/preflight.js";
import { hasGlyph } from "../layout/face.js";
import type { Face, Page } from "../layout/page.js";
import type { Document } from "../model/document.js";
import type { Norm } from "../norms/norm.js";
import { findRow, rowOf } from "../norms/norm.js";
import { acceptedTypeCodes } from "../norms/number-print.js";
import { typeBySlug } from "../norms/types.js";
import { isFilledByHand, openParts } from "./open-parts.js";
import { REQUIREMENTS } from "./requirements.js";
import { documentTexts, type PlacedText } from "./texts.js";

/** Where the parts of a document stand in its draft; a document made by a program has none. */
export interface Places {
  of(part: object): Place | undefined;
  field(name: string): Place | undefined;
  /** Words in square brackets that are meant so, and are no place to fill in. */
  readonly literals?: ReadonlySet<string>;
}

const NOWHERE: Places = { of: () => undefined, field: () => undefined };
const FACES: readonly Face[] = ["regular", "bold", "italic", "boldItalic"];

/** Characters shown around a fault. */
const CONTEXT = 20;
/** Control characters and soft breaks that never print. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/u;

class Preflight {
  private readonly findings: Finding[] = [];

  constructor(
    private readonly document: Document,
    private readonly norm: Norm,
    private readonly places: Places,
    private readonly looked: Looked,
  ) {}

  private placeOf({ part, field }: Pick<PlacedText, "part" | "field">): Place | undefined {
    const own = part === undefined ? undefined : this.places.of(part);
    return own ?? (field === undefined ? undefined : this.places.field(field));
  }

  private requireComponents(): void {
    const type = typeBySlug(this.document.type, this.document.family);
    for (const { component, key, field, due, present } of REQUIREMENTS) {
      if (!due(type, this.norm) || present(this.document)) continue;
      const shown =
        field === "addressees"
          ? (this.norm.addressees.phraseByType[this.document.type] ?? "Kính gửi").toLocaleLowerCase("vi-VN")
          : key;
      this.findings.push(
        reportPreflight(
          "preflight/missing-component",
          { component, key: shown, looked: this.looked },
          this.places.field(field),
        ),
      );
    }
    if (this.document.body.length === 0)
      this.findings.push(reportPreflight("preflight/empty-body", { looked: this.looked }));
    for (const signature of this.document.signatures ?? []) {
      if (signature.name === undefined) {
        this.findings.push(
          reportPreflight(
            "preflight/missing-signer",
            { looked: this.looked },
            this.placeOf({ part: signature, field: "signatures" }),
          ),
        );
      }
    }
  }

  private lookAtTexts(): void {
    const seen = new Set<string>();
    for (const placed of documentTexts(this.document)) {
      const place = this.placeOf(placed);
      this.lookForMissingGlyphs(placed.text, place, seen);
      if (isFilledByHand(this.document)) continue;
      for (const { text } of openParts(placed.text, this.places.literals)) {
        this.findings.push(
          reportPreflight("preflight/placeholder", { text: shorten(text), looked: this.looked }, place),
        );
      }
    }
  }

  private lookForMissingGlyphs(text: string, place: Place | undefined, seen: Set<string>): void {
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      if (!INVISIBLE.test(character) && FACES.every((face) => hasGlyph(code, face))) continue;
      if (seen.has(character)) continue;
      seen.add(character);
      const at = text.indexOf(character);
      const context = text.slice(Math.max(0, at - CONTEXT), at + CONTEXT);
      const shown = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
      this.findings.push(reportPreflight("preflight/missing-glyph", { character, code: shown, context }, place));
    }
  }

  /** What the author chose within `trình bày`, against the norm's limits for the body. */
  private lookAtPresentation(): void {
    const { presentation = {} } = this.document;
    const { accept, clause } = rowOf(this.norm, "body");
    const exact = accept.line?.find(({ rule }) => rule === "exact")?.value;
    const choices = [
      { name: "cỡ chữ", unit: "pt", value: presentation.size, limits: accept.size },
      { name: "giãn dòng", unit: "pt", value: presentation.lineSpacing, limits: exact },
      { name: "cách đoạn", unit: "pt", value: presentation.paragraphSpacing, limits: accept.after },
      { name: "thụt đầu dòng", unit: "mm", value: presentation.firstIndent, limits: accept.firstIndent },
    ];
    for (const { name, unit, value, limits } of choices) {
      if (value === undefined || limits === undefined) continue;
      if (value >= limits.min && value <= (limits.max ?? Number.POSITIVE_INFINITY)) continue;
      const params = { name, value, unit, min: limits.min, max: limits.max, clause };
      this.findings.push(reportPreflight("preflight/outside-norm", params, this.places.field("presentation")));
    }
  }

  private lookAtTypeCode(): void {
    const { document, norm } = this;
    const type = typeBySlug(document.type, document.family);
    const code = document.number?.typeCode;
    if (type === undefined || code === undefined || code.startsWith("[")) return;
    const accepted = acceptedTypeCodes(type, norm);
    if (accepted.length === 0 || accepted.includes(code)) return;
    const params = { code, type: type.name, expected: accepted.join(", ") };
    this.findings.push(reportPreflight("preflight/type-code", params, this.places.field("number")));
  }

  private lookAtNorm(): void {
    const { document, norm } = this;
    if (document.norm !== undefined && document.norm !== norm.id) {
      this.findings.push(
        reportPreflight(
          "preflight/other-norm",
          { named: document.norm, chosen: norm.citation },
          this.places.field("norm"),
        ),
      );
    }
    if (document.secrecy !== undefined && findRow(norm, "secrecy") === undefined) {
      this.findings.push(
        reportPreflight("preflight/secrecy-by-law", { level: document.secrecy }, this.places.field("secrecy")),
      );
    }
    for (const annex of document.annexes) {
      // a finished annex without the line is a fault of form, which a rule tells (P62, S30)
      if (annex.attachment !== undefined || document.author !== undefined || this.looked === "finished") continue;
      this.findings.push(reportPreflight("preflight/annex-author", { label: annex.label }, this.places.of(annex)));
    }
  }

  run(): Finding[] {
    this.requireComponents();
    this.lookAtTexts();
    this.lookAtNorm();
    this.lookAtPresentation();
    this.lookAtTypeCode();
    return this.findings;
  }
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** Findings that a draft mark ("Dự thảo") makes bearable: what is open may stay open in a draft. */
const OPEN_IN_DRAFTS: ReadonlySet<string> = new Set([
  "preflight/missing-component",
  "preflight/empty-body",
  "preflight/missing-signer",
  "preflight/placeholder",
]);

/**
 * Looks at a document before it is laid out.
 *
 * @param asDraft it is printed as a draft: what is open becomes a warning
 * @param finished it is a file that somebody else typed, of which no draft is at hand
 */
export function preflight(
  document: Document,
  norm: Norm,
  places: Places = NOWHERE,
  asDraft = false,
  finished = false,
): Finding[] {
  const looked = finished ? "finished" : asDraft ? "asDraft" : "draft";
  const findings = new Preflight(document, norm, places, looked).run().sort(byPlace);
  if (!asDraft) return findings;
  return findings.map((finding) => (OPEN_IN_DRAFTS.has(finding.id) ? { ...finding, severity: "warning" } : finding));
}

/** In the order of the draft; what has no place comes first. */
const byPlace = (one: Finding, other: Finding): number =>
  (one.place?.line ?? 0) - (other.place?.line ?? 0) || (one.place?.column ?? 0) - (other.place?.column ?? 0);

/** Looks at the pages: a row of the closing that no page can hold. */
export function preflightPages(pages: readonly Page[], textHeight: number, place?: Place): Finding[] {
  const tall = pages.some((page) =>
    page.body.some(
      (block) =>
        block.kind === "table" && block.source.role === "layout" && block.rows.some((row) => row.height > textHeight),
    ),
  );
  return tall ? [reportPreflight("preflight/tall-signature", {}, place)] : [];
}
