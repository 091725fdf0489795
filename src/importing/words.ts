/** Words of a text and of a document: what must be the same before and after an import. */

import type { Block } from "../model/block.js";
import type { Document } from "../model/document.js";
import type { Inlines } from "../model/inline.js";
import type { Norm } from "../norms/norm.js";
import { projectText } from "../projection/project-text.js";
import { INVISIBLE } from "../source/printed/line.js";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Words as they are compared: without case, for the norm decides on capitals, and without signs that show nothing. */
export function wordsOf(text: string): string[] {
  return (text.normalize("NFC").replace(INVISIBLE, "").match(WORD) ?? []).map((word) => word.toLocaleLowerCase("vi"));
}

const withoutMarks = (inlines: Inlines): Inlines => inlines.filter(({ kind }) => kind !== "noteMark");

function unmarked(block: Block): Block {
  if (block.kind === "operativeWords") return block;
  if (block.kind !== "table") return { ...block, inlines: withoutMarks(block.inlines) };
  const rows = block.table.rows.map((row) =>
    row.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(withoutMarks) })),
  );
  return { ...block, table: { ...block.table, rows } };
}

/** Every line that a document prints; the numbers of its notes, which are counted and not typed, left out. */
export function printedLines(document: Document, norm: Norm): string[] {
  const plain: Document = {
    ...document,
    body: document.body.map(unmarked),
    notes: [],
    annexes: document.annexes.map((annex) => ({ ...annex, blocks: annex.blocks.map(unmarked) })),
    ...(document.legalBases === undefined ? {} : { legalBases: document.legalBases.map(withoutMarks) }),
  };
  const { body, margins } = projectText(plain, norm, { recipientsBeside: 0 });
  const notes = document.notes.flatMap(({ paragraphs }) =>
    paragraphs.map((inlines) =>
      withoutMarks(inlines)
        .map((one) => (one.kind === "noteMark" ? "" : one.text))
        .join(""),
    ),
  );
  return [...body, ...margins, ...notes];
}

/** Every word that a document prints. */
export const printedWords = (document: Document, norm: Norm): string[] => printedLines(document, norm).flatMap(wordsOf);

/** Lines all of whose words are among the missing ones, longest first, so that no line takes the words of another. */
export function missingLines(texts: readonly string[], missing: readonly string[]): readonly string[] {
  const left = new WordBalance().add(missing);
  const lines = texts.flatMap((text) => text.split(/[\n\t]/u)).map((text) => text.replace(/\s+/gu, " ").trim());
  const sized = lines.map((text) => ({ text, words: wordsOf(text) })).filter(({ words }) => words.length > 0);
  return sized
    .sort((one, other) => other.words.length - one.words.length)
    .flatMap(({ text, words }) => {
      if (!left.holds(words)) return [];
      left.take(words);
      return [text];
    });
}

/** How often each word stands in one text more than in the other. */
export class WordBalance {
  readonly #counts = new Map<string, number>();

  add(words: readonly string[]): this {
    for (const word of words) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
    return this;
  }

  take(words: readonly string[]): this {
    for (const word of words) this.#counts.set(word, (this.#counts.get(word) ?? 0) - 1);
    return this;
  }

  /** Whether so many of each of these words are left over. */
  holds(words: readonly string[]): boolean {
    const wanted = new Map<string, number>();
    for (const word of words) wanted.set(word, (wanted.get(word) ?? 0) + 1);
    return [...wanted].every(([word, count]) => (this.#counts.get(word) ?? 0) >= count);
  }

  /** Words that are left over, each as often as it is. */
  get over(): readonly string[] {
    return [...this.#counts].flatMap(([word, count]) => Array.from({ length: Math.max(0, count) }, () => word));
  }

  /** Words that were taken but never there. */
  get under(): readonly string[] {
    return [...this.#counts].flatMap(([word, count]) => Array.from({ length: Math.max(0, -count) }, () => word));
  }
}
