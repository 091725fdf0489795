/**
 * The ledger of a workspace (`so-lieu/`): periods, what units sent, what counts. Append-only, one writer at a time.
 * Reading is synchronous; what writes waits for the disk, and returns a finding where it could not write.
 */
import { join } from "node:path";
import type { Finding } from "../../findings/finding.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import type { Day } from "../../organisation/register.js";
import type { CellFinding, ReturnedValue } from "../returns.js";
import { type Acceptance, type AcceptanceRequest, listAcceptances, recordAcceptances } from "./acceptances.js";
import { type BalanceFile, loadOpeningBalances } from "./balances.js";
import { changesBetween } from "./changes.js";
import type { LedgerContext } from "./context.js";
import type { PriorFigures, Recorded, Revision, RevisionInput, RevisionText, ValueChange } from "./contract.js";
import { dueFor } from "./due-days.js";
import { findingOf } from "./failure.js";
import { listFindings, readText } from "./judgement.js";
import { findFile, type KeptAttachment, listAttachments } from "./kept-files.js";
import { type OpeningRequest, openPeriod, recordOutlines } from "./opening.js";
import type { Outcome } from "./outcome.js";
import { listOutlines, type OutlineIssue } from "./outlines.js";
import { type FigureBasis, periodFigures, type UnitFigureRow } from "./period-figures.js";
import { findPeriod, listEvents, listPeriods, type OpenedPeriod, type PeriodEvent } from "./periods.js";
import { closings, priorFigures } from "./prior-figures.js";
import { keptPath } from "./received-files.js";
import { type Receiving, receivingOf } from "./receiving.js";
import { recordRevision } from "./record.js";
import { type PaperInput, recordPaper } from "./record-paper.js";
import {
  countedOf,
  findRevision,
  historyOf,
  latestOf,
  previousOf,
  revisionsOfFile,
  sameFiguresOf,
  sentOn,
} from "./revisions.js";
import {
  type KeptTaskReport,
  listTaskReports,
  listTaskWorkbooks,
  recordTaskReports,
  type TaskReportsInput,
  type TaskReportsRecorded,
  type TaskWorkbook,
} from "./task-reports.js";
import { exportPeriod, type PeriodExport, standings, type UnitStanding } from "./totals.js";
import { listUnreadable, type NotedUnreadable, noteUnreadable, type UnreadableFile } from "./unreadable.js";
import { listValues } from "./values.js";
import { type ExtensionRequest, extend, type LockRequest, lock, type ReopeningRequest, reopen } from "./windows.js";

/** What became of a batch. `lost` names, as `period/unit`, what a failing disk kept from the ledger. */
export interface Batch<T> {
  readonly value: T;
  readonly lost: readonly string[];
  readonly findings: readonly Finding[];
}

/** Writing. Each call is all or nothing; errors that nobody foresaw are thrown. */
export interface LedgerWriting {
  readonly openPeriod: (request: OpeningRequest) => Promise<Outcome>;
  readonly recordOutline: (period: string, issue: OutlineIssue) => Promise<Outcome>;
  readonly recordOutlines: (period: string, issues: readonly OutlineIssue[]) => Promise<Outcome>;
  /**
   * Keeps the files, then records the return in one change. The same file again adds nothing.
   * Calls may overlap (some ten at a time): files are written side by side, numbers follow the order of the calls.
   */
  readonly recordRevision: (input: RevisionInput) => Promise<Recorded>;
  readonly recordPaper: (input: PaperInput) => Promise<Outcome>;
  /** Keeps a tracking workbook and what it reports of a plan's tasks. The same file again adds nothing. */
  readonly recordTaskReports: (input: TaskReportsInput) => Promise<TaskReportsRecorded>;
  readonly noteUnreadable: (file: UnreadableFile) => Promise<Outcome>;
  readonly extend: (request: ExtensionRequest) => Promise<Outcome>;
  readonly reopen: (request: ReopeningRequest) => Promise<Outcome>;
  readonly lock: (request: LockRequest) => Promise<Outcome>;
  readonly loadOpeningBalances: (file: BalanceFile) => Promise<Outcome>;
  /** Notes who accepted new wordings of a report. */
  readonly recordAcceptances: (requests: readonly AcceptanceRequest[]) => Promise<Outcome>;
  /** Commits what `run` writes in groups, many times faster; only after it is everything durable. */
  readonly batch: <T>(run: () => Promise<T>) => Promise<Batch<T>>;
}

