import type { Rule } from "../rule.js";
import { P63 } from "./annex-pages.js";
import { C13 } from "./splits.js";

export const PAGINATION_RULES: readonly Rule[] = [P63, C13];
