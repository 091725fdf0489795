/** Fills a stencil for one unit: identity, names, periods and known figures. Equal input gives equal bytes. */
import type { Stamp } from "../../cycle/returns.js";
import { sayDay } from "../../periods/day.js";
import { fingerprint, type PrefilledCell } from "../layout/index.js";
import { FORM_SHEET } from "../layout/wording.js";
import type { Piece } from "./cut.js";
import { figureFor, isOpened, type OutlineOptions } from "./prefill.js";
import type { Stencil } from "./stencil.js";
import type { Token } from "./tokens.js";
import { LEVELS, type PackedPart, packPart, zipParts } from "./zip.js";

const encoder = new TextEncoder();

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML holds it; characters that XML does not allow are left out. */
const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);

/** The stamp of the workbook that `writeOutline` writes from the same input. */
export function stampOf({ layout }: Stencil, { unit, period, revision, prefill }: OutlineOptions): Stamp {
  const stamp = {
    formSet: layout.formSet.id,
    version: layout.formSet.version,
    unit: unit.code,
    period: period.id,
    revision,
  };
  const figures = layout.prefilled.map((cell) => ({
    definedName: cell.definedName,
    value: figureFor(cell, prefill),
  }));
  return { ...stamp, hash: fingerprint(stamp, figures) };
}

/** What the tokens become. */
function tokenTexts({ layout }: Stencil, options: OutlineOptions, stamp: Stamp): (token: Token) => string {
  const { unit, period, prefill, sendTo } = options;
  const texts: Readonly<Record<string, string>> = {
    unit: unit.name.toLocaleUpperCase("vi"),
    superior: (unit.superior ?? "").toLocaleUpperCase("vi"),
    period: period.name.charAt(0).toLocaleUpperCase("vi") + period.name.slice(1),
    from: sayDay(period.window.from),
    to: sayDay(period.window.to),
    due: period.dueInWords,
    lastDay: sayDay(period.lastDay),
    sendTo,
    unitCode: unit.code,
    periodId: period.id,
    hash: stamp.hash,
    created: `${period.opens}T00:00:00Z`,
  };
  const opened = (cell: PrefilledCell): boolean => isOpened(cell, prefill) && figureFor(cell, prefill) === undefined;
  const initial = new Set(
    layout.prefilled
      .filter(opened)
      .map(({ source, definedName }) => (source === "samePeriod" ? "initial:samePeriod" : `initial:${definedName}`)),
  );
  const yearOf = (token: Token): string | undefined => {
    const [kind, number] = token.split(":");
    return kind === "year" ? FORM_SHEET.year(period.firstYear + Number(number) - 1) : undefined;
  };
  return (token) => escapeXml(texts[token] ?? yearOf(token) ?? (initial.has(token) ? FORM_SHEET.initial : ""));
}

/** XML of a cell with its figure; without one it stays empty, open where the unit is to give it. */
function cellXml(
  piece: Extract<Piece, { kind: "cell" }>,
  prefilled: readonly PrefilledCell[],
  options: OutlineOptions,
): string {
  const { address, style, filling } = piece;
  const cell = (figure: number | undefined, look = style): string => {
    const start = `<c r="${address}" s="${look}"`;
    return figure === undefined ? `${start}/>` : `${start}><v>${figure}</v></c>`;
  };
  const { prefill, revision } = options;
  if (filling.kind === "identity") {
    return cell(filling.field === "revision" ? revision : Number(prefill.openingsOpen));
  }
  const target = prefilled[filling.index];
  const figure = target && figureFor(target, prefill);
  if (filling.kind === "copy" || figure !== undefined || target === undefined) return cell(figure);
  return cell(undefined, isOpened(target, prefill) ? filling.open : style);
}

/** Puts the pieces of a part together. */
function assemble(pieces: readonly Piece[], fill: (piece: Exclude<Piece, { kind: "fixed" }>) => string): Uint8Array {
  const chunks = pieces.map((piece) => (piece.kind === "fixed" ? piece.bytes : encoder.encode(fill(piece))));
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * Writes the outline workbook of one unit for one period.
 *
 * @param stencil of the unit's kind and the period's kind
 * @returns the XLSX file; the same bytes for the same input, wherever and whenever
 */
export function writeOutline(stencil: Stencil, options: OutlineOptions): Uint8Array {
  const { prefilled } = stencil.layout;
  const textOf = tokenTexts(stencil, options, stampOf(stencil, options));
  const parts = stencil.parts.map((part): PackedPart => {
    if (part.kind === "fixed") return part.packed;
    const bytes = assemble(part.pieces, (piece) =>
      piece.kind === "token" ? textOf(piece.token) : cellXml(piece, prefilled, options),
    );
    return packPart(part.path, bytes, LEVELS.each);
  });
  return zipParts(parts);
}
