/** From a row of the norm to paragraphs and runs. */
import type { Presentation } from "../../model/document.js";
import type { Inline, Inlines } from "../../model/inline.js";
import { type Component, type Formatting, type Norm, rowOf } from "../../norms/norm.js";
import type { NamedStyle, RunLook, Structure, StyledInline, StyledParagraph } from "../styled.js";
import { STYLE_NAMES, styleId } from "./style-names.js";
import { mm, toTwip } from "./units.js";

/** What a paragraph may set apart from its component's look. */
export type Overrides = Partial<Omit<StyledParagraph, "kind" | "style" | "inlines">>;

/** Finds what is to be highlighted in a text, by offsets. */
export type Highlights = (text: string) => readonly { readonly start: number; readonly end: number }[];

/** Parts of texts on a yellow ground; a bound figure stays in one piece. */
function highlighted(inlines: readonly StyledInline[], highlights: Highlights): readonly StyledInline[] {
  const words = inlines.map((inline) => (inline.kind === "text" ? inline.text : ""));
  const spans = highlights(words.join(""));
  if (spans.length === 0) return inlines;
  let from = 0;
  return inlines.flatMap((inline): readonly StyledInline[] => {
    if (inline.kind !== "text") return [inline];
    const [start, { text }] = [from, inline];
    from += text.length;
    const own = spans.filter((span) => span.start < from && span.end > start);
    if (own.length === 0) return [inline];
    if (inline.binding !== undefined) return [{ ...inline, highlight: true }];
    const cuts = own.flatMap((span) => [Math.max(0, span.start - start), Math.min(text.length, span.end - start)]);
    return [0, ...cuts].flatMap((cut, index): readonly StyledInline[] => {
      const part = text.slice(cut, cuts[index] ?? text.length);
      if (part === "") return [];
      return [{ ...inline, text: part, ...(index % 2 === 1 ? { highlight: true } : {}) }];
    });
  });
}

/** Components that never stand at the foot of a page without what they head. */
const HEADINGS: ReadonlySet<Component> = new Set<Component>([
  "partMark",
  "partName",
  "sectionMark",
  "sectionName",
  "romanHeading",
  "numberHeading",
  "number2Heading",
  "number3Heading",
  "bracketHeading",
  "letterHeading",
  "plainHeading",
  "article",
]);

/** The looks of one document: its norm's rows with the author's choices, and the styles that were used. */
export class Looks {
  private readonly used = new Map<string, NamedStyle>();

  constructor(
    readonly norm: Norm,
    private readonly presentation: Presentation = {},
    private readonly highlights?: Highlights,
  ) {}

  /** Components that follow the author's choices for the body. */
  private static readonly BODY: ReadonlySet<Component> = new Set<Component>([
    "body",
    "legalBasis",
    "article",
    "romanHeading",
    "numberHeading",
    "number2Heading",
    "number3Heading",
    "bracketHeading",
    "letterHeading",
    "plainHeading",
    "partMark",
    "partName",
    "sectionMark",
    "sectionName",
    "operativeWords",
  ]);

  /** The formatting that a component is set in. */
  formatting(component: Component): Formatting {
    const { use } = rowOf(this.norm, component);
    if (!Looks.BODY.has(component)) return use;
    const { size, lineSpacing, paragraphSpacing, firstIndent } = this.presentation;
    return {
      ...use,
      size: size ?? use.size,
      line: lineSpacing === undefined ? use.line : { rule: "exact", value: lineSpacing },
      after: paragraphSpacing ?? use.after,
      firstIndent: use.firstIndent > 0 ? (firstIndent ?? use.firstIndent) : use.firstIndent,
    };
  }

  run(component: Component): RunLook {
    const { size, bold, italic, underline } = this.formatting(component);
    return {
      size,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(underline ? { underline } : {}),
    };
  }

  /** Text in a component's look, in capitals where the norm prints capitals. */
  text(component: Component, text: string, look: Partial<RunLook> = {}): StyledInline {
    const { letterCase } = this.formatting(component);
    return {
      kind: "text",
      text: letterCase === "capitals" ? text.toLocaleUpperCase("vi-VN") : text,
      ...this.run(component),
      ...look,
    };
  }

  /** Inlines of the model in a component's look; emphasis of the author comes on top. */
  inlines(component: Component, inlines: Inlines): StyledInline[] {
    const look = this.run(component);
    return inlines.map((inline) => this.inline(inline, look));
  }

  private inline(inline: Inline, look: RunLook): StyledInline {
    if (inline.kind === "noteMark") {
      return { kind: "noteMark", note: inline.note, text: this.noteMark(inline.note), ...look, superscript: true };
    }
    const { bold, italic, underline, superscript } = inline;
    return {
      kind: "text",
      text: inline.text,
      ...look,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(underline ? { underline } : {}),
      ...(superscript ? { superscript } : {}),
      ...(inline.kind === "figure" ? { binding: inline.binding } : {}),
    };
  }

  /** A footnote's mark as printed: `(1)` or `1`. */
  noteMark(note: number): string {
    return this.presentation.noteMark === "plain" ? String(note) : `(${note})`;
  }

  /** A paragraph in a component's look. */
  paragraph(component: Component, inlines: readonly StyledInline[], overrides: Overrides = {}): StyledParagraph {
    const style = this.style(component);
    return {
      kind: "paragraph",
      style: style.id,
      structure: { kind: "paragraph" } satisfies Structure,
      inlines: this.highlights === undefined ? inlines : highlighted(inlines, this.highlights),
      markSize: style.run.size,
      ...style.paragraph,
      ...overrides,
    };
  }

  /** A paragraph of one text. */
  line(component: Component, text: string, overrides: Overrides = {}): StyledParagraph {
    return this.paragraph(component, text === "" ? [] : [this.text(component, text)], overrides);
  }

  private style(component: Component): NamedStyle {
    const id = styleId(component);
    const known = this.used.get(id);
    if (known !== undefined) return known;
    const { align, firstIndent, before, after, line } = this.formatting(component);
    const style: NamedStyle = {
      id,
      name: STYLE_NAMES[component],
      run: this.run(component),
      paragraph: {
        align,
        firstIndent: mm(firstIndent),
        left: 0,
        right: 0,
        before: toTwip(before),
        after: toTwip(after),
        line,
        keepNext: HEADINGS.has(component),
        keepLines: HEADINGS.has(component),
      },
    };
    this.used.set(id, style);
    return style;
  }

  /** The named styles of the paragraphs made so far; headings with the outline levels of `levels`. */
  styles(levels: ReadonlyMap<Component, number>): NamedStyle[] {
    const levelOf = new Map([...levels].map(([component, level]) => [styleId(component), level]));
    return [...this.used.values()].map((style) => {
      const outlineLevel = levelOf.get(style.id);
      return outlineLevel === undefined ? style : { ...style, outlineLevel };
    });
  }
}
