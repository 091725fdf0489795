/** `vanthu cycle reconcile`: the checks of the whole, and what second sources say beside the figures that count. */
import { checkWhole, type WholeResult } from "../../cycle/checks/index.js";
import type { LedgerReading, PeriodExport } from "../../cycle/ledger/index.js";
import { targetPeriod } from "../../cycle/open/targets.js";
import type { Reconciliation, SourcedReturn } from "../../cycle/sources/index.js";
import { textTable } from "../../cycle/status/table.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import { nearest } from "../../findings/nearest.js";
import type { FormSet } from "../../forms/form-set.js";
import { findKey, keysOf, nameOfKey } from "../../forms/indicators.js";
import { findUnit, nameAt, type UnitRegister } from "../../organisation/index.js";
import { measureSuffix } from "../../workbook/layout/wording.js";
import { type Handler, optionValue, type Report, refusal } from "../command.js";
import type { Environment } from "../environment.js";
import { type Desk, findDesk, withLedger } from "./desk.js";
import { chooseFormSet, readFormSets } from "./form-sets.js";
import { wantedPeriod } from "./status-command.js";

const number = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });

/** The counted returns with the kind of their unit; values are read anew each time they are gone through. */
export function sourcedReturns(exported: PeriodExport, register: UnitRegister): Iterable<SourcedReturn> {
  return {
    *[Symbol.iterator]() {
      for (const { revision, values } of exported.returns()) {
        const unit = findUnit(register, revision.unit);
        if (unit !== undefined) yield { unit: unit.code, unitKind: unit.kind, values };
      }
    },
  };
}

/** Lines whose two sides differ; all of them do where the authoritative source has not come. */
const differing = ({ reconciliation }: WholeResult): readonly Reconciliation[] =>
  reconciliation.filter(({ counted, second }) => counted !== second);

function tableOf(lines: readonly Reconciliation[], formSet: FormSet): readonly string[] {
  if (lines.length === 0) return [];
  const rows = lines.map(({ key, measure, counted, second, secondFigures }) => [
    `${key}${measureSuffix(measure)}`,
    nameOfKey(formSet, key),
    counted === undefined ? "chưa có" : number.format(counted),
    number.format(second),
    counted === undefined ? "" : number.format(second - counted),
    String(secondFigures.length),
  ]);
  return [
    ...textTable(["Mã", "Chỉ tiêu", "Số tính", "Nguồn thứ hai", "Lệch", "Số đơn vị của nguồn thứ hai"], rows),
    "",
  ];
}

/** Every figure of a second source for one indicator, with the unit and the cell in which it stands. */
function cellsOf(lines: readonly Reconciliation[], { register, today }: Desk): readonly string[] {
  const rows = lines.flatMap(({ key, measure, secondFigures }) =>
    secondFigures.map(({ unit, value, cell }) => {
      const known = findUnit(register, unit);
      const name = known === undefined ? unit : nameAt(known, today).official;
      return [`${key}${measureSuffix(measure)}`, name, number.format(value), `${cell.sheet}!${cell.address}`];
    }),
  );
  return rows.length === 0 ? [] : [...textTable(["Mã", "Đơn vị", "Số", "Ô"], rows), ""];
}

function printWhole(
  result: WholeResult,
  exported: PeriodExport,
  formSet: FormSet,
  desk: Desk,
  indicator?: string,
): readonly string[] {
  const { coverage, opened } = exported;
  const head = `Kỳ ${opened.period.name}: tính trên ${coverage.counted.length}/${coverage.asked.length} đơn vị đã vào tổng hợp.`;
  if (coverage.counted.length === 0) return [head, "Chưa có số liệu để kiểm tra và đối soát."];
  const lines = differing(result);
  const agreeing = result.reconciliation.length - lines.length;
  return [
    head,
    ...result.findings.flatMap(({ rule, found, remedy }) => [`  toàn bộ [${rule}]: ${found}`, `      → ${remedy}`]),
    ...(result.findings.length === 0 ? ["Số cộng toàn bộ khớp mọi quan hệ kiểm tra."] : []),
    "",
    ...tableOf(lines, formSet),
    ...(indicator === undefined
      ? []
      : cellsOf(
          result.reconciliation.filter(({ key }) => key === indicator),
          desk,
        )),
    `Đối soát hai nguồn: ${lines.length} chỉ tiêu lệch, ${agreeing} chỉ tiêu khớp.`,
  ];
}

async function reconcilePeriod(
  id: string,
  desk: Desk,
  ledger: LedgerReading,
  environment: Environment,
  indicator: string | undefined,
): Promise<Report> {
  const exported = ledger.export(id);
  if (exported === undefined) return refusal([reportLedger("ledger/period-not-opened", { period: id })], 2);
  const atHand = await readFormSets(desk.workspace.root, environment);
  if (!atHand.ok) return refusal(atHand.findings, 2);
  const { period, formSet: named } = exported.opened;
  const chosen = chooseFormSet(atHand.value, period, named, undefined);
  if (!chosen.ok) return refusal(chosen.findings, 2);
  const { formSet } = chosen.value;
  if (indicator !== undefined && findKey(formSet, indicator) === undefined) {
    const meant = nearest(indicator, [...keysOf(formSet).keys()]);
    return refusal([reportCycleCall("cycle-cli/unknown-indicator", { typed: indicator, nearest: meant })], 2);
  }
  const targets = exported.coverage.asked.flatMap(
    (unit) => ledger.priorFigures(unit, targetPeriod(period.year))?.figures ?? [],
  );
  const context = { formSet, periodKind: period.kind, targets };
  const result = checkWhole(sourcedReturns(exported, desk.register), context);
  return {
    exit: result.findings.some(({ weight }) => weight === "error") ? 1 : 0,
    findings: desk.findings,
    lines: printWhole(result, exported, formSet, desk, indicator),
    result: { period: id, coverage: exported.coverage, ...result },
  };
}

/** `vanthu cycle reconcile`. */
export const reconcileCommand: Handler = async (call, environment) => {
  const desk = await findDesk(environment);
  if (!desk.ok) return refusal(desk.findings, 2);
  return withLedger(desk.value, "read", environment, async (ledger) => {
    const id = wantedPeriod(call, desk.value, ledger);
    if (!id.ok) return refusal(id.findings, 2);
    return reconcilePeriod(id.value, desk.value, ledger, environment, optionValue(call, "indicator"));
  });
};
