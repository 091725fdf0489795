export type { ObservedFormatting, ObservedPage, ObservedParagraph } from "../../norms/observed.js";
export { chosenFormatting } from "./chosen.js";
export { compareFormatting, type FormattingFault } from "./compare.js";
export { FORMATTING_RULES, type FormattingRule, formattingRule, OTHER_FORMATTING, PAGE_RULES } from "./rules.js";
export { sayAcceptance, sayComponent } from "./words.js";
