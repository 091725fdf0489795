/** A draft's text cut into what is worded on its own: sentences, headings, tables. */
import { linksIn } from "../links.js";
import { plainOf } from "../new-sentence.js";
import { type Span, sentenceAt } from "../sentences.js";

/** A sentence, a heading or a table, as it stands in a draft. */
export interface Unit extends Span {
  readonly source: string;
  /** The words alone: what is printed for figures is left out, so that a number that moves changes nothing. */
  readonly words: string;
  readonly kind: "heading" | "sentence" | "table";
  readonly block: Block;
}

/** A paragraph, an item of a list, a heading, a table. */
export interface Block extends Span {
  /** With its mark: `- `, `# `. */
  readonly source: string;
  readonly units: Unit[];
  /** Behind the text, among the consolidated forms. */
  readonly annex: boolean;
}

const HEADING = /^#{1,6}[ \t]/u;
/** Opens a paragraph whatever stands before it. */
const ITEM = /^[ \t]*(?:[-+*][ \t]|\[\^|\d+(?:\.\d+)*[.)][ \t]|[a-zđ]\)[ \t])/u;
const MARK =
  /^[ \t]*(?:#{1,6}[ \t]+|[-+*][ \t]+|\[\^[^\]]*\]:[ \t]*|[a-zđ]\)[ \t]+|[IVX]+[-.][ \t]+|\d+(?:\.\d+)*[.)][ \t]+)*/u;
const FENCE = /^[ \t]*```/u;
const ANNEX = /^#[ \t]+Phụ lục(?:[ \t]|$)/u;

/** A text in which nothing is printed for its figures. */
function wordsOf(source: string): string {
  let words = "";
  let from = 0;
  for (const { label, end } of linksIn(source)) {
    words += `${source.slice(from, label.start)}${source.slice(label.end, end)}`;
    from = end;
  }
  return (words + source.slice(from)).replace(/\s+/gu, " ").trim();
}

/** Where the body begins. */
function bodyStart(text: string): number {
  const opening = /^\uFEFF?---[ \t]*\r?\n/u.exec(text);
  const closing = opening === null ? null : /\r?\n---[ \t]*(?:\r?\n|$)/u.exec(text.slice(opening[0].length));
  return opening === null || closing === null ? 0 : opening[0].length + closing.index + closing[0].length;
}

interface Line extends Span {
  readonly text: string;
}

function* linesOf(text: string, from: number): Generator<Line> {
  for (let start = from; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const next = feed === -1 ? text.length : feed + 1;
    const line = text.slice(start, next).replace(/[\r\n]+$/u, "");
    yield { start, end: start + line.length, text: line };
    start = next;
  }
}

/** Paragraphs as spans, with what they are. */
function* spansOf(text: string): Generator<Span & { readonly kind: Unit["kind"] }> {
  let open: { start: number; end: number; kind: Unit["kind"]; fenced: boolean } | undefined;
  for (const { start, end, text: line } of linesOf(text, bodyStart(text))) {
    if (open?.fenced === true) {
      open.end = end;
      if (!FENCE.test(line)) continue;
      yield open;
      open = undefined;
      continue;
    }
    const row = /^[ \t]*\|/u.test(line);
    const continues =
      open !== undefined && line.trim() !== "" && !FENCE.test(line) && !HEADING.test(line) && !ITEM.test(line);
    if (open !== undefined && continues && (open.kind === "table") === row && open.kind !== "heading") {
      open.end = end;
      continue;
    }
    if (open !== undefined) yield open;
    open = undefined;
    if (line.trim() === "") continue;
    const kind = FENCE.test(line) || row ? "table" : HEADING.test(line) ? "heading" : "sentence";
    open = { start, end, kind, fenced: FENCE.test(line) };
  }
  if (open !== undefined) yield open;
}

function* sentencesOf(text: string, { start, end }: Span): Generator<Span> {
  const paragraph = text.slice(start, end);
  for (let at = MARK.exec(paragraph)?.[0].length ?? 0; at < paragraph.length; ) {
    const words = paragraph.slice(at);
    const found = sentenceAt(words, words.length - words.trimStart().length);
    if (found.end <= found.start) return;
    yield { start: start + at + found.start, end: start + at + found.end };
    at += found.end;
  }
}

/** The blocks of a draft's body, in their order. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let annex = false;
  for (const { start, end, kind } of spansOf(text)) {
    const source = text.slice(start, end);
    annex ||= kind === "heading" && ANNEX.test(source);
    const block: Block = { start, end, source, units: [], annex };
    const spans = kind === "sentence" ? sentencesOf(text, { start, end }) : [{ start, end }];
    for (const span of spans) {
      const own = text.slice(span.start, span.end);
      // tables are aligned by their heads: their rows are compared one by one
      const words =
        kind === "table" ? `|${wordsOf(own.split("\n").find((line) => line.includes("|")) ?? "")}` : wordsOf(own);
      block.units.push({ ...span, source: own, words, kind, block });
    }
    blocks.push(block);
  }
  return blocks;
}

/** As printed, for people. */
export const sayUnit = (source: string): string => plainOf(source.replace(MARK, ""));
