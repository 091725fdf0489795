/** Declarations that were edited after a period had been opened with them. */
import type { OpenedPeriod } from "../../cycle/ledger/index.js";
import type { Finding } from "../../findings/finding.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import { formSetKey } from "../../workbook/read/index.js";
import { FORMS_FOLDER, type FormSetAtHand } from "./form-sets.js";

/**
 * Finds them by their hashes, each version once, with the first period that it was used for. What a period was opened with
 * judges its returns for good: an edited declaration would judge them by rules that their units were not given.
 */
export function editedFormSets(atHand: readonly FormSetAtHand[], periods: readonly OpenedPeriod[]): readonly Finding[] {
  const hashes = new Map(atHand.map(({ formSet, hash }) => [formSetKey(formSet.id, formSet.version), hash]));
  const told = new Set<string>();
  return [...periods]
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
    .flatMap(({ formSet: { id, version, hash }, period }): readonly Finding[] => {
      const key = formSetKey(id, version);
      const now = hashes.get(key);
      if (hash === undefined || now === undefined || now === hash || told.has(key)) return [];
      told.add(key);
      return [
        reportLedger("ledger/form-set-edited", { formSet: id, version, period: period.id }, { file: FORMS_FOLDER }),
      ];
    });
}
