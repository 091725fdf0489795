/** Places in a stencil's texts that are filled for each unit: marked with private-use characters, so no text collides. */

/** What is filled into texts. */
export const TOKENS = [
  "unit",
  "superior",
  "period",
  "from",
  "to",
  "due",
  "lastDay",
  "sendTo",
  "unitCode",
  "periodId",
  "hash",
  "created",
] as const;
/**
 * A text to fill in, the mark of an open initial figure (`initial:v_B01_actual`, `initial:samePeriod`), or a year of a
 * review by its place in the span, 0 being the one before.
 */
export type Token = (typeof TOKENS)[number] | `initial:${string}` | `year:${number}`;

const START = "\uE000";
const END = "\uE001";

/** A token as it stands in a text of the stencil. */
export const token = (name: Token): string => `${START}${name}${END}`;

/** Splits a text at its tokens: texts at even places, names of tokens at odd ones. */
export const splitAtTokens = (text: string): readonly string[] => text.split(/\uE000([^\uE001]*)\uE001/u);
