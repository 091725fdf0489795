/** Columns of a closing: Nơi nhận, signatures, a confirmation, read column by column. */
import { isRule } from "../../printed/line.js";
import { isCompetence, type PrintedSignature, readSignatureColumn } from "../../printed/signature-column.js";
import type { FormattedTable } from "../formatted/formatted-text.js";
import { blockLines, type DocxLine } from "./lines.js";

export interface Closing {
  /** The line "Nơi nhận:". */
  readonly label?: DocxLine;
  readonly recipients: readonly DocxLine[];
  /** The lead first: it stands on the right. */
  readonly signatures: readonly PrintedSignature<DocxLine>[];
  readonly confirmation?: { readonly statement: readonly DocxLine[]; readonly signature: PrintedSignature<DocxLine> };
  /** Lines that are neither. */
  readonly unplaced: readonly DocxLine[];
}

/** Where nothing closes a text. */
export const NO_CLOSING: Closing = { recipients: [], signatures: [], unplaced: [] };

const LABEL = /^Nơi\s+nhận\s*(?::|$)/iu;
const CONFIRMED = /^xác nhận chữ ký/iu;

/** An entry that stands on the line of the label: "Nơi nhận: Như trên". */
function besideLabel(label: DocxLine): readonly DocxLine[] {
  const text = label.text.replace(LABEL, "").trim();
  return text === "" ? [] : [{ ...label, text }];
}

/** Whether a line is the label "Nơi nhận:". */
export const isLabel = ({ text }: DocxLine): boolean => LABEL.test(text) && text.length < 40;

/** Lines of each column of a table, left to right; empty ones kept, for they part a name from its position. */
export function columnsOf(table: FormattedTable): readonly (readonly DocxLine[])[] {
  const columns = new Map<number, DocxLine[]>();
  for (const { cells } of table.rows) {
    let at = 0;
    for (const cell of cells) {
      const lines = columns.get(at) ?? [];
      columns.set(at, lines);
      lines.push(...blockLines(cell.blocks));
      at += cell.colSpan;
    }
  }
  return [...columns]
    .sort(([one], [other]) => one - other)
    .map(([, lines]) => lines)
    .filter((lines) => lines.some(({ text }) => text !== ""));
}

/** Lines with words; neither empty ones nor rules. */
export const worded = (lines: readonly DocxLine[]): readonly DocxLine[] =>
  lines.filter(({ text }) => text !== "" && !isRule(text));

/** What a column that is not Nơi nhận holds: a signature, a confirmation, or neither. */
function readColumn(lines: readonly DocxLine[]): Partial<Closing> & { signature?: PrintedSignature<DocxLine> } {
  const confirmed = lines.findIndex(({ text }) => CONFIRMED.test(text));
  if (confirmed !== -1) {
    const from = lines.findIndex((line, index) => index > confirmed && isCompetence(line.text));
    const signature = from === -1 ? undefined : readSignatureColumn(lines.slice(from));
    if (signature !== undefined) {
      const before = readSignatureColumn(lines.slice(0, confirmed));
      const confirmation = { statement: worded(lines.slice(confirmed, from)), signature };
      return { confirmation, unplaced: signature.rest, ...(before === undefined ? {} : { signature: before }) };
    }
  }
  const signature = readSignatureColumn(lines);
  return signature === undefined ? { unplaced: worded(lines) } : { signature, unplaced: signature.rest };
}

/** Parts of the column of Nơi nhận: entries, and a signature typed below them. */
function readRecipientColumn(lines: readonly DocxLine[]): {
  readonly label?: DocxLine;
  readonly recipients: readonly DocxLine[];
  readonly below: readonly DocxLine[];
} {
  const at = lines.findIndex(isLabel);
  const label = lines[at];
  if (label === undefined) return { recipients: [], below: lines };
  const rest = lines.slice(at + 1);
  const end = rest.findIndex(({ text }) => isCompetence(text) || CONFIRMED.test(text));
  return {
    label,
    recipients: worded([...besideLabel(label), ...(end === -1 ? rest : rest.slice(0, end))]),
    below: [...lines.slice(0, at), ...(end === -1 ? [] : rest.slice(end))],
  };
}

/**
 * A closing from its columns.
 *
 * @param columns left to right, whichever of them holds Nơi nhận
 */
export function assembleClosing(columns: readonly (readonly DocxLine[])[]): Closing {
  const labelled = columns.findIndex((lines) => lines.some(isLabel));
  const list = readRecipientColumn(columns[labelled] ?? []);
  const others = [...(labelled === -1 ? columns : columns.filter((_, index) => index !== labelled))];
  const read = [...others, ...(worded(list.below).length > 0 ? [list.below] : [])].map(readColumn);
  const confirmation = read.find((one) => one.confirmation !== undefined)?.confirmation;
  return {
    ...(list.label === undefined ? {} : { label: list.label }),
    recipients: list.recipients,
    signatures: read.flatMap(({ signature }) => signature ?? []).reverse(),
    ...(confirmation === undefined ? {} : { confirmation }),
    unplaced: read.flatMap(({ unplaced }) => unplaced ?? []),
  };
}
