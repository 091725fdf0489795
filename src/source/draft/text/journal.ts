import type { Finding } from "../../../findings/finding.js";
import { reportDraft } from "../../../findings/messages/draft.js";

/** More findings of one sort than anybody corrects in one go. */
const MOST = 200;

/** Where findings go. */
export interface FindingSink {
  add(finding: Finding): void;
}

/** Collects the findings of one reading and puts the draft's name into their places. */
export class Journal implements FindingSink {
  private readonly findings: Finding[] = [];
  private errors = 0;
  private others = 0;

  constructor(private readonly file: string | undefined) {}

  /** Adds a finding. Errors are counted apart, so that a thousand warnings cannot hide one. */
  add(finding: Finding): void {
    const count = finding.severity === "error" ? ++this.errors : ++this.others;
    if (count <= MOST) this.findings.push(this.placed(finding));
  }

  get hasErrors(): boolean {
    return this.errors > 0;
  }

  /** The findings in the order of their places, those in other files last. */
  inOrder(): readonly Finding[] {
    const ordered = this.findings.toSorted(
      (a, b) =>
        this.fileOf(a).localeCompare(this.fileOf(b), "en") ||
        (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
        (a.place?.column ?? 0) - (b.place?.column ?? 0),
    );
    const hidden = this.errors + this.others - this.findings.length;
    return hidden === 0 ? ordered : [...ordered, this.placed(reportDraft("draft/more-findings", { hidden }))];
  }

  /** The other file that a finding points at, "" for the draft itself. */
  private fileOf({ place }: Finding): string {
    return place?.file === undefined || place.file === this.file ? "" : place.file;
  }

  private placed(finding: Finding): Finding {
    if (this.file === undefined && finding.place === undefined) return finding;
    return { ...finding, place: { ...(this.file === undefined ? {} : { file: this.file }), ...finding.place } };
  }
}
