/** What every command of the cycle begins with: the workspace, its units, its form sets, its ledger. */
import { join } from "node:path";
import { type Ledger, openLedger } from "../../cycle/ledger/index.js";
import type { Finding } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { nearest } from "../../findings/nearest.js";
import { type Day, findUnit, loadUnits, type UnitRegister } from "../../organisation/index.js";
import { findPeriod, mergeKinds, type Period, type PeriodKind, todayInVietnam } from "../../periods/index.js";
import { isoDay, readDay } from "../../workspace/day.js";
import type { Workspace } from "../../workspace/workspace.js";
import { type Call, optionValue, type Report, refusal } from "../command.js";
import type { Environment } from "../environment.js";
import { findWorkspace } from "../office.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";

export const UNITS_FILE = "don-vi.yaml";

/** The office that runs the cycle. */
export interface Desk {
  readonly workspace: Workspace;
  readonly register: UnitRegister;
  /** All kinds of period of the office. */
  readonly kinds: readonly PeriodKind[];
  readonly today: Day;
  /** Warnings of the files that were read. */
  readonly findings: readonly Finding[];
}

const refuse = (finding: Finding): Outcome<never> => ({ ok: false, findings: [finding] });

/** Reads `vanthu.yaml`, from the working folder upward, and `don-vi.yaml` beside it. */
export async function findDesk(environment: Environment): Promise<Outcome<Desk>> {
  const { cwd, files, now } = environment;
  const found = await findWorkspace(cwd, environment);
  if (!found.ok) return found;
  const workspace = found.value;
  if (workspace === undefined) return refuse(reportCycleCall("cycle-cli/no-workspace", {}));
  const path = join(workspace.root, UNITS_FILE);
  const shown = shownPath(path, cwd);
  const bytes = await attempt(shown, "read", async () =>
    (await files.kind(path)) === undefined ? undefined : files.read(path),
  );
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return refuse(reportCycleCall("cycle-cli/no-units", {}, { file: shown }));
  const text = new TextDecoder().decode(bytes.value).replace(/^\uFEFF/u, "");
  const { register, findings } = loadUnits(text, shown);
  if (register === undefined) return { ok: false, findings };
  const kinds = mergeKinds(workspace.periodKinds ?? []);
  return { ok: true, value: { workspace, register, kinds, today: todayInVietnam(now()), findings } };
}

/** The period that the call names as its first word. */
export function periodOfCall(typed: string | undefined, { kinds }: Pick<Desk, "kinds">): Outcome<Period> {
  const { period, findings } = findPeriod(typed ?? "", kinds);
  return period === undefined ? { ok: false, findings } : { ok: true, value: period };
}

/** The unit of `--unit`; undefined when the call names none. */
export function unitOfCall(call: Call, { register }: Pick<Desk, "register">): Outcome<string | undefined> {
  const typed = optionValue(call, "unit");
  if (typed === undefined || findUnit(register, typed) !== undefined) return { ok: true, value: typed };
  const codes = register.units.map(({ code }) => code);
  return refuse(reportCycleCall("cycle-cli/unknown-unit", { typed, nearest: nearest(typed, codes) }));
}

/** A day of the call, ISO; undefined when the call names none. */
export function dayOfCall(call: Call, option: "until" | "received"): Outcome<Day | undefined> {
  const value = optionValue(call, option);
  if (value === undefined) return { ok: true, value: undefined };
  const day = readDay(value);
  if (day === undefined) return refuse(reportCycleCall("cycle-cli/bad-day", { option: `--${option}`, value }));
  return { ok: true, value: isoDay(day) };
}

/** A value without which the command cannot work. */
export function demand<T>(value: T | undefined, option: string, example: string): Outcome<T> {
  if (value !== undefined) return { ok: true, value };
  return refuse(reportCycleCall("cycle-cli/missing-option", { option, example }));
}

/**
 * Opens the ledger of a desk, does some work with it and lets it go.
 *
 * @param access `read` takes no lock and changes nothing
 */
export async function withLedger(
  { workspace }: Pick<Desk, "workspace">,
  access: "read" | "write",
  environment: Environment,
  work: (ledger: Ledger) => Promise<Report>,
): Promise<Report> {
  const { now, runner } = environment;
  const { ledger, findings } = await openLedger(workspace.root, { now, host: runner.host, pid: runner.pid, access });
  if (ledger === undefined) return refusal(findings, 2);
  try {
    const report = await work(ledger);
    return { ...report, findings: [...findings, ...report.findings] };
  } finally {
    await ledger.close();
  }
}
