/** The look of a stretch of text out of its runs, the same from whatever they were read. */
import { ALL_WORDS, type BlockLook, type Emphases, tidy } from "../flow/flow.js";
import type { RunLook } from "./docx-styles.js";
import { familyOf } from "./fonts.js";

/** A run of text with its look. */
export interface LookedText {
  readonly text: string;
  readonly look: RunLook;
}

const BLACK = "000000";

function emphasesOf(runs: readonly LookedText[]): Emphases {
  const shown = runs.filter(({ text }) => text.trim() !== "");
  const textOf = (has: (look: RunLook) => boolean): string =>
    shown.every(({ look }) => has(look))
      ? ALL_WORDS
      : tidy(runs.map(({ text, look }) => (has(look) ? text : " ")).join(""));
  const colours = [...new Set(runs.map(({ look }) => look.colour ?? BLACK))].filter((colour) => colour !== BLACK);
  const emphases = {
    bold: textOf(({ bold }) => bold === true),
    italic: textOf(({ italic }) => italic === true),
    underline: textOf(({ underline }) => underline === true),
    strike: textOf(({ strike }) => strike === true),
    colour: colours.map((one) => `${one} ${textOf(({ colour }) => colour === one)}`).join("; "),
  };
  return Object.fromEntries(Object.entries(emphases).filter(([, text]) => text !== ""));
}

const otherSizes = (runs: readonly LookedText[], most: number): string =>
  [...new Set(runs.map(({ look }) => look.size ?? most))]
    .filter((size) => size !== most)
    .sort((a, b) => a - b)
    .join(" ");

/** The look of some runs; undefined when they show nothing. */
export function lookOfRuns(runs: readonly LookedText[]): BlockLook | undefined {
  const shown = runs.filter(({ text }) => text.trim() !== "");
  if (shown.length === 0) return undefined;
  const letters = new Map<string, { readonly look: RunLook; count: number }>();
  for (const { text, look } of shown) {
    const key = `${look.font} ${look.size}`;
    const known = letters.get(key) ?? { look, count: 0 };
    known.count += text.trim().length;
    letters.set(key, known);
  }
  const [most] = [...letters.values()].sort((a, b) => b.count - a.count);
  const { font, size } = most?.look ?? {};
  return {
    ...(font === undefined ? {} : { font: familyOf(font) }),
    ...(size === undefined ? {} : { size, otherSizes: otherSizes(shown, size) }),
    bold: shown.every(({ look }) => look.bold === true),
    italic: shown.every(({ look }) => look.italic === true),
    emphases: emphasesOf(runs),
  };
}
