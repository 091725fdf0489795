/** What an allocation sets for each unit and year, as figures of the ledger. */
import type { Finding } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { foldWord } from "../../findings/nearest.js";
import type { FormSet, Indicator } from "../../forms/index.js";
import type { Allocation, AllocationIndicator } from "../../model/allocation.js";
import type { BalanceRow } from "../ledger/contract.js";
import { targetPeriod } from "../open/targets.js";

/** Words that name what is shared out without telling it apart. */
const COMMON: ReadonlySet<string> = new Set([
  "chi",
  "tieu",
  "so",
  "moi",
  "trong",
  "nam",
  "ca",
  "giai",
  "doan",
  "duoc",
  "cac",
]);

const wordsOf = (name: string): readonly string[] =>
  foldWord(name)
    .split(/[^a-z\d]+/u)
    .filter((word) => word !== "" && !COMMON.has(word));

interface Target {
  readonly code: string;
  readonly name: string;
  readonly span: "year" | "plan";
}

/** Targets that units can be set: those that no formula gives. */
const settable = (formSets: readonly Pick<FormSet, "indicators">[]): readonly Target[] => [
  ...new Map(
    formSets.flatMap(({ indicators }) =>
      indicators.flatMap((indicator: Indicator): (readonly [string, Target])[] =>
        indicator.kind !== "target" || indicator.target === undefined || indicator.formula !== undefined
          ? []
          : [[indicator.code, { code: indicator.code, name: indicator.name, span: indicator.target.span }]],
      ),
    ),
  ).values(),
];

/** The target of a span whose name has all words of what is shared out; undefined where none or several have. */
function targetFor(
  { name }: AllocationIndicator,
  span: Target["span"],
  targets: readonly Target[],
): Target | undefined {
  const asked = wordsOf(name);
  const fitting = targets.filter(
    (target) => target.span === span && asked.length > 0 && asked.every((word) => wordsOf(target.name).includes(word)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

export interface AllocatedRows {
  readonly rows: readonly BalanceRow[];
  /** What was taken for which target: "Kết nạp đảng viên" for T01. */
  readonly taken: readonly { readonly indicator: string; readonly code: string; readonly name: string }[];
  readonly findings: readonly Finding[];
}

/**
 * The targets of units out of an allocation.
 *
 * @param source where it stands, `Phụ lục 1` or the sheet's name: each figure keeps it, with its unit and year
 * @returns findings for what no target of the form sets fits, and for units without a code in the register
 */
export function allocatedRows(
  allocation: Allocation,
  formSets: readonly Pick<FormSet, "indicators">[],
  source: string,
): AllocatedRows {
  const targets = settable(formSets);
  const findings: Finding[] = [];
  const rows: BalanceRow[] = [];
  const taken = new Map<string, AllocatedRows["taken"][number]>();
  const unknown = allocation.units.filter(({ code }) => code === undefined).map(({ name }) => name);
  if (unknown.length > 0) findings.push(reportCycleCall("cycle-cli/allocate-units", { units: unknown }));
  allocation.indicators.forEach((indicator, at) => {
    const yearly = targetFor(indicator, "year", targets);
    const whole = targetFor(indicator, "plan", targets);
    if (yearly === undefined && whole === undefined) {
      findings.push(reportCycleCall("cycle-cli/allocate-indicator", { indicator: indicator.name }));
      return;
    }
    for (const target of [yearly, whole])
      if (target !== undefined) taken.set(target.code, { indicator: indicator.name, ...target });
    const [first] = indicator.years;
    for (const unit of allocation.units) {
      if (unit.code === undefined) continue;
      const add = (
        target: Target | undefined,
        year: number,
        value: number | null | undefined,
        column: string,
      ): void => {
        if (target === undefined || value === null || value === undefined) return;
        rows.push({
          ...{ unit: unit.code ?? "", period: targetPeriod(year), key: target.code, measure: "actual", value },
          cell: { sheet: source, address: `${unit.name}, ${column}` },
        });
      };
      const amounts = unit.amounts[at] ?? [];
      for (const [place, year] of indicator.years.entries()) add(yearly, year, amounts[place], String(year));
      if (first === undefined) continue;
      const sum = unit.sums[at] ?? amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
      add(whole, first, sum, indicator.sum ?? "Cộng");
    }
  });
  return { rows, taken: [...taken.values()].map(({ indicator, code, name }) => ({ indicator, code, name })), findings };
}
