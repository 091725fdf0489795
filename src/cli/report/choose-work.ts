/** What a call of `vanthu report` asks for. */
import type { Handler } from "../command.js";

/** Loads only what the call needs. */
export const reportHandler: Handler = async (call, environment) => {
  if (call.options.update === true || call.options.accept !== undefined) {
    return (await import("./update-command.js")).updateCommand(call, environment);
  }
  return (await import("./report-command.js")).reportCommand(call, environment);
};
