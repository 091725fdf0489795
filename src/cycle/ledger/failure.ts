/** Errors of SQLite and of the operating system that a user can do something about, as findings. */

import type { Finding } from "../../findings/finding.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import { errorCode } from "../../system-error.js";

const FULL = new Set(["ENOSPC", "EDQUOT", "SQLITE_FULL"]);
const DAMAGED = new Set(["SQLITE_NOTADB", "SQLITE_CORRUPT"]);
const UNWRITABLE =
  /^(?:EACCES|EPERM|EROFS|EIO|ENOENT|ENOTDIR|EEXIST|EISDIR|EMFILE|ENFILE|SQLITE_(?:READONLY|IOERR|CANTOPEN|PERM)\w*)$/u;
const BUSY = /^SQLITE_(?:BUSY|LOCKED)\w*$/u;

/** Another connection is at work. */
export const isBusy = (error: unknown): boolean => BUSY.test(errorCode(error) ?? "");

/**
 * What a failure says to the user.
 *
 * @param file the ledger, as named in the finding's place
 * @returns undefined for an error that nobody foresaw; it is thrown on
 */
export function findingOf(error: unknown, file: string): Finding | undefined {
  const code = errorCode(error) ?? (error instanceof Error && /open connection/u.test(error.message) ? "EACCES" : "");
  if (FULL.has(code)) return reportLedger("ledger/disk-full", {}, { file });
  if (DAMAGED.has(code)) return reportLedger("ledger/damaged", {}, { file });
  if (BUSY.test(code)) return reportLedger("ledger/busy", {}, { file });
  if (UNWRITABLE.test(code)) return reportLedger("ledger/unwritable", { code }, { file });
  return undefined;
}
