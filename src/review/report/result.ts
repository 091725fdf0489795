/** The result of a comparison as data: what `--json` prints. */
import { z } from "zod";
import { Change, ChangeGroup, ChangeKind, hasFigures } from "../compare/change.js";
import type { Comparison } from "../compare/compare-flows.js";
import type { Flow } from "../flow/flow.js";

export const ComparedVersion = z.object({
  /** The file as the caller named it. */
  file: z.string(),
  kind: z.enum(["draft", "docx", "pdf", "xlsx"]),
  /** `model`: read from the draft, or the model in a file of ours; `file`: from its text; `guess`: from the places of its lines. */
  fidelity: z.enum(["model", "file", "guess"]),
  pages: z.number().int().optional(),
});
export type ComparedVersion = z.infer<typeof ComparedVersion>;

/** The comparison of two versions. */
export const ComparisonResult = z.object({
  old: ComparedVersion,
  new: ComparedVersion,
  /** How many changes of each group there are. */
  counts: z.record(ChangeGroup, z.number().int()),
  kinds: z.partialRecord(ChangeKind, z.number().int()),
  changes: z.array(Change),
  /** So few words are common that these may be two documents, not two versions. */
  unlike: z.literal(true).optional(),
  /** Only figures were asked for: nothing is said of words and looks. */
  onlyFigures: z.literal(true).optional(),
  /** Pages that are pictures and were not compared: nobody knows what they say. */
  unread: z.array(z.object({ version: z.enum(["old", "new"]), page: z.number().int() })).optional(),
  /** Pages that should have been painted and compared were not: nothing is said of how they look. */
  unseen: z.literal(true).optional(),
});
export type ComparisonResult = z.infer<typeof ComparisonResult>;

const versionOf = (file: string, { kind, fidelity, pages }: Flow): ComparedVersion => ({
  file,
  kind,
  fidelity,
  ...(pages === undefined ? {} : { pages }),
});

/** The result of a comparison. */
export function resultOf(
  { changes, old, new: neu, unlike }: Comparison,
  oldFile: string,
  newFile: string,
): ComparisonResult {
  const counts = { figures: 0, wording: 0, pages: 0, looks: 0 };
  const kinds: Partial<Record<ChangeKind, number>> = {};
  for (const { group, kind } of changes) {
    counts[group] += 1;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return {
    old: versionOf(oldFile, old),
    new: versionOf(newFile, neu),
    counts,
    kinds,
    changes: [...changes],
    ...(unlike ? { unlike } : {}),
  };
}

/** What changes amount to: 0 nothing, 1 pages and looks only, 2 wording, 3 figures, also those within added words. */
export function gravityOf(changes: readonly Change[]): 0 | 1 | 2 | 3 {
  if (changes.some(hasFigures)) return 3;
  const groups = new Set(changes.map(({ group }) => group));
  if (groups.has("wording")) return 2;
  return groups.size > 0 ? 1 : 0;
}

/** Exit code of a comparison: its gravity, or 4 where pages that nobody read may hold more than was found. */
export function exitOf({ changes, unread = [] }: ComparisonResult): 0 | 1 | 2 | 3 | 4 {
  const gravity = gravityOf(changes);
  return unread.length > 0 && gravity < 2 ? 4 : gravity;
}
