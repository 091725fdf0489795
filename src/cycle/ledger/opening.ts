/** Opening periods, and noting the outlines sent out in them. */

import { reportLedger } from "../../findings/messages/ledger.js";
import { sayDay } from "../../periods/day.js";
import type { Period } from "../../periods/period.js";
import type { LedgerContext } from "./context.js";
import { insertDue } from "./due-days.js";
import { change, done, type Outcome, refused } from "./outcome.js";
import { insertOutline, listOutlines, type OutlineIssue } from "./outlines.js";
import { type FormSetUse, findPeriod, firstUse, insertPeriod, type OpenedPeriod } from "./periods.js";

/** A period that is to be opened. */
export interface OpeningRequest {
  readonly period: Period;
  readonly formSet: FormSetUse;
  readonly who: string;
}

/** In which of its parts a period differs from what was opened, in the user's words. */
function differences(opened: OpenedPeriod, { period, formSet }: OpeningRequest): readonly string[] {
  const window = ({ from, to }: Period["window"]): string => `${sayDay(from)}–${sayDay(to)}`;
  const parts: readonly (readonly [name: string, before: string, now: string])[] = [
    ["thời gian số liệu", window(opened.period.window), window(period.window)],
    ["hạn báo cáo", sayDay(opened.period.lastDay), sayDay(period.lastDay)],
    ["bộ biểu mẫu", `${opened.formSet.id} ${opened.formSet.version}`, `${formSet.id} ${formSet.version}`],
  ];
  return parts.flatMap(([name, before, now]) => (before === now ? [] : `${name} (đã mở: ${before}; nay: ${now})`));
}

/** Opens a period; opening it again the same way changes nothing. */
export function openPeriod(context: LedgerContext, request: OpeningRequest): Promise<Outcome> {
  const { connection, file, time } = context;
  const { period, formSet, who } = request;
  return change(context, period.id, () => {
    const used = firstUse(connection, formSet);
    if (formSet.hash !== undefined && used !== undefined && used.hash !== formSet.hash) {
      const params = { formSet: formSet.id, version: formSet.version, period: used.id };
      return refused(reportLedger("ledger/form-set-edited", params, { file }));
    }
    const opened = findPeriod(connection, period.id);
    if (opened === undefined) {
      insertPeriod(connection, { period, formSet, openedAt: time() }, who);
      return done();
    }
    const parts = differences(opened, request);
    if (parts.length === 0) return done();
    return refused(reportLedger("ledger/period-differs", { name: opened.period.name, parts }, { file }));
  });
}

/** Notes the outlines that were made, all or none; the same outline again changes nothing. */
export function recordOutlines(
  context: LedgerContext,
  period: string,
  issues: readonly OutlineIssue[],
): Promise<Outcome> {
  const { connection, file, time } = context;
  const nameOf = ({ unit, revision }: Pick<OutlineIssue, "unit" | "revision">): string => `${revision} ${unit}`;
  return change(context, period, () => {
    const opened = findPeriod(connection, period);
    if (opened === undefined) return refused(reportLedger("ledger/period-not-opened", { period }, { file }));
    const known = new Map(listOutlines(connection, period).map((issue) => [nameOf(issue), issue.hash]));
    const added: OutlineIssue[] = [];
    for (const issue of issues) {
      const hash = known.get(nameOf(issue));
      if (hash === undefined) added.push(issue);
      else if (hash !== issue.hash) {
        const params = { unit: issue.unit, revision: issue.revision };
        return refused(reportLedger("ledger/outline-differs", params, { file }));
      }
      known.set(nameOf(issue), issue.hash);
    }
    const madeAt = time();
    for (const issue of added) insertOutline(connection, period, issue, madeAt);
    for (const { unit, due } of issues) if (due !== undefined) insertDue(connection, opened, unit, due, madeAt);
    return done();
  });
}
