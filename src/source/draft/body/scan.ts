import { hasPipe, isRule } from "../table/rows.js";
import { cutLine, indentOf, isBlank, positionIn, type SourceLine, trimLine } from "../text/lines.js";
import { findMark } from "./marks.js";
import type { NoteDefinition } from "./notes.js";

/** A part of the body by the look of its lines; what they say is read later. */
export type Chunk =
  | { readonly kind: "paragraph"; readonly lines: readonly SourceLine[] }
  /** The line without its `#` signs. */
  | { readonly kind: "heading"; readonly line: SourceLine; readonly lines: readonly [SourceLine] }
  /** The first row, the rule and further rows. */
  | { readonly kind: "table"; readonly lines: readonly SourceLine[] }
  /** Lines that begin with a pipe but no table. */
  | { readonly kind: "strayRow"; readonly lines: readonly SourceLine[] }
  /** `lines` begin with the opening of the block. */
  | { readonly kind: "fence"; readonly info: string; readonly closed: boolean; readonly lines: readonly SourceLine[] }
  | { readonly kind: "note"; readonly definition: NoteDefinition; readonly lines: readonly SourceLine[] };

/** Tries to begin a chunk at a line; `taken` counts its lines. */
type Scanner = (lines: readonly SourceLine[], start: number) => { chunk: Chunk; taken: number } | undefined;

const SCANNERS: readonly Scanner[] = [scanFence, scanHeading, scanNote, scanTable];

const FENCE = /^[ \t]*(`{3,}|~{3,})(.*)$/u;
const HEADING = /^[ \t]*#+(?=[ \t]|$)/u;
const DEFINITION = /^[ \t]*\[\^([^\s[\]]+)\]:/u;
const INDENTED = /^(?: {2,}|\t)/u;

/**
 * Divides a body into chunks, from line to line: a draft's blocks never depend on what is inside a paragraph.
 *
 * @param lines lines of the body without comments
 */
export function scanBody(lines: readonly SourceLine[]): Chunk[] {
  const chunks: Chunk[] = [];
  let paragraph: SourceLine[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) chunks.push({ kind: "paragraph", lines: paragraph });
    paragraph = [];
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    const found = scanAt(lines, index);
    if (line === undefined || found !== undefined || isBlank(line.text)) {
      flush();
      if (found !== undefined) chunks.push(found.chunk);
      index += found?.taken ?? 1;
      continue;
    }
    // A line that begins with a mark opens a paragraph without a blank line before it.
    if (startsWithMark(line)) flush();
    paragraph.push(line);
    index += 1;
  }
  flush();
  return chunks;
}

function scanAt(lines: readonly SourceLine[], start: number): ReturnType<Scanner> {
  for (const scan of SCANNERS) {
    const found = scan(lines, start);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a chunk other than a paragraph begins here; unlike `scanAt` it looks no further. */
function startsChunk(lines: readonly SourceLine[], start: number): boolean {
  const text = lines[start]?.text ?? "";
  return [FENCE, HEADING].some((opening) => opening.test(text)) || isRule(lines[start + 1]?.text ?? "");
}

function startsWithMark(line: SourceLine): boolean {
  return findMark(line.text.slice(indentOf(line.text)), false) !== undefined;
}

/** A block between two rows of backticks or tildes; one that is not closed takes the rest. */
function scanFence(lines: readonly SourceLine[], start: number): ReturnType<Scanner> {
  const [, sign = "", info = ""] = FENCE.exec(lines[start]?.text ?? "") ?? [];
  if (sign === "" || (sign.startsWith("`") && info.includes("`"))) return undefined;
  for (let end = start + 1; end < lines.length; end += 1) {
    const closing = trimLine(lines[end] ?? { text: "", number: 0 }).text;
    if (closing.length < sign.length || !closing.startsWith(sign) || /[^`~]/u.test(closing)) continue;
    return {
      chunk: { kind: "fence", info: info.trim(), closed: true, lines: lines.slice(start, end) },
      taken: end - start + 1,
    };
  }
  return {
    chunk: { kind: "fence", info: info.trim(), closed: false, lines: lines.slice(start) },
    taken: lines.length - start,
  };
}

/** Any number of `#` and a blank. Further `#` at the end of the line are decoration. */
function scanHeading(lines: readonly SourceLine[], start: number): ReturnType<Scanner> {
  const line = lines[start];
  const opening = HEADING.exec(line?.text ?? "");
  if (line === undefined || opening === null) return undefined;
  const bare = trimLine(cutLine(line, 0, opening[0].length));
  const hashes = /(?:^|[ \t])#+$/u.exec(bare.text);
  const text = hashes === null ? bare : trimLine(cutLine(bare, hashes.index, bare.text.length));
  return { chunk: { kind: "heading", line: text, lines: [line] }, taken: 1 };
}

/** `[^1]: text`; indented lines go on, as do lines that follow directly and begin nothing else. */
function scanNote(lines: readonly SourceLine[], start: number): ReturnType<Scanner> {
  const first = lines[start];
  const opening = DEFINITION.exec(first?.text ?? "");
  if (first === undefined || opening === null) return undefined;
  const paragraphs: SourceLine[][] = [[cutLine(first, 0, opening[0].length)]];
  let end = start + 1;
  for (let index = end; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (isBlank(line.text)) continue;
    const afterBlank = index > end;
    if (DEFINITION.test(line.text)) break;
    if (!INDENTED.test(line.text) && (afterBlank || startsWithMark(line) || startsChunk(lines, index))) break;
    if (afterBlank || startsWithMark(line)) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
    end = index + 1;
  }
  const at = positionIn(first, indentOf(first.text));
  const definition = { label: opening[1] ?? "", at, paragraphs };
  return { chunk: { kind: "note", definition, lines: lines.slice(start, end) }, taken: end - start };
}

function startsWithPipe(text: string): boolean {
  return text[indentOf(text)] === "|";
}

/** A row and a rule below it; rows follow as long as lines hold a pipe. */
function scanTable(lines: readonly SourceLine[], start: number): ReturnType<Scanner> {
  const text = lines[start]?.text ?? "";
  if (!text.includes("|") || !hasPipe(text)) return undefined;
  if (!isRule(lines[start + 1]?.text ?? "")) {
    if (!startsWithPipe(text)) return undefined;
    let end = start + 1;
    while (startsWithPipe(lines[end]?.text ?? "") && !isRule(lines[end + 1]?.text ?? "")) end += 1;
    return { chunk: { kind: "strayRow", lines: lines.slice(start, end) }, taken: end - start };
  }
  let end = start + 2;
  while (end < lines.length && hasPipe(lines[end]?.text ?? "")) end += 1;
  return { chunk: { kind: "table", lines: lines.slice(start, end) }, taken: end - start };
}
