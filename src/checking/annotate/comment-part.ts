/** The comments of a Word file, with more of them. */
import { escapeXml } from "../../writers/docx/xml-scan.js";

export interface Comment {
  readonly id: number;
  readonly paragraphs: readonly string[];
}

const AUTHOR = "vanthu";
/** Characters that XML cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

function commentXml({ id, paragraphs }: Comment, w: string): string {
  const inner = paragraphs.map(
    (text) =>
      `<${w}p><${w}r><${w}t xml:space="preserve">${escapeXml(text.replace(FORBIDDEN, ""))}</${w}t></${w}r></${w}p>`,
  );
  return `<${w}comment ${w}id="${id}" ${w}author="${AUTHOR}" ${w}initials="vt">${inner.join("")}</${w}comment>`;
}

/** The first number that no comment of the part bears. */
export function firstFreeId(xml: string): number {
  const ids = [...xml.matchAll(/:id="(\d{1,9})"/gu)].map(([, id]) => Number(id));
  return Math.max(-1, ...ids) + 1;
}

/** Prefix, with its colon, that XML has for a namespace; undefined when it declares none. */
export function prefixOf(
  xml: string,
  namespace: RegExp,
): { readonly prefix: string; readonly uri: string } | undefined {
  const found = new RegExp(`xmlns:([\\w.-]+)=["'](${namespace.source})["']`, "u").exec(xml);
  return found === null ? undefined : { prefix: `${found[1] ?? "w"}:`, uri: found[2] ?? "" };
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A part with comments added.
 *
 * @param xml the part that there is; "" for none
 * @param uri the namespace of the document, transitional or strict
 */
export function addComments(xml: string, comments: readonly Comment[], uri: string, namespace: RegExp): string {
  const own = prefixOf(xml, namespace);
  if (xml === "" || own === undefined) {
    const inner = comments.map((comment) => commentXml(comment, "w:")).join("");
    return `${DECLARATION}<w:comments xmlns:w="${uri}">${inner}</w:comments>`;
  }
  const inner = comments.map((comment) => commentXml(comment, own.prefix)).join("");
  const tag = `${own.prefix}comments`;
  const end = xml.lastIndexOf(`</${tag}`);
  // a part without comments may be an empty element
  return end === -1
    ? xml.replace(
        new RegExp(`<${tag}([^>]*)/>`, "u"),
        (_, attributes: string) => `<${tag}${attributes}>${inner}</${tag}>`,
      )
    : xml.slice(0, end) + inner + xml.slice(end);
}
