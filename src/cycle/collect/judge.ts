/** Judges one return: everything that is found about it, and what that makes of it. */
import { reportCycle } from "../../findings/messages/cycle.js";
import { outlineFor } from "../../forms/filing.js";
import type { FormSet } from "../../forms/form-set.js";
import { findUnit } from "../../organisation/lookup.js";
import type { Day } from "../../organisation/register.js";
import { sayDay } from "../../periods/day.js";
import { daysLate } from "../../periods/deadline.js";
import type { Period } from "../../periods/period.js";
import { checkReturn, type EarlierFigureSource, stateOf } from "../checks/index.js";
import type { Paper, Receipt, Receiving, RevisionInput } from "../ledger/index.js";
import type { CellFinding, ReadReturn, ReturnState, Stamp } from "../returns.js";
import { splitSources } from "../sources/index.js";
import { checkPaper } from "./check-paper.js";
import type { CopyIndex } from "./copies.js";
import { checkIdentity, type Identified, type Registered, shortName } from "./identify.js";
import type { IncomingFile } from "./incoming.js";
import type { UnitNaming } from "./named-unit.js";
import { type LoadedAttachment, readReports } from "./read-reports.js";

/** What judging looks up. */
export interface JudgingContext extends Registered {
  readonly earlierOf: EarlierFigureSource;
  readonly namingOf: (period: Period) => UnitNaming;
  /** Figures of the period's units met so far. */
  readonly copiesOf: (period: Period) => CopyIndex;
  readonly receivingOf: (unit: string, period: string) => Receiving | undefined;
  /** The day of a unit's first valid sending, together with one that comes on a day. */
  readonly sentOn: (unit: string, period: string, day: Day) => Day;
  readonly noteSent: (unit: string, period: string, day: Day) => void;
}

/** A return as it came. */
export interface Submission {
  readonly file: IncomingFile;
  readonly stamp: Stamp;
  readonly read: ReadReturn;
  readonly attachments: readonly LoadedAttachment[];
}

export interface Judgement {
  readonly state: ReturnState;
  readonly findings: readonly CellFinding[];
  readonly daysLate: number;
  readonly paper: Paper;
  readonly narrative: ReadReturn["narrative"];
  readonly attachments: NonNullable<RevisionInput["attachments"]>;
  /** How many figures are a second source. */
  readonly secondSources: number;
}

/**
 * Late or early against the unit's own last day.
 *
 * @param first day of the unit's first valid sending: a correction that was asked for makes nobody late
 */
function checkDay(receipt: Receipt, first: Day, period: Period, receiving: Receiving | undefined) {
  const lastDay = receiving?.lastDay ?? period.lastDay;
  const late = daysLate({ ...period, lastDay }, first);
  const findings =
    late > 0
      ? [reportCycle("cycle/late", { days: late, lastDay: sayDay(lastDay) })]
      : receipt.day < period.opens
        ? [reportCycle("cycle/early", { opens: sayDay(period.opens) })]
        : [];
  return { late, findings };
}

const isBlank = (text: string | undefined): boolean => (text ?? "").trim() === "";

/**
 * Nothing was typed at all: the outline came back as it left. In a review all figures may have been filled in before, so
 * that only text is written, or a paper sent with it.
 */
function isUntouched({ read, attachments }: Submission): boolean {
  const { values, lists, narrative, paper } = read;
  if (values.some(({ typed }) => !isBlank(typed)) || Object.values(lists).some((rows) => rows.length > 0)) return false;
  const written = narrative.some(({ text }) => !isBlank(text)) || Object.values(paper).some((text) => !isBlank(text));
  const complete = values.length > 0 && values.every(({ value }) => value !== undefined);
  return !written && !(complete && attachments.length > 0);
}

function checkFigures(
  submission: Submission,
  { opened, unit }: Identified,
  formSet: FormSet,
  context: JudgingContext,
): readonly CellFinding[] {
  const { period } = opened;
  const { read } = submission;
  if (isUntouched(submission)) return [reportCycle("cycle/empty-return", {})];
  const day = period.window.to;
  const nameOf = (code: string): string => {
    const known = findUnit(context.register, code);
    return known === undefined ? code : shortName(known, day);
  };
  const findings = checkReturn(read, {
    formSet,
    unitKind: unit.kind,
    periodKind: period.kind,
    earlier: context.earlierOf(unit.code, period),
    nameOf,
  });
  const copies = context.copiesOf(period);
  const copy = copies.find(unit.code, formSet, read.values);
  if (copy === undefined) return findings;
  return [reportCycle("cycle/copied", { ...copy, unit: nameOf(copy.unit) }), ...findings];
}

/** Notes the figures of a return that counts from now on, so that copies of them are found. */
export function noteFigures(
  { read }: Pick<Submission, "read">,
  { opened, unit, formSet }: Identified,
  { state }: Pick<Judgement, "state">,
  context: Pick<JudgingContext, "copiesOf">,
): void {
  if (formSet === undefined || (state !== "accepted" && state !== "explain")) return;
  context.copiesOf(opened.period).note(unit.code, formSet, read.values);
}

/** Notes that a unit has sent something, which its later returns are not late behind. An empty outline is nothing. */
export function noteSending(
  { file }: Pick<Submission, "file">,
  { opened, unit }: Identified,
  { state, findings }: Judgement,
  { noteSent }: Pick<JudgingContext, "noteSent">,
): void {
  if (state === "refused" || findings.some(({ id }) => id === "cycle/empty-return")) return;
  noteSent(unit.code, opened.period.id, file.receipt.day);
}

/** Judges a return that belongs here. */
export function judge(submission: Submission, identified: Identified, context: JudgingContext): Judgement {
  const { file, stamp, read } = submission;
  const { opened, unit, formSet } = identified;
  const { period } = opened;
  const receiving = context.receivingOf(unit.code, period.id);
  const { late, findings: dayFindings } = checkDay(
    file.receipt,
    context.sentOn(unit.code, period.id, file.receipt.day),
    period,
    receiving,
  );
  const identity = checkIdentity(stamp, read, file, identified, context, context.namingOf(period));
  const sections = formSet === undefined ? [] : (outlineFor(formSet, unit.kind, period.kind)?.sections ?? []);
  const reports = readReports(submission.attachments, sections, read.narrative);
  const { paper, findings: paperFindings } = checkPaper(read.paper, reports.paper, file.receipt);
  const locked = receiving?.state === "locked";
  const name = shortName(unit, period.window.to);
  const findings = [
    ...(locked
      ? [reportCycle("cycle/locked", { period: period.name, unit: name, code: unit.code, id: period.id })]
      : []),
    ...identity,
    ...read.findings,
    ...(formSet === undefined ? [] : checkFigures(submission, identified, formSet, context)),
    ...dayFindings,
    ...reports.findings,
    ...paperFindings,
  ];
  return {
    state: locked ? "refused" : stateOf(findings),
    findings,
    daysLate: late,
    paper: { ...paper, signed: reports.attachments.some(({ role }) => role === "signed") },
    narrative: reports.narrative,
    attachments: reports.attachments,
    secondSources: formSet === undefined ? 0 : splitSources(formSet, unit.kind, read.values).second.length,
  };
}
