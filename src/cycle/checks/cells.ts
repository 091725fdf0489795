import type { CellPlace } from "../returns.js";
import type { KnownFigure } from "./return-figures.js";

/** Cells that a finding names; a sum over more would not be read. */
const MOST = 9;

/**
 * The cell at which a finding stands: that of the first figure of the period itself, for there the unit corrects or
 * explains; else of the first that has a cell.
 */
export function cellOf(
  figures: readonly KnownFigure[],
  isOfPeriod: (figure: KnownFigure) => boolean,
): CellPlace | undefined {
  const placed = figures.filter(({ cell }) => cell !== undefined);
  return (placed.find(isOfPeriod) ?? placed[0])?.cell;
}

/** "Biểu 2, ô D12, D15; Biểu 7, ô D4". */
function listCells(cells: readonly CellPlace[]): string {
  const sheets = new Map<string, string[]>();
  for (const { sheet, address } of cells) sheets.set(sheet, [...(sheets.get(sheet) ?? []), address]);
  return [...sheets].map(([sheet, addresses]) => `${sheet}, ô ${addresses.join(", ")}`).join("; ");
}

/** Says which cells belong together, where a finding is about several. */
export function withCells(found: string, figures: readonly KnownFigure[]): string {
  const cells = figures.flatMap(({ cell }) => cell ?? []);
  return cells.length < 2 || cells.length > MOST ? found : `${found} (${listCells(cells)})`;
}
