import { resolve } from "node:path";
import type { LedgerReading } from "../../cycle/ledger/index.js";
import { type Status, statusOf } from "../../cycle/status/status.js";
import { printStatus } from "../../cycle/status/table.js";
import { statusLine } from "../../cycle/status/words.js";
import type { Finding } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import { type Call, type Handler, optionValue, type Report, refusal } from "../command.js";
import type { Environment } from "../environment.js";
import type { Outcome } from "../outcome.js";
import { type Desk, findDesk, periodOfCall, withLedger } from "./desk.js";
import { editedFormSets } from "./edited-form-sets.js";
import { readFormSets } from "./form-sets.js";
import { formatOf } from "./format.js";
import { saveFile } from "./save-file.js";

const FORMATS = ["json", "xlsx", "html"] as const;
type Format = (typeof FORMATS)[number] | "text";

/** Id of the period that is asked for: as typed, else the one opened last. */
export function wantedPeriod(call: Call, desk: Desk, ledger: LedgerReading): Outcome<string> {
  const typed = call.args[0];
  if (typed === undefined) {
    const last = [...ledger.periods()].sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1)).at(-1);
    if (last !== undefined) return { ok: true, value: last.period.id };
    return { ok: false, findings: [reportCycleCall("cycle-cli/no-period-yet", {})] };
  }
  const period = periodOfCall(typed, desk);
  return period.ok ? { ok: true, value: period.value.id } : period;
}

/**
 * The status of the period that a call names as its first word, or of the one opened last.
 *
 * @returns findings when it was never opened
 */
export function statusOfCall(call: Call, desk: Desk, ledger: LedgerReading): Outcome<Status> {
  const id = wantedPeriod(call, desk, ledger);
  if (!id.ok) return id;
  const status = statusOf(ledger, desk.register, id.value, desk.today);
  if (status !== undefined) return { ok: true, value: status };
  return { ok: false, findings: [reportLedger("ledger/period-not-opened", { period: id.value })] };
}

const asJson = (status: Status): string => JSON.stringify(status, null, 2);

/** What a format makes of a status. */
const CONTENTS: { readonly [F in Format]: (status: Status) => Promise<string | Uint8Array> } = {
  text: async (status) => `${printStatus(status).join("\n")}\n`,
  json: async (status) => `${asJson(status)}\n`,
  xlsx: async (status) => (await import("../../cycle/status/workbook.js")).statusWorkbook(status),
  html: async (status) => (await import("../../cycle/status/page.js")).statusPage(status),
};

async function save(status: Status, format: Format, call: Call, environment: Environment): Promise<Report> {
  const name = optionValue(call, "out") ?? `tinh-hinh-${status.period.id}.${format}`;
  const contents = await CONTENTS[format](status);
  const saved = await saveFile(resolve(environment.cwd, name), contents, call.options.force === true, environment);
  if (!saved.ok) return refusal(saved.findings, 2);
  const lines = [statusLine(status), `Đã ghi ${saved.value}.`];
  return { exit: 0, findings: [], lines, result: { file: saved.value, status } };
}

/** What is wrong with the declaration of the period's forms. The status itself rests on the ledger alone and is shown. */
async function faultsOfForms(
  { period: { id } }: Status,
  desk: Desk,
  ledger: LedgerReading,
  environment: Environment,
): Promise<readonly Finding[]> {
  const opened = ledger.period(id);
  const atHand = await readFormSets(desk.workspace.root, environment);
  if (!atHand.ok) return atHand.findings;
  return opened === undefined ? [] : editedFormSets(atHand.value, [opened]);
}

/** `vanthu cycle status`: who has reported. */
export const statusCommand: Handler = async (call, environment) => {
  const format = formatOf(call, FORMATS);
  if (!format.ok) return refusal(format.findings, 2);
  const desk = await findDesk(environment);
  if (!desk.ok) return refusal(desk.findings, 2);
  return withLedger(desk.value, "read", environment, async (ledger) => {
    const status = statusOfCall(call, desk.value, ledger);
    if (!status.ok) return refusal(status.findings, 2);
    const findings = await faultsOfForms(status.value, desk.value, ledger, environment);
    const toFile = optionValue(call, "out") !== undefined || format.value === "xlsx" || format.value === "html";
    if (toFile) {
      const saved = await save(status.value, format.value, call, environment);
      return { ...saved, findings: [...saved.findings, ...findings] };
    }
    const lines = format.value === "json" ? [asJson(status.value)] : printStatus(status.value);
    return { exit: 0, findings, lines, result: { status: status.value } };
  });
};
