import type { CellFinding, CellPlace } from "../../cycle/returns.js";
import type { Wording } from "../finding.js";
import { reporter } from "../report.js";
import { COLLECT_WORDINGS } from "./cycle/collecting.js";
import { FIGURE_WORDINGS } from "./cycle/figures.js";
import { INBOX_WORDINGS } from "./cycle/inbox.js";
import type { CycleRule } from "./cycle/rule.js";

export { printFigure, type WordedPart } from "./cycle/figures.js";

/** What a unit has to correct or to explain about its return, and what the desk should know. */
const CATALOGUE = { ...FIGURE_WORDINGS, ...COLLECT_WORDINGS } satisfies {
  readonly [id: string]: Wording<never> & CycleRule;
};

type Catalogue = typeof CATALOGUE;
type ParamsOf<W> = W extends Wording<infer P> ? P : never;

const word = reporter(CATALOGUE);

/**
 * Words a finding about a return.
 *
 * @param id key of the catalogue
 * @param cell where it was found
 */
export function reportCycle<K extends keyof Catalogue & string>(
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

/** Words a finding about a file of the inbox. */
export const reportInbox = reporter(INBOX_WORDINGS);

/** Ids of all rules of checking and collecting; checks of a form set have their own. */
export const CYCLE_RULES: readonly string[] = [...new Set(Object.values(CATALOGUE).map(({ rule }) => rule))];
