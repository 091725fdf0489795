import { reportDraft } from "../../../findings/messages/draft.js";
import { nearest } from "../../../findings/nearest.js";
import type { FindingSink } from "../text/journal.js";
import type { HeaderEntry } from "./entry.js";

/**
 * Reports a key that the header does not have.
 *
 * @param known the keys that it has
 */
export function reportUnknownKey(entry: HeaderEntry, known: readonly string[], journal: FindingSink): void {
  const meant = nearest(entry.key, known);
  journal.add(reportDraft("draft/unknown-key", { key: entry.key, nearest: meant }, entry.at));
}
