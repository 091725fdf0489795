/** Compares two versions: text first, then pages and looks where the text is equal. */
import { alignBlocks, type BlockPair } from "../align/align-blocks.js";
import { harmonised } from "../align/harmonise.js";
import { type Step, stepsOf } from "../align/steps.js";
import { shared, type Unit, unitOf, Vocabulary } from "../align/units.js";
import { type Flow, type FlowBlock, type FlowRow, textOfBlock } from "../flow/flow.js";
import { readMark } from "../flow/mark.js";
import { compareBindings } from "./bindings.js";
import { compareBlocks, compareFormulas, figuresOf, hidesChange, placeOfBlock, withFigures } from "./block-changes.js";
import { type Change, type ChangeKind, GROUP_OF, hasFigures, type Stretch } from "./change.js";
import { FormulaComparer } from "./formulas.js";
import { compareLooks } from "./look-changes.js";
import { rightlyCounted } from "./ordinals.js";
import { comparePages } from "./page-changes.js";
import { findResplits, type Resplit } from "./resplits.js";
import { compareTurned } from "./turned-pages.js";

/** One line of the side-by-side view: blocks by index, and the changes that concern them, by index. */
export interface SideLine {
  readonly old?: number;
  readonly new?: number;
  readonly changes: readonly number[];
}

export interface Comparison {
  /** In reading order of the new version; pages and looks at the end. */
  readonly changes: readonly Change[];
  readonly lines: readonly SideLine[];
  /** The versions as they were compared. */
  readonly old: Flow;
  readonly new: Flow;
  /** Pairs of blocks with the same words. */
  readonly equal: readonly BlockPair[];
  /** They have so few words in common that they may be two documents. */
  readonly unlike?: true;
}

/** A block that only one version has. */
function lone(block: FlowBlock, side: "old" | "new"): Change {
  const row = block.kind === "row";
  const kind: ChangeKind = side === "new" ? (row ? "rowAdded" : "added") : row ? "rowRemoved" : "removed";
  const text = textOfBlock(block);
  const place = placeOfBlock(block);
  const figures = withFigures(figuresOf(block, side));
  return side === "new"
    ? { kind, group: GROUP_OF[kind], new: place, newText: text, ...figures }
    : { kind, group: GROUP_OF[kind], old: place, oldText: text, ...figures };
}

function movedChange(old: FlowBlock, neu: FlowBlock): Change {
  return {
    kind: "moved",
    group: "wording",
    old: placeOfBlock(old),
    new: placeOfBlock(neu),
    oldText: textOfBlock(old),
    newText: textOfBlock(neu),
  };
}

const resplitChange = (kind: "split" | "joined", old: FlowBlock, neu: FlowBlock): Change => ({
  kind,
  group: GROUP_OF[kind],
  old: placeOfBlock(old),
  new: placeOfBlock(neu),
  oldText: textOfBlock(old),
  newText: textOfBlock(neu),
});

function recountedChange(old: FlowRow, neu: FlowRow): Change {
  const kind: ChangeKind = "renumbered";
  const texts: readonly Stretch[] = [
    { op: "removed", text: old.ordinal ?? "" },
    { op: "added", text: neu.ordinal ?? "" },
  ];
  return {
    kind,
    group: GROUP_OF[kind],
    old: placeOfBlock(old),
    new: placeOfBlock(neu),
    oldText: old.ordinal ?? "",
    newText: neu.ordinal ?? "",
    stretches: [...texts.filter(({ text }) => text !== ""), { op: "same", text: ` | ${textOfBlock(neu)}` }],
  };
}

/** Texts with fewer tokens may have little in common by chance. */
const FEWEST_TOKENS = 60;
/** Part of the words of both that paired blocks share, below which they may be two documents. */
const LEAST_COMMON = 0.3;

function areUnlike(olds: readonly Unit[], news: readonly Unit[], pairs: readonly BlockPair[]): boolean {
  const total = (units: readonly Unit[]): number => units.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const [before, after] = [total(olds), total(news)];
  if (Math.min(before, after) < FEWEST_TOKENS) return false;
  const common = pairs.reduce((sum, { old, new: neu }) => {
    const [one, other] = [olds[old]?.tokens ?? [], news[neu]?.tokens ?? []];
    return sum + (shared(one, other) * (one.length + other.length)) / 2;
  }, 0);
  return common < LEAST_COMMON * Math.min(before, after);
}

class Comparer {
  readonly changes: Change[] = [];
  readonly lines: SideLine[] = [];
  readonly equal: BlockPair[] = [];
  /** They have few words in common. */
  unlike = false;
  /** Blocks beside others stand in another order in each reader. */
  readonly #orderIsFree: boolean;
  readonly #counted: { readonly old: ReadonlySet<number>; readonly new: ReadonlySet<number> };

  constructor(
    private readonly old: Flow,
    private readonly neu: Flow,
  ) {
    this.#counted = { old: rightlyCounted(old.blocks), new: rightlyCounted(neu.blocks) };
    this.#orderIsFree = old.fidelity !== neu.fidelity || old.fidelity === "guess";
  }

