/** The hidden sheet of a tracking workbook: which plan, whose, which issue; and the tasks, by which rows are found again. */
import type { Workbook } from "exceljs";
import type { Task } from "../../model/task.js";
import { protect } from "../../workbook/write/draw-sheet.js";
import { LOOKS } from "../../workbook/write/looks.js";
import { type PlanHead, planIdentity, tasksHash } from "./plan-identity.js";
import {
  ALL_BODIES,
  STAMP_COLUMNS,
  STAMP_LABELS,
  STAMP_SHEET,
  type StampField,
  stampCheck,
  TRACKING_LAYOUT,
  type TrackingStamp,
} from "./tracking-layout.js";

/** Who is asked, about which plan. */
export interface StampOptions {
  readonly plan: PlanHead;
  /** Whose tasks; all when absent. */
  readonly body?: string;
  /** From 1, raised when it is sent out anew. */
  readonly revision?: number;
}

/** As a cell gives it back. */
const asRead = (text: string | undefined): string | undefined => text?.normalize("NFC").replace(/\s+/gu, " ").trim();

/** The stamp of the workbook that `trackingWorkbook` writes from the same input; the version is that of all tasks. */
export function trackingStampOf(tasks: readonly Task[], { plan, body, revision = 1 }: StampOptions): TrackingStamp {
  const { date } = plan;
  const [title = "", number, issuer, name] = [plan.title, plan.number, plan.issuer, body].map(asRead);
  return {
    plan: planIdentity(plan),
    title,
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    ...(issuer === undefined ? {} : { issuer }),
    tasks: tasksHash(tasks),
    ...(name === undefined ? {} : { body: name }),
    revision,
  };
}

/** Draws the hidden sheet. */
export async function drawStamp(workbook: Workbook, stamp: TrackingStamp, tasks: readonly Task[]): Promise<void> {
  const sheet = workbook.addWorksheet(STAMP_SHEET, { state: "hidden" });
  const values: { readonly [F in StampField]: string | undefined } = {
    ...{ layout: TRACKING_LAYOUT, plan: stamp.plan, title: stamp.title, number: stamp.number, date: stamp.date },
    ...{ issuer: stamp.issuer, tasks: stamp.tasks, body: stamp.body ?? ALL_BODIES, revision: String(stamp.revision) },
    check: stampCheck(stamp),
  };
  const put = (row: number, column: number, value: string): void => {
    const cell = sheet.getCell(row, column);
    cell.value = value;
    cell.style = { ...LOOKS.helper, numFmt: "@" };
  };
  (Object.keys(STAMP_LABELS) as StampField[]).forEach((field, at) => {
    put(at + 1, STAMP_COLUMNS.label, STAMP_LABELS[field]);
    put(at + 1, STAMP_COLUMNS.value, values[field] ?? "");
  });
  tasks.forEach(({ id, text }, at) => {
    put(at + 1, STAMP_COLUMNS.task, id);
    put(at + 1, STAMP_COLUMNS.text, text);
  });
  await protect(sheet);
}
