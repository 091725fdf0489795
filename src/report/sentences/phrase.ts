/** Pieces of sentences in which every figure, and every word that depends on one, carries its binding (design §3). */
import type { IndicatorKind, ValueKey } from "../../forms/index.js";
import type { FigureMeasure, ResolvedFigure } from "../totals/index.js";

/** A figure, or a word that depends on it, as it stands in the sentence. */
export interface BoundWord {
  readonly figure: ResolvedFigure;
  readonly printed: string;
}

export type Phrase = readonly (string | BoundWord)[];

/** Nothing is said. */
export const SILENT: Phrase = [];

/** In the place of a flow that did not occur: "chưa kết nạp đảng viên", never "kết nạp 0 đảng viên". */
export const NOT_YET = "chưa";

export const bind = (figure: ResolvedFigure, printed = figure.printed): BoundWord => ({ figure, printed });

/** The words of a phrase alone. */
export const wordsOf = (phrase: Phrase): string =>
  phrase.map((piece) => (typeof piece === "string" ? piece : piece.printed)).join("");

/** A phrase behind what stands before it; silence stays silence. */
export const lead = (words: string, phrase: Phrase): Phrase => (phrase.length === 0 ? SILENT : [words, ...phrase]);

/** What a sentence is about: one indicator in one scope and period. */
export interface Subject {
  /** Answers a measure, the value itself when none is named; of another indicator in the same scope and period. */
  readonly ask: (measure?: FigureMeasure, key?: ValueKey) => ResolvedFigure;
  readonly kind: IndicatorKind;
  /** What is counted, in the sentence's words: "đảng viên". */
  readonly noun?: string;
  /** What it is compared with: "cùng kỳ năm trước", of a whole year "năm trước". */
  readonly before: string;
}

/** " đảng viên", or nothing. */
export const behind = (noun: string | undefined): string => (noun === undefined ? "" : ` ${noun}`);
