/** Pieces of a paragraph that was typed with line breaks: each is a paragraph of the model. */
import { findMark } from "../../draft/body/marks.js";
import type { FormattedParagraph, FormattedRun } from "../formatted/formatted-text.js";
import { linesOf } from "./lines.js";
import { numbered } from "./tables.js";

const ENDS = /[.;:!?]$/u;

/** Tabs and rows of blanks between words as one blank; before the first word they are an indent and stay. */
function withoutTabs(runs: readonly FormattedRun[]): FormattedRun[] {
  let words = false;
  return runs.map((run) => {
    const start = words ? 0 : run.text.length - run.text.trimStart().length;
    words ||= start < run.text.length;
    const tail = run.text.slice(start).replace(/[\t \u00A0]{2,}|\t/gu, " ");
    return tail.length + start === run.text.length ? run : { ...run, text: run.text.slice(0, start) + tail };
  });
}

const blankBefore = ([first]: readonly FormattedRun[]): FormattedRun[] =>
  first === undefined ? [] : [{ text: " ", look: first.look }];

/**
 * A paragraph parted at its line breaks where a new point begins; elsewhere a break is a blank, for a justified
 * paragraph has none.
 */
export function piecesOf(paragraph: FormattedParagraph): FormattedRun[][] {
  const lines = linesOf({ ...paragraph, runs: withoutTabs(paragraph.runs) }, false).filter(
    ({ text, runs }) => text !== "" || runs.some(({ note }) => note !== undefined),
  );
  const pieces: FormattedRun[][] = [];
  let before = "";
  for (const { text, runs } of lines) {
    const apart = findMark(text, true) !== undefined || ENDS.test(before) || paragraph.look.align === "center";
    const last = pieces.at(-1);
    if (last === undefined || apart) pieces.push([...runs]);
    else last.push(...blankBefore(runs), ...runs);
    before = text;
  }
  const [first, ...others] = pieces;
  return first === undefined ? [] : [[...numbered(paragraph, first)], ...others];
}
