/**
 * A form set: the indicators of a reporting system, the forms and outlines that ask for them, and the checks on them.
 * A declaration: workbook, locks, help, reader, checks, totals, annexes and placeholders all follow from it.
 * It is never edited after its first use; a change is a new version, and the old one stays readable.
 */

/** What a number is: a stock at the cut-off, a flow in the period's window, a ratio (computed), a target. */
export type IndicatorKind = "stock" | "flow" | "ratio" | "target";

/** By territory, or by Party line: a cell of an enterprise may belong to a committee elsewhere (reporting §8.3). */
export type Basis = "territory" | "partyLine";

/** A dimension by which indicators are broken down, e.g. LH (loại hình). */
export interface Dimension {
  readonly id: string;
  readonly name: string;
  readonly members: readonly {
    readonly code: string;
    readonly name: string /** Contained in this other member. */;
    readonly within?: string;
  }[];
}

export interface Indicator {
  /** `C02`. Never reused for another meaning. */
  readonly code: string;
  readonly name: string;
  /** Unit of counting: "người", "TCĐ", "%". */
  readonly unit: string;
  readonly kind: IndicatorKind;
  readonly basis: Basis;
  /** Kind of unit whose figures count; figures of others go to the reconciliation list. Absent: whoever files it. */
  readonly source?: string;
  /** Expression over indicators; an indicator with one is computed and never typed. */
  readonly formula?: string;
  /** An opening stock continues this closing stock of the previous year: B01 continues B05. */
  readonly opens?: string;
  /** Broken down by this dimension, and the members it uses (all when absent). */
  readonly dimension?: {
    readonly id: string;
    readonly members?: readonly string[] /** Members add up to the whole. */;
    readonly sums: boolean;
  };
  /** Kinds of period that ask for it; all when absent. */
  readonly periods?: readonly string[];
  /** Of a target: the indicator that it is set for, and whether for one year or for the plan's whole span. */
  readonly target?: { readonly of: ValueKey; readonly span: "year" | "plan" };
  /** How a target is met: value >= target, and so on; a range from this target up to that of `upperLimit`, both included. */
  readonly comparator?: Comparator;
  /** Of a range: the target that holds its upper end, set for the same indicator and span. */
  readonly upperLimit?: string;
}

/** How an achieved figure is held against its target. */
export type Comparator = ">=" | ">" | "=" | "<=" | "<" | "range";

/** `C02`, or a part of a broken-down indicator: `A01.CP`. */
export type ValueKey = string;

/**
 * Thực hiện đến ngày chốt, ước đến hết kỳ, chính thức: never mixed (reporting §8.1). In a review also the figure before
 * the plan began, and those of the plan's first, second … year.
 */
export type Measure = "actual" | "estimate" | "official" | "baseline" | `year${number}`;

/** What a column of a form holds. */
export type ColumnContent =
  | "ordinal"
  | "label"
  | "unitOfCount"
  | "actual"
  | "estimate"
  | "official"
  | "samePeriod" // same period of last year, prefilled
  | "target" // target of the year, prefilled
  | "spanTarget"
  | "cumulative" // from the start of the plan's span, prefilled part plus this period
  | "computed" // see formula
  | "baseline" // before the plan began; measure `baseline`
  | "ofYear" // of the plan's year that `year` names, prefilled where locked; measure `year1`, `year2` …
  | "spanTotal" // of a review: flows of the years added up, the last stock, ratios computed again; measure `actual`
  | "verdict" // Vượt, Đạt or Chưa đạt, derived from the target's comparator
  | "note" // also where a unit explains a figure
  | "text"
  | "date"
  | "integer"
  | "mark"; // x or empty

export interface FormColumn {
  /** As printed in the column-number row: "4". */
  readonly number: string;
  /** Heads from the outermost merged one to the column's own. */
  readonly head: readonly string[];
  readonly content: ColumnContent;
  /** Over column numbers, as printed: "4*100/5". */
  readonly formula?: string;
  /** Of a consolidated form: the indicator that the column shows. */
  readonly indicator?: ValueKey;
  /** Of an `ofYear` column: 1 is the first year of the span. */
  readonly year?: number;
  /** Width in mm. */
  readonly width?: number;
}

/** A row of a form whose rows are indicators. */
export interface FormRow {
  /** "A", "1", "1.1"; empty for "Trong đó" rows. */
  readonly ordinal: string;
  readonly label: string;
  readonly level: number;
  /** Absent for a row that only heads others. */
  readonly indicator?: ValueKey;
  /** Columns, by number, that do not apply: printed X and locked. */
  readonly notApplicable?: readonly string[];
  /** The values have their place in another form of the same workbook; here they are shown, locked. */
  readonly shown?: boolean;
}

export interface Form {
  /** `B1`, stable; sheets, names and checks refer to it. */
  readonly id: string;
  /** "Biểu 1". */
  readonly number: string;
  readonly title: string;
  /** "Đvt: người", where one holds for the whole form. */
  readonly unitOfCount?: string;
  /** Kinds of unit that file it. */
  readonly filedBy: readonly string[];
  /** Kinds of period that ask for it; all when absent. */
  readonly periods?: readonly string[];
  /** The unit's own face, or the consolidated one with a row a unit, made by the desk. */
  readonly face: "unit" | "consolidated";
  readonly orientation: "portrait" | "landscape";
  readonly columns: readonly FormColumn[];
  /** `rows`: one row an indicator; `units`: one row a unit (consolidated); `list`: rows that the unit adds. */
  readonly body:
    | { readonly kind: "rows"; readonly rows: readonly FormRow[] }
    | { readonly kind: "units" }
    | { readonly kind: "list"; readonly counts?: ValueKey; readonly room: number };
  readonly guidance?: readonly string[];
}

/** One heading of the đề cương, what to write under it, and the indicators it cites. */
export interface OutlineSection {
  readonly mark: string;
  readonly title: string;
  readonly guidance: string;
  readonly indicators: readonly ValueKey[];
  /** The unit writes text here; otherwise it only heads others. */
  readonly asks: boolean;
}

export interface Outline {
  readonly id: string;
  readonly title: string;
  readonly periods: readonly string[];
  /** Kinds of unit that write it; all when absent. */
  readonly filedBy?: readonly string[];
  readonly sections: readonly OutlineSection[];
}

/** `error`: to correct; `explain`: to correct or to explain in the note column; `note`: for the desk. */
export type CheckSeverity = "error" | "explain" | "note";

export interface Check {
  /** Never changes its meaning: `KT-B05`. */
  readonly id: string;
  /** A condition that must hold, in the expression language: `B05 == B01 + B02 + B03 - B04`. */
  readonly holds: string;
  readonly severity: CheckSeverity;
  /** Of one unit's return, or of the province as a whole. */
  readonly scope: "unit" | "whole";
  readonly periods?: readonly string[];
  /** What is wrong, in Vietnamese, with `{B05}` for values. */
  readonly message: string;
  /** What the person who fills the form should do. */
  readonly remedy: string;
}

export interface FormSet {
  /** `xd-to-chuc-dang`; with the version it identifies the declaration for ever. */
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** The forms are proposals, not official ones; printed on each. */
  readonly proposal: boolean;
  /** Thresholds and the like, by name: `soDangVienToiThieu: 3`; in expressions `p.soDangVienToiThieu`. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Kinds of unit that file forms, with their names. */
  readonly unitKinds: readonly { readonly id: string; readonly name: string }[];
  readonly dimensions: readonly Dimension[];
  readonly indicators: readonly Indicator[];
  readonly forms: readonly Form[];
  readonly outlines: readonly Outline[];
  readonly checks: readonly Check[];
}
