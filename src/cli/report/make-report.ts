/** Makes everything that a report leaves; nothing is written. */

import { join } from "node:path";
import type { LedgerReading } from "../../cycle/ledger/index.js";
import { sha256Of } from "../../cycle/ledger/index.js";
import type { Finding } from "../../findings/finding.js";
import type { NormId } from "../../model/document.js";
import { MOST_UNITS } from "../../report/annexes/index.js";
import { placedInTemplate } from "../../report/draft/template-place.js";
import { opinionsDocument } from "../../report/narrative/opinions-document.js";
import type { PeriodTotals } from "../../report/totals/index.js";
import { traceFile } from "../../report/trace-file.js";
import { parseDraft } from "../../source/draft/index.js";
import { writeDraft } from "../../writers/draft/index.js";
import { type Call, optionValue } from "../command.js";
import type { Desk } from "../cycle/desk.js";
import type { Environment } from "../environment.js";
import { shownPath } from "../outcome.js";
import { attachmentReader } from "../read-draft.js";
import { findTemplate } from "./find-template.js";
import { followedPlans } from "./followed-plans.js";
import { formSetOf, reportType, totalsOf } from "./period-material.js";
import { annexesOf, bytesOf, printDraft } from "./print-report.js";
import { FILES, type FileName } from "./report-files.js";
import { pageOf } from "./report-page.js";
import { writeWholeDraft } from "./write-draft.js";

/** Steps of the work. */
export const REPORT_STEPS = 4;

const DRAFT_FORMATS = ["docx", "pdf"] as const;
const OPINION_FORMATS = ["docx"] as const;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const isError = ({ severity }: Finding): boolean => severity === "error";

/** What is made of a period, none of it written yet. */
export interface Made {
  readonly files: ReadonlyMap<FileName, Uint8Array>;
  readonly totals: PeriodTotals;
  readonly figures: number;
  readonly open: number;
  readonly pages: number;
  readonly opinions: number;
  readonly norm: NormId;
}

/**
 * Makes the report of a period.
 *
 * @param folder where it is to lie, absolute
 * @param step says how far the work has come, of `REPORT_STEPS`
 * @returns findings and the exit code; with an error that stands in the way nothing is made
 */
export async function makeReport(
  id: string,
  folder: string,
  call: Call,
  desk: Desk,
  ledger: LedgerReading,
  environment: Environment,
  step: (index: number, what: string) => void,
): Promise<{ readonly made?: Made; readonly findings: readonly Finding[]; readonly exit: 0 | 1 | 2 }> {
  step(1, "đọc số liệu");
  const formSet = await formSetOf(id, desk, ledger, environment);
  if (!formSet.ok) return { findings: formSet.findings, exit: 2 };
  const { figures, totals } = totalsOf(id, formSet.value, desk, ledger);
  const template = await findTemplate(optionValue(call, "template"), totals.period, desk.workspace, environment);
  if (!template.ok) return { findings: template.findings, exit: 2 };
  const plans = await followedPlans(desk, ledger, totals.period.window.to, environment);
  if (!plans.ok) return { findings: plans.findings, exit: 2 };
  if (totals.book.units.length > MOST_UNITS) environment.keepMemorySmall?.();
  step(2, "viết bản thảo");
  const allUnits = optionValue(call, "annexes") !== undefined;
  const written = writeWholeDraft({ figures, totals }, plans.value, template.value, allUnits, desk, ledger);
  if (!written.ok) return { findings: written.findings, exit: 1 };
  const draft = written.value;
  const { sections, opinions, tables, shown } = draft;
  const type = reportType(desk);
  const path = join(folder, FILES.draft(id));
  const reading = await parseDraft(draft.text, {
    file: shownPath(path, environment.cwd),
    readAttachment: attachmentReader(path, environment),
  });
  if (reading.document === undefined)
    return { findings: placedInTemplate(reading.findings, draft.text, template.value), exit: 1 };
  step(3, "lập phụ lục, dựng văn bản");
  const printed = await printDraft({ ...reading, document: reading.document }, DRAFT_FORMATS, path, desk, environment);
  const quoted = opinionsDocument(sections, totals.period, type, desk.workspace, desk.today);
  const quotedPrint = await printDraft({ document: quoted }, OPINION_FORMATS, path, desk, environment);
  step(4, "ghi truy vết");
  const errors = [...reading.findings, ...printed.findings].filter(isError);
  const open = printed.findings.filter((finding) => finding.id === "preflight/placeholder").length;
  // what is open is counted; each place stands in brackets in the draft
  const others = [...reading.findings, ...printed.findings].filter(
    (finding) => !isError(finding) && finding.id !== "preflight/placeholder",
  );
  const contents: readonly (readonly [FileName, readonly Uint8Array[]])[] = [
    ["draft", [encode(draft.text)]],
    ["docx", bytesOf(printed, "docx")],
    ["pdf", bytesOf(printed, "pdf")],
    ["annexes", [await annexesOf(tables, totals, desk)]],
    ["opinions", [encode(writeDraft(quoted))]],
    ["opinionsDocx", bytesOf(quotedPrint, "docx")],
    [
      "trace",
      [
        encode(
          traceFile(draft.figures, totals, {
            draft: sha256Of(draft.text),
            made: { template: template.value, allUnits, text: draft.text },
          }),
        ),
      ],
    ],
    ["page", [encode(pageOf(reading.document, { figures, totals }, desk, shown).page)]],
  ];
  return {
    findings: [...errors, ...others],
    exit: errors.length > 0 ? 1 : 0,
    made: {
      files: new Map(contents.flatMap(([name, [bytes]]) => (bytes === undefined ? [] : [[name, bytes] as const]))),
      totals,
      figures: draft.figures.length,
      open,
      pages: printed.pages,
      opinions: [...opinions.values()].reduce((sum, count) => sum + count, 0),
      norm: printed.norm,
    },
  };
}
