/** A draft followed through a change of its template's words: what would be said now that was not said when it was made. */
import { linksIn } from "../links.js";
import type { Span } from "../sentences.js";
import { alignUnits, likeness, type WordingChange, wordingChanges } from "./changes.js";
import { applyEdits, type Edit, sentenceSpan, wholeSpan } from "./edits.js";
import { type CellChange, followTable } from "./table.js";
import { type Block, blocksOf, sayUnit, type Unit } from "./units.js";

/** A sentence that somebody has edited still shares this part of its letters with what it was. */
const EDITED = 0.6;
const OPEN_PART = /^\\?\[cần viết: [^\]]*\]$/u;

/** A change of words that somebody has to accept. */
export interface WordingStep {
  readonly change: WordingChange | { readonly kind: "table"; readonly was: Unit; readonly now: Unit };
  /** Of the figures in it. */
  readonly bindings: readonly string[];
  /** As printed; empty where a sentence comes or goes. */
  readonly before: string;
  readonly after: string;
  /** Offset in the draft. */
  readonly at: number;
  /** The sentence was changed by hand, so that it cannot be exchanged: it is only looked at and accepted. */
  readonly byHand: boolean;
}

export interface FollowedWording {
  readonly edits: readonly Edit[];
  readonly cells: readonly CellChange[];
  readonly waiting: readonly WordingStep[];
  readonly accepted: readonly WordingStep[];
  /** Sentences in which a change waits: nothing in them changes places on its own. */
  readonly claimed: readonly Span[];
  /** The draft that is now the one which was made. */
  readonly made: string;
}

const unitsOf = (blocks: readonly Block[]): readonly Unit[] => blocks.flatMap(({ units }) => units);
const bindingsOf = (...units: readonly (Unit | undefined)[]): readonly string[] => [
  ...new Set(units.flatMap((unit) => linksIn(unit?.source ?? "").map(({ binding }) => binding))),
];

const said = (unit: Unit, whole: boolean): string => (whole ? sayUnit(unit.block.source) : sayUnit(unit.source));

class Following {
  readonly edits: Edit[] = [];
  readonly cells: CellChange[] = [];
  readonly waiting: WordingStep[] = [];
  readonly accepted: WordingStep[] = [];
  readonly claimed: Span[] = [];
  /** Changes that need nobody any more. */
  readonly settled = new Set<WordingChange>();
  readonly #own: readonly Unit[];
  /** Units of the draft by those that they were made as. */
  readonly #mine = new Map<Unit, Unit>();
  readonly #taken: ReadonlySet<Unit>;
  /** What a unit that would be written now stands for in the draft. */
  readonly #standsFor = new Map<Unit, Unit>();
  readonly #freshOrder: readonly Unit[];

  constructor(
    readonly text: string,
    made: readonly Block[],
    readonly fresh: readonly Block[],
    readonly kept: ReadonlyMap<Unit, Unit>,
    readonly changes: readonly WordingChange[],
    readonly accepts: (step: WordingStep) => boolean,
  ) {
    this.#own = unitsOf(blocksOf(text));
    const units = unitsOf(made);
    for (const [was, own] of alignUnits(units, this.#own)) {
      if (was !== undefined && own !== undefined) this.#mine.set(was, own);
    }
    const taken = new Set(this.#mine.values());
    // a sentence that was moved
    for (const was of units) {
      if (this.#mine.has(was) || was.words.length < 12) continue;
      const elsewhere = this.#own.filter((own) => own.words === was.words && own.kind === was.kind && !taken.has(own));
      const [only] = elsewhere;
      if (only === undefined || elsewhere.length > 1) continue;
      this.#mine.set(was, only);
      taken.add(only);
    }
    this.#taken = taken;
    for (const [was, now] of kept) this.#stand(now, this.#mine.get(was));
    for (const change of changes) if (change.kind === "reworded") this.#stand(change.now, this.#mine.get(change.was));
    this.#freshOrder = unitsOf(fresh);
  }

  #stand(now: Unit, own: Unit | undefined): void {
    if (own !== undefined) this.#standsFor.set(now, own);
  }

  /** The sentence that would be written now stands in the draft already. */
  #isThere(now: Unit): boolean {
    return this.#own.some((own) => !this.#taken.has(own) && own.words === now.words);
  }

  /** What somebody made of a sentence. */
  #edited(was: Unit): Unit | undefined {
    const free = this.#own.filter((own) => !this.#taken.has(own) && own.kind === was.kind);
    const best = free
      .map((own) => ({ own, alike: likeness(own.words, was.words) }))
      .toSorted((a, b) => b.alike - a.alike)[0];
    return best !== undefined && best.alike >= EDITED ? best.own : undefined;
  }

