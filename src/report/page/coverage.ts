/** Whose figures are in the report, and whose are not: what is missing is not zero. */
import type { BookUnit, PeriodTotals } from "../totals/index.js";
import { type Html, html } from "./html.js";

const REASONS: readonly {
  readonly words: string;
  readonly holds: (unit: BookUnit) => boolean;
}[] = [
  { words: "Chưa gửi báo cáo, không có trong tổng", holds: ({ standing }) => standing === "notSent" },
  { words: "Báo cáo phải sửa, không có trong tổng", holds: ({ standing }) => standing === "toCorrect" },
  {
    words: "Có trong tổng, còn phải giải trình",
    holds: ({ standing, toExplain }) => standing === "counted" && toExplain,
  },
];

/** Names of units in the open; of longer lists behind a fold. */
const NAMES_SHOWN = 12;

function names(units: readonly BookUnit[]): Html {
  const list = html`<ul class="units">${units.map(
    ({ code, name }) =>
      html`<li><button type="button" class="don-vi" data-don-vi="${code}"><bdi>${name}</bdi></button></li>`,
  )}</ul>`;
  return units.length <= NAMES_SHOWN
    ? list
    : html`<details><summary>Xem tên ${units.length} đơn vị</summary>${list}</details>`;
}

/** "22/24 đơn vị". */
export const coverageInWords = ({ coverage: { counted, asked } }: PeriodTotals): string =>
  `${counted.length}/${asked.length} đơn vị`;

export function paintCoverage(totals: PeriodTotals): Html {
  const lists = REASONS.flatMap(({ words, holds }) => {
    const units = totals.book.units.filter(holds);
    return units.length === 0 ? [] : [html`<h3>${words}: ${units.length} đơn vị</h3>\n${names(units)}\n`];
  });
  const all = lists.length === 0 && html`<p>Mọi đơn vị đã gửi, không còn gì phải giải trình.</p>`;
  return html`<section aria-labelledby="pham-vi"><h2 id="pham-vi">Số liệu của ${coverageInWords(totals)}</h2>
${lists}${all}</section>
`;
}
