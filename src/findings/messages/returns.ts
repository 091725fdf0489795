import type { CellFinding, CellPlace } from "../../cycle/returns.js";
import type { Severity, Wording } from "../finding.js";
import { reporter } from "../report.js";
import { CELL_WORDINGS } from "./returns/cells.js";
import { FILE_WORDINGS } from "./returns/files.js";
import { SHEET_WORDINGS } from "./returns/sheets.js";

/** A rule of reading: its id, which never changes its meaning, and who has to act on it. */
export interface ReadingRule {
  readonly rule: `TEP-${string}`;
  readonly weight: CellFinding["weight"];
}

/** What a unit has to correct or to explain, and what the desk should know, about the reading of a returned workbook. */
const CATALOGUE = { ...FILE_WORDINGS, ...SHEET_WORDINGS, ...CELL_WORDINGS } satisfies {
  readonly [id: string]: Wording<never> & ReadingRule;
};

type Catalogue = typeof CATALOGUE;
type ParamsOf<W> = W extends Wording<infer P> ? P : never;

const word = reporter(CATALOGUE);

/** Severity of each weight: what is to be explained does not stop the work. */
export const SEVERITY: Readonly<Record<CellFinding["weight"], Severity>> = {
  error: "error",
  explain: "warning",
  note: "note",
};

/**
 * Words a finding of reading.
 *
 * @param id key of the catalogue
 * @param cell where it was found
 */
export function reportReturn<K extends keyof Catalogue & string>(
  id: K,
  params: ParamsOf<Catalogue[K]>,
  cell?: CellPlace,
): CellFinding {
  const { rule, weight } = CATALOGUE[id];
  return {
    ...word(id, params),
    rule,
    weight,
    ...(cell === undefined ? {} : { cell: { sheet: cell.sheet, address: cell.address } }),
  };
}

/** Ids of all reading rules. */
export const READING_RULES: readonly string[] = [...new Set(Object.values(CATALOGUE).map(({ rule }) => rule))];
