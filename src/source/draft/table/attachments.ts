import { reportDraft } from "../../../findings/messages/draft.js";
import type { FindingSink } from "../text/journal.js";
import type { Position } from "../text/position.js";

/** Reads a file beside the draft; undefined when there is none. */
export type ReadAttachment = (path: string) => Promise<Uint8Array | undefined>;

/** The files that a draft names. */
export class Attachments {
  constructor(
    private readonly read: ReadAttachment | undefined,
    private readonly journal: FindingSink,
  ) {}

  /**
   * The bytes of a file in the draft's folder or below it.
   *
   * @param path as written in the draft
   * @param at where it is written
   * @returns undefined when the path leaves the folder or there is no such file
   */
  async get(path: string, at: Position): Promise<Uint8Array | undefined> {
    if (!this.allows(path, at)) return undefined;
    const bytes = await this.read?.(path);
    if (bytes === undefined) this.journal.add(reportDraft("draft/attachment-missing", { path }, at));
    return bytes;
  }

  /** Whether the path stays in the draft's folder; a finding says so when it does not. */
  allows(path: string, at: Position): boolean {
    const allowed = isInside(path);
    if (!allowed) this.journal.add(reportDraft("draft/attachment-outside", { path }, at));
    return allowed;
  }

  /** Files can be read at all: a program that reads a bare text may have no folder. */
  get canRead(): boolean {
    return this.read !== undefined;
  }
}

/** A relative path that stays in its folder, on Windows too: `\` parts folders there, `C:` and `~` begin elsewhere. */
export function isInside(path: string): boolean {
  if (/^(?:[/\\~]|[a-z][a-z0-9+.-]*:)/iu.test(path)) return false;
  let depth = 0;
  for (const step of path.split(/[/\\]/u)) {
    if (step === "..") depth -= 1;
    else if (step !== "" && step !== ".") depth += 1;
    if (depth < 0) return false;
  }
  return true;
}
