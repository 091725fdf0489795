import type { Finding } from "../../findings/finding.js";
import { reportCheck } from "../../findings/messages/check.js";
import { reportCall } from "../../findings/messages/cli.js";
import { nearest } from "../../findings/nearest.js";
import { NormId } from "../../model/document.js";
import { knownRules } from "../../rules/index.js";
import { type Call, optionValue } from "../command.js";
import type { Outcome } from "../outcome.js";

export const FORMATS = ["text", "json", "sarif", "html"] as const;
export type Format = (typeof FORMATS)[number];

/** What a call of `check` asks for. */
export interface CheckWishes {
  readonly format: Format;
  readonly norm?: NormId;
  /** Only these rules. */
  readonly only?: readonly string[];
  readonly fix: boolean;
  readonly force: boolean;
  /** Where the result goes, or with `--fix` the corrected draft. */
  readonly out?: string;
}

/** Whether an id names a rule, or a finding of another stage that has no rule's name. */
export const isKnown = (id: string): boolean =>
  /^(?:plan|preflight|draft)\/[a-z-]+$/u.test(id) || knownRules().some((rule) => rule.id === id);

/** Reads the options of `check`; a wrong value is a finding that names the right ones. */
export function readCheckWishes(call: Call): Outcome<CheckWishes> {
  const findings: Finding[] = [];
  const typedFormat = (optionValue(call, "format") ?? "text").toLowerCase();
  const format = FORMATS.find((name) => name === typedFormat);
  if (format === undefined)
    findings.push(reportCall("cli/bad-value", { option: "--format", value: typedFormat, allowed: FORMATS.join(", ") }));
  const typedNorm = optionValue(call, "norm");
  const norm = typedNorm === undefined ? undefined : NormId.safeParse(typedNorm.toLowerCase());
  if (norm !== undefined && !norm.success)
    findings.push(
      reportCall("cli/bad-value", { option: "--norm", value: typedNorm ?? "", allowed: NormId.options.join(", ") }),
    );
  const only = optionValue(call, "rule")
    ?.split(/[\s,;]+/u)
    .filter(Boolean)
    .map((id) => (id.includes("/") ? id : id.toUpperCase()));
  for (const id of only ?? []) {
    if (isKnown(id)) continue;
    const known = knownRules().map((rule) => rule.id);
    findings.push(reportCheck("check/unknown-rule", { typed: id, nearest: nearest(id, known) }));
  }
  const fix = call.options.fix === true;
  if (fix && format !== "text") findings.push(reportCheck("check/fix-format", {}));
  if (findings.length > 0 || format === undefined) return { ok: false, findings };
  const out = optionValue(call, "out");
  return {
    ok: true,
    value: {
      format,
      fix,
      force: call.options.force === true,
      ...(norm?.data === undefined ? {} : { norm: norm.data }),
      ...(only === undefined ? {} : { only }),
      ...(out === undefined ? {} : { out }),
    },
  };
}
