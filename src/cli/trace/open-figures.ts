/** The figures of a period that was opened here, over the form set that it was opened with. */
import type { LedgerReading } from "../../cycle/ledger/index.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import type { Figures, PeriodTotals } from "../../report/totals/index.js";
import type { Desk } from "../cycle/desk.js";
import type { Environment } from "../environment.js";
import type { Outcome } from "../outcome.js";
import { formSetOf, totalsOf } from "../report/period-material.js";

export interface OpenedFigures {
  readonly figures: Figures;
  readonly totals: PeriodTotals;
}

/**
 * Opens the figures of a period.
 *
 * @param named the period opened last when absent
 * @param typed what the call names, for the finding
 */
export async function openFigures(
  named: string | undefined,
  typed: string,
  desk: Desk,
  ledger: LedgerReading,
  environment: Environment,
): Promise<Outcome<OpenedFigures>> {
  const id = named ?? ledger.periods().at(-1)?.period.id;
  if (id === undefined) return { ok: false, findings: [reportLedger("ledger/period-not-opened", { period: typed })] };
  const formSet = await formSetOf(id, desk, ledger, environment);
  return formSet.ok ? { ok: true, value: totalsOf(id, formSet.value, desk, ledger) } : formSet;
}
