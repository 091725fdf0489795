/** What collecting takes and what it tells. */
import type { Finding } from "../../findings/finding.js";
import type { Day, UnitRegister } from "../../organisation/register.js";
import type { PeriodKind } from "../../periods/period.js";
import type { AwaitedPlan } from "../../plan/outputs/read-tracking.js";
import type { FormSets } from "../../workbook/read/index.js";
import type { Change, LedgerReading, LedgerWriting, Paper, Receipt } from "../ledger/index.js";
import type { CellFinding, ReturnState } from "../returns.js";
import type { CollectedTracking } from "../task-reports/index.js";
import type { InboxDisk } from "./disk.js";

export type CollectLedger = Pick<
  LedgerReading,
  | "period"
  | "outlines"
  | "receiving"
  | "counted"
  | "revision"
  | "latest"
  | "values"
  | "findings"
  | "priorFigures"
  | "export"
  | "revisionsOfFile"
  | "periods"
  | "attachments"
  | "sentOn"
  | "unreadable"
> &
  Pick<LedgerWriting, "recordRevision" | "recordPaper" | "recordTaskReports" | "noteUnreadable" | "batch">;

export interface CollectContext {
  readonly disk: InboxDisk;
  readonly ledger: CollectLedger;
  readonly register: UnitRegister;
  /** Every version whose returns may still come in, by `formSetKey`. */
  readonly formSets: FormSets;
  /** All kinds of period of the office. */
  readonly kinds: readonly PeriodKind[];
  /** In Vietnam. A folder's name that is a later day is no day of receipt. */
  readonly today: Day;
  /** The period to collect; any opened one when absent. */
  readonly period?: string;
  /** Day of receipt of everything (`--received`). */
  readonly received?: Day;
  /** Files that the ledger has are judged again, and recorded where the judgement differs. */
  readonly judgeAgain?: boolean;
  /** Plans whose tasks are followed, as they are now; tracking workbooks of any plan are taken when absent. */
  readonly plans?: readonly AwaitedPlan[];
  /** Threads that read workbooks, where there are many; as the machine bears when absent. */
  readonly threads?: number;
  /** A path as the user sees it. */
  readonly show: (path: string) => string;
  readonly onProgress?: (progress: CollectProgress) => void;
}

/** Files of the disk; a zip is one. */
export interface CollectProgress {
  readonly done: number;
  readonly total: number;
  /** The one that was just done with. */
  readonly file: string;
}

/**
 * What became of a return. `recorded`: a new revision; `repeated`: the ledger had the file; `duplicate`: a copy of another
 * file of this run; `unrecorded`: nothing was written, and the findings say why.
 */
export type CollectOutcome = "recorded" | "repeated" | "duplicate" | "unrecorded";

export interface CollectedFile {
  readonly file: string;
  readonly role: "signed" | "report" | "other";
}

/** A workbook with a stamp, and what came with it. */
export interface CollectedReturn {
  /** As the user sees it; in a zip `thu.zip › p-song-kim.xlsx`. */
  readonly file: string;
  /** Of the stamp. */
  readonly unit: string;
  readonly period: string;
  readonly formSet: { readonly id: string; readonly version: string };
  readonly state: ReturnState;
  readonly outcome: CollectOutcome;
  readonly received: Receipt;
  /** Of the unit's first valid sending; 0 when that was on time. */
  readonly daysLate: number;
  readonly paper: Paper;
  readonly attachments: readonly CollectedFile[];
  /** Id and number of the revision, where there is one. */
  readonly revision?: { readonly id: number; readonly number: number };
  /** How many figures changed against the unit's previous revision. */
  readonly changes: Readonly<Record<Change, number>>;
  /** Figures that are a second source and do not count. */
  readonly secondSources: number;
  readonly findings: readonly CellFinding[];
}

/**
 * Any other file. `unreadable`: meant to be a return and cannot be read; `foreign`: no return; `signed`: a signed paper
 * without its workbook beside it, put to a return that the ledger has; `unplaced`: belongs to a return that is not
 * beside it, and whose is not certain.
 */
export interface OtherFile {
  readonly file: string;
  readonly kind: "unreadable" | "foreign" | "signed" | "unplaced";
  /** Whose it is: for certain a signed paper's, by names alone an unreadable file's. */
  readonly unit?: string;
  readonly period?: string;
  /** It was told of in an earlier run; nothing is said again. */
  readonly known?: true;
  readonly findings: readonly Finding[];
}

export interface CollectResult {
  /** In the order of receipt. */
  readonly returns: readonly CollectedReturn[];
  /** Tracking workbooks of plans' tasks. */
  readonly tracking: readonly CollectedTracking[];
  readonly others: readonly OtherFile[];
  /** About the run as a whole: paths that are not there, a full disk. */
  readonly findings: readonly Finding[];
  readonly counts: Readonly<
    Record<
      ReturnState | "unrecorded" | "repeated" | "duplicate" | "unreadable" | "foreign" | "signed" | "unplaced",
      number
    >
  >;
}
