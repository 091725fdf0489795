import type { Rule } from "../rule.js";
import { V15 } from "./head-complete.js";
import { P01, P02, P27, S01 } from "./head-signs.js";
import { S02 } from "./lines-below.js";
import { P22, S10 } from "./place-prefix.js";
import { P19, P20, P21, S09 } from "./printed-date.js";

export const PLACE_DATE_RULES: readonly Rule[] = [P01, P02, P19, P20, P21, P22, P27, S01, S02, S09, S10, V15];
