/** Puts the formulas into a placed form. */
import { columnFormula, printExcel } from "../../forms/expression.js";
import type { Indicator } from "../../forms/form-set.js";
import { guarded, literal, shownFrom } from "./excel-text.js";
import type { PlacedForm } from "./place-form.js";
import type { PlacedCell } from "./place-rows.js";
import { numberOf, type Placing } from "./placing.js";
import type { Resolver } from "./resolve.js";
import { achieved, figureIn, valueFormula } from "./value-formulas.js";
import { VERDICTS } from "./wording.js";
import type { BodyCell, BodyContent, ValueCell } from "./workbook-layout.js";

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

/** Vượt, Đạt or Chưa đạt, by the target's comparator; above only what "at least" already meets. */
function verdictText({ comparator }: Indicator, value: string, target: string): string {
  const [met, above] = {
    ">=": [`${value}>=${target}`, `${value}>${target}`],
    ">": [`${value}>${target}`, undefined],
    "=": [`${value}=${target}`, undefined],
    "<=": [`${value}<=${target}`, `${value}<${target}`],
  }[comparator ?? ">="] as [string, string | undefined];
  const verdict = `IF(${met},${literal(VERDICTS.met)},${literal(VERDICTS.missed)})`;
  return above === undefined ? verdict : `IF(${above},${literal(VERDICTS.above)},${verdict})`;
}

function verdict(placing: Placing, rowCells: readonly PlacedCell[]): string | undefined {
  for (const [content, span] of [
    ["target", "year"],
    ["spanTarget", "plan"],
  ] as const) {
    const target = figureIn(rowCells, (column) => column.content === content);
    const value = achieved(rowCells, span);
    if (target === undefined || value === undefined) continue;
    const shown = target.content;
    const code =
      shown.kind === "prefilled" ? shown.prefilled.key : shown.kind === "prefilledEcho" ? shown.of.key : undefined;
    if (code === undefined) continue;
    const text = verdictText(placing.indicatorOf(code), value.address, target.address);
    return guarded(text, [value.address, target.address]);
  }
  return undefined;
}

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