  /** Where a sentence or paragraph that comes belongs: behind what stands before it in the template, else before what follows. */
  #placeOf(now: Unit, whole: boolean): Edit {
    const from = this.#freshOrder.indexOf(now);
    for (let at = from - 1; at >= 0; at--) {
      const before = this.#freshOrder[at];
      const own = before === undefined ? undefined : this.#standsFor.get(before);
      if (before === undefined || own === undefined) continue;
      const inside = !whole && before.block === now.block;
      const end = inside ? own.end : own.block.end;
      if (inside) return { start: end, end, text: ` ${now.source}`, inside: true };
      return { start: end, end, text: `\n\n${whole ? now.block.source : now.source}` };
    }
    for (const after of this.#freshOrder.slice(from + 1)) {
      const own = this.#standsFor.get(after);
      if (own === undefined) continue;
      const inside = !whole && after.block === now.block;
      const start = inside ? own.start : own.block.start;
      return { start, end: start, text: inside ? `${now.source} ` : `${whole ? now.block.source : now.source}\n\n` };
    }
    const end = this.text.trimEnd().length;
    return { start: end, end, text: `\n\n${whole ? now.block.source : now.source}` };
  }

  #settle(step: WordingStep, edit: Edit | undefined, alone: boolean, span: Span | undefined): void {
    const { change } = step;
    if (alone || this.accepts(step)) {
      if (edit !== undefined) this.edits.push(edit);
      if (!alone) this.accepted.push(step);
      if (change.kind !== "table") this.settled.add(change);
      return;
    }
    this.waiting.push(step);
    if (span !== undefined) this.claimed.push(span);
  }

  #reworded(change: WordingChange & { kind: "reworded" }): void {
    const { was, now } = change;
    const step = { change, bindings: bindingsOf(was, now), before: said(was, false), after: said(now, false) };
    const own = this.#mine.get(was);
    if (own !== undefined) {
      const alone = was.block.annex || OPEN_PART.test(was.source);
      const edit = { start: own.start, end: own.end, text: now.source };
      this.#settle({ ...step, at: own.start, byHand: false }, edit, alone, own);
      return;
    }
    const edited = this.#isThere(now) ? undefined : this.#edited(was);
    if (edited === undefined) this.settled.add(change);
    else
      this.#settle(
        { ...step, before: sayUnit(edited.source), at: edited.start, byHand: true },
        undefined,
        false,
        edited,
      );
  }

  #gone(change: WordingChange & { kind: "gone" }): void {
    const { was, whole } = change;
    const step = { change, bindings: bindingsOf(...(whole ? was.block.units : [was])), after: "" };
    const own = this.#mine.get(was);
    if (own !== undefined) {
      // of a paragraph that somebody added to, only the sentence goes
      const all = whole && own.block.units.length === was.block.units.length;
      const span = all ? wholeSpan(this.text, own.block) : sentenceSpan(this.text, own);
      const alone = was.block.annex || OPEN_PART.test(was.source);
      const before = all ? said(was, true) : sayUnit(own.source);
      this.#settle(
        { ...step, before, at: own.start, byHand: false },
        { ...span, text: "" },
        alone,
        all ? own.block : own,
      );
      return;
    }
    const edited = this.#edited(was);
    if (edited === undefined) this.settled.add(change);
    else
      this.#settle(
        { ...step, before: sayUnit(edited.source), at: edited.start, byHand: true },
        undefined,
        false,
        edited,
      );
  }

  #come(change: WordingChange & { kind: "come" }): void {
    const { now, whole } = change;
    if (this.#isThere(now)) {
      this.settled.add(change);
      return;
    }
    const edit = this.#placeOf(now, whole);
    const step = {
      change,
      bindings: bindingsOf(...(whole ? now.block.units : [now])),
      ...{ before: "", after: said(now, whole), at: edit.start, byHand: false },
    };
    const alone = now.block.annex || now.kind === "heading" || OPEN_PART.test(now.source);
    this.#settle(step, edit, alone, undefined);
  }

  #table(was: Unit, now: Unit): void {
    const own = this.#mine.get(was);
    if (own === undefined) return;
    const { text, cells, reshaped } = followTable(own, was, now);
    if (!reshaped) {
      this.cells.push(...cells);
      if (text !== own.source) this.edits.push({ start: own.start, end: own.end, text });
      return;
    }
    const change = { kind: "table", was, now } as const;
    const step = { change, bindings: [], before: "bảng đã sửa tay", after: "bảng lập theo số liệu nay", at: own.start };
    this.#settle({ ...step, byHand: false }, { start: own.start, end: own.end, text }, false, undefined);
  }

  run(): void {
    for (const [was, now] of this.kept) if (was.kind === "table") this.#table(was, now);
    for (const change of this.changes) {
      if (change.kind === "reworded") this.#reworded(change);
      else if (change.kind === "gone") this.#gone(change);
      else this.#come(change);
    }
  }
}

/**
 * Follows a draft from the words that it was made with to those that it would be made with now. Tables, annexes and open
 * parts follow by themselves; sentences wait until somebody accepts them.
 *
 * @param text the draft as it stands
 * @param made the draft as the program wrote it
 * @param fresh a draft from the ledger as it is now, by the same template
 */
export function followWording(
  text: string,
  made: string,
  fresh: string,
  accepts: (step: WordingStep) => boolean = () => false,
): FollowedWording {
  const [before, now] = [blocksOf(made), blocksOf(fresh)];
  const { changes, kept } = wordingChanges(before, now);
  const following = new Following(text, before, now, kept, changes, accepts);
  following.run();
  const { edits, cells, waiting, accepted, claimed, settled } = following;
  return { edits, cells, waiting, accepted, claimed, made: remade() };

  /** With what still waits as it was: so that it waits the next time, too. */
  function remade(): string {
    if (waiting.length === 0) return fresh;
    const same = new Following(
      made,
      before,
      now,
      kept,
      changes,
      ({ change }) => change.kind !== "table" && settled.has(change),
    );
    same.run();
    const figures = [...kept].flatMap(([was, { source }]) =>
      was.kind === "table" || was.source === source ? [] : [{ start: was.start, end: was.end, text: source }],
    );
    return applyEdits(made, [...same.edits, ...figures]);
  }
}
