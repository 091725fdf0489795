import type { Measure } from "../../forms/form-set.js";
import type { KnownFigure } from "./return-figures.js";

/** A word at least: "x" or "." explains nothing. */
const SAYS_SOMETHING = /\p{L}{2,}/u;

/** What the unit wrote about a broken check: on the check sheet, else beside one of the figures. */
export function explanationFor(
  rule: string,
  measure: Measure,
  figures: readonly KnownFigure[],
  explanations: Readonly<Record<string, string>>,
): string | undefined {
  const names = [`${rule}/${measure}`, ...figures.map((figure) => `${figure.key}/${figure.measure}`)];
  const texts = names.flatMap((name) => explanations[name] ?? []);
  return texts.find((text) => SAYS_SOMETHING.test(text));
}
