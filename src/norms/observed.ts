/** Formatting as it was observed in a finished document, in the terms of the norms' rows. */
import type { Document } from "../model/document.js";
import type { Component, Formatting, Margins } from "./norm.js";

/** One paragraph that was recognised as a component; a property that could not be observed is absent. */
export interface ObservedParagraph {
  readonly component: Component;
  readonly formatting: { readonly [K in keyof Formatting]?: Formatting[K] };
  /** Space above and below together, pt, where Word sets only the larger. */
  readonly summedGap?: number;
  /** Names of the fonts in it. */
  readonly fonts?: readonly string[];
  /** Words in it that are not black. */
  readonly coloured?: string;
  /** Its words, or the first of them. */
  readonly quote: string;
  readonly part?: object;
  readonly field?: keyof Document;
}

/** The pages of a section, lengths in mm. */
export interface ObservedPage {
  readonly size: { readonly width: number; readonly height: number };
  readonly margins: Margins;
  /** Of a document printed on both sides. */
  readonly backMargins?: Margins;
  /** Distance of the page number's line from the top edge. */
  readonly numberFromTop?: number;
}

/** How the pages of a finished document are numbered. */
export interface ObservedNumbering {
  /** It goes over more than one page, as far as its file can tell. */
  readonly severalPages: boolean;
  /** Where the number stands; absent where pages have none. */
  readonly at?: "top" | "bottom";
  /** The first page shows it. */
  readonly onFirstPage: boolean;
  /** What stands beside it. */
  readonly words: string;
}

export interface ObservedFormatting {
  readonly paragraphs: readonly ObservedParagraph[];
  readonly pages?: readonly ObservedPage[];
  readonly numbering?: ObservedNumbering;
}
