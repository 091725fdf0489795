/** Blocks as they are aligned: by the numbers of their tokens. */
import type { FlowBlock } from "../flow/flow.js";
import { marksHeading, readMark } from "../flow/mark.js";
import { cutTokens, type Token, tokenise } from "../flow/tokens.js";

export interface Unit {
  readonly kind: FlowBlock["kind"];
  readonly mark: string;
  /** Numbers of its tokens, the mark left out; cells are parted by -1. */
  readonly tokens: readonly number[];
  /** Equal for equal texts of one sort. */
  readonly key: string;
  /** Of a row: numbers of the words of the cells without figures, by which one knows what the row is about. */
  readonly label: readonly number[];
  /** A mark as of a heading. */
  readonly numbered: boolean;
  /** Of a row without words: where its cells stand; rows of figures alone are alike when they are filled alike. */
  readonly shape?: string;
  /** Where what stands there is one thing, whatever its words: the signature, the name of a sheet. */
  readonly post?: string;
}

/** A text cut into its least tokens, and their numbers. */
export interface CutText {
  readonly tokens: readonly Token[];
  readonly numbers: readonly number[];
}

/** Gives equal texts equal numbers. Most texts of two versions are equal: each is cut once. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #texts = new Map<string, readonly number[]>();
  readonly #cuts = new Map<string, CutText>();

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** Numbers of the tokens of a text. */
  of(text: string): readonly number[] {
    const known = this.#texts.get(text) ?? tokenise(text).map((token) => this.number(token.text));
    this.#texts.set(text, known);
    return known;
  }

  cut(text: string): CutText {
    const known = this.#cuts.get(text);
    if (known !== undefined) return known;
    const tokens = cutTokens(text);
    const found = { tokens, numbers: tokens.map((token) => this.number(token.text)) };
    this.#cuts.set(text, found);
    return found;
  }
}

const CELL_END = -1;

/** The unit of a block. */
export function unitOf(block: FlowBlock, vocabulary: Vocabulary): Unit {
  if (block.kind === "row") {
    const cells = block.cells.map(({ text }) => vocabulary.of(text));
    const tokens = cells.flatMap((cell, index) => (index === 0 ? cell : [CELL_END, ...cell]));
    const label = block.cells.flatMap(({ text }, index) => (/\d/u.test(text) ? [] : (cells[index] ?? [])));
    const shape = block.cells.every(({ text }) => !/\p{L}{2}/u.test(text))
      ? [block.place.sheet ?? "", ...block.cells.map(({ column }) => column)].join(" ")
      : undefined;
    return {
      kind: "row",
      mark: "",
      tokens,
      key: `row ${tokens.join(" ")}`,
      label,
      numbered: false,
      ...(shape === undefined ? {} : { shape }),
    };
  }
  const { mark, from } = readMark(block.text);
  const tokens = vocabulary.of(block.text.slice(from));
  const sort = block.kind === "note" ? "note" : "text";
  const { part, sheet } = block.place;
  const post =
    part === "signature" || part === "header" || part === "footer" ? part : sheet === undefined ? undefined : "sheet";
  return {
    kind: block.kind,
    mark,
    tokens,
    key: `${sort} ${tokens.join(" ")}`,
    label: [],
    numbered: marksHeading(mark),
    ...(post === undefined ? {} : { post }),
  };
}

function counts(tokens: readonly number[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const token of tokens) if (token !== CELL_END) found.set(token, (found.get(token) ?? 0) + 1);
  return found;
}

/** Dice's coefficient of two bags of tokens: twice what they share against all that they have. */
export function shared(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const left = counts(one);
  let [common, total] = [0, 0];
  for (const count of left.values()) total += count;
  for (const [token, count] of counts(other)) {
    total += count;
    common += Math.min(count, left.get(token) ?? 0);
  }
  return (2 * common) / total;
}

/** How much a row's label counts against the row as a whole: figures may all change and it is still that row. */
const LABEL_WEIGHT = 0.95;
/** Two rows of figures, in the same columns. */
const SAME_SHAPE = 0.5;
/** A signature in the place of another, a sheet in the place of another. */
const SAME_POST = 0.5;
/** Two headings with one mark at one place are one heading, whatever it is called now. */
const SAME_HEADING = 0.5;

/** How alike two units are, 0 to 1. Rows are like rows only, notes like notes. */
export function likeness(one: Unit, other: Unit): number {
  const sorts = [one.kind, other.kind].map((kind) => (kind === "heading" ? "paragraph" : kind));
  if (sorts[0] !== sorts[1]) return 0;
  const whole = shared(one.tokens, other.tokens);
  if (one.kind === "row") {
    const shaped = one.shape !== undefined && one.shape === other.shape ? SAME_SHAPE : 0;
    return Math.max(whole, shaped, LABEL_WEIGHT * shared(one.label, other.label));
  }
  if (one.post !== undefined && one.post === other.post) return Math.max(whole, SAME_POST);
  const heading = one.kind === "heading" && other.kind === "heading";
  return heading && one.mark !== "" && one.mark === other.mark ? Math.max(whole, SAME_HEADING) : whole;
}
