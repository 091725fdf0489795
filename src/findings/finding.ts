/** Where a finding is: a file, and in it a line and a column, both counted from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The component in the office's own words, e.g. "Nơi nhận". */
  readonly component?: string;
}

/** `error` stops the work, `warning` and `note` do not (lỗi, cảnh báo, lưu ý). */
export type Severity = "error" | "warning" | "note";

/** One finding about a draft, a document, a workbook or a call. Its words come from `messages/`. */
export interface Finding {
  /** Stable identifier, `<stage>/<name>`. */
  readonly id: string;
  readonly severity: Severity;
  /** What was found, in Vietnamese. */
  readonly found: string;
  /** What to do, in Vietnamese. */
  readonly remedy: string;
  /** The clause of the norm that it rests on. */
  readonly clause?: string;
  readonly place?: Place;
  /** The rule that it breaks: `P33`; the finding's own id where no rule of the norms speaks of it. */
  readonly rule?: string;
  /** What the rule rests on: the norm's words, its samples, or practice. */
  readonly basis?: "norm" | "sample" | "practice";
  /** The words found fault with, as printed. */
  readonly quote?: string;
}

/** How one kind of finding is worded. */
export interface Wording<P> {
  readonly severity: Severity;
  readonly found: (params: P) => string;
  readonly remedy: (params: P) => string;
  readonly clause?: string;
}
