/** What a call of `vanthu report` asks for. */
import { extname } from "node:path";
import { reportVerify } from "../../findings/messages/verify.js";
import { type Handler, refusal } from "../command.js";

/** Whether the word of the call names a workbook, and not a period. */
const isWorkbook = (word: string | undefined): boolean =>
  word !== undefined && /^\.(?:xlsx|xlsm|xls)$/iu.test(extname(word));

/** Loads only what the call needs. */
export const reportHandler: Handler = async (call, environment) => {
  const whole = call.options.update !== true && call.options.accept === undefined && !isWorkbook(call.args[0]);
  if (call.options.manifest === true && !whole) return refusal([reportVerify("verify/whole-report", {})], 2);
  if (call.options.update === true || call.options.accept !== undefined) {
    return (await import("./update-command.js")).updateCommand(call, environment);
  }
  if (isWorkbook(call.args[0])) return (await import("./own-report-command.js")).ownReportCommand(call, environment);
  return (await import("./report-command.js")).reportCommand(call, environment);
};
