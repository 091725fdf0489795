/** What a call of `vanthu report` asks for. */
import { extname, resolve } from "node:path";
import { reportBound } from "../../findings/messages/bound.js";
import { reportCall } from "../../findings/messages/cli.js";
import { reportVerify } from "../../findings/messages/verify.js";
import { type Handler, refusal } from "../command.js";
import type { Environment } from "../environment.js";

/** Whether the word of the call names a workbook, and not a period. */
const isWorkbook = (word: string | undefined): boolean =>
  word !== undefined && /^\.(?:xlsx|xlsm|xls)$/iu.test(extname(word));

/** Whether there is no ledger to take figures from: the call speaks of a unit's own report. */
async function isOwnReport(word: string | undefined, environment: Environment): Promise<boolean> {
  if (isWorkbook(word)) return true;
  if (word === undefined || extname(word).toLowerCase() !== ".md") return false;
  const { hasNoLedger } = await import("./ledger-figures.js");
  return hasNoLedger(resolve(environment.cwd, word), environment);
}

/** Loads only what the call needs. */
export const reportHandler: Handler = async (call, environment) => {
  const whole = call.options.update !== true && call.options.accept === undefined;
  if (call.options.manifest === true && !whole) return refusal([reportVerify("verify/whole-report", {})], 2);
  if (call.options.update === true || call.options.accept !== undefined) {
    if (call.options.out !== undefined) return refusal([reportCall("cli/update-in-place", {})], 2);
    if (await isOwnReport(call.args[0], environment)) return refusal([reportBound("bound/own-report", {})], 2);
    return (await import("./update-command.js")).updateCommand(call, environment);
  }
  if (!isWorkbook(call.args[0])) return (await import("./report-command.js")).reportCommand(call, environment);
  if (call.options.template !== undefined) return refusal([reportCall("cli/own-without-template", {})], 2);
  return (await import("./own-report-command.js")).ownReportCommand(call, environment);
};
