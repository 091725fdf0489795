import { z } from "zod";
import { Emphasis } from "./inline.js";
import { Line } from "./text.js";

/**
 * The forms of mark that open a heading or a paragraph (HD05 PII.I.6.2.4; NĐ30 PL.I II.6.d–đ; usage of the signed HD05):
 * part `Phần I`, chapter `Chương I`, section `Mục 1`, subsection `Tiểu mục 1`, article `Điều 1.`,
 * roman `I-` or `I.`, number `1.`, number2 `1.1.`, number3 `1.1.1.`, bracketNumber `(1)`, letter `a)`,
 * bracketRoman `(i)`, dash `-`, plus `+`, star `*`.
 */
export const MARK_FORMS = [
  "part",
  "chapter",
  "section",
  "subsection",
  "article",
  "roman",
  "number",
  "number2",
  "number3",
  "bracketNumber",
  "letter",
  "bracketRoman",
  "dash",
  "plus",
  "star",
] as const;
export const MarkForm = z.enum(MARK_FORMS);
export type MarkForm = z.infer<typeof MarkForm>;

/** A mark as printed (`2.1.`, `Điều 5.`, `-`), with its own emphasis. One blank stands between it and the text. */
export const Mark = Emphasis.extend({ form: MarkForm, text: Line });
export type Mark = z.infer<typeof Mark>;
