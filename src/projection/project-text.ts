/**
 * The one text projection of the model: every word that DOCX and PDF must both contain, in reading order.
 * It is written apart from the layout, so that a word lost there is seen.
 */
import type { Annex } from "../model/annex.js";
import type { Block } from "../model/block.js";
import type { RecipientEntry, Signature } from "../model/closing.js";
import type { Document } from "../model/document.js";
import type { Inlines } from "../model/inline.js";
import type { Mark } from "../model/mark.js";
import { composeAttachment } from "../norms/annex-print.js";
import { closeInlines, closeItem } from "../norms/closing-marks.js";
import { printPlaceDate } from "../norms/date.js";
import type { Component, Norm } from "../norms/norm.js";
import { findRow } from "../norms/norm.js";
import { printNumber } from "../norms/number-print.js";
import { textOf } from "../norms/parts.js";
import { classifySignatureLines } from "../norms/signature-lines.js";
import { typeBySlug } from "../norms/types.js";

/** Paragraphs of the document in reading order: of its text, its footnotes, and the notices in the margins of page one. */
export interface TextProjection {
  readonly body: readonly string[];
  readonly notes: readonly string[];
  readonly margins: readonly string[];
}

/** What the projection must be told of the layout, because the model does not decide it. */
export interface ReadingOrder {
  /** Entries of Nơi nhận that stand beside the signature, before it in reading order; the others follow it. */
  readonly recipientsBeside: number;
}

class Projector {
  private readonly type;

  constructor(
    private readonly document: Document,
    private readonly norm: Norm,
    private readonly order: ReadingOrder,
  ) {
    this.type = typeBySlug(document.type, document.family);
  }

  private cased(component: Component, text: string): string {
    return findRow(this.norm, component)?.use.letterCase === "capitals" ? text.toLocaleUpperCase("vi-VN") : text;
  }

  private inlines(inlines: Inlines): string {
    return inlines.map((inline) => (inline.kind === "noteMark" ? this.noteMark(inline.note) : inline.text)).join("");
  }

  private noteMark(note: number): string {
    return this.document.presentation?.noteMark === "plain" ? String(note) : `(${note})`;
  }

  private marked(mark: Mark | undefined, text: string): string {
    return [mark?.text, text].filter((part) => part !== undefined && part !== "").join(" ");
  }

  private header(): string[] {
    const { document, norm, type } = this;
    const { issuer, number } = document;
    const left = [
      ...(issuer?.superior ?? []).map((line) => this.cased("superior", line)),
      ...(issuer?.name ?? []).map((line) => this.cased("issuer", line)),
      ...(issuer !== undefined && norm.titles.belowIssuer.kind === "text" ? [norm.titles.belowIssuer.text] : []),
    ];
    const below = [
      ...(number === undefined ? [] : [textOf(printNumber(number, type, norm), "")]),
      ...(type?.letter ? (document.subject ?? []) : []),
      ...(document.secrecy === undefined ? [] : [document.secrecy.toLocaleUpperCase("vi-VN")]),
      ...(document.urgency === undefined ? [] : [this.cased("urgency", document.urgency)]),
      ...(document.draftMark === undefined ? [] : [document.draftMark]),
    ];
    const national = norm.titles.national.map((line, index) =>
      this.cased(index === 0 ? "nationalTitle" : "motto", line),
    );
    const date = type?.dated === false ? [] : [textOf(printPlaceDate(document.place, document.date, norm), "")];
    return norm.titles.dateBeside === "number"
      ? [...left, ...national, ...below, ...date]
      : [...left, ...below, ...national, ...date];
  }

  private title(): string[] {
    const { type, norm } = this;
    if (type === undefined || type.letter) return [];
    const below = norm.titles.belowSubject;
    const subject = (this.document.subject ?? []).map((line) => this.cased("subject", line));
    return [this.cased("typeName", type.name), ...subject, ...(below.kind === "text" ? [below.text] : [])];
  }

  private addressees(): string[] {
    const { addressees } = this.document;
    if (addressees === undefined) return [];
    const marks = this.norm.addressees;
    const only = addressees.names[0];
    if (addressees.names.length === 1 && only?.length === 1 && marks.oneOnPhraseLine) {
      return [`${addressees.phrase}: ${closeItem(only[0] ?? "", true, { separator: marks.only, last: marks.only })}`];
    }
    const names = addressees.names.flatMap((lines, index) =>
      lines.map((line, at) => {
        const text = at === lines.length - 1 ? closeItem(line, index === addressees.names.length - 1, marks) : line;
        return at === 0 ? `- ${text}` : text;
      }),
    );
    return [`${addressees.phrase}:`, ...names];
  }

  private legalBases(): string[] {
    const bases = this.document.legalBases ?? [];
    const { legalBases } = this.norm;
    return [
      ...(this.document.issuingAuthority ?? []).map((line) => this.cased("issuingAuthority", line)),
      ...bases.map(
        (basis, index) =>
          legalBases.opening + this.inlines(closeInlines(basis, index === bases.length - 1, legalBases)),
      ),
    ];
  }

