/** The whole draft of a report with its annexes, as the ledger and the plans have it now. */
import type { LedgerReading } from "../../cycle/ledger/index.js";
import { type AnnexTable, annexForDocument, buildAnnexes, MOST_UNITS } from "../../report/annexes/index.js";
import { appendAnnexes } from "../../report/draft/append-annexes.js";
import { type ReportDraft, type ReportTemplate, writeReportDraft } from "../../report/draft/index.js";
import { countOpinions, gatherOpinions, type OpinionSection } from "../../report/narrative/gather.js";
import { type FollowedPlan, tasksAnnex } from "../../report/tasks/index.js";
import type { Figures, PeriodTotals } from "../../report/totals/index.js";
import type { Desk } from "../cycle/desk.js";
import type { Outcome } from "../outcome.js";
import { lateUnits, reportType } from "./period-material.js";

export interface WholeDraft extends ReportDraft {
  /** All annexes with every row, and as the document has them. */
  readonly tables: readonly AnnexTable[];
  readonly shown: readonly AnnexTable[];
  readonly sections: readonly OpinionSection[];
  readonly opinions: ReadonlyMap<string, number>;
}

/**
 * Writes it; nothing is saved.
 *
 * @param allUnits annexes have every unit, however many there are
 */
export function writeWholeDraft(
  { figures, totals }: { readonly figures: Figures; readonly totals: PeriodTotals },
  plans: readonly FollowedPlan[],
  template: ReportTemplate,
  allUnits: boolean,
  desk: Desk,
  ledger: LedgerReading,
): Outcome<WholeDraft> {
  const { period, context, book } = totals;
  const sections = gatherOpinions(book, ledger, context.formSet);
  const opinions = countOpinions(sections);
  const material = { figures, totals, late: lateUnits(period.id, desk, ledger), opinions, plans };
  const year = Number(desk.today.slice(0, 4));
  const { draft, findings } = writeReportDraft(template, material, reportType(desk), desk.workspace, year);
  if (draft === undefined) return { ok: false, findings };
  const followed = tasksAnnex(plans, period);
  const tables = [...buildAnnexes(totals), ...(followed === undefined ? [] : [followed])];
  const shown = tables.map((table) => annexForDocument(table, allUnits ? Number.POSITIVE_INFINITY : MOST_UNITS));
  return { ok: true, value: { ...appendAnnexes(draft, shown, figures), tables, shown, sections, opinions } };
}
