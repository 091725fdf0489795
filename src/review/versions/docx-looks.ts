/** How a Word file looks: pages, fonts and spacing as they are declared, whatever its text is read from. */
import type { ReadableParts } from "../../writers/docx/relationships.js";
import { mainDocument, relationshipsOf, textOfPart } from "../../writers/docx/relationships.js";
import { decodeXml } from "../../xml/decode-xml.js";
import { XmlScanner } from "../../xml/xml-scanner.js";
import {
  type BlockLook,
  type Flow,
  type FlowBlock,
  type PageFrame,
  type StyleSpacing,
  textOfBlock,
} from "../flow/flow.js";
import { familyOf } from "./fonts.js";

/** What may be set on a run, or by a style; absent is inherited. */
interface RunLook {
  font?: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
}

interface StyleEntry {
  readonly type: string;
  name: string;
  basedOn?: string;
  readonly run: RunLook;
  spacing: string;
}

export interface DocxLooks {
  readonly frames: readonly PageFrame[];
  readonly spacing: readonly StyleSpacing[];
  /** Paragraphs with text, in the order of the file. */
  readonly paragraphs: readonly { readonly key: string; readonly look: BlockLook }[];
}

const TWIP = 20;
const isOn = (value: string | undefined): boolean => value === undefined || !/^(?:0|false|off|none)$/u.test(value);

/** Takes a property of a run. */
function takeRunProperty(scanner: XmlScanner, look: RunLook): void {
  const value = scanner.attribute("val");
  if (scanner.name === "sz" && value !== undefined) look.size = Number(value) / 2;
  else if (scanner.name === "b") look.bold = isOn(value);
  else if (scanner.name === "i") look.italic = isOn(value);
  else if (scanner.name === "rFonts") {
    const font = scanner.attribute("ascii") ?? scanner.attribute("hAnsi");
    if (font !== undefined) look.font = font;
  }
}

interface Styles {
  readonly defaults: RunLook;
  readonly byId: ReadonlyMap<string, StyleEntry>;
}

function readStyles(xml: string): Styles {
  const scanner = new XmlScanner(xml);
  const defaults: RunLook = {};
  const byId = new Map<string, StyleEntry>();
  let style: StyleEntry | undefined;
  let inRun = false;
  while (scanner.next()) {
    const { name, closing } = scanner;
    if (name === "style") {
      if (closing) {
        style = undefined;
        continue;
      }
      style = { type: scanner.rawAttribute("type") ?? "", name: "", run: {}, spacing: "" };
      byId.set(scanner.attribute("styleId") ?? "", style);
    } else if (name === "rPr") inRun = !closing && !scanner.empty;
    else if (closing) continue;
    else if (inRun) takeRunProperty(scanner, style?.run ?? defaults);
    else if (style === undefined) continue;
    else if (name === "name") style.name = scanner.attribute("val") ?? "";
    else if (name === "basedOn") style.basedOn = scanner.attribute("val") ?? "";
    else if (name === "spacing" || name === "ind") {
      const values = ["before", "after", "line", "lineRule", "left", "start", "firstLine", "hanging"];
      style.spacing += values.map((key) => `${scanner.rawAttribute(key) ?? ""} `).join("");
    }
  }
  return { defaults, byId };
}

/** Deeper chains of styles than Word allows are loops. */
const DEEPEST = 12;

function lookOfStyle(styles: Styles, id: string | undefined): RunLook {
  const chain: RunLook[] = [];
  for (let at = id, depth = 0; at !== undefined && depth < DEEPEST; depth++) {
    const style = styles.byId.get(at);
    if (style === undefined) break;
    chain.push(style.run);
    at = style.basedOn;
  }
  return Object.assign({}, styles.defaults, ...chain.reverse()) as RunLook;
}

/** Letters by which a paragraph is found again. */
const KEY = 48;
const keyOf = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[^\p{L}]+/gu, "")
    .slice(0, KEY);

/** A paragraph while its runs are read. */
class ParagraphLooks {
  text = "";
  style: string | undefined;
  readonly #letters = new Map<string, { look: RunLook; count: number }>();

  add(text: string, look: RunLook): void {
    this.text += text;
    const count = text.trim().length;
    if (count === 0) return;
    const key = JSON.stringify([look.font, look.size, look.bold === true, look.italic === true]);
    const known = this.#letters.get(key);
    if (known === undefined) this.#letters.set(key, { look, count });
    else known.count += count;
  }

  build(): { readonly key: string; readonly look: BlockLook } | undefined {
    const looks = [...this.#letters.values()];
    const [most] = [...looks].sort((a, b) => b.count - a.count);
    const key = keyOf(this.text);
    if (most === undefined || key === "") return undefined;
    const { font, size } = most.look;
    return {
      key,
      look: {
        ...(font === undefined ? {} : { font: familyOf(font) }),
        ...(size === undefined ? {} : { size }),
        bold: looks.every(({ look }) => look.bold === true),
        italic: looks.every(({ look }) => look.italic === true),
      },
    };
  }
}

class BodyLooks {
  readonly frames: PageFrame[] = [];
  readonly paragraphs: { key: string; look: BlockLook }[] = [];
  readonly #open: ParagraphLooks[] = [];
  #run: RunLook = {};
  #frame: Record<string, number> = {};
  #in: "pPr" | "rPr" | undefined;

