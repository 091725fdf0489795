/** What the unit says about its signed paper. */
import type { ReadReturn } from "../../../cycle/returns.js";
import { reportReturn } from "../../../findings/messages/returns.js";
import type { PaperField } from "../../layout/index.js";
import type { Reading } from "../reading.js";
import { dayOf, textOf } from "../values/interpret-text.js";

const FIELDS: readonly PaperField[] = ["number", "date", "signer"];

/** Number, day (ISO where it can be read) and signer of the paper. */
export function readPaper(reading: Reading): ReadReturn["paper"] {
  const { plan, locator, workbook, findings } = reading;
  const paper: { number?: string; date?: string; signer?: string } = {};
  for (const sheet of plan.layout.sheets) {
    if (sheet.kind !== "instructions") continue;
    for (const { field, cell } of sheet.fields) {
      if (!FIELDS.includes(field)) continue;
      const located = locator.cell(cell);
      const text = textOf(located?.cell, workbook.date1904);
      if (located === undefined || text === "") continue;
      if (field === "number" || field === "signer") paper[field] = text.replace(/\s+/gu, " ");
      if (field !== "date") continue;
      const day = dayOf(located.cell, workbook.date1904);
      if (day === undefined) findings.push(reportReturn("return/paper-date", { typed: text }, located));
      paper.date = day ?? text;
    }
  }
  return paper;
}
