/** What a computed column of a form shows in a row: worked out from the figures, as the workbook's own formula does. */
import { columnFormula, evaluate } from "../../../forms/expression.js";
import { targetOf } from "../../../forms/targets.js";
import type { BodyCell } from "../../layout/index.js";
import type { ReadingPlan } from "../anchors/reading-plan.js";
import type { Figures } from "./figures.js";

/**
 * The figure of a body cell.
 *
 * @param cells all body cells of the form
 * @param open cells that wait for this one: a formula that leads back to them has no result
 * @returns "unknown" for what is no figure, such as a verdict
 */
export function columnFigure(
  cell: BodyCell,
  cells: readonly BodyCell[],
  plan: ReadingPlan,
  figures: Figures,
  open: readonly BodyCell[] = [],
): number | undefined | "unknown" {
  const { content, source } = cell;
  if (content.kind === "value") return figures.value(content.value.key, content.value.measure);
  if (content.kind === "prefilled") return figures.prefilled(content.prefilled.source, content.prefilled.key);
  if (content.kind !== "formula") return undefined;
  const key = keyOfRow(cell, cells, plan);
  switch (source.content) {
    case "computed":
      return open.includes(cell) ? undefined : computed(cell, cells, plan, figures, [...open, cell]);
    case "samePeriod":
      return key === undefined ? "unknown" : figures.prefilled("samePeriod", key);
    case "target":
    case "spanTarget": {
      const target =
        key === undefined ? undefined : targetOf(plan.formSet, key, source.content === "target" ? "year" : "plan");
      return target === undefined ? "unknown" : figures.prefilled("targets", target.code);
    }
    case "cumulative": {
      const [before, now] =
        key === undefined ? [] : [figures.prefilled("cumulative", key), figures.value(key, "actual")];
      return before === undefined || now === undefined ? undefined : before + now;
    }
    default:
      return "unknown";
  }
}

function computed(
  { source, row }: BodyCell,
  cells: readonly BodyCell[],
  plan: ReadingPlan,
  figures: Figures,
  open: readonly BodyCell[],
): number | undefined | "unknown" {
  const { expression } = columnFormula(source.formula ?? "");
  if (expression === undefined) return "unknown";
  const result = evaluate(expression, {
    resolve: ({ key }) => {
      const operand = cells.find((other) => other.row === row && other.source.number === key);
      const figure = operand && columnFigure(operand, cells, plan, figures, open);
      return figure === "unknown" ? undefined : figure;
    },
  });
  return typeof result === "number" ? result : undefined;
}

function keyOfRow({ row }: BodyCell, cells: readonly BodyCell[], plan: ReadingPlan): string | undefined {
  for (const { row: other, content } of cells) {
    if (other === row && content.kind === "value") return content.value.key;
  }
  const form = plan.forms.find(({ cells: own }) => own === cells);
  return form?.rows.find((place) => place.row === row)?.source?.indicator;
}
