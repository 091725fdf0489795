/** Live texts of the check sheet: the figures that a check compares, what is wrong and what to do, cells still blank. */
import { parseExpression } from "../../forms/expression.js";
import type { Check, Measure } from "../../forms/form-set.js";
import { isEarlier } from "../../forms/measures.js";
import { quoteSheet } from "./address.js";
import { guarded, literal } from "./excel-text.js";
import { IDENTITY_NAMES } from "./layout-hidden.js";
import type { Resolver } from "./resolve.js";
import { CHECK_SHEET, RESULTS } from "./wording.js";
import type { BodyCell, FormSheet } from "./workbook-layout.js";

const NO_VALUE = literal(CHECK_SHEET.noValue);

/** A message with its figures, `{B05}`, as a formula; a figure that the workbook lacks is a gap. */
function withFigures(message: string, measure: Measure, resolver: Resolver): string {
  return message
    .split(/(\{[^{}]*\})/u)
    .filter((piece) => piece !== "")
    .map((piece) => {
      if (!/^\{.*\}$/u.test(piece)) return literal(piece);
      const { expression } = parseExpression(piece.slice(1, -1));
      const printed = expression && resolver.print(expression, measure);
      if (printed === undefined) return NO_VALUE;
      return guarded(`ROUND(${printed.text},2)`, printed.cells, NO_VALUE);
    })
    .join("&");
}

/** What is wrong and what to do, shown while the check is broken. */
export function checkMessage(check: Check, measure: Measure, result: string, resolver: Resolver): string {
  const text = `${withFigures(check.message, measure, resolver)}&" "&${literal(check.remedy)}`;
  return `IF(${result}=${literal(RESULTS.broken[check.severity])},${text},"")`;
}

/** Runs of neighbouring open cells of a column, as ranges. */
function ranges(cells: readonly BodyCell[], sheet: string): readonly string[] {
  const runs: [BodyCell, BodyCell][] = [];
  for (const cell of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1].column === cell.column && run[1].row === cell.row - 1) run[1] = cell;
    else runs.push([cell, cell]);
  }
  return runs.map(([first, last]) => `${quoteSheet(sheet)}!${first.address}:${last.address}`);
}

/** What a unit must fill: its own figures and unlocked years; openings and same periods where nothing is locked yet. */
function requirement({ content }: BodyCell): "always" | "initial" | undefined {
  if (content.kind === "prefilled") return content.prefilled.source === "samePeriod" ? "initial" : undefined;
  if (content.kind !== "value") return undefined;
  const { role, measure } = content.value;
  if (role === "opening") return isEarlier(measure) ? "always" : "initial";
  return role === "typed" && measure === "actual" ? "always" : undefined;
}

function countBlanks(forms: readonly FormSheet[], wanted: "always" | "initial"): string {
  const found = forms.flatMap(({ sheet, cells }) =>
    ranges(
      cells.filter((cell) => requirement(cell) === wanted),
      sheet,
    ),
  );
  return found.map((range) => `COUNTBLANK(${range})`).join("+") || "0";
}

/** Counts the cells that a unit must fill and has not. */
export function blankCells(forms: readonly FormSheet[]): string {
  return `${countBlanks(forms, "always")}+(${countBlanks(forms, "initial")})*${IDENTITY_NAMES.initial}`;
}
