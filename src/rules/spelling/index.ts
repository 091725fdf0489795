import type { Rule } from "../rule.js";
import { V08, V09 } from "./confusions.js";
import { V27 } from "./doubled-words.js";
import { C04, P70 } from "./tone.js";
import { V05, V06, V12 } from "./variants.js";

export const SPELLING_RULES: readonly Rule[] = [C04, P70, V05, V06, V08, V09, V12, V27];
