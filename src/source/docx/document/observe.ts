/** Formatting as it was observed, in the terms of the norms' rows; what could not be observed is absent. */
import type { Document } from "../../../model/document.js";
import type { Component, Formatting, Margins } from "../../../norms/norm.js";
import { isCapital } from "../../printed/line.js";
import type { FormattedParagraph, FormattedRun, FormattedSection, FormattedText } from "../formatted/formatted-text.js";

/** One paragraph that was recognised as a component. */
export interface ObservedParagraph {
  readonly component: Component;
  readonly formatting: { readonly [K in keyof Formatting]?: Formatting[K] };
  /** Names of the fonts in it. */
  readonly fonts?: readonly string[];
  /** Its words, or the first of them. */
  readonly quote: string;
  readonly part?: object;
  readonly field?: keyof Document;
}

/** The pages of a section, lengths in mm. */
export interface ObservedPage {
  readonly size: { readonly width: number; readonly height: number };
  readonly margins: Margins;
  /** Of a document printed on both sides. */
  readonly backMargins?: Margins;
  /** Distance of the page number's line from the top edge. */
  readonly numberFromTop?: number;
}

export interface ObservedFormatting {
  readonly paragraphs: readonly ObservedParagraph[];
  readonly pages?: readonly ObservedPage[];
}

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

/** Text that is set as paragraphs, whose distance is the sum of what stands above and below it. */
const RUNNING: ReadonlySet<Component> = new Set<Component>(["body", "legalBasis"]);

/** The value that most letters have. */
function commonest<T>(runs: readonly FormattedRun[], of: (run: FormattedRun) => T): T | undefined {
  const letters = new Map<T, number>();
  for (const run of runs) {
    const count = run.text.match(/[\p{L}\p{N}*-]/gu)?.length ?? 0;
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
  const size = commonest(marks, ({ look }) => look.size);
  const { look } = paragraph;
  const running = RUNNING.has(component);
  // blanks and tabs typed before the first word are an indent that nobody can measure here
  const typedIndent = /^[\t \u00A0]{2,}|^\t/u.test(text);
  const formatting = {
    ...(size === undefined ? {} : { size, line: lineOf(paragraph, size) }),
    bold: commonest(marks, (run) => run.look.bold) ?? false,
    italic: commonest(marks, (run) => run.look.italic) ?? false,
    underline: commonest(marks, (run) => run.look.underline) ?? false,
    letterCase: isCapital(text.trim()) ? ("capitals" as const) : ("sentence" as const),
    align: look.align,
    ...(typedIndent ? {} : { firstIndent: mm(look.left + look.firstIndent) }),
    ...(running ? { after: look.between } : { before: look.before, after: look.after }),
  };
  const fonts = [
    ...new Set(marks.flatMap((run) => (/\S/u.test(run.text) && run.look.font !== undefined ? [run.look.font] : []))),
  ];
  return {
    component,
    formatting,
    ...(fonts.length === 0 ? {} : { fonts }),
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
