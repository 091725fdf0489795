/** Formulas of workbooks: what they refer to is followed through rows that came, went or moved. */

import { replaceReferences } from "../../workbook/read/sheet/shift-formula.js";
import type { BlockPair } from "../align/align-blocks.js";
import type { Flow, FlowBlock, FlowCell } from "../flow/flow.js";

const rowOf = ({ address }: FlowCell): number | undefined =>
  address === undefined ? undefined : Number(/\d+$/u.exec(address)?.[0]);

function rowNumber(block: FlowBlock | undefined): number | undefined {
  const cell = block?.kind === "row" ? block.cells[0] : undefined;
  return cell === undefined ? undefined : rowOf(cell);
}

/** Tells of formulas whether they are one formula. */
export class FormulaComparer {
  /** Rows of the new version by those of the old, by sheet. */
  readonly #rows = new Map<string, Map<number, number>>();

  constructor(old: Flow, neu: Flow, pairs: readonly BlockPair[]) {
    if (old.kind !== "xlsx" || neu.kind !== "xlsx") return;
    for (const pair of pairs) {
      const block = old.blocks[pair.old];
      const [from, to] = [rowNumber(block), rowNumber(neu.blocks[pair.new])];
      if (from === undefined || to === undefined) continue;
      const sheet = block?.place.sheet ?? "";
      this.#rows.set(sheet, (this.#rows.get(sheet) ?? new Map<number, number>()).set(from, to));
    }
  }

  /** Whether a cell has another formula than before, or came to have one or lost it. */
  differ(old: FlowCell, neu: FlowCell, sheet: string | undefined): boolean {
    const rows = this.#rows.get(sheet ?? "");
    if (rows === undefined || old.formula === neu.formula) return false;
    if (old.formula === undefined || neu.formula === undefined) return true;
    const written = (formula: string, rowAt: (row: number) => number): string =>
      replaceReferences(formula, ({ row, column }) => `R${rowAt(row)}C${column}`).replace(/\s+/gu, "");
    // a row that holds nothing lies as far behind the one above it as before
    const follow = (row: number): number => {
      for (let above = row; above > 0; above--) {
        const to = rows.get(above);
        if (to !== undefined) return to + row - above;
      }
      return row;
    };
    return written(old.formula, follow) !== written(neu.formula, (row) => row);
  }
}
