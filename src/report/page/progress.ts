/** Progress against the targets that were set, by area: a table whose bars only repeat what its words say. */
import { findKey, isUpperLimit, type ValueKey } from "../../forms/index.js";
import { limitWord } from "../figure-words.js";
import type { FigureMeasure, PeriodTotals, ResolvedFigure, Scope, SetTarget, TargetSpan } from "../totals/index.js";
import { TARGET_MEASURES, WHOLE } from "../totals/index.js";
import { type Html, html } from "./html.js";
import type { PageFigures } from "./page-figures.js";
import { figureButton } from "./paper.js";

/** A bar's length, units of its picture: 100 is the target. */
const BAR = { most: 125, height: 12, target: 100 } as const;

const SPAN_WORDS: Readonly<Record<TargetSpan, string>> = { year: "năm", plan: "giai đoạn" };

/** What is held against a target: flows from the beginning of the year or plan, stocks and shares as they are. */
function achievedMeasure(key: ValueKey, span: TargetSpan, { context }: PeriodTotals): FigureMeasure {
  const isFlow = findKey(context.formSet, key)?.indicator.kind === "flow";
  if (!isFlow) return "thuc-hien";
  return span === "year" ? "luy-ke-nam" : "luy-ke";
}

/** A share is held against its target itself: no percentage of a percentage. */
const isShareOf = (key: ValueKey, { context }: PeriodTotals): boolean =>
  findKey(context.formSet, key)?.indicator.kind === "ratio";

/** The whole, and the areas that have units in this period. */
function scopesOf({ scopes, book }: PeriodTotals): readonly Scope[] {
  const areas = new Set(book.units.flatMap(({ standing, area }) => (standing === "notAsked" ? [] : (area ?? []))));
  return [...scopes.values()].filter(({ id, area }) => id === WHOLE || (area !== undefined && areas.has(area)));
}

/** How far a figure is on its way, percent of the target, of a range of its lower end; a share is held against it itself. */
function percentOf(achieved: ResolvedFigure, target: SetTarget, percent: ResolvedFigure): number | undefined {
  if (percent.value !== undefined) return percent.value;
  if (achieved.value === undefined || target.value <= 0) return undefined;
  return (achieved.value * 100) / target.value;
}

const LOOKS: Readonly<Record<string, string>> = { exceeded: "vuot", met: "dat", missed: "chua" };

/** The bar: filled up to the figure, with a line at the target. */
function bar(percent: number | undefined, verdict: string | undefined): Html {
  if (percent === undefined) return html``;
  const width = Math.round(Math.max(0, Math.min(BAR.most, percent)) * 10) / 10;
  return html`<svg class="way-bar ${LOOKS[verdict ?? ""] ?? ""}" viewBox="0 0 ${BAR.most} ${BAR.height}" preserveAspectRatio="none" aria-hidden="true"><rect class="way" width="${BAR.target}" height="${BAR.height}"/><rect class="done" width="${width}" height="${BAR.height}"/><path d="M${BAR.target} 0V${BAR.height}"/></svg>`;
}

function row(key: ValueKey, span: TargetSpan, scope: Scope, figures: PageFigures): Html | undefined {
  const { totals } = figures;
  const measures = TARGET_MEASURES[span];
  const ask = (measure: FigureMeasure) => figures.add({ key, scope, period: totals.period.id, measure });
  const set = totals.target(key, span, scope);
  if (set === undefined) return undefined;
  const achieved = ask(achievedMeasure(key, span, totals));
  // nobody in the scope files it
  if (achieved.figure.status === "notAsked") return undefined;
  const target = ask(measures.target);
  const percent = ask(measures.percent);
  const verdict = ask(measures.verdict);
  const share = percentOf(achieved.figure, set, percent.figure);
  const button = (asked: typeof achieved): Html => figureButton(asked, asked.figure.printed);
  const isWhole = scope.id === WHOLE;
  const isShare = isShareOf(key, totals);
  const limit = limitWord(set);
  return html`<tr${isWhole && html` class="whole"`}><th scope="row"><bdi>${scope.name}</bdi>${bar(share, verdict.figure.class)}</th><td class="n">${button(achieved)}</td><td class="n">${limit !== "" && html`<span class="quiet">${limit}</span> `}${button(target)}</td>${!isShare && html`<td class="n">${button(percent)}</td>`}<td>${button(verdict)}</td></tr>
`;
}

/** The section; undefined where no target was set. */
export function paintProgress(figures: PageFigures): Html | undefined {
  const { totals } = figures;
  const scopes = scopesOf(totals);
  const tables = totals.context.formSet.indicators.flatMap(({ name, code, target }) => {
    if (target === undefined || isUpperLimit(totals.context.formSet, code) || !totals.keys.includes(target.of))
      return [];
    const rows = scopes.flatMap((scope) => row(target.of, target.span, scope, figures) ?? []);
    if (rows.length === 0) return [];
    const achieved = findKey(totals.context.formSet, target.of)?.indicator;
    return [
      html`<div><h3 id="tien-do-${code}">${name} <span class="quiet">(${achieved?.unit ?? ""}; chỉ tiêu ${SPAN_WORDS[target.span]})</span></h3>
<div class="scroll" tabindex="0" role="region" aria-labelledby="tien-do-${code}"><table class="progress">
<thead><tr><th scope="col">Khu vực</th><th scope="col">Đã đạt</th><th scope="col">Chỉ tiêu</th>${!isShareOf(target.of, totals) && html`<th scope="col">Tỷ lệ</th>`}<th scope="col">Đánh giá</th></tr></thead>
<tbody>${rows}</tbody></table></div></div>
`,
    ];
  });
  if (tables.length === 0) return undefined;
  return html`<section aria-labelledby="tien-do"><h2 id="tien-do">Tiến độ thực hiện chỉ tiêu</h2>
<p class="quiet">Vạch đứng là mức chỉ tiêu (100%), của chỉ tiêu theo khoảng là mức thấp nhất. Thanh dài hơn vạch là nhiều hơn mức đó; đạt hay chưa xem ở cột Đánh giá.</p>
<div class="tables">
${tables}</div></section>
`;
}
