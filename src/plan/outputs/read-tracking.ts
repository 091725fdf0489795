/** Reads tracking workbooks back: re-saved by other programs, sorted, with rows inserted, in other words. */
import type { CellFinding } from "../../cycle/returns.js";
import { reportTracking } from "../../findings/messages/plan/tracking.js";
import type { Task } from "../../model/task.js";
import type { Day } from "../../organisation/register.js";
import { READ_LIMITS } from "../../workbook/read/limits.js";
import { reportOpenFault } from "../../workbook/read/open-findings.js";
import { isPackage, openPackage, type WorkbookPackage } from "../../workbook/read/package/open-package.js";
import { type PlanHead, planIdentity, tasksHash } from "./plan-identity.js";
import { readTrackingStamp, type StampReading } from "./read-stamp.js";
import type { TrackingStamp } from "./tracking-layout.js";
import {
  type CurrentId,
  findTable,
  headOf,
  NEEDED,
  type ReadReport,
  sameText,
  TableReader,
  type TrackingTable,
} from "./tracking-table.js";

/** A plan whose reports are awaited. */
export interface AwaitedPlan {
  readonly plan: PlanHead;
  readonly tasks: readonly Task[];
}

export interface TrackingContext {
  /** Plans as they are now; any plan is taken when absent. */
  readonly plans?: readonly AwaitedPlan[];
  /** The day on which the workbook came: nothing was completed after it. */
  readonly received?: Day;
}

export interface TrackingReading {
  readonly stamp?: TrackingStamp;
  readonly reports: readonly ReadReport[];
  readonly findings: readonly CellFinding[];
}

/** How ids of the workbook become ids of the plan as it is now: by the words where the version is another. */
function currentIds(reading: StampReading, awaited: AwaitedPlan | undefined): CurrentId {
  if (awaited === undefined || tasksHash(awaited.tasks) === reading.stamp.tasks) return (id) => id;
  return (id) => {
    const words = sameText(reading.tasks.get(id) ?? "");
    const alike = awaited.tasks.filter(({ text }) => sameText(text) === words);
    return (alike.find((task) => task.id === id) ?? (alike.length === 1 ? alike[0] : undefined))?.id;
  };
}

function readTables(workbook: WorkbookPackage, stampSheet: string, findings: CellFinding[]): TrackingTable | undefined {
  let first: TrackingTable | undefined;
  for (const name of workbook.sheets) {
    if (name === stampSheet) continue;
    const grid = workbook.sheet(name);
    if (typeof grid === "string") {
      findings.push(reportTracking("tracking/sheet-unreadable", { sheet: name }));
      continue;
    }
    const table = findTable(grid, workbook.date1904);
    if (table === undefined) continue;
    if (first !== undefined) {
      findings.push(reportTracking("tracking/table-copied", { sheet: name, original: first.grid.name }));
      continue;
    }
    first = table;
    if (grid.cut || !grid.ended) findings.push(reportTracking("tracking/sheet-unreadable", { sheet: name }));
  }
  return first;
}

/**
 * Reads a tracking workbook that a body sent back, in whatever state it is.
 *
 * @returns what could be read, with findings for all that could not. Never throws for what is in the file
 */
export function readTracking(bytes: Uint8Array, { plans, received }: TrackingContext = {}): TrackingReading {
  const workbook = openPackage(bytes, READ_LIMITS);
  if (!isPackage(workbook)) return { reports: [], findings: [reportOpenFault(workbook, READ_LIMITS)] };
  const reading = readTrackingStamp(workbook);
  if (reading === undefined || typeof reading === "string") {
    return { reports: [], findings: [reportTracking("tracking/no-stamp", {})] };
  }
  const { stamp, faulty } = reading;
  if (faulty.length > 0) return { reports: [], findings: [reportTracking("tracking/bad-stamp", { fields: faulty })] };
  const awaited = plans?.find(({ plan }) => planIdentity(plan) === stamp.plan);
  if (plans !== undefined && awaited === undefined) {
    const wanted = plans.map(({ plan }) => plan.title);
    return { stamp, reports: [], findings: [reportTracking("tracking/other-plan", { plan: stamp.title, wanted })] };
  }
  const findings: CellFinding[] = [];
  if (awaited !== undefined && tasksHash(awaited.tasks) !== stamp.tasks) {
    findings.push(reportTracking("tracking/older-version", {}));
  }
  const table = readTables(workbook, reading.sheet, findings);
  if (table === undefined) {
    const heads = NEEDED.map(headOf);
    return { stamp, reports: [], findings: [...findings, reportTracking("tracking/no-table", { heads })] };
  }
  const reader = new TableReader(table, reading, workbook.date1904, currentIds(reading, awaited), received);
  const reports = reader.read();
  return { stamp, reports, findings: [...findings, ...reader.findings] };
}
