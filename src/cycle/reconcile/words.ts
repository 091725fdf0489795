/** Words of the list of reconciliation, once for the terminal and the workbook. */
import { nameOfKey } from "../../forms/indicators.js";
import { measureSuffix } from "../../workbook/layout/wording.js";
import type { Comparison, ComparisonBasis } from "../checks/index.js";
import type { CellFinding } from "../returns.js";
import type { JudgedLine, Reckoning, Verdict } from "./reckoning.js";

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  differ: "lệch",
  agree: "khớp",
  incomplete: "chưa đủ đơn vị",
  noSource: "chưa có số được tính",
};

export const WEIGHT_WORDS: Readonly<Record<CellFinding["weight"], string>> = {
  error: "phải sửa",
  explain: "cần giải trình",
  note: "lưu ý",
};

export const BASIS_WORDS: Readonly<Record<ComparisonBasis, string>> = {
  opening: "số đầu kỳ với số chốt cuối năm trước",
  half: "với 6 tháng đầu năm",
  lastYear: "với cùng kỳ năm trước",
  prior: "với số chốt cuối năm trước",
};

/** Names of a figure: "D09 (ước)". */
export const codeOf = ({ key, measure }: Pick<JudgedLine, "key" | "measure">): string =>
  `${key}${measureSuffix(measure)}`;

/** By how much the second source differs; undefined while a difference would only be what has not come yet. */
export const differenceOf = ({ verdict, counted, second }: JudgedLine): number | undefined =>
  counted === undefined || verdict === "incomplete" ? undefined : second - counted;

/** "10/15": units whose figure is there, of those asked. */
export const shareOf = (there: number, asked: number): string => `${there}/${Math.max(there, asked)}`;

/** "Kỳ …: tính trên 14/24 đơn vị đã vào tổng hợp." */
export const coverageLine = ({ period, coverage }: Reckoning): string =>
  `Kỳ ${period.name}: tính trên ${coverage.counted.length}/${coverage.asked.length} đơn vị đã vào tổng hợp.`;

export const SUMS_AGREE = "Số cộng toàn bộ khớp mọi quan hệ kiểm tra.";

/** "Đối soát hai nguồn: 3 chỉ tiêu lệch, 40 khớp, …" */
export function verdictLine(lines: readonly JudgedLine[]): string {
  const count = (verdict: Verdict): number => lines.filter((line) => line.verdict === verdict).length;
  const parts = [
    `${count("differ")} chỉ tiêu lệch`,
    `${count("agree")} khớp`,
    ...(count("incomplete") > 0 ? [`${count("incomplete")} chưa đủ đơn vị để so`] : []),
    ...(count("noSource") > 0 ? [`${count("noSource")} chưa có số được tính`] : []),
  ];
  return `Đối soát hai nguồn: ${parts.join(", ")}.`;
}

const BASES: readonly ComparisonBasis[] = ["opening", "half", "lastYear", "prior"];

/** A line a basis: over how many units it was compared, and who was left out. */
export function comparisonLines(reckoning: Reckoning, nameOfPeriod: (id: string) => string): readonly string[] {
  return BASES.flatMap((basis): readonly string[] => {
    const lines = reckoning.comparisons.filter((line) => line.basis === basis);
    const [first] = lines;
    if (first === undefined) return [];
    const done = lines.filter(({ units }) => units.length > 0);
    const head = `So ${BASIS_WORDS[basis]} (${nameOfPeriod(first.period)})`;
    if (done.length === 0) return [`${head}: không so sánh được, chưa có số liệu trên cùng phạm vi.`];
    const units = new Set(done.flatMap((line) => line.units));
    const left = new Set(lines.flatMap(({ leftOut }) => leftOut));
    const out = left.size === 0 ? "" : `; ${left.size} đơn vị không so sánh được ở một số chỉ tiêu`;
    const same = basis === "opening" ? `, ${done.filter(({ value, earlier }) => value === earlier).length} khớp` : "";
    return [`${head}: ${done.length} chỉ tiêu${same}, trên ${units.size} đơn vị${out}.`];
  });
}

/** Change in percent of the earlier figure, two decimals; none where there was nothing. */
export const changeOf = ({ value, earlier }: Comparison): number | undefined =>
  earlier === 0 ? undefined : Math.round(((value - earlier) / earlier) * 10_000) / 100;

export const nameOf = ({ formSet }: Reckoning, { key }: { readonly key: string }): string => nameOfKey(formSet, key);
