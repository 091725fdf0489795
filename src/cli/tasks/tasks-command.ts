import { dirname, resolve } from "node:path";
import { reportCall } from "../../findings/messages/cli.js";
import { reportTasks } from "../../findings/messages/plan/tasks.js";
import { nearest } from "../../findings/nearest.js";
import type { Plan } from "../../model/plan.js";
import type { Task } from "../../model/task.js";
import { todayInVietnam } from "../../periods/index.js";
import { bodiesOf, bodyKey, partsOfBody } from "../../plan/outputs/bodies.js";
import { type Handler, optionValue, refusal } from "../command.js";
import type { Outcome } from "../outcome.js";
import { printPlan } from "./print-plan.js";
import { readPlanFile } from "./read-plan-file.js";
import { saveTaskOutputs } from "./save-outputs.js";
import { collectedStates } from "./task-states.js";

/** Most days that a deadline may be asked to lie after signing. */
const MOST_LEAD_DAYS = 366;

function readLeadDays(typed: string | undefined): Outcome<number | undefined> {
  if (typed === undefined) return { ok: true, value: undefined };
  const days = /^\d{1,3}$/u.test(typed) ? Number(typed) : Number.NaN;
  if (days <= MOST_LEAD_DAYS) return { ok: true, value: days };
  const params = { option: "--lead-days", value: typed, allowed: `số ngày, từ 0 đến ${MOST_LEAD_DAYS}` };
  return { ok: false, findings: [reportCall("cli/bad-value", params)] };
}

/** The tasks of the body that `--body` names, by its name as the plan prints it. */
function tasksOfBody(tasks: readonly Task[], typed: string | undefined): Outcome<readonly Task[]> {
  if (typed === undefined) return { ok: true, value: tasks };
  const names = bodiesOf(tasks);
  const body = names.find((name) => bodyKey(name) === bodyKey(typed));
  if (body !== undefined) return { ok: true, value: tasks.filter((task) => partsOfBody(task, body).length > 0) };
  return { ok: false, findings: [reportTasks("plan/body-unknown", { typed, nearest: nearest(typed, names) })] };
}

/** `vanthu tasks`: what a plan asks of whom, by when, as data, as calendars and as tracking workbooks. */
export const tasksCommand: Handler = async (call, environment) => {
  const leadDays = readLeadDays(optionValue(call, "leadDays"));
  if (!leadDays.ok) return refusal(leadDays.findings, 2);
  const path = resolve(environment.cwd, call.args[0] ?? "");
  const file = await readPlanFile(path, leadDays.value, environment);
  if (!file.ok) return refusal(file.findings, 2);
  const { reading, findings } = file.value;
  if (reading === undefined) return refusal(findings, 1);
  const body = optionValue(call, "body");
  const tasks = tasksOfBody(reading.plan.tasks, body);
  if (!tasks.ok) return refusal(tasks.findings, 2);
  const today = todayInVietnam(environment.now());
  const plan: Plan = { ...reading.plan, tasks: [...tasks.value] };
  const asked = { plan, tasks: reading.plan.tasks, ...(body === undefined ? {} : { body }), today };
  const states = await collectedStates(dirname(path), reading.plan, environment);
  const unreadable = new Set(
    reading.tasks.flatMap(({ task, timingProblems }) => (timingProblems.length > 0 ? [task.id] : [])),
  );
  const saved = await saveTaskOutputs(call, path, asked, environment);
  if (!saved.ok) return refusal(saved.findings, 2);
  const written = saved.value.map((shown) => `Đã ghi ${shown}`);
  return {
    exit: findings.some(({ severity }) => severity === "error") ? 1 : 0,
    findings,
    lines: [...printPlan(plan, today, { states, unreadable }), ...(written.length === 0 ? [] : ["", ...written])],
    result: { plan, files: saved.value, ...(states.size === 0 ? {} : { states: Object.fromEntries(states) }) },
  };
};
