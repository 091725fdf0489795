import type { Rule } from "../rule.js";
import { P14, P15, P18 } from "./body-code.js";
import { PRINTED_NUMBER_RULES } from "./printed-number.js";
import { C08, C11, C12 } from "./signs.js";
import { P12, P13, P16, S06, S07 } from "./type-code.js";

export const NUMBER_RULES: readonly Rule[] = [
  ...PRINTED_NUMBER_RULES,
  P12,
  P13,
  P14,
  P15,
  P16,
  P18,
  S06,
  S07,
  C08,
  C11,
  C12,
];
