import { join, resolve } from "node:path";
import type { Ledger } from "../../cycle/ledger/index.js";
import { reportersOf } from "../../cycle/open/outlines.js";
import type { Finding } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { yearsAsked } from "../../forms/index.js";
import type { Unit } from "../../organisation/index.js";
import { type Period, periodCalendar, sayDay } from "../../periods/index.js";
import { type Call, type Handler, optionValue, type Report, refusal } from "../command.js";
import type { Environment } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { checkOutputs } from "../outputs.js";
import { type Desk, findDesk, periodOfCall, unitOfCall, withLedger } from "./desk.js";
import { writeDiffering } from "./differing.js";
import { chooseFormSet, type FormSetAtHand, readFormSets } from "./form-sets.js";
import { type Issued, issueOutlines, type Order, type Writing } from "./issue-outlines.js";
import { officeName } from "./office-name.js";

/** Folder of the workspace for what goes out. */
export const OUT_FOLDER = "ra";

/** The units that get a workbook, and warnings about others. */
function unitsOf(
  { register }: Desk,
  period: Period,
  { formSet }: FormSetAtHand,
  wanted: string | undefined,
): Outcome<{ readonly units: readonly Unit[]; readonly findings: readonly Finding[] }> {
  const { units, strange } = reportersOf(register, formSet, period);
  const codes = strange.map(({ code }) => code);
  const findings =
    codes.length === 0 || wanted !== undefined
      ? []
      : [reportCycleCall("cycle-cli/units-without-forms", { units: codes, formSet: formSet.id })];
  const asked = wanted === undefined ? units : units.filter(({ code }) => code === wanted);
  if (asked.length > 0) return { ok: true, value: { units: asked, findings } };
  const fault =
    wanted === undefined
      ? reportCycleCall("cycle-cli/nobody-files", { period: period.name })
      : reportCycleCall("cycle-cli/unit-files-nothing", { unit: wanted, period: period.name });
  return { ok: false, findings: [fault] };
}

/** A review over more or fewer years than its forms have columns for would lose figures, or ask for years to come. */
function spanMisfit({ name, kind, firstYear, year }: Period, { formSet }: FormSetAtHand): Finding | undefined {
  const [years, columns] = [year - firstYear + 1, yearsAsked(formSet, kind)];
  if (columns === 0 || years === columns) return undefined;
  const example = `${firstYear}-${firstYear + columns - 1}-${kind}`;
  return reportCycleCall("cycle-cli/wrong-span", { period: name, years, columns, example });
}

function calendarOf({ desk, period, folder }: Order) {
  const { workspace, kinds } = desk;
  const sentTo = workspace.reportsTo;
  const text = periodCalendar(period, {
    ...{ kinds, office: officeName(workspace) },
    ...(sentTo === undefined ? {} : { sentTo }),
  });
  return { path: join(folder, `${period.id}.ics`), bytes: new TextEncoder().encode(text) };
}

function linesOf({ period, folder, desk }: Order, { issued }: Writing, { cwd }: Environment): readonly string[] {
  const count = (test: (each: Issued) => boolean): number => issued.filter(test).length;
  const open = count(({ openingsOpen }) => openingsOpen);
  const { from, to } = period.window;
  return [
    `Kỳ ${period.name} đã mở: số liệu từ ngày ${sayDay(from)} đến ngày ${sayDay(to)}, gửi ${period.dueInWords}.`,
    `${issued.length} đơn vị có tệp trong ${shownPath(folder, cwd)}: ${count(({ kind }) => kind === "fresh")} tệp mới, ` +
      `${count(({ kind }) => kind === "again")} phát hành lại, ${count(({ kind }) => kind === "same")} không đổi.`,
    ...(period.lastDay < desk.today
      ? [
          `Hạn gửi đã qua: mọi đơn vị sẽ bị ghi là chậm. Đặt hạn khác bằng vanthu cycle extend ${period.id} --until <ngày> --reason "…".`,
        ]
      : []),
    ...(open === 0
      ? []
      : [
          `${open} tệp để mở số ban đầu, vì chưa có số chốt của năm trước; đơn vị phải tự nhập số đầu kỳ và số cùng kỳ.`,
          `Nếu có số các năm trước: vanthu cycle init --so-dau-ky <tệp .xlsx>, rồi chạy lại lệnh này trước khi gửi.`,
        ]),
    `Lịch nhắc hạn: ${shownPath(join(folder, `${period.id}.ics`), cwd)}. Gửi mỗi đơn vị tệp mang mã của đơn vị và tệp lịch.`,
  ];
}

async function carryOut(order: Order, ledger: Ledger, environment: Environment): Promise<Report> {
  const { period, atHand, folder, force } = order;
  const { formSet, hash } = atHand;
  const who = environment.runner.user;
  const opened = await ledger.openPeriod({ period, formSet: { id: formSet.id, version: formSet.version, hash }, who });
  if (!opened.done) return refusal(opened.findings, 2);
  const shown = shownPath(folder, environment.cwd);
  const prepared = await attempt(shown, "write", () => environment.files.createFolder(folder));
  if (!prepared.ok) return refusal(prepared.findings, 2);
  const writing = await issueOutlines(order, ledger, environment);
  const calendar = await writeDiffering([calendarOf(order)], force, environment);
  const findings = [...opened.findings, ...writing.findings, ...calendar.findings];
  const { id, name, lastDay } = period;
  return {
    exit: findings.some(({ severity }) => severity === "error") ? 2 : 0,
    findings,
    lines: linesOf(order, writing, environment),
    result: {
      period: { id, name, lastDay },
      formSet: { id: formSet.id, version: formSet.version },
      units: writing.issued,
    },
  };
}

/** `vanthu cycle open`: opens a period and makes every unit's workbook. */
export const openCommand: Handler = async (call: Call, environment) => {
  const desk = await findDesk(environment);
  if (!desk.ok) return refusal(desk.findings, 2);
  const period = periodOfCall(call.args[0], desk.value);
  if (!period.ok) return refusal(period.findings, 2);
  const wanted = unitOfCall(call, desk.value);
  if (!wanted.ok) return refusal(wanted.findings, 2);
  const { root } = desk.value.workspace;
  const formSets = await readFormSets(root, environment);
  if (!formSets.ok) return refusal(formSets.findings, 2);
  const out = optionValue(call, "out");
  const base = out === undefined ? join(root, OUT_FOLDER) : resolve(environment.cwd, out);
  const folder = join(base, period.value.id);
  const calendar = join(folder, `${period.value.id}.ics`);
  const obstacles = await checkOutputs([{ path: calendar, draft: calendar }], true, environment);
  if (obstacles.length > 0) return refusal(obstacles, 2);
  return withLedger(desk.value, "write", environment, async (ledger) => {
    const opened = ledger.period(period.value.id)?.formSet;
    const atHand = chooseFormSet(formSets.value, period.value, opened, optionValue(call, "forms"));
    if (!atHand.ok) return refusal(atHand.findings, 2);
    const misfit = spanMisfit(period.value, atHand.value);
    if (misfit !== undefined) return refusal([misfit], 2);
    const units = unitsOf(desk.value, period.value, atHand.value, wanted.value);
    if (!units.ok) return refusal(units.findings, 2);
    const report = await carryOut(
      {
        ...{ desk: desk.value, period: period.value, atHand: atHand.value, units: units.value.units, folder },
        ...{ force: call.options.force === true, quiet: call.options.json === true },
      },
      ledger,
      environment,
    );
    return { ...report, findings: [...desk.value.findings, ...units.value.findings, ...report.findings] };
  });
};
