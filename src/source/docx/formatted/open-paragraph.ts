/** A paragraph while its runs are read. */
import { readLegacyText } from "../../encoding/legacy-fonts.js";
import type { ListCounter } from "../list-counter.js";
import type { Lists } from "../numbering.js";
import type { DrawnLine, FormattedParagraph, FormattedRun, PageTurn, RunLook } from "./formatted-text.js";
import type { ParagraphProperties, RunProperties } from "./properties.js";
import { paragraphLook, type StyleSheet } from "./style-sheet.js";

/** A piece of a paragraph as it was met. */
interface Piece {
  text: string;
  readonly properties: RunProperties;
  readonly note?: string;
  readonly pageNumber?: true;
  readonly bookmarks?: readonly string[];
}

/** What building a paragraph depends on. */
export interface ParagraphContext {
  readonly styles: StyleSheet;
  readonly styleNames: ReadonlyMap<string, { readonly name: string }>;
  readonly lists: Lists;
  /** What stands below a paragraph and above the next is added; otherwise the larger of the two counts. */
  readonly addsSpacing: boolean;
  readonly counter: ListCounter;
  /** Told of texts in a code from before Unicode. */
  readonly legacy: (code: string, readable: boolean, text: string) => void;
  /** Told of hidden text. */
  readonly hidden: (text: string, paragraph: number) => void;
}

const sameLook = (one: RunLook, other: RunLook): boolean =>
  one.size === other.size &&
  one.bold === other.bold &&
  one.italic === other.italic &&
  one.underline === other.underline &&
  one.superscript === other.superscript &&
  one.subscript === other.subscript &&
  one.capitals === other.capitals &&
  one.colour === other.colour &&
  one.font === other.font;

const isText = ({ note, pageNumber }: FormattedRun): boolean => note === undefined && pageNumber === undefined;

/** Neighbouring runs of one look as one. */
function joinRuns(runs: readonly FormattedRun[]): FormattedRun[] {
  const joined: FormattedRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const same =
      last !== undefined &&
      isText(last) &&
      isText(run) &&
      sameLook(last.look, run.look) &&
      last.bookmarks?.join() === run.bookmarks?.join();
    if (same) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

/** Borders above and below that are lines; with borders at the sides they are a frame. */
function bordersOf({ borderAbove, borderBelow, framed }: ParagraphProperties): DrawnLine[] {
  if (framed === true) return [];
  return (
    [
      ["borderAbove", borderAbove],
      ["borderBelow", borderBelow],
    ] as const
  ).flatMap(([kind, stroke]) => (stroke === undefined || stroke === "none" ? [] : [{ kind, stroke }]));
}

export class OpenParagraph {
  properties: ParagraphProperties = {};
  /** Of the paragraph's own mark. */
  markProperties: RunProperties = {};
  markDeleted = false;
  pictures = 0;
  unknownDrawings = 0;
  readonly shapes: DrawnLine[] = [];
  readonly turns: PageTurn[] = [];
  page: number | undefined;
  readonly boxes: FormattedParagraph[] = [];
  #pieces: Piece[] = [];

  constructor(readonly ordinal: number) {}

  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  add(text: string, properties: RunProperties, pageNumber: boolean, bookmarks: readonly string[]): void {
    this.#pieces.push({
      text,
      properties,
      ...(pageNumber ? { pageNumber: true } : {}),
      ...(bookmarks.length === 0 ? {} : { bookmarks: [...bookmarks] }),
    });
  }

  /** A page ends here. */
  turn(forced: boolean): void {
    const after = this.#pieces.reduce((letters, { text }) => letters + text.replace(/\s+/gu, "").length, 0);
    this.turns.push({ after, forced });
  }

  addNote(note: string, properties: RunProperties): void {
    this.#pieces.push({ text: "", properties, note });
  }

  /** Puts what came before in front: the text of a paragraph whose mark was deleted. */
  continueFrom(before: OpenParagraph): void {
    this.#pieces = [...before.#pieces, ...this.#pieces];
    this.boxes.unshift(...before.boxes);
    this.shapes.unshift(...before.shapes);
    this.turns.unshift(...before.turns);
    this.unknownDrawings += before.unknownDrawings;
  }

  #runs(context: ParagraphContext): FormattedRun[] {
    const runs: FormattedRun[] = [];
    for (const { text, properties, note, pageNumber, bookmarks } of this.#pieces) {
      const look = context.styles.run(this.properties.style, properties);
      if (look.hidden) {
        if (text.trim() !== "") context.hidden(text, this.ordinal);
        continue;
      }
      runs.push({
        text,
        look,
        ...(note === undefined ? {} : { note }),
        ...(pageNumber === undefined ? {} : { pageNumber }),
        ...(bookmarks === undefined ? {} : { bookmarks }),
      });
    }
    return joinRuns(runs).map((run) => this.#decoded(run, context));
  }

  #decoded(run: FormattedRun, { legacy }: ParagraphContext): FormattedRun {
    const { text, code, unreadable } = readLegacyText(run.text, run.look.font);
    if (code !== undefined) legacy(code, unreadable !== true, text);
    const shown = run.look.capitals ? text.toLocaleUpperCase("vi") : text;
    return { ...run, text: shown.normalize("NFC") };
  }

  build(context: ParagraphContext, tableStyle: string | undefined): FormattedParagraph {
    const { properties, ordinal } = this;
    const all = context.styles.paragraph(properties, tableStyle);
    const numId = all.numId === "0" ? undefined : all.numId;
    const own = properties.numId !== undefined;
    const level = own ? (properties.listLevel ?? 0) : all.listLevel;
    const style = properties.style;
    const reference =
      numId === undefined
        ? undefined
        : { numId, ...(level === undefined ? {} : { level }), ...(style === undefined ? {} : { style }) };
    const number = reference === undefined ? undefined : context.counter.next(reference);
    const list = numId === undefined ? undefined : context.lists.get(numId);
    const outlineLevel = all.outlineLevel;
    const lines = [...this.shapes, ...bordersOf(all)];
    const name = style === undefined ? undefined : context.styleNames.get(style)?.name;
    return {
      kind: "paragraph",
      ordinal,
      ...(this.page === undefined ? {} : { page: this.page }),
      runs: this.#runs(context),
      ...(number === undefined ? {} : { number }),
      ...(name === undefined ? {} : { style: name }),
      ...(outlineLevel === undefined || outlineLevel === 0 ? {} : { outlineLevel }),
      look: paragraphLook(all, properties, list, context.addsSpacing),
      markSize: context.styles.run(style, this.markProperties).size,
      ruled: lines.length > 0,
      lines,
      unknownDrawings: this.unknownDrawings,
      turns: all.pageBreakBefore === true ? [{ after: 0, forced: true }, ...this.turns] : this.turns,
      pictures: this.pictures,
      boxes: this.boxes,
    };
  }
}
