/** Goes through the opening of a Word file block by block: header, title, trích yếu, Kính gửi, authority, legal bases. */
import { isOperative } from "../../draft/body/annexes.js";
import { findMark } from "../../draft/body/marks.js";
import { LETTER_SUBJECT } from "../../printed/head.js";
import { isLegalBasis } from "../../printed/legal-basis.js";
import { isCapital, isRule } from "../../printed/line.js";
import { type PrintedTitle, readTitle } from "../../printed/title.js";
import type { FormattedBlock, FormattedParagraph } from "../formatted/formatted-text.js";
import { type DocxLine, isHeaderLine, linesOf, tableLines } from "./lines.js";
import {
  ADDRESSED,
  belongsToHead,
  continuesAddressees,
  headLines,
  isEmpty,
  isSubject,
  LEGAL,
  textOf,
  worded,
} from "./opening-lines.js";

export interface DocxTitle extends PrintedTitle {
  readonly line: DocxLine;
}

/** What stands in the left column of a header is no longer, in letters. */
const LONGEST_COLUMN = 80;
/** Lines that a trích yếu of a công văn has at most. */
const SUBJECT_LINES = 8;
/** Headers end before this many blocks. */
const HEAD_BLOCKS = 40;

/** Blocks from the first on, one part after another. */
export class OpeningDivider {
  #at = 0;
  #letterSubjectBegun = false;
  readonly #blocks: readonly FormattedBlock[];

  constructor(blocks: readonly FormattedBlock[]) {
    this.#blocks = blocks;
  }

  get at(): number {
    return this.#at;
  }

  /** The next paragraph that is not empty; undefined at a table and at the end. */
  #peek(): FormattedParagraph | undefined {
    let at = this.#at;
    while (at < this.#blocks.length && isEmpty(this.#blocks[at] as FormattedBlock)) at += 1;
    const block = this.#blocks[at];
    return block?.kind === "paragraph" ? block : undefined;
  }

