/** What the demo makes of a plan beside its document: its calendar and its tracking workbook. */
import type { Document } from "../../model/document.js";
import { taskCalendar, trackingWorkbook } from "../../plan/outputs/index.js";
import { readPlan } from "../../plan/read-plan.js";
import { headOf } from "../tasks/save-outputs.js";

/** Fewer tasks are no plan to follow up. */
const FEWEST_TASKS = 3;

export interface PlanFile {
  readonly name: string;
  readonly text: string;
  readonly bytes: Uint8Array;
}

export interface PlanFiles {
  /** "68 nhiệm vụ, 10 chỉ tiêu". */
  readonly details: string;
  readonly files: readonly PlanFile[];
}

/**
 * The files of a plan.
 *
 * @param name of the draft, without its suffix
 * @returns undefined of a document that is no plan, or not dated, or has too few tasks
 */
export async function planFiles(document: Document | undefined, name: string): Promise<PlanFiles | undefined> {
  if (document?.type !== "ke-hoach") return undefined;
  const { plan } = readPlan(document);
  const head = headOf(plan);
  if (head.date === undefined || plan.tasks.length < FEWEST_TASKS) return undefined;
  const calendar = taskCalendar(plan.tasks, { plan: head, from: head.date });
  const targets = plan.targets.length === 0 ? "" : `, ${plan.targets.length} chỉ tiêu`;
  return {
    details: `${plan.tasks.length} nhiệm vụ${targets}`,
    files: [
      { name: `${name}-lich.ics`, text: "Lịch nhắc hạn", bytes: new TextEncoder().encode(calendar) },
      {
        name: `${name}-theo-doi.xlsx`,
        text: "Bảng theo dõi",
        bytes: await trackingWorkbook(plan.tasks, { plan: head, on: head.date }),
      },
    ],
  };
}
