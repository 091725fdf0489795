/** Traces as a workbook: the figures, and a flat table from each figure to the cells that it was worked out from. */
import { type TableRow, type TableSheet, tableWorkbook } from "../cycle/table-workbook.js";
import { type FormSet, nameOfKey } from "../forms/index.js";
import type { Day } from "../organisation/index.js";
import { sayDay } from "../periods/index.js";
import { MEASURE_WORDS } from "./figure-words.js";
import { type CellNode, type ResolvedFigure, sayCoverage, sayMissing, type TraceNode } from "./totals/index.js";

/** A sheet of more rows is hard to open on an office's machine. */
export const MOST_ROWS = 60_000;

/** A figure with its print where that is not what it would be now. */
export interface TracedFigure {
  readonly figure: ResolvedFigure;
  readonly printed: string;
}

/** A leaf of a trace, with the names of the formulas and sums on the way to it. */
interface Leaf {
  readonly way: readonly string[];
  readonly node: Exclude<TraceNode, { kind: "formula" | "sum" }>;
}

function* leavesOf(node: TraceNode, way: readonly string[] = []): Generator<Leaf> {
  if (node.kind === "formula")
    for (const { name, node: operand } of node.operands) yield* leavesOf(operand, [...way, name]);
  else if (node.kind === "sum")
    for (const part of node.parts) yield* leavesOf(part, part.kind === "cell" ? way : [...way, part.label]);
  else yield { way, node };
}

/** How many rows the traces take; counted no further than one too many. */
export function countRows(figures: readonly TracedFigure[]): number {
  let rows = 0;
  for (const { figure } of figures) {
    for (const _ of leavesOf(figure.trace())) {
      rows += 1;
      if (rows > MOST_ROWS) return rows;
    }
  }
  return rows;
}

const cellColumns = ({ label, unit, period, value, revision, file, cell }: CellNode, name: string) => [
  ...[label, unit, period, name, value, revision?.number ?? "đầu kỳ"],
  ...[revision === undefined ? "" : sayDay(revision.received), file.name, file.sha256, cell.sheet, cell.address],
];

function leafRow({ figure, printed }: TracedFigure, { way, node }: Leaf, formSet: FormSet): TableRow {
  const head = [figure.binding, printed, way.join(" › ")];
  switch (node.kind) {
    case "cell":
      return { cells: [...head, ...cellColumns(node, `${node.key} ${nameOfKey(formSet, node.key)}`)] };
    case "declared":
      return { cells: [...head, `Bộ biểu mẫu ${node.formSet}`, "", "", node.label, node.value] };
    case "absent":
      return { cells: [...head, node.label, "", "", node.reason] };
  }
}

function figureRow({ figure, printed }: TracedFigure, formSet: FormSet): TableRow {
  const { path, binding, value, unitOfCount, coverage } = figure;
  const tree = figure.trace();
  return {
    cells: [
      ...[binding, nameOfKey(formSet, path.key), path.scope.name, path.period, MEASURE_WORDS[path.measure]],
      ...[printed, value, unitOfCount, tree.kind === "formula" ? tree.formula : ""],
      ...[coverage.asked === 0 ? "" : sayCoverage(coverage), coverage.missing.map(sayMissing).join("; ")],
    ],
  };
}

/**
 * The workbook; the same bytes for the same ledger.
 *
 * @param day that the file carries
 */
export function traceWorkbook(
  figures: readonly TracedFigure[],
  { title, day, formSet }: { readonly title: string; readonly day: Day; readonly formSet: FormSet },
): Promise<Uint8Array> {
  const sheets: readonly TableSheet[] = [
    {
      name: "Nguồn",
      title: title.toLocaleUpperCase("vi"),
      notes: ["Mỗi dòng là một ô của một báo cáo đã thu; cột “Qua” ghi các số trung gian của công thức."],
      columns: [
        ...["Số liệu", "In", "Qua", "Đơn vị", "Mã đơn vị", "Kỳ", "Chỉ tiêu"].map((head) => ({ head })),
        { head: "Giá trị", align: "right" },
        { head: "Lần gửi", align: "center" },
        ...["Nhận ngày", "Tệp", "Mã băm SHA-256", "Trang tính", "Ô"].map((head) => ({ head })),
      ],
      rows: figures.flatMap((traced) =>
        [...leavesOf(traced.figure.trace())].map((leaf) => leafRow(traced, leaf, formSet)),
      ),
    },
    {
      name: "Số liệu",
      title: title.toLocaleUpperCase("vi"),
      notes: [],
      columns: [
        ...["Số liệu", "Chỉ tiêu", "Phạm vi", "Kỳ", "Số đo", "In"].map((head) => ({ head })),
        { head: "Giá trị", align: "right" },
        ...["Đơn vị tính", "Công thức", "Tính trên", "Không có số của"].map((head) => ({ head })),
      ],
      rows: figures.map((traced) => figureRow(traced, formSet)),
    },
  ];
  return tableWorkbook({ title, day, sheets });
}
