/** Styles with their formatting: defaults, then the chain of styles, then what stands in the paragraph itself. */
import { XmlScanner } from "../../../xml/xml-scanner.js";
import type { ListInstance } from "../numbering.js";
import type { ParagraphLook, RunLook } from "./formatted-text.js";
import { type ParagraphProperties, type RunProperties, takeParagraphProperty, takeRunProperty } from "./properties.js";

interface Style {
  basedOn?: string;
  /** Of a table style: it draws lines between cells. */
  bordered?: boolean;
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
}

/** Word's own values where a file says nothing. */
const SIZE = 10;
const TWENTIETHS = 20;
const LINES = 240;

const ALIGNMENTS: Readonly<Record<string, ParagraphLook["align"]>> = {
  left: "left",
  start: "left",
  center: "center",
  right: "right",
  end: "right",
  both: "justify",
  distribute: "justify",
};

/** Properties that change over: bold in a character style on a bold paragraph style is not bold. */
const TOGGLES = ["bold", "italic", "capitals", "hidden"] as const;

/**
 * Fonts of a theme by the names under which runs refer to them.
 *
 * @param language of the theme, in which Word prefers the theme's own font of that script: Times New Roman for headings in
 *   Vietnamese, where the Latin font is Calibri Light
 */
export function readThemeFonts(xml: string, language = ""): ReadonlyMap<string, string> {
  const fonts = new Map<string, string>();
  const scanner = new XmlScanner(xml);
  const vietnamese = /^vi\b/iu.test(language);
  let group: "major" | "minor" | undefined;
  while (scanner.next()) {
    if (scanner.name === "majorFont") group = scanner.closing ? undefined : "major";
    else if (scanner.name === "minorFont") group = scanner.closing ? undefined : "minor";
    else if (scanner.name === "latin" && group !== undefined && !scanner.closing) {
      const name = scanner.attribute("typeface") ?? "";
      if (name !== "") for (const kind of ["Ascii", "HAnsi"]) fonts.set(`${group}${kind}`, name);
    } else if (vietnamese && group !== undefined && scanner.name === "font" && scanner.attribute("script") === "Viet") {
      const name = scanner.attribute("typeface") ?? "";
      if (name !== "") for (const kind of ["Ascii", "HAnsi"]) fonts.set(`${group}${kind}`, name);
    }
  }
  return fonts;
}

/** Whether an element of borders draws a line. */
export function drawsLine(scanner: XmlScanner): boolean {
  const value = scanner.closing ? undefined : scanner.attribute("val");
  return value !== undefined && value !== "nil" && value !== "none";
}

/** Whether borders of any kind within a piece of XML draw a line. */
function drawsLines(xml: string): boolean {
  const scanner = new XmlScanner(xml);
  let borders = false;
  while (scanner.next()) {
    if (/^(?:tblBorders|tcBorders)$/u.test(scanner.name)) borders = !scanner.closing && !scanner.empty;
    else if (borders && drawsLine(scanner)) return true;
  }
  return false;
}

/** The styles of a file. */
export class StyleSheet {
  readonly #styles = new Map<string, Style>();
  readonly #run: RunProperties = {};
  readonly #paragraph: ParagraphProperties = {};
  readonly #theme: ReadonlyMap<string, string>;
  readonly #lines = new Map<string, readonly Style[]>();
  #default: string | undefined;

  /**
   * @param xml the part `styles`
   * @param theme the part `theme`
   * @param language of the theme's fonts, as the settings name it
   */
  constructor(xml: string, theme: string, language?: string) {
    this.#theme = readThemeFonts(theme, language);
    this.#read(new XmlScanner(xml));
  }

