import { findMark, NAMED_FORMS } from "../draft/body/marks.js";
import type { SourceLine } from "../draft/text/lines.js";
import { isCapital, type Parted, partedWords } from "../printed/line.js";
import { FootNotes } from "./foot-notes.js";
import { bare, type FootNote, goesOn, isHandwritten, type Lines, partGlued, readFootNote } from "./paragraphs.js";

/** The body as lines of a draft, and what was kept out of it. */
export interface JoinedBody {
  readonly lines: Lines;
  readonly annotations: readonly SourceLine[];
  /** Pictures, and notes that no mark calls. */
  readonly unplaced: readonly SourceLine[];
  /** Labels of the footnotes that it has. */
  readonly labels: ReadonlySet<string>;
  /** Words of headings glued together that were parted. */
  readonly parted: readonly Parted[];
}

/** A Roman number opens a heading: `I. MỤC ĐÍCH`, `**III. Tổ chức thực hiện**`. */
const ROMAN_HEADING = /^[IVX]{1,5}\s*[.-]\s*\S/u;
const SUPERSCRIPT = /<sup>\(?(\d{1,3})\)?<\/sup>/gu;

/** A line that is a picture, as text recognition marks it. */
const PICTURE = /^!\[[^\]]*\]\([^)]*\)$/u;

/** Signs that say something in a draft and nothing in a scan: links, calls of notes, fences. */
const literal = (text: string): string =>
  text
    .replace(/\](?=\()/gu, "]\\")
    .replace(/\[(?=\^)/gu, "\\[")
    .replace(/^(?=`{3}|~{3})/u, "\\");

/** Whether a paragraph is the mark of a chapter, part or section, whose name stands below it. */
function isNamed(paragraph: Lines | undefined): boolean {
  const text = bare(paragraph?.[0]?.text ?? "");
  const mark = paragraph?.length === 1 ? findMark(text, true) : undefined;
  return mark !== undefined && NAMED_FORMS.includes(mark.form) && mark.end === text.length;
}

const asHeading = (paragraph: Lines): Lines => {
  const [first] = paragraph;
  return first === undefined
    ? []
    : [{ ...first, text: `# ${literal(paragraph.map(({ text }) => bare(text)).join(" "))}` }];
};

/** A line as a draft has it: headings behind `#`, calls of footnotes in brackets. */
function asDraft(paragraph: Lines, notes: FootNotes, headings: ReadonlySet<SourceLine>): Lines {
  const [first, ...others] = paragraph;
  if (first === undefined) return [];
  if (headings.has(first)) return [{ ...first, text: literal(first.text) }];
  const call = (line: SourceLine): SourceLine => ({
    ...line,
    text: literal(line.text).replace(SUPERSCRIPT, (mark, label: string) => {
      const number = notes.call(label);
      return number === undefined ? mark : `[^${number}]`;
    }),
  });
  const plain = bare(first.text);
  if (others.length === 0 && (ROMAN_HEADING.test(plain) || isNamed(paragraph)))
    return [{ ...first, text: `# ${literal(plain)}` }];
  return [{ ...first, text: first.text.replace(/^#+\s*/u, "") }, ...others].map(call);
}

const noteLines = ({ number, note }: { readonly number: number; readonly note: FootNote }): Lines =>
  note.lines.map((line, index) => ({
    ...line,
    text: index === 0 ? `[^${number}]: ${literal(line.text)}` : `    ${literal(line.text)}`,
  }));

/**
 * Puts the paragraphs of a body in order: footnotes behind everything, sentences joined over page ends.
 *
 * @param paragraphs as they stand in the text
 * @param headings lines that are labels and titles of annexes, each a paragraph
 */
export function joinBody(paragraphs: readonly Lines[], headings: ReadonlySet<SourceLine> = new Set()): JoinedBody {
  const annotations: SourceLine[] = [];
  const pictures: SourceLine[] = [];
  const found: FootNote[] = [];
  const joined: SourceLine[][] = [];
  /** Names of chapters and parts, below their marks. */
  const named = new Set<Lines>();
  let handwritten = false;
  const parted: Parted[] = [];
  const part = (line: SourceLine): SourceLine[] => {
    const [heading, , rest] = partGlued(line);
    const words = rest === undefined ? undefined : partedWords(bare(heading?.text ?? ""), bare(rest.text));
    if (words !== undefined) parted.push(words);
    return partGlued(line);
  };
  for (const paragraph of paragraphs.flatMap((lines) => splitAtBlank(lines.flatMap(part)))) {
    const note = readFootNote(paragraph);
    if (note !== undefined) {
      found.push(note);
      continue;
    }
    if (paragraph.every(({ text }) => PICTURE.test(text.trim()))) {
      pictures.push(...paragraph);
      continue;
    }
    if (isHandwritten(paragraph)) {
      annotations.push(...paragraph);
      handwritten = true;
      continue;
    }
    const last = joined.at(-1);
    const headed = headings.has(last?.[0] as SourceLine);
    if (last !== undefined && !handwritten && !headed && goesOn(last, paragraph)) last.push(...paragraph);
    else joined.push([...paragraph]);
    handwritten = false;
  }
  const notes = new FootNotes(found);
  joined.forEach((paragraph, index) => {
    if (isNamed(joined[index - 1]) && isCapital(paragraph.map(({ text }) => bare(text)).join(" ")))
      named.add(paragraph);
  });
  const blank = (number: number): SourceLine => ({ text: "", number });
  const body = joined.map((paragraph) =>
    named.has(paragraph) ? asHeading(paragraph) : asDraft(paragraph, notes, headings),
  );
  const lines = [...body, ...notes.called.map(noteLines)].flatMap((paragraph) => [
    ...paragraph,
    blank(paragraph.at(-1)?.number ?? 0),
  ]);
  const unplaced = [...pictures, ...notes.uncalled.flatMap((note) => note.lines)];
  return { lines, annotations, unplaced, labels: notes.labels, parted };
}

function splitAtBlank(lines: Lines): Lines[] {
  const parts: SourceLine[][] = [[]];
  for (const line of lines) {
    if (line.text === "") parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.length > 0);
}
