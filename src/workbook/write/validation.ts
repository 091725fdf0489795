/** Data validation: what cells take, with prompts and errors in Vietnamese, set by ranges so that no two overlap. */
import type { DataValidation, Worksheet } from "exceljs";
import { addressOf } from "../layout/index.js";
import { CELL_HELP, type CellHelp } from "./wording.js";

export type CellRule = keyof typeof CELL_HELP;

const EARLIEST = new Date(Date.UTC(1930, 0, 1));
const LATEST = new Date(Date.UTC(2100, 0, 1));

type Condition = Pick<DataValidation, "type" | "formulae"> & Partial<Pick<DataValidation, "operator">>;

/** `member` needs the name of its list. */
function conditionOf(rule: CellRule, list: string): Condition {
  switch (rule) {
    case "whole":
      return { type: "whole", operator: "greaterThanOrEqual", formulae: [0] };
    case "decimal":
    case "opening":
    case "samePeriod":
    case "earlier":
      return { type: "decimal", operator: "greaterThanOrEqual", formulae: [0] };
    case "date":
      return { type: "date", operator: "between", formulae: [EARLIEST, LATEST] };
    case "mark":
      return { type: "list", formulae: ['"x"'] };
    case "member":
      return { type: "list", formulae: [list] };
    case "answer":
      return { type: "textLength", operator: "greaterThanOrEqual", formulae: [0] };
  }
}

function validationOf(rule: CellRule, list: string): DataValidation {
  const { promptTitle, prompt, errorTitle, error }: CellHelp = CELL_HELP[rule];
  return {
    ...conditionOf(rule, list),
    allowBlank: true,
    showInputMessage: true,
    promptTitle,
    prompt,
    ...(error === "" ? {} : { showErrorMessage: true, errorStyle: "stop", errorTitle, error }),
  } as DataValidation;
}

/** A cell with its rule. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rule: CellRule;
  /** Name of the range with the members, of a `member` cell. */
  readonly list?: string;
}

interface Validations {
  add(range: string, validation: DataValidation): void;
}

/** exceljs types lack the collection, which is the only way to set a rule for a range. */
function validationsOf(sheet: Worksheet): Validations {
  return (sheet as Worksheet & { readonly dataValidations: Validations }).dataValidations;
}

/** Sets the rules of cells, neighbours of a column with the same rule as one range. */
export function setRules(sheet: Worksheet, cells: readonly RuledCell[]): void {
  const validations = validationsOf(sheet);
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  for (let index = 0; index < sorted.length; ) {
    const first = sorted[index] as RuledCell;
    let last = first;
    for (let next = sorted[++index]; next !== undefined; next = sorted[++index]) {
      const joins = next.column === last.column && next.row === last.row + 1;
      if (!joins || next.rule !== first.rule || next.list !== first.list) break;
      last = next;
    }
    const range = `${addressOf(first.row, first.column)}:${addressOf(last.row, last.column)}`;
    validations.add(range, validationOf(first.rule, first.list ?? ""));
  }
}
