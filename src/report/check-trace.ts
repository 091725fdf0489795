/** Holds the bound figures of a report against the trace file beside it, where there is no ledger to hold them against. */
import { isDeepStrictEqual } from "node:util";
import type { Finding } from "../findings/finding.js";
import { reportBound } from "../findings/messages/bound.js";
import type { Document } from "../model/document.js";
import { type FigurePlaces, sentenceOf } from "./bound/check-figures.js";
import { readPrinted } from "./bound/printed.js";
import { type BoundFigure, boundFigures } from "./bound/walk.js";
import { MEASURE_WORDS } from "./figure-words.js";
import type { ReadTrace, TracedPrint } from "./read-trace.js";
import type { FigureMeasure } from "./totals/index.js";

const isMeasure = (word: string): word is FigureMeasure => Object.hasOwn(MEASURE_WORDS, word);

/** The fourth part of a path; the value itself where it has none. */
function measureOf(binding: string): FigureMeasure {
  const word = binding.split("/")[3] ?? "";
  return isMeasure(word) ? word : "thuc-hien";
}

/** Whether two prints say the same: "05" and "5", "Tăng" and "tăng". */
function saysAs(text: string, printed: string, measure: FigureMeasure): boolean {
  if (text.toLowerCase() === printed.toLowerCase()) return true;
  const [typed, made] = [readPrinted(text, measure), readPrinted(printed, measure)];
  return typed.kind !== "unknown" && isDeepStrictEqual(typed, made);
}

/** What a figure is called in findings. */
function labelOf({ label, cells, binding }: TracedPrint): string {
  const measure = measureOf(binding);
  const name = label ?? `${binding.split("/")[0]?.replace(/^vt:/iu, "")} (${cells.join(", ")})`;
  return measure === "thuc-hien" ? name : `${name}, ${MEASURE_WORDS[measure].toLocaleLowerCase("vi-VN")}`;
}

function findingOf(bound: BoundFigure, trace: ReadTrace, place: Finding["place"]): Finding | undefined {
  const { binding, text } = bound.figure;
  const made = trace.figures.get(binding);
  const isOwn = trace.workbook !== undefined;
  if (made === undefined)
    return reportBound("bound/not-traced", { path: binding, printed: text, sentence: sentenceOf(bound), isOwn }, place);
  if (made.printed.some((printed) => saysAs(text, printed, measureOf(binding)))) return undefined;
  const params = { label: labelOf(made), path: binding, printed: text, now: made.printed.join("” hoặc “") };
  return reportBound("bound/not-as-made", { ...params, sentence: sentenceOf(bound), isOwn }, place);
}

/**
 * Every bound figure and word that is not printed as when the report was made.
 *
 * @param places of the document's draft, when it was read from one
 * @returns errors in the order of the document
 */
export function checkAgainstTrace(document: Document, trace: ReadTrace, places?: FigurePlaces): readonly Finding[] {
  return [...boundFigures(document)].flatMap((bound) => findingOf(bound, trace, places?.of(bound.figure)) ?? []);
}
