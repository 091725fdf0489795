/** Locked figures that came filled in: each must be what was sent. */
import type { ReturnedValue } from "../../../cycle/returns.js";
import { reportReturn } from "../../../findings/messages/returns.js";
import { nameOfKey } from "../../../forms/indicators.js";
import type { PrefilledCell } from "../../layout/index.js";
import { SHEETS } from "../../layout/wording.js";
import { parseTypedNumber } from "../numbers/typed-number.js";
import type { Reading } from "../reading.js";
import type { SheetCell } from "../sheet/cell.js";
import { interpretNumber } from "./interpret-number.js";
import { textOf } from "./interpret-text.js";
import { isOpen } from "./prefill.js";
import { contextOf } from "./read-values.js";

/** What a figure is, after its name. */
const SOURCES: { readonly [S in PrefilledCell["source"]]: string } = {
  openings: "",
  samePeriod: " (cùng kỳ năm trước)",
  targets: " (chỉ tiêu)",
  earlier: " (các năm trước)",
  cumulative: " (lũy kế)",
  half: " (6 tháng)",
  prior: " (cuối năm trước)",
};

/** Compares each locked cell that was prefilled, or left blank on purpose, with its copy. */
export function comparePrefilled(reading: Reading): void {
  const { plan, locator, copies, findings, workbook, identity } = reading;
  for (const cell of plan.layout.prefilled) {
    if (cell.sheet === SHEETS.hidden || isOpen(cell, copies, identity)) continue;
    const located = locator.cell(cell);
    if (located === undefined || located.mergedInto !== undefined) continue;
    const sent = copies.get(cell.definedName);
    if (isSame(located.cell, sent)) continue;
    const key = cell.key.split("/")[0] ?? cell.key;
    const label = nameOfKey(plan.formSet, key) + SOURCES[cell.source];
    const typed = textOf(located.cell, workbook.date1904);
    findings.push(reportReturn("return/prefill-changed", { label, typed, value: sent }, located));
  }
}

function isSame(cell: SheetCell | undefined, sent: number | undefined): boolean {
  if (cell === undefined) return sent === undefined;
  const { content } = cell;
  if (content.kind === "none") return sent === undefined;
  if (content.kind === "number")
    return sent !== undefined && Math.abs(content.value - sent) <= 1e-9 * Math.max(1, Math.abs(sent));
  // Some programs turn all cells into text.
  const parsed = content.kind === "text" ? parseTypedNumber(content.text, { number: "whole" }) : undefined;
  if (parsed?.kind === "blank") return sent === undefined;
  return parsed?.kind === "number" && parsed.value === sent;
}

/** Figures of the same period that the unit typed itself, because nothing was locked yet. */
export function readSamePeriod(reading: Reading): readonly ReturnedValue[] {
  const { plan, locator, copies, identity, findings } = reading;
  return plan.layout.prefilled.flatMap((cell): readonly ReturnedValue[] => {
    if (cell.source !== "samePeriod" || cell.sheet === SHEETS.hidden || !isOpen(cell, copies, identity)) return [];
    const located = locator.cell(cell);
    if (located === undefined) return [];
    const { findings: own, ...read } = interpretNumber(
      located,
      contextOf(reading, cell.key, cell.number),
      reading.numbers,
    );
    findings.push(...own);
    const place = { sheet: located.sheet, address: located.address };
    return [{ key: cell.key, measure: "actual", cell: place, ...read }];
  });
}
