/** A scan over well-formed XML, tag by tag: as much as reading text out of a Word file needs, at a fraction of a tree's cost. */

/** What the scan reports. Names have the prefix `w:` for WordprocessingML, whatever prefix the file uses. */
export interface XmlHandler {
  /** `attribute` looks one up by its local name. */
  start(name: string, attribute: (local: string) => string | undefined): void;
  text(text: string): void;
  end(name: string): void;
}

const WORDPROCESSING =
  /xmlns:([\w.-]+)=["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/u;

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function codePoint(code: number, entity: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

/** Text with its character and entity references resolved. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (entity, hex, decimal, name) => {
    if (hex !== undefined) return codePoint(Number.parseInt(hex, 16), entity);
    if (decimal !== undefined) return codePoint(Number(decimal), entity);
    return NAMED[name] ?? entity;
  });
}

/** Text as it may stand in an element or in an attribute between double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
}

function attributeOf(tag: string, local: string): string | undefined {
  const found = new RegExp(`\\s(?:[\\w.-]+:)?${local}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "u").exec(tag);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : unescapeXml(value);
}

/** Where a tag ends: the first ">" outside of quoted values; -1 when the text is cut off before it. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at;
    else if (code === 0x22 || code === 0x27) quote = code;
  }
  return -1;
}

/** Constructs that are not elements: comments, CDATA sections, instructions and declarations. Returns where they end. */
function skipSpecial(xml: string, at: number, handler: XmlHandler): number {
  if (xml.startsWith("<!--", at)) return after(xml, "-->", at + 4);
  if (xml.startsWith("<![CDATA[", at)) {
    const end = after(xml, "]]>", at + 9);
    handler.text(xml.slice(at + 9, end - 3));
    return end;
  }
  return after(xml, ">", at + 2);
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found === -1 ? xml.length : found + mark.length;
}

/** Reports the elements and texts of `xml` in order. Stops quietly where it is cut off. */
export function scanXml(xml: string, handler: XmlHandler): void {
  const prefix = WORDPROCESSING.exec(xml)?.[1] ?? "w";
  const canonical = (name: string): string =>
    prefix !== "w" && name.startsWith(`${prefix}:`) ? `w:${name.slice(prefix.length + 1)}` : name;
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    if (open === -1) return;
    if (open > at) handler.text(unescapeXml(xml.slice(at, open)));
    const next = xml.charCodeAt(open + 1);
    if (next === 0x21 || next === 0x3f) {
      at = skipSpecial(xml, open, handler);
      continue;
    }
    const end = tagEnd(xml, open + 1);
    if (end === -1) return;
    if (next === 0x2f) {
      handler.end(canonical(xml.slice(open + 2, end).trimEnd()));
    } else {
      const closed = xml.charCodeAt(end - 1) === 0x2f;
      const tag = xml.slice(open + 1, closed ? end - 1 : end);
      const name = canonical(tag.slice(0, nameEnd(tag)));
      handler.start(name, (local) => attributeOf(tag, local));
      if (closed) handler.end(name);
    }
    at = end + 1;
  }
}

/** Where the name of a tag ends: at the first blank, or at its end. */
function nameEnd(tag: string): number {
  for (let index = 0; index < tag.length; index += 1) if (tag.charCodeAt(index) <= 0x20) return index;
  return tag.length;
}
