/** Bound figures of our own Word files, by the bookmarks that enclose them. */
import type { Document } from "../model/document.js";
import type { Figure, Inline } from "../model/inline.js";
import { type BoundFigure, boundFigures } from "../report/bound/walk.js";
import { bookmarkName } from "../writers/docx/bookmarks.js";

/** `vt_<short hash>_<n>`; what other programs put behind it when they copy a bookmark does not matter. */
const BOOKMARK = /^vt_[0-9a-f]+(?=_\d)/u;

const stemOf = (name: string): string | undefined => BOOKMARK.exec(name)?.[0];

/**
 * Finds the path of a figure by its bookmark's name.
 *
 * @param paths those that may be meant
 */
export function bindingFinder(paths: Iterable<string>): (bookmark: string) => string | undefined {
  const known = new Map<string | undefined, string>();
  for (const path of paths) known.set(stemOf(bookmarkName(path, 1)), path);
  return (bookmark) => {
    const stem = stemOf(bookmark);
    return stem === undefined ? undefined : known.get(stem);
  };
}

/** What became of a bound figure since the file was made. */
export type BindingChange =
  /** It is still bound, and prints something else. */
  | { readonly kind: "changed"; readonly binding: string; readonly before: string; readonly after: string }
  /** No bookmark encloses anything any more: deleted with its words, or typed over. */
  | { readonly kind: "lost"; readonly binding: string; readonly before: string; readonly where: BoundFigure }
  /** It stands in more places than it did. */
  | { readonly kind: "copied"; readonly binding: string; readonly after: string };

/** The figures of each path, in the order of the document. */
function byBinding(document: Document): Map<string, BoundFigure[]> {
  const found = new Map<string, BoundFigure[]>();
  for (const bound of boundFigures(document)) {
    const list = found.get(bound.figure.binding) ?? [];
    found.set(bound.figure.binding, list);
    list.push(bound);
  }
  return found;
}

/** Takes out of both lists what they have in common. */
function strikeOut(before: readonly BoundFigure[], after: readonly BoundFigure[]) {
  const left = [...after];
  const gone = before.filter(({ figure }) => {
    const at = left.findIndex((each) => each.figure.text === figure.text);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return { gone, come: left };
}

/**
 * Compares the bound figures of a file with those that it was made with: moved, split and renamed sentences keep theirs.
 *
 * @param before the model that the file was made from
 * @param after what it reads as now
 */
export function compareBindings(before: Document, after: Document): readonly BindingChange[] {
  const [old, now] = [byBinding(before), byBinding(after)];
  const changes: BindingChange[] = [];
  for (const binding of new Set([...old.keys(), ...now.keys()])) {
    const { gone, come } = strikeOut(old.get(binding) ?? [], now.get(binding) ?? []);
    gone.forEach((where, at) => {
      const instead = come[at];
      const { text } = where.figure;
      changes.push(
        instead === undefined
          ? { kind: "lost", binding, before: text, where }
          : { kind: "changed", binding, before: text, after: instead.figure.text },
      );
    });
    for (const { figure } of come.slice(gone.length)) changes.push({ kind: "copied", binding, after: figure.text });
  }
  return changes;
}

/** What runs on directly behind a figure: the rest of its number or word. */
const REST = /^(?:[\p{L}\p{M}\p{N}%]|[.,](?=\p{N}))+/u;

/**
 * Puts together what an editor has torn apart. A bookmark may hold several runs; and LibreOffice 7.4 writes the ends of
 * bookmarks one character too early for every footnote that stands before them in their paragraph.
 *
 * @param made the model that the file was made from
 */
export function joinFigures(document: Document, made: Document): Document {
  const copy = structuredClone(document);
  const prints = byBinding(made);
  const isWhole = ({ binding, text }: Figure): boolean =>
    prints.get(binding)?.some(({ figure }) => figure.text === text) === true;
  for (const inlines of new Set([...boundFigures(copy)].map((bound) => bound.inlines))) {
    const joined: Inline[] = [];
    for (const inline of inlines) {
      const before = joined.at(-1);
      if (before?.kind !== "figure" || inline.kind === "noteMark") joined.push(inline);
      else if (inline.kind === "figure") {
        if (before.binding === inline.binding && !isWhole(before)) before.text += inline.text;
        else joined.push(inline);
      } else {
        const rest = isWhole(before) ? "" : (REST.exec(inline.text)?.[0] ?? "");
        before.text += rest;
        if (inline.text.length > rest.length) joined.push({ ...inline, text: inline.text.slice(rest.length) });
      }
    }
    inlines.splice(0, inlines.length, ...joined);
  }
  return copy;
}
