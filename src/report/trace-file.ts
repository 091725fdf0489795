/**
 * The file of provenance that travels with a report: every figure with its formula, down to unit, revision, file hash, sheet
 * and cell. What several figures rest on stands in it once, so that it stays small for thousands of units.
 */
import type { MadeReport } from "./bound/made.js";
import type { DraftFigure } from "./draft/index.js";
import { type CellNode, type MissingUnit, type PeriodTotals, sayCoverage, type TraceNode } from "./totals/index.js";

/** Index in `nodes`. */
type NodeNumber = number;

/** Unit, period, indicator and measure, value; revision number, file, sheet, address. Numbers of units and files are indexes. */
type Cell = readonly [
  unit: number,
  period: string,
  key: string,
  measure: string,
  value: number,
  revision: number | null,
  file: number,
  sheet: string,
  address: string,
];

type Node =
  | {
      readonly kind: "formula";
      label: string;
      formula: string;
      value?: number;
      word?: string;
      operands: [string, NodeNumber][];
    }
  | { readonly kind: "sum"; label: string; value?: number; parts: NodeNumber[]; missing: readonly MissingUnit[] }
  | { readonly kind: "declared"; label: string; value: number; formSet: string }
  | { readonly kind: "absent"; label: string; reason: string }
  | { readonly kind: "cell"; cell: Cell };

class TraceBook {
  readonly nodes: Node[] = [];
  readonly units: { code: string; name: string }[] = [];
  readonly files: { sha256: string; name: string }[] = [];
  readonly #known = new Map<string, NodeNumber>();
  /** By period, key, measure and unit. */
  readonly #cells = new Map<string, Map<string, Map<string, Map<string, readonly KnownCell[]>>>>();
  readonly #units = new Map<string, number>();
  readonly #files = new Map<string, number>();

  #unit({ unit, label }: CellNode): number {
    const known = this.#units.get(unit) ?? this.units.push({ code: unit, name: label }) - 1;
    this.#units.set(unit, known);
    return known;
  }

  #file({ file: { sha256, name } }: CellNode): number {
    const known = this.#files.get(sha256) ?? this.files.push({ sha256, name }) - 1;
    this.#files.set(sha256, known);
    return known;
  }

  #cell(node: CellNode): Cell {
    const { period, key, measure, value, revision, cell } = node;
    const number = revision?.number ?? null;
    return [this.#unit(node), period, key, measure, value, number, this.#file(node), cell.sheet, cell.address];
  }

  #write(node: TraceNode): Node {
    switch (node.kind) {
      case "cell":
        return { kind: "cell", cell: this.#cell(node) };
      case "formula": {
        const operands = node.operands.map(({ name, node: each }): [string, NodeNumber] => [name, this.add(each)]);
        return { ...node, operands };
      }
      case "sum":
        return { ...node, parts: node.parts.map((part) => this.add(part)) };
      default:
        return node;
    }
  }

  add(node: TraceNode): NodeNumber {
    // of thousands of units: a cell that is known already is not written again
    if (node.kind === "cell") return this.#addCell(node);
    const written = this.#write(node);
    const name = JSON.stringify(written);
    const known = this.#known.get(name) ?? this.nodes.push(written) - 1;
    this.#known.set(name, known);
    return known;
  }

  /** Cells are found by what they are asked for, part by part: no name is made of a million of them. */
  #addCell(node: CellNode): NodeNumber {
    const { period, key, measure, unit } = node;
    const ofPeriod = within(this.#cells, period);
    const ofKey = within(ofPeriod, key);
    const ofMeasure = within(ofKey, measure);
    const known = ofMeasure.get(unit);
    // the same figure may have been loaded from a file and returned in a workbook
    const found = known?.find(({ file, cell }) => file === node.file.sha256 && isSamePlace(cell, node.cell));
    if (found !== undefined) return found.number;
    const number = this.nodes.push(this.#write(node)) - 1;
    const own = { number, file: node.file.sha256, cell: node.cell };
    ofMeasure.set(unit, known === undefined ? [own] : [...known, own]);
    return number;
  }
}

interface KnownCell {
  readonly number: NodeNumber;
  readonly file: string;
  readonly cell: CellNode["cell"];
}

const isSamePlace = (one: CellNode["cell"], other: CellNode["cell"]): boolean =>
  one === other || (one.sheet === other.sheet && one.address === other.address);

/** The map under a key, made when it is not there. */
function within<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const made = new Map<L, V>();
  maps.set(key, made);
  return made;
}

/** What the trace file says of the draft that it was made with. */
export interface TraceOrigin {
  /** Name of the one file that a unit's own report was made from. */
  readonly workbook?: string;
  /** SHA-256 of the draft as it was made, hexadecimal: tells whether somebody has edited it since. */
  readonly draft?: string;
  /** The draft as it was written, beside which a later ledger is held. */
  readonly made?: MadeReport;
}

/**
 * The trace of the figures of a draft.
 *
 * @returns JSON text, the same for the same ledger
 */
export function traceFile(figures: readonly DraftFigure[], totals: PeriodTotals, origin: TraceOrigin = {}): string {
  const { made, ...known } = origin;
  const book = new TraceBook();
  const traced = figures.map(({ figure, printed, times }) => ({
    binding: figure.binding,
    printed,
    times,
    status: figure.status,
    ...(figure.value === undefined ? {} : { value: figure.value }),
    ...(figure.class === undefined ? {} : { class: figure.class }),
    coverage: sayCoverage(figure.coverage),
    missing: figure.coverage.missing,
    trace: book.add(figure.trace()),
  }));
  const { id, version } = totals.context.formSet;
  const { asked, counted, missing } = totals.coverage;
  const heads = {
    ...known,
    period: totals.period.id,
    window: totals.period.window,
    formSet: `${id} ${version}`,
    coverage: { asked: asked.length, counted: counted.length, missing },
    cellFields: ["unit", "period", "key", "measure", "value", "revision", "file", "sheet", "address"],
  };
  const lists = (name: string, items: readonly unknown[]): string =>
    `"${name}": [\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
  return `{\n${[
    ...Object.entries(heads).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`),
    lists("figures", traced),
    lists("nodes", book.nodes),
    lists("units", book.units),
    lists("files", book.files),
    ...(made === undefined ? [] : [`"made": ${JSON.stringify(made)}`]),
  ].join(",\n")}\n}\n`;
}
