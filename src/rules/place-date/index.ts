import type { Rule } from "../rule.js";
import { V15 } from "./head-complete.js";
import { P22, S10 } from "./place-prefix.js";
import { P19, P20, P21, S09 } from "./printed-date.js";

export const PLACE_DATE_RULES: readonly Rule[] = [P19, P20, P21, P22, S09, S10, V15];
