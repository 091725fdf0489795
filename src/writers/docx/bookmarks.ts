/** Bookmarks around bound figures. */
import { createHash } from "node:crypto";
import { Bookmark, BookmarkEnd, BookmarkStart, type ParagraphChild } from "docx";

/** Encloses the runs of a bound figure in a bookmark. */
export type BookmarkFigure = (binding: string, runs: readonly ParagraphChild[]) => Bookmark;

/** First hexadecimal digits of the path's SHA-256: enough to tell the figures of one document apart. */
const HASH_DIGITS = 10;

/** Name of the n-th bookmark (from 1) of a figure, by the path it is bound to; Word allows 40 characters. */
export function bookmarkName(binding: string, n: number): string {
  return `vt_${createHash("sha256").update(binding, "utf8").digest("hex").slice(0, HASH_DIGITS)}_${n}`;
}

/** A bookmark with a given id: `docx` counts ids within the process, and twin builds must be equal. */
class NumberedBookmark extends Bookmark {
  override readonly start: BookmarkStart;
  override readonly end: BookmarkEnd;

  constructor(name: string, id: number, children: readonly ParagraphChild[]) {
    super({ id: name, children });
    this.start = new BookmarkStart(name, id);
    this.end = new BookmarkEnd(id);
  }
}

/** The bookmarks of one document. */
export function createBookmarks(): BookmarkFigure {
  const repeats = new Map<string, number>();
  let id = 0;
  return (binding, runs) => {
    const n = (repeats.get(binding) ?? 0) + 1;
    repeats.set(binding, n);
    id += 1;
    return new NumberedBookmark(bookmarkName(binding, n), id, runs);
  };
}
