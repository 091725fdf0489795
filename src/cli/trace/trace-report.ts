/** A report's draft held against the ledger as it is now: its figures, what has moved, its page. */
import { resolve } from "node:path";
import { readPageParts } from "../../assets.js";
import type { LedgerReading } from "../../cycle/ledger/index.js";
import { reportFigure } from "../../findings/messages/report.js";
import type { Document } from "../../model/document.js";
import type { Inline } from "../../model/inline.js";
import { buildAnnexes } from "../../report/annexes/index.js";
import { type MovedPlace, reportPage } from "../../report/page/index.js";
import type { TracedFigure } from "../../report/trace-workbook.js";
import type { Desk } from "../cycle/desk.js";
import type { Environment } from "../environment.js";
import { type Outcome, shownPath } from "../outcome.js";
import { readDraft } from "../read-draft.js";
import { type OpenedFigures, openFigures } from "./open-figures.js";

/** A report and how it stands. */
export interface TracedReport extends OpenedFigures {
  /** Path of the draft as the user sees it. */
  readonly shown: string;
  /** Each once, in the order of the draft, as the ledger has them now. */
  readonly traced: readonly TracedFigure[];
  readonly moved: readonly MovedPlace[];
  readonly page: string;
}

function* inlinesOf({ body, annexes, notes }: Document): Generator<Inline> {
  for (const block of [...body, ...annexes.flatMap(({ blocks }) => blocks)]) {
    if (block.kind === "table") yield* block.table.rows.flat().flatMap(({ paragraphs }) => paragraphs.flat());
    else if (block.kind !== "operativeWords") yield* block.inlines;
  }
  yield* notes.flatMap(({ paragraphs }) => paragraphs.flat());
}

const bindingsOf = (document: Document): readonly string[] => [
  ...new Set([...inlinesOf(document)].flatMap((inline) => (inline.kind === "figure" ? [inline.binding] : []))),
];

/** The period that most figures are of; earlier ones only stand beside it. */
function mainPeriod(bindings: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const binding of bindings) {
    const [, , period = ""] = binding.split("/");
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return [...counts].reduce<[string, number] | undefined>(
    (best, each) => (best === undefined || each[1] > best[1] ? each : best),
    undefined,
  )?.[0];
}

/**
 * Holds a draft against the ledger.
 *
 * @param name path of the draft as the call has it
 */
export async function traceReport(
  name: string,
  desk: Desk,
  ledger: LedgerReading,
  environment: Environment,
): Promise<Outcome<TracedReport>> {
  const path = resolve(environment.cwd, name);
  const shown = shownPath(path, environment.cwd);
  const draft = await readDraft(path, environment);
  if (!draft.ok) return draft;
  const { document, findings } = draft.value.reading;
  if (document === undefined) return { ok: false, findings };
  const bindings = bindingsOf(document);
  if (bindings.length === 0) return { ok: false, findings: [reportFigure("report/no-figures", { path: shown })] };
  const opened = await openFigures(mainPeriod(bindings), shown, desk, ledger, environment);
  if (!opened.ok) return opened;
  const { figures, totals } = opened.value;
  const { presentation, norm } = desk.workspace;
  const { page, moved } = reportPage({
    document: { ...document, presentation: { ...presentation, ...document.presentation } },
    ...{ figures, totals, annexes: buildAnnexes(totals), parts: readPageParts() },
    ...(norm === undefined ? {} : { norm }),
  });
  const traced = bindings.flatMap((binding): readonly TracedFigure[] => {
    const { figure } = figures.resolve(binding);
    return figure === undefined ? [] : [{ figure, printed: figure.printed }];
  });
  return { ok: true, value: { ...opened.value, shown, traced, moved, page } };
}
