import type { Rule } from "../rule.js";
import { P41, P42, P43, P44, P48, P50, S21, V30 } from "./authority.js";
import { P45, P46, P47, P51, S23, V11 } from "./position.js";

export const SIGNATURE_RULES: readonly Rule[] = [P41, P42, P43, P44, P45, P46, P47, P48, P50, P51, S21, S23, V11, V30];
