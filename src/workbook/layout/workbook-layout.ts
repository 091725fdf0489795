/**
 * Where everything stands in an outline workbook: pure data that the writer draws and the reader looks things up in.
 * Addresses are those of the workbook as written. A unit may insert rows and rename sheets, so the reader finds cells by
 * defined name, else by the codes in the helper column and the helper row of a sheet, and never by position.
 */
import type { Check, Form, FormColumn, FormRow, Measure, Outline, OutlineSection } from "../../forms/form-set.js";
import type { Anchor, NoteCell, PrefilledCell, ValueCell } from "./cells.js";

export type * from "./cells.js";

/** What one cell of a form's body shows. */
export type BodyContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "notApplicable" }
  | { readonly kind: "value"; readonly value: ValueCell }
  | { readonly kind: "prefilled"; readonly prefilled: PrefilledCell }
  | { readonly kind: "formula"; readonly formula: string; readonly format: "whole" | "decimal" | "percent" | "text" }
  | { readonly kind: "note"; readonly note: NoteCell }
  /** A cell of a list that the unit fills, or free text. */
  | { readonly kind: "open" }
  | { readonly kind: "blank" };

export interface BodyCell {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly source: FormColumn;
  readonly content: BodyContent;
}

export interface ColumnPlace {
  readonly column: number;
  readonly letter: string;
  /** In the helper row: number and content of the column, `4:actual`. */
  readonly code: string;
  readonly source: FormColumn;
  /** mm */
  readonly width: number;
}

export interface RowPlace {
  readonly row: number;
  /** In the helper column: `C02`, `#3` for the third row of a list; empty for a row that only heads others. */
  readonly code: string;
  readonly source?: FormRow;
}

/** A cell that may span several. */
export interface SpannedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** A column beside the form, not printed, that says which checks a row breaks in one measure. */
export interface AlarmColumn {
  readonly measure: Measure;
  readonly column: number;
  readonly letter: string;
  readonly rows: readonly { readonly row: number; readonly formula: string }[];
}

/** Sheet of one form. */
export interface FormSheet {
  readonly kind: "form";
  readonly sheet: string;
  /** In the corner cell A1, by which a renamed sheet is known: `vanthu:B2`. */
  readonly code: string;
  readonly form: Form;
  readonly columns: readonly ColumnPlace[];
  readonly frame: {
    /** Last column of the issuer's block on the left, first of the block on the right. */
    readonly leftEnd: number;
    readonly rightStart: number;
    readonly issuerRows: readonly [number, number];
    readonly markRows: readonly [number, number];
    readonly titleRow: number;
    readonly periodRow: number;
    readonly windowRow: number;
  };
  readonly head: readonly SpannedCell[];
  readonly headRows: { readonly first: number; readonly last: number };
  readonly numberRow: number;
  readonly body: { readonly first: number; readonly last: number };
  readonly rows: readonly RowPlace[];
  readonly cells: readonly BodyCell[];
  readonly alarms: readonly AlarmColumn[];
  /** Rows of a list form as one range, with its name. */
  readonly list?: { readonly definedName: string; readonly from: string; readonly to: string };
  readonly guidanceRows: readonly { readonly row: number; readonly text: string }[];
  readonly signRows: { readonly date: number; readonly role: number; readonly hint: number; readonly name: number };
}

/** One heading of the đề cương. */
export interface SectionPlace {
  readonly section: OutlineSection;
  /** In the helper column: `d/3`, the place in the outline as declared. */
  readonly code: string;
  readonly titleRow: number;
  readonly guidanceRow?: number;
  /** Where the unit writes; absent when the heading asks for nothing. */
  readonly answer?: Anchor;
  /** Formula of the text beside the answer that shows the figures entered so far, one a line, and how each begins. */
  readonly figures?: { readonly formula: string; readonly labels: readonly string[] };
}

export interface OutlineSheet {
  readonly kind: "outline";
  readonly sheet: string;
  readonly code: string;
  readonly outline: Outline;
  readonly sections: readonly SectionPlace[];
  readonly last: number;
}

/** A line of the check sheet: one check in one measure. */
export interface CheckPlace {
  readonly check: Check;
  readonly measure: Measure;
  /** In the helper column: `KT-B05`, `KT-B05/estimate`. */
  readonly code: string;
  readonly row: number;
  readonly result: Anchor;
  readonly explanation: Anchor;
  /** The condition with the indicators' names. */
  readonly condition: string;
  /** Values it looks at. */
  readonly values: readonly ValueCell[];
  /** Absent when the workbook does not hold all it needs: the desk checks it. */
  readonly resultFormula?: string;
  /** Formula of a text that repeats the condition with figures in the place of names: "12 = 10 + 2". */
  readonly figures?: string;
  readonly messageFormula?: string;
}

export interface CheckSheet {
  readonly kind: "checks";
  readonly sheet: string;
  readonly code: string;
  readonly counts: readonly {
    readonly row: number;
    readonly label: string;
    readonly cell: Anchor;
    readonly formula: string;
  }[];
  readonly headRow: number;
  readonly lines: readonly CheckPlace[];
  readonly last: number;
}

/** A cell of the instruction sheet that the unit fills about its paper. */
export type PaperField = "number" | "date" | "signer" | "preparer" | "phone";

export interface InstructionSheet {
  readonly kind: "instructions";
  readonly sheet: string;
  readonly code: string;
  /** How many cells are still to be filled, and how many checks are not met. */
  readonly progress: readonly {
    readonly row: number;
    readonly label: string;
    readonly cell: Anchor;
    readonly formula: string;
  }[];
  readonly fields: readonly { readonly field: PaperField; readonly row: number; readonly cell: Anchor }[];
}

/** Fields of the stamp and of the state, on the hidden sheet. */
export type IdentityField =
  | "layout"
  | "formSet"
  | "version"
  | "unit"
  | "unitKind"
  | "period"
  | "periodKind"
  | "revision"
  | "hash"
  | "initial";

export interface HiddenSheet {
  readonly kind: "hidden";
  readonly sheet: string;
  readonly code: string;
  readonly identity: readonly { readonly field: IdentityField; readonly row: number; readonly cell: Anchor }[];
  /** What was prefilled, value by value: name in the first column, value in the second. */
  readonly copies: readonly { readonly row: number; readonly address: string; readonly prefilled: PrefilledCell }[];
  /** Members of the dimensions, for lists to choose from. */
  readonly lists: readonly {
    readonly dimension: string;
    readonly definedName: string;
    readonly column: number;
    readonly names: readonly string[];
  }[];
  /** Empty cells whose only purpose is their style: open initial figures. */
  readonly samples: readonly {
    readonly number: "whole" | "decimal";
    readonly locked: boolean;
    readonly address: string;
  }[];
}

export type SheetLayout = InstructionSheet | OutlineSheet | FormSheet | CheckSheet | HiddenSheet;

export interface WorkbookLayout {
  readonly formSet: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    readonly proposal: boolean;
  };
  readonly unitKind: string;
  readonly periodKind: string;
  /** In the order of the tabs. */
  readonly sheets: readonly SheetLayout[];
  /** Every value with its cell, echoes included, in the order of forms and rows. */
  readonly values: readonly ValueCell[];
  readonly prefilled: readonly PrefilledCell[];
  readonly notes: readonly NoteCell[];
  /** Every defined name with what it refers to: `'Biểu 1'!$D$12`. */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}
