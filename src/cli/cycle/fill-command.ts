/** `vanthu cycle fill`: what an office's own units come to goes into the outline that it got from its superior. */

import { basename, dirname, join, resolve } from "node:path";
import { earlierFiguresFrom } from "../../cycle/checks/index.js";
import { asFinding } from "../../cycle/collect/identify.js";
import { type Filled, fillOutline } from "../../cycle/fill/fill-outline.js";
import { sumsOf } from "../../cycle/fill/sums.js";
import type { LedgerReading, PeriodExport } from "../../cycle/ledger/index.js";
import { sourcedReturns } from "../../cycle/reconcile/reckoning.js";
import type { Finding } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import { findUnit, nameAt } from "../../organisation/index.js";
import { sayDay } from "../../periods/index.js";
import { formSetKey, type OutlineFacts, readOutlineFacts } from "../../workbook/read/index.js";
import { type Call, type Handler, optionValue, type Report, refusal } from "../command.js";
import type { Environment } from "../environment.js";
import { attempt, type Outcome, shownPath } from "../outcome.js";
import { type Desk, demand, findDesk, withLedger } from "./desk.js";
import { readFormSets } from "./form-sets.js";
import { saveFile } from "./save-file.js";

/** Most cells without a sum that are named on the terminal. */
const NAMED = 5;

const refuse = (finding: Finding): Outcome<never> => ({ ok: false, findings: [finding] });

interface Order {
  readonly desk: Desk;
  /** Absolute. */
  readonly source: string;
  readonly target: string;
  readonly outline: Uint8Array;
  readonly facts: OutlineFacts;
}

/** `p-song-kim.xlsx` becomes `p-song-kim-da-dien.xlsx`, in the folder where the call is made. */
const filledName = (source: string): string => `${basename(source).replace(/\.[^.]+$/u, "")}-da-dien.xlsx`;

/** Reads the outline that is named; it must be this office's own. */
async function readOrder(call: Call, environment: Environment): Promise<Outcome<Order>> {
  const { cwd, files } = environment;
  const named = demand(call.args[0], "tệp đề cương", "p-song-kim.xlsx");
  if (!named.ok) return named;
  const desk = await findDesk(environment);
  if (!desk.ok) return desk;
  const source = resolve(cwd, named.value);
  const shown = shownPath(source, cwd);
  const target = resolve(cwd, optionValue(call, "out") ?? join(cwd, filledName(source)));
  if (target === source) return refuse(reportCycleCall("cycle-cli/fill-over-outline", { path: shown }));
  const bytes = await attempt(shown, "read", () => files.read(source));
  if (!bytes.ok) return bytes;
  const { facts, findings } = readOutlineFacts(bytes.value);
  if (findings.length > 0) return { ok: false, findings: findings.map((finding) => asFinding(finding, shown)) };
  if (facts === undefined) return refuse(reportCycleCall("cycle-cli/not-an-outline", {}, { file: shown }));
  const { unit } = facts.stamp;
  const { unitCode: own } = desk.value.workspace;
  if (own === undefined) return refuse(reportCycleCall("cycle-cli/no-unit-code", { unit }));
  if (own !== unit) return refuse(reportCycleCall("cycle-cli/other-units-outline", { unit, own }, { file: shown }));
  return { ok: true, value: { desk: desk.value, source, target, outline: bytes.value, facts } };
}

/** The own period must be the superior's: same forms, same days. */
function ownPeriodOf({ facts }: Order, ledger: LedgerReading): Outcome<PeriodExport> {
  const { stamp, window } = facts;
  const exported = ledger.export(stamp.period);
  if (exported === undefined) return refuse(reportLedger("ledger/period-not-opened", { period: stamp.period }));
  const { period, formSet } = exported.opened;
  if (formSet.id !== stamp.formSet || formSet.version !== stamp.version) {
    const [theirs, ours] = [`${stamp.formSet} ${stamp.version}`, `${formSet.id} ${formSet.version}`];
    return refuse(reportCycleCall("cycle-cli/other-forms", { theirs, ours }));
  }
  const say = ({ from, to }: OutlineFacts["window"]): string => `từ ngày ${sayDay(from)} đến ngày ${sayDay(to)}`;
  if (period.window.from !== window.from || period.window.to !== window.to) {
    return refuse(reportCycleCall("cycle-cli/other-window", { theirs: say(window), ours: say(period.window) }));
  }
  if (exported.coverage.counted.length === 0) {
    return refuse(reportCycleCall("cycle-cli/nothing-counts", { period: stamp.period }));
  }
  return { ok: true, value: exported };
}

/** Rows of list forms, unit by unit. */
function listsOf(exported: PeriodExport, ledger: LedgerReading): ReadonlyMap<string, readonly (readonly string[])[]> {
  const lists = new Map<string, (readonly string[])[]>();
  for (const { revision } of exported.returns()) {
    for (const [form, rows] of Object.entries(ledger.text(revision.id).lists)) {
      lists.set(form, [...(lists.get(form) ?? []), ...rows]);
    }
  }
  return lists;
}

