/** A printed figure beside the ledger: whether it says what the ledger says, and what a sentence would have to say now. */
import { type FormSet, findKey } from "../../forms/index.js";
import { type FigureMeasure, type ResolvedFigure, roundFigure, STATUS_WORDS } from "../totals/index.js";
import { type Printed, readPrinted, type WordClass } from "./printed.js";
import type { Surroundings } from "./walk.js";

/** Said of differences: the word before the number says which way. */
const WITHOUT_SIGN: ReadonlySet<FigureMeasure> = new Set<FigureMeasure>(["chenh-lech"]);
/** Where nought in prose is said in words: "chưa kết nạp". */
const COUNTS: ReadonlySet<FigureMeasure> = new Set<FigureMeasure>([
  ...(["thuc-hien", "uoc", "chinh-thuc", "luy-ke", "luy-ke-nam"] as const),
]);

const wordClassOf = ({ class: found }: ResolvedFigure): WordClass | undefined => (found === "fromZero" ? "up" : found);

const isShare = (figure: ResolvedFigure, formSet: FormSet): boolean =>
  findKey(formSet, figure.path.key)?.indicator.kind === "ratio";

/** The text that the ledger would print in that place. */
export function expectedPrint(figure: ResolvedFigure, surroundings: Surroundings): string {
  if (surroundings === "cell") return figure.printedInTable;
  // X is for tables
  return figure.status === "notAsked" ? STATUS_WORDS.notReported : figure.printed;
}

/** Whether the printed text says what the ledger says, in whatever form. */
function says(printed: Printed, text: string, figure: ResolvedFigure, surroundings: Surroundings): boolean {
  const { value, status, path } = figure;
  switch (printed.kind) {
    case "number": {
      if (value === undefined || status !== "reported") return false;
      const shown = surroundings === "prose" && WITHOUT_SIGN.has(path.measure) ? Math.abs(value) : value;
      const share = figure.printed.endsWith("%");
      return printed.value === roundFigure(shown) && (share || !printed.isShare);
    }
    case "zero":
      return value === 0 && surroundings === "prose";
    case "word":
      return printed.class === (wordClassOf(figure) ?? (status === "notReported" ? "noFigure" : undefined));
    case "absent":
      return (
        printed.status === status ||
        (status === "notAsked" && printed.status === "notReported") ||
        (figure.class === "noFigure" && printed.status === "notReported")
      );
    case "unknown":
      return text.toLowerCase() === expectedPrint(figure, surroundings).toLowerCase();
  }
}

/**
 * What a sentence is built around: with another class its words are no longer right. Numbers are of one class, nought in
 * words is another; what is absent is said in yet other sentences.
 */
type SentenceClass = "number" | "zero" | "absent" | WordClass | "unknown";

function classOfPrinted(printed: Printed): SentenceClass {
  if (printed.kind === "word") return printed.class === "noFigure" ? "absent" : printed.class;
  return printed.kind;
}

function classOfFigure(figure: ResolvedFigure, printed: Printed, formSet: FormSet): SentenceClass {
  const { status, value, path } = figure;
  if (status !== "reported") return "absent";
  const word = wordClassOf(figure);
  if (word !== undefined) return word === "noFigure" ? "absent" : word;
  // a range is said in words that no sentence is built around
  if (value === undefined) return classOfPrinted(printed);
  const inWords = COUNTS.has(path.measure) && !isShare(figure, formSet);
  // whoever printed "0" has a sentence for it
  const printedNought = printed.kind === "number" && printed.value === 0;
  return value === 0 && inWords && !printedNought ? "zero" : "number";
}

export interface Difference {
  /** As it stands there. */
  readonly printed: string;
  /** As the ledger would print it, with the capital of the printed word. */
  readonly expected: string;
  /** The sentence's wording depends on it and is no longer right. */
  readonly rewords: boolean;
  /** The word can be put in the place of the printed one: tăng and giảm, đạt and vượt. */
  readonly swaps: boolean;
}

const SWAPS: readonly (readonly SentenceClass[])[] = [
  ["up", "down"],
  ["met", "exceeded"],
];

/** A word in the case of the one that it replaces. */
function inCaseOf(word: string, model: string): string {
  const letters = model.match(/\p{L}/gu) ?? [];
  if (letters.length > 1 && model === model.toLocaleUpperCase("vi-VN")) return word.toLocaleUpperCase("vi-VN");
  const [first = ""] = letters;
  return first !== "" && first === first.toLocaleUpperCase("vi-VN")
    ? word.charAt(0).toLocaleUpperCase("vi-VN") + word.slice(1)
    : word;
}

/**
 * Compares a printed figure with the ledger.
 *
 * @param text as printed
 * @returns undefined when it says the same
 */
export function compareFigure(
  text: string,
  figure: ResolvedFigure,
  surroundings: Surroundings,
  formSet: FormSet,
): Difference | undefined {
  const printed = readPrinted(text, figure.path.measure);
  if (says(printed, text, figure, surroundings)) return undefined;
  const [before, now] = [classOfPrinted(printed), classOfFigure(figure, printed, formSet)];
  const isWord = wordClassOf(figure) !== undefined || printed.kind === "word";
  // a cell holds a figure or says that there is none; no sentence depends on it, unless it holds a word
  const rewords = before !== now && (surroundings === "prose" || isWord);
  const expected = expectedPrint(figure, surroundings);
  return {
    printed: text,
    expected: /\p{L}/u.test(expected) ? inCaseOf(expected, text) : expected,
    rewords,
    swaps: surroundings === "cell" || SWAPS.some((swap) => swap.includes(before) && swap.includes(now)),
  };
}
