/** Draws the sheet of one form: frame, head, alarms; the body has its own file. */
import type { Worksheet } from "exceljs";
import type { FormColumn } from "../../forms/form-set.js";
import { type FormSheet, HELPER_ROW, PAPER_NAMES } from "../layout/index.js";
import { FORM_SHEET, measureSuffix } from "../layout/wording.js";
import { drawBody, type FormSurroundings } from "./draw-body.js";
import { protect, put, putAcross, putCorner, setUpPrint, setWidth } from "./draw-sheet.js";
import { textHeight } from "./heights.js";
import { FORM_SIZE, LOOKS, RULE_LOOKS } from "./looks.js";
import { fitPages } from "./pages.js";
import { type Token, token } from "./tokens.js";

const SMALL_SIZE = 11;
/** As long as names of offices get; the row is as high as this needs. */
const LONG_NAME = "ĐẢNG UỶ CÁC CƠ QUAN ĐẢNG, ĐOÀN THỂ TỈNH";

/** What is added to the head of a column for each unit and period. */
function headToken({ content, year }: FormColumn): Token | undefined {
  if (content === "samePeriod") return "initial:samePeriod";
  if (content === "baseline") return "year:0";
  return content === "ofYear" ? `year:${year ?? 1}` : undefined;
}

function drawHead(sheet: Worksheet, form: FormSheet): void {
  const { columns, head, headRows, numberRow } = form;
  const widths = columns.map(({ width }) => width);
  const first = columns[0]?.column ?? 1;
  const heights = new Map<number, number>();
  for (const { row, column, rowSpan, columnSpan, text } of head) {
    const source = columns.find((place) => place.column === column)?.source;
    const mark = source && row + rowSpan - 1 === headRows.last ? headToken(source) : undefined;
    const marked = mark === undefined ? text : text + token(mark);
    putAcross(sheet, row, column, column + columnSpan - 1, marked, LOOKS.head, rowSpan);
    const width = widths.slice(column - first, column - first + columnSpan).reduce((sum, part) => sum + part, 0);
    const longest = marked === text ? text : text + FORM_SHEET.initial;
    const height = textHeight(longest, width, SMALL_SIZE, true) / rowSpan;
    for (let down = 0; down < rowSpan; down++) {
      heights.set(row + down, Math.max(height, heights.get(row + down) ?? 0));
    }
  }
  for (const [row, height] of heights) sheet.getRow(row).height = Math.ceil(height) + 3;
  for (const { column, source, code } of columns) {
    const { number, formula } = source;
    put(sheet, numberRow, column, formula === undefined ? number : `${number}=${formula}`, LOOKS.number);
    put(sheet, HELPER_ROW, column, code, LOOKS.helper);
  }
}

