import type { Finding } from "../../../findings/finding.js";
import { reportDraft } from "../../../findings/messages/draft.js";

/** More findings than anybody corrects in one go. */
const MOST = 200;

/** Where findings go. */
export interface FindingSink {
  add(finding: Finding): void;
}

/** Collects the findings of one reading and puts the draft's name into their places. */
export class Journal implements FindingSink {
  private readonly findings: Finding[] = [];
  private errors = 0;

  constructor(private readonly file: string | undefined) {}

  add(finding: Finding): void {
    if (finding.severity === "error") this.errors += 1;
    if (this.findings.length > MOST) return;
    const crowded = this.findings.length === MOST;
    this.findings.push(this.placed(crowded ? reportDraft("draft/too-many-findings", { shown: MOST }) : finding));
  }

  get hasErrors(): boolean {
    return this.errors > 0;
  }

  /** The findings in the order of their places in the draft. */
  inOrder(): readonly Finding[] {
    const line = ({ place }: Finding): number =>
      place?.file === this.file || place?.file === undefined ? (place?.line ?? 0) : Number.POSITIVE_INFINITY;
    return this.findings.toSorted((a, b) => {
      const [first, second] = [line(a), line(b)];
      return first === second ? (a.place?.column ?? 0) - (b.place?.column ?? 0) : first - second;
    });
  }

  private placed(finding: Finding): Finding {
    if (this.file === undefined && finding.place === undefined) return finding;
    return { ...finding, place: { ...(this.file === undefined ? {} : { file: this.file }), ...finding.place } };
  }
}
