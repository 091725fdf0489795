/** The checker: rules about text and structure, and formatting against the norms' rows. */
export { RULE_GROUPS, RULES } from "./all.js";
export { type CheckDocumentOptions, checkDocument } from "./check-document.js";
export type { PrintedHead } from "./context.js";
export { knownRules } from "./known.js";
export type { Rule } from "./rule.js";
export { applySettings, type RuleSettings } from "./settings.js";
