/** One paragraph with what was put in and taken out, in the looks of the new version. */
import { diffArrays } from "diff";
import type { Markup } from "./markup.js";
import { NOTE_MARK, type RunStretch, runsOf, shownBy, stretchesOf, textOfParagraph } from "./paragraph-text.js";
import { attributeOf, childOf, copyOf, isElement, isNamed, type XmlElement, type XmlNode } from "./xml-tree.js";

/** What a merge needs beside the two paragraphs. */
export interface MergeSurroundings {
  readonly markup: Markup;
  /** Takes a note of the old version over. @returns its number in the new one; undefined when it cannot be */
  readonly keepNote: (id: string) => string | undefined;
  /** Two notes whose marks stand at the same place. */
  readonly pairNotes: (oldId: string, newId: string) => void;
}

interface Cut {
  readonly text: string;
  readonly start: number;
}

/** Numbers and codes change as a whole, other words syllable by syllable. */
const PIECE = /\p{N}[\p{N}.,/]*\p{N}|[\p{L}\p{M}\p{N}]+|\s+|./gsu;

const piecesOf = (text: string): Cut[] =>
  [...text.matchAll(PIECE)].map(({ 0: found, index }) => ({ text: found, start: index }));
/** As pieces are compared: how blanks and letters are put together does not count. */
const sameAs = (one: Cut, other: Cut): boolean => compared(one.text) === compared(other.text);
const compared = (text: string): string =>
  /^[^\S\n\t]+$/u.test(text) ? " " : text.normalize("NFC").replace(/\u2011/gu, "-");

/** Where the old text stands in the new one: taken out before `at`, or put in from `at` to `to`. */
interface Edits {
  /** Stretches of the old text that are gone, by their place in the new one. */
  readonly removed: readonly { readonly at: number; readonly from: number; readonly to: number }[];
  /** Stretches of the new text that are new. */
  readonly added: readonly { readonly from: number; readonly to: number }[];
  /** Pairs of places of equal signs, of notes. */
  readonly notes: readonly { readonly old: number; readonly new: number }[];
}

/** Pieces of both texts that are one, or that are not. */
interface Hunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