/** Reading. */
export interface LedgerReading {
  readonly period: (id: string) => OpenedPeriod | undefined;
  readonly periods: () => readonly OpenedPeriod[];
  readonly events: (period: string, unit?: string) => readonly PeriodEvent[];
  readonly outlines: (period: string, unit?: string) => readonly OutlineIssue[];
  /** Whether a unit may send, and until when; undefined when the period was never opened. */
  readonly receiving: (unit: string, period: string) => Receiving | undefined;
  readonly isLocked: (unit: string, period: string) => boolean;
  readonly revision: (id: number) => Revision | undefined;
  /** The last revision by its day of receipt, whatever its state. */
  readonly latest: (unit: string, period: string) => Revision | undefined;
  /** The last revision without errors (accepted, or to explain): what totals use. */
  readonly counted: (unit: string, period: string) => Revision | undefined;
  /** All revisions, in the order of receipt. */
  readonly history: (unit: string, period: string) => readonly Revision[];
  /** Day of a unit's first valid sending, by which it is on time or late. */
  readonly sentOn: (unit: string, period: string) => Day | undefined;
  /** Files of a period that could not be read, in the order of receipt. */
  readonly unreadable: (period: string) => readonly NotedUnreadable[];
  readonly values: (revision: number) => readonly ReturnedValue[];
  readonly findings: (revision: number) => readonly CellFinding[];
  readonly text: (revision: number) => RevisionText;
  readonly attachments: (revision: number) => readonly KeptAttachment[];
  /** What a revision changed against the one before it. */
  readonly changes: (revision: number) => readonly ValueChange[];
  /** All revisions that a file made, of any unit. */
  readonly revisionsOfFile: (sha256: string) => readonly Revision[];
  /** Revisions of other units with exactly the same figures: perhaps a copy. */
  readonly sameFigures: (revision: Revision) => readonly Revision[];
  /** A unit's locked figures of a period, or else those loaded from files. */
  readonly priorFigures: (unit: string, period: string) => PriorFigures | undefined;
  /** The closings of a year, unit by unit. */
  readonly closings: (year: number) => Generator<PriorFigures>;
  /** The figures of all units of a period at once, as totals and comparisons need them. */
  readonly periodFigures: (period: string, basis: FigureBasis) => Generator<UnitFigureRow>;
  /** How each unit stands. */
  readonly standings: (period: string) => readonly UnitStanding[] | undefined;
  /** The counted returns of a period and their coverage. */
  readonly export: (period: string) => PeriodExport | undefined;
  /** Tracking workbooks of a plan by its identity, in the order of recording; of all plans when absent. */
  readonly taskWorkbooks: (plan?: string) => readonly TaskWorkbook[];
  /** What a tracking workbook reports, task by task. */
  readonly taskReports: (workbook: number) => readonly KeptTaskReport[];
  /** New wordings of reports' sentences that were accepted, oldest first. */
  readonly acceptances: () => readonly Acceptance[];
  /** Absolute path of a kept file; undefined when the ledger does not have it. */
  readonly pathOf: (sha256: string) => string | undefined;
  readonly readFile: (sha256: string) => Promise<Uint8Array | undefined>;
}

export interface Ledger extends LedgerReading, LedgerWriting {
  /** Lets go of the ledger. */
  readonly close: () => Promise<void>;
}

function readingOf({ connection, folder, files }: LedgerContext): LedgerReading {
  const receiving: LedgerReading["receiving"] = (unit, period) => {
    const opened = findPeriod(connection, period);
    return opened && receivingOf(dueFor(connection, opened, unit), listEvents(connection, period, unit));
  };
  const pathOf = (sha256: string): string | undefined => {
    const file = findFile(connection, sha256);
    return file && join(folder, keptPath(file));
  };
  return {
    period: (id) => findPeriod(connection, id),
    periods: () => listPeriods(connection),
    events: (period, unit) => listEvents(connection, period, unit),
    outlines: (period, unit) => listOutlines(connection, period, unit),
    receiving,
    isLocked: (unit, period) => receiving(unit, period)?.state === "locked",
    revision: (id) => findRevision(connection, id),
    latest: (unit, period) => latestOf(connection, unit, period),
    counted: (unit, period) => countedOf(connection, unit, period),
    history: (unit, period) => historyOf(connection, unit, period),
    sentOn: (unit, period) => sentOn(connection, unit, period),
    unreadable: (period) => listUnreadable(connection, period),
    values: (revision) => listValues(connection, revision),
    findings: (revision) => listFindings(connection, revision),
    text: (revision) => readText(connection, revision),
    attachments: (revision) => listAttachments(connection, revision),
    changes: (id) => {
      const revision = findRevision(connection, id);
      if (revision === undefined) return [];
      const before = previousOf(connection, revision);
      return changesBetween(before === undefined ? [] : listValues(connection, before.id), listValues(connection, id));
    },
    revisionsOfFile: (sha256) => revisionsOfFile(connection, sha256),
    sameFigures: ({ unit, period, figuresHash }) => sameFiguresOf(connection, unit, period, figuresHash),
    priorFigures: (unit, period) => priorFigures(connection, unit, period),
    closings: (year) => closings(connection, year),
    periodFigures: (period, basis) => periodFigures(connection, period, basis),
    standings: (period) => standings(connection, period),
    export: (period) => exportPeriod(connection, period),
    taskWorkbooks: (plan) => listTaskWorkbooks(connection, plan),
    taskReports: (workbook) => listTaskReports(connection, workbook),
    acceptances: () => listAcceptances(connection),
    pathOf,
    readFile: async (sha256) => {
      const path = pathOf(sha256);
      return path === undefined ? undefined : files.read(path);
    },
  };
}

async function batch<T>({ writes, file }: LedgerContext, run: () => Promise<T>): Promise<Batch<T>> {
  const { value, failure, lost } = await writes.batch(run);
  if (failure === undefined) return { value, lost, findings: [] };
  const finding = findingOf(failure, file);
  if (finding === undefined) throw failure;
  return { value, lost, findings: [finding, reportLedger("ledger/lost-group", { count: lost.length }, { file })] };
}

/** The ledger over its parts. */
export function ledgerOf(context: LedgerContext, close: () => Promise<void>): Ledger {
  return {
    ...readingOf(context),
    openPeriod: (request) => openPeriod(context, request),
    recordOutline: (period, issue) => recordOutlines(context, period, [issue]),
    recordOutlines: (period, issues) => recordOutlines(context, period, issues),
    recordRevision: (input) => recordRevision(context, input),
    recordPaper: (input) => recordPaper(context, input),
    recordTaskReports: (input) => recordTaskReports(context, input),
    noteUnreadable: (file) => noteUnreadable(context, file),
    extend: (request) => extend(context, request),
    reopen: (request) => reopen(context, request),
    lock: (request) => lock(context, request),
    loadOpeningBalances: (file) => loadOpeningBalances(context, file),
    recordAcceptances: (requests) => recordAcceptances(context, requests),
    batch: (run) => batch(context, run),
    close,
  };
}
