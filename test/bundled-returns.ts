/** The return of a unit of every kind, in every kind of period, on the bundled form set: filled in, and kept in memory. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { typedCells } from "../src/cli/demo/cycle/typed-cells.js";
import { type EarlierFigures, NO_EARLIER_FIGURES } from "../src/cycle/checks/index.js";
import type { ReadReturn } from "../src/cycle/returns.js";
import {
  type FormSet,
  findKey,
  fixedTargets,
  formsFor,
  periodKindsOf,
  readBundledFormSet,
} from "../src/forms/index.js";
import { PERIOD_KINDS, type Period, readPeriod } from "../src/periods/index.js";
import { fillWorkbook, type Typed, type TypedCells } from "../src/workbook/fill-workbook.js";
import type { PrefilledCell, ValueCell, WorkbookLayout } from "../src/workbook/layout/index.js";
import { type FormSets, formSetKey, READ_LIMITS, readWorkbook } from "../src/workbook/read/index.js";
import { type Prefill, type Stencil, stencilFor, writeOutline } from "../src/workbook/write/index.js";
import { type SampleFigures, sampleFigures } from "./cycle-sample.js";
import type { Parts } from "./workbook-read.edit.js";

export const FORM_SET: FormSet = await readBundledFormSet();
export const FORM_SETS: FormSets = new Map([[formSetKey(FORM_SET.id, FORM_SET.version), FORM_SET]]);

/** What `cycle open` makes one stencil for. */
export interface OutlineKind {
  readonly unitKind: string;
  readonly periodKind: string;
}

/** Every kind of unit with every kind of period in which it files something. */
export const OUTLINE_KINDS: readonly OutlineKind[] = FORM_SET.unitKinds.flatMap(({ id: unitKind }) =>
  periodKindsOf(FORM_SET).flatMap((periodKind) =>
    formsFor(FORM_SET, unitKind, periodKind).length > 0 ? [{ unitKind, periodKind }] : [],
  ),
);

const PERIODS: Readonly<Record<string, string>> = {
  "6t": "2026-6t",
  nam: "2026-nam",
  sk: "2024-2026-sk",
  tk: "2022-2026-tk",
};

function periodOf(kind: string): Period {
  const period = readPeriod(PERIODS[kind] ?? "", PERIOD_KINDS);
  if (period === undefined) throw new Error(`no period of the kind ${kind}`);
  return period;
}

const [UNIT, SEED, YEAR] = [3, 7, 1] as const;

/** Figures of the unit, and those of earlier cut-offs that they continue. */
export interface Figures {
  readonly own: SampleFigures;
  readonly prior: SampleFigures;
  readonly half: SampleFigures;
  readonly lastYear: SampleFigures;
  /** Rows of the list; as many as were founded when absent. */
  readonly rows?: number;
}

export function figuresOf(periodKind: string, unit: number = UNIT): Figures {
  const period = periodKind === "6t" ? "6t" : "nam";
  const at = (year: number, kind: "6t" | "nam"): SampleFigures => sampleFigures(unit, SEED, { year, period: kind });
  return {
    own: at(YEAR, period),
    prior: at(YEAR - 1, "nam"),
    half: at(YEAR, "6t"),
    lastYear: at(YEAR - 1, period),
  };
}

/** What the ledger knows of earlier cut-offs; half-years only where they lie before. */
export function earlierOf({ prior, half, lastYear }: Figures, periodKind: string): EarlierFigures {
  if (periodKind !== "6t" && periodKind !== "nam") return NO_EARLIER_FIGURES;
  return {
    prior: (key) => prior[key],
    half: (key) => (periodKind === "nam" ? half[key] : undefined),
    lastYear: (key) => lastYear[key],
    ofYear: () => undefined,
    opening: (key) => {
      const value = prior[key];
      return value === undefined ? { parts: [], lacking: [] } : { value, parts: [], lacking: [] };
    },
  };
}

function prefillOf(layout: WorkbookLayout, { own, prior, half, lastYear }: Figures): Prefill {
  const tables = {
    openings: own,
    samePeriod: lastYear,
    targets: { ...own, ...fixedTargets(FORM_SET) },
    cumulative: prior,
    half,
    prior,
  };
  const filled: Record<string, Record<string, number>> = { ...{ openings: {}, samePeriod: {}, targets: {} } };
  for (const { source, key } of layout.prefilled) {
    // years of a review are left to the unit
    const value = source === "earlier" ? undefined : tables[source][key];
    if (value !== undefined) filled[source] = { ...filled[source], [key]: value };
  }
  return { openings: {}, samePeriod: {}, targets: {}, ...filled, openingsOpen: false };
}

