/** Formatting as it was observed, in the terms of the norms' rows; what could not be observed is absent. */
import type { Document } from "../../../model/document.js";
import type { Component, Formatting } from "../../../norms/norm.js";
import type { ObservedNumbering, ObservedPage, ObservedParagraph } from "../../../norms/observed.js";
import { isCapital } from "../../printed/line.js";
import type { FormattedParagraph, FormattedRun, FormattedSection, FormattedText } from "../formatted/formatted-text.js";
import { isLong } from "../formatted/page-marks.js";
import { isUniform } from "./inlines.js";

/** What a paragraph was recognised as. */
export interface Recognised {
  readonly component: Component;
  readonly part?: object | undefined;
  readonly field?: keyof Document | undefined;
}

const MM = 25.4 / 72;
/** A tenth of a millimetre: offices type whole millimetres, files hold twentieths of a point. */
export const mm = (points: number): number => Math.round(points * MM * 10) / 10;
/** "auto" line of Times New Roman, in parts of its size. */
const AUTO_LINE = 1.1499;
const LONGEST_QUOTE = 80;

/** Text that is set as paragraphs, whose distance is the larger of what is set above and below it, or their sum. */
const RUNNING: ReadonlySet<Component> = new Set<Component>([
  "body",
  "legalBasis",
  "article",
  "romanHeading",
  "numberHeading",
  "number2Heading",
  "number3Heading",
  "bracketHeading",
  "letterHeading",
  "plainHeading",
]);

const LETTER = /[\p{L}\p{N}*-]/u;
const LETTERS = /[\p{L}\p{N}*-]/gu;

