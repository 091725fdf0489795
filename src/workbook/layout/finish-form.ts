/** Puts the formulas into a placed form. */
import { columnFormula, printExcel } from "../../forms/expression.js";
import type { Comparator } from "../../forms/form-set.js";
import { isUpperLimit } from "../../forms/targets.js";
import { guarded, literal, shownFrom } from "./excel-text.js";
import type { PlacedForm } from "./place-form.js";
import type { PlacedCell } from "./place-rows.js";
import { numberOf, type Placing } from "./placing.js";
import type { Resolver } from "./resolve.js";
import { achieved, figureIn, valueFormula } from "./value-formulas.js";
import { VERDICTS } from "./wording.js";
import type { BodyCell, BodyContent, PrefilledCell, ValueCell } from "./workbook-layout.js";

const NOT_APPLICABLE: BodyContent = { kind: "notApplicable" };

/** "4*100/5" over the cells of the row; a column that does not apply takes the result with it. */
function printColumns(formula: string, rowCells: readonly PlacedCell[]): string | undefined {
  const { expression } = columnFormula(formula);
  if (expression === undefined) return undefined;
  const cells = new Set<string>();
  const text = printExcel(expression, ({ key }) => {
    const cell = figureIn(rowCells, ({ number }) => number === key);
    if (cell !== undefined) cells.add(cell.address);
    return cell?.address;
  });
  return text && guarded(text, [...cells]);
}

/** Vượt, Đạt or Chưa đạt; "Vượt" only of what is to be reached, never of what must not be exceeded. */
function verdictText(comparator: Exclude<Comparator, "range">, value: string, target: string): string {
  const verdict = `IF(${value}${comparator}${target},${literal(VERDICTS.met)},${literal(VERDICTS.missed)})`;
  return comparator === ">=" ? `IF(${value}>${target},${literal(VERDICTS.above)},${verdict})` : verdict;
}

const isWithin = (value: string, lower: string, upper: string): string =>
  `IF(AND(${value}>=${lower},${value}<=${upper}),${literal(VERDICTS.met)},${literal(VERDICTS.missed)})`;

function verdict(placing: Placing, rowCells: readonly PlacedCell[]): string | undefined {
  for (const [content, span] of [
    ["target", "year"],
    ["spanTarget", "plan"],
  ] as const) {
    const target = figureIn(rowCells, (column) => column.content === content);
    const value = achieved(rowCells, span);
    if (target === undefined || value === undefined) continue;
    const shown = target.content;
    if (shown.kind === "range") {
      const [lower, upper] = shown.ends.map(({ definedName }) => definedName) as [string, string];
      return guarded(isWithin(value.address, lower, upper), [value.address, lower, upper]);
    }
    const code =
      shown.kind === "prefilled" ? shown.prefilled.key : shown.kind === "prefilledEcho" ? shown.of.key : undefined;
    if (code === undefined) continue;
    const { comparator = ">=" } = placing.indicatorOf(code);
    // the upper end of a range, in a row of its own, is no target that a figure is held against
    if (comparator === "range" || isUpperLimit(placing.formSet, code)) continue;
    return guarded(verdictText(comparator, value.address, target.address), [value.address, target.address]);
  }
  return undefined;
}

/** "từ 20 đến 25": joined by the program that shows it, so that decimals are written as its reader has them. */
const rangeText = ([lower, upper]: readonly [PrefilledCell, PrefilledCell]): string =>
  guarded(`"từ "&${lower.definedName}&" đến "&${upper.definedName}`, [lower.definedName, upper.definedName]);

function formulaContent(formula: string | undefined, format: "whole" | "decimal" | "percent" | "text"): BodyContent {
  return formula === undefined ? NOT_APPLICABLE : { kind: "formula", formula, format };
}

/**
 * The form's cells with their formulas. A value that the workbook cannot compute is crossed out.
 *
 * @returns cells, and the values among them as they stand
 */
export function finishForm(
  { cells }: PlacedForm,
  placing: Placing,
  resolver: Resolver,
): { readonly cells: readonly BodyCell[]; readonly values: readonly ValueCell[] } {
  const rows = new Map<number, PlacedCell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const values: ValueCell[] = [];

  const finish = ({ content, row }: PlacedCell): BodyContent => {
    const rowCells = rows.get(row) ?? [];
    switch (content.kind) {
      case "value": {
        const { value } = content;
        const formula = valueFormula(value, rowCells, content.spanTotal, placing, resolver);
        if (formula === undefined && (value.role === "computed" || value.role === "echo")) return NOT_APPLICABLE;
        const finished = formula === undefined ? value : { ...value, formula };
        values.push(finished);
        return { kind: "value", value: finished };
      }
      case "prefilledEcho":
        return formulaContent(shownFrom(content.of.definedName), content.of.number);
      case "range":
        return formulaContent(rangeText(content.ends), "text");
      case "cumulative": {
        const before = placing.hiddenFigure("cumulative", content.key).definedName;
        const now = resolver.home(content.key, "actual")?.definedName;
        return formulaContent(
          now && guarded(`${before}+${now}`, [before, now]),
          numberOf(placing.indicatorOf(content.key)),
        );
      }
      case "columnFormula":
        return formulaContent(printColumns(content.formula, rowCells), "percent");
      case "verdict":
        return formulaContent(verdict(placing, rowCells), "text");
      default:
        return content;
    }
  };
  return { cells: cells.map((cell) => ({ ...cell, content: finish(cell) })), values };
}
