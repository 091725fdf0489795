/** A draft whose figures rest on the trace file beside it, without a ledger: mostly a unit's own report. */
import { basename, resolve } from "node:path";
import type { Finding } from "../../findings/finding.js";
import { reportBound } from "../../findings/messages/bound.js";
import { reportFigure } from "../../findings/messages/report.js";
import { boundFigures } from "../../report/bound/index.js";
import { checkAgainstTrace } from "../../report/check-trace.js";
import type { ReadTrace } from "../../report/read-trace.js";
import type { Environment } from "../environment.js";
import { type Outcome, shownPath } from "../outcome.js";
import { readDraft } from "../read-draft.js";
import { hasNoLedger, traceOf, tracePath } from "../report/ledger-figures.js";

export interface OwnTrace {
  readonly lines: readonly string[];
  readonly result: Readonly<Record<string, unknown>>;
  /** What is not printed as when the report was made. */
  readonly findings: readonly Finding[];
}

/** The trace of a draft that no ledger answers for; undefined where a ledger does. */
export async function traceWithoutLedger(
  name: string,
  environment: Environment,
): Promise<Outcome<OwnTrace> | undefined> {
  const path = resolve(environment.cwd, name);
  const trace = await traceOf(path, environment);
  if (!(await hasNoLedger(path, environment))) return undefined;
  const draft = await readDraft(path, environment);
  if (!draft.ok) return draft;
  if (trace === undefined) return { ok: false, findings: [reportBound("bound/own-report", {})] };
  return sayOwnTrace(shownPath(path, environment.cwd), draft.value.reading, trace);
}

type Reading = Extract<Awaited<ReturnType<typeof readDraft>>, { ok: true }>["value"]["reading"];

function sayOwnTrace(shown: string, { document, places, findings }: Reading, trace: ReadTrace): Outcome<OwnTrace> {
  if (document === undefined) return { ok: false, findings };
  const figures = [...boundFigures(document)].map(({ figure }) => {
    const { binding, text } = figure;
    return { binding, printed: text, line: places.of(figure)?.line, cells: trace.figures.get(binding)?.cells ?? [] };
  });
  if (figures.length === 0) return { ok: false, findings: [reportFigure("report/no-figures", { path: shown })] };
  const wrong = checkAgainstTrace(document, trace, places);
  const from = trace.workbook === undefined ? "" : ` lấy từ ${trace.workbook}`;
  const beside = basename(tracePath(shown));
  const standing = wrong.length === 0 ? "đều khớp" : `${wrong.length} chỗ không khớp`;
  return {
    ok: true,
    value: {
      lines: [
        `${shown}: ${figures.length} chỗ có số liệu${from}, ${standing} với ${beside}.`,
        ...figures.map(
          ({ line, printed, binding, cells }) =>
            `  ${line === undefined ? "" : `dòng ${line}: `}${printed} – ${cells.length === 0 ? "không có ô nào" : cells.join(", ")} (${binding})`,
        ),
      ],
      result: { draft: shown, ...(trace.workbook === undefined ? {} : { workbook: trace.workbook }), figures },
      findings: wrong,
    },
  };
}
