/** Rows of a form whose rows are indicators, over a scope: Biểu 2, Biểu 4, those of reviews. */
import { type FormColumn, type FormRow, findKey } from "../../forms/index.js";
import {
  type Compared,
  type FigureMeasure,
  isFigureMeasure,
  type PeriodTotals,
  type ResolvedFigure,
  type Scope,
  VERDICT_WORDS,
} from "../totals/index.js";
import type { AnnexForm } from "./annex-forms.js";
import type { AnnexCell, AnnexRow } from "./annex-table.js";
import { BLANK, figure, NOT_APPLICABLE, ofColumns, text, withColumnFormulas } from "./cells.js";

/** What columns ask of a figure. */
const ASKED: { readonly [C in FormColumn["content"]]?: FigureMeasure } = {
  actual: "thuc-hien",
  spanTotal: "thuc-hien",
  estimate: "uoc",
  official: "chinh-thuc",
  samePeriod: "cung-ky",
  target: "chi-tieu",
  spanTarget: "chi-tieu-giai-doan",
  cumulative: "luy-ke",
  baseline: "truoc-ke-hoach",
};

/** What a column asks of a figure; of reviews also figures of earlier times, as units reported them. */
function askedIn({ content, year = 1 }: FormColumn): FigureMeasure | undefined {
  const name = content === "ofYear" ? `nam-${year}` : (ASKED[content] ?? "");
  return isFigureMeasure(name) ? name : undefined;
}

function answered({ status, value, unitOfCount, binding, target, printedInTable }: ResolvedFigure): AnnexCell {
  if (value !== undefined) return figure(value, unitOfCount, binding);
  if (status === "reported" && target?.comparator === "range") return { kind: "text", text: printedInTable, binding };
  return status === "notAsked" || status === "noTarget" ? NOT_APPLICABLE : BLANK;
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

export interface IndicatorRows {
  readonly rows: readonly AnnexRow[];
  /** Rows whose comparison is over fewer units than their figure. */
  readonly notes: readonly string[];
}

/** Over how many units figures are held against last year's; for which rows, where it is not the same for all. */
function comparisonNotes(
  partials: readonly { readonly compared: Compared; readonly labels: readonly string[] }[],
  totals: PeriodTotals,
): readonly string[] {
  return partials.map(({ compared: { units, leftOut }, labels }) => {
    const rows = partials.length === 1 ? "" : ` (${labels.join("; ")})`;
    const names = leftOut.map((code) => totals.scopes.get(code)?.name ?? code).join(", ");
    const head = `Cùng kỳ năm trước${rows}: so trên ${units.length}/${units.length + leftOut.length} đơn vị`;
    return `${head}; không so sánh được: ${names}.`;
  });
}

/** The rows of a form over a scope. */
export function indicatorRows(form: AnnexForm, totals: PeriodTotals, scope: Scope): IndicatorRows {
  const { formSet } = totals.context;
  const partials = new Map<string, { compared: Compared; labels: readonly string[] }>();

  const cellsOf = (row: FormRow): readonly AnnexCell[] => {
    const { indicator: key, ordinal, label, notApplicable = [] } = row;
    const unitOfCount = key === undefined ? "" : (findKey(formSet, key)?.indicator.unit ?? "");
    const ask = (measure: FigureMeasure): ResolvedFigure | undefined =>
      key === undefined ? undefined : totals.figure({ key, scope, period: totals.period.id, measure });
    const compared = form.columns.some(({ content }) => content === "samePeriod")
      ? ask("cung-ky")?.comparison
      : undefined;
    const partial = compared?.kind === "compared" && compared.leftOut.length > 0 ? compared : undefined;
    if (partial !== undefined) {
      const left = partial.leftOut.join();
      partials.set(left, { compared: partial, labels: [...(partials.get(left)?.labels ?? []), label] });
    }
    const simple = form.columns.map((column): AnnexCell => {
      const { content, number } = column;
      if (content === "ordinal") return text(ordinal);
      if (content === "label") return text(label);
      if (content === "unitOfCount") return text(unitOfCount);
      if (key === undefined || content === "note") return text("");
      if (notApplicable.includes(number)) return NOT_APPLICABLE;
      if (content === "verdict") {
        const found = ask("danh-gia");
        const word = found?.class !== undefined && found.class in VERDICT_WORDS ? found.printed : undefined;
        if (found === undefined || word === undefined) return NOT_APPLICABLE;
        return { kind: "text", text: capital(word), binding: found.binding };
      }
      const asked = askedIn(column);
      const found = asked === undefined ? undefined : ask(asked);
      return found === undefined ? BLANK : answered(found);
    });
    // a percentage of last year is over the ground of the comparison, which may be less than that of the figure
    const numberAt = (index: number, formula: string): number | undefined => {
      const cell = simple[index];
      const usesLastYear = form.columns.some(
        ({ content, number }) => content === "samePeriod" && formula.match(/\d+/gu)?.includes(number),
      );
      const isActual = form.columns[index]?.content === "actual";
      if (partial !== undefined && usesLastYear && isActual) return partial.value.value;
      return cell?.kind === "figure" ? cell.value : undefined;
    };
    const cells = simple.map((cell, index): AnnexCell => {
      const column = form.columns[index];
      if (key === undefined || column?.formula === undefined || cell.kind === "notApplicable") return cell;
      const { formula } = column;
      const value = ofColumns(formula, form.columns, (at) => numberAt(at, formula));
      return value === undefined ? BLANK : figure(value, "%");
    });
    return withColumnFormulas(cells, form.columns);
  };

  const rows = (form.rows ?? []).map(
    (row): AnnexRow => ({ kind: row.indicator === undefined ? "heading" : "indicator", cells: cellsOf(row) }),
  );
  return { rows, notes: comparisonNotes([...partials.values()], totals) };
}
