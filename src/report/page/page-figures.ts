/** The figures of the page, each once: what it means, what it rests on, and whether the draft still prints it. */
import { findKey, nameOfKey } from "../../forms/index.js";
import { compareFigure } from "../bound/compare.js";
import { sayTargetRule } from "../figure-words.js";
import {
  type FigurePath,
  type Figures,
  type PeriodTotals,
  printFigure,
  printFigurePath,
  type ResolvedFigure,
  sayCoverage,
} from "../totals/index.js";
import { TraceBook, type TraceData } from "./trace-data.js";

/** A figure as the page carries it. */
export interface FigureData {
  readonly binding: string;
  /** As the ledger has it now. */
  readonly printed: string;
  /** Indicator, scope, period and measure, by their names in paths. */
  readonly key: string;
  readonly scope: string;
  readonly period: string;
  readonly measure: string;
  readonly value?: number;
  readonly unit?: string;
  readonly coverage?: string;
  /** Index in `missing` of the traces. */
  readonly missing?: number;
  /** Units whose return has something to explain. */
  readonly toExplain?: readonly string[];
  /** Units that are not in a comparison. */
  readonly leftOut?: readonly string[];
  readonly target?: string;
  readonly secondSource?: true;
  /** Index in the nodes of the traces. */
  readonly trace: number;
  /** As the draft prints it, where that is not what the ledger says any more. */
  readonly was?: readonly string[];
}

/** A bound figure that nothing answers: its path was changed by hand. */
export interface LostFigure {
  readonly binding: string;
  readonly printed: string;
  readonly lost: string;
}

/** How a figure of the draft stands now. */
export interface StandingFigure {
  readonly binding: string;
  /** Index in the page's figures. */
  readonly index: number;
  /** What stands there now, where it is not what is printed. */
  readonly now?: string;
  readonly lost?: true;
}

export class PageFigures {
  readonly #data: ({ -readonly [K in keyof FigureData]: FigureData[K] } | LostFigure)[] = [];
  readonly #known = new Map<string, { readonly index: number; readonly figure?: ResolvedFigure }>();
  readonly #traces = new TraceBook();

  constructor(
    readonly figures: Figures,
    readonly totals: PeriodTotals,
  ) {}

  get list(): readonly (FigureData | LostFigure)[] {
    return this.#data;
  }

  traces(): TraceData {
    return this.#traces.data();
  }

  #nameOf = (code: string): string => this.totals.scopes.get(code)?.name ?? code;

  #dataOf(figure: ResolvedFigure): FigureData {
    const { path, binding, printed, value, unitOfCount, coverage, comparison, target, secondSource } = figure;
    const leftOut = comparison?.kind === "compared" ? comparison.leftOut : [];
    const missing = this.#traces.missing(coverage.missing);
    const { unit = "" } = findKey(this.totals.context.formSet, path.key)?.indicator ?? {};
    return {
      ...{ binding, printed, key: path.key, scope: path.scope.id, period: path.period, measure: path.measure },
      ...(value === undefined ? {} : { value }),
      ...(unitOfCount === "" ? {} : { unit: unitOfCount }),
      ...(coverage.asked === 0 ? {} : { coverage: sayCoverage(coverage) }),
      ...(missing === undefined ? {} : { missing }),
      ...(coverage.toExplain.length === 0 ? {} : { toExplain: coverage.toExplain.map(this.#nameOf) }),
      ...(leftOut.length === 0 ? {} : { leftOut: leftOut.map(this.#nameOf) }),
      ...(target === undefined
        ? {}
        : { target: `${target.name}: ${sayTargetRule(target, (set) => printFigure(set, unit))}` }),
      ...(secondSource ? { secondSource } : {}),
      trace: this.#traces.add(figure.trace()),
    };
  }

  #add(figure: ResolvedFigure): { readonly index: number; readonly figure?: ResolvedFigure } {
    const known = this.#known.get(figure.binding);
    if (known !== undefined) return known;
    const added = { index: this.#data.push(this.#dataOf(figure)) - 1, figure };
    this.#known.set(figure.binding, added);
    return added;
  }

  /** A figure that the page shows as it is now. */
  add(path: FigurePath): { readonly binding: string; readonly index: number; readonly figure: ResolvedFigure } {
    const known = this.#known.get(printFigurePath(path));
    const figure = known?.figure ?? this.totals.figure(path);
    return { binding: figure.binding, index: this.#add(figure).index, figure };
  }

  #bound(binding: string, printed: string): { readonly index: number; readonly figure?: ResolvedFigure } {
    const known = this.#known.get(binding);
    if (known !== undefined) return known;
    const { figure, finding } = this.figures.resolve(binding);
    if (figure !== undefined) return this.#add(figure);
    const lost = { index: this.#data.push({ binding, printed, lost: `${finding.found} ${finding.remedy}` }) - 1 };
    this.#known.set(binding, lost);
    return lost;
  }

  /**
   * A figure of the draft.
   *
   * @param printed as the draft prints it
   * @param surroundings decide how the present value is printed
   */
  stand(binding: string, printed: string, surroundings: "prose" | "cell"): StandingFigure {
    const { index, figure } = this.#bound(binding, printed);
    if (figure === undefined) return { binding, index, lost: true };
    const difference = compareFigure(printed, figure, surroundings, this.totals.context.formSet);
    if (difference === undefined) return { binding, index };
    const data = this.#data[index];
    if (data !== undefined && !("lost" in data) && !data.was?.includes(printed))
      data.was = [...(data.was ?? []), printed];
    return { binding, index, now: difference.expected };
  }

  /** Names of what the figures are about, by their names in paths. */
  names(): {
    readonly indicators: Readonly<Record<string, string>>;
    readonly scopes: Readonly<Record<string, string>>;
  } {
    const { context } = this.totals;
    const named = this.#data.filter((each): each is FigureData => !("lost" in each));
    const keys = new Set([...named.map(({ key }) => key), ...this.traces().columns.map(({ key }) => key)]);
    const scopes = new Set(named.map(({ scope }) => scope));
    const indicators = [...keys].map((key) => [key, nameOfKey(context.formSet, key)]);
    return {
      indicators: Object.fromEntries(indicators),
      scopes: Object.fromEntries([...scopes].map((id) => [id, this.#nameOf(id)])),
    };
  }
}
