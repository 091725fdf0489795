import { resolve } from "node:path";
import { reportCall } from "../../findings/messages/cli.js";
import { todayInVietnam } from "../../periods/index.js";
import { type Handler, optionValue, refusal } from "../command.js";
import type { Outcome } from "../outcome.js";
import { printPlan } from "./print-plan.js";
import { readPlanFile } from "./read-plan-file.js";

/** Most days that a deadline may be asked to lie after signing. */
const MOST_LEAD_DAYS = 366;

function readLeadDays(typed: string | undefined): Outcome<number | undefined> {
  if (typed === undefined) return { ok: true, value: undefined };
  const days = /^\d{1,3}$/u.test(typed) ? Number(typed) : Number.NaN;
  if (days <= MOST_LEAD_DAYS) return { ok: true, value: days };
  const params = { option: "--lead-days", value: typed, allowed: `số ngày, từ 0 đến ${MOST_LEAD_DAYS}` };
  return { ok: false, findings: [reportCall("cli/bad-value", params)] };
}

/** `vanthu tasks`: what a plan asks of whom, by when, as data. */
export const tasksCommand: Handler = async (call, environment) => {
  const leadDays = readLeadDays(optionValue(call, "leadDays"));
  if (!leadDays.ok) return refusal(leadDays.findings, 2);
  const path = resolve(environment.cwd, call.args[0] ?? "");
  const file = await readPlanFile(path, leadDays.value, environment);
  if (!file.ok) return refusal(file.findings, 2);
  const { reading, findings } = file.value;
  const exit = findings.some(({ severity }) => severity === "error") ? 1 : 0;
  if (reading === undefined) return refusal(findings, 1);
  const today = todayInVietnam(environment.now());
  return { exit, findings, lines: printPlan(reading.plan, today), result: { plan: reading.plan } };
};
