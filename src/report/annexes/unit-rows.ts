/** Rows of a consolidated form: a row a unit, areas with their subtotals, the total first or last. */
import { type FormColumn, findKey, type Measure } from "../../forms/index.js";
import { printRoman } from "../../norms/numerals.js";
import { findUnit, groupByArea } from "../../organisation/index.js";
import { areaScope, type PeriodTotals, type Scope, type Total, WHOLE } from "../totals/index.js";
import type { AnnexForm } from "./annex-forms.js";
import type { AnnexCell, AnnexRow } from "./annex-table.js";
import { BLANK, figure, NOT_APPLICABLE, text, withColumnFormulas, withSums } from "./cells.js";

export interface RowsOptions {
  readonly totals: "first" | "last";
}

/** The measure that a column of a consolidated form shows. */
const measureOf = ({ content }: FormColumn): Measure =>
  content === "estimate" || content === "official" ? content : "actual";

function cellOf(total: Total, unitOfCount: string, binding?: string): AnnexCell {
  if (total.value !== undefined) return figure(total.value, unitOfCount, binding);
  return total.isAsked ? BLANK : NOT_APPLICABLE;
}

interface RowHead {
  readonly ordinal: string;
  readonly label: string;
  readonly note?: string;
}

/** Cells of a scope, column by column, with the columns' own formulas. */
function cellsOf(form: AnnexForm, totals: PeriodTotals, scope: Scope, head: RowHead): readonly AnnexCell[] {
  const { formSet } = totals.context;
  const cells = form.columns.map((column): AnnexCell => {
    const { content, indicator } = column;
    if (content === "ordinal") return text(head.ordinal);
    if (content === "label") return text(head.label);
    if (content === "note") return text(head.note ?? "");
    if (indicator === undefined) return BLANK;
    const measure = measureOf(column);
    const total = totals.total(indicator, scope, measure);
    const binding = measure === "actual" ? `vt:${indicator}/${scope.id}/${totals.period.id}` : undefined;
    return cellOf(total, findKey(formSet, indicator)?.indicator.unit ?? "", binding);
  });
  return withColumnFormulas(cells, form.columns);
}

/** Units that are asked for something that the form shows, in the order of the register. */
function unitsIn(form: AnnexForm, totals: PeriodTotals) {
  const { asked } = totals.sums;
  const columns = form.columns.flatMap((column) =>
    column.indicator === undefined ? [] : [{ key: column.indicator, measure: measureOf(column) }],
  );
  return totals.book.units.filter(
    ({ kind, standing }) =>
      kind !== undefined &&
      standing !== "notAsked" &&
      columns.some(({ key, measure }) => asked.needs(kind, key, measure, true).length > 0),
  );
}

const STANDING_NOTES = { notSent: "Chưa gửi báo cáo", toCorrect: "Báo cáo phải sửa" } as const;

/** The rows of a form with a row a unit. Live sums take in only the rows of units whose figures count. */
export function unitRows(form: AnnexForm, totals: PeriodTotals, options: RowsOptions): readonly AnnexRow[] {
  const { register } = totals.context;
  const shown = new Map(unitsIn(form, totals).map((unit) => [unit.code, unit]));
  const groups = groupByArea(
    register,
    [...shown.keys()].flatMap((code) => findUnit(register, code) ?? []),
  );
  const named = groups.length > 1 || groups[0]?.area !== undefined;
  const whole = totals.scopes.get(WHOLE);
  if (whole === undefined) return [];
  const first = options.totals === "first" ? 1 : 0;
  const rows: AnnexRow[] = [];
  const groupRows: number[] = [];
  const unitRowsAll: number[] = [];
  const counting: boolean[][] = [];
  let ordinal = 0;
  groups.forEach(({ area, units }, place) => {
    const groupRow = rows.length + first;
    const scope = area === undefined ? undefined : areaScope(totals.scopes, area);
    const head = { ordinal: printRoman(place + 1), label: area ?? "Không thuộc khu vực" };
    const groupCells =
      scope === undefined
        ? form.columns.map(
            ({ content }): AnnexCell =>
              content === "ordinal" ? text(head.ordinal) : content === "label" ? text(head.label) : BLANK,
          )
        : cellsOf(form, totals, scope, head);
    if (named) {
      rows.push({ kind: "group", cells: groupCells });
      groupRows.push(groupRow);
    }
    const own: number[] = [];
    for (const { code } of units) {
      const unit = shown.get(code);
      const unitScope = totals.scopes.get(code);
      if (unit === undefined || unitScope === undefined) continue;
      ordinal += 1;
      const note =
        unit.standing === "counted" ? "" : STANDING_NOTES[unit.standing === "toCorrect" ? "toCorrect" : "notSent"];
      const cells = cellsOf(form, totals, unitScope, { ordinal: String(ordinal), label: unit.short, note });
      const row = rows.length + first;
      own.push(row);
      unitRowsAll.push(row);
      counting[row] = form.columns.map(
        ({ indicator }) => indicator === undefined || !totals.total(indicator, unitScope).secondSource,
      );
      rows.push({ kind: "unit", cells });
    }
    if (!named) return;
    const at = groupRow - first;
    const shifted: AnnexRow[] = first === 1 ? [{ kind: "total", cells: [] }, ...rows] : rows;
    const summed = withSums(groupCells, shifted, own, (row, column) => counting[row]?.[column] ?? true);
    rows[at] = { kind: "group", cells: summed };
  });
  const label = { ordinal: "", label: "Tổng cộng" };
  const totalCells = cellsOf(form, totals, whole, label);
  const shifted: AnnexRow[] = first === 1 ? [{ kind: "total", cells: [] }, ...rows] : rows;
  const counts = (row: number, column: number): boolean => counting[row]?.[column] ?? true;
  const overUnits = (cells: readonly AnnexCell[]) => withSums(cells, shifted, unitRowsAll, counts);
  const overGroups = withSums(totalCells, shifted, named ? groupRows : [], () => true);
  const total: AnnexRow = { kind: "total", cells: overUnits(overGroups) };
  return first === 1 ? [total, ...rows] : [...rows, total];
}
