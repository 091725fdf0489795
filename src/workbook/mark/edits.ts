/** A change of a text by place. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with all edits made; they may not overlap. What is put in at one place keeps its order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let done = 0;
  // sorting is stable
  for (const { from, to, text: put } of [...edits].sort((a, b) => a.from - b.from)) {
    pieces.push(text.slice(done, from), put);
    done = to;
  }
  return [...pieces, text.slice(done)].join("");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML holds it; characters that XML does not allow are left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);

/** A tag with an attribute set to a value. */
export function setAttribute(tag: string, name: string, value: string): string {
  const known = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`, "u");
  if (known.test(tag)) return tag.replace(known, (_, start: string) => `${start}"${value}"`);
  return tag.replace(/\s*(\/?>)$/u, (_, end: string) => ` ${name}="${value}"${end}`);
}

/** Prefix of a document's own elements, with its colon: `x:` of `<x:worksheet …>`. */
export const prefixOf = (xml: string, root: string): string =>
  new RegExp(`<([\\w.-]+:)${root}[\\s>]`, "u").exec(xml)?.[1] ?? "";
