/** Draws the instruction sheet: state of the file, the paper's data, how to fill, when and where to send. */
import type { Style, Worksheet } from "exceljs";
import { INSTRUCTION_COLUMNS, type InstructionSheet } from "../layout/index.js";
import { INSTRUCTION_ROWS } from "../layout/layout-instructions.js";
import { FORM_SHEET, PAPER_FIELDS } from "../layout/wording.js";
import { protect, put, putAcross, putCorner, putRowCode, setUpPrint, setWidth } from "./draw-sheet.js";
import { textHeight } from "./heights.js";
import { COLOURS, FORM_SIZE, figureLook, LOOKS, RULE_LOOKS } from "./looks.js";
import { type Token, token } from "./tokens.js";
import { setRules } from "./validation.js";
import { INSTRUCTION_TITLE, INSTRUCTIONS, LEGEND, PAPER_TITLE, PROGRESS_TITLE, PROPOSAL_NOTE } from "./wording.js";

const WIDTHS = { label: 60, value: 125 } as const;
const LEGEND_SECTION = 1;

/** Look of a colour sample. */
function sampleLook(look: (typeof LEGEND)[number]["look"]): Partial<Style> {
  switch (look) {
    case "notApplicable":
      return LOOKS.notApplicable;
    case "broken":
      return {
        ...figureLook("open", "whole"),
        fill: { type: "pattern", pattern: "solid", fgColor: { argb: COLOURS.broken } },
      };
    default:
      return figureLook(look, "whole");
  }
}

/** Tokens that the instructions name in braces. */
const fillIn = (line: string): string => line.replace(/\{(\w+)\}/gu, (_, name: string) => token(name as Token));

/** A line is as high as it is with its longest filling. */
const ROOM_FOR_TOKENS = " …………………………………………";

function drawSections(sheet: Worksheet, firstRow: number, firstSheetRow: number): number {
  const { label, value } = INSTRUCTION_COLUMNS;
  let row = firstRow;
  INSTRUCTIONS.forEach(({ title, lines }, index) => {
    putAcross(sheet, row, label, value, title, LOOKS.section);
    sheet.getRow(row).height = 22;
    row++;
    for (const line of lines) {
      putAcross(sheet, row, label, value, `– ${fillIn(line)}`, LOOKS.prose);
      const longest = line.replace(/\{sendTo\}/gu, ROOM_FOR_TOKENS.repeat(2));
      sheet.getRow(row).height = textHeight(`– ${longest}`, WIDTHS.label + WIDTHS.value, FORM_SIZE);
      row++;
    }
    if (index !== LEGEND_SECTION) return;
    for (const { look, text } of LEGEND) {
      const sample = sampleLook(look);
      put(sheet, row, label, look === "notApplicable" ? FORM_SHEET.notApplicable : null, {
        ...sample,
        protection: { locked: true },
      });
      put(sheet, row, value, text, LOOKS.prose);
      sheet.getRow(row).height = textHeight(text, WIDTHS.value, FORM_SIZE) + 2;
      row++;
    }
  });
  return Math.max(row - 1, firstSheetRow);
}

/** Draws the instruction sheet. */
export async function drawInstructions(sheet: Worksheet, layout: InstructionSheet, proposal: boolean): Promise<void> {
  const { label, value } = INSTRUCTION_COLUMNS;
  const rows = INSTRUCTION_ROWS;
  putCorner(sheet, layout.code);
  setWidth(sheet, label, WIDTHS.label);
  setWidth(sheet, value, WIDTHS.value);
  putAcross(sheet, rows.unit, label, value, token("unit"), LOOKS.issuer);
  putAcross(sheet, rows.title, label, value, INSTRUCTION_TITLE, LOOKS.title);
  putAcross(sheet, rows.period, label, value, token("period"), LOOKS.period);
  if (proposal) {
    putAcross(sheet, rows.proposal, label, value, PROPOSAL_NOTE, LOOKS.guidance);
    sheet.getRow(rows.proposal).height = textHeight(PROPOSAL_NOTE, WIDTHS.label + WIDTHS.value, FORM_SIZE);
  }
  putAcross(sheet, rows.progressHead, label, value, PROGRESS_TITLE, LOOKS.section);
  for (const { row, label: text, cell, formula } of layout.progress) {
    put(sheet, row, label, text, LOOKS.text);
    put(sheet, row, value, { formula }, LOOKS.count);
    sheet.addConditionalFormatting({
      ref: cell.address,
      rules: [
        { type: "expression", priority: 1, formulae: [`${cell.address}>0`], style: RULE_LOOKS.explain },
        { type: "expression", priority: 2, formulae: [`${cell.address}=0`], style: RULE_LOOKS.met },
      ],
    });
  }
  const firstField = layout.fields[0]?.row ?? rows.firstProgress;
  putAcross(sheet, firstField - 1, label, value, PAPER_TITLE, LOOKS.section);
  for (const { field, row } of layout.fields) {
    putRowCode(sheet, row, field);
    put(sheet, row, label, PAPER_FIELDS[field].label, LOOKS.text);
    put(sheet, row, value, null, field === "date" ? LOOKS.openDate : LOOKS.note);
    sheet.getRow(row).height = 20;
  }
  setRules(
    sheet,
    layout.fields.filter(({ field }) => field === "date").map(({ cell }) => ({ ...cell, rule: "date" as const })),
  );
  const lastField = layout.fields.at(-1)?.row ?? firstField;
  const last = drawSections(sheet, lastField + 2, lastField);
  sheet.views = [{ state: "normal", showGridLines: false, activeCell: layout.fields[0]?.cell.address ?? "A1" }];
  setUpPrint(sheet, { orientation: "portrait", area: ["B", rows.unit, "C", last], pages: 1 });
  await protect(sheet);
}
