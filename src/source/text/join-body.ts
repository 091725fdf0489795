import type { SourceLine } from "../draft/text/lines.js";
import { type Parted, partedWords } from "../printed/line.js";
import { bare, type FootNote, goesOn, isHandwritten, type Lines, partGlued, readFootNote } from "./paragraphs.js";

/** The body as lines of a draft, and what was kept out of it. */
export interface JoinedBody {
  readonly lines: Lines;
  readonly annotations: readonly SourceLine[];
  /** Labels of the footnotes that it has. */
  readonly labels: ReadonlySet<string>;
  /** Words of headings glued together that were parted. */
  readonly parted: readonly Parted[];
}

/** A Roman number opens a heading: `I. MỤC ĐÍCH`, `**III. Tổ chức thực hiện**`. */
const ROMAN_HEADING = /^[IVX]{1,5}\s*[.-]\s*\S/u;
const SUPERSCRIPT = /<sup>\(?(\d{1,3})\)?<\/sup>/gu;

/** A line as a draft has it: headings behind `#`, calls of footnotes in brackets. */
function asDraft(paragraph: Lines, labels: ReadonlySet<string>): Lines {
  const [first, ...others] = paragraph;
  if (first === undefined) return [];
  const call = (line: SourceLine): SourceLine => ({
    ...line,
    text: line.text.replace(SUPERSCRIPT, (mark, label: string) => (labels.has(label) ? `[^${label}]` : mark)),
  });
  const plain = bare(first.text);
  if (others.length === 0 && ROMAN_HEADING.test(plain)) return [{ ...first, text: `# ${plain}` }];
  return [{ ...first, text: first.text.replace(/^#+\s*/u, "") }, ...others].map(call);
}

const noteLines = ({ label, lines }: FootNote): Lines =>
  lines.map((line, index) => ({ ...line, text: index === 0 ? `[^${label}]: ${line.text}` : `    ${line.text}` }));

/**
 * Puts the paragraphs of a body in order: footnotes behind everything, sentences joined over page ends.
 *
 * @param paragraphs as they stand in the text
 */
export function joinBody(paragraphs: readonly Lines[]): JoinedBody {
  const annotations: SourceLine[] = [];
  const notes: FootNote[] = [];
  const joined: SourceLine[][] = [];
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
      notes.push(note);
      continue;
    }
    if (isHandwritten(paragraph)) {
      annotations.push(...paragraph);
      handwritten = true;
      continue;
    }
    const last = joined.at(-1);
    if (last !== undefined && !handwritten && goesOn(last, paragraph)) last.push(...paragraph);
    else joined.push([...paragraph]);
    handwritten = false;
  }
  const labels = new Set(notes.map(({ label }) => label));
  const blank = (number: number): SourceLine => ({ text: "", number });
  const lines = [...joined.map((paragraph) => asDraft(paragraph, labels)), ...notes.map(noteLines)].flatMap(
    (paragraph) => [...paragraph, blank(paragraph.at(-1)?.number ?? 0)],
  );
  return { lines, annotations, labels, parted };
}

function splitAtBlank(lines: Lines): Lines[] {
  const parts: SourceLine[][] = [[]];
  for (const line of lines) {
    if (line.text === "") parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.length > 0);
}
