/** The đề cương sheet: headings, and under each that asks for it a cell for the unit's text. */
import type { Outline, OutlineSection } from "../../forms/form-set.js";
import { nameOfKey } from "../../forms/indicators.js";
import { literal } from "./excel-text.js";
import { answerName } from "./names.js";
import type { Placing } from "./placing.js";
import type { Resolver } from "./resolve.js";
import { OUTLINE_SHEET, SHEETS } from "./wording.js";
import type { OutlineSheet, SectionPlace } from "./workbook-layout.js";

/** Columns: codes (hidden), mark, text, figures. */
export const OUTLINE_COLUMNS = { code: 1, mark: 2, text: 3, figures: 4 } as const;
/** Title, period, instruction; then the heads of the columns. */
export const OUTLINE_ROWS = { unit: 2, title: 3, period: 4, hint: 5, head: 6, first: 7 } as const;

/** Longest formula that Excel takes; figures beyond it are left out. */
const LONGEST_FORMULA = 8000;
const LINE_BREAK = "CHAR(10)";

/** The figures that a section cites, as entered so far, one a line. */
function figuresOf({ indicators }: OutlineSection, placing: Placing, resolver: Resolver): SectionPlace["figures"] {
  const labels: string[] = [];
  let formula = "";
  for (const key of indicators) {
    const cell = resolver.home(key, "actual");
    if (cell === undefined) continue;
    const label = `${nameOfKey(placing.formSet, key)}: `;
    const shown = `ROUND(${cell.definedName},2)&${literal(` ${placing.indicatorOf(key).unit}`)}`;
    const before = resolver.home(key, "baseline")?.definedName;
    const beside =
      before === undefined ? "" : `&IF(${before}="","",${literal(OUTLINE_SHEET.before)}&ROUND(${before},2)&")")`;
    const line = `${literal(label)}&IF(${cell.definedName}="",${literal(OUTLINE_SHEET.notEntered)},${shown})${beside}`;
    const longer = formula === "" ? line : `${formula}&${LINE_BREAK}&${line}`;
    if (longer.length > LONGEST_FORMULA) break;
    formula = longer;
    labels.push(label);
  }
  return formula === "" ? undefined : { formula, labels };
}

/** Lays out the đề cương of a workbook. */
export function layoutOutline(outline: Outline, placing: Placing, resolver: Resolver): OutlineSheet {
  let row: number = OUTLINE_ROWS.first;
  const sections = outline.sections.map((section, index): SectionPlace => {
    const titleRow = row++;
    const guidanceRow = section.guidance === "" ? undefined : row++;
    const answer = section.asks
      ? placing.anchor(SHEETS.outline, row++, OUTLINE_COLUMNS.text, answerName(index + 1))
      : undefined;
    const figures = section.asks ? figuresOf(section, placing, resolver) : undefined;
    return {
      section,
      code: `d/${index + 1}`,
      titleRow,
      ...(guidanceRow === undefined ? {} : { guidanceRow }),
      ...(answer === undefined ? {} : { answer }),
      ...(figures === undefined ? {} : { figures }),
    };
  });
  return { kind: "outline", sheet: SHEETS.outline, code: `vanthu:${outline.id}`, outline, sections, last: row - 1 };
}
