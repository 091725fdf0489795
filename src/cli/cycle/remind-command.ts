import { resolve } from "node:path";
import { reminderLetter, unitsToRemind } from "../../cycle/answers/reminder.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { writeDraft } from "../../writers/draft/index.js";
import { type Handler, optionValue, refusal } from "../command.js";
import { dayOfCall, demand, findDesk, withLedger } from "./desk.js";
import { saveFile } from "./save-file.js";
import { statusOfCall } from "./status-command.js";

/** `vanthu cycle remind`: one letter to all late units, as a draft to be numbered and signed. */
export const remindCommand: Handler = async (call, environment) => {
  const day = dayOfCall(call, "until");
  if (!day.ok) return refusal(day.findings, 2);
  const until = demand(day.value, "--until (--den-ngay)", "30/5/2026");
  if (!until.ok) return refusal(until.findings, 2);
  const desk = await findDesk(environment);
  if (!desk.ok) return refusal(desk.findings, 2);
  return withLedger(desk.value, "read", environment, async (ledger) => {
    const status = statusOfCall(call, desk.value, ledger);
    if (!status.ok) return refusal(status.findings, 2);
    const { period } = status.value;
    const letter = reminderLetter(desk.value.workspace, status.value, until.value);
    if (letter === undefined) {
      const note = reportCycleCall("cycle-cli/nobody-late", { period: period.name });
      return { exit: 0, findings: [note], lines: [], result: { units: [] } };
    }
    const path = resolve(environment.cwd, optionValue(call, "out") ?? `don-doc-${period.id}.md`);
    const saved = await saveFile(path, writeDraft(letter), call.options.force === true, environment);
    if (!saved.ok) return refusal(saved.findings, 2);
    const units = unitsToRemind(status.value).map(({ unit }) => unit);
    return {
      exit: 0,
      findings: [],
      lines: [
        `Đã soạn công văn đôn đốc ${units.length} đơn vị: ${saved.value}.`,
        `Đọc lại, rồi cấp số và lập văn bản: vanthu number ${saved.value}; vanthu render ${saved.value}.`,
      ],
      result: { draft: saved.value, units },
    };
  });
};
