/** Where a Word file has Nơi nhận and signatures: a table of two columns, columns made with tabs, or one below the other. */
import { isCapital } from "../../printed/line.js";
import { isCompetence, type PrintedSignature, readSignatureColumn } from "../../printed/signature-column.js";
import {
  type FormattedBlock,
  type FormattedParagraph,
  type FormattedTable,
  rawText,
} from "../formatted/formatted-text.js";
import { opensAnnex } from "./annexes.js";
import { assembleClosing, type Closing, columnsOf, isLabel, NO_CLOSING, worded } from "./closing-columns.js";
import { blockLines, type DocxLine, linesOf, tableLines } from "./lines.js";

interface FoundClosing {
  readonly closing: Closing;
  /** Its blocks. */
  readonly from: number;
  readonly to: number;
}

/** A longer paragraph is no entry, in letters. */
const LONGEST_ENTRY = 200;
/** How far from the end a signature without Nơi nhận is looked for, in blocks. */
const TAIL = 60;

const boxLines = ({ boxes }: FormattedParagraph): readonly DocxLine[] => boxes.flatMap((box) => linesOf(box, false));
const linesIn = (block: FormattedBlock): readonly DocxLine[] =>
  block.kind === "table" ? tableLines(block) : [...linesOf(block, true), ...boxLines(block)];

/** A table that holds the closing; a signature without Nơi nhận in it may stand in the paragraphs behind. */
function fromTable(blocks: readonly FormattedBlock[], at: number): FoundClosing {
  const closing = assembleClosing(columnsOf(blocks[at] as FormattedTable));
  if (closing.signatures.length > 0) return { closing, from: at, to: at + 1 };
  const above = readTableAbove(blocks, at);
  if (above !== undefined) {
    const { signatures, confirmation, unplaced } = above.closing;
    const signed = { signatures, ...(confirmation === undefined ? {} : { confirmation }) };
    return {
      closing: { ...closing, ...signed, unplaced: [...closing.unplaced, ...unplaced] },
      from: above.at,
      to: at + 1,
    };
  }
  const behind = readTail(blocks, at + 1);
  if (behind === undefined) return { closing, from: at, to: at + 1 };
  return { closing: { ...closing, signatures: [behind.signature] }, from: at, to: behind.to };
}

/** Signatures in a table above that of Nơi nhận, as minutes and joint documents have them. */
function readTableAbove(
  blocks: readonly FormattedBlock[],
  below: number,
): { readonly closing: Closing; readonly at: number } | undefined {
  let at = below - 1;
  while (at >= 0 && linesIn(blocks[at] as FormattedBlock).every(({ text }) => text === "")) at -= 1;
  const block = blocks[at];
  if (block?.kind !== "table" || block.bordered) return undefined;
  const closing = assembleClosing(columnsOf(block));
  return closing.signatures.length > 0 ? { closing, at } : undefined;
}

/** A signature in paragraphs one below the other. */
function readTail(
  blocks: readonly FormattedBlock[],
  from: number,
): { readonly signature: PrintedSignature<DocxLine>; readonly to: number } | undefined {
  const lines: { line: DocxLine; block: number }[] = [];
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.kind === "table") break;
    lines.push(...linesOf(block, false).map((line) => ({ line, block: at })));
  }
  const signature = readSignatureColumn(lines.map(({ line }) => line));
  if (signature === undefined) return undefined;
  const last = signature.name ?? signature.above.at(-1);
  const to = (lines.find(({ line }) => line === last)?.block ?? from) + 1;
  return { signature: { ...signature, rest: [] }, to };
}

/** From here on a line stands in the right half of the page, pt. */
const HALF = 150;

/** Whether a line without a neighbour on the left is set right of the recipients, by tabs or by its indent. */
const standsRight = ({ paragraph }: DocxLine): boolean =>
  /^[ \u00A0]*\t/u.test(rawText(paragraph)) || paragraph.look.left >= HALF || paragraph.look.align === "right";

