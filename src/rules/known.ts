/** Every rule that may be named in a call or in vanthu.yaml. */
import type { Severity } from "../findings/finding.js";
import { RULES } from "./all.js";
import { FORMATTING_RULES, OTHER_FORMATTING } from "./formatting/index.js";
import { REGISTERED } from "./registers.js";

export interface KnownRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly basis?: "norm" | "sample" | "practice";
}

/** All rules by id, each once; a rule about text goes before the formatting of the same component. */
export function knownRules(): readonly KnownRule[] {
  const all: readonly KnownRule[] = [
    ...RULES.map(({ id, title, severity, basis }) => ({ id, title, severity, basis })),
    ...REGISTERED.flatMap(({ ids, title, severity }) => ids.map((id) => ({ id, title, severity }))),
    ...FORMATTING_RULES.map(({ id, title }) => ({ id, title, severity: "error" as const, basis: "norm" as const })),
    { id: "P59", title: "Lề trang", severity: "error", basis: "norm" },
    { id: "P60", title: "Phông chữ Times New Roman", severity: "error", basis: "norm" },
    { id: "S28", title: "Lề trang", severity: "error", basis: "norm" },
    { id: "S32", title: "Cỡ chữ Quốc hiệu, Tiêu ngữ, ngày tháng tương ứng", severity: "error", basis: "norm" },
    { ...OTHER_FORMATTING, severity: "error", basis: "norm" },
  ];
  const ids = [...new Set(all.map(({ id }) => id))].sort(
    (one, other) => rank(one) - rank(other) || one.localeCompare(other),
  );
  return ids.flatMap((id) => all.find((rule) => rule.id === id) ?? []);
}

const rank = (id: string): number => "PSCV".indexOf(id.slice(0, 1));
