/** What units registered becomes their target of the year: `vanthu cycle confirm`. */
import { type Registration, registersTargets, registrationOf } from "../../cycle/confirm/registrations.js";
import type { Ledger } from "../../cycle/ledger/index.js";
import { reportersOf } from "../../cycle/open/outlines.js";
import type { Finding } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { findUnit, nameAt } from "../../organisation/index.js";
import type { Period } from "../../periods/index.js";
import type { Call, Handler, Report } from "../command.js";
import { refusal } from "../command.js";
import type { Environment } from "../environment.js";
import { type Desk, findDesk, periodOfCall, unitOfCall, withLedger } from "./desk.js";
import { chooseFormSet, type FormSetAtHand, readFormSets } from "./form-sets.js";

interface Wish {
  readonly desk: Desk;
  readonly period: Period;
  readonly formSet: FormSetAtHand["formSet"];
  /** Codes of the units to confirm. */
  readonly units: readonly string[];
}

const nameOf = ({ desk, period }: Wish, code: string): string => {
  const unit = findUnit(desk.register, code);
  return unit === undefined ? code : nameAt(unit, period.window.to).official;
};

/** What was allocated and is not reached; a confirmation once made is no allocation. */
function belowOf(wish: Wish, { unit, targets }: Registration): readonly Finding[] {
  const said = targets.flatMap(({ name, value, before }) =>
    before === undefined || value >= before ? [] : [`${name} ${value}, được phân bổ ${before}`],
  );
  return said.length === 0 ? [] : [reportCycleCall("cycle-cli/confirm-below", { unit: nameOf(wish, unit), said })];
}

async function confirm(wish: Wish, ledger: Ledger, environment: Environment): Promise<Report> {
  const { period, formSet, units } = wish;
  const found = units.map(
    (unit) => [unit, registrationOf(ledger, formSet, unit, { period: period.id, year: period.year })] as const,
  );
  const missing = found.flatMap(([unit, registration]) => (registration === undefined ? [nameOf(wish, unit)] : []));
  const findings: Finding[] =
    missing.length === 0 ? [] : [reportCycleCall("cycle-cli/confirm-missing", { units: missing })];
  const confirmed: Registration[] = [];
  for (const [, registration] of found) {
    if (registration === undefined) continue;
    const { revision, targets } = registration;
    const bytes = await ledger.readFile(revision.file.sha256);
    if (bytes === undefined) throw new Error(`file ${revision.file.sha256} is gone from the ledger`);
    const outcome = await ledger.loadOpeningBalances({
      file: { bytes, name: revision.file.name },
      rows: targets.map(({ row }) => row),
      who: environment.runner.user,
    });
    findings.push(...belowOf(wish, registration), ...outcome.findings);
    if (!outcome.done) return { exit: 2, findings, lines: [], result: { period: period.id, confirmed: [] } };
    confirmed.push(registration);
  }
  return {
    exit: missing.length === 0 ? 0 : 1,
    findings,
    lines: [
      ...confirmed.map(
        ({ unit, targets }) =>
          `${nameOf(wish, unit)}: ${targets.map(({ name, value }) => `${name} ${value}`).join("; ")}.`,
      ),
      `Đã xác nhận chỉ tiêu năm ${period.year} của ${confirmed.length}/${units.length} đơn vị.`,
    ],
    result: {
      period: period.id,
      year: period.year,
      confirmed: confirmed.map(({ unit, revision, targets }) => ({
        unit,
        revision: revision.number,
        targets: targets.map(({ target, value, before }) => ({
          target,
          value,
          ...(before === undefined ? {} : { before }),
        })),
      })),
      missing,
    },
  };
}

/** `vanthu cycle confirm`. */
export const confirmCommand: Handler = async (call: Call, environment) => {
  const desk = await findDesk(environment);
  if (!desk.ok) return refusal(desk.findings, 2);
  const period = periodOfCall(call.args[0], desk.value);
  if (!period.ok) return refusal(period.findings, 2);
  const unit = unitOfCall(call, desk.value);
  if (!unit.ok) return refusal(unit.findings, 2);
  const all = call.options.all === true;
  if (all === (unit.value !== undefined)) return refusal([reportCycleCall("cycle-cli/confirm-whom", {})], 2);
  const formSets = await readFormSets(desk.value.workspace.root, environment);
  if (!formSets.ok) return refusal(formSets.findings, 2);
  return withLedger(desk.value, "write", environment, async (ledger) => {
    const opened = ledger.period(period.value.id)?.formSet;
    const nothing = refusal([reportCycleCall("cycle-cli/confirm-nothing", { period: period.value.name })], 2);
    if (opened === undefined) return nothing;
    const atHand = chooseFormSet(formSets.value, period.value, opened, undefined);
    if (!atHand.ok) return refusal(atHand.findings, 2);
    const { formSet } = atHand.value;
    if (!registersTargets(formSet)) return nothing;
    const reporters = reportersOf(desk.value.register, formSet, period.value).units.map(({ code }) => code);
    const units = unit.value === undefined ? reporters : [unit.value];
    return confirm({ desk: desk.value, period: period.value, formSet, units }, ledger, environment);
  });
};
