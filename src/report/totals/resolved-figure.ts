/** What a path comes to: its value or word, how it is printed, whose figures are in it, and where they came from. */
import type { Comparison } from "./compare.js";
import { type FigureCoverage, NO_COVERAGE } from "./coverage.js";
import type { Cumulative } from "./cumulate.js";
import type { FigurePath } from "./figure-path.js";
import type { Direction } from "./measures.js";
import type { Total } from "./sums.js";
import type { SetTarget, Verdict } from "./targets.js";
import type { TraceNode } from "./trace.js";

/**
 * `reported`: there is a value or a word. `notReported`: it was asked for and has not come. `notAsked`: nobody in the scope
 * files it, or it does not apply (a cumulative stock, a share of a share). `noBase`: last year it did not occur.
 */
export type FigureStatus = "reported" | "notReported" | "notAsked" | "notComparable" | "noBase" | "noTarget";

/** What stands in the place of a figure that is not there. */
export const STATUS_WORDS: Readonly<Record<Exclude<FigureStatus, "reported">, string>> = {
  notReported: "chưa có số liệu",
  notAsked: "X",
  notComparable: "không so sánh được",
  noBase: "cùng kỳ không phát sinh",
  noTarget: "chưa giao chỉ tiêu",
};

export interface ResolvedFigure {
  readonly path: FigurePath;
  /** The path in its canonical form. */
  readonly binding: string;
  readonly status: FigureStatus;
  /** Of numbers; a difference is negative when the figure fell. */
  readonly value?: number;
  /** Of a word that depends on figures: what kind of word. A change of it changes sentences. */
  readonly class?: Direction | Verdict;
  /** As printed in prose: `1.054`, `92,28%`, `05`, `tăng`; a difference without its sign; else why there is none. */
  readonly printed: string;
  /** As printed in a table: `5`, `92,28`, `-12`. */
  readonly printedInTable: string;
  readonly unitOfCount: string;
  readonly coverage: FigureCoverage;
  /** Of one unit: held only beside the source that counts. */
  readonly secondSource: boolean;
  readonly comparison?: Comparison;
  readonly target?: SetTarget;
  readonly trace: () => TraceNode;
}

/** A figure before it is printed. */
export type Answer = Pick<ResolvedFigure, "status" | "coverage" | "trace"> &
  Partial<Pick<ResolvedFigure, "value" | "class" | "comparison" | "target" | "secondSource">> & {
    readonly word?: string;
    /** In a table, where the word is another there. */
    readonly wordInTable?: string;
    /** Unit of counting, where it is not the indicator's. */
    readonly unit?: string;
  };

/** Trace of what is not there. */
export const absent = (label: string, status: Exclude<FigureStatus, "reported">): (() => TraceNode) => {
  return () => ({ kind: "absent", label, reason: STATUS_WORDS[status] });
};

/** Trace of a formula over named figures. */
export function formulaTrace(
  label: string,
  formula: string,
  result: { readonly value?: number; readonly word?: string },
  operands: Readonly<Record<string, () => TraceNode>>,
): () => TraceNode {
  return () => ({
    kind: "formula",
    label,
    formula,
    ...result,
    operands: Object.entries(operands).map(([name, node]) => ({ name, node: node() })),
  });
}

export function ofTotal(total: Total): Answer {
  const { value, coverage, isAsked, secondSource, trace } = total;
  if (value !== undefined) return { status: "reported", value, coverage, secondSource, trace };
  return { status: isAsked ? "notReported" : "notAsked", coverage, secondSource, trace };
}

export function ofCumulative(cumulative: Cumulative, label: string): Answer {
  switch (cumulative.kind) {
    case "sum": {
      const { value, coverage, trace } = cumulative;
      return { status: "reported", value, coverage, trace };
    }
    case "blocked":
      return { status: "notAsked", coverage: NO_COVERAGE, trace: absent(label, "notAsked") };
    case "noPlan":
      return { status: "notReported", coverage: NO_COVERAGE, trace: absent(label, "notReported") };
    case "gap":
      return { status: "notReported", coverage: NO_COVERAGE, trace: cumulative.trace };
  }
}
