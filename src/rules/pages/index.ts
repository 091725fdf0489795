import type { Rule } from "../rule.js";
import { P63, S30 } from "./annex-pages.js";
import { C13 } from "./splits.js";

export const PAGINATION_RULES: readonly Rule[] = [P63, S30, C13];
