/** Draws the đề cương sheet. */
import type { Worksheet } from "exceljs";
import { OUTLINE_COLUMNS, type OutlineSheet } from "../layout/index.js";
import { OUTLINE_ROWS } from "../layout/layout-outline.js";
import { OUTLINE_SHEET } from "../layout/wording.js";
import { protect, put, putAcross, putCorner, putRowCode, setUpPrint, setWidth } from "./draw-sheet.js";
import { textHeight } from "./heights.js";
import { FORM_SIZE, LOOKS } from "./looks.js";
import { token } from "./tokens.js";
import { setRules } from "./validation.js";

const WIDTHS = { mark: 14, text: 150, figures: 105 } as const;
/** Height of an empty answer, pt; it grows with its text. */
const ANSWER_HEIGHT = 80;
const FIGURE_SIZE = 11;

/** Draws the đề cương: headings locked, answers open. */
export async function drawOutline(sheet: Worksheet, layout: OutlineSheet): Promise<void> {
  const { mark, text, figures } = OUTLINE_COLUMNS;
  const { outline, sections, last } = layout;
  putCorner(sheet, layout.code);
  setWidth(sheet, mark, WIDTHS.mark);
  setWidth(sheet, text, WIDTHS.text);
  setWidth(sheet, figures, WIDTHS.figures);
  const across = (row: number, value: string, look: Parameters<typeof putAcross>[5]): void =>
    putAcross(sheet, row, mark, figures, value, look);
  across(OUTLINE_ROWS.unit, token("unit"), LOOKS.issuer);
  across(OUTLINE_ROWS.title, `${OUTLINE_SHEET.title}\n${outline.title}`, LOOKS.title);
  sheet.getRow(OUTLINE_ROWS.title).height = textHeight(`${OUTLINE_SHEET.title}\n${outline.title}`, 260, 14, true) + 4;
  across(OUTLINE_ROWS.period, token("period"), LOOKS.period);
  across(OUTLINE_ROWS.hint, OUTLINE_SHEET.hint, LOOKS.guidance);
  sheet.getRow(OUTLINE_ROWS.hint).height = textHeight(OUTLINE_SHEET.hint, 260, FIGURE_SIZE);
  put(sheet, OUTLINE_ROWS.head, mark, OUTLINE_SHEET.heads[0], LOOKS.head);
  put(sheet, OUTLINE_ROWS.head, text, OUTLINE_SHEET.heads[1], LOOKS.head);
  put(sheet, OUTLINE_ROWS.head, figures, OUTLINE_SHEET.heads[2], LOOKS.head);
  for (const { section, code, titleRow, guidanceRow, answer, figures: shown } of sections) {
    putRowCode(sheet, answer?.row ?? titleRow, code);
    put(sheet, titleRow, mark, section.mark, LOOKS.section);
    put(sheet, titleRow, text, section.title, LOOKS.section);
    sheet.getRow(titleRow).height = textHeight(section.title, WIDTHS.text, FORM_SIZE, true) + 4;
    if (guidanceRow !== undefined) {
      put(sheet, guidanceRow, text, section.guidance, LOOKS.sectionGuidance);
      sheet.getRow(guidanceRow).height = textHeight(section.guidance, WIDTHS.text, FORM_SIZE);
    }
    if (answer === undefined) continue;
    put(sheet, answer.row, answer.column, null, LOOKS.answer);
    if (shown !== undefined) put(sheet, answer.row, figures, { formula: shown.formula }, LOOKS.figures);
    const lines = shown?.labels.map((label) => `${label}${OUTLINE_SHEET.notEntered}`) ?? [];
    sheet.getRow(answer.row).height = Math.max(
      ANSWER_HEIGHT,
      textHeight(lines.join("\n"), WIDTHS.figures, FIGURE_SIZE),
    );
  }
  setRules(
    sheet,
    sections.flatMap(({ answer }) => (answer === undefined ? [] : [{ ...answer, rule: "answer" as const }])),
  );
  sheet.views = [{ state: "frozen", xSplit: 0, ySplit: OUTLINE_ROWS.head, showGridLines: false }];
  setUpPrint(sheet, {
    orientation: "landscape",
    area: ["B", OUTLINE_ROWS.unit, "D", Math.max(last, OUTLINE_ROWS.head)],
    titles: [OUTLINE_ROWS.head, OUTLINE_ROWS.head],
  });
  await protect(sheet);
}