/** A figure of one year of a review; shares, which the sample leaves to be worked out, are some percentage. */
function yearly({ key, measure }: ValueCell, { own }: Figures): number {
  if (findKey(FORM_SET, key)?.indicator.kind === "ratio") return 62.5;
  const year = measure === "baseline" ? 0 : Number(measure.slice("year".length));
  return sampleFigures(UNIT, SEED, { year, period: "nam" })[key] ?? own[key] ?? 0;
}

const isEarlier = (measure: string): boolean => measure === "baseline" || measure.startsWith("year");

const PAPER = { number: "15-BC/ĐU", date: "20/5/2026", signer: "Lê Văn Tâm" };

/** All that the unit types: its figures, with an estimate that repeats them, and the years of a review. */
function cellsOf(layout: WorkbookLayout, figures: Figures): TypedCells {
  const cells = new Map(
    [...typedCells(layout, figures.own, PAPER, figures.rows)].map(([sheet, own]) => [sheet, new Map(own)]),
  );
  const put = ({ sheet, address }: ValueCell, typed: Typed): void => {
    cells.set(sheet, (cells.get(sheet) ?? new Map<string, Typed>()).set(address, typed));
  };
  for (const value of layout.values) {
    const { key, measure, role } = value;
    const own = figures.own[key];
    if (role === "typed" && measure === "estimate" && own !== undefined) put(value, own);
    if (role === "opening" && isEarlier(measure)) put(value, yearly(value, figures));
  }
  return cells;
}

/** Changes the XML of a return. */
export type Edit = (parts: Parts) => void;

/** A correct return that can be changed again and again. */
/** Bounds that a test sets lower: bytes of a sheet, its last row. */
interface Limits {
  readonly sheetLimit?: number | undefined;
  readonly rowLimit?: number | undefined;
}

export class Return {
  readonly layout: WorkbookLayout;
  readonly #bytes: Readonly<Record<string, Uint8Array>>;
  readonly #texts: Readonly<Parts>;
  #read: ReadReturn | undefined;

  constructor(
    readonly kind: OutlineKind,
    stencil: Stencil,
    readonly figures: Figures = figuresOf(kind.periodKind),
  ) {
    this.layout = stencil.layout;
    const outline = writeOutline(stencil, {
      unit: { code: "don-vi", name: "Đảng uỷ phường Sông Kim", superior: "Đảng bộ tỉnh Hà Trung" },
      period: periodOf(kind.periodKind),
      revision: 1,
      prefill: prefillOf(this.layout, this.figures),
      sendTo: "Ban Tổ chức",
    });
    this.#bytes = unzipSync(fillWorkbook(outline, cellsOf(this.layout, this.figures)));
    this.#texts = Object.fromEntries(Object.entries(this.#bytes).map(([name, part]) => [name, strFromU8(part)]));
  }

  /** The file as it is sent after edits. */
  file(...edits: readonly Edit[]): Uint8Array {
    const parts: Parts = { ...this.#texts };
    for (const edit of edits) edit(parts);
    const bytes = Object.entries(parts).map(([name, text]) => {
      const own = this.#bytes[name];
      return [name, own !== undefined && this.#texts[name] === text ? own : strToU8(text)] as const;
    });
    return zipSync(Object.fromEntries(bytes), { level: 0 });
  }

  /** Reads it after edits. */
  read(
    edits: readonly Edit[] = [],
    { sheetLimit = READ_LIMITS.sheet, rowLimit = READ_LIMITS.rows }: Limits = {},
  ): ReadReturn {
    return readWorkbook(this.file(...edits), FORM_SETS, {
      limits: { ...READ_LIMITS, sheet: sheetLimit, rows: rowLimit },
    });
  }

  /** Read as it is. */
  get correct(): ReadReturn {
    this.#read ??= this.read();
    return this.#read;
  }

  /** Size of the largest sheet. */
  get largestSheet(): number {
    const sizes = Object.entries(this.#bytes).map(([name, { length }]) =>
      /worksheets\/sheet/u.test(name) ? length : 0,
    );
    return Math.max(...sizes);
  }

  /** Whether a prefilled cell was left to the unit. */
  isOpen({ source }: PrefilledCell): boolean {
    return source === "earlier";
  }
}

/** The stencil of a kind, drawn once. */
export function stencilOf({ unitKind, periodKind }: OutlineKind): Promise<Stencil> {
  return stencilFor(FORM_SET, unitKind, periodKind);
}

const returns = new Map<string, Promise<Return>>();

/** The correct return of a kind, made once. */
export function returnOf(kind: OutlineKind): Promise<Return> {
  const name = `${kind.unitKind}/${kind.periodKind}`;
  const made = returns.get(name) ?? stencilOf(kind).then((stencil) => new Return(kind, stencil));
  returns.set(name, made);
  return made;
}
