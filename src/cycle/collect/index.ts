/** Collecting returns from an inbox into the ledger. */
export { collect } from "./collect.js";
export type {
  CollectContext,
  CollectedFile,
  CollectedReturn,
  CollectLedger,
  CollectOutcome,
  CollectProgress,
  CollectResult,
  OtherFile,
} from "./contract.js";
export { type DiskEntry, type InboxDisk, nodeInboxDisk } from "./disk.js";
export { dayNamed } from "./received-day.js";
export { isKeptOut } from "./summary.js";
