/** A report's draft held against the ledger as it is now: its figures, what has moved, its page. */
import { resolve } from "node:path";
import type { LedgerReading } from "../../cycle/ledger/index.js";
import { reportFigure } from "../../findings/messages/report.js";
import { type Deviation, deviationsOf, sentenceOf } from "../../report/bound/check-figures.js";
import { boundFigures } from "../../report/bound/index.js";
import type { TracedFigure } from "../../report/trace-workbook.js";
import type { Desk } from "../cycle/desk.js";
import type { Environment } from "../environment.js";
import { type Outcome, shownPath } from "../outcome.js";
import { readDraft } from "../read-draft.js";
import { figuresFor } from "../report/ledger-figures.js";
import { pageOf } from "../report/report-page.js";
import type { OpenedFigures } from "./open-figures.js";

/** A place where the draft prints something else than the ledger. */
export interface StaleFigure {
  readonly binding: string;
  readonly was: string;
  /** Absent where nothing answers the binding any more. */
  readonly now?: string;
  readonly line?: number;
  /** The sentence around it; the figure alone in a cell. */
  readonly sentence: string;
}

/** A report and how it stands. */
export interface TracedReport extends OpenedFigures {
  /** Path of the draft as the user sees it. */
  readonly shown: string;
  /** Each once, in the order of the draft, as the ledger has them now. */
  readonly traced: readonly TracedFigure[];
  /** In the order of the draft. */
  readonly moved: readonly StaleFigure[];
  readonly page: string;
}

function staleOf(deviation: Deviation): StaleFigure {
  const { figure, place } = deviation;
  return {
    binding: figure.binding,
    was: figure.text,
    ...(deviation.kind === "deviates" ? { now: deviation.difference.expected } : {}),
    ...(place?.line === undefined ? {} : { line: place.line }),
    sentence: sentenceOf(deviation),
  };
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
  const { document, findings, places } = draft.value.reading;
  if (document === undefined) return { ok: false, findings };
  const bindings = new Set([...boundFigures(document)].map(({ figure }) => figure.binding));
  if (bindings.size === 0) return { ok: false, findings: [reportFigure("report/no-figures", { path: shown })] };
  const found = await figuresFor(document, desk, ledger, environment);
  if (!found.ok) return found;
  const { figures, period } = found.value;
  const totals = figures.period(period);
  if (totals === undefined) throw new Error(`no totals of the opened period ${period}`);
  const { page } = pageOf(document, { figures, totals }, desk);
  const moved = deviationsOf(document, figures, places).map(staleOf);
  const traced = [...bindings].flatMap((binding): readonly TracedFigure[] => {
    const { figure } = figures.resolve(binding);
    return figure === undefined ? [] : [{ figure, printed: figure.printed }];
  });
  return { ok: true, value: { figures, totals, shown, traced, moved, page } };
}