  private block(block: Block): string[] {
    switch (block.kind) {
      case "heading": {
        const text = this.inlines(block.inlines);
        const twoLines = ["part", "chapter", "section", "subsection"].includes(block.mark?.form ?? "");
        return twoLines
          ? [block.mark?.text ?? "", text].filter((line) => line !== "")
          : [this.marked(block.mark, text)];
      }
      case "paragraph":
        return [this.marked(block.mark, this.inlines(block.inlines))];
      case "operativeWords":
        return [this.cased("operativeWords", block.text)];
      case "table":
        return block.table.rows.flatMap((row) =>
          row.flatMap((cell) => cell.paragraphs.map((paragraph) => this.inlines(paragraph))),
        );
    }
  }

  private signature({ lines, name }: Signature): string[] {
    const components = classifySignatureLines(lines, this.norm);
    const above = lines.map((line, index) => {
      const component = components[index] ?? "position";
      return component === "concurrently" || line.startsWith("(") ? line : this.cased(component, line);
    });
    return [...above, ...(name === undefined ? [] : [name])];
  }

  private recipients(entries: readonly RecipientEntry[], from: number, to: number): string[] {
    const flat = entries.flatMap((entry) => (entry.kind === "group" ? entry.recipients : [entry]));
    const last = flat.at(-1);
    const lines = (item: (typeof flat)[number]) =>
      item.lines.map((line, index) => {
        const text = index === item.lines.length - 1 ? closeItem(line, item === last, this.norm.recipients) : line;
        return index === 0 ? `- ${text}` : text;
      });
    return entries
      .slice(from, to)
      .flatMap((entry) =>
        entry.kind === "recipient" ? lines(entry) : [...entry.recipients.flatMap(lines), "}", entry.label],
      );
  }

  private closing(): string[] {
    const { recipients = [], signatures = [], confirmation, drafter } = this.document;
    const several = signatures.length > 1;
    const confirmed =
      confirmation === undefined ? [] : [...confirmation.statement, ...this.signature(confirmation.signature)];
    const [left = [], ...others] = [...signatures].reverse().map((signature) => this.signature(signature));
    const whole = several || confirmation !== undefined;
    const beside = whole ? recipients.length + 1 : this.order.recipientsBeside;
    const drafterAt = recipients.length;
    const drafted = drafter === undefined ? [] : [this.cased("drafter", drafter)];
    const hasList = recipients.length > 0 || drafter !== undefined;
    const label = hasList ? [`${this.norm.recipients.label}:`] : [];
    const first = [...label, ...this.recipients(recipients, 0, beside), ...(beside > drafterAt ? drafted : [])];
    const rest = [...this.recipients(recipients, beside, recipients.length), ...(beside > drafterAt ? [] : drafted)];
    if (several) return [...left, ...confirmed, ...others.flat(), ...first, ...rest];
    return [...first, ...confirmed, ...left, ...rest];
  }

  private annex(annex: Annex): string[] {
    const below = this.norm.annex.belowAttachment;
    return [
      this.cased("annexLabel", annex.label),
      ...annex.title.map((line) => this.cased("annexTitle", line)),
      annex.attachment ?? textOf(composeAttachment(this.document, this.norm), ""),
      ...(below === "" ? [] : [below]),
      ...annex.blocks.flatMap((block) => this.block(block)),
    ];
  }

  project(): TextProjection {
    const { document, norm } = this;
    const contact = document.contact ?? [];
    const publicity = document.publicity === undefined ? [] : [this.cased("publicity", document.publicity)];
    const body = [
      ...this.header(),
      ...this.title(),
      ...this.addressees(),
      ...this.legalBases(),
      ...document.body.flatMap((block) => this.block(block)),
      ...this.closing(),
      ...(norm.publicityAt === "belowSignature" ? publicity : []),
      ...(norm.contactOn === "lastPage" ? contact : []),
      ...(norm.publicityAt === "lastPageFoot" ? publicity : []),
      ...document.annexes.flatMap((annex) => this.annex(annex)),
    ];
    const notes = document.notes.flatMap((note, index) =>
      note.paragraphs.map(
        (paragraph, at) => (at === 0 ? `${this.noteMark(index + 1)} ` : "") + this.inlines(paragraph),
      ),
    );
    const margins = [
      ...(document.circulation === undefined ? [] : [this.cased("circulation", document.circulation)]),
      ...(norm.contactOn === "firstPage" ? contact : []),
    ];
    const clean = (lines: readonly string[]) => lines.map(normalise).filter((line) => line !== "");
    return { body: clean(body), notes: clean(notes), margins: clean(margins) };
  }
}

/** One kind of blank, none at the ends: how text is compared. */
const normalise = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();

/**
 * Projects a document to its text.
 *
 * @param norm its layout norm, which adds words of its own (titles, "Số", "Nơi nhận:")
 */
export function projectText(document: Document, norm: Norm, order: ReadingOrder): TextProjection {
  return new Projector(document, norm, order).project();
}
