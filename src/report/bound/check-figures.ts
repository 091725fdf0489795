/** Holds the bound figures and words of a document against the ledger. */
import type { Finding, Place } from "../../findings/finding.js";
import { reportBound } from "../../findings/messages/bound.js";
import { nameOfKey } from "../../forms/index.js";
import type { Document } from "../../model/document.js";
import type { Inlines } from "../../model/inline.js";
import { MEASURE_WORDS } from "../figure-words.js";
import type { Figures, ResolvedFigure } from "../totals/index.js";
import type { Base } from "./base.js";
import { compareFigure, type Difference } from "./compare.js";
import { sentenceAt } from "./sentences.js";
import { type BoundFigure, boundFigures } from "./walk.js";

/** Where the figures of a document stand in its draft. */
export interface FigurePlaces {
  of(part: object): Place | undefined;
}

/** A figure that the ledger prints otherwise, or a path that it does not know. */
export type Deviation = BoundFigure & { readonly place?: Place } & (
    | { readonly kind: "unresolved"; readonly finding: Finding }
    | { readonly kind: "deviates"; readonly resolved: ResolvedFigure; readonly difference: Difference }
  );

/** Longest sentence that a finding quotes, in signs. */
const LONGEST = 240;

const printedOf = (inline: Inlines[number]): string => (inline.kind === "noteMark" ? "" : inline.text);

/** The sentence around a figure, as printed. */
export function sentenceOf({ figure, inlines, surroundings }: BoundFigure): string {
  let text = "";
  let at = 0;
  for (const inline of inlines) {
    if (inline === figure) at = text.length;
    text += printedOf(inline);
  }
  const { start, end } = surroundings === "cell" ? { start: 0, end: text.length } : sentenceAt(text, at);
  const sentence = text.slice(start, end).trim();
  return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST - 1)}…` : sentence;
}

/** What a figure is called in findings. */
export function labelOf({ path }: ResolvedFigure, figures: Figures): string {
  const name = nameOfKey(figures.context.formSet, path.key);
  const period = figures.period(path.period)?.period.name ?? path.period;
  const measure = path.measure === "thuc-hien" ? "" : `, ${MEASURE_WORDS[path.measure].toLocaleLowerCase("vi-VN")}`;
  return `${path.key} ${name} – ${path.scope.name} (${period}${measure})`;
}

/** All bound figures that do not say what the ledger says, in the order of the document. */
export function deviationsOf(document: Document, figures: Figures, places?: FigurePlaces): readonly Deviation[] {
  const found: Deviation[] = [];
  for (const bound of boundFigures(document)) {
    const own = places?.of(bound.figure);
    const placed = { ...bound, ...(own === undefined ? {} : { place: own }) };
    const { figure: resolved, finding } = figures.resolve(bound.figure.binding);
    if (resolved === undefined) {
      found.push({ ...placed, kind: "unresolved", finding });
      continue;
    }
    const difference = compareFigure(bound.figure.text, resolved, bound.surroundings, figures.context.formSet);
    if (difference !== undefined) found.push({ ...placed, kind: "deviates", resolved, difference });
  }
  return found;
}

/** Who moved it: a late return, or somebody by hand; not known without what the report was made from. */
function causeOf(text: string, { binding }: ResolvedFigure, base: Base | undefined): "moved" | "edited" | "differs" {
  const made = base?.get(binding);
  if (made === undefined) return "differs";
  return made.some((printed) => printed.toLowerCase() === text.toLowerCase()) ? "moved" : "edited";
}

/** The finding about one deviation. */
export function findingOf(deviation: Deviation, figures: Figures, base?: Base): Finding {
  const { place } = deviation;
  if (deviation.kind === "unresolved") {
    return place === undefined ? deviation.finding : { ...deviation.finding, place };
  }
  const { resolved, difference } = deviation;
  const params = {
    label: labelOf(resolved, figures),
    path: resolved.binding,
    printed: difference.printed,
    now: difference.expected,
    sentence: sentenceOf(deviation),
  };
  const cause = causeOf(difference.printed, resolved, base);
  const id = difference.rewords && cause !== "edited" ? "reworded" : cause;
  return reportBound(`bound/${id}`, params, place);
}

/**
 * Holds every bound figure and word of a document against the ledger: what a late return has moved, what somebody changed
 * by hand, and paths that name nothing.
 *
 * @param figures of the workspace's ledger
 * @param places of the document's draft, when it was read from one
 * @param base what the report was made from; without it a finding does not say who moved the figure
 * @returns errors in the order of the document; none when it says what the ledger says
 */
export function checkFigures(
  document: Document,
  figures: Figures,
  places?: FigurePlaces,
  base?: Base,
): readonly Finding[] {
  return deviationsOf(document, figures, places).map((deviation) => findingOf(deviation, figures, base));
}
