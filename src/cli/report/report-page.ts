/** The page of a report, as it lies beside the draft. */
import { dirname, join } from "node:path";
import { readPageParts } from "../../assets.js";
import type { Document } from "../../model/document.js";
import { type AnnexTable, buildAnnexes } from "../../report/annexes/index.js";
import { type MovedPlace, reportPage } from "../../report/page/index.js";
import type { Figures, PeriodTotals } from "../../report/totals/index.js";
import type { Desk } from "../cycle/desk.js";
import { FILES } from "./report-files.js";

/** Where the page of a draft lies. */
export const pagePath = (draft: string): string => join(dirname(draft), FILES.page());

/**
 * Makes the page of a draft as it stands, against the ledger as it is now.
 *
 * @param annexes of the period, where they are at hand
 * @returns the page, and the places where the draft says something else than the ledger
 */
export function pageOf(
  document: Document,
  { figures, totals }: { readonly figures: Figures; readonly totals: PeriodTotals },
  { workspace }: Desk,
  annexes: readonly AnnexTable[] = buildAnnexes(totals),
): { readonly page: string; readonly moved: readonly MovedPlace[] } {
  const norm = document.norm ?? workspace.norm;
  return reportPage({
    document: { ...document, presentation: { ...workspace.presentation, ...document.presentation } },
    ...{ figures, totals, annexes, parts: readPageParts() },
    ...(norm === undefined ? {} : { norm }),
  });
}
