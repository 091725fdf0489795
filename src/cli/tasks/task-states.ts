import { join } from "node:path";
import { LEDGER_FOLDER, openLedger } from "../../cycle/ledger/index.js";
import { latestTaskStates, type TaskState } from "../../cycle/task-reports/index.js";
import type { Plan } from "../../model/plan.js";
import { planIdentity } from "../../plan/outputs/index.js";
import type { Environment } from "../environment.js";
import { findWorkspace } from "../office.js";
import { headOf } from "./save-outputs.js";

const NONE: ReadonlyMap<string, readonly TaskState[]> = new Map();

/**
 * What bodies last reported of a plan's tasks, out of the ledger of the workspace that a folder lies in.
 *
 * @returns by id of the task; nothing where there is no workspace or nothing was collected yet
 */
export async function collectedStates(
  folder: string,
  plan: Plan,
  environment: Environment,
): Promise<ReadonlyMap<string, readonly TaskState[]>> {
  const found = await findWorkspace(folder, environment);
  if (!found.ok || found.value === undefined) return NONE;
  const { root } = found.value;
  if ((await environment.files.kind(join(root, LEDGER_FOLDER))) === undefined) return NONE;
  const { now, runner } = environment;
  const { ledger } = await openLedger(root, { now, host: runner.host, pid: runner.pid, access: "read" });
  if (ledger === undefined) return NONE;
  try {
    return latestTaskStates(ledger, planIdentity(headOf(plan)));
  } finally {
    await ledger.close();
  }
}
