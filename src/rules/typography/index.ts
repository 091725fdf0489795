import type { Rule } from "../rule.js";
import { C02, C03 } from "./characters.js";
import { C09, C10, C14, V28 } from "./numbers-dates.js";
import { C06, C07, V07 } from "./spacing.js";

export const TYPOGRAPHY_RULES: readonly Rule[] = [C02, C03, C06, C07, C09, C10, C14, V07, V28];