  #read(scanner: XmlScanner): void {
    let style: Style | undefined;
    let run = this.#run;
    let paragraph = this.#paragraph;
    let inside: "rPr" | "pPr" | undefined;
    let borders = false;
    while (scanner.next()) {
      const { name, closing, empty } = scanner;
      if (name === "style" && !closing) {
        style = { run: {}, paragraph: {} };
        ({ run, paragraph } = style);
        const id = scanner.attribute("styleId") ?? "";
        this.#styles.set(id, style);
        const isDefault = scanner.attribute("default");
        if (isDefault === "1" || isDefault === "true") {
          if ((scanner.attribute("type") ?? "paragraph") === "paragraph") this.#default = id;
        }
      } else if (name === "tblStylePr" && !closing) {
        const from = scanner.end;
        scanner.skip();
        // lines of a first row or a last column alone are lines as well
        if (style !== undefined && drawsLines(scanner.xml.slice(from, scanner.start))) style.bordered = true;
      } else if (name === "tblBorders") borders = !closing && !empty;
      else if (borders && style !== undefined) style.bordered = style.bordered === true || drawsLine(scanner);
      else if (name === "basedOn" && style !== undefined) style.basedOn = scanner.attribute("val") ?? "";
      else if (name === "rPr" || name === "pPr") {
        if (closing) inside = undefined;
        else if (!empty) inside = name;
      } else if (!closing && inside === "rPr") takeRunProperty(scanner, run);
      else if (!closing && inside === "pPr") takeParagraphProperty(scanner, paragraph);
    }
  }

  /** A style and those that it is based on, the farthest first. */
  #line(id: string | undefined): readonly Style[] {
    if (id === undefined) return [];
    const known = this.#lines.get(id);
    if (known !== undefined) return known;
    const line: Style[] = [];
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      const style: Style | undefined = this.#styles.get(at);
      if (style === undefined) break;
      line.unshift(style);
      at = style.basedOn;
    }
    this.#lines.set(id, line);
    return line;
  }

  /** Whether a table style draws lines between cells. */
  isBordered(tableStyle: string): boolean {
    return this.#line(tableStyle).some(({ bordered }) => bordered === true);
  }

  /** Properties of a paragraph, its styles' included; those of the table that it stands in come before them. */
  paragraph(direct: ParagraphProperties, tableStyle?: string): ParagraphProperties {
    const line = [...this.#line(tableStyle), ...this.#line(direct.style ?? this.#default)].map(
      ({ paragraph }) => paragraph,
    );
    return Object.assign({}, this.#paragraph, ...line, direct) as ParagraphProperties;
  }

  /** How a run looks. */
  run(paragraphStyle: string | undefined, direct: RunProperties): RunLook {
    const paragraph = Object.assign({}, ...this.#line(paragraphStyle ?? this.#default).map(({ run }) => run));
    const character = Object.assign({}, ...this.#line(direct.style).map(({ run }) => run)) as RunProperties;
    const all = { ...this.#run, ...paragraph, ...character, ...direct } as RunProperties;
    // the nearest of name and theme counts, and each hides the other
    const fonts = [direct, character, paragraph as RunProperties, this.#run].find(
      ({ font, themeFont }) => font !== undefined || themeFont !== undefined,
    );
    const font = fonts?.themeFont === undefined ? fonts?.font : (this.#theme.get(fonts.themeFont) ?? fonts.font);
    const toggled = (name: (typeof TOGGLES)[number]): boolean => {
      if (direct[name] !== undefined) return direct[name];
      const styles = [(paragraph as RunProperties)[name], character[name]].filter((on) => on === true).length;
      return styles % 2 === 1 || (this.#run[name] === true && styles === 0);
    };
    return {
      size: all.size ?? SIZE,
      bold: toggled("bold"),
      italic: toggled("italic"),
      capitals: toggled("capitals"),
      hidden: toggled("hidden"),
      underline: all.underline === true,
      superscript: all.superscript === true,
      ...(all.subscript === true ? { subscript: true as const } : {}),
      ...(font === undefined ? {} : { font }),
      ...(isBlack(all.colour) ? {} : { colour: all.colour as string }),
    };
  }
}

/** The darkest greys print black. */
const DARKEST = 0x40;

/** Word's own colour, black, and what nobody tells from it; what is no colour at all counts as none. */
function isBlack(colour: string | undefined): boolean {
  const digits = /^[\dA-F]{6}$/iu.exec(colour ?? "")?.[0];
  if (digits === undefined) return true;
  return [0, 2, 4].every((at) => Number.parseInt(digits.slice(at, at + 2), 16) <= DARKEST);
}

function lineOf({ line, lineRule }: ParagraphProperties): ParagraphLook["line"] {
  if (line === undefined) return { rule: "auto", value: 1 };
  if (lineRule === "exact") return { rule: "exact", value: line / TWENTIETHS };
  if (lineRule === "atLeast") return { rule: "least", value: line / TWENTIETHS };
  return { rule: "auto", value: line / LINES };
}

/** Indents of a list level stand behind those that a style says and before those of the paragraph itself. */
function indentsOf(all: ParagraphProperties, direct: ParagraphProperties, list: ListInstance | undefined) {
  const level = list?.levels.get(all.listLevel ?? 0);
  const indent = list?.overrides.get(all.listLevel ?? 0)?.level?.indent ?? level?.indent;
  return {
    left: direct.left ?? indent?.left ?? all.left ?? 0,
    right: all.right ?? 0,
    firstIndent: direct.firstIndent ?? indent?.firstIndent ?? all.firstIndent ?? 0,
  };
}

/**
 * How far two such paragraphs stand from each other. Word and LibreOffice take the larger of the two lengths, unless a
 * setting says that they are added, and none between paragraphs of a style that wants none.
 */
function betweenOf({ before = 0, after = 0, contextual }: ParagraphProperties, added: boolean): number {
  if (contextual === true) return 0;
  return added ? before + after : Math.max(before, after);
}

/**
 * How a paragraph stands.
 *
 * @param all its properties with those of its styles
 * @param direct those of its own
 * @param list the automatic list that it belongs to
 * @param addsSpacing lengths below a paragraph and above the next are added
 */
export function paragraphLook(
  all: ParagraphProperties,
  direct: ParagraphProperties,
  list: ListInstance | undefined,
  addsSpacing: boolean,
): ParagraphLook {
  return {
    align: ALIGNMENTS[all.frameAlign ?? all.align ?? "left"] ?? "left",
    ...indentsOf(all, direct, list),
    before: all.before ?? 0,
    after: all.after ?? 0,
    between: betweenOf(all, addsSpacing),
    line: lineOf(all),
  };
}
