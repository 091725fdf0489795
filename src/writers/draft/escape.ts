import { cleanText } from "../../source/draft/text/characters.js";

/**
 * Signs that Markdown or the draft's own syntax would take for something else, where they would. What is harmless
 * stays as it is, because clerks read drafts: "A & B", "(1)", "x < 5".
 */
const SIGNS: readonly RegExp[] = [
  /\\/gu,
  /[*[|]/gu,
  // An underscore between letters is none of Markdown's business.
  /_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_/gu,
  // A tag, a comment.
  /<(?=[/!?a-z])/giu,
  // A character reference.
  /&(?=[#a-z])/giu,
];

/**
 * Text so that the draft reader gives it back letter for letter. Blanks at both ends are for the caller.
 *
 * @param text text of a run
 */
export function escapeText(text: string): string {
  const escaped = SIGNS.reduce((result, sign) => result.replace(sign, "\\$&"), cleanText(text));
  // A combining mark would join the sign of syntax before it when the draft is normalised.
  return escaped.replace(/^\p{M}/u, (mark) => `&#${mark.codePointAt(0)};`);
}

/** Text between the brackets of a figure. */
export function escapeLabel(text: string): string {
  return escapeText(text).replace(/\]/gu, "\\]").replace(/^\^/u, "\\^");
}

/** The path of a figure between parentheses. */
export function escapeDestination(path: string): string {
  return path.replace(/[\\()<>&|]/gu, "\\$&");
}

/** Keeps blanks at the ends of a paragraph, which Markdown would drop, and a paragraph of nothing but blanks. */
export function keepEdges(text: string): string {
  const edges = /\S/u.test(text) ? /^ | $/gu : /\s/gu;
  return text.replace(edges, (blank) => `&#${blank.codePointAt(0)};`);
}
