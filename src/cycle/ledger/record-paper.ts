/** The signed paper of a return that the ledger has: a scan often comes days after the workbook. */
import { reportLedger } from "../../findings/messages/ledger.js";
import type { LedgerContext } from "./context.js";
import type { Paper } from "./contract.js";
import { findingOf } from "./failure.js";
import { findFile, insertAttachments } from "./kept-files.js";
import { change, done, type Outcome, refused } from "./outcome.js";
import { notePaper } from "./papers.js";
import { type ReceivedFile, receivedName, sha256Of } from "./received-files.js";
import { findRevision } from "./revisions.js";

/** What is heard of a paper. */
export interface PaperInput {
  /** Id of the revision. */
  readonly revision: number;
  readonly paper: Paper;
  /** The signed file. */
  readonly scan?: ReceivedFile;
}

/** Notes a revision's paper and keeps its scan; hearing the same again changes nothing. */
export async function recordPaper(context: LedgerContext, { revision, paper, scan }: PaperInput): Promise<Outcome> {
  const { connection, keeper, time, file } = context;
  const known = findRevision(connection, revision);
  if (known === undefined) return refused(reportLedger("ledger/no-revision", { revision }, { file }));
  try {
    const suffix = scan && findFile(connection, sha256Of(scan.bytes))?.suffix;
    const kept = scan && { ...(await keeper.keep(scan, suffix)), name: receivedName(scan.name) };
    return await change(context, `${known.period}/${known.unit}`, () => {
      const at = time();
      notePaper(connection, revision, findRevision(connection, revision)?.paper ?? known.paper, paper, at);
      if (kept !== undefined) insertAttachments(connection, revision, [{ role: "signed", file: kept }], at);
      return done();
    });
  } catch (error) {
    const finding = findingOf(error, file);
    if (finding === undefined) throw error;
    return refused(finding);
  }
}
