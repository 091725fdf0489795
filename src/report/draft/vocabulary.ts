/**
 * The words of report templates: names and helpers, each with what it takes. The check of a template, its run and
 * docs/mau-bao-cao.md all follow this table.
 */

/** What an argument of a helper must be. */
export type ArgumentType =
  /** Key of the form set: `C02`, `A01.CP`. */
  | "indicator"
  /** Of an indicator that is a quotient of two others. */
  | "share"
  | "measure"
  | "scope"
  | "period"
  | "periodKind"
  | "span"
  | "unitList"
  | "verdict"
  | "taskList"
  | "section"
  | "number"
  | "text";

export interface HelperDeclaration {
  readonly block?: true;
  /** In order; the last one may be repeated where `rest` says so. */
  readonly takes: readonly ArgumentType[];
  /** How many of them must be there; all when absent. */
  readonly least?: number;
  readonly rest?: true;
  readonly options: { readonly [name: string]: ArgumentType };
  /** Options may also be indicators, whose values are their names in the sentence. */
  readonly parts?: true;
  /** Names that hold inside the block. */
  readonly adds?: readonly string[];
}

const PLACE = { scope: "scope", period: "period" } as const;

export const HELPERS = {
  lines: { takes: ["text"], options: {} },
  figure: {
    takes: ["indicator"],
    options: { verb: "text", noun: "text", zero: "text", lead: "text", of: "measure", ...PLACE },
  },
  cell: { takes: ["indicator"], options: { of: "measure", ...PLACE } },
  compare: { takes: ["indicator"], options: { noun: "text", lead: "text", ...PLACE } },
  target: { takes: ["indicator"], options: { noun: "text", lead: "text", span: "span", ...PLACE } },
  share: { takes: ["share"], options: { verb: "text", noun: "text", lead: "text", ...PLACE } },
  breakdown: { takes: ["indicator"], options: { noun: "text", lead: "text", ...PLACE }, parts: true },
  cumulative: { takes: ["indicator"], options: { verb: "text", noun: "text", ...PLACE } },
  coverage: { takes: ["indicator"], least: 0, options: PLACE },
  units: { takes: ["unitList"], options: { of: "indicator", most: "number" } },
  tasks: { takes: ["taskList"], least: 0, options: {} },
  write: { takes: ["text"], options: { section: "section" } },
  whenKind: { block: true, takes: ["periodKind"], rest: true, options: {} },
  whenReported: { block: true, takes: ["indicator"], options: PLACE },
  whenUnits: { block: true, takes: ["unitList"], options: { of: "indicator" } },
  whenTasks: { block: true, takes: ["taskList"], least: 0, options: {} },
  whenTargets: { block: true, takes: ["verdict"], options: { span: "span" } },
  eachTarget: {
    block: true,
    takes: ["verdict"],
    options: { span: "span" },
    adds: ["indicator", "target.name", "target.noun"],
  },
  eachPlan: { block: true, takes: [], options: {}, adds: ["followed.name", "followed.received"] },
  eachTask: {
    block: true,
    takes: ["taskList"],
    options: {},
    adds: ["task.text", "task.about", "task.state"],
  },
  eachArea: { block: true, takes: [], options: {}, adds: ["scope.name"] },
  eachUnit: { block: true, takes: ["scope"], least: 0, options: {}, adds: ["scope.name"] },
  eachYear: { block: true, takes: [], options: {}, adds: ["yearly.name", "yearly.period", "yearly.measure"] },
} as const satisfies { readonly [name: string]: HelperDeclaration };

export type HelperName = keyof typeof HELPERS;

export const HELPER_NAMES = Object.keys(HELPERS) as readonly HelperName[];

export const declarationOf = (name: string): HelperDeclaration | undefined =>
  Object.hasOwn(HELPERS, name) ? HELPERS[name as HelperName] : undefined;

/** Of Handlebars itself, with one name. */
export const CONDITIONS: readonly string[] = ["if", "unless"];

/** Names that hold everywhere in a template. */
export const NAMES: readonly string[] = [
  "office.superior",
  "office.name",
  "office.place",
  "office.bodyCode",
  "office.author",
  "office.archive",
  "office.tone",
  "signer.lines",
  "signer.name",
  "year",
  "type.name",
  "type.code",
  "period.name",
  "period.year",
  "period.firstYear",
  "period.nextYear",
  "period.from",
  "period.to",
  "plan.name",
  "before.period",
  "scope.name",
];

/** What a name may stand for as an argument; any name is text. */
export const NAMED_ARGUMENTS: Readonly<Record<string, ArgumentType>> = {
  indicator: "indicator",
  "yearly.period": "period",
  "yearly.measure": "measure",
  "before.period": "period",
};

/**
 * Lists of units. `missing`: nothing came; `toCorrect`: only what is to be corrected; `late`: came after the last day;
 * `zero`: reported that nothing occurred (`of` names the indicator).
 */
export const UNIT_LISTS = ["missing", "toCorrect", "late", "toExplain", "zero"] as const;
export type UnitListName = (typeof UNIT_LISTS)[number];

export const SPANS = ["year", "plan"] as const;

export { TASK_LISTS, type TaskListName } from "../tasks/index.js";

/** `missed` before the end of the year or plan only means: not met yet; `behind`: less than the time that has passed asks for. */
export const VERDICTS = ["missed", "behind", "met", "all"] as const;
export type VerdictName = (typeof VERDICTS)[number];
