/** Gives blocks what they know only from those around them: the heading above, the heads of columns, running numbers. */
import { closingParts } from "./closing.js";
import { type FlowBlock, type FlowCell, type FlowRow, textOfBlock } from "./flow.js";

/** Longest heading that is shown as a place. */
const LONGEST = 90;

const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`);

/** `PHỤ LỤC`, `Phụ lục II`: what follows is of no section of the text. */
export const opensAnnex = (text: string): boolean =>
  /^(?:phụ lục|biểu mẫu)(?:\s+(?:số\s+)?[\p{L}\d]{1,4})?[.:]?$/iu.test(text);

/**
 * Writes into the place of each block the nearest heading above, or of which other part it is.
 *
 * @param hosts indices of the blocks that carry the marks of notes, by the notes' indices
 */
export function placeBlocks(blocks: readonly FlowBlock[], hosts: ReadonlyMap<number, number> = new Map()): FlowBlock[] {
  const closing = closingParts(blocks);
  let section: string | undefined;
  const placed = blocks.map((block, index): FlowBlock => {
    if (block.kind === "heading" || (block.kind === "paragraph" && opensAnnex(block.text)))
      section = shortened(block.text);
    if (block.kind === "heading" || block.kind === "note" || block.place.part !== undefined) return block;
    const part = closing.get(index);
    if (part !== undefined) return { ...block, place: { ...withoutSection(block.place), part } };
    return section === undefined ? block : { ...block, place: { ...block.place, section } };
  });
  return placed.map((block, index): FlowBlock => {
    if (block.kind !== "note") return block;
    const host = placed[hosts.get(index) ?? -1];
    if (host === undefined) return { ...block, place: { ...block.place, part: "note" } };
    const above = host.kind === "heading" ? shortened(host.text) : host.place.section;
    const place = { ...block.place, part: "note" as const, anchor: shortened(textOfBlock(host)) };
    return { ...block, place: above === undefined ? place : { ...place, section: above } };
  });
}

function withoutSection({ section: _section, ...place }: FlowBlock["place"]): FlowBlock["place"] {
  return place;
}

/** A row before its table is known as a whole. */
export interface RawRow extends Pick<FlowRow, "place" | "look"> {
  readonly cells: readonly FlowCell[];
  readonly header: boolean;
}

const ORDINAL_HEAD = /^(?:s?\.?tt|số\s*tt|(?:số )?thứ tự|#)\.?$/iu;
const ORDINAL = /^(?:\d{1,4}|\d{1,3}[a-zđ]|[IVXLC]{1,6}|[a-zđ]|[A-ZĐ]|\d{1,3}(?:\.\d{1,3}){1,3})[.)]?$/u;

/**
 * Whether the first column counts the rows: its head says so, or it has none and its numbers run on by one. A column of
 * codes (`Mã số`) is one of data, however its codes run.
 */
function countsRows(rows: readonly RawRow[]): boolean {
  const firsts = rows.map(({ cells }) => cells.find(({ column }) => column === 0)?.text ?? "");
  const heads = rows.flatMap(({ header }, index) =>
    header && /\p{L}|#/u.test(firsts[index] ?? "") ? firsts[index] : [],
  );
  if (heads.some((head) => ORDINAL_HEAD.test(head ?? ""))) return true;
  if (heads.some((head) => /\p{L}{2}/u.test(head ?? ""))) return false;
  const counted = firsts.flatMap((text, index) =>
    rows[index]?.header || !/^\d{1,4}$/u.test(text) ? [] : [Number(text)],
  );
  return (
    counted.length >= 2 && counted.every((value, index) => value === (counted[0] ?? 0) + index) && counted[0] === 1
  );
}

/** Between the head over several columns and the head of one of them. */
const UNDER = " › ";

/**
 * The heads of columns: the texts of the header rows above each, `Năm 2026 › Thực hiện`. Rows of column numbers and lines
 * across the whole table are left out.
 */
function headsOf(rows: readonly RawRow[]): Map<number, string> {
  const heads = new Map<number, string[]>();
  const headers = rows.filter(
    ({ cells, header }) => header && !cells.every(({ text }) => /^\(?[\dA-Z]{1,2}\)?$/u.test(text)),
  );
  const across = headers.some(({ cells }) => cells.length > 1);
  for (const { cells } of headers) {
    if (across && cells.length === 1) continue;
    for (const { column, text, span = 1 } of cells) {
      for (let at = column; at < column + span; at++) {
        const above = heads.get(at) ?? [];
        if (above.at(-1) !== text) heads.set(at, [...above, text]);
      }
    }
  }
  return new Map([...heads].map(([column, texts]) => [column, texts.join(UNDER)]));
}

/** Rows that read as heads although nothing says so: those above the first row with a figure of its own. */
function withGuessedHeads(rows: readonly RawRow[]): readonly RawRow[] {
  if (rows.some(({ header }) => header)) return rows;
  const [first, ...others] = rows;
  if (first === undefined || others.length === 0 || first.cells.length < 2) return rows;
  return first.cells.some(({ text }) => /\d{3,}|\d[.,]\d/u.test(text)) ? rows : [{ ...first, header: true }, ...others];
}

/** The rows of one table. Empty cells and empty rows must not be among them. */
export function tableRows(raw: readonly RawRow[], guessHeads = false): FlowRow[] {
  const rows = guessHeads ? withGuessedHeads(raw) : raw;
  const counted = countsRows(rows);
  const heads = headsOf(rows);
  const columns = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ column, span = 1 }) => column + span)));
  return rows.map(({ cells, header, place, look }) => {
    const first = cells[0];
    const ordinal = counted && !header && first?.column === 0 && cells.length > 1 && ORDINAL.test(first.text);
    return {
      kind: "row",
      place,
      ...(look === undefined ? {} : { look }),
      header,
      heads,
      columns,
      cells: ordinal ? cells.slice(1) : cells,
      ...(ordinal ? { ordinal: first.text } : {}),
    };
  });
}
