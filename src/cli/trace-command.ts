/** `vanthu trace`: a figure down to the cells of the returns that it came from. */

import type { LedgerReading } from "../cycle/ledger/index.js";
import type { Finding } from "../findings/finding.js";
import { reportLedger } from "../findings/messages/ledger.js";
import { foldWord } from "../findings/nearest.js";
import { findPeriod } from "../periods/index.js";
import {
  cellsOfTrace,
  Figures,
  type ResolvedFigure,
  readFigurePath,
  sayCoverage,
  sayMissing,
  sayTrace,
} from "../report/totals/index.js";
import type { Handler, Report } from "./command.js";
import { refusal } from "./command.js";
import { type Desk, findDesk, withLedger } from "./cycle/desk.js";
import { editedFormSets } from "./cycle/edited-form-sets.js";
import { chooseFormSet, readFormSets } from "./cycle/form-sets.js";
import type { Environment } from "./environment.js";

/**
 * The path that a call names: whole (`vt:C02/tinh/2026-6t`), or without its period after one (`2026-6t C02/tinh/cung-ky`).
 */
function pathOf([first = "", second]: readonly string[]): string {
  if (second === undefined) return first;
  const [key = "", scope = "", ...rest] = second.replace(/^vt:/iu, "").split("/");
  const named = rest.some((part) => foldWord(part) === foldWord(first));
  return `vt:${[key, scope, ...(named ? rest : [first, ...rest])].join("/")}`;
}

/** The period of a path, as far as it can be told before the path itself is read. */
const periodIn = (path: string, { kinds }: Desk): string | undefined =>
  path
    .split("/")
    .map((part) => findPeriod(part, kinds).period?.id)
    .find((id) => id !== undefined);

function linesOf(figure: ResolvedFigure): readonly string[] {
  const { binding, printed, unitOfCount, coverage, secondSource } = figure;
  const unit = unitOfCount === "" || unitOfCount === "%" ? "" : ` ${unitOfCount}`;
  return [
    `${binding} = ${printed}${figure.value === undefined ? "" : unit}`,
    ...(coverage.asked > 0 ? [`Tính trên ${sayCoverage(coverage)}.`] : []),
    ...(coverage.missing.length > 0 ? [`Chưa có: ${coverage.missing.map(sayMissing).join(", ")}.`] : []),
    ...(secondSource ? ["Số của nguồn thứ hai: để đối soát, không vào tổng."] : []),
    "",
    ...sayTrace(figure.trace()),
  ];
}

async function trace(path: string, desk: Desk, ledger: LedgerReading, environment: Environment): Promise<Report> {
  const { workspace, register, kinds, findings } = desk;
  const id = periodIn(path, desk);
  const opened = id === undefined ? ledger.periods().at(-1) : ledger.period(id);
  if (opened === undefined) return refusal([reportLedger("ledger/period-not-opened", { period: id ?? path })], 2);
  const atHand = await readFormSets(workspace.root, environment);
  if (!atHand.ok) return refusal(atHand.findings, 2);
  const edited: readonly Finding[] = editedFormSets(atHand.value, [opened]);
  if (edited.length > 0) return refusal(edited, 2);
  const chosen = chooseFormSet(atHand.value, opened.period, opened.formSet, undefined);
  if (!chosen.ok) return refusal(chosen.findings, 2);
  const { formSet } = chosen.value;
  const read = readFigurePath(path, { formSet, register, kinds });
  if (read.path === undefined) return refusal([read.finding], 2);
  const { plan } = workspace;
  const figures = new Figures({ ledger, formSet, register, kinds, ...(plan === undefined ? {} : { plan }) });
  const { figure, finding } = figures.resolve(path);
  if (figure === undefined) return refusal([finding], 2);
  const { binding, status, value, printed, coverage, secondSource } = figure;
  const tree = figure.trace();
  const result = {
    figure: binding,
    status,
    value,
    printed,
    coverage,
    secondSource,
    trace: tree,
    cells: cellsOfTrace(tree),
  };
  return { exit: 0, findings, lines: linesOf(figure), result };
}

/** `vanthu trace`. */
export const traceCommand: Handler = async (call, environment) => {
  const desk = await findDesk(environment);
  if (!desk.ok) return refusal(desk.findings, 2);
  return withLedger(desk.value, "read", environment, (ledger) =>
    trace(pathOf(call.args), desk.value, ledger, environment),
  );
};
