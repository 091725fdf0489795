/** From what stands in a cell to a number, or to a finding that says why there is none. */
import type { CellFinding, CellPlace } from "../../../cycle/returns.js";
import { reportReturn } from "../../../findings/messages/returns.js";
import { sayDay } from "../../../periods/day.js";
import { detach } from "../../../xml/detach.js";
import type { LocatedCell } from "../anchors/locator.js";
import { type NumberContext, parseTypedNumber, type Remark } from "../numbers/typed-number.js";
import type { WorkbookPackage } from "../package/open-package.js";
import { type CellContent, formulaText } from "../sheet/cell.js";
import { dayOfSerial } from "../sheet/serial-day.js";
import { evaluateTyped, linkIn } from "./typed-formula.js";

export interface NumberReading {
  readonly value?: number;
  /** As it stands in the cell; absent when blank. */
  readonly typed?: string;
  readonly findings: readonly CellFinding[];
}

/** What the reading of numbers looks up in the workbook. */
export interface NumberSource {
  readonly workbook: WorkbookPackage;
  /** Names of linked workbooks, in the order of their numbers. */
  readonly links: readonly string[];
}

const BLANK: NumberReading = { findings: [] };

const REMARKS = {
  none: "return/none-as-zero",
  unit: "return/number-with-unit",
  english: "return/english-number",
} as const satisfies Record<Remark, string>;

/** Longest formula that a finding quotes. */
const QUOTED = 80;

/** Reads a cell that should hold a number. */
export function interpretNumber(located: LocatedCell, context: NumberContext, source: NumberSource): NumberReading {
  const { cell } = located;
  if (cell === undefined) return BLANK;
  if (cell.formula === undefined) return interpretContent(cell.content, located, context, source);
  return interpretFormula(detach(formulaText(cell.formula)), cell.content, located, context, source);
}

function interpretContent(
  content: CellContent,
  place: CellPlace,
  context: NumberContext,
  { workbook }: NumberSource,
): NumberReading {
  switch (content.kind) {
    case "number":
      if (!content.date) return { value: content.value, typed: String(content.value), findings: [] };
      return dateReading(dayOfSerial(content.value, workbook.date1904) ?? String(content.value), place);
    case "day":
      return dateReading(content.iso.slice(0, 10), place);
    case "text":
      return textReading(content.text, place, context);
    case "boolean": {
      const { value } = content;
      return { typed: value ? "TRUE" : "FALSE", findings: [reportReturn("return/boolean-value", { value }, place)] };
    }
    case "error":
      return {
        typed: detach(content.code),
        findings: [reportReturn("return/error-value", { code: detach(content.code) }, place)],
      };
    case "none":
      return BLANK;
  }
}

function dateReading(day: string, place: CellPlace): NumberReading {
  const said = /^\d{4}-\d{2}-\d{2}$/u.test(day) ? sayDay(day) : day;
  return { typed: said, findings: [reportReturn("return/date-for-number", { day: said }, place)] };
}

function textReading(text: string, place: CellPlace, context: NumberContext): NumberReading {
  const parsed = parseTypedNumber(text, context);
  const typed = detach(text.trim());
  if (parsed.kind === "blank") return BLANK;
  if (parsed.kind === "number") {
    const { value, remark } = parsed;
    const findings = remark === undefined ? [] : [reportReturn(REMARKS[remark], { typed, value }, place)];
    return { value, typed, findings };
  }
  const { why, readings } = parsed;
  const finding =
    readings === undefined
      ? reportReturn("return/not-number", { typed, why }, place)
      : reportReturn("return/ambiguous-number", { typed, readings }, place);
  return { typed, findings: [finding] };
}

/** A formula where a figure should be typed: worked out again if it can be, else its saved result is shown as such. */
function interpretFormula(
  formula: string,
  saved: CellContent,
  place: LocatedCell,
  context: NumberContext,
  source: NumberSource,
): NumberReading {
  const typed = `=${formula}`;
  const quoted = formula.length > QUOTED ? `${formula.slice(0, QUOTED)}…` : formula;
  const link = linkIn(formula);
  const result = saved.kind === "number" && !saved.date ? saved.value : undefined;
  if (link !== undefined) {
    const file = source.links[link - 1] ?? "?";
    return reading(typed, result, reportReturn("return/linked-value", { formula: quoted, value: result, file }, place));
  }
  const value = evaluateTyped(formula, place.sheet, source.workbook);
  if (value !== undefined) {
    return reading(typed, value, reportReturn("return/formula-typed", { formula: quoted, value }, place));
  }
  if (result !== undefined) {
    return reading(typed, result, reportReturn("return/formula-unverified", { formula: quoted, value: result }, place));
  }
  if (saved.kind === "none") {
    return reading(typed, undefined, reportReturn("return/formula-without-result", { formula: quoted }, place));
  }
  return { ...interpretContent(saved, place, context, source), typed };
}

function reading(typed: string, value: number | undefined, finding: CellFinding): NumberReading {
  return value === undefined ? { typed, findings: [finding] } : { value, typed, findings: [finding] };
}
