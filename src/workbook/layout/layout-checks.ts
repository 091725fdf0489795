/** The check sheet: every check of the unit's scope with a live result. */
import { conditionOf } from "../../forms/compiled.js";
import type { Expression } from "../../forms/expression.js";
import { checksFor } from "../../forms/filing.js";
import type { Check, Measure } from "../../forms/form-set.js";
import { columnLetter } from "./address.js";
import { blankCells, checkMessage } from "./check-texts.js";
import { describeCondition, describeFigures } from "./condition.js";
import { allNumbers, literal } from "./excel-text.js";
import { explanationName, resultName } from "./names.js";
import type { PlacedValue, Placing } from "./placing.js";
import type { Resolver } from "./resolve.js";
import { type PrintedTruth, printTruth } from "./truth.js";
import { CHECK_SHEET, measureSuffix, RESULTS, SHEETS } from "./wording.js";
import type { CheckPlace, CheckSheet, FormSheet, ValueCell } from "./workbook-layout.js";

/** Columns: codes (hidden), then as headed. */
export const CHECK_COLUMNS = {
  code: 1,
  ordinal: 2,
  id: 3,
  condition: 4,
  result: 5,
  figures: 6,
  message: 7,
  explanation: 8,
} as const;
export const CHECK_ROWS = { unit: 2, title: 3, period: 4, hint: 5, firstCount: 7 } as const;

/** Measures in which a check is tried: it is shown in the first that the workbook holds. */
const TRIED: readonly Measure[] = ["actual", "estimate", "official"];

interface Printable {
  readonly check: Check;
  readonly condition: Expression;
  readonly measure: Measure;
  readonly truth: PrintedTruth | undefined;
}

/** A check in the measure that the workbook holds; left to the desk where it holds only part of what is needed. */
function printCheck(check: Check, placing: Placing, resolver: Resolver): readonly Printable[] {
  const condition = conditionOf(placing.formSet, check);
  for (const measure of TRIED) {
    const truth = printTruth(resolver, condition, measure);
    if (truth?.values.some((value) => value.measure === measure)) return [{ check, condition, measure, truth }];
  }
  // what no sheet of the workbook holds the desk does not get either
  return resolver.touches(condition) && resolver.holds(condition)
    ? [{ check, condition, measure: "actual", truth: undefined }]
    : [];
}

/** Cells of earlier figures that the desk may not have: without them only the desk can check. */
function earlierCells(cells: readonly string[], placing: Placing): readonly string[] {
  const earlier = new Set(
    placing.prefilled.filter(({ source }) => source !== "openings").map(({ definedName }) => definedName),
  );
  return cells.filter((cell) => earlier.has(cell));
}

function resultFormula(
  { check, truth }: Printable,
  explanations: readonly string[],
  placing: Placing,
): string | undefined {
  if (truth === undefined) return undefined;
  const explained = explanations.map((cell) => `LEN(${cell})`).join("+");
  const broken =
    check.severity === "explain"
      ? `IF(${explained}>0,${literal(RESULTS.explained)},${literal(RESULTS.broken.explain)})`
      : literal(RESULTS.broken[check.severity]);
  // 0 broken, 0.5 unknown, 1 met
  const answer = `CHOOSE(1+2*${truth.text},${broken},${literal(RESULTS.missing)},${literal(RESULTS.met)})`;
  const known = allNumbers(earlierCells(truth.cells, placing));
  return known === undefined ? answer : `IF(${known},${answer},${literal(RESULTS.desk)})`;
}

/** The notes beside the values, where an explanation may stand as well. */
const notesOf = (values: readonly PlacedValue[]): readonly string[] => [
  ...new Set(values.flatMap(({ note }) => (note === undefined ? [] : [note]))),
];

/**
 * Lays out the check sheet.
 *
 * @param forms finished forms, whose open cells are counted
 */
export function layoutChecks(
  forms: readonly FormSheet[],
  values: readonly ValueCell[],
  placing: Placing,
  resolver: Resolver,
): CheckSheet {
  const sheet = SHEETS.checks;
  const labels = Object.entries(CHECK_SHEET.counts) as [keyof typeof CHECK_SHEET.counts, string][];
  const headRow = CHECK_ROWS.firstCount + labels.length + 1;
  const finished = new Map(values.map((value) => [value.definedName, value]));
  const lines = checksFor(placing.formSet, "unit", placing.periodKind)
    .flatMap((check) => printCheck(check, placing, resolver))
    .map((printable, index): CheckPlace => {
      const { check, condition, measure, truth } = printable;
      const row = headRow + 1 + index;
      const result = placing.anchor(sheet, row, CHECK_COLUMNS.result, resultName(check.id, measure));
      const explanation = placing.anchor(sheet, row, CHECK_COLUMNS.explanation, explanationName(check.id, measure));
      const explanations = [explanation.definedName, ...notesOf(truth?.values ?? [])];
      const formula = resultFormula(printable, explanations, placing);
      const shared = {
        check,
        measure,
        code: measure === "actual" ? check.id : `${check.id}/${measure}`,
        row,
        result,
        explanation,
        condition: describeCondition(check, placing.formSet) + measureSuffix(measure),
        values: (truth?.values ?? []).map((value) => finished.get(value.definedName) ?? value),
      };
      if (formula === undefined) return shared;
      const figures = describeFigures(condition, measure, resolver);
      return {
        ...shared,
        resultFormula: formula,
        figures,
        messageFormula: checkMessage(check, measure, result.definedName, resolver),
      };
    });
  const last = Math.max(headRow, headRow + lines.length);
  const letter = columnLetter(CHECK_COLUMNS.result);
  const results = `$${letter}$${headRow + 1}:$${letter}$${Math.max(headRow + 1, last)}`;
  const count = (text: string): string => `COUNTIF(${results},${literal(text)})`;
  const formulas: Record<keyof typeof CHECK_SHEET.counts, string> = {
    blank: blankCells(forms),
    error: count(RESULTS.broken.error),
    explain: count(RESULTS.broken.explain),
    missing: count(RESULTS.missing),
    met: count(RESULTS.met),
  };
  const counts = labels.map(([id, label], index) => {
    const row = CHECK_ROWS.firstCount + index;
    return {
      row,
      label,
      cell: placing.anchor(sheet, row, CHECK_COLUMNS.result, `vt_dem_${id}`),
      formula: formulas[id],
    };
  });
  return { kind: "checks", sheet, code: "vanthu:checks", counts, headRow, lines, last };
}
