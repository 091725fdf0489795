/** `vanthu cycle reconcile`: the checks of the whole, and what second sources and earlier periods say beside the sums. */
import { resolve } from "node:path";
import type { LedgerReading } from "../../cycle/ledger/index.js";
import { type Reckoning, reckon } from "../../cycle/reconcile/reckoning.js";
import {
  codeOf,
  comparisonLines,
  coverageLine,
  differenceOf,
  nameOf,
  SUMS_AGREE,
  shareOf,
  VERDICT_WORDS,
  verdictLine,
} from "../../cycle/reconcile/words.js";
import { textTable } from "../../cycle/status/table.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import { nearest } from "../../findings/nearest.js";
import { findKey, keysOf } from "../../forms/indicators.js";
import { readPeriod } from "../../periods/index.js";
import { type Call, type ExitCode, type Handler, optionValue, type Report, refusal } from "../command.js";
import type { Environment } from "../environment.js";
import type { Outcome } from "../outcome.js";
import { type Desk, findDesk, withLedger } from "./desk.js";
import { editedFormSets } from "./edited-form-sets.js";
import { chooseFormSet, readFormSets } from "./form-sets.js";
import { formatOf } from "./format.js";
import { saveFile } from "./save-file.js";
import { wantedPeriod } from "./status-command.js";

const FORMATS = ["json", "xlsx"] as const;
type Format = (typeof FORMATS)[number] | "text";

const number = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });

/** Lines that do not agree, whether they differ or cannot be told yet. */
function tableOf(reckoning: Reckoning): readonly string[] {
  const rows = reckoning.lines
    .filter(({ verdict }) => verdict !== "agree")
    .map((line) => {
      const difference = differenceOf(line);
      return [
        codeOf(line),
        nameOf(reckoning, line),
        line.counted === undefined ? "chưa có" : number.format(line.counted),
        number.format(line.second),
        difference === undefined ? "" : number.format(difference),
        shareOf(line.secondFigures.length, line.askedSecond),
        VERDICT_WORDS[line.verdict],
      ];
    });
  if (rows.length === 0) return [];
  const heads = ["Mã", "Chỉ tiêu", "Số được tính", "Nguồn thứ hai", "Lệch", "Đơn vị", "Kết quả"];
  return [...textTable(heads, rows), ""];
}

/** Every figure of one indicator, with the unit and the cell in which it stands. */
function cellsOf({ lines, nameOf: unitName }: Reckoning): readonly string[] {
  const rows = lines.flatMap((line) =>
    [
      ...line.countedFigures.map((figure) => ({ ...figure, source: "được tính" })),
      ...line.secondFigures.map((figure) => ({ ...figure, source: "thứ hai" })),
    ].map(({ unit, value, cell, source }) => [
      codeOf(line),
      unitName(unit),
      number.format(value),
      source,
      `${cell.sheet}!${cell.address}`,
    ]),
  );
  return rows.length === 0 ? [] : [...textTable(["Mã", "Đơn vị", "Số", "Nguồn", "Ô"], rows), ""];
}

const namesOfPeriods =
  ({ kinds }: Desk) =>
  (id: string): string =>
    readPeriod(id, kinds)?.name ?? id;

function printReckoning(reckoning: Reckoning, desk: Desk, indicator?: string): readonly string[] {
  const head = coverageLine(reckoning);
  if (reckoning.coverage.counted.length === 0) return [head, "Chưa có số liệu để kiểm tra và đối soát."];
  return [
    head,
    ...reckoning.findings.flatMap(({ rule, found, remedy }) => [`  toàn bộ [${rule}]: ${found}`, `      → ${remedy}`]),
    ...(reckoning.findings.length === 0 ? [SUMS_AGREE] : []),
    "",
    ...tableOf(reckoning),
    ...(indicator === undefined ? [] : cellsOf(reckoning)),
    verdictLine(reckoning.lines),
    ...comparisonLines(reckoning, namesOfPeriods(desk)),
  ];
}

interface Wish {
  readonly id: string;
  readonly format: Format;
  readonly indicator?: string;
}