  compare(): void {
    const vocabulary = new Vocabulary();
    const units = (flow: Flow): Unit[] => flow.blocks.map((block) => unitOf(block, vocabulary));
    const [olds, news] = [units(this.old), units(this.neu)];
    const pairs = alignBlocks(olds, news);
    const resplits = findResplits(olds, news, pairs, vocabulary, this.old.blocks, this.neu.blocks);
    this.unlike = areUnlike(olds, news, pairs);
    const formulas = new FormulaComparer(this.old, this.neu, pairs);
    for (const step of stepsOf(olds.length, news.length, pairs)) this.#take(step, olds, news, resplits, formulas);
  }

  #take(
    step: Step,
    olds: readonly Unit[],
    news: readonly Unit[],
    resplits: ReadonlyMap<string, Resplit>,
    formulas: FormulaComparer,
  ): void {
    const old = step.old === undefined ? undefined : this.old.blocks[step.old];
    const neu = step.new === undefined ? undefined : this.neu.blocks[step.new];
    const resplit = resplits.get(`old ${step.old}`) ?? resplits.get(`new ${step.new}`);
    const from = this.changes.length;
    if (resplit !== undefined) {
      if (old !== undefined && neu !== undefined) this.changes.push(resplitChange(resplit, old, neu));
    } else if (old !== undefined && neu !== undefined) {
      const same = olds[step.old ?? 0]?.key === news[step.new ?? 0]?.key && !hidesChange(old, neu);
      if (step.moved && !(this.#orderIsFree && old.beside && neu.beside)) this.changes.push(movedChange(old, neu));
      // a moved paragraph has the number of its new place
      const told = (change: Change): boolean => !(step.moved === true && change.kind === "renumbered");
      if (!same) this.changes.push(...compareBlocks(old, neu).filter(told));
      else {
        if (step.moved !== true) this.#renumbered(old, neu);
        this.equal.push({ old: step.old ?? 0, new: step.new ?? 0, moved: step.moved === true });
      }
      this.#recounted(step.old ?? 0, step.new ?? 0);
      this.changes.push(...compareFormulas(old, neu, formulas));
      if (this.old.fidelity === "model" && this.neu.fidelity === "model")
        this.changes.push(...compareBindings(old, neu));
    } else if (neu !== undefined) this.changes.push(lone(neu, "new"));
    else if (old !== undefined) this.changes.push(lone(old, "old"));
    const changes = Array.from({ length: this.changes.length - from }, (_, index) => from + index);
    this.lines.push({
      ...(step.old === undefined ? {} : { old: step.old }),
      ...(step.new === undefined ? {} : { new: step.new }),
      changes,
    });
  }

  /** A running number that differs, unless it counts rightly in both versions: then rows around it explain it. */
  #recounted(oldIndex: number, newIndex: number): void {
    const [old, neu] = [this.old.blocks[oldIndex], this.neu.blocks[newIndex]];
    if (old?.kind !== "row" || neu?.kind !== "row" || old.ordinal === neu.ordinal) return;
    if (this.#counted.old.has(oldIndex) && this.#counted.new.has(newIndex)) return;
    this.changes.push(recountedChange(old, neu));
  }

  #renumbered(old: FlowBlock, neu: FlowBlock): void {
    if (old.kind === "row" || neu.kind === "row") return;
    const [before, after] = [readMark(old.text).mark, readMark(neu.text).mark];
    if (before === after) return;
    const kind: ChangeKind = "renumbered";
    this.changes.push({
      kind,
      group: GROUP_OF[kind],
      old: placeOfBlock(old),
      new: placeOfBlock(neu),
      oldText: old.text,
      newText: neu.text,
      stretches: [
        { op: "removed", text: before },
        { op: "added", text: after },
        { op: "same", text: ` ${neu.text.slice(readMark(neu.text).from)}` },
      ],
    });
  }
}

/** What of a comparison is wanted. */
export interface CompareOptions {
  /** Pages and looks are left out. */
  readonly ignoreLayout?: boolean;
  /** Only figures. */
  readonly onlyFigures?: boolean;
}

/**
 * Compares two versions.
 *
 * @param before the older one
 */
export function compareFlows(before: Flow, after: Flow, options: CompareOptions = {}): Comparison {
  const [old, neu] = harmonised(before, after);
  const comparer = new Comparer(old, neu);
  comparer.compare();
  const { changes, lines, equal } = comparer;
  const text = options.onlyFigures ? changes.filter(hasFigures) : changes;
  const withLayout = !options.ignoreLayout && !options.onlyFigures;
  const pages = withLayout ? comparePages(old, neu, equal) : [];
  const looks = withLayout ? [...compareTurned(old, neu), ...compareLooks(old, neu, equal, pages.length > 0)] : [];
  return {
    changes: [...text, ...pages, ...looks],
    lines: renumberLines(lines, changes, text),
    old,
    new: neu,
    equal,
    ...(comparer.unlike ? { unlike: true as const } : {}),
  };
}

/** Lines that refer to the changes that are kept. */
function renumberLines(lines: readonly SideLine[], all: readonly Change[], kept: readonly Change[]): SideLine[] {
  if (all.length === kept.length) return [...lines];
  const places = new Map(kept.map((change, index) => [change, index]));
  return lines.map((line) => ({
    ...line,
    changes: line.changes.flatMap((index) => {
      const change = all[index];
      const place = change === undefined ? undefined : places.get(change);
      return place === undefined ? [] : [place];
    }),
  }));
}
