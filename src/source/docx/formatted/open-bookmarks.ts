/** Bookmarks that are open while a story is read: those of ours that enclose a figure. */

/** Bookmarks of ours that are open at one place: a figure has one, a figure in a figure two. */
const MOST_BOOKMARKS = 8;

export class OpenBookmarks {
  readonly #names = new Map<string, string>();

  get names(): readonly string[] {
    return [...this.#names.values()];
  }

  /** Of our own bookmarks few are ever open at once; others say nothing of the text. */
  open(id: string, name: string): void {
    if (name.startsWith("vt_") && this.#names.size < MOST_BOOKMARKS) this.#names.set(id, name);
  }

  close(id: string): void {
    this.#names.delete(id);
  }
}