/** Sums of the same period of last year; none where one of the units has no figure. */
function samePeriodOf({ opened, coverage }: PeriodExport, { register, kinds }: Desk, ledger: LedgerReading) {
  const earlierOf = earlierFiguresFrom(ledger, register, kinds);
  const earlier = coverage.counted.map((unit) => earlierOf(unit, opened.period));
  return (key: string): number | undefined => {
    let sum = 0;
    for (const { lastYear } of earlier) {
      const value = lastYear(key);
      if (value === undefined) return undefined;
      sum += value;
    }
    return sum;
  };
}

function findingsOf(
  { differences, unlisted }: Filled,
  { opened, coverage }: PeriodExport,
  { register }: Desk,
): readonly Finding[] {
  const nameOf = (code: string): string => {
    const unit = findUnit(register, code);
    return unit === undefined ? code : nameAt(unit, opened.period.window.to).official;
  };
  const { counted, asked, missing } = coverage;
  return [
    ...(missing.length === 0
      ? []
      : [
          reportCycleCall("cycle-cli/partial-sums", {
            ...{ counted: counted.length, asked: asked.length, missing: missing.map(nameOf) },
          }),
        ]),
    ...differences.map(({ label, cell, there, sum, locked }) =>
      reportCycleCall("cycle-cli/sum-differs", {
        ...{ label, there, sum, locked, place: `${cell.sheet}, ô ${cell.address}` },
      }),
    ),
    ...(unlisted === 0 ? [] : [reportCycleCall("cycle-cli/list-too-long", { rows: unlisted })]),
  ];
}

function linesOf({ figures, listRows, kept, open, unwritten }: Filled, exported: PeriodExport, saved: string) {
  const { counted, asked, explain } = exported.coverage;
  const named = open.slice(0, NAMED).map(({ label, cell }) => `${label} (${cell.sheet}, ô ${cell.address})`);
  return [
    `Đã điền ${saved}: ${figures} số${listRows === 0 ? "" : `, ${listRows} dòng danh sách`}, cộng từ ${counted.length}/${asked.length} đơn vị.`,
    ...(explain.length === 0 ? [] : [`${explain.length} đơn vị trong số đó còn chỗ chờ giải trình.`]),
    ...(kept === 0 ? [] : [`${kept} ô đã có số được giữ nguyên.`]),
    ...(open.length === 0
      ? []
      : [`Còn ${open.length} ô không cộng được: ${named.join("; ")}${open.length > NAMED ? "; …" : ""}.`]),
    `Cơ quan mình còn phải viết: ${unwritten} mục của đề cương; số, ngày và người ký báo cáo; giải trình nếu có.`,
  ];
}

async function carryOut(order: Order, call: Call, ledger: LedgerReading, environment: Environment): Promise<Report> {
  const { desk, facts, outline, target } = order;
  const exported = ownPeriodOf(order, ledger);
  if (!exported.ok) return refusal(exported.findings, 2);
  const atHand = await readFormSets(desk.workspace.root, environment);
  if (!atHand.ok) return refusal(atHand.findings, 2);
  const { formSet: id, version } = facts.stamp;
  const formSets = new Map(atHand.value.map(({ formSet }) => [formSetKey(formSet.id, formSet.version), formSet]));
  const formSet = formSets.get(formSetKey(id, version));
  if (formSet === undefined) {
    return refusal([reportCycleCall("cycle-cli/form-set-gone", { formSet: id, version })], 2);
  }
  const filled = fillOutline({
    ...{ outline, formSets, formSet, unitKind: facts.unitKind, periodKind: facts.periodKind },
    sums: sumsOf(formSet, sourcedReturns(exported.value, desk.register)),
    samePeriod: samePeriodOf(exported.value, desk, ledger),
    lists: listsOf(exported.value, ledger),
  });
  if (filled.bytes === undefined) return refusal([reportCycleCall("cycle-cli/not-filled", {})], 2);
  const saved = await saveFile(target, filled.bytes, call.options.force === true, environment);
  if (!saved.ok) return refusal(saved.findings, 2);
  const { counted, asked, missing } = exported.value.coverage;
  return {
    exit: 0,
    findings: [...desk.findings, ...findingsOf(filled, exported.value, desk)],
    lines: linesOf(filled, exported.value, saved.value),
    result: {
      ...{ file: saved.value, folder: shownPath(dirname(target), environment.cwd), period: facts.stamp.period },
      coverage: { counted, asked, missing },
      ...{ figures: filled.figures, listRows: filled.listRows, kept: filled.kept, unwritten: filled.unwritten },
      ...{ open: filled.open, differences: filled.differences },
    },
  };
}

/** `vanthu cycle fill`. */
export const fillCommand: Handler = async (call, environment) => {
  const order = await readOrder(call, environment);
  if (!order.ok) return refusal(order.findings, 2);
  return withLedger(order.value.desk, "read", environment, (ledger) =>
    carryOut(order.value, call, ledger, environment),
  );
};
