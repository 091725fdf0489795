/** Fields of Word that are open while a story is read: of their code nothing is seen, of their result everything. */

interface Field {
  code: string;
  shown: boolean;
  /** A result stands in it. */
  resulted: boolean;
}

const PAGE_FIELD = /^\s*PAGE\b/iu;

/** Fields, one inside another. */
export class OpenFields {
  readonly #fields: Field[] = [];

  /** Text that stands here is not seen. */
  get hidesText(): boolean {
    return this.#fields.some(({ shown }) => !shown);
  }

  /** Text that stands here is the number of the page. */
  get isPageNumber(): boolean {
    return this.#fields.some(({ code }) => PAGE_FIELD.test(code));
  }

  /** Begins a field whose code is an attribute and whose content is its result. */
  startSimple(code: string): void {
    this.#fields.push({ code, shown: true, resulted: true });
  }

  endSimple(): void {
    this.#fields.pop();
  }

  addCode(text: string): void {
    const field = this.#fields.at(-1);
    if (field !== undefined) field.code += text;
  }

  /** Text was met that is seen. */
  noteResult(): void {
    for (const field of this.#fields) field.resulted = true;
  }

  /**
   * Takes a mark between the parts of a field.
   *
   * @returns whether the number of a page ends that was never computed: it has no result and is one all the same
   */
  turn(type: string | undefined): boolean {
    const field = this.#fields.at(-1);
    if (type === "begin") this.#fields.push({ code: "", shown: false, resulted: false });
    else if (type === "separate" && field !== undefined) field.shown = true;
    else if (type === "end") {
      this.#fields.pop();
      return field !== undefined && !field.resulted && PAGE_FIELD.test(field.code);
    }
    return false;
  }
}
