/** Nesting of headings, for structure tags and bookmarks alike. */

/** Turns the levels that headings declare into depths without jumps: 1, 3, 3, 2 becomes 1, 2, 2, 2. */
export class HeadingDepths {
  private readonly open: number[] = [];

  /**
   * @param level declared level of the next heading, from 1
   * @returns its depth, from 1; one more than that of the heading it stands under
   */
  next(level: number): number {
    while (this.open.length > 0 && (this.open.at(-1) ?? 0) >= level) this.open.pop();
    this.open.push(level);
    return this.open.length;
  }

  /** A title begins: its headings count from 1 again. */
  restart(): void {
    this.open.length = 0;
  }
}
