import { join, resolve } from "node:path";
import { type CollectResult, collect, isKeptOut, nodeInboxDisk, type OtherFile } from "../../cycle/collect/index.js";
import type { Ledger } from "../../cycle/ledger/index.js";
import type { Finding } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import type { Day } from "../../organisation/index.js";
import { sayDay } from "../../periods/index.js";
import { type FormSets, formSetKey } from "../../workbook/read/index.js";
import { type Call, type ExitCode, type Handler, optionValue, type Report, refusal } from "../command.js";
import type { Environment } from "../environment.js";
import { type Outcome, shownPath } from "../outcome.js";
import { progress } from "../print.js";
import { ANSWERS_FOLDER, answerReturns, isLatest } from "./answer-returns.js";
import { answerTracking } from "./answer-tracking.js";
import { type Desk, dayOfCall, findDesk, periodOfCall, withLedger } from "./desk.js";
import { editedFormSets } from "./edited-form-sets.js";
import { type FormSetAtHand, readFormSets } from "./form-sets.js";
import { printReturns } from "./print-returns.js";

/** Folder of the workspace into which the desk puts what arrives. */
export const INBOX_FOLDER = "hop-thu-den";

interface Wish {
  readonly desk: Desk;
  readonly paths: readonly string[];
  readonly atHand: readonly FormSetAtHand[];
  /** Id of the only period to collect. */
  readonly period?: string;
  readonly received?: Day;
  readonly again: boolean;
  readonly answers: string;
  readonly quiet: boolean;
}

const refuse = (finding: Finding): Outcome<never> => ({ ok: false, findings: [finding] });

/** What is collected: as the call names it, else the workspace's inbox. */
async function pathsOf(
  call: Call,
  { workspace }: Desk,
  { cwd, files }: Environment,
): Promise<Outcome<readonly string[]>> {
  if (call.args.length > 0) return { ok: true, value: call.args.map((word) => resolve(cwd, word)) };
  const inbox = join(workspace.root, INBOX_FOLDER);
  if ((await files.kind(inbox)) === "folder") return { ok: true, value: [inbox] };
  return refuse(reportCycleCall("cycle-cli/no-inbox", { path: shownPath(inbox, cwd) }));
}

function receivedOf(call: Call, { today }: Desk): Outcome<Day | undefined> {
  const received = dayOfCall(call, "received");
  if (!received.ok || received.value === undefined || received.value <= today) return received;
  return refuse(reportCycleCall("cycle-cli/future-day", { day: sayDay(received.value), today: sayDay(today) }));
}

async function readWish(call: Call, environment: Environment): Promise<Outcome<Wish>> {
  const desk = await findDesk(environment);
  if (!desk.ok) return desk;
  const typed = optionValue(call, "period");
  const period = typed === undefined ? undefined : periodOfCall(typed, desk.value);
  if (period?.ok === false) return period;
  const received = receivedOf(call, desk.value);
  if (!received.ok) return received;
  const paths = await pathsOf(call, desk.value, environment);
  if (!paths.ok) return paths;
  const { root } = desk.value.workspace;
  const atHand = await readFormSets(root, environment);
  if (!atHand.ok) return atHand;
  const out = optionValue(call, "out");
  return {
    ok: true,
    value: {
      desk: desk.value,
      paths: paths.value,
      atHand: atHand.value,
      ...(period === undefined ? {} : { period: period.value.id }),
      ...(received.value === undefined ? {} : { received: received.value }),
      again: call.options.again === true,
      answers: out === undefined ? join(root, ANSWERS_FOLDER) : resolve(environment.cwd, out),
      quiet: call.options.json === true,
    },
  };
}

