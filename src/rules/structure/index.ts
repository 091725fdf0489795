import type { Rule } from "../rule.js";
import { P62, S30 } from "./annexes.js";
import { S33 } from "./capitals.js";
import { V21, V22, V23, V24, V25 } from "./duties.js";
import { P33, S20 } from "./end-mark.js";
import { V03, V04 } from "./levels.js";
import { P37, P39, P40, S16, S17, S18 } from "./marks.js";
import { V29 } from "./operative-words.js";
import { P38, V01, V02 } from "./sequence.js";
import { V13 } from "./unfinished.js";

export const STRUCTURE_RULES: readonly Rule[] = [
  P33,
  P37,
  P38,
  P39,
  P40,
  P62,
  S16,
  S17,
  S18,
  S20,
  S30,
  S33,
  V01,
  V02,
  V03,
  V04,
  V13,
  V21,
  V22,
  V23,
  V24,
  V25,
  V29,
];
