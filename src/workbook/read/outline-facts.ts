/** What an outline that was received says of itself: enough to run the same period for units of one's own. */
import type { CellFinding, Stamp } from "../../cycle/returns.js";
import { isoDay, readDay } from "../../workspace/day.js";
import { FIRST_COLUMN, FRAME_ROWS } from "../layout/frame.js";
import { INSTRUCTION_COLUMNS } from "../layout/index.js";
import { INSTRUCTION_ROWS } from "../layout/layout-instructions.js";
import { SHEETS } from "../layout/wording.js";
import { readStampFields } from "./anchors/stamp.js";
import { READ_LIMITS } from "./limits.js";
import { reportOpenFault } from "./open-findings.js";
import { isPackage, openPackage, type WorkbookPackage } from "./package/open-package.js";
import { reportStamp, stampOf } from "./read-stamp.js";
import { cellKey } from "./sheet/address.js";

export interface OutlineFacts {
  readonly stamp: Stamp;
  readonly unitKind: string;
  readonly periodKind: string;
  /** As printed, in capitals: "ĐẢNG UỶ PHƯỜNG SÔNG KIM". */
  readonly unit: string;
  /** What its forms print above the unit: "ĐẢNG BỘ TỈNH HÀ TRUNG". */
  readonly superior?: string;
  /** "Sơ kết giai đoạn 2026 - 2028". */
  readonly period: string;
  readonly window: { readonly from: string; readonly to: string };
  /** Last day on which the superior takes it as on time. */
  readonly lastDay: string;
  readonly sendTo: string;
}

/** Lines of the instruction sheet that say when and where. */
const WINDOW = /Số liệu tính từ ngày (\d+\/\d+\/\d+) đến ngày (\d+\/\d+\/\d+)/u;
const DUE = /^(?:– )?Gửi .*\(chậm nhất ngày (\d+\/\d+\/\d+)\)/u;
const SEND_TO = /^(?:– )?Gửi về: (.+)\.$/u;

function dayIn(text: string | undefined): string | undefined {
  const day = text === undefined ? undefined : readDay(text);
  return day === undefined ? undefined : isoDay(day);
}

function textsOf(workbook: WorkbookPackage, sheet: string): ReadonlyMap<number, string> | undefined {
  const grid = workbook.sheet(sheet);
  if (typeof grid === "string") return undefined;
  return new Map(
    [...grid.cells].flatMap(([key, { content }]) =>
      content.kind === "text" ? [[key, content.text.normalize("NFC").trim()] as const] : [],
    ),
  );
}

/** The line above the unit's name, on the first form that has both. */
function superiorOf(workbook: WorkbookPackage, unit: string): string | undefined {
  const [above, own] = FRAME_ROWS.issuer;
  for (const sheet of workbook.sheets) {
    const texts = textsOf(workbook, sheet);
    if (texts?.get(cellKey(own, FIRST_COLUMN)) !== unit) continue;
    const superior = texts.get(cellKey(above, FIRST_COLUMN));
    if (superior !== undefined && superior !== "") return superior;
  }
  return undefined;
}

/**
 * Reads the facts of an outline.
 *
 * @returns no facts when it is no outline, or when its instruction sheet was taken out; findings where the stamp says why
 */
export function readOutlineFacts(bytes: Uint8Array): {
  readonly facts?: OutlineFacts;
  readonly findings: readonly CellFinding[];
} {
  const workbook = openPackage(bytes, READ_LIMITS);
  if (!isPackage(workbook)) return { findings: [reportOpenFault(workbook, READ_LIMITS)] };
  const reading = readStampFields(workbook);
  const { identity } = reading;
  const findings = reportStamp(reading);
  const texts = textsOf(workbook, SHEETS.instructions);
  if (identity === undefined || texts === undefined) return { findings };
  const all = [...texts.values()];
  const found = (pattern: RegExp) => all.map((text) => pattern.exec(text)).find((match) => match !== null);
  const window = found(WINDOW);
  const [from, to, lastDay] = [dayIn(window?.[1]), dayIn(window?.[2]), dayIn(found(DUE)?.[1])];
  if (from === undefined || to === undefined || lastDay === undefined) return { findings };
  const at = (row: number): string => texts.get(cellKey(row, INSTRUCTION_COLUMNS.label)) ?? "";
  const unit = at(INSTRUCTION_ROWS.unit);
  const superior = superiorOf(workbook, unit);
  const facts = {
    stamp: stampOf(identity),
    ...{ unitKind: identity.unitKind, periodKind: identity.periodKind },
    ...{ unit, period: at(INSTRUCTION_ROWS.period), ...(superior === undefined ? {} : { superior }) },
    ...{ window: { from, to }, lastDay, sendTo: found(SEND_TO)?.[1] ?? "" },
  };
  return { facts, findings };
}