async function collectInto(ledger: Ledger, wish: Wish, environment: Environment): Promise<CollectResult> {
  const { desk, paths, atHand, period, received, again, quiet } = wish;
  const formSets: FormSets = new Map(
    atHand.map(({ formSet }) => [formSetKey(formSet.id, formSet.version), formSet] as const),
  );
  let bar: ReturnType<typeof progress> | undefined;
  const result = await collect(paths, {
    ...{ disk: nodeInboxDisk, ledger, register: desk.register, formSets, kinds: desk.kinds, today: desk.today },
    ...(period === undefined ? {} : { period }),
    ...(received === undefined ? {} : { received }),
    ...(again ? { judgeAgain: true } : {}),
    show: (path) => shownPath(path, environment.cwd),
    onProgress: ({ done, total, file }) => {
      bar ??= progress(total, quiet, environment);
      bar.step(done, file);
    },
  });
  bar?.done();
  return result;
}

/** 2 where a file could not be got at or a return not be written, 1 where a unit has to send again, 0 otherwise. */
function exitOf(
  { returns, tracking, others, findings }: CollectResult,
  answers: readonly Finding[],
  ledger: Ledger,
): ExitCode {
  if ([...findings, ...answers].some(({ severity }) => severity === "error")) return 2;
  if (returns.some(isKeptOut) || tracking.some(isKeptOut)) return 2;
  if (tracking.some(({ state, outcome }) => outcome !== "repeated" && ["correct", "refused"].includes(state))) return 1;
  const again = returns.some(
    (one) =>
      one.outcome !== "duplicate" && (one.state === "refused" || (one.state === "correct" && isLatest(one, ledger))),
  );
  // a file that was told of before is no matter any more when its unit has sent another
  const replaced = ({ known, unit, period }: OtherFile): boolean =>
    known === true && unit !== undefined && period !== undefined && ledger.latest(unit, period) !== undefined;
  return again || others.some((other) => other.kind === "unreadable" && !replaced(other)) ? 1 : 0;
}

async function carryOut(ledger: Ledger, wish: Wish, environment: Environment): Promise<Report> {
  const { desk, period, answers: base, quiet } = wish;
  if (period !== undefined && ledger.period(period) === undefined) {
    return refusal([reportLedger("ledger/period-not-opened", { period })], 2);
  }
  const collected = ledger.periods().filter((opened) => period === undefined || opened.period.id === period);
  const edited = editedFormSets(wish.atHand, collected);
  if (edited.length > 0) return refusal(edited, 2);
  const result = await collectInto(ledger, wish, environment);
  const { returns, tracking, others, findings, counts } = result;
  let bar: ReturnType<typeof progress> | undefined;
  const answers = await answerReturns(returns, base, desk, ledger, environment, (done, total, unit) => {
    bar ??= progress(total, quiet, environment);
    bar.step(done, unit);
  });
  bar?.done();
  const followed = await answerTracking(tracking, base, ledger, environment);
  const slips = answers.written.filter(({ files }) => files.length > 1).length;
  const shown = shownPath(base, environment.cwd);
  return {
    exit: exitOf(result, [...answers.findings, ...followed.findings], ledger),
    findings: [
      ...desk.findings,
      ...findings,
      ...others.flatMap((each) => each.findings),
      ...answers.findings,
      ...followed.findings,
    ],
    lines: [
      ...printReturns(result, desk.register),
      ...(answers.written.length === 0
        ? []
        : [`Trả lời đơn vị ở ${shown}: ${slips} phiếu rà soát, ${answers.written.length - slips} giấy báo đã nhận.`]),
      ...(followed.written.length === 0
        ? []
        : [`Trả lời về theo dõi nhiệm vụ: ${followed.written.length} lời nhắn ở ${shown}.`]),
    ],
    result: { returns, tracking, others, counts, answers: answers.written, trackingAnswers: followed.written },
  };
}

/** `vanthu cycle collect`: takes in what units sent, judges it and answers. */
export const collectCommand: Handler = async (call, environment) => {
  const wish = await readWish(call, environment);
  if (!wish.ok) return refusal(wish.findings, 2);
  return withLedger(wish.value.desk, "write", environment, (ledger) => carryOut(ledger, wish.value, environment));
};
