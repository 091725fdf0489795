/** Annexes of a period: consolidated forms as tables. */
import { findKey } from "../../forms/index.js";
import { sayDay } from "../../periods/index.js";
import { FORM_SHEET } from "../../workbook/layout/wording.js";
import { type PeriodTotals, type Scope, sayMissing, WHOLE } from "../totals/index.js";
import { type AnnexForm, annexForms } from "./annex-forms.js";
import type { AnnexRow, AnnexTable } from "./annex-table.js";
import { indicatorRows } from "./indicator-rows.js";
import { unitRows } from "./unit-rows.js";

export interface AnnexOptions {
  /** Where the total of a form with a row a unit stands; last when absent. */
  readonly totals?: "first" | "last";
  /** Of forms whose rows are indicators; the whole when absent. */
  readonly scope?: Scope;
}

/** "Tổng hợp từ 22/24 đơn vị; chưa có số liệu: …" over the figures of a form. */
function coverageOf(keys: readonly string[], totals: PeriodTotals, scope: Scope): string {
  const asked = new Set<string>();
  const missing = new Map<string, string>();
  for (const key of keys) {
    const { coverage } = totals.total(key, scope);
    for (const code of coverage.counted) asked.add(code);
    for (const unit of coverage.missing) {
      asked.add(unit.unit);
      // who left one figure open has still reported
      if (unit.reason !== "blank") missing.set(unit.unit, sayMissing(unit));
    }
  }
  const head = `Tổng hợp từ ${asked.size - missing.size}/${asked.size} đơn vị`;
  return missing.size === 0 ? `${head}.` : `${head}; chưa có số liệu: ${[...missing.values()].join(", ")}.`;
}

/** Columns in which the rows of units are second sources: their total is the authoritative one. */
function sourceNotes(form: AnnexForm, totals: PeriodTotals): readonly string[] {
  const { formSet } = totals.context;
  const sources = new Map<string, string[]>();
  for (const { indicator, number } of form.columns) {
    const source = indicator === undefined ? undefined : findKey(formSet, indicator)?.indicator.source;
    const second = totals.book.units.some(
      ({ kind, standing }) =>
        indicator !== undefined &&
        kind !== undefined &&
        kind !== source &&
        standing !== "notAsked" &&
        totals.sums.asked.needs(kind, indicator, "actual", true).length > 0,
    );
    if (source !== undefined && second) sources.set(source, [...(sources.get(source) ?? []), number]);
  }
  return [...sources].map(([source, columns]) => {
    const name = formSet.unitKinds.find(({ id }) => id === source)?.name ?? source;
    return `Cột ${columns.join(", ")}: tổng cộng là số chính thức của ${name}; số ở dòng các đơn vị khác để đối soát, không cộng.`;
  });
}

/** What the signs of a table mean, where it has them. */
function saySigns(rows: readonly AnnexRow[]): string | undefined {
  const kinds = new Set(rows.flatMap(({ cells }) => cells.map(({ kind }) => kind)));
  const signs = [
    ...(kinds.has("notApplicable") ? [`“${FORM_SHEET.notApplicable}” là không áp dụng`] : []),
    ...(kinds.has("blank") ? ["ô để trống là chưa có số liệu"] : []),
  ];
  const [first = "", ...others] = signs;
  return first === "" ? undefined : `${[first.charAt(0).toUpperCase() + first.slice(1), ...others].join("; ")}.`;
}

/**
 * Fills one form.
 *
 * @throws RangeError when the totals know no whole
 */
export function buildAnnex(form: AnnexForm, totals: PeriodTotals, options: AnnexOptions = {}): AnnexTable {
  const scope = options.scope ?? totals.scopes.get(WHOLE);
  if (scope === undefined) throw new RangeError("no scope of the whole");
  const { period } = totals;
  const filled =
    form.rows === undefined
      ? { rows: unitRows(form, totals, { totals: options.totals ?? "last" }), notes: sourceNotes(form, totals) }
      : indicatorRows(form, totals, scope);
  const keys = (form.rows ?? form.columns).flatMap(({ indicator }) => indicator ?? []);
  const signs = saySigns(filled.rows);
  const { id, number, title, orientation, unitOfCount, columns } = form;
  return {
    ...{ form: id, number, title, orientation, columns, rows: filled.rows },
    notes: filled.notes,
    ...(signs === undefined ? {} : { signs }),
    proposal: totals.context.formSet.proposal,
    ...(unitOfCount === undefined ? {} : { unitOfCount }),
    period: period.name,
    window: FORM_SHEET.window(sayDay(period.window.from), sayDay(period.window.to)),
    coverage: coverageOf(keys, totals, scope),
  };
}

/** All annexes of a period, in the order of the form set. */
export const buildAnnexes = (totals: PeriodTotals, options: AnnexOptions = {}): readonly AnnexTable[] =>
  annexForms(totals.context.formSet, totals.period.kind).map((form) => buildAnnex(form, totals, options));
