/** Whether an allocation adds up, reaches every unit, and suffices for the targets that it shares out. */
import type { Finding } from "../../findings/finding.js";
import { reportTarget } from "../../findings/messages/plan/targets.js";
import { foldWord } from "../../findings/nearest.js";
import type { Allocation, AllocationRow } from "../../model/allocation.js";
import { type Day, nameAt, type UnitRegister, unitsAt } from "../../organisation/index.js";
import type { PlanTarget } from "./read-targets.js";
import { withSums } from "./write-allocation.js";

const differ = (printed: number | null, right: number | null): boolean =>
  printed !== null && Math.abs(printed - (right ?? 0)) > 1e-9;

/** The sums that the table prints against those of its figures. */
export function checkSums(allocation: Allocation): readonly Finding[] {
  const right = withSums(allocation);
  const rows: readonly (readonly [printed: AllocationRow & { name: string }, right: AllocationRow | undefined])[] = [
    ...allocation.areas.map((area, at) => [area, right.areas[at]] as const),
    ...(allocation.total === undefined ? [] : [[allocation.total, right.total] as const]),
  ];
  const findings: Finding[] = [];
  for (const row of [...allocation.units, ...rows.map(([printed]) => printed)]) {
    allocation.indicators.forEach((indicator, at) => {
      const printed = row.sums[at] ?? null;
      const years = (row.amounts[at] ?? []).filter((amount) => amount !== null);
      if (printed === null || indicator.years.length === 0) return;
      const sum = years.reduce((total, amount) => total + amount, 0);
      if (differ(printed, sum)) {
        findings.push(reportTarget("plan/target-row-sum", { row: row.name, indicator: indicator.name, printed, sum }));
      }
    });
  }
  for (const [printed, reckoned] of rows) {
    allocation.indicators.forEach(({ name, years, sum: head }, at) => {
      const say = (column: string, said: number | null | undefined, sum: number | null | undefined): void => {
        if (!differ(said ?? null, sum ?? null)) return;
        const params = { row: printed.name, indicator: name, column, printed: said ?? 0, sum: sum ?? 0 };
        findings.push(reportTarget("plan/target-column-sum", params));
      };
      years.forEach((year, place) => {
        say(`năm ${year}`, printed.amounts[at]?.[place], reckoned?.amounts[at]?.[place]);
      });
      // A sum over wrong years is said once, with its row.
      const years_ = (printed.amounts[at] ?? []).some((amount, place) =>
        differ(amount, reckoned?.amounts[at]?.[place] ?? null),
      );
      const own = (printed.amounts[at] ?? []).reduce<number>((total, amount) => total + (amount ?? 0), 0);
      if (!years_ && (years.length === 0 || own === printed.sums[at])) {
        say(`cột “${head ?? "Cộng"}”`, printed.sums[at], reckoned?.sums[at]);
      }
    });
  }
  return findings;
}

/** Units of the register that the table leaves out, of the kinds that it names; and units that it names twice. */
export function checkUnits(allocation: Allocation, register: UnitRegister, day: Day): readonly Finding[] {
  const there = new Map<string, string[]>();
  for (const { code, name } of allocation.units) {
    if (code !== undefined) there.set(code, [...(there.get(code) ?? []), name]);
  }
  const existing = unitsAt(register, day);
  const kinds = new Set(existing.filter(({ code }) => there.has(code)).map(({ kind }) => kind));
  const missing = existing.filter(({ code, kind }) => kinds.has(kind) && !there.has(code));
  const names = missing.map((unit) => nameAt(unit, day)).map(({ official, short }) => short ?? official);
  return [
    ...[...there].flatMap(([code, rows]) => {
      const unit = existing.find((one) => one.code === code);
      if (rows.length < 2 || unit === undefined) return [];
      return [reportTarget("plan/target-unit-twice", { unit: nameAt(unit, day).official, names: rows })];
    }),
    ...(names.length === 0 ? [] : [reportTarget("plan/target-unit-missing", { units: names })]),
  ];
}

const includes = (indicator: string, words: string): boolean =>
  ` ${foldWord(indicator)} `.includes(` ${foldWord(words)} `);
/** "kết nạp mới", "thành lập được": the verb alone. */
export const rootOf = (action: string): string => foldWord(action).replace(/ (?:moi|duoc|them)$/u, "");

/** Whether an indicator of the table shares out a target of the whole. */
export function sharesOut(indicator: string, { target, among }: PlanTarget): boolean {
  if (target.unit === "%" || target.scope !== undefined || among || target.action === undefined) return false;
  const names = includes(indicator, target.unit) || includes(indicator, target.unit.replace(/^tổ chức (?=đảng)/u, ""));
  return includes(indicator, rootOf(target.action)) && names;
}

/** The figures of all units against the targets of the whole: in every year, and over the span. */
export function checkAgainstTargets(allocation: Allocation, targets: readonly PlanTarget[]): readonly Finding[] {
  const { indicators, total } = withSums(allocation);
  return indicators.flatMap(({ name, years }, at) =>
    targets.flatMap((target): Finding[] => {
      const { period, comparator, value } = target.target;
      if (!sharesOut(name, target) || comparator === "<" || comparator === "<=") return [];
      const amounts = total?.amounts[at] ?? [];
      const within = years.flatMap((year, place) =>
        period === undefined || (period.from <= year && year <= period.to) ? [{ year, sum: amounts[place] ?? 0 }] : [],
      );
      const short = (sum: number): boolean => (comparator === ">" ? sum <= value : sum < value);
      if (period?.each !== undefined && period.average === undefined) {
        return within
          .filter(({ sum }) => short(sum))
          .map(({ year, sum }) => reportTarget("plan/target-allocation-short", { indicator: name, year, sum, value }));
      }
      if (period?.each !== undefined) return [];
      const whole = years.length === 0 ? (total?.sums[at] ?? 0) : within.reduce((sum, one) => sum + one.sum, 0);
      // A table of later years says nothing of an earlier one.
      if (years.length > 0 && within.length === 0) return [];
      return short(whole) ? [reportTarget("plan/target-allocation-short", { indicator: name, sum: whole, value })] : [];
    }),
  );
}
