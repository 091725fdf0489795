/** Properties of runs and paragraphs as one place declares them; what is not said is absent. */
import type { XmlScanner } from "../../../xml/xml-scanner.js";
import { readLevel } from "../numbering.js";
import { readOutlineLevel } from "../styles.js";
import { borderStroke } from "./drawn-lines.js";
import type { Stroke } from "./formatted-text.js";

export interface RunProperties {
  style?: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  superscript?: boolean;
  subscript?: boolean;
  capitals?: boolean;
  hidden?: boolean;
  /** Six hexadecimal digits, or `auto`. */
  colour?: string;
  font?: string;
  /** Font of the theme, instead of a name: `minorHAnsi`. */
  themeFont?: string;
}

export interface ParagraphProperties {
  style?: string;
  align?: string;
  left?: number;
  right?: number;
  firstIndent?: number;
  before?: number;
  after?: number;
  line?: number;
  lineRule?: string;
  contextual?: boolean;
  outlineLevel?: number;
  numId?: string;
  listLevel?: number;
  /** Borders; "none" takes that of a style away. */
  borderAbove?: Stroke | "none";
  borderBelow?: Stroke | "none";
  /** A border at the left or the right as well makes a frame. */
  framed?: boolean;
  pageBreakBefore?: boolean;
  /** Of a paragraph in a frame: where the frame stands across. */
  frameAlign?: string;
}

const TWIPS = 20;
/** Whether an on-off value says off. */
export const isOff = (value: string | undefined): boolean => value === "0" || value === "false" || value === "off";

/** A length in twips as pt; absent when it is no number. */
export function readTwips(value: string | undefined): number | undefined {
  const number = Number(value);
  return value === undefined || value === "" || !Number.isFinite(number) ? undefined : number / TWIPS;
}

/** Takes an element inside `rPr`. */
export function takeRunProperty(scanner: XmlScanner, into: RunProperties): void {
  const value = (): string | undefined => scanner.attribute("val");
  switch (scanner.name) {
    case "rStyle":
      into.style = value() ?? "";
      return;
    case "sz": {
      const size = Number(value());
      if (Number.isFinite(size) && size > 0) into.size = size / 2;
      return;
    }
    case "b":
      into.bold = !isOff(value());
      return;
    case "i":
      into.italic = !isOff(value());
      return;
    case "u":
      into.underline = value() !== undefined && value() !== "none";
      return;
    case "color":
      into.colour = value() ?? "auto";
      return;
    case "caps":
      into.capitals = !isOff(value());
      return;
    case "vanish":
      into.hidden = !isOff(value());
      return;
    case "vertAlign":
      into.superscript = value() === "superscript";
      into.subscript = value() === "subscript";
      return;
    case "rFonts": {
      const name = scanner.attribute("hAnsi") ?? scanner.attribute("ascii");
      const theme = scanner.attribute("hAnsiTheme") ?? scanner.attribute("asciiTheme");
      if (theme !== undefined) into.themeFont = theme;
      else if (name !== undefined) {
        into.font = name;
        delete into.themeFont;
      }
    }
  }
}

/** Word's automatic space above and below paragraphs that came from web pages, pt. */
const AUTO_SPACE = 14;

function takeSpacing(scanner: XmlScanner, into: ParagraphProperties): void {
  const before = readTwips(scanner.attribute("before"));
  const after = readTwips(scanner.attribute("after"));
  if (before !== undefined) into.before = before;
  if (after !== undefined) into.after = after;
  const automatic = (name: string): boolean => {
    const value = scanner.attribute(name);
    return value !== undefined && !isOff(value);
  };
  if (automatic("beforeAutospacing")) into.before = AUTO_SPACE;
  if (automatic("afterAutospacing")) into.after = AUTO_SPACE;
  const line = Number(scanner.attribute("line"));
  if (scanner.attribute("line") !== undefined && Number.isFinite(line)) {
    into.line = line;
    into.lineRule = scanner.attribute("lineRule") ?? "auto";
  }
}

function takeIndent(scanner: XmlScanner, into: ParagraphProperties): void {
  const left = readTwips(scanner.attribute("left") ?? scanner.attribute("start"));
  const right = readTwips(scanner.attribute("right") ?? scanner.attribute("end"));
  const first = readTwips(scanner.attribute("firstLine"));
  const hanging = readTwips(scanner.attribute("hanging"));
  if (left !== undefined) into.left = left;
  if (right !== undefined) into.right = right;
  if (hanging !== undefined) into.firstIndent = -hanging;
  else if (first !== undefined) into.firstIndent = first;
}

/** Takes an element inside `pPr`; what stands in its own `rPr` or `sectPr` is the caller's. */
export function takeParagraphProperty(scanner: XmlScanner, into: ParagraphProperties): void {
  const value = (): string | undefined => scanner.attribute("val");
  switch (scanner.name) {
    case "pStyle":
      into.style = value() ?? "";
      return;
    case "jc":
      into.align = value() ?? "left";
      return;
    case "spacing":
      takeSpacing(scanner, into);
      return;
    case "ind":
      takeIndent(scanner, into);
      return;
    case "framePr": {
      const across = scanner.attribute("xAlign");
      if (across !== undefined) into.frameAlign = across;
      return;
    }
    case "contextualSpacing":
      into.contextual = !isOff(value());
      return;
    case "outlineLvl":
      into.outlineLevel = readOutlineLevel(value()) ?? 0;
      return;
    case "numId":
      into.numId = value() ?? "0";
      return;
    case "ilvl": {
      const level = readLevel(value());
      if (level !== undefined) into.listLevel = level;
      return;
    }
    case "top":
      into.borderAbove = borderStroke(scanner) ?? "none";
      return;
    case "bottom":
      into.borderBelow = borderStroke(scanner) ?? "none";
      return;
    case "left":
    case "right":
      into.framed = borderStroke(scanner) !== undefined;
      return;
    case "pageBreakBefore":
      into.pageBreakBefore = !isOff(value());
  }
}
