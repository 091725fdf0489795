/** Draws the check sheet. */
import type { ConditionalFormattingRule, Worksheet } from "exceljs";
import { addressOf, CHECK_COLUMNS, type CheckSheet, columnLetter } from "../layout/index.js";
import { CHECK_ROWS } from "../layout/layout-checks.js";
import { CHECK_SHEET, RESULTS } from "../layout/wording.js";
import { protect, put, putAcross, putCorner, putRowCode, setUpPrint, setWidth } from "./draw-sheet.js";
import { textHeight } from "./heights.js";
import { LOOKS, RULE_LOOKS } from "./looks.js";
import { token } from "./tokens.js";
import { setRules } from "./validation.js";

const WIDTHS = { ordinal: 10, id: 28, condition: 95, result: 28, figures: 40, message: 85, explanation: 55 } as const;
const SMALL_SIZE = 11;
/** As long as figures get, for the height of rows. */
const FIGURE_ROOM = "10.000";

/** Results with their looks. */
const RESULT_RULES: readonly (readonly [readonly string[], ConditionalFormattingRule["style"]])[] = [
  [[RESULTS.broken.error], RULE_LOOKS.broken],
  [[RESULTS.broken.explain, RESULTS.broken.note], RULE_LOOKS.explain],
  [[RESULTS.met, RESULTS.explained], RULE_LOOKS.met],
];

function drawCounts(sheet: Worksheet, { counts }: CheckSheet): void {
  const looks: Partial<Record<string, ConditionalFormattingRule["style"]>> = {
    vt_dem_blank: RULE_LOOKS.explain,
    vt_dem_error: RULE_LOOKS.broken,
    vt_dem_explain: RULE_LOOKS.explain,
  };
  for (const { row, label, cell, formula } of counts) {
    putAcross(sheet, row, CHECK_COLUMNS.ordinal, CHECK_COLUMNS.condition, label, LOOKS.text);
    put(sheet, row, cell.column, { formula }, LOOKS.count);
    const style = looks[cell.definedName];
    if (style === undefined) continue;
    sheet.addConditionalFormatting({
      ref: cell.address,
      rules: [{ type: "expression", priority: 1, formulae: [`${cell.address}>0`], style }],
    });
  }
}

function drawLines(sheet: Worksheet, { lines, headRow, last }: CheckSheet): void {
  const columns = CHECK_COLUMNS;
  lines.forEach((line, index) => {
    const { row, check } = line;
    putRowCode(sheet, row, line.code);
    put(sheet, row, columns.ordinal, index + 1, LOOKS.smallCentred);
    put(sheet, row, columns.id, check.id, LOOKS.smallCentred);
    put(sheet, row, columns.condition, line.condition, LOOKS.small);
    const result = line.resultFormula === undefined ? RESULTS.desk : { formula: line.resultFormula };
    put(sheet, row, columns.result, result, LOOKS.result);
    const shown = (formula: string | undefined) => (formula === undefined ? null : { formula });
    put(sheet, row, columns.figures, shown(line.figures), LOOKS.small);
    put(sheet, row, columns.message, shown(line.messageFormula), LOOKS.small);
    put(sheet, row, columns.explanation, null, LOOKS.note);
    const figures = line.values.map(() => FIGURE_ROOM).join(" + ");
    const height = Math.max(
      textHeight(line.condition, WIDTHS.condition, SMALL_SIZE),
      textHeight(`${check.message} ${check.remedy}`, WIDTHS.message, SMALL_SIZE),
      textHeight(figures, WIDTHS.figures, SMALL_SIZE),
    );
    sheet.getRow(row).height = Math.ceil(height);
  });
  if (lines.length === 0) return;
  const first = headRow + 1;
  const letter = columnLetter(columns.result);
  sheet.addConditionalFormatting({
    ref: `${letter}${first}:${letter}${last}`,
    rules: RESULT_RULES.map(([texts, style], index) => ({
      type: "expression",
      priority: index + 1,
      formulae: [`OR(${texts.map((text) => `$${letter}${first}="${text}"`).join(",")})`],
      style: style ?? {},
    })),
  });
}

/** Draws the check sheet: counts, then a line for each check with its live result. */
export async function drawChecks(sheet: Worksheet, layout: CheckSheet): Promise<void> {
  const { ordinal, explanation } = CHECK_COLUMNS;
  const { headRow, last } = layout;
  putCorner(sheet, layout.code);
  for (const [name, width] of Object.entries(WIDTHS)) {
    setWidth(sheet, CHECK_COLUMNS[name as keyof typeof WIDTHS], width);
  }
  const across = (row: number, value: string, look: Parameters<typeof putAcross>[5]): void =>
    putAcross(sheet, row, ordinal, explanation, value, look);
  across(CHECK_ROWS.unit, token("unit"), LOOKS.issuer);
  across(CHECK_ROWS.title, CHECK_SHEET.title, LOOKS.title);
  across(CHECK_ROWS.period, token("period"), LOOKS.period);
  across(CHECK_ROWS.hint, CHECK_SHEET.hint, LOOKS.guidance);
  sheet.getRow(CHECK_ROWS.hint).height = textHeight(CHECK_SHEET.hint, 330, SMALL_SIZE);
  drawCounts(sheet, layout);
  CHECK_SHEET.heads.forEach((head, index) => {
    put(sheet, headRow, ordinal + index, head, LOOKS.head);
  });
  sheet.getRow(headRow).height = 20;
  drawLines(sheet, layout);
  setRules(
    sheet,
    layout.lines.map(({ explanation: { row, column } }) => ({ row, column, rule: "answer" as const })),
  );
  sheet.views = [
    {
      state: "frozen",
      xSplit: 0,
      ySplit: headRow,
      topLeftCell: addressOf(headRow + 1, ordinal),
      showGridLines: false,
    },
  ];
  setUpPrint(sheet, {
    orientation: "landscape",
    area: [columnLetter(ordinal), CHECK_ROWS.unit, columnLetter(explanation), last],
    titles: [headRow, headRow],
  });
  await protect(sheet);
}