  /** Goes behind the empty paragraphs that stand next. */
  skipEmpty(): void {
    while (this.#at < this.#blocks.length && isEmpty(this.#blocks[this.#at] as FormattedBlock)) this.#at += 1;
  }

  /** Lines of the header. */
  head(): DocxLine[] {
    const head: DocxLine[] = [];
    for (let count = 0; count < HEAD_BLOCKS; count += 1) {
      this.skipEmpty();
      const block = this.#blocks[this.#at];
      if (block === undefined) break;
      const lines = block.kind === "table" ? tableLines(block) : headLines(block);
      const rest = this.#restOfSubject(block, lines);
      if (rest === undefined && !belongsToHead(block, lines)) break;
      head.push(...(rest ?? worded(lines)));
      this.#letterSubjectBegun ||= lines.some(({ text }) => LETTER_SUBJECT.test(text));
      this.#at += 1;
    }
    return head;
  }

  /** A further line of the trích yếu of a công văn, typed below the left column; undefined for another paragraph. */
  #restOfSubject(block: FormattedBlock, all: readonly DocxLine[]): readonly DocxLine[] | undefined {
    if (block.kind === "table" || block.boxes.length > 0 || !this.#letterSubjectBegun) return undefined;
    const lines = worded(all);
    const text = lines.map((line) => line.text).join(" ");
    if (text.length > LONGEST_COLUMN || ADDRESSED.test(text) || findMark(text, true) !== undefined) return undefined;
    if (lines.some((line) => line.side !== undefined || isHeaderLine(line))) return undefined;
    // above Kính gửi there is nothing else; without it only what plainly goes on is taken
    const goesOn = /^\p{Ll}/u.test(text) && !/[.:;]$/u.test(text);
    if (!goesOn && !this.#addressedSoon()) return undefined;
    return lines.map((line) => ({ ...line, side: "left" as const }));
  }

  /** Whether Kính gửi follows, nothing but short lines before it. */
  #addressedSoon(): boolean {
    const next = this.#blocks.slice(this.#at + 1).filter((block) => !isEmpty(block));
    const at = next.findIndex((block) =>
      ADDRESSED.test(block.kind === "table" ? (worded(tableLines(block))[0]?.text ?? "") : textOf(block)),
    );
    return (
      at !== -1 &&
      at < SUBJECT_LINES &&
      next.slice(0, at).every((block) => block.kind === "paragraph" && textOf(block).length <= LONGEST_COLUMN)
    );
  }

  title(): { readonly title?: DocxTitle; readonly rest: readonly DocxLine[] } {
    const paragraph = this.#peek();
    const [line, ...rest] = paragraph === undefined ? [] : linesOf(paragraph, false);
    const read = line === undefined ? undefined : readTitle(line.text);
    if (line === undefined || read === undefined) return { rest: [] };
    this.skipEmpty();
    this.#at += 1;
    return { title: { ...read, line }, rest: worded(rest) };
  }

  /** The lines below the title, and what is drawn or typed below them. */
  subject(begun: readonly DocxLine[]): { readonly subject: DocxLine[]; readonly belowSubject?: DocxLine } {
    const subject = [...begun];
    for (let paragraph = this.#peek(); paragraph !== undefined; paragraph = this.#peek()) {
      const lines = worded(linesOf(paragraph, false));
      const [first] = lines;
      if (first === undefined) break;
      if (isRule(first.text)) {
        this.skipEmpty();
        this.#at += 1;
        return { subject, belowSubject: first };
      }
      if (!isSubject(paragraph, first, subject)) break;
      this.skipEmpty();
      this.#at += 1;
      const rule = lines.findIndex(({ text }) => isRule(text));
      subject.push(...(rule === -1 ? lines : lines.slice(0, rule)));
      const below = lines[rule];
      if (below !== undefined) return { subject, belowSubject: below };
    }
    return { subject };
  }

  addressees(): DocxLine[] {
    this.skipEmpty();
    const block = this.#blocks[this.#at];
    if (block === undefined) return [];
    if (block.kind === "table") {
      const lines = worded(tableLines(block));
      if (!ADDRESSED.test(lines[0]?.text ?? "")) return [];
      this.#at += 1;
      return lines;
    }
    const first = worded(linesOf(block, false));
    if (!ADDRESSED.test(first[0]?.text ?? "")) return [];
    this.#at += 1;
    const lines = [...first];
    for (let next = this.#peek(); next !== undefined; next = this.#peek()) {
      if (!continuesAddressees(next, lines)) break;
      this.skipEmpty();
      this.#at += 1;
      lines.push(...worded(linesOf(next, false)));
    }
    return lines;
  }

  /** The authority in capitals before the legal bases. */
  issuingAuthority(): DocxLine[] {
    const lines: DocxLine[] = [];
    const start = this.#at;
    for (let next = this.#peek(); next !== undefined; next = this.#peek()) {
      const text = textOf(next);
      if (!isCapital(text) || isOperative(text) || next.look.align === "justify" || findMark(text, true)) break;
      this.skipEmpty();
      this.#at += 1;
      lines.push(...worded(linesOf(next, false)));
    }
    const next = this.#peek();
    if (next !== undefined && LEGAL.test(textOf(next))) return lines;
    this.#at = start;
    return [];
  }

  /** Legal bases: a list, not the sentence that opens a text. */
  legalBases(): FormattedParagraph[] {
    const start = this.#at;
    const bases: FormattedParagraph[] = [];
    for (let next = this.#peek(); next !== undefined; next = this.#peek()) {
      const text = textOf(next);
      if (!isLegalBasis(text)) break;
      this.skipEmpty();
      this.#at += 1;
      bases.push(next);
    }
    const follows = this.#peek();
    const operative = follows !== undefined && isOperative(textOf(follows));
    const isList = bases.length > 1 || (bases.length === 1 && operative);
    if (isList && LEGAL.test(textOf(bases[0] as FormattedParagraph))) return bases;
    this.#at = start;
    return [];
  }
}
