/** The trace file that lies beside a report, read again: what every figure was printed as, and the cells that it rests on. */
import { z } from "zod";

const NodeNumber = z.number().int().nonnegative();
const Label = z.string();

const Node = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("cell"), cell: z.array(z.union([z.string(), z.number(), z.null()])) }),
  z.object({ kind: z.literal("formula"), label: Label, operands: z.array(z.tuple([z.string(), NodeNumber])) }),
  z.object({ kind: z.literal("sum"), label: Label, parts: z.array(NodeNumber) }),
  z.object({ kind: z.literal("declared"), label: Label }),
  z.object({ kind: z.literal("absent"), label: Label }),
]);

const TraceFile = z.object({
  /** The one file that a unit's own report was made from. */
  workbook: z.string().optional(),
  draft: z.string().optional(),
  cellFields: z.array(z.string()),
  figures: z.array(z.object({ binding: z.string(), printed: z.array(z.string()), trace: NodeNumber })),
  nodes: z.array(Node),
  files: z.array(z.object({ name: z.string() })),
});
type TraceFile = z.infer<typeof TraceFile>;

/** A figure as the trace file has it. */
export interface TracedPrint {
  readonly binding: string;
  /** As what it was printed when the report was made. */
  readonly printed: readonly string[];
  /** "Biểu 3!E12", each cell once. */
  readonly cells: readonly string[];
  /** "Đơn vị tự vệ cuối kỳ – ĐẢNG UỶ QUÂN SỰ TỈNH"; absent of what is one cell. */
  readonly label?: string;
}

export interface ReadTrace {
  /** The workbook of a unit's own report; absent of a report that was made from a ledger. */
  readonly workbook?: string;
  /** SHA-256 of the draft as it was made. */
  readonly draft?: string;
  readonly figures: ReadonlyMap<string, TracedPrint>;
}

function cellsOf({ nodes, cellFields, files, workbook }: TraceFile, root: number): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<number>();
  const follow = (number: number): void => {
    const node = nodes[number];
    if (node === undefined || seen.has(number)) return;
    seen.add(number);
    if (node.kind === "cell") {
      const field = (name: string): string => String(node.cell[cellFields.indexOf(name)] ?? "");
      const place = `${field("sheet")}!${field("address")}`;
      const file = files[Number(field("file"))]?.name;
      found.add(file === undefined || file === workbook ? place : `${place} (${file})`);
    } else if (node.kind === "formula") for (const [, operand] of node.operands) follow(operand);
    else if (node.kind === "sum") node.parts.forEach(follow);
  };
  follow(root);
  return [...found];
}

/**
 * Reads a trace file.
 *
 * @param text JSON
 * @returns undefined when it is none
 */
export function readTrace(text: string): ReadTrace | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = TraceFile.safeParse(data);
  if (!read.success) return undefined;
  const { workbook, draft, figures, nodes } = read.data;
  const traced = figures.map(({ binding, printed, trace }): TracedPrint => {
    const node = nodes[trace];
    const label = node === undefined || node.kind === "cell" ? {} : { label: node.label };
    return { binding, printed, cells: cellsOf(read.data, trace), ...label };
  });
  return {
    ...(workbook === undefined ? {} : { workbook }),
    ...(draft === undefined ? {} : { draft }),
    figures: new Map(traced.map((figure) => [figure.binding, figure])),
  };
}
