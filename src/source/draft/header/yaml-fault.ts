import type { Finding } from "../../../findings/finding.js";
import { reportDraft } from "../../../findings/messages/draft.js";
import { trimBlanks } from "../text/lines.js";
import type { Position } from "../text/position.js";

/** What the YAML library objects to, and the line that it objects to. */
interface Complaint {
  readonly code: string;
  readonly message: string;
  readonly line: string;
}

type FaultId =
  | "draft/yaml-bracket"
  | "draft/yaml-colon"
  | "draft/yaml-colon-blank"
  | "draft/yaml-indent"
  | "draft/yaml-indicator"
  | "draft/yaml-key"
  | "draft/yaml-quote"
  | "draft/yaml-tab";

/** What stands behind the first colon of a line. */
const afterColon = (line: string): string => /:[ \t]+(.*)$/u.exec(line)?.[1] ?? "";

const RESERVED = ["ALIAS_PROPS", "BAD_ALIAS", "BAD_DIRECTIVE", "BAD_SCALAR_START", "TAG_RESOLVE_FAILED"];

/**
 * What a clerk did, by what the library says and what the line looks like; the first that fits is told. The library's
 * codes alone would mislead: a missing closing quote and a missing colon are both MISSING_CHAR.
 */
const FAULTS: readonly (readonly [FaultId, (complaint: Complaint) => boolean])[] = [
  ["draft/yaml-tab", ({ code, line }) => code === "TAB_AS_INDENT" || /^ *\t/u.test(line)],
  ["draft/yaml-quote", ({ code, message }) => code === "BAD_DQ_ESCAPE" || message.startsWith("Missing closing")],
  ["draft/yaml-quote", ({ code, line }) => code === "UNEXPECTED_TOKEN" && /^["']/u.test(afterColon(line))],
  ["draft/yaml-bracket", ({ code, line }) => code === "RESOURCE_EXHAUSTION" || /^[[\]{},]/u.test(afterColon(line))],
  ["draft/yaml-indicator", ({ code, line }) => RESERVED.includes(code) || /^[*&!%@`]/u.test(afterColon(line))],
  ["draft/yaml-colon", ({ code, line }) => code === "BLOCK_AS_IMPLICIT_KEY" && /:(?: |$)/u.test(afterColon(line))],
  ["draft/yaml-colon-blank", ({ line }) => /^[^:]*:[^\s:]/u.test(line)],
  ["draft/yaml-indent", ({ code }) => code === "BAD_INDENT" || code === "BLOCK_AS_IMPLICIT_KEY"],
  ["draft/yaml-indent", ({ code, message }) => code === "UNEXPECTED_TOKEN" && message.endsWith("at node end")],
  ["draft/yaml-key", ({ line }) => !line.includes(":")],
];

/**
 * Words what is wrong with the YAML of a header.
 *
 * @param complaint the library's first error or warning, and the draft's line that it stands in
 */
export function wordYamlFault(complaint: Complaint, at: Position): Finding {
  const id = FAULTS.find(([, fits]) => fits(complaint))?.[0] ?? "draft/yaml-other";
  return reportDraft(id, { line: trimBlanks(complaint.line) }, at);
}
