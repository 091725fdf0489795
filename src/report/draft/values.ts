/** Values of a template that has run: tokens stand for them until the draft's structure is settled. */
import { VALUE } from "../../starting-draft/template.js";
import { escapeDestination, escapeLabel } from "../../writers/draft/escape.js";
import type { Phrase } from "../sentences/index.js";
import type { ResolvedFigure } from "../totals/index.js";

/** A value as it stands in a header, where nothing is bound, and in the body, in the draft's syntax. */
export interface DraftValue {
  readonly text: string;
  readonly source: string;
}

/** A name from outside on one line. */
const oneLine = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();

/** Alone in a cell these merge cells or rule a table. */
const TABLE_SIGN = /^(?:[<^]|:?-+:?)$/u;

export class Values {
  readonly list: (string | DraftValue)[] = [];
  readonly #used = new Map<string, { readonly figure: ResolvedFigure; readonly printed: Set<string>; times: number }>();

  /** Every figure of the draft by its binding, as often as it stands there. */
  get used(): readonly {
    readonly figure: ResolvedFigure;
    readonly printed: readonly string[];
    readonly times: number;
  }[] {
    return [...this.#used.values()].map(({ figure, printed, times }) => ({ figure, printed: [...printed], times }));
  }

  #token(value: DraftValue): string {
    return `${VALUE.open}${this.list.push(value) - 1}${VALUE.close}`;
  }

  /** What comes from outside: a unit's name. */
  outside(text: string): string {
    const line = oneLine(text);
    const source = escapeLabel(line);
    return this.#token({ text: line, source: TABLE_SIGN.test(source) ? `\\${source}` : source });
  }

  /** A sentence: the program's own words as they are, figures as bound figures. */
  phrase(phrase: Phrase): string {
    return phrase
      .map((piece) => (typeof piece === "string" ? piece : this.#bound(piece.figure, piece.printed)))
      .join("");
  }

  #bound(figure: ResolvedFigure, printed: string): string {
    const known = this.#used.get(figure.binding) ?? { figure, printed: new Set<string>(), times: 0 };
    this.#used.set(figure.binding, known);
    known.printed.add(printed);
    known.times += 1;
    return this.#token({ text: printed, source: `[${escapeLabel(printed)}](${escapeDestination(figure.binding)})` });
  }
}
