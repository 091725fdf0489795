/** Notes at the feet of a scan's pages, whose numbers may begin anew on each page. */
import type { FootNote } from "./paragraphs.js";

export class FootNotes {
  /** Notes of each label, in the order of the pages. */
  readonly #byLabel = new Map<string, number[]>();
  readonly #calls = new Map<string, number>();
  readonly #called = new Set<number>();

  constructor(private readonly notes: readonly FootNote[]) {
    for (const [index, { label }] of notes.entries())
      this.#byLabel.set(label, [...(this.#byLabel.get(label) ?? []), index]);
  }

  get labels(): ReadonlySet<string> {
    return new Set(this.#byLabel.keys());
  }

  /** Which note the next mark of a label calls: the first mark the first note of that label, and so on. */
  call(label: string): number | undefined {
    const indexes = this.#byLabel.get(label);
    if (indexes === undefined) return undefined;
    const count = this.#calls.get(label) ?? 0;
    this.#calls.set(label, count + 1);
    const index = indexes[Math.min(count, indexes.length - 1)] as number;
    this.#called.add(index);
    return index + 1;
  }

  /** Notes that were called, with the numbers that their marks got. */
  get called(): readonly { readonly number: number; readonly note: FootNote }[] {
    return this.notes.flatMap((note, index) => (this.#called.has(index) ? [{ number: index + 1, note }] : []));
  }

  /** Notes that no mark in the text belongs to. */
  get uncalled(): readonly FootNote[] {
    return this.notes.filter((_, index) => !this.#called.has(index));
  }
}
