/** Files of a run that are no returns with a stamp, and what is said of each. */
import type { Finding } from "../../findings/finding.js";
import { reportInbox } from "../../findings/messages/cycle.js";
import type { OtherFile } from "./contract.js";
import type { IncomingFile } from "./incoming.js";
import type { Attachment } from "./plan.js";
import type { UnreadableNotes } from "./unreadable-notes.js";

export class OtherFiles {
  /** In the order in which they were met. */
  readonly told: OtherFile[] = [];
  /** Signed papers without a workbook beside them: placed when all returns of the run are in the ledger. */
  readonly scans: IncomingFile[] = [];
  readonly #notes: UnreadableNotes;

  constructor(notes: UnreadableNotes) {
    this.#notes = notes;
  }

  tell(file: IncomingFile, kind: OtherFile["kind"], findings: readonly Finding[]): void {
    this.told.push({ file: file.shown, kind, findings });
  }

  /** No file is worth the others: what nobody foresaw in one is told, and the rest goes on. */
  unexpected(file: IncomingFile, error: unknown): void {
    const what = error instanceof Error ? error.message : String(error);
    this.tell(file, "unreadable", [reportInbox("cycle/unexpected", { what }, { file: file.shown })]);
  }

  unplaced({ file, purpose }: Attachment): void {
    if (purpose === "signed") this.scans.push(file);
    else this.tell(file, "unplaced", [reportInbox("cycle/unplaced-attachment", {}, { file: file.shown })]);
  }

  /** A file that an earlier run told of is only counted. */
  async unreadable(
    workbook: IncomingFile,
    attachments: readonly Attachment[],
    findings: readonly Finding[],
    hash: string,
  ): Promise<void> {
    const noted = await this.#notes.note(workbook, hash, findings);
    this.told.push({ file: workbook.shown, kind: "unreadable", ...noted });
    this.#unsure(attachments);
  }

  /** The disk does not give a file away: it may do so in the next run, and says nothing about its unit. */
  outOfReach(workbook: IncomingFile, attachments: readonly Attachment[], finding: Finding): void {
    this.tell(workbook, "unreadable", [finding]);
    this.#unsure(attachments);
  }

  /** Attachments may belong to a newer return than the ledger has, so that nothing is certain of them. */
  #unsure(attachments: readonly Attachment[]): void {
    for (const { file } of attachments) {
      this.tell(file, "unplaced", [reportInbox("cycle/beside-unreadable", {}, { file: file.shown })]);
    }
  }
}
