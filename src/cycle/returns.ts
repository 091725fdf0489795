/** What a unit sent: values by indicator and measure, each with its cell; text; findings. */
import type { Finding } from "../findings/finding.js";
import type { Measure, ValueKey } from "../forms/form-set.js";

/** A cell of a workbook. */
export interface CellPlace {
  readonly sheet: string;
  /** `D12`. */
  readonly address: string;
}

/** A value as read: the number, or why there is none. A blank is not zero. */
export interface ReturnedValue {
  readonly key: ValueKey;
  readonly measure: Measure;
  /** Absent when blank or unreadable. */
  readonly value?: number;
  /** The text in the cell, as typed. */
  readonly typed?: string;
  readonly cell: CellPlace;
  /** Its cell is no longer in the workbook: it was deleted, or its sheet was. */
  readonly gone?: true;
}

/** A finding about a return, at its cell. */
export interface CellFinding extends Finding {
  /** Id of the check or of the reading rule; never changes its meaning. */
  readonly rule: string;
  /** `error` to correct, `explain` to explain, `note` for the desk. */
  readonly weight: "error" | "explain" | "note";
  readonly cell?: CellPlace;
  /** The unit has explained it in the note column. */
  readonly explanation?: string;
}

/** Who sent what: the identity stamp of a workbook. */
export interface Stamp {
  readonly formSet: string;
  readonly version: string;
  readonly unit: string;
  readonly period: string;
  readonly revision: number;
  /** Hash over the prefilled cells and the stamp, as written. */
  readonly hash: string;
}

/** A workbook as read. */
export interface ReadReturn {
  readonly stamp?: Stamp;
  readonly values: readonly ReturnedValue[];
  /** Text under the headings of the đề cương, by mark. */
  readonly narrative: readonly { readonly mark: string; readonly title: string; readonly text: string }[];
  /** Rows of list forms, by form. */
  readonly lists: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Figures of the same period of last year that the unit typed itself, where none were locked yet ("số ban đầu"). */
  readonly samePeriod?: readonly ReturnedValue[];
  /** Explanations: beside a value by `key/measure`, on the check sheet by `check/measure` (`KT-B05/actual`). */
  readonly explanations: Readonly<Record<string, string>>;
  /** The paper's number, date and signer, where the workbook says them. */
  readonly paper: { readonly number?: string; readonly date?: string; readonly signer?: string };
  /** Opening figures were left open for the unit to type ("số ban đầu"), so that it has to. */
  readonly initial?: boolean;
  /** Findings of reading alone: unreadable cells, altered formulas, missing sheets. */
  readonly findings: readonly CellFinding[];
}

export type ReturnState = "accepted" | "explain" | "correct" | "refused";
