/** Two columns that a recognition kept beside each other with blanks, read one after the other. */
import { isBlank, type SourceLine } from "../draft/text/lines.js";
import { isHeaderTitle } from "../printed/head.js";
import { isCapital, isRule, type Side } from "../printed/line.js";
import { isCompetence, isPersonName } from "../printed/signature-column.js";
import { bare, type Lines, type TextLine } from "./paragraphs.js";

/** More blanks than stand between words. */
const GAP = /\t[\t \u00A0]*|[ \u00A0]{3,}\t*/gu;
/** Before these a gap is the blank of a number or a day that is to come. */
const BLANK_FOLLOWS = /(?:^|\s)(?:Số\s*[:.]?|ngày|tháng|năm)\s*$/iu;
/** A line of a closing that is set in so far stands on the right, in blanks. */
export const RIGHT = 24;
/** So far left of the right column's lines one of it may begin, in blanks: columns are centred. */
const OUTDENT = 6;

/** A piece of a line, and where it stands in it. */
interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Divided {
  readonly line: SourceLine;
  readonly left?: Piece;
  readonly right?: Piece;
}

/** Pieces of a line between its gaps. */
export function piecesOf({ text }: SourceLine): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = text.search(/\S/u);
  if (from === -1) return [];
  const end = text.trimEnd().length;
  for (const { 0: gap, index } of text.slice(0, end).matchAll(GAP)) {
    if (index < from || BLANK_FOLLOWS.test(text.slice(from, index))) continue;
    pieces.push({ text: text.slice(from, index), from, to: index });
    from = index + gap.length;
  }
  return [...pieces, { text: text.slice(from, end), from, to: end }];
}

/** A brace, and the words for all entries that it joins, stand in the column of the entries. */
const BRACE = /^[{}]/u;

function withBraces(pieces: readonly Piece[]): readonly Piece[] {
  const joins = ({ text }: Piece, before: Piece): boolean =>
    BRACE.test(text) || (before.text.endsWith("}") && /^\p{Ll}/u.test(text));
  let count = 1;
  for (; count < pieces.length; count += 1) if (!joins(pieces[count] as Piece, pieces[count - 1] as Piece)) break;
  const [first] = pieces;
  const last = pieces[count - 1];
  if (first === undefined || last === undefined || count === 1) return pieces;
  const text = pieces
    .slice(0, count)
    .map((piece) => piece.text)
    .join(" ");
  return [{ text, from: first.from, to: last.to }, ...pieces.slice(count)];
}

function halves(line: SourceLine): Divided {
  const [left, ...others] = withBraces(piecesOf(line));
  const [next] = others;
  const last = others.at(-1);
  if (left === undefined || next === undefined || last === undefined)
    return left === undefined ? { line } : { line, left };
  return { line, left, right: { text: others.map(({ text }) => text).join(" "), from: next.from, to: last.to } };
}

/**
 * Reads lines column by column, where any line shows that there are two.
 *
 * @param shows whether the halves of a line are those of a header, or of a closing
 * @returns the left column and the right one with their sides, blank lines kept; undefined where there are no columns
 */
function partColumns(
  lines: Lines,
  shows: (left: string, right: string) => boolean,
  isRight: (piece: Piece, line: SourceLine) => boolean,
): { readonly left: Lines; readonly right: Lines } | undefined {
  const divided = lines.map(halves);
  const both = divided.filter((one): one is Required<Divided> => one.right !== undefined && one.left !== undefined);
  if (!both.some(({ left, right }) => shows(bare(left.text), bare(right.text)))) return undefined;
  const rightFrom = Math.min(...both.map(({ right }) => right.from));
  const leftTo = Math.max(...both.map(({ left }) => left.to));
  const columns: Readonly<Record<Side, TextLine[]>> = { left: [], right: [] };
  const put = (side: Side, line: SourceLine, text: string): void => {
    columns[side].push({ ...line, text, side });
  };
  for (const { line, left, right } of divided) {
    if (left === undefined) {
      put("left", line, "");
      put("right", line, "");
    } else if (right === undefined) {
      const further = !BRACE.test(left.text) && (left.from > leftTo || left.from >= rightFrom - OUTDENT);
      const side = further || isRight(left, line) ? "right" : "left";
      put(side, line, left.text);
      if (side === "left") put("right", line, "");
    } else {
      put("left", line, left.text);
      put("right", line, right.text);
    }
  }
  return columns;
}

const PLACE_DATE = /^\p{Lu}[^,]{1,60},\s*ngày(?:\s|\.|…|$)/u;

/** The lines above the title, column by column. */
export function partHeader(lines: Lines): Lines {
  const shown = partColumns(
    lines,
    (_, right) => isHeaderTitle(right) || PLACE_DATE.test(right) || isRule(right),
    () => false,
  );
  if (shown === undefined) return lines;
  const at = lines.at(-1)?.number ?? 0;
  return [...shown.left, { text: "", number: at }, ...shown.right, { text: "", number: at }];
}

