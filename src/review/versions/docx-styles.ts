/** What styles of a Word file declare, and what a paragraph or run has by them. Lengths in pt. */
import type { XmlScanner } from "../../xml/xml-scanner.js";
import { XmlScanner as Scanner } from "../../xml/xml-scanner.js";

/** What may be set on a run, or by a style; absent is inherited. */
export interface RunLook {
  font?: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  /** RGB, six digits. */
  colour?: string;
}

/** What may be set on a paragraph, or by a style; absent is inherited. */
export interface ParagraphFormat {
  align?: string;
  left?: number;
  right?: number;
  /** Against `left`; negative when it hangs. */
  firstIndent?: number;
  before?: number;
  after?: number;
  /** `auto 1.5`, `exact 18`, `atLeast 18`. */
  line?: string;
  breakBefore?: boolean;
  /** Its indents are those of its number. */
  numbered?: boolean;
}

/** Which borders of a table are drawn; absent is inherited. */
export interface BorderFormat {
  outer?: boolean;
  inner?: boolean;
}

interface StyleEntry {
  basedOn?: string;
  readonly run: RunLook;
  readonly paragraph: ParagraphFormat;
  readonly borders: BorderFormat;
}

/** What a style comes to, with those that it is based on. */
export type ResolvedStyle = Required<Omit<StyleEntry, "basedOn">>;

export interface Styles {
  /** Styles that were asked for. */
  readonly resolved: Map<string | undefined, ResolvedStyle>;
  readonly defaults: StyleEntry;
  readonly byId: ReadonlyMap<string, StyleEntry>;
  /** The style of paragraphs that name none. */
  readonly normal?: string;
}

const TWIP = 20;
const LINE = 240;
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !/^(?:0|false|off|none)$/u.test(value);

/** Takes a property of a run. */
export function takeRunProperty(scanner: XmlScanner, look: RunLook): void {
  const value = scanner.attribute("val");
  switch (scanner.name) {
    case "sz":
      if (value !== undefined) look.size = Number(value) / 2;
      break;
    case "b":
      look.bold = isOn(value);
      break;
    case "i":
      look.italic = isOn(value);
      break;
    case "u":
      look.underline = value !== undefined && value !== "none";
      break;
    case "strike":
    case "dstrike":
      look.strike = isOn(value);
      break;
    case "color":
      look.colour = value === undefined || value === "auto" ? "000000" : value.toUpperCase();
      break;
    case "rFonts": {
      const font = scanner.attribute("ascii") ?? scanner.attribute("hAnsi");
      if (font !== undefined) look.font = font;
    }
  }
}

const ALIGNMENTS: Readonly<Record<string, string>> = { start: "left", end: "right", distribute: "both" };

function takeIndents(scanner: XmlScanner, format: ParagraphFormat): void {
  const points = (...names: readonly string[]): number | undefined => {
    const value = names.map((name) => scanner.rawAttribute(name)).find((one) => one !== undefined);
    return value === undefined || !Number.isFinite(Number(value)) ? undefined : Number(value) / TWIP;
  };
  const [left, right] = [points("left", "start"), points("right", "end")];
  const [first, hanging] = [points("firstLine"), points("hanging")];
  if (left !== undefined) format.left = left;
  if (right !== undefined) format.right = right;
  if (first !== undefined) format.firstIndent = first;
  if (hanging !== undefined && hanging !== 0) format.firstIndent = -hanging;
}

function takeSpacing(scanner: XmlScanner, format: ParagraphFormat): void {
  const [before, after, line] = ["before", "after", "line"].map((name) => scanner.rawAttribute(name));
  if (before !== undefined) format.before = Number(before) / TWIP;
  if (after !== undefined) format.after = Number(after) / TWIP;
  if (line === undefined) return;
  const rule = scanner.rawAttribute("lineRule") ?? "auto";
  format.line = `${rule} ${Math.round((100 * Number(line)) / (rule === "auto" ? LINE : TWIP)) / 100}`;
}

