/** What an office switches off or lowers. Nothing is ever raised above what it rests on. */
import type { Finding, Severity } from "../findings/finding.js";

/** Ids of rules (`P22`), or of findings that no rule of the norms speaks of (`plan/timing-no-day`). */
export interface RuleSettings {
  readonly off?: readonly string[];
  readonly lowered?: readonly string[];
}

const LOWER: { readonly [S in Severity]: Severity } = { error: "warning", warning: "note", note: "note" };

/** The findings that an office wants to see; what stops a draft from being read stays as it is. */
export function applySettings(
  findings: readonly Finding[],
  { off = [], lowered = [] }: RuleSettings,
): readonly Finding[] {
  const named = ({ rule, id }: Finding, ids: readonly string[]) => ids.includes(rule ?? id) || ids.includes(id);
  return findings.flatMap((finding) => {
    if (finding.id.startsWith("draft/") && finding.severity === "error") return [finding];
    if (named(finding, off)) return [];
    return [named(finding, lowered) ? { ...finding, severity: LOWER[finding.severity] } : finding];
  });
}
