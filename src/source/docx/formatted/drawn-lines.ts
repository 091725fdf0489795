/** Horizontal lines among the drawings of a Word file: DrawingML and VML, free or in the text. */
import type { XmlScanner } from "../../../xml/xml-scanner.js";
import type { DrawnLine, Stroke } from "./formatted-text.js";

/** English Metric Units in a point. */
const EMU = 12700;
/** Ready-made shapes that are a line. */
const LINE_SHAPES = /^(?:line|lineInv|straightConnector1)$/u;
const VML_LINES = /_x0000_t(?:20|32)$/u;
/** What is less high is a line, whatever its shape, pt. */
const THIN = 3;
/** What is shorter is nothing that a reader sees as a line, pt. */
const SHORTEST = 8;
/** Drawings that hold others at places of their own. */
const GROUPS = new Set(["wgp", "wpc", "group"]);

const BROKEN = /dash|dot/iu;

/** The stroke of a border element; undefined where it draws nothing, or white on white. */
export function borderStroke(scanner: XmlScanner): Stroke | undefined {
  const value = scanner.attribute("val");
  if (value === undefined || value === "nil" || value === "none") return undefined;
  if (/^f{6}$/iu.test(scanner.attribute("color") ?? "")) return undefined;
  if (BROKEN.test(value)) return "broken";
  return /double|triple|thick|thin/iu.test(value) ? "double" : "solid";
}

/** What lines are added to. */
export interface LineHolder {
  readonly shapes: DrawnLine[];
  unknownDrawings: number;
}

interface Drawing {
  width: number;
  height: number;
  left: number | undefined;
  from: DrawnLine["from"];
  inColumn: boolean;
  top: number | undefined;
  shape: string | undefined;
  stroke: Stroke;
  invisible: boolean;
  /** A picture, a chart or a group: no single line. */
  other: boolean;
}

/** Lengths of VML and CSS in pt; a number alone is a pixel in a style and a point of the drawing in `from`. */
const UNITS: Readonly<Record<string, number>> = {
  pt: 1,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  px: 0.75,
  pc: 12,
  "": 1,
};

function readLength(text: string | undefined): number | undefined {
  const match = /^\s*(-?\d*\.?\d+)\s*(pt|in|cm|mm|px|pc|)\s*$/u.exec(text ?? "");
  return match === null ? undefined : Number(match[1]) * (UNITS[match[2] ?? ""] ?? 1);
}

const readStyle = (style: string): ReadonlyMap<string, string> =>
  new Map(
    style.split(";").flatMap((one) => {
      const at = one.indexOf(":");
      return at === -1 ? [] : [[one.slice(0, at).trim(), one.slice(at + 1).trim()] as const];
    }),
  );

/** A length in EMU as pt; absent when it is no number. */
function readEmu(value: string | undefined): number | undefined {
  const number = Number(value);
  return value === undefined || value === "" || !Number.isFinite(number) ? undefined : number / EMU;
}

/** Finds lines while a story is read: one drawing may hold text boxes with drawings of their own. */
export class LineFinder {
  readonly #open: Drawing[] = [];
  #groups = 0;
  /** The last line of VML: its stroke follows in a child. */
  #last: { readonly holder: LineHolder; readonly at: number } | undefined;

  /** Takes an element that begins; true where it is told of no further. */
  start(scanner: XmlScanner, holder: LineHolder): boolean {
    const { name } = scanner;
    if (name === "anchor" || name === "inline") {
      this.#open.push({ ...NONE(), ...(name === "inline" ? { inColumn: true, top: 0 } : {}) });
      return true;
    }
    if (GROUPS.has(name)) {
      this.#groups += 1;
      const drawing = this.#open.at(-1);
      if (drawing === undefined) holder.unknownDrawings += 1;
      else drawing.other = true;
      return true;
    }
    const drawing = this.#open.at(-1);
    return drawing === undefined ? this.#startVml(scanner, holder) : takeDrawing(scanner, drawing);
  }

  /** Takes an element that ends. */
  end(name: string, holder: LineHolder | undefined): boolean {
    if (GROUPS.has(name)) {
      this.#groups = Math.max(0, this.#groups - 1);
      return true;
    }
    if (name !== "anchor" && name !== "inline") return false;
    const drawing = this.#open.pop();
    if (drawing === undefined || holder === undefined) return true;
    if (drawing.other) holder.unknownDrawings += 1;
    else place(drawing, holder);
    return true;
  }

