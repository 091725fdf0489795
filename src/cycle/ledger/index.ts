export type { Acceptance, AcceptanceRequest } from "./acceptances.js";
export type { BalanceFile } from "./balances.js";
export type {
  BalanceRow,
  Change,
  FilledOutline,
  Paper,
  PriorFigure,
  PriorFigures,
  Receipt,
  Recorded,
  Revision,
  RevisionInput,
  RevisionText,
  ValueChange,
} from "./contract.js";
export { type LedgerFiles, nodeLedgerFiles } from "./files.js";
export type { Batch, Ledger, LedgerReading, LedgerWriting } from "./ledger.js";
export { LEDGER_FOLDER, type LedgerOptions, type Opening, openLedger } from "./open.js";
export type { OpeningRequest } from "./opening.js";
export type { Outcome } from "./outcome.js";
export type { OutlineIssue } from "./outlines.js";
export type { FigureBasis, FigurePlace, UnitFigureRow } from "./period-figures.js";
export type { FormSetUse, OpenedPeriod, PeriodEvent } from "./periods.js";
export { type ReceivedFile, sha256Of } from "./received-files.js";
export type { Receiving } from "./receiving.js";
export type { KeptTaskReport, TaskReportsInput, TaskReportsRecorded, TaskWorkbook } from "./task-reports.js";
export type { CountedReturn, Coverage, PeriodExport, UnitStanding } from "./totals.js";
export type { NotedUnreadable, UnreadableFile } from "./unreadable.js";
export { figuresHash } from "./values.js";
export type { ExtensionRequest, LockRequest, ReopeningRequest } from "./windows.js";
