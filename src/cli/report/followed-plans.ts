/** The plans that vanthu.yaml names, with what was reported of their tasks. */
import { join } from "node:path";
import type { LedgerReading } from "../../cycle/ledger/index.js";
import { latestTaskStates } from "../../cycle/task-reports/index.js";
import type { Finding } from "../../findings/finding.js";
import { reportWorkspace } from "../../findings/messages/workspace.js";
import type { Plan } from "../../model/plan.js";
import type { Day } from "../../organisation/index.js";
import { planIdentity } from "../../plan/outputs/index.js";
import { readPlan } from "../../plan/read-plan.js";
import { type FollowedPlan, followPlan } from "../../report/tasks/index.js";
import type { Desk } from "../cycle/desk.js";
import type { Environment } from "../environment.js";
import type { Outcome } from "../outcome.js";
import { namePlan } from "../tasks/print-plan.js";
import { readPlanDocument } from "../tasks/read-plan-file.js";
import { headOf } from "../tasks/save-outputs.js";

/** While it waits for its number, a plan is known by its title. */
const nameOf = (plan: Plan): string => (plan.number === undefined ? `${plan.type} ${plan.title}` : namePlan(plan));

const isError = ({ severity }: Finding): boolean => severity === "error";

/**
 * Reads the plans and what bodies reported of their tasks.
 *
 * @param cutOff last day of the period that is reported on
 * @returns findings instead where a plan is not there or cannot be read: a report without its tasks would look complete
 */
export async function followedPlans(
  { workspace, register }: Pick<Desk, "workspace" | "register">,
  ledger: Pick<LedgerReading, "taskWorkbooks" | "taskReports">,
  cutOff: Day,
  environment: Environment,
): Promise<Outcome<readonly FollowedPlan[]>> {
  const plans: FollowedPlan[] = [];
  for (const { path: written, place } of workspace.followed ?? []) {
    const path = join(workspace.root, written);
    if ((await environment.files.kind(path)) !== "file")
      return { ok: false, findings: [reportWorkspace("workspace/no-plan", { path: written }, place)] };
    const source = await readPlanDocument(path, environment);
    if (!source.ok) return source;
    const { document, findings } = source.value;
    if (document === undefined || findings.some(isError)) return { ok: false, findings: findings.filter(isError) };
    const { plan } = readPlan(document, { register });
    if (plan.tasks.length === 0)
      return { ok: false, findings: [reportWorkspace("workspace/no-tasks", { path: written }, place)] };
    plans.push(followPlan(nameOf(plan), plan, latestTaskStates(ledger, planIdentity(headOf(plan))), cutOff));
  }
  return { ok: true, value: plans };
}
