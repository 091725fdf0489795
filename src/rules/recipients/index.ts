import type { Rule } from "../rule.js";
import { P56, P57, P58, S24, S27 } from "./addressees.js";
import { P54, P55, S25, S26 } from "./recipients.js";

export const RECIPIENT_RULES: readonly Rule[] = [P54, P55, P56, P57, P58, S24, S25, S26, S27];
