/** Headings: whether a paragraph is one, by its outline level or by a mark and a look of its own; and what look it has as a whole. */
import type { MarkForm } from "../../../model/mark.js";
import { NAMED_FORMS } from "../../draft/body/marks.js";
import { isCapital } from "../../printed/line.js";
import type { FormattedParagraph } from "../formatted/formatted-text.js";
import { type BaseLook, isUniform } from "./inlines.js";

/** A longer paragraph is text. */
const LONGEST = 300;
const LONGEST_SENTENCE = 120;
const LONGEST_PLAIN = 200;
const LISTS: ReadonlySet<MarkForm> = new Set<MarkForm>(["dash", "plus", "star"]);

/**
 * @param text its words, number and mark included
 * @param form of the mark that it begins with
 */
export function isHeading(paragraph: FormattedParagraph, text: string, form: MarkForm | undefined): boolean {
  if (form !== undefined && LISTS.has(form)) return false;
  if (text.length > LONGEST || !/\p{L}/u.test(text)) return false;
  if (paragraph.outlineLevel !== undefined) return true;
  const bold = isUniform(paragraph, (look) => look.bold);
  const apart = bold || isUniform(paragraph, (look) => look.italic) || isUniform(paragraph, (look) => look.underline);
  const listed = /[;,]$/u.test(text);
  if (form === undefined) {
    return bold && text.length <= LONGEST_PLAIN && !/[.;:,!?”"…/]$/u.test(text) && paragraph.look.align !== "right";
  }
  if (NAMED_FORMS.includes(form)) return text.length <= LONGEST_SENTENCE && !listed;
  if (form === "roman") return !listed && (bold || isCapital(text) || !/[.:]$/u.test(text));
  if (form === "article" && !/[.;:,]$/u.test(text) && text.length <= LONGEST_SENTENCE) return true;
  return apart && !listed && (!/\.$/u.test(text) || text.length <= LONGEST_SENTENCE);
}

/**
 * The look of a heading, which is no emphasis in it: bold and underlined where all of it is, and italic beside bold;
 * italic alone is what somebody chose instead of bold.
 */
export function headingBase(own: BaseLook, paragraph: FormattedParagraph): BaseLook {
  const bold = isUniform(paragraph, (look) => look.bold);
  return {
    bold: own.bold || bold,
    italic: own.italic || (bold && isUniform(paragraph, (look) => look.italic)),
    underline: own.underline || isUniform(paragraph, (look) => look.underline),
  };
}