  constructor(
    private readonly styles: Styles,
    private readonly mirrored: boolean,
  ) {}

  read(xml: string): void {
    const scanner = new XmlScanner(xml);
    while (scanner.next()) {
      if (!scanner.closing) this.#start(scanner);
      if (scanner.closing || scanner.empty) this.#end(scanner.name);
    }
  }

  #start(scanner: XmlScanner): void {
    const paragraph = this.#open.at(-1);
    switch (scanner.name) {
      case "p":
        this.#open.push(new ParagraphLooks());
        return;
      case "pPr":
        this.#in = "pPr";
        return;
      case "r":
        this.#run = { ...lookOfStyle(this.styles, paragraph?.style) };
        return;
      case "rPr":
        if (this.#in === undefined) this.#in = "rPr";
        return;
      case "del":
      case "moveFrom":
      case "Fallback":
      case "pPrChange":
      case "rPrChange":
        scanner.skip();
        return;
      case "pStyle":
        if (paragraph !== undefined) paragraph.style = scanner.attribute("val");
        return;
      case "rStyle":
        if (this.#in === "rPr") Object.assign(this.#run, this.styles.byId.get(scanner.attribute("val") ?? "")?.run);
        return;
      case "t":
        if (!scanner.empty) paragraph?.add(scanner.text(), { ...this.#run });
        return;
      case "pgSz":
      case "pgMar":
        for (const side of ["w", "h", "left", "right", "top", "bottom"]) {
          const value = scanner.rawAttribute(side);
          if (value !== undefined) this.#frame[side] = Number(value) / TWIP;
        }
        return;
      default:
        if (this.#in === "rPr") takeRunProperty(scanner, this.#run);
    }
  }

  #end(name: string): void {
    if (name === "pPr") this.#in = undefined;
    else if (name === "rPr" && this.#in === "rPr") this.#in = undefined;
    else if (name === "p") {
      const built = this.#open.pop()?.build();
      if (built !== undefined) this.paragraphs.push(built);
    } else if (name === "sectPr") {
      const { w = 0, h = 0, left = 0, right = 0, top = 0, bottom = 0 } = this.#frame;
      const mirrored = this.mirrored && w < h ? { mirrored: true as const } : {};
      this.frames.push({ width: w, height: h, left, right, top, bottom, ...mirrored });
      this.#frame = {};
    }
  }
}

/** Reads the looks of a package. */
export function readDocxLooks(parts: ReadableParts): DocxLooks {
  const main = mainDocument(parts);
  const xmlOf = (path: string | undefined): string => {
    const part = path === undefined ? undefined : parts.get(path);
    return part instanceof Uint8Array ? decodeXml(part) : (part ?? "");
  };
  const related = relationshipsOf(parts, main);
  const partOf = (type: string): string => xmlOf(related.find((link) => link.type === type)?.target);
  const styles = readStyles(partOf("styles"));
  const body = new BodyLooks(styles, /<w:mirrorMargins(?:\s*\/>|>)/u.test(textOfPart(parts, "word/settings.xml")));
  body.read(xmlOf(main));
  const spacing = [...styles.byId.values()]
    .filter(({ type }) => type === "paragraph")
    .map(({ name, spacing: values }) => ({ name, values }));
  return { frames: body.frames, paragraphs: body.paragraphs, spacing };
}

/** How far ahead a block is looked for among the paragraphs. */
const AHEAD = 60;

/** Gives a flow the looks of the file that it was read from. */
export function dressFlow(flow: Flow, looks: DocxLooks): Flow {
  let at = 0;
  const find = (text: string): BlockLook | undefined => {
    const key = keyOf(text);
    if (key === "") return undefined;
    for (let index = at; index < Math.min(looks.paragraphs.length, at + AHEAD); index++) {
      const paragraph = looks.paragraphs[index];
      if (paragraph?.key !== key) continue;
      at = index + 1;
      return paragraph.look;
    }
    return undefined;
  };
  const lookOf = (block: FlowBlock): BlockLook | undefined => {
    if (block.kind === "note") return undefined;
    if (block.kind !== "row") return find(textOfBlock(block));
    const found = block.cells.flatMap(({ text }) => find(text) ?? []);
    const [first] = found;
    if (first === undefined) return undefined;
    return { ...first, bold: found.every(({ bold }) => bold), italic: found.every(({ italic }) => italic) };
  };
  const blocks = flow.blocks.map((block): FlowBlock => {
    const { look: _look, ...bare } = block;
    const look = lookOf(block);
    return { ...bare, ...(look === undefined ? {} : { look }) } as FlowBlock;
  });
  return { ...flow, blocks, frames: { by: "declared", frames: looks.frames }, spacing: looks.spacing };
}