/** Entries in paragraphs, beside or above the signature. */
function fromParagraphs(blocks: readonly FormattedBlock[], at: number): FoundClosing {
  const left: DocxLine[] = [];
  const right: DocxLine[] = [];
  let to = at;
  let signing = false;
  for (; to < blocks.length; to += 1) {
    const block = blocks[to];
    if (block === undefined || block.kind === "table") break;
    const lines = linesOf(block, true);
    const boxed = boxLines(block);
    (boxed.some(isLabel) ? left : right).push(...boxed);
    const text = lines.map((line) => line.text).join(" ");
    const signed = readSignatureColumn(right)?.name !== undefined;
    // beside a signature set with tabs the entries go on; an annex, or what is set as text, is none of them
    if (opensAnnex(block) || (signed && (block.look.align === "center" || text.length > LONGEST_ENTRY))) break;
    const ends = signing && signed && right.at(-1)?.text !== "";
    if (ends && text !== "" && lines.every(({ side }) => side === undefined) && !/^[-+]/u.test(text)) break;
    for (const line of lines) {
      if (line.side === undefined && isCompetence(line.text)) signing = true;
      const beside = right.length > 0 && standsRight(line);
      if (line.side === "right" || (line.side === undefined && (signing || beside))) right.push(line);
      else left.push(line);
      if (line.side === "left" && lines.length === 1) right.push({ ...line, text: "" });
    }
    if (!signing && lines.some(({ side }) => side === "right")) signing = false;
  }
  const before = readSignatureBefore(blocks, at);
  const columns = [left, right].filter((lines) => lines.some(({ text }) => text !== ""));
  const closing = assembleClosing(columns);
  if (closing.signatures.length > 0 || before === undefined) return { closing, from: at, to };
  return { closing: { ...closing, signatures: [before.signature] }, from: before.from, to };
}

/** A signature that stands above Nơi nhận. */
function readSignatureBefore(
  blocks: readonly FormattedBlock[],
  at: number,
): { readonly signature: PrintedSignature<DocxLine>; readonly from: number } | undefined {
  let found: { signature: PrintedSignature<DocxLine>; from: number } | undefined;
  for (let from = at - 1; from >= Math.max(0, at - 20); from -= 1) {
    const block = blocks[from];
    if (block === undefined || block.kind === "table") break;
    const lines = blocks.slice(from, at).flatMap((one) => (one.kind === "paragraph" ? linesOf(one, false) : []));
    const [first] = lines;
    if (first === undefined || first.text === "") continue;
    if (!isCompetence(first.text)) {
      if (first.text.length > 120) break;
      continue;
    }
    const signature = readSignatureColumn(lines);
    if (signature?.name !== undefined && signature.rest.length === 0) found = { signature, from };
  }
  return found;
}

/** A closing without Nơi nhận: minutes, papers. */
function withoutLabel(blocks: readonly FormattedBlock[], first: number): FoundClosing {
  const start = Math.max(first, blocks.length - TAIL);
  for (let at = start; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) break;
    if (block.kind === "table") {
      if (block.bordered) continue;
      const closing = assembleClosing(columnsOf(block));
      if (closing.signatures.length > 0) return { closing, from: at, to: at + 1 };
      continue;
    }
    const lines = linesOf(block, true).filter(({ text }) => text !== "");
    if (!lines.some(({ text }) => isCompetence(text))) continue;
    if (lines.some(({ side }) => side !== undefined)) return fromParagraphs(blocks, at);
    const tail = readTail(blocks, at);
    if (tail !== undefined) {
      return { closing: { ...NO_CLOSING, signatures: [tail.signature] }, from: at, to: tail.to };
    }
  }
  return withoutSigner(blocks, first) ?? { closing: NO_CLOSING, from: blocks.length, to: blocks.length };
}

/** A body's name alone where somebody is to sign: on the right of the last table before the annexes, nothing beside it. */
function withoutSigner(blocks: readonly FormattedBlock[], first: number): FoundClosing | undefined {
  const annex = blocks.findIndex((block, index) => index >= first && block.kind === "paragraph" && opensAnnex(block));
  let at = (annex === -1 ? blocks.length : annex) - 1;
  while (at > first && linesIn(blocks[at] as FormattedBlock).every(({ text }) => text === "")) at -= 1;
  const block = blocks[at];
  if (block?.kind !== "table" || block.bordered) return undefined;
  const [left, right] = block.rows[0]?.cells ?? [];
  const [above = [], ...others] = columnsOf(block).map(worded);
  const beside = right !== undefined && blockLines(left?.blocks ?? []).every(({ text }) => text === "");
  if (!beside || others.length > 0 || !above.every(({ text }) => isCapital(text))) return undefined;
  return { closing: { ...NO_CLOSING, signatures: [{ above, rest: [] }] }, from: at, to: at + 1 };
}

/**
 * Finds the closing.
 *
 * @param first block behind the header
 */
export function readClosing(blocks: readonly FormattedBlock[], first: number): FoundClosing {
  const at = blocks.findIndex((block, index) => index >= first && linesIn(block).some(isLabel));
  if (at === -1) return withoutLabel(blocks, first);
  return blocks[at]?.kind === "table" ? fromTable(blocks, at) : fromParagraphs(blocks, at);
}