function drawFrame(
  sheet: Worksheet,
  { form, frame, columns, guidanceRows, signRows }: FormSheet,
  proposal: boolean,
): void {
  const first = columns[0]?.column ?? 1;
  const last = columns.at(-1)?.column ?? first;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const { leftEnd, rightStart, issuerRows, markRows, titleRow, periodRow, windowRow } = frame;
  putAcross(sheet, issuerRows[0], first, leftEnd, token("superior"), LOOKS.superior);
  putAcross(sheet, issuerRows[1], first, leftEnd, token("unit"), LOOKS.issuer);
  putAcross(sheet, markRows[0], rightStart, last, FORM_SHEET.number(form.number, proposal), LOOKS.markNumber);
  if (form.unitOfCount !== undefined) {
    putAcross(sheet, markRows[1], rightStart, last, FORM_SHEET.unitOfCount(form.unitOfCount), LOOKS.mark);
  }
  const rightWidth = columns.filter(({ column }) => column >= rightStart).reduce((sum, { width }) => sum + width, 0);
  const leftWidth = total - rightWidth;
  const heightOf = (left: string, right: string, bold: boolean): number =>
    Math.max(textHeight(left, leftWidth, FORM_SIZE, bold), textHeight(right, rightWidth, FORM_SIZE, bold)) + 2;
  // A long name of an office takes two lines.
  const [superiorRow, unitRow] = issuerRows;
  sheet.getRow(superiorRow).height = heightOf(LONG_NAME, FORM_SHEET.number(form.number, proposal), false);
  sheet.getRow(unitRow).height = heightOf(LONG_NAME, "", true);
  putAcross(sheet, titleRow, first, last, form.title, LOOKS.title);
  sheet.getRow(titleRow).height = textHeight(form.title, total, 14, true) + 4;
  putAcross(sheet, periodRow, first, last, token("period"), LOOKS.period);
  putAcross(sheet, windowRow, first, last, FORM_SHEET.window(token("from"), token("to")), LOOKS.window);
  for (const { row, text } of guidanceRows) {
    putAcross(sheet, row, first, last, text, LOOKS.guidance);
    sheet.getRow(row).height = textHeight(text, total, SMALL_SIZE);
  }
  const shown = (name: string): { readonly formula: string } => ({ formula: `IF(${name}="","",${name})` });
  putAcross(sheet, signRows.date, rightStart, last, FORM_SHEET.dateLine, LOOKS.dateLine);
  sheet.getRow(signRows.date).height = heightOf("", FORM_SHEET.dateLine, false);
  sheet.getRow(signRows.role).height = heightOf(FORM_SHEET.preparer, FORM_SHEET.head, true);
  sheet.getRow(signRows.hint).height = heightOf(FORM_SHEET.preparerHint, FORM_SHEET.headHint, false);
  putAcross(sheet, signRows.role, first, leftEnd, FORM_SHEET.preparer, LOOKS.sign);
  putAcross(sheet, signRows.role, rightStart, last, FORM_SHEET.head, LOOKS.sign);
  putAcross(sheet, signRows.hint, first, leftEnd, FORM_SHEET.preparerHint, LOOKS.signHint);
  putAcross(sheet, signRows.hint, rightStart, last, FORM_SHEET.headHint, LOOKS.signHint);
  putAcross(sheet, signRows.name, first, leftEnd, shown(PAPER_NAMES.preparer), LOOKS.sign);
  putAcross(sheet, signRows.name, rightStart, last, shown(PAPER_NAMES.signer), LOOKS.sign);
}

/** Alarm columns, and red cells for the values that they speak of. */
function drawAlarms(sheet: Worksheet, { alarms, headRows, cells, body }: FormSheet): void {
  for (const { measure, column, letter, rows } of alarms) {
    setWidth(sheet, column, 34);
    put(sheet, headRows.last, column, FORM_SHEET.alarm + measureSuffix(measure), LOOKS.alarmHead);
    for (const { row, formula } of rows) put(sheet, row, column, { formula }, LOOKS.alarm);
    const columns = new Set(
      cells.flatMap(({ column: place, content }) =>
        content.kind === "value" && content.value.measure === measure ? [place] : [],
      ),
    );
    for (const place of columns) {
      const from = sheet.getCell(body.first, place).address;
      const to = sheet.getCell(body.last, place).address;
      sheet.addConditionalFormatting({
        ref: `${from}:${to}`,
        rules: [
          { type: "expression", priority: 1, formulae: [`LEN($${letter}${body.first})>0`], style: RULE_LOOKS.broken },
        ],
      });
    }
  }
}

/** Draws a form. */
export async function drawForm(sheet: Worksheet, form: FormSheet, surroundings: FormSurroundings): Promise<void> {
  const { columns, body, numberRow, headRows, signRows } = form;
  putCorner(sheet, form.code);
  for (const { column, width } of columns) setWidth(sheet, column, width);
  drawFrame(sheet, form, surroundings.proposal);
  drawHead(sheet, form);
  drawBody(sheet, form, surroundings);
  drawAlarms(sheet, form);
  const label = columns.find(({ source }) => source.content === "label") ?? columns[1];
  sheet.views = [
    {
      state: "frozen",
      xSplit: label?.column ?? 1,
      ySplit: numberRow,
      topLeftCell: sheet.getCell(body.first, (label?.column ?? 1) + 1).address,
      activeCell: sheet.getCell(body.first, (label?.column ?? 1) + 1).address,
      showGridLines: false,
    },
  ];
  setUpPrint(sheet, {
    orientation: form.form.orientation,
    area: [columns[0]?.letter ?? "A", form.frame.issuerRows[0], columns.at(-1)?.letter ?? "A", signRows.name],
    titles: [headRows.first, numberRow],
    pages: fitPages(sheet, form),
  });
  await protect(sheet, form.list !== undefined);
}
