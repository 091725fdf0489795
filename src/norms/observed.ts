/** Formatting as it was observed in a finished document, in the terms of the norms' rows. */
import type { Document } from "../model/document.js";
import type { Component, Formatting, Margins, Range } from "./norm.js";

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

/** What was found below a component of the head that norms put a line below. */
export interface ObservedRule {
  readonly below: "nationalTitle" | "motto" | "issuer" | "subject";
  /** `none`: for sure nothing; `signs`: typed, such as "_____"; a component of which nothing is sure is not listed. */
  readonly drawn: "none" | "line" | "underline" | "signs";
  /** Of a line that is not solid. */
  readonly stroke?: "broken" | "double";
  /** What was typed. */
  readonly signs?: string;
  /** Length in parts of the component's own line: one number, or limits where the component has several lines. */
  readonly share?: Range;
  /** Words of the component's last line. */
  readonly quote: string;
  readonly part?: object;
}

/** How the pages of an annex are counted. */
export interface ObservedAnnexPages {
  readonly label: string;
  /**
   * `own`: a section that begins with the annex counts anew; `continuous`: a section of its own that goes on counting;
   * `none`: no section begins with it, so that it cannot count anew.
   */
  readonly counted: "own" | "continuous" | "none";
  /** First number, where it counts anew. */
  readonly first?: number;
  /** Its number may be seen nowhere: one page perhaps, whose number is hidden. */
  readonly perhapsHidden?: true;
  readonly part?: object;
}

/** A block that is to stand on one page, and does not. */
export interface ObservedSplit {
  readonly block: "title" | "signature";
  /** `broken`: a page ends inside it; `alone`: it begins a page without a line of the text. */
  readonly how: "broken" | "alone";
  /** Asked for by a page break; otherwise Word's own mark. */
  readonly forced: boolean;
  /** First words behind the break. */
  readonly quote: string;
  readonly part?: object;
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
