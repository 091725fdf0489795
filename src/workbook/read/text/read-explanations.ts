/** Explanations beside the values, and on the check sheet. */
import type { Reading } from "../reading.js";
import { textOf } from "../values/interpret-text.js";

/** Explanations by `key/measure`, and those of the check sheet by `check/measure`. */
export function readExplanations(reading: Reading): Readonly<Record<string, string>> {
  const { plan, locator, workbook } = reading;
  const notes = new Map<string, string>();
  for (const note of plan.layout.notes) {
    const text = textOf(locator.cell(note)?.cell, workbook.date1904);
    if (text !== "") notes.set(note.definedName, text);
  }
  const explanations: Record<string, string> = {};
  const add = (id: string, text: string): void => {
    const known = explanations[id];
    if (known === undefined) explanations[id] = text;
    else if (!known.split("\n").includes(text)) explanations[id] = `${known}\n${text}`;
  };
  for (const { key, measure, note } of plan.layout.values) {
    const text = note === undefined ? undefined : notes.get(note);
    if (text !== undefined) add(`${key}/${measure}`, text);
  }
  for (const sheet of plan.layout.sheets) {
    if (sheet.kind !== "checks") continue;
    for (const { check, measure, explanation } of sheet.lines) {
      const text = textOf(locator.cell(explanation)?.cell, workbook.date1904);
      if (text !== "") add(`${check.id}/${measure}`, text);
    }
  }
  return explanations;
}
