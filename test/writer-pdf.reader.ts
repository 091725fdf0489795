/** Reads back what the PDF writer wrote: objects, text runs and structure tags. For files with a plain xref table. */
import { inflateSync } from "node:zlib";

export class Ref {
  constructor(readonly number: number) {}
}

/** A string of a PDF: bytes, read as UTF-16 where they are marked so. */
export class PdfString {
  constructor(readonly bytes: Buffer) {}

  get text(): string {
    if (this.bytes[0] !== 0xfe || this.bytes[1] !== 0xff) return this.bytes.toString("latin1");
    return Buffer.from(this.bytes.subarray(2)).swap16().toString("utf16le");
  }
}

/** An operator of a content stream. */
class Operator {
  constructor(readonly name: string) {}
}

export interface PdfDict {
  readonly [key: string]: PdfValue;
}

/** Names are strings with their "/". */
export type PdfValue = number | boolean | null | string | PdfString | Ref | PdfDict | readonly PdfValue[] | undefined;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

class Parser {
  constructor(
    private readonly source: string,
    public at = 0,
  ) {}

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }

  /** The next value or operator; undefined at the end, or at a closing bracket. */
  next(): PdfValue | Operator {
    this.match(/(?:\s|%[^\n]*\n)*/y);
    const ref = this.match(/(\d+) (\d+) R\b/y);
    if (ref !== null) return new Ref(Number(ref[1]));
    const number = this.match(/[+-]?(?:\d+\.?\d*|\.\d+)/y);
    if (number !== null) return Number(number[0]);
    const name = this.match(/\/[^\s()<>[\]{}/%]*/y);
    if (name !== null)
      return name[0].replace(/#([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (this.match(/<</y) !== null) return this.dict();
    const hex = this.match(/<([0-9a-fA-F\s]*)>/y);
    if (hex !== null) return new PdfString(Buffer.from((hex[1] ?? "").replace(/\s/g, ""), "hex"));
    if (this.match(/\[/y) !== null) return this.array();
    if (this.match(/\(/y) !== null) return this.string();
    const word = this.match(/[A-Za-z'"*]+[0-9]?\*?/y);
    if (word === null) return undefined;
    const constants: Record<string, PdfValue> = { true: true, false: false, null: null };
    return word[0] in constants ? constants[word[0]] : new Operator(word[0]);
  }

  private value(): PdfValue {
    const value = this.next();
    if (value instanceof Operator) throw new Error(`Unexpected ${value.name} at ${this.at}`);
    return value;
  }

  private dict(): PdfDict {
    const dict: Record<string, PdfValue> = {};
    for (;;) {
      const key = this.value();
      if (key === undefined) break;
      if (typeof key !== "string") throw new Error(`A key is not a name at ${this.at}`);
      dict[key.slice(1)] = this.value();
    }
    if (this.match(/\s*>>/y) === null) throw new Error(`Unclosed dictionary at ${this.at}`);
    return dict;
  }

  private array(): PdfValue[] {
    const values: PdfValue[] = [];
    for (let value = this.value(); value !== undefined; value = this.value()) values.push(value);
    if (this.match(/\s*\]/y) === null) throw new Error(`Unclosed array at ${this.at}`);
    return values;
  }

  private string(): PdfString {
    let text = "";
    for (; this.source[this.at] !== ")"; this.at++) {
      const character = this.source[this.at] ?? "";
      if (character === "\\") {
        this.at++;
        const escaped = this.source[this.at] ?? "";
        text += ESCAPES[escaped] ?? escaped;
      } else text += character;
    }
    this.at++;
    return new PdfString(Buffer.from(text, "latin1"));
  }
}

export class PdfFile {
  readonly trailer: PdfDict;
  private readonly source: string;
  private readonly offsets: number[] = [];

  constructor(readonly bytes: Uint8Array) {
    this.source = Buffer.from(bytes).toString("latin1");
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.source)?.[1]);
    for (const entry of this.source.slice(start).matchAll(/(\d{10}) \d{5} [nf]/g)) this.offsets.push(Number(entry[1]));
    this.trailer = this.parse(this.source.indexOf("trailer", start) + "trailer".length) as PdfDict;
  }

  get objectCount(): number {
    return this.offsets.length;
  }

  private parse(offset: number): PdfValue {
    return new Parser(this.source, offset).next() as PdfValue;
  }

  private bodyOf(ref: Ref): number {
    const offset = this.offsets[ref.number] ?? 0;
    const heading = `${ref.number} 0 obj`;
    if (!this.source.startsWith(heading, offset)) throw new Error(`Object ${ref.number} is not at its place`);
    return offset + heading.length;
  }

  /** The value that a reference stands for; other values as they are. */
  resolve(value: PdfValue): PdfValue {
    return value instanceof Ref ? this.parse(this.bodyOf(value)) : value;
  }

  dict(value: PdfValue): PdfDict {
    const dict = this.resolve(value);
    if (typeof dict !== "object" || dict === null || Array.isArray(dict)) throw new Error("Not a dictionary");
    return dict as PdfDict;
  }

  array(value: PdfValue): readonly PdfValue[] {
    const array = this.resolve(value);
    return Array.isArray(array) ? array : array === undefined || array === null ? [] : [array];
  }

  text(value: PdfValue): string | undefined {
    const string = this.resolve(value);
    return string instanceof PdfString ? string.text : undefined;
  }

  stream(value: PdfValue): Buffer {
    if (!(value instanceof Ref)) throw new Error("Not a reference");
    const dict = this.dict(value);
    const start = this.source.indexOf("stream\n", this.bodyOf(value)) + "stream\n".length;
    const raw = Buffer.from(this.source.slice(start, start + Number(this.resolve(dict.Length))), "latin1");
    return dict.Filter === "/FlateDecode" ? inflateSync(raw) : raw;
  }

  get catalog(): PdfDict {
    return this.dict(this.trailer.Root);
  }

  get pages(): { readonly ref: Ref; readonly dict: PdfDict }[] {
    return this.array(this.dict(this.catalog.Pages).Kids).map((kid) => ({ ref: kid as Ref, dict: this.dict(kid) }));
  }

  /** Text by glyph code of a font, from its ToUnicode map. */
  unicodeOf(font: PdfValue): string[] {
    const map = this.stream(this.dict(font).ToUnicode).toString("latin1");
    const texts: string[] = [];
    for (const range of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
      const start = Number.parseInt(range[1] ?? "", 16);
      for (const [index, entry] of [...(range[2] ?? "").matchAll(/<([^>]*)>/g)].entries()) {
        const units = (entry[1] ?? "").split(" ").map((unit) => Number.parseInt(unit, 16));
        texts[start + index] = String.fromCharCode(...units);
      }
    }
    return texts;
  }
}

/** Text shown by one operator, or a drawn line or image. */
export interface Mark {
  readonly kind: "text" | "line" | "image";
  readonly text: string;
  /** Marked content that it stands in. */
  readonly mcid?: number;
  readonly artifact?: string;
  /** From the bottom left corner of the page; of a line, its first end. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly color: string;
  /** Adjustments between glyphs, thousandths of the size. */
  readonly adjustments: readonly number[];
}

/** The marks of a page, in the order in which they are drawn. */
export function readMarks(file: PdfFile, page: PdfDict): Mark[] {
  const fonts = file.dict(file.dict(page.Resources).Font ?? {});
  const unicode = new Map<string, string[]>();
  const parser = new Parser(file.stream(page.Contents).toString("latin1"));
  const marks: Mark[] = [];
  const stack: { mcid?: number; artifact?: string }[] = [];
  let operands: PdfValue[] = [];
  let font = "";
  let size = 0;
  let matrix: number[] = [];
  let color = "";
  let stroke = "";
  let point = [0, 0];
  const add = (kind: Mark["kind"], text: string, adjustments: number[] = []): void => {
    const [x = 0, y = 0] = kind === "line" ? point : matrix.slice(4);
    marks.push({ kind, text, ...stack.at(-1), x, y, size, font, color: kind === "line" ? stroke : color, adjustments });
  };
  const decode = (value: PdfValue): string => {
    if (!(value instanceof PdfString)) return "";
    const texts = unicode.get(font) ?? file.unicodeOf(fonts[font]);
    unicode.set(font, texts);
    let text = "";
    for (let index = 0; index < value.bytes.length; index += 2) text += texts[value.bytes.readUInt16BE(index)] ?? "?";
    return text;
  };
  for (let token = parser.next(); token !== undefined; token = parser.next()) {
    if (!(token instanceof Operator)) {
      operands.push(token);
      continue;
    }
    const [first, second] = operands;
    const numbers = operands.filter((operand) => typeof operand === "number");
    if (token.name === "Tf") [font, size] = [String(first).slice(1), Number(second)];
    else if (token.name === "Tm" || token.name === "cm") matrix = numbers;
    else if (token.name === "rg") color = numbers.join(" ");
    else if (token.name === "RG") stroke = numbers.join(" ");
    else if (token.name === "Tj") add("text", decode(first));
    else if (token.name === "TJ") {
      const parts = first as PdfValue[];
      add(
        "text",
        parts.map(decode).join(""),
        parts.filter((part) => typeof part === "number"),
      );
    } else if (token.name === "m") point = numbers;
    else if (token.name === "S") add("line", "");
    else if (token.name === "Do") add("image", String(first));
    else if (token.name === "BDC") {
      const properties = second as PdfDict;
      stack.push(first === "/Artifact" ? { artifact: String(properties.Type) } : { mcid: Number(properties.MCID) });
    } else if (token.name === "EMC") stack.pop();
    operands = [];
  }
  return marks;
}

/** An element of the structure tree, with the text of its own marked contents in their order. */
export interface TagNode {
  readonly type: string;
  readonly dict: PdfDict;
  readonly kids: readonly (TagNode | string)[];
}

/** The structure tree, its text read from the pages. */
export function readTree(file: PdfFile): TagNode {
  const marks = new Map(file.pages.map((page) => [page.ref.number, readMarks(file, page.dict)]));
  const contentText = (page: PdfValue, mcid: number): string =>
    (page instanceof Ref ? (marks.get(page.number) ?? []) : [])
      .filter((mark) => mark.mcid === mcid)
      .map((mark) => mark.text)
      .join("");
  const read = (value: PdfValue): TagNode => {
    const dict = file.dict(value);
    const kids = file.array(dict.K).map((kid): TagNode | string => {
      if (typeof kid === "number") return contentText(dict.Pg, kid);
      if (kid instanceof Ref) return read(kid);
      const reference = file.dict(kid);
      return contentText(reference.Pg, Number(reference.MCID));
    });
    return { type: String(dict.S).slice(1), dict, kids };
  };
  const [root] = file.array(file.dict(file.catalog.StructTreeRoot).K);
  return read(root);
}

/** A tree in short: `P "text"`, children in brackets. */
export function sketch(node: TagNode | string): string {
  if (typeof node === "string") return JSON.stringify(node);
  return node.kids.length === 0 ? node.type : `${node.type}(${node.kids.map(sketch).join(" ")})`;
}

/** All text of an element. */
export function textOf(node: TagNode | string): string {
  return typeof node === "string" ? node : node.kids.map(textOf).join("");
}
