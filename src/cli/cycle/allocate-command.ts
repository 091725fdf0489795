/** The targets that a plan shares out to units become theirs: `vanthu cycle allocate`. */
import { basename, extname, resolve } from "node:path";
import { type AllocatedRows, allocatedRows } from "../../cycle/allocate/allocated-rows.js";
import type { Finding } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import type { Allocation } from "../../model/allocation.js";
import { checkSums } from "../../plan/targets/check-allocation.js";
import { readAllocationWorkbook } from "../../plan/targets/index.js";
import { type Handler, refusal } from "../command.js";
import type { Environment } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { readPlanFile } from "../tasks/read-plan-file.js";
import { type Desk, findDesk, withLedger } from "./desk.js";
import { readFormSets } from "./form-sets.js";

interface Found {
  readonly bytes: Uint8Array;
  /** Where each allocation stands, and the allocation. */
  readonly allocations: readonly (readonly [source: string, allocation: Allocation])[];
  readonly findings: readonly Finding[];
}

/** The allocations of a plan's annexes, or of a workbook. */
async function readAllocations(path: string, desk: Desk, environment: Environment): Promise<Outcome<Found>> {
  const shown = shownPath(path, environment.cwd);
  const bytes = await attempt(shown, "read", () => environment.files.read(path));
  if (!bytes.ok) return bytes;
  if (extname(path).toLowerCase() === ".xlsx") {
    const { register, today } = desk;
    const { allocation, findings } = readAllocationWorkbook(bytes.value, { register, day: today });
    const all = [...findings, ...(allocation === undefined ? [] : checkSums(allocation))];
    const allocations = allocation === undefined ? [] : [[basename(path), allocation] as const];
    return { ok: true, value: { bytes: bytes.value, allocations, findings: all } };
  }
  const plan = await readPlanFile(path, undefined, environment);
  if (!plan.ok) return plan;
  const { reading, findings } = plan.value;
  const allocations = (reading?.plan.allocations ?? []).map((each) => [each.annex, each] as const);
  const about = findings.filter(({ id }) => reading === undefined || /allocation|target-(?:row|column|unit)/u.test(id));
  return { ok: true, value: { bytes: bytes.value, allocations, findings: about } };
}

const isError = ({ severity }: Finding): boolean => severity === "error";

/** `vanthu cycle allocate`. */
export const allocateCommand: Handler = async (call, environment) => {
  const desk = await findDesk(environment);
  if (!desk.ok) return refusal(desk.findings, 2);
  const path = resolve(environment.cwd, call.args[0] ?? "");
  const found = await readAllocations(path, desk.value, environment);
  if (!found.ok) return refusal(found.findings, 2);
  const formSets = await readFormSets(desk.value.workspace.root, environment);
  if (!formSets.ok) return refusal(formSets.findings, 2);
  const { bytes, allocations, findings } = found.value;
  const file = shownPath(path, environment.cwd);
  if (allocations.length === 0) {
    return refusal([...findings, reportCycleCall("cycle-cli/allocate-nothing", { file })], 2);
  }
  const sets = formSets.value.map(({ formSet }) => formSet);
  const made = allocations.map(([source, allocation]): AllocatedRows => allocatedRows(allocation, sets, source));
  const all = [...findings, ...made.flatMap((each) => each.findings)];
  const rows = made.flatMap((each) => each.rows);
  if (all.some(isError) || rows.length === 0) return refusal(all, 1);
  return withLedger(desk.value, "write", environment, async (ledger) => {
    const outcome = await ledger.loadOpeningBalances({
      file: { bytes, name: basename(path) },
      rows,
      who: environment.runner.user,
    });
    const said = [...all, ...outcome.findings];
    if (!outcome.done) return refusal(said, 2);
    const taken = made.flatMap((each) => each.taken);
    const units = new Set(rows.map(({ unit }) => unit)).size;
    return {
      exit: said.some(({ severity }) => severity === "error") ? 1 : 0,
      findings: said,
      lines: [
        ...taken.map(({ indicator, code, name }) => `${indicator} → ${code} (${name})`),
        `Đã ghi chỉ tiêu phân bổ của ${units} đơn vị vào sổ theo dõi.`,
      ],
      result: { file, units, taken, figures: rows.length },
    };
  });
};
