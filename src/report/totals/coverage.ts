/** Whose figures are in a total, and whose are not: what is missing is not zero (reporting §6.11). */

/** Nothing came; only what is to be corrected came; the unit's return counts but leaves this figure open. */
export type MissingReason = "notSent" | "toCorrect" | "blank";

export interface MissingUnit {
  readonly unit: string;
  readonly name: string;
  readonly reason: MissingReason;
  /** Id of the period in which it is missing. */
  readonly period: string;
}

export interface FigureCoverage {
  /** Units that were asked for the figure, in the scope. */
  readonly asked: number;
  /** Codes of the units in the total, in the order of the register. */
  readonly counted: readonly string[];
  readonly missing: readonly MissingUnit[];
  /** In the total, with something in their return still to explain. */
  readonly toExplain: readonly string[];
}

export const NO_COVERAGE: FigureCoverage = { asked: 0, counted: [], missing: [], toExplain: [] };

const unique = <T>(items: readonly T[], name: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [name(item), item])).values(),
];

/** Of a figure made of several: who is missing in any of them is missing. */
export function joinCoverage(first: FigureCoverage, ...others: readonly FigureCoverage[]): FigureCoverage {
  return others.reduce(
    (a, b) => ({
      asked: Math.max(a.asked, b.asked),
      counted: unique([...a.counted, ...b.counted], (code) => code),
      missing: unique([...a.missing, ...b.missing], ({ unit, period }) => `${period}/${unit}`),
      toExplain: unique([...a.toExplain, ...b.toExplain], (code) => code),
    }),
    first,
  );
}

/** Whether every unit that was asked is in the total. */
export const isComplete = ({ missing, counted }: FigureCoverage): boolean => missing.length === 0 && counted.length > 0;

/** "22/24 đơn vị". */
export const sayCoverage = ({ asked, counted }: FigureCoverage): string =>
  `${counted.length}/${Math.max(asked, counted.length)} đơn vị`;

const REASONS: Readonly<Record<MissingReason, string>> = {
  notSent: "chưa gửi báo cáo",
  toCorrect: "báo cáo phải sửa",
  blank: "để trống",
};

/** "Xã Thượng Ngàn (chưa gửi báo cáo)". */
export const sayMissing = ({ name, reason }: MissingUnit): string => `${name} (${REASONS[reason]})`;
