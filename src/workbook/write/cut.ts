/** Cuts the parts of a stencil where something is filled in; what never changes is compressed once. */
import type { HiddenSheet, IdentityField, WorkbookLayout } from "../layout/index.js";
import type { TextParts } from "./correct-parts.js";
import { splitAtTokens, type Token } from "./tokens.js";
import { LEVELS, type PackedPart, packPart } from "./zip.js";

/** What a cell is filled with. */
export type CellFilling =
  /** A prefilled figure by its place in the layout; `open` is the style of the cell when it is left to the unit. */
  | { readonly kind: "figure"; readonly index: number; readonly open?: string }
  /** The copy of a prefilled figure on the hidden sheet. */
  | { readonly kind: "copy"; readonly index: number }
  | { readonly kind: "identity"; readonly field: IdentityField };

export type Piece =
  | { readonly kind: "fixed"; readonly bytes: Uint8Array }
  | { readonly kind: "token"; readonly token: Token }
  | { readonly kind: "cell"; readonly address: string; readonly style: string; readonly filling: CellFilling };

/** A part of the stencil: compressed for good, or in pieces. */
export type StencilPart =
  | { readonly kind: "fixed"; readonly packed: PackedPart }
  | { readonly kind: "pieces"; readonly path: string; readonly pieces: readonly Piece[] };

const encoder = new TextEncoder();

const CONTENT_TYPES = "[Content_Types].xml";
const EMPTY_CELL = /<c r="([A-Z]+\d+)"(?: s="(\d+)")?\/>/gu;

/** Path of a sheet's part; exceljs numbers them in their order. */
export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

/** Styles of open initial figures, as the samples on the hidden sheet have them. */
function openStyles(xml: string, { samples }: HiddenSheet): ReadonlyMap<string, string> {
  const styles = new Map([...xml.matchAll(EMPTY_CELL)].map(([, address, style]) => [address, style ?? "0"]));
  return new Map(
    samples.flatMap(({ number, locked, address }) => (locked ? [] : [[number, styles.get(address) ?? "0"] as const])),
  );
}

/** Cells to fill by sheet and address. */
function fillings(layout: WorkbookLayout, parts: TextParts): ReadonlyMap<string, ReadonlyMap<string, CellFilling>> {
  const found = new Map<string, Map<string, CellFilling>>();
  const add = (sheet: string, address: string, filling: CellFilling): void => {
    found.set(sheet, (found.get(sheet) ?? new Map<string, CellFilling>()).set(address, filling));
  };
  layout.sheets.forEach((sheet, index) => {
    if (sheet.kind !== "hidden") return;
    const open = openStyles(parts.get(sheetPath(index)) ?? "", sheet);
    sheet.copies.forEach(({ address, prefilled }, place) => {
      add(sheet.sheet, address, { kind: "copy", index: place });
      const style = open.get(prefilled.number);
      if (prefilled.sheet === sheet.sheet) return;
      add(prefilled.sheet, prefilled.address, {
        kind: "figure",
        index: place,
        ...(style === undefined ? {} : { open: style }),
      });
    });
    for (const { field, cell } of sheet.identity) {
      if (field === "revision" || field === "initial") add(sheet.sheet, cell.address, { kind: "identity", field });
    }
  });
  return found;
}

function cutTexts(text: string): readonly Piece[] {
  return splitAtTokens(text).flatMap((piece, index): Piece[] => {
    if (index % 2 === 1) return [{ kind: "token", token: piece as Token }];
    return piece === "" ? [] : [{ kind: "fixed", bytes: encoder.encode(piece) }];
  });
}

function cutSheet(xml: string, cells: ReadonlyMap<string, CellFilling>): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let found = 0;
  for (const match of xml.matchAll(EMPTY_CELL)) {
    const [whole, address = "", style = "0"] = match;
    const filling = cells.get(address);
    if (filling === undefined) continue;
    pieces.push(...cutTexts(xml.slice(at, match.index)), { kind: "cell", address, style, filling });
    at = match.index + whole.length;
    found++;
  }
  if (found !== cells.size) throw new Error(`${cells.size - found} cells to fill are not empty in the stencil`);
  return [...pieces, ...cutTexts(xml.slice(at))];
}

/**
 * Cuts the parts of a workbook.
 *
 * @param parts corrected parts; the order of the result is that of their paths, the content types first
 * @throws Error when a cell to fill is not there
 */
export function cutParts(parts: TextParts, layout: WorkbookLayout): readonly StencilPart[] {
  const cells = fillings(layout, parts);
  const sheetOf = new Map(layout.sheets.map(({ sheet }, index) => [sheetPath(index), sheet]));
  const rest = [...parts.keys()].filter((path) => path !== CONTENT_TYPES).sort();
  return [CONTENT_TYPES, ...rest].map((path): StencilPart => {
    const xml = parts.get(path) ?? "";
    const filled = cells.get(sheetOf.get(path) ?? "");
    const pieces = filled === undefined ? cutTexts(xml) : cutSheet(xml, filled);
    return pieces.some(({ kind }) => kind !== "fixed")
      ? { kind: "pieces", path, pieces }
      : { kind: "fixed", packed: packPart(path, encoder.encode(xml), LEVELS.once) };
  });
}