/** The value that most letters have. */
function commonest<T>(runs: readonly FormattedRun[], of: (run: FormattedRun) => T): T | undefined {
  const [only] = runs;
  if (only !== undefined && runs.length === 1) return LETTER.test(only.text) ? of(only) : undefined;
  const letters = new Map<T, number>();
  for (const run of runs) {
    const count = run.text.match(LETTERS)?.length ?? 0;
    if (count > 0) letters.set(of(run), (letters.get(of(run)) ?? 0) + count);
  }
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function lineOf({ look }: FormattedParagraph, size: number): Formatting["line"] {
  if (look.line.rule !== "least") return look.line;
  // at least so much: what the text itself asks for where that is more
  return { rule: "auto", value: Math.max(1, look.line.value / (AUTO_LINE * size)) };
}

/**
 * What can be seen of a paragraph's formatting.
 *
 * @param runs those of the line, where a paragraph holds several
 */
export function observe(
  paragraph: FormattedParagraph,
  runs: readonly FormattedRun[],
  { component, part, field }: Recognised,
): ObservedParagraph {
  const marks = runs.filter(({ note, pageNumber }) => note === undefined && pageNumber === undefined);
  const text = marks.map((run) => run.text).join("");
  // Word shows raised and lowered letters smaller than their size
  const level = marks.filter(({ look }) => !look.superscript && look.subscript !== true);
  const size = commonest(level.length > 0 ? level : marks, ({ look }) => look.size);
  const { look } = paragraph;
  const running = RUNNING.has(component);
  // blanks and tabs typed before the first word are an indent that nobody can measure here
  const typedIndent = /^[\t \u00A0]{2,}|^\t/u.test(text);
  const formatting = {
    ...(size === undefined ? {} : { size, line: lineOf(paragraph, size) }),
    bold: commonest(marks, (run) => run.look.bold) ?? false,
    // of the body words may be set apart in italics, even most of them; what is wrong is a paragraph of nothing else
    italic:
      component === "body"
        ? isUniform({ runs: marks }, ({ italic }) => italic)
        : (commonest(marks, (run) => run.look.italic) ?? false),
    underline: commonest(marks, (run) => run.look.underline) ?? false,
    letterCase: isCapital(text.trim()) ? ("capitals" as const) : ("sentence" as const),
    align: look.align,
    ...(typedIndent ? {} : { firstIndent: mm(look.left + look.firstIndent) }),
    ...(running ? { after: look.between } : { before: look.before, after: look.after }),
  };
  const fonts = [
    ...new Set(marks.flatMap((run) => (/\S/u.test(run.text) && run.look.font !== undefined ? [run.look.font] : []))),
  ];
  const inColour = marks.filter((run) => run.look.colour !== undefined && /[\p{L}\p{N}]/u.test(run.text));
  const coloured = inColour
    .map((run) => run.text)
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
  const summed = look.before + look.after;
  return {
    component,
    ...(running && summed > look.between ? { summedGap: summed } : {}),
    formatting,
    ...(fonts.length === 0 ? {} : { fonts }),
    ...(coloured === "" ? {} : { coloured: coloured.slice(0, LONGEST_QUOTE) }),
    quote: text.replace(/\s+/gu, " ").trim().slice(0, LONGEST_QUOTE),
    ...(part === undefined ? {} : { part }),
    ...(field === undefined ? {} : { field }),
  };
}

const numberIn = (paragraphs: readonly FormattedParagraph[]): FormattedParagraph | undefined =>
  paragraphs.find(({ runs }) => runs.some(({ pageNumber }) => pageNumber === true));

function pageOf(section: FormattedSection, mirrored: boolean): ObservedPage {
  const { width, height, margins, headers, headerFromTop } = section;
  const front = { top: mm(margins.top), bottom: mm(margins.bottom), left: mm(margins.left), right: mm(margins.right) };
  return {
    size: { width: mm(width), height: mm(height) },
    margins: front,
    ...(mirrored ? { backMargins: { ...front, left: front.right, right: front.left } } : {}),
    ...(numberIn(headers) === undefined ? {} : { numberFromTop: mm(headerFromTop) }),
  };
}

/** The pages of a file: each sort once. */
export function observePages({ sections, mirrored }: FormattedText): ObservedPage[] {
  const pages = sections.filter(({ width }) => width > 0).map((section) => pageOf(section, mirrored));
  return [...new Map(pages.map((page) => [JSON.stringify(page), page])).values()];
}

const flat = (paragraphs: readonly FormattedParagraph[] = []): readonly FormattedParagraph[] =>
  paragraphs.flatMap((paragraph) => [paragraph, ...paragraph.boxes]);

/**
 * Where the pages of a file are numbered, and whether there is more than one.
 *
 * @param end index of the first block behind the document itself: pages of annexes are counted for themselves, and the
 *   first of each shows no number
 */
export function observeNumbering(text: FormattedText, end: number): ObservedNumbering {
  const [first] = text.sections;
  const shows = (paragraphs?: readonly FormattedParagraph[]) => numberIn(flat(paragraphs));
  const all = text.sections.flatMap(({ otherPages, firstPage }) => [otherPages, firstPage]);
  const top = all.map(({ headers }) => shows(headers)).find((one) => one !== undefined);
  const bottom = all.map(({ footers }) => shows(footers)).find((one) => one !== undefined);
  const number = top ?? bottom;
  const words = (number?.runs ?? [])
    .map((run) => (run.pageNumber === true ? "" : run.text))
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
  return {
    severalPages: isLong({ ...text, blocks: text.blocks.slice(0, end) }),
    ...(number === undefined ? {} : { at: top === undefined ? "bottom" : "top" }),
    onFirstPage: [first?.firstPage.headers, first?.firstPage.footers].some((one) => shows(one) !== undefined),
    words,
  };
}

/** The page numbers of a file, by their looks. */
export function observePageNumbers({ sections }: FormattedText): ObservedParagraph[] {
  return sections.flatMap(({ headers, footers }) => {
    const paragraph = numberIn(headers) ?? numberIn(footers);
    if (paragraph === undefined) return [];
    const shown = paragraph.runs.map((run) => (run.pageNumber ? { ...run, text: "2", pageNumber: undefined } : run));
    const runs = shown.map(({ pageNumber: _, ...run }) => run);
    return [{ ...observe(paragraph, runs, { component: "pageNumber" }), quote: "số trang" }];
  });
}
