/**
 * A pull scanner over XML, tag by tag. It builds no tree, knows no document type and resolves no entity but the five of XML
 * and character references, so that nothing in a file from outside can grow while it is read. Namespace prefixes are cut
 * off: some programs write `<x:c>` where Excel writes `<c>`.
 */
import { decodeByteText } from "./byte-text.js";
import { resolveEntities } from "./entities.js";

export class XmlScanner {
  /** Local name of the element that was met. */
  name = "";
  /** An end tag. */
  closing = false;
  /** An empty-element tag: no end tag follows. */
  empty = false;
  /** Where the tag starts, and where the text after it starts. */
  start = 0;
  end = 0;

  readonly xml: string;
  private readonly decode: (piece: string) => string;
  private nameEnd = 0;

  /**
   * @param from where to begin
   * @param kind `bytes`: the XML is byte text (`byteText`), of which only what is taken out is decoded
   */
  constructor(xml: string, from = 0, kind: "text" | "bytes" = "text") {
    this.xml = xml;
    this.end = from;
    this.decode = kind === "text" ? asItIs : decodeByteText;
  }

  private resolve(piece: string): string {
    return resolveEntities(this.decode(piece));
  }

  /** Goes to the next tag. False at the end of the text, also where it is cut off inside a tag. */
  next(): boolean {
    const { xml } = this;
    let open = xml.indexOf("<", this.end);
    while (open !== -1) {
      const code = xml.charCodeAt(open + 1);
      if (code !== 0x21 && code !== 0x3f) return this.tagAt(open, code);
      open = xml.indexOf("<", afterSpecial(xml, open));
    }
    this.end = xml.length;
    return false;
  }

  private tagAt(open: number, first: number): boolean {
    const { xml } = this;
    const { length } = xml;
    this.closing = first === 0x2f;
    let from = open + (this.closing ? 2 : 1);
    let at = from;
    for (; at < length; at += 1) {
      const code = xml.charCodeAt(at);
      if (code === 0x3a) from = at + 1;
      else if (code <= 0x20 || code === 0x3e || code === 0x2f) break;
    }
    this.name = xml.slice(from, at);
    this.nameEnd = at;
    let quote = 0;
    for (; at < length; at += 1) {
      const code = xml.charCodeAt(at);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === 0x3e) {
        this.start = open;
        this.end = at + 1;
        this.empty = xml.charCodeAt(at - 1) === 0x2f;
        return true;
      } else if (code === 0x22 || code === 0x27) quote = code;
    }
    this.end = length;
    return false;
  }

  /** An attribute of the tag by its local name, resolved. */
  attribute(local: string): string | undefined {
    const raw = this.rawAttribute(local);
    return raw === undefined ? undefined : this.resolve(raw);
  }

  /** Whether the first attribute is this one, written without a prefix, as `local="`. */
  beginsWith(local: string): boolean {
    const at = this.nameEnd + 1;
    const after = at + local.length;
    const { xml } = this;
    return (
      xml.charCodeAt(after) === 0x3d &&
      xml.charCodeAt(after + 1) === 0x22 &&
      xml.startsWith(local, at) &&
      after < this.end
    );
  }

  /** As `attribute`, without resolving: for numbers, references and the like. */
  rawAttribute(local: string): string | undefined {
    const { xml, end } = this;
    if (this.beginsWith(local)) {
      const from = this.nameEnd + local.length + 3;
      const close = xml.indexOf('"', from);
      return close === -1 || close >= end ? undefined : xml.slice(from, close);
    }
    let at = this.nameEnd;
    for (;;) {
      while (at < end && xml.charCodeAt(at) <= 0x20) at += 1;
      // searched within the tag alone: a file of a million tags without attributes has its next "=" far away
      let equals = at;
      while (equals < end && xml.charCodeAt(equals) !== 0x3d) equals += 1;
      if (equals >= end) return undefined;
      let from = at;
      let to = at;
      for (; to < equals && xml.charCodeAt(to) > 0x20; to += 1) if (xml.charCodeAt(to) === 0x3a) from = to + 1;
      let open = equals + 1;
      while (open < end && xml.charCodeAt(open) <= 0x20) open += 1;
      const quote = xml.charCodeAt(open);
      let close = open + 1;
      while (close < end && xml.charCodeAt(close) !== quote) close += 1;
      if (close >= end) return undefined;
      if (to - from === local.length && xml.startsWith(local, from)) return xml.slice(open + 1, close);
      at = close + 1;
    }
  }

  /** Text from behind the tag to the next sign of markup, neither decoded nor resolved. */
  rawText(): string {
    const open = this.xml.indexOf("<", this.end);
    return this.xml.slice(this.end, open === -1 ? this.xml.length : open);
  }

  /** Text from behind the tag to the next tag of any kind, resolved; CDATA sections taken as they are. */
  text(): string {
    const { xml } = this;
    let text = "";
    let at = this.end;
    for (;;) {
      const open = xml.indexOf("<", at);
      const piece = xml.slice(at, open === -1 ? xml.length : open);
      text += this.resolve(piece);
      if (open === -1 || (xml.charCodeAt(open + 1) !== 0x21 && xml.charCodeAt(open + 1) !== 0x3f)) return text;
      const next = afterSpecial(xml, open);
      if (xml.startsWith("<![CDATA[", open)) text += this.decode(xml.slice(open + 9, next - 3));
      at = next;
    }
  }

  /**
   * The text of an element whose only child is `child`, written in the usual way (`<c …><v>5</v></c>`); then the scanner
   * stands behind the element. Undefined for everything else, prefixes included; nothing has moved then.
   */
  onlyText(child: string, element: string): string | undefined {
    const { xml, end } = this;
    const from = end + child.length + 2;
    if (xml.charCodeAt(end + 1) !== child.charCodeAt(0) || xml.charCodeAt(from - 1) !== 0x3e) return undefined;
    const to = xml.indexOf("<", from);
    const tail = `</${child}></${element}>`;
    if (to === -1 || !xml.startsWith(child, end + 1) || !xml.startsWith(tail, to)) return undefined;
    this.end = to + tail.length;
    return this.resolve(xml.slice(from, to));
  }

  /** Goes behind the end tag of the element whose start tag was just met. */
  skip(): void {
    if (this.empty) return;
    const { name } = this;
    let depth = 1;
    while (depth > 0 && this.next()) {
      if (this.name !== name || this.empty) continue;
      depth += this.closing ? -1 : 1;
    }
  }
}

function asItIs(piece: string): string {
  return piece;
}

/** Where a comment, CDATA section, instruction or declaration ends. */
function afterSpecial(xml: string, open: number): number {
  if (xml.startsWith("<!--", open)) return after(xml, "-->", open + 4);
  if (xml.startsWith("<![CDATA[", open)) return after(xml, "]]>", open + 9);
  return after(xml, ">", open + 2);
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found === -1 ? xml.length : found + mark.length;
}