const LABEL = /^Nơi\s+nhận\s*(?::|$)/iu;
const ENTRY = /^[-–—+]\s*\S/u;
const PARTED_LABEL = /^(Nơi\s+nhận\s*:)\s*(\S.*)$/iu;
const PARTED_ENTRY = /^([-–—+]\s*.*[;,.])\s+(\S.*)$/u;

/** A line of Nơi nhận with one of the signature behind it, a single blank between them. */
function partGluedLine(line: SourceLine, signed: boolean): readonly [SourceLine, SourceLine] | undefined {
  const [, left, right] = PARTED_LABEL.exec(bare(line.text)) ?? PARTED_ENTRY.exec(bare(line.text)) ?? [];
  if (left === undefined || right === undefined) return undefined;
  if (!isCompetence(right) && !(signed && isPersonName(right))) return undefined;
  return [
    { ...line, text: left },
    { ...line, text: right },
  ];
}

/** The same where the columns are parted by a single blank. */
function partGluedClosing(lines: Lines): Lines | undefined {
  const left: SourceLine[] = [];
  const right: SourceLine[] = [];
  for (const line of lines) {
    const parted = partGluedLine(line, right.length > 0);
    left.push(parted?.[0] ?? line);
    if (parted !== undefined) right.push(parted[1]);
    else if (right.length > 0 && !ENTRY.test(bare(line.text)) && !isBlank(line.text)) {
      left.pop();
      right.push(line);
    }
  }
  return right.length === 0 ? undefined : [...left, { text: "", number: left.at(-1)?.number ?? 0 }, ...right];
}

/**
 * The same where the columns were written down in pieces, one after the other: entries below the one who signs. The
 * entries first, then the signature.
 */
function partMixedClosing(lines: Lines): Lines | undefined {
  const texts = lines.map(({ text }) => bare(text));
  const signed = texts.findIndex(isCompetence);
  const entry = texts.findLastIndex((text) => ENTRY.test(text));
  const named = texts.findIndex((text, index) => index > signed && isPersonName(text));
  if (signed === -1 || entry < signed || (named !== -1 && named < entry)) return undefined;
  const left: SourceLine[] = [];
  const right: SourceLine[] = [];
  let column = left;
  for (const [index, line] of lines.entries()) {
    const text = texts[index] ?? "";
    if (ENTRY.test(text) || LABEL.test(text)) column = left;
    else if (isCompetence(text) || (right.length > 0 && isPersonName(text))) column = right;
    if (text !== "" || column === right) column.push(line);
  }
  return [...left, { text: "", number: left.at(-1)?.number ?? 0 }, ...right];
}

/** Whether a line is the first of a closing: Nơi nhận, alone or with a signature beside it. */
export function opensClosing(line: SourceLine): boolean {
  const [first] = piecesOf(line);
  const text = bare(first?.text ?? "");
  return LABEL.test(text) && text.length <= MOST_LABEL;
}
const MOST_LABEL = 60;

/**
 * Nơi nhận and signature, column by column.
 *
 * @param lines from the first of the closing on
 */
export function partClosing(lines: Lines): Lines {
  const isSigned = (text: string): boolean => isCompetence(text) || isPersonName(text);
  const shown = partColumns(
    lines,
    (left, right) => (LABEL.test(left) || ENTRY.test(left)) && isSigned(right),
    ({ text, from }, line) =>
      (from >= RIGHT || line.text.startsWith("\t")) && ![ENTRY, LABEL, BRACE].some((begins) => begins.test(text)),
  );
  if (shown === undefined) return partGluedClosing(lines) ?? partMixedClosing(lines) ?? lines;
  const at = lines.at(-1)?.number ?? 0;
  return [...shown.left.filter(({ text }) => text !== ""), { text: "", number: at }, ...shown.right];
}

/** The columns of those who sign, where two of them sign beside each other. */
export interface SignatureColumns {
  /** Index of its first line. */
  readonly from: number;
  readonly left: Lines;
  readonly right: Lines;
}

/** How far above the end two who sign beside each other are looked for, in lines. */
const SIGNATURE_LINES = 25;

/**
 * Finds two signatures beside each other at the end of a body.
 *
 * @param lines of the body, up to Nơi nhận
 */
export function partSignatures(lines: Lines): SignatureColumns | undefined {
  const isPair = (line: SourceLine): boolean => {
    const pieces = piecesOf(line).map(({ text }) => bare(text));
    return pieces.length === 2 && pieces.every((text) => isCapital(text) && text.includes(" "));
  };
  const from = lines.findIndex((line, index) => index >= lines.length - SIGNATURE_LINES && isPair(line));
  if (from === -1) return undefined;
  const columns = partColumns(
    lines.slice(from),
    (left, right) => isCapital(left) && isCapital(right),
    () => false,
  );
  return columns === undefined ? undefined : { from, ...columns };
}
