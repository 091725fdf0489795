/** The figures of a period that was opened here, over the form set that it was opened with. */
import type { LedgerReading, OpenedPeriod } from "../../cycle/ledger/index.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import type { FormSet } from "../../forms/index.js";
import { Figures, type PeriodTotals } from "../../report/totals/index.js";
import type { Desk } from "../cycle/desk.js";
import { editedFormSets } from "../cycle/edited-form-sets.js";
import { chooseFormSet, readFormSets } from "../cycle/form-sets.js";
import type { Environment } from "../environment.js";
import type { Outcome } from "../outcome.js";

export interface OpenedFigures {
  readonly opened: OpenedPeriod;
  readonly formSet: FormSet;
  readonly figures: Figures;
  readonly totals: PeriodTotals;
}

/**
 * Opens the figures of a period.
 *
 * @param id the one opened last when absent
 * @param typed what the call names, for the finding
 */
export async function openFigures(
  id: string | undefined,
  typed: string,
  { workspace, register, kinds }: Desk,
  ledger: LedgerReading,
  environment: Environment,
): Promise<Outcome<OpenedFigures>> {
  const opened = id === undefined ? ledger.periods().at(-1) : ledger.period(id);
  if (opened === undefined)
    return { ok: false, findings: [reportLedger("ledger/period-not-opened", { period: id ?? typed })] };
  const atHand = await readFormSets(workspace.root, environment);
  if (!atHand.ok) return atHand;
  const edited = editedFormSets(atHand.value, [opened]);
  if (edited.length > 0) return { ok: false, findings: edited };
  const chosen = chooseFormSet(atHand.value, opened.period, opened.formSet, undefined);
  if (!chosen.ok) return chosen;
  const { formSet } = chosen.value;
  const { plan } = workspace;
  const figures = new Figures({ ledger, formSet, register, kinds, ...(plan === undefined ? {} : { plan }) });
  const totals = figures.period(opened.period.id);
  if (totals === undefined) throw new Error(`no totals of the opened period ${opened.period.id}`);
  return { ok: true, value: { opened, formSet, figures, totals } };
}
