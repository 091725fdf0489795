/** What the desk has of a period: its form set, its figures, who was late. */
import type { LedgerReading } from "../../cycle/ledger/index.js";
import { statusOf } from "../../cycle/status/status.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import type { FormSet } from "../../forms/index.js";
import { Figures } from "../../report/totals/index.js";
import { findStartingDraft, type StartingDraft } from "../../starting-draft/catalogue.js";
import type { Desk } from "../cycle/desk.js";
import { editedFormSets } from "../cycle/edited-form-sets.js";
import { chooseFormSet, readFormSets } from "../cycle/form-sets.js";
import type { Environment } from "../environment.js";
import type { Outcome } from "../outcome.js";

/** The form set that a period was opened with, unedited since. */
export async function formSetOf(
  id: string,
  desk: Desk,
  ledger: LedgerReading,
  environment: Environment,
): Promise<Outcome<FormSet>> {
  const opened = ledger.period(id);
  if (opened === undefined) return { ok: false, findings: [reportLedger("ledger/period-not-opened", { period: id })] };
  const atHand = await readFormSets(desk.workspace.root, environment);
  if (!atHand.ok) return atHand;
  const edited = editedFormSets(atHand.value, [opened]);
  if (edited.length > 0) return { ok: false, findings: edited };
  const chosen = chooseFormSet(atHand.value, opened.period, opened.formSet, undefined);
  return chosen.ok ? { ok: true, value: chosen.value.formSet } : chosen;
}

/** The figures of an opened period. */
export function totalsOf(id: string, formSet: FormSet, { workspace, register, kinds }: Desk, ledger: LedgerReading) {
  const { plan } = workspace;
  const figures = new Figures({ ledger, formSet, register, kinds, ...(plan === undefined ? {} : { plan }) });
  const totals = figures.period(id);
  if (totals === undefined) throw new Error(`no totals of the opened period ${id}`);
  return { figures, totals };
}

/** Units whose first return came after the last day. */
export function lateUnits(period: string, { register, today }: Desk, ledger: LedgerReading): ReadonlySet<string> {
  const rows = statusOf(ledger, register, period, today)?.rows ?? [];
  return new Set(
    rows.flatMap(({ unit, received, daysLate }) => (received !== undefined && daysLate > 0 ? [unit] : [])),
  );
}

/** The starting draft of reports of the office's family. */
export function reportType({ workspace: { family } }: Pick<Desk, "workspace">): StartingDraft {
  const type = findStartingDraft("bao-cao", family);
  if (type === undefined) throw new Error(`no starting draft of reports for ${family}`);
  return type;
}
