/** More time, another chance, the end: `vanthu cycle extend`, `reopen`, `lock`. */
import { join, resolve } from "node:path";
import type { Ledger, Outcome as LedgerOutcome } from "../../cycle/ledger/index.js";
import { findUnit, nameAt } from "../../organisation/index.js";
import { type Period, periodCalendar, sayDay, sayDue } from "../../periods/index.js";
import { type Call, type Handler, optionValue, type Report, refusal } from "../command.js";
import type { Environment } from "../environment.js";
import type { Outcome } from "../outcome.js";
import { type Desk, dayOfCall, demand, findDesk, periodOfCall, unitOfCall, withLedger } from "./desk.js";
import { officeName } from "./office-name.js";
import { OUT_FOLDER } from "./open-command.js";
import { saveFile } from "./save-file.js";

/** What the call says. */
interface Wish {
  readonly desk: Desk;
  readonly period: Period;
  readonly unit: string | undefined;
  readonly until: string | undefined;
  readonly reason: string;
  readonly who: string;
}

async function readWish(call: Call, environment: Environment): Promise<Outcome<Wish>> {
  const desk = await findDesk(environment);
  if (!desk.ok) return desk;
  const period = periodOfCall(call.args[0], desk.value);
  if (!period.ok) return period;
  const unit = unitOfCall(call, desk.value);
  if (!unit.ok) return unit;
  const until = dayOfCall(call, "until");
  if (!until.ok) return until;
  const reason = optionValue(call, "reason") ?? "";
  const { user: who } = environment.runner;
  return {
    ok: true,
    value: { desk: desk.value, period: period.value, unit: unit.value, until: until.value, reason, who },
  };
}

/** Units in words: one by its name, or all. */
function whose({ desk, unit, period }: Wish): string {
  const known = unit === undefined ? undefined : findUnit(desk.register, unit);
  return known === undefined ? "mọi đơn vị" : nameAt(known, period.window.to).official;
}

/** What stands in the result of each of the commands. */
const resultOf = ({ period, unit, until }: Wish): Report["result"] => ({
  period: period.id,
  ...(unit === undefined ? {} : { unit }),
  ...(until === undefined ? {} : { until }),
});

/** A command that makes one event in the ledger. */
const command =
  (act: (wish: Wish, ledger: Ledger, call: Call, environment: Environment) => Promise<Report>): Handler =>
  async (call, environment) => {
    const wish = await readWish(call, environment);
    if (!wish.ok) return refusal(wish.findings, 2);
    return withLedger(wish.value.desk, "write", environment, (ledger) => act(wish.value, ledger, call, environment));
  };

const answer = ({ done, findings }: LedgerOutcome, wish: Wish, ...lines: readonly string[]): Report =>
  done ? { exit: 0, findings, lines, result: resultOf(wish) } : refusal(findings, 2);

const UNTIL = ["--until (--den-ngay)", "30/5/2026"] as const;
const UNIT = ["--unit (--don-vi)", "p-song-kim"] as const;

/** The calendar with the new day, so that the unit is reminded of it. */
async function saveCalendar(
  { desk, period, unit, until = period.lastDay }: Wish,
  revision: number,
  call: Call,
  environment: Environment,
): Promise<Outcome<string>> {
  const { workspace, kinds, today, register } = desk;
  const known = unit === undefined ? undefined : findUnit(register, unit);
  // of a unit whose level is due before the period, the new day may be so as well
  const text = periodCalendar(
    { ...period, lastDay: until, dueInWords: sayDue(until, "on") },
    {
      ...{ kinds, office: officeName(workspace), issued: today, revision },
      ...(workspace.reportsTo === undefined ? {} : { sentTo: workspace.reportsTo }),
      ...(known === undefined ? {} : { unit: { code: known.code, name: nameAt(known, period.window.to).official } }),
    },
  );
  const out = optionValue(call, "out");
  const base = out === undefined ? join(workspace.root, OUT_FOLDER) : resolve(environment.cwd, out);
  // each extension has a file of its own, so none takes the place of one that was sent
  const name = `gia-han-${known?.code ?? "chung"}-${until}.ics`;
  return saveFile(join(base, period.id, name), text, true, environment);
}

/** `vanthu cycle extend`. */
export const extendCommand = command(async (wish, ledger, call, environment) => {
  const { period, unit, reason, who } = wish;
  const until = demand(wish.until, ...UNTIL);
  if (!until.ok) return refusal(until.findings, 2);
  const own = unit === undefined ? {} : { unit };
  const outcome = await ledger.extend({ period: period.id, until: until.value, reason, who, ...own });
  if (!outcome.done) return refusal(outcome.findings, 2);
  const extensions = ledger.events(period.id, unit).filter(({ kind }) => kind === "extended").length;
  const calendar = await saveCalendar(wish, extensions, call, environment);
  const report = answer(
    outcome,
    wish,
    `Đã gia hạn kỳ ${period.name} cho ${whose(wish)} đến hết ngày ${sayDay(until.value)}.`,
    ...(calendar.ok ? [`Lịch nhắc hạn mới: ${calendar.value}.`] : []),
  );
  return calendar.ok ? report : { ...report, exit: 2, findings: [...report.findings, ...calendar.findings] };
});

/** `vanthu cycle reopen`. */
export const reopenCommand = command(async (wish, ledger) => {
  const { period, until, reason, who } = wish;
  const unit = demand(wish.unit, ...UNIT);
  if (!unit.ok) return refusal(unit.findings, 2);
  const day = until === undefined ? {} : { until };
  return answer(
    await ledger.reopen({ period: period.id, unit: unit.value, reason, who, ...day }),
    wish,
    `Đã mở lại kỳ ${period.name} cho ${whose(wish)}. Thu xong thì khoá lại: vanthu cycle lock ${period.id} --unit ${unit.value}.`,
  );
});

/** So many units are named; of more the number says enough. */
const NAMED = 10;

/** `vanthu cycle lock`. */
export const lockCommand = command(async (wish, ledger) => {
  const { period, unit, reason, who } = wish;
  const own = unit === undefined ? {} : { unit };
  const outcome = await ledger.lock({ period: period.id, reason, who, ...own });
  const coverage = ledger.export(period.id)?.coverage;
  const counts =
    coverage === undefined ? "" : ` Số chốt có ${coverage.counted.length}/${coverage.asked.length} đơn vị.`;
  const unsigned = coverage?.unsigned.length ?? 0;
  const names = (codes: readonly string[]): string => {
    const known = codes.map((code) => findUnit(wish.desk.register, code));
    const said = known.map((each, at) => (each === undefined ? codes[at] : nameAt(each, period.window.to).official));
    return said.length > NAMED ? `${said.slice(0, NAMED).join("; ")}; …` : said.join("; ");
  };
  const missing = (coverage?.missing ?? []).filter((code) => unit === undefined || code === unit);
  return answer(
    outcome,
    wish,
    `Đã khoá kỳ ${period.name} với ${whose(wish)}.${counts}`,
    ...(missing.length === 0
      ? []
      : [
          `Không có trong số chốt, vì chưa gửi hoặc còn phải sửa: ${names(missing)}.`,
          `Nhận bổ sung: vanthu cycle reopen ${period.id} --unit <mã> --reason "…", thu, rồi khoá lại đơn vị đó.`,
        ]),
    ...(unsigned === 0 ? [] : [`${unsigned} đơn vị có số chốt nhưng chưa có bản ký.`]),
  );
});