function hunksOf(old: readonly Cut[], neu: readonly Cut[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [oldAt, newAt] = [0, 0];
  for (const { added, removed, count } of diffArrays([...old], [...neu], { comparator: sameAs })) {
    const hunk = { oldFrom: oldAt, oldTo: oldAt, newFrom: newAt, newTo: newAt };
    if (!added) oldAt += count;
    if (!removed) newAt += count;
    if (!added && !removed) continue;
    const last = hunks.at(-1);
    // words that follow each other change together: the blank between them is no rest of the old text
    const between = last === undefined ? undefined : old.slice(last.oldTo, hunk.oldFrom);
    if (last !== undefined && between?.every(({ text }) => text === " "))
      hunks[hunks.length - 1] = { ...last, oldTo: oldAt, newTo: newAt };
    else hunks.push({ ...hunk, oldTo: oldAt, newTo: newAt });
  }
  return hunks;
}

function editsOf(oldText: string, newText: string): Edits {
  const [old, neu] = [piecesOf(oldText), piecesOf(newText)];
  const hunks = hunksOf(old, neu);
  const notes: { old: number; new: number }[] = [];
  let [oldAt, newAt] = [0, 0];
  for (const { oldFrom, oldTo, newFrom, newTo } of [
    ...hunks,
    { oldFrom: old.length, oldTo: 0, newFrom: neu.length, newTo: 0 },
  ]) {
    for (; oldAt < oldFrom && newAt < newFrom; oldAt += 1, newAt += 1) {
      const [one, other] = [old[oldAt], neu[newAt]];
      if (one?.text === NOTE_MARK && other !== undefined) notes.push({ old: one.start, new: other.start });
    }
    [oldAt, newAt] = [oldTo, newTo];
  }
  const end = (pieces: readonly Cut[], index: number, length: number): number => pieces[index]?.start ?? length;
  const inOld = (index: number): number => end(old, index, oldText.length);
  const inNew = (index: number): number => end(neu, index, newText.length);
  return {
    removed: hunks
      .filter(({ oldFrom, oldTo }) => oldTo > oldFrom)
      .map(({ oldFrom, oldTo, newFrom }) => ({ at: inNew(newFrom), from: inOld(oldFrom), to: inOld(oldTo) })),
    added: hunks
      .filter(({ newFrom, newTo }) => newTo > newFrom)
      .map(({ newFrom, newTo }) => ({ from: inNew(newFrom), to: inNew(newTo) })),
    notes,
  };
}

/** Properties of a run that mean the same in another file. */
const NO_STYLES: ReadonlySet<string> = new Set();
const portable = (properties: XmlElement | undefined): XmlElement[] => portableRun(properties, NO_STYLES);

/** Properties of a run that mean the same in another file. @param styles that the other file has */
export function portableRun(properties: XmlElement | undefined, styles: ReadonlySet<string>): XmlElement[] {
  if (properties === undefined) return [];
  const children = properties.children.filter(
    (child) =>
      !isNamed(child, "ins", "del") && !(isNamed(child, "rStyle") && !styles.has(attributeOf(child, "val") ?? "")),
  );
  return children.length === 0 ? [] : [copyOf({ ...properties, children })];
}

/** The nodes that show a text. */
export function shownNodes(text: string, kind: "t" | "delText", markup: Markup): XmlElement[] {
  return text
    .split(/([\t\n])/u)
    .filter((piece) => piece !== "")
    .map((piece) =>
      piece === "\t" ? markup.element("tab") : piece === "\n" ? markup.element("br") : markup.text(piece, kind),
    );
}

function noteRun(note: string, properties: XmlElement[], { markup, keepNote }: MergeSurroundings): XmlElement[] {
  const id = keepNote(note);
  if (id === undefined) return [];
  const raised =
    properties.length > 0
      ? properties
      : [markup.element("rPr", [markup.element("vertAlign", [], { val: "superscript" })])];
  return [markup.element("r", [...raised, markup.element("footnoteReference", [], { id })])];
}

/** A stretch of the old paragraph as it is taken out. */
function removedRuns(
  stretches: readonly RunStretch[],
  from: number,
  to: number,
  around: MergeSurroundings,
): XmlElement[] {
  const { markup } = around;
  const runs: XmlElement[] = [];
  let at = 0;
  for (const { properties, text, note } of stretches) {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += text.length;
    if (piece === "") continue;
    const looks = portable(properties);
    if (note !== undefined) runs.push(...noteRun(note, looks, around));
    else runs.push(markup.element("r", [...looks, ...shownNodes(piece, "delText", markup)]));
  }
  return runs.length === 0 ? [] : [markup.tracked("del", runs)];
}

/** The nodes of a run cut where something was put in or taken out. */
function splitRun(
  run: XmlElement,
  startsAt: number,
  borders: readonly number[],
  markup: Markup,
): { from: number; run: XmlElement }[] {
  const properties = childOf(run, "rPr");
  const looks = (): XmlNode[] => (properties === undefined ? [] : [copyOf(properties)]);
  const parts: { from: number; run: XmlElement }[] = [{ from: startsAt, run: { ...run, children: looks() } }];
  let at = startsAt;
  for (const node of run.children) {
    if (node === properties) continue;
    const text = shownBy(node);
    let from = 0;
    for (const border of borders.filter((one) => one > at && one < at + text.length)) {
      parts.at(-1)?.run.children.push(markup.text(text.slice(from, border - at), "t"));
      parts.push({ from: border, run: { ...run, children: looks() } });
      from = border - at;
    }
    if (from > 0) parts.at(-1)?.run.children.push(markup.text(text.slice(from), "t"));
    else {
      if (at > startsAt && borders.includes(at) && text !== "" && parts.at(-1)?.from !== at)
        parts.push({ from: at, run: { ...run, children: looks() } });
      parts.at(-1)?.run.children.push(node);
    }
    at += text.length;
  }
  return parts;
}

/** Writes the changes between two paragraphs into the new one, in place. */
export function mergeParagraph(old: XmlElement, neu: XmlElement, around: MergeSurroundings): void {
  const { markup } = around;
  const [oldStretches, newStretches] = [stretchesOf(old), stretchesOf(neu)];
  const { removed, added, notes } = editsOf(textOfParagraph(old), textOfParagraph(neu));
  for (const pair of notes) {
    const [before, after] = [noteAt(oldStretches, pair.old), noteAt(newStretches, pair.new)];
    if (before !== undefined && after !== undefined) around.pairNotes(before, after);
  }
  if (removed.length === 0 && added.length === 0) return;
  const borders = [...new Set([...removed.map(({ at }) => at), ...added.flatMap(({ from, to }) => [from, to])])].sort(
    (a, b) => a - b,
  );
  const pending = [...removed];
  const takeRemoved = (upTo: number): XmlElement[] => {
    const due: XmlElement[] = [];
    while (pending[0] !== undefined && pending[0].at <= upTo) {
      const { from, to } = pending[0];
      pending.shift();
      due.push(...removedRuns(oldStretches, from, to, around));
    }
    return due;
  };
  let at = 0;
  for (const { run, container } of runsOf(neu)) {
    const nodes: XmlNode[] = [];
    for (const part of splitRun(run, at, borders, markup)) {
      const shown = part.run.children.some((node) => shownBy(node) !== "");
      if (shown) nodes.push(...takeRemoved(part.from));
      const isAdded = shown && added.some(({ from, to }) => from <= part.from && part.from < to);
      nodes.push(isAdded ? markup.tracked("ins", [part.run]) : part.run);
    }
    at += run.children.map(shownBy).join("").length;
    container.splice(container.indexOf(run), 1, ...nodes);
  }
  neu.children.push(...takeRemoved(Number.POSITIVE_INFINITY));
}

function noteAt(stretches: readonly RunStretch[], place: number): string | undefined {
  let at = 0;
  for (const { text, note } of stretches) {
    if (at === place) return note;
    at += text.length;
  }
  return undefined;
}

/** Marks all that a paragraph shows as put in; its end is marked by its neighbours. */
export function insertWholly(paragraph: XmlElement, markup: Markup): void {
  for (const { run, container } of runsOf(paragraph))
    container.splice(container.indexOf(run), 1, markup.tracked("ins", [run]));
}

/** A paragraph of the old version as it is taken out. @param properties the looks that it gets */
export function removedParagraph(
  old: XmlElement,
  properties: XmlElement | undefined,
  around: MergeSurroundings,
): XmlElement {
  const text = textOfParagraph(old);
  return around.markup.element("p", [
    ...(properties === undefined ? [] : [copyOf(properties)]),
    ...removedRuns(stretchesOf(old), 0, text.length, around),
  ]);
}

/** Properties of a paragraph that mean the same in another file. @param styles that the other file has */
export function portableParagraph(old: XmlElement, styles: ReadonlySet<string>): XmlElement | undefined {
  const properties = childOf(old, "pPr");
  if (properties === undefined) return undefined;
  const children = properties.children.filter((child) => {
    if (!isElement(child)) return false;
    if (child.name === "pStyle") return styles.has(/val="([^"]*)"/u.exec(child.tag)?.[1] ?? "");
    return !["numPr", "sectPr", "pPrChange", "rPr", "framePr"].includes(child.name);
  });
  return children.length === 0 ? undefined : copyOf({ ...properties, children });
}
