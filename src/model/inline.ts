import { z } from "zod";
import { Text } from "./text.js";

/** Emphasis of a run. A property is either `true` or absent, so equal looks are equal values. */
export const Emphasis = z.object({
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  superscript: z.literal(true).optional(),
});
export type Emphasis = z.infer<typeof Emphasis>;

/** A run of ordinary text. */
export const TextRun = Emphasis.extend({ kind: z.literal("text"), text: Text });
export type TextRun = z.infer<typeof TextRun>;

/**
 * A bound figure: the text that is printed and the path of the value it prints,
 * `vt:<indicator>/<scope>/<period>[/<measure>]`.
 */
export const Figure = Emphasis.extend({
  kind: z.literal("figure"),
  text: Text,
  binding: z.string().regex(/^vt:[^\s/]+(?:\/[^\s/]+){2,3}$/u),
});
export type Figure = z.infer<typeof Figure>;

/** The mark of a footnote in the text; `note` is its number, counted from 1 in the order of reference. */
export const NoteMark = z.object({ kind: z.literal("noteMark"), note: z.number().int().positive() });
export type NoteMark = z.infer<typeof NoteMark>;

export const Inline = z.discriminatedUnion("kind", [TextRun, Figure, NoteMark]);
export type Inline = z.infer<typeof Inline>;

export const Inlines = z.array(Inline);
export type Inlines = z.infer<typeof Inlines>;
