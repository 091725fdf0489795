/** What `vanthu report` says: first whose figures are in the report. */
import type { PeriodTotals } from "../../report/totals/index.js";

interface Counts {
  readonly figures: number;
  /** Places that only a person can write. */
  readonly open: number;
  readonly pages: number;
  readonly opinions: number;
}

function coverageLines({ coverage, book, period }: PeriodTotals): readonly string[] {
  const { asked, counted } = coverage;
  const named = (standing: "notSent" | "toCorrect"): string =>
    book.units
      .filter((unit) => unit.standing === standing)
      .map(({ short }) => short)
      .join(", ");
  const [notSent, toCorrect] = [named("notSent"), named("toCorrect")];
  return [
    `Báo cáo ${period.name} tính trên ${counted.length}/${asked.length} đơn vị.`,
    ...(notSent === "" ? [] : [`Chưa gửi, không có trong tổng: ${notSent}.`]),
    ...(toCorrect === "" ? [] : [`Phải sửa, không có trong tổng: ${toCorrect}.`]),
  ];
}

export const reportLines = (totals: PeriodTotals, counts: Counts, paths: readonly string[]): readonly string[] => [
  ...coverageLines(totals),
  `${counts.figures} số liệu gắn với sổ theo dõi, ${counts.pages} trang, ${counts.open} chỗ trong ngoặc vuông phải viết hoặc điền, ${counts.opinions} ý kiến của đơn vị.`,
  ...paths.map((path) => `Đã ghi ${path}`),
];
