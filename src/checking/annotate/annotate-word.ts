/** A copy of a Word file with a comment at each finding. */
import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { readRelationships, relationshipsOf } from "../../archive/relationships.js";
import type { Finding } from "../../findings/finding.js";
import { decodeXml } from "../../xml/decode-xml.js";
import { addComments, firstFreeId, prefixOf } from "./comment-part.js";
import { type ParagraphSpan, paragraphSpans } from "./paragraphs.js";

const WORDPROCESSING =
  /http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)/u;
const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const CONTENT_TYPES = "[Content_Types].xml";

/** Same bytes in every time zone: a zip states local time. */
const zipTime = (): Date => new Date(1980, 0, 1, 12);

/** What a comment says of a finding, paragraph by paragraph. */
export type CommentWords = (finding: Finding) => readonly string[];

interface Insertion {
  readonly at: number;
  readonly xml: string;
}

/** Marks of a paragraph's comments: around its content, and the signs to which the comments belong. */
function insertionsOf(span: ParagraphSpan, ids: readonly number[], w: string, xml: string): readonly Insertion[] {
  const opening = ids.map((id) => `<${w}commentRangeStart ${w}id="${id}"/>`).join("");
  const closing = ids
    .map((id) => `<${w}commentRangeEnd ${w}id="${id}"/><${w}r><${w}commentReference ${w}id="${id}"/></${w}r>`)
    .join("");
  if (!span.empty) {
    return [
      { at: span.content, xml: opening },
      { at: span.end, xml: closing },
    ];
  }
  const tag = xml.slice(span.start, span.startEnd).replace(/\s*\/>$/u, ">");
  const name = /^<([^\s/>]+)/u.exec(tag)?.[1] ?? `${w}p`;
  // what the element was is replaced from behind
  return [{ at: span.start, xml: `${tag}${opening}${closing}</${name}>` }];
}

/** Comments at their paragraphs; what is about the whole file stands at the first. */
function mark(xml: string, findings: readonly Finding[], first: number, w: string): string {
  const spans = paragraphSpans(xml);
  const own = [...spans.values()].filter((span) => xml.startsWith(`<${w}p`, span.start));
  // in the cells of the head there is no room for what is about all of it
  const whole = own.find(({ inTable }) => !inTable) ?? own[0];
  const bySpan = new Map<ParagraphSpan, number[]>();
  findings.forEach(({ place }, index) => {
    const found = place?.paragraph === undefined ? undefined : spans.get(place.paragraph);
    const span = found !== undefined && own.includes(found) ? found : whole;
    if (span === undefined) return;
    bySpan.set(span, [...(bySpan.get(span) ?? []), first + index]);
  });
  const insertions = [...bySpan].flatMap(([span, ids]) =>
    insertionsOf(span, ids, w, xml).map((insertion) => ({
      ...insertion,
      replaced: span.empty ? span.startEnd - span.start : 0,
    })),
  );
  // a paragraph that holds others ends behind them
  insertions.sort((one, other) => one.at - other.at);
  const pieces: string[] = [];
  let at = 0;
  for (const insertion of insertions) {
    pieces.push(xml.slice(at, insertion.at), insertion.xml);
    at = insertion.at + insertion.replaced;
  }
  return [...pieces, xml.slice(at)].join("");
}

/** The part is written as UTF-8 again. */
const asUtf8 = (xml: string): Uint8Array =>
  strToU8(xml.replace(/^\uFEFF/u, "").replace(/^(<\?xml[^>]*?encoding=)["'][^"']*["']/u, '$1"UTF-8"'));

const freeRelationship = (xml: string): string => {
  for (let number = 1; ; number += 1) if (!xml.includes(`"rIdVanthu${number}"`)) return `rIdVanthu${number}`;
};

/**
 * Adds a comment for each finding; comments that are there stay.
 *
 * @param bytes a Word file that could be read
 * @param words of each comment
 * @returns the copy; the same findings give the same bytes
 */
export function annotateWord(bytes: Uint8Array, findings: readonly Finding[], words: CommentWords): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const textOf = (name: string): string => (parts[name] === undefined ? "" : decodeXml(parts[name]));
  const main =
    readRelationships(textOf("_rels/.rels"), "").find(({ type }) => type === "officeDocument")?.target ??
    "word/document.xml";
  const xml = textOf(main);
  const { prefix: w, uri } = prefixOf(xml, WORDPROCESSING) ?? {
    prefix: "w:",
    uri: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  };
  const links = textOf(relationshipsOf(main));
  const known = readRelationships(links, main).find(({ type, external }) => type === "comments" && !external)?.target;
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const part = known ?? `${folder}comments-vanthu.xml`;
  const before = textOf(part);
  const first = firstFreeId(before);
  const comments = findings.map((finding, index) => ({ id: first + index, paragraphs: words(finding) }));
  parts[main] = asUtf8(mark(xml, findings, first, w));
  parts[part] = asUtf8(addComments(before, comments, uri, WORDPROCESSING));
  if (known === undefined) {
    const type = uri.includes("purl.oclc.org") ? STRICT : TRANSITIONAL;
    const link = `<Relationship Id="${freeRelationship(links)}" Type="${type}/comments" Target="/${part}"/>`;
    parts[relationshipsOf(main)] = asUtf8(insertBefore(links, "Relationships", link, RELATIONSHIPS));
    const override = `<Override PartName="/${part}" ContentType="${COMMENTS_TYPE}"/>`;
    parts[CONTENT_TYPES] = asUtf8(insertBefore(textOf(CONTENT_TYPES), "Types", override, TYPES));
  }
  const zippable: Zippable = Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [name, [content, { mtime: zipTime() }]]),
  );
  return zipSync(zippable);
}

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";

/** An element put at the end of a list, which there may not be yet, or which may be empty. */
function insertBefore(xml: string, list: string, element: string, uri: string): string {
  if (xml === "")
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${list} xmlns="${uri}">${element}</${list}>`;
  const end = new RegExp(`</(?:([\\w.-]+):)?${list}\\s*>\\s*$`, "u").exec(xml);
  if (end !== null) {
    const prefixed = end[1] === undefined ? element : element.replace("<", `<${end[1]}:`);
    return xml.slice(0, end.index) + prefixed + xml.slice(end.index);
  }
  return xml.replace(
    new RegExp(`<${list}([^>]*)/>\\s*$`, "u"),
    (_, attributes: string) => `<${list}${attributes}>${element}</${list}>`,
  );
}