  #startVml(scanner: XmlScanner, holder: LineHolder): boolean {
    const { name } = scanner;
    if (name === "stroke") {
      const dash = scanner.rawAttribute("dashstyle");
      const last = this.#last;
      const line = last?.holder.shapes[last.at];
      if (last !== undefined && line !== undefined && dash !== undefined && dash !== "solid")
        last.holder.shapes[last.at] = { ...line, stroke: "broken" };
      return line !== undefined;
    }
    const style = readStyle(scanner.attribute("style") ?? "");
    const from = scanner.rawAttribute("from")?.split(",");
    const drawing = NONE();
    if (name === "line" && from !== undefined) {
      const [x1, y1, x2, y2] = [...from, ...(scanner.rawAttribute("to")?.split(",") ?? [])].map(readLength);
      drawing.shape = "line";
      drawing.width = Math.abs((x2 ?? 0) - (x1 ?? 0));
      drawing.height = Math.abs((y2 ?? 0) - (y1 ?? 0));
      drawing.left = Math.min(x1 ?? 0, x2 ?? 0);
      drawing.top = Math.min(y1 ?? 0, y2 ?? 0);
    } else if (name === "shape" && VML_LINES.test(scanner.rawAttribute("type") ?? "")) {
      drawing.shape = "line";
      drawing.width = readLength(style.get("width")) ?? 0;
      drawing.height = readLength(style.get("height")) ?? 0;
      drawing.left = readLength(style.get("margin-left"));
      drawing.top = readLength(style.get("margin-top"));
    } else if (name === "rect" && scanner.rawAttribute("hr") !== undefined) {
      // Word's own rule across the text, or across a part of it that is not said in points
      holder.shapes.push({ kind: "shape", stroke: "solid", inColumn: true, top: 0 });
      return true;
    } else if (name === "rect" && (readLength(style.get("height")) ?? Number.POSITIVE_INFINITY) <= THIN) {
      drawing.shape = "line";
      drawing.width = readLength(style.get("width")) ?? 0;
      drawing.left = readLength(style.get("margin-left"));
      drawing.top = readLength(style.get("margin-top"));
    } else if (/^(?:curve|polyline|arc|roundrect|oval)$/u.test(name) && style.size > 0) {
      holder.unknownDrawings += 1;
      return true;
    } else return false;
    placeByStyle(drawing, style);
    if (this.#groups > 0) return true;
    this.#last = { holder, at: holder.shapes.length };
    place(drawing, holder);
    return true;
  }
}

const NONE = (): Drawing => ({
  width: 0,
  height: 0,
  left: undefined,
  from: "column",
  inColumn: false,
  top: undefined,
  shape: undefined,
  stroke: "solid",
  invisible: false,
  other: false,
});

/** Where a style of VML places a drawing; `text` is the column across and the paragraph downwards. */
function placeByStyle(drawing: Drawing, style: ReadonlyMap<string, string>): void {
  if (!/absolute/u.test(style.get("position") ?? "")) {
    Object.assign(drawing, { inColumn: true, left: undefined, top: 0 });
    return;
  }
  const across = style.get("mso-position-horizontal-relative") ?? "text";
  const down = style.get("mso-position-vertical-relative") ?? "text";
  const aligned = /left|right|center/u.exec(style.get("mso-position-horizontal") ?? "")?.[0];
  if (across === "margin" || across === "page") drawing.from = across;
  if (aligned !== undefined || !["text", "margin", "page"].includes(across)) drawing.left = undefined;
  drawing.inColumn = aligned === "center" && across === "text";
  if (down !== "text") drawing.top = undefined;
}

/** Text of an element that was just met, the scanner then behind it. */
function innerOf(scanner: XmlScanner): string {
  if (scanner.empty) return "";
  const from = scanner.end;
  scanner.skip();
  return scanner.xml.slice(from, scanner.start);
}

function takeDrawing(scanner: XmlScanner, drawing: Drawing): boolean {
  switch (scanner.name) {
    case "extent":
      drawing.width = readEmu(scanner.rawAttribute("cx")) ?? 0;
      drawing.height = readEmu(scanner.rawAttribute("cy")) ?? 0;
      return true;
    case "positionH":
    case "positionV": {
      const horizontal = scanner.name === "positionH";
      const from = scanner.rawAttribute("relativeFrom");
      const inner = innerOf(scanner);
      const offset = readEmu(/posOffset>\s*(-?\d+)/u.exec(inner)?.[1]);
      if (horizontal && (from === "column" || from === "margin" || from === "page")) {
        drawing.from = from;
        drawing.left = offset;
        drawing.inColumn = from === "column" && /align>\s*center/u.test(inner);
      }
      if (!horizontal && (from === "paragraph" || from === "line")) drawing.top = offset;
      return true;
    }
    case "prstGeom":
      drawing.shape ??= scanner.rawAttribute("prst");
      return true;
    case "custGeom":
      drawing.shape ??= "free";
      return true;
    case "ln": {
      const inner = innerOf(scanner);
      if (/noFill/u.test(inner)) drawing.invisible = true;
      const dash = /prstDash[^>]*\bval="(\w+)"/u.exec(inner)?.[1];
      if ((dash !== undefined && dash !== "solid") || /custDash/u.test(inner)) drawing.stroke = "broken";
      if (/^(?:dbl|thickThin|thinThick|tri)$/u.test(scanner.rawAttribute("cmpd") ?? "")) drawing.stroke = "double";
      return true;
    }
    case "txbxContent":
      // a text box is a text box, however low
      drawing.invisible = true;
      return false;
    default:
      return false;
  }
}

/** A line, if it is one that lies and can be seen. */
function place(drawing: Drawing, holder: LineHolder): void {
  const { width, height, left, from = "column", inColumn, top, shape, stroke, invisible } = drawing;
  if (invisible || shape === undefined) return;
  const isLine = LINE_SHAPES.test(shape);
  if (!isLine && height > THIN) {
    if (shape === "free") holder.unknownDrawings += 1;
    return;
  }
  if (width < SHORTEST || height > Math.max(THIN, width / 10)) return;
  holder.shapes.push({
    kind: "shape",
    stroke,
    length: width,
    ...(left === undefined ? {} : { left, from }),
    ...(inColumn ? { inColumn: true as const } : {}),
    ...(top === undefined ? {} : { top }),
  });
}
