/** What the unit wrote under the headings of the đề cương. */
import type { ReadReturn } from "../../../cycle/returns.js";
import type { OutlineSheet, SectionPlace } from "../../layout/index.js";
import type { LocatedSheet } from "../anchors/locator.js";
import type { Reading } from "../reading.js";
import { columnOf, rowOf } from "../sheet/address.js";
import { textOf } from "../values/interpret-text.js";

/** Reads the text of each heading that asks for it; rows that were inserted below an answer belong to it. */
export function readNarrative(reading: Reading): ReadReturn["narrative"] {
  const outline = reading.plan.layout.sheets.find((sheet) => sheet.kind === "outline");
  if (outline === undefined) return [];
  const sheet = reading.locator.sheet(outline.sheet);
  if (typeof sheet === "string") return [];
  const starts = startsOf(reading, outline, sheet);
  return outline.sections.flatMap(({ section, answer }, index) => {
    const located = answer === undefined ? undefined : reading.locator.cell(answer);
    if (located === undefined) return [];
    const next = starts.slice(index + 1).find((row) => row !== undefined && row > located.row);
    const text = [
      textOf(located.cell, reading.workbook.date1904),
      ...insertedTexts(reading, sheet, located.row, located.column, next),
    ]
      .filter((part) => part !== "")
      .join("\n");
    return [{ mark: section.mark, title: section.title, text }];
  });
}

/** Rows of the headings as they are now. */
function startsOf(reading: Reading, outline: OutlineSheet, sheet: LocatedSheet): readonly (number | undefined)[] {
  return outline.sections.map((place: SectionPlace) => {
    // A heading that asks for text carries its code beside the answer, the others beside the title.
    if (place.answer === undefined) return sheet.codes?.rows.get(place.code)?.[0];
    const answer = reading.locator.cell(place.answer);
    return answer === undefined ? undefined : answer.row - (place.answer.row - place.titleRow);
  });
}

/** Texts typed into rows between an answer and the next heading, row by row. */
function insertedTexts(
  reading: Reading,
  { grid }: LocatedSheet,
  from: number,
  column: number,
  next: number | undefined,
): readonly string[] {
  if (next === undefined || next <= from + 1) return [];
  const texts: { readonly key: number; readonly text: string }[] = [];
  for (const [key, cell] of grid.cells) {
    const row = rowOf(key);
    if (row <= from || row >= next || columnOf(key) < column || cell.formula !== undefined) continue;
    texts.push({ key, text: textOf(cell, reading.workbook.date1904) });
  }
  return texts.sort((a, b) => a.key - b.key).map(({ text }) => text);
}
