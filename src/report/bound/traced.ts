/** The figures of an updated draft, for the trace file that travels with it. */
import type { Document } from "../../model/document.js";
import type { DraftFigure } from "../draft/index.js";
import type { Figures } from "../totals/index.js";
import type { Base } from "./base.js";
import { compareFigure } from "./compare.js";
import { boundFigures } from "./walk.js";

/**
 * Each figure once, in the order in which they first stand there. What somebody typed by hand and was left there is not
 * among the prints that it was made with.
 *
 * @param base what the draft was made from before
 */
export function tracedFigures(document: Document, figures: Figures, base: Base): readonly DraftFigure[] {
  const found = new Map<string, { figure: DraftFigure["figure"]; printed: Set<string>; times: number }>();
  for (const { figure, surroundings } of boundFigures(document)) {
    const resolved = figures.resolve(figure.binding).figure;
    if (resolved === undefined) continue;
    const known = found.get(resolved.binding) ?? { figure: resolved, printed: new Set<string>(), times: 0 };
    found.set(resolved.binding, known);
    known.times += 1;
    const holds = compareFigure(figure.text, resolved, surroundings, figures.context.formSet) === undefined;
    if (holds || base.get(resolved.binding)?.includes(figure.text)) known.printed.add(figure.text);
  }
  return [...found.values()].map(({ figure, printed, times }) => ({ figure, printed: [...printed], times }));
}