/** What a period is reckoned with, and its outcome; only lines of the indicator that is asked for. */
async function reckonPeriod(
  { id, indicator }: Wish,
  { workspace, register, kinds, today }: Desk,
  ledger: LedgerReading,
  environment: Environment,
): Promise<Outcome<Reckoning>> {
  const exported = ledger.export(id);
  if (exported === undefined)
    return { ok: false, findings: [reportLedger("ledger/period-not-opened", { period: id })] };
  const atHand = await readFormSets(workspace.root, environment);
  if (!atHand.ok) return atHand;
  const edited = editedFormSets(atHand.value, [exported.opened]);
  if (edited.length > 0) return { ok: false, findings: edited };
  const { period, formSet: named } = exported.opened;
  const chosen = chooseFormSet(atHand.value, period, named, undefined);
  if (!chosen.ok) return chosen;
  const { formSet } = chosen.value;
  if (indicator !== undefined && findKey(formSet, indicator) === undefined) {
    const meant = nearest(indicator, [...keysOf(formSet).keys()]);
    return {
      ok: false,
      findings: [reportCycleCall("cycle-cli/unknown-indicator", { typed: indicator, nearest: meant })],
    };
  }
  const reckoning = reckon(ledger, exported, { formSet, register, kinds, today });
  if (indicator === undefined) return { ok: true, value: reckoning };
  const about = <T extends { readonly key: string }>(lines: readonly T[]): readonly T[] =>
    lines.filter(({ key }) => key === indicator);
  const { lines, comparisons } = reckoning;
  return { ok: true, value: { ...reckoning, lines: about(lines), comparisons: about(comparisons) } };
}

const resultOf = ({ period, coverage, findings, lines, comparisons }: Reckoning) => ({
  period: period.id,
  coverage,
  findings,
  reconciliation: lines,
  comparisons,
});

const asJson = (reckoning: Reckoning): string => JSON.stringify(resultOf(reckoning), null, 2);

async function save(reckoning: Reckoning, desk: Desk, wish: Wish, call: Call, environment: Environment) {
  const path = resolve(environment.cwd, optionValue(call, "out") ?? `doi-soat-${wish.id}.${wish.format}`);
  const contents = await (async (): Promise<string | Uint8Array> => {
    if (wish.format === "json") return `${asJson(reckoning)}\n`;
    if (wish.format === "text") return `${printReckoning(reckoning, desk, wish.indicator).join("\n")}\n`;
    const { reckoningWorkbook } = await import("../../cycle/reconcile/workbook.js");
    return reckoningWorkbook(reckoning, namesOfPeriods(desk));
  })();
  return saveFile(path, contents, call.options.force === true, environment);
}

async function reconcilePeriod(
  wish: Wish,
  desk: Desk,
  ledger: LedgerReading,
  call: Call,
  environment: Environment,
): Promise<Report> {
  const reckoned = await reckonPeriod(wish, desk, ledger, environment);
  if (!reckoned.ok) return refusal(reckoned.findings, 2);
  const reckoning = reckoned.value;
  const exit: ExitCode = reckoning.findings.some(({ weight }) => weight === "error") ? 1 : 0;
  const { findings } = desk;
  const result = resultOf(reckoning);
  const toFile = optionValue(call, "out") !== undefined || wish.format === "xlsx";
  if (!toFile) {
    const lines = wish.format === "json" ? [asJson(reckoning)] : printReckoning(reckoning, desk, wish.indicator);
    return { exit, findings, lines, result };
  }
  const saved = await save(reckoning, desk, wish, call, environment);
  if (!saved.ok) return refusal(saved.findings, 2);
  const sums =
    reckoning.findings.length === 0 ? SUMS_AGREE : `Số cộng toàn bộ: ${reckoning.findings.length} phát hiện.`;
  const lines = [coverageLine(reckoning), sums, verdictLine(reckoning.lines), `Đã ghi ${saved.value}.`];
  return { exit, findings, lines, result: { file: saved.value, ...result } };
}

/** `vanthu cycle reconcile`. */
export const reconcileCommand: Handler = async (call, environment) => {
  const format = formatOf(call, FORMATS);
  if (!format.ok) return refusal(format.findings, 2);
  const desk = await findDesk(environment);
  if (!desk.ok) return refusal(desk.findings, 2);
  return withLedger(desk.value, "read", environment, async (ledger) => {
    const id = wantedPeriod(call, desk.value, ledger);
    if (!id.ok) return refusal(id.findings, 2);
    const indicator = optionValue(call, "indicator");
    const wish = { id: id.value, format: format.value, ...(indicator === undefined ? {} : { indicator }) };
    return reconcilePeriod(wish, desk.value, ledger, call, environment);
  });
};
