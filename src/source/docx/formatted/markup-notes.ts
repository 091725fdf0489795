/** Tracked changes, comments and embedded files: noted beside the text while a story is read. */
import { XmlScanner } from "../../../xml/xml-scanner.js";
import type { Markup } from "./formatted-text.js";

/** Text and author of comments by id. */
export type Comments = ReadonlyMap<string, { readonly text: string; readonly author?: string }>;

export class MarkupNotes {
  readonly markup: Markup[] = [];
  readonly #insertions: { text: string; author: string | undefined; paragraph: number }[] = [];

  constructor(private readonly comments: Comments) {}

  /** Notes a deletion whole; the scanner then stands behind it. */
  noteDeletion(scanner: XmlScanner, paragraph: number): void {
    if (scanner.empty) return;
    const from = scanner.end;
    const author = scanner.attribute("author");
    scanner.skip();
    const inner = new XmlScanner(scanner.xml.slice(from, scanner.start));
    let text = "";
    while (inner.next()) if (!inner.closing && /^(?:delText|t)$/u.test(inner.name)) text += inner.text();
    this.#note("deleted", text, author, paragraph);
  }

  startInsertion(scanner: XmlScanner, paragraph: number): void {
    if (scanner.empty) return;
    this.#insertions.push({ text: "", author: scanner.attribute("author"), paragraph });
  }

  /** Text was met that stands in the innermost insertion, if there is one. */
  addInserted(text: string): void {
    const insertion = this.#insertions.at(-1);
    if (insertion !== undefined) insertion.text += text;
  }

  endInsertion(): void {
    const insertion = this.#insertions.pop();
    if (insertion !== undefined) this.#note("inserted", insertion.text, insertion.author, insertion.paragraph);
  }

  noteComment(id: string, paragraph: number): void {
    const comment = this.comments.get(id);
    if (comment !== undefined) this.#note("comment", comment.text, comment.author, paragraph);
  }

  /** Another file that Word shows behind the given paragraph. */
  noteEmbedded(paragraph: number): void {
    this.markup.push({ kind: "embedded", text: "", paragraph: Math.max(1, paragraph) });
  }

  #note(kind: Markup["kind"], text: string, author: string | undefined, paragraph: number): void {
    const tidy = text.normalize("NFC").replace(/\s+/gu, " ").trim();
    if (tidy === "") return;
    this.markup.push({ kind, text: tidy, paragraph, ...(author === undefined ? {} : { author }) });
  }
}
