/** Defined names and sheet names: the anchors by which a workbook is read. Stable for a form set's version. */
import type { Measure, ValueKey } from "../../forms/form-set.js";

const safe = (text: string): string => text.replace(/[^\p{L}\p{N}_]/gu, "_");

/** `v_C02_actual`: the home of a value. */
export const valueName = (key: ValueKey, measure: Measure): string => `v_${safe(key)}_${measure}`;
/** `e_B4_C02_actual`: a cell of a form that shows a value from elsewhere. */
export const echoName = (form: string, key: ValueKey, measure: Measure): string =>
  `e_${safe(form)}_${safe(key)}_${measure}`;
/** Names of prefilled figures, by the kind of column or table that they come from. */
export const prefillName = {
  samePeriod: (key: ValueKey): string => `s_${safe(key)}`,
  targets: (key: ValueKey): string => `t_${safe(key)}`,
  cumulative: (key: ValueKey): string => `x_luyke_${safe(key)}`,
  half: (key: ValueKey): string => `x_6thang_${safe(key)}`,
  prior: (key: ValueKey): string => `x_namtruoc_${safe(key)}`,
} as const;
/** `n_B2_C02`: where a unit explains the values of a row. */
export const noteName = (form: string, key: ValueKey): string => `n_${safe(form)}_${safe(key)}`;
/** `l_B6`: all rows of a list form. */
export const listName = (form: string): string => `l_${safe(form)}`;
/** `m_LH`: names of a dimension's members. */
export const membersName = (dimension: string): string => `m_${safe(dimension)}`;
/** `d_3`: answer under the third heading of the outline as declared. */
export const answerName = (index: number): string => `d_${index}`;
/** `k_KT_B05_actual`: result of a check. */
export const resultName = (check: string, measure: Measure): string => `k_${safe(check)}_${measure}`;
/** `gt_KT_B05_actual`: explanation beside a check. */
export const explanationName = (check: string, measure: Measure): string => `gt_${safe(check)}_${measure}`;

/** Excel compares names without regard to case: a name that is taken gets a number. */
export class NameRegister {
  readonly #taken = new Set<string>();
  readonly #names: { readonly name: string; readonly refersTo: string }[] = [];

  /** Takes a name for a reference and returns the name as it is free. */
  take(wanted: string, refersTo: string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name.toLowerCase()); count++) name = `${wanted}_${count}`;
    this.#taken.add(name.toLowerCase());
    this.#names.push({ name, refersTo });
    return name;
  }

  /** Names in the order in which they were taken. */
  get names(): readonly { readonly name: string; readonly refersTo: string }[] {
    return this.#names;
  }
}

/** Longest name of a sheet that Excel takes. */
const LONGEST_SHEET_NAME = 31;

/** A form's number as the name of a sheet that no other sheet has. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\]/gu, "-")
      .replace(/^'+|'+$/gu, "")
      .trim()
      .slice(0, LONGEST_SHEET_NAME) || "Biểu";
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? "" : ` (${count})`;
    const name = clean.slice(0, LONGEST_SHEET_NAME - suffix.length) + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
