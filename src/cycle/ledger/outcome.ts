/** Changes that either happen or are refused with a finding. */
import type { Finding } from "../../findings/finding.js";
import type { LedgerContext } from "./context.js";
import { findingOf } from "./failure.js";

/** When not done, nothing was written, and the findings say why. */
export interface Outcome {
  readonly done: boolean;
  readonly findings: readonly Finding[];
}

/** It is done; findings may tell more. */
export const done = (...findings: readonly Finding[]): Outcome => ({ done: true, findings });

/** It is not done, for the reason that the finding tells. */
export const refused = (finding: Finding): Outcome => ({ done: false, findings: [finding] });

/**
 * Makes one change. A full disk and the like become findings.
 *
 * @param name of what is lost when the change's group cannot be committed
 * @throws errors that nobody foresaw
 */
export async function change(context: LedgerContext, name: string, work: () => Outcome): Promise<Outcome> {
  try {
    return await context.writes.write(name, work);
  } catch (error) {
    const finding = findingOf(error, context.file);
    if (finding === undefined) throw error;
    return refused(finding);
  }
}
