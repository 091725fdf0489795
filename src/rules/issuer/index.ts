import type { Rule } from "../rule.js";
import { P68 } from "./authority-of-type.js";
import { P24 } from "./district-level.js";
import { P07, S03 } from "./full-name.js";
import { P03 } from "./standing-committee.js";
import { P04, P05 } from "./superior.js";

export const ISSUER_RULES: readonly Rule[] = [P03, P04, P05, P07, P24, P68, S03];
