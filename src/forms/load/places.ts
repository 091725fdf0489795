import type { Place } from "../../findings/finding.js";
import type { YamlTree } from "../../workspace/yaml-tree.js";

export type Path = readonly PropertyKey[];

/** An entry of a file with the way to its place: all that is needed to point at one of its keys. */
export interface Entry<T> {
  readonly data: T;
  /** Where a key of the entry has its value; without keys, the entry itself. */
  readonly at: (...path: Path) => Place;
}

/**
 * The items of a list with their places.
 *
 * @param list the list at `path` of the tree, undefined when the file does not have it
 */
export function entriesOf<T>(list: readonly T[] | undefined, tree: YamlTree, path: Path): readonly Entry<T>[] {
  return (list ?? []).map((data, index) => ({
    data,
    at: (...inner) => tree.placeOf([...path, index, ...inner], "value"),
  }));
}

/** The items of a list inside an entry. */
export function innerEntries<T>(
  { at }: Entry<unknown>,
  key: string,
  list: readonly T[] | undefined,
): readonly Entry<T>[] {
  return (list ?? []).map((data, index) => ({ data, at: (...inner) => at(key, index, ...inner) }));
}

/** Remembers where each part of the form set stands in its file. */
export class PlaceBook {
  readonly #places = new Map<object, Entry<unknown>["at"]>();

  /** Notes the place of a part and returns the part. */
  note<T extends object>(part: T, at: Entry<unknown>["at"]): T {
    this.#places.set(part, at);
    return part;
  }

  /** Where a part stands, or one of its keys. */
  at(part: object, ...path: Path): Place | undefined {
    return this.#places.get(part)?.(...path);
  }
}