/** Takes a property of a paragraph. */
export function takeParagraphProperty(scanner: XmlScanner, format: ParagraphFormat): void {
  const value = scanner.rawAttribute("val");
  if (scanner.name === "jc") format.align = ALIGNMENTS[value ?? ""] ?? value ?? "left";
  else if (scanner.name === "ind") takeIndents(scanner, format);
  else if (scanner.name === "spacing") takeSpacing(scanner, format);
  else if (scanner.name === "pageBreakBefore") format.breakBefore = isOn(value);
  else if (scanner.name === "numId") format.numbered = value !== "0";
}

const OUTER = new Set(["top", "bottom", "left", "right", "start", "end"]);
const INNER = new Set(["insideH", "insideV"]);

/** Takes a side of a table's or cell's borders. @param ofCell a cell's own sides lie inside the table as well */
export function takeBorder(scanner: XmlScanner, borders: BorderFormat, ofCell: boolean): void {
  const drawn = !/^(?:nil|none)$/u.test(scanner.rawAttribute("val") ?? "nil");
  if (OUTER.has(scanner.name)) borders.outer = borders.outer === true || drawn;
  if (INNER.has(scanner.name) || (ofCell && OUTER.has(scanner.name))) borders.inner = borders.inner === true || drawn;
}

const newEntry = (): StyleEntry => ({ run: {}, paragraph: {}, borders: {} });

/** Reads the part of styles. */
export function readStyles(xml: string): Styles {
  const scanner = new Scanner(xml);
  const defaults = newEntry();
  const byId = new Map<string, StyleEntry>();
  let entry = defaults;
  let normal: string | undefined;
  let within: "rPr" | "pPr" | "tblBorders" | undefined;
  while (scanner.next()) {
    const { name, closing, empty } = scanner;
    if (name === "style") {
      entry = closing ? defaults : newEntry();
      if (closing) continue;
      const id = scanner.attribute("styleId") ?? "";
      byId.set(id, entry);
      const isDefault = scanner.rawAttribute("default");
      if (scanner.rawAttribute("type") === "paragraph" && isDefault !== undefined && isOn(isDefault)) normal = id;
      // looks of the first row and the like hold for a part of the table only
    } else if (name === "tblStylePr" && !closing) scanner.skip();
    else if (name === "rPr" || name === "pPr" || name === "tblBorders") within = closing || empty ? undefined : name;
    else if (closing) continue;
    else if (within === "rPr") takeRunProperty(scanner, entry.run);
    else if (within === "pPr") takeParagraphProperty(scanner, entry.paragraph);
    else if (within === "tblBorders") takeBorder(scanner, entry.borders, false);
    else if (name === "basedOn" && entry !== defaults) entry.basedOn = scanner.attribute("val") ?? "";
  }
  return { resolved: new Map(), defaults, byId, ...(normal === undefined ? {} : { normal }) };
}

/** Deeper chains of styles than Word allows are loops. */
const DEEPEST = 12;

/** What a style declares with those that it is based on; without the file's defaults. */
export function resolveStyle({ byId, resolved }: Styles, id: string | undefined): ResolvedStyle {
  const known = resolved.get(id);
  if (known !== undefined) return known;
  const chain: StyleEntry[] = [];
  for (let at = id, depth = 0; at !== undefined && depth < DEEPEST; depth++) {
    const entry = byId.get(at);
    if (entry === undefined) break;
    chain.push(entry);
    at = entry.basedOn;
  }
  chain.reverse();
  const style: ResolvedStyle = {
    run: Object.assign({}, ...chain.map(({ run }) => run)) as RunLook,
    paragraph: Object.assign({}, ...chain.map(({ paragraph }) => paragraph)) as ParagraphFormat,
    borders: Object.assign({}, ...chain.map(({ borders }) => borders)) as BorderFormat,
  };
  resolved.set(id, style);
  return style;
}
