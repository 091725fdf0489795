import type { CellFinding, CellPlace } from "../cycle/returns.js";
import type { Wording } from "./finding.js";
import { type ParamsOf, reporter } from "./report.js";

type CellWording = Wording<never> & Pick<CellFinding, "rule" | "weight">;

/**
 * Binds a catalogue of rules about returns to a function that makes findings of them.
 *
 * @param catalogue wordings by finding id, each with its rule and weight
 * @returns `report(id, params, cell)`, which words one finding at the cell where it was found
 */
export function cellReporter<C extends { readonly [id: string]: CellWording }>(catalogue: C) {
  const word = reporter(catalogue);
  return <K extends keyof C & string>(id: K, params: ParamsOf<C[K]>, cell?: CellPlace): CellFinding => {
    const { rule, weight } = catalogue[id] as C[K];
    return {
      ...word(id, params),
      rule,
      weight,
      ...(cell === undefined ? {} : { cell: { sheet: cell.sheet, address: cell.address } }),
    };
  };
}

/** Ids of the rules of a catalogue. */
export const rulesOf = (catalogue: { readonly [id: string]: CellWording }): readonly string[] => [
  ...new Set(Object.values(catalogue).map(({ rule }) => rule)),
];
