/** What a sentence is to say once its class has changed: with the words exchanged, or as the template says it now. */
import { distance } from "fastest-levenshtein";
import type { Figures } from "../totals/index.js";
import { type Link, linksIn } from "./links.js";
import { type Span, sentenceAt } from "./sentences.js";

/** Lines at which another paragraph begins whatever stands before them: headings, rows, marks of lists. */
const OPENS = /^[ \t]*(?:#{1,6}[ \t]|\||```|[-+*][ \t]|\[\^|\d+(?:\.\d+)*[.)][ \t]|[a-zđ]\)[ \t]|[IVX]+[-.][ \t])/u;
/** A mark is none of the sentence's words. */
const MARK =
  /^[ \t]*(?:#{1,6}[ \t]+|[-+*][ \t]+|\[\^[^\]]*\]:[ \t]*|[a-zđ]\)[ \t]+|[IVX]+[-.][ \t]+|\d+(?:\.\d+)*[.)][ \t]+)*/u;

/** The paragraph of a draft's text around an offset. */
function paragraphAt(text: string, at: number): Span {
  let start = text.lastIndexOf("\n", at - 1) + 1;
  const lineAt = (from: number): string => text.slice(from, nextLine(text, from)).replace(/[\r\n]+$/u, "");
  while (start > 0 && !OPENS.test(lineAt(start))) {
    const before = text.lastIndexOf("\n", start - 2) + 1;
    if (lineAt(before).trim() === "" || lineAt(before).trim() === "---") break;
    start = before;
  }
  let end = nextLine(text, at);
  while (end < text.length && lineAt(end).trim() !== "" && !OPENS.test(lineAt(end))) end = nextLine(text, end);
  return { start, end };
}

function nextLine(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  return feed === -1 ? text.length : feed + 1;
}

/** The sentence of a draft's text around an offset, without the mark of its paragraph. */
export function rawSentenceAt(text: string, at: number): Span {
  const { start, end } = paragraphAt(text, at);
  const paragraph = text.slice(start, end);
  const opening = MARK.exec(paragraph)?.[0].length ?? 0;
  const words = paragraph.slice(opening);
  const found = sentenceAt(words, Math.max(0, at - start - opening));
  return { start: start + opening + found.start, end: start + opening + found.end };
}

/** A piece of a draft as it is printed. */
export function plainOf(source: string): string {
  let plain = "";
  let from = 0;
  for (const { start, end, label } of linksIn(source)) {
    plain += source.slice(from, start) + source.slice(label.start, label.end);
    from = end;
  }
  return (plain + source.slice(from))
    .replace(/<\/?(?:b|i|u|sup)>|(?<!\\)\*+/giu, "")
    .replace(/\\(?=[^\p{L}\p{N}\s])/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Indicator, scope and period of a path: what a sentence is about. */
export const subjectOf = (binding: string): string => binding.split("/").slice(0, 3).join("/");

const subjectsOf = (links: readonly Link[]): ReadonlySet<string> =>
  new Set(links.map(({ binding }) => subjectOf(binding)));

/** Words alone, for telling which of several sentences about a figure is meant. */
const wordsOf = (source: string): string =>
  plainOf(source)
    .replace(/[\d.,%]+/gu, "")
    .toLowerCase();

/** Whether a sentence may leave a subject out: nothing is said of parts that did not occur. */
function mayBeLeftOut(subject: string, figures: Figures): boolean {
  const { figure } = figures.resolve(subject);
  return figure !== undefined && (figure.status !== "reported" || figure.value === 0);
}

/**
 * The sentence of a freshly written report that says now what an old sentence said.
 *
 * @param old as it stands in the draft
 * @param changed paths of the figures whose class has changed
 * @param fresh the body of a draft written from the ledger as it is now
 * @returns undefined when the template says nothing of it, or would leave another figure out
 */
export function freshSentence(
  old: string,
  changed: readonly string[],
  fresh: string,
  figures: Figures,
): string | undefined {
  const subjects = subjectsOf(linksIn(old));
  const wanted = new Set(changed.map(subjectOf));
  const spans = new Map<number, Span>();
  for (const { binding, start } of linksIn(fresh)) {
    if (!wanted.has(subjectOf(binding))) continue;
    const span = rawSentenceAt(fresh, start);
    spans.set(span.start, span);
  }
  const candidates = [...spans.values()].flatMap(({ start, end }) => {
    const source = fresh.slice(start, end);
    const own = subjectsOf(linksIn(source));
    const lost = [...subjects].filter((subject) => !own.has(subject));
    if (!lost.every((subject) => mayBeLeftOut(subject, figures))) return [];
    const gained = [...own].filter((subject) => !subjects.has(subject)).length;
    return [{ source, away: gained * 1000 + lost.length * 100 + distance(wordsOf(old), wordsOf(source)) }];
  });
  return candidates.toSorted((a, b) => a.away - b.away)[0]?.source;
}
