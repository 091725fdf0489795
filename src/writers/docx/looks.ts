/** Looks of runs and paragraphs as `docx` options: complete for a style, the difference for what stands in the text. */
import {
  AlignmentType,
  HighlightColor,
  type IIndentAttributesProperties,
  type IParagraphStylePropertiesOptions,
  type IRunStylePropertiesOptions,
  type ISpacingProperties,
  LineRuleType,
  UnderlineType,
} from "docx";
import type { NamedStyle, RunLook } from "../../layout/styled.js";
import { autoLine, halfPoints, twips } from "./measures.js";

/** What a named style says of its paragraphs. */
export type ParagraphLook = NamedStyle["paragraph"];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

const LINE_RULE = { exact: LineRuleType.EXACT, auto: LineRuleType.AUTO } as const;

/**
 * Properties of a run that differ from the style of its paragraph.
 * A property that the style has and the run has not is switched off by name.
 */
export function runDifference(look: RunLook, base: RunLook): IRunStylePropertiesOptions {
  const properties: Mutable<IRunStylePropertiesOptions> = {};
  if (look.size !== base.size) properties.size = halfPoints(look.size);
  if ((look.bold ?? false) !== (base.bold ?? false)) properties.bold = look.bold ?? false;
  if ((look.italic ?? false) !== (base.italic ?? false)) properties.italics = look.italic ?? false;
  if ((look.underline ?? false) !== (base.underline ?? false)) {
    properties.underline = { type: look.underline ? UnderlineType.SINGLE : UnderlineType.NONE };
  }
  if (look.color !== base.color) properties.color = look.color ?? "auto";
  if (look.highlight) properties.highlight = HighlightColor.YELLOW;
  if (look.superscript) properties.superScript = true;
  return properties;
}

/** All properties of a style's runs; what is not set is the document's default. */
export function runProperties(look: RunLook): IRunStylePropertiesOptions {
  return { ...runDifference(look, { size: look.size }), size: halfPoints(look.size) };
}

/** Line spacing always names its rule: without one, Word and LibreOffice read the value differently. */
function lineSpacing(line: ParagraphLook["line"]): Pick<ISpacingProperties, "line" | "lineRule"> {
  return {
    line: line.rule === "exact" ? twips(line.value) : autoLine(line.value),
    lineRule: LINE_RULE[line.rule],
  };
}

function firstLine(indent: number): IIndentAttributesProperties {
  return indent < 0 ? { hanging: twips(-indent) } : { firstLine: twips(indent) };
}

/** All properties of a style's paragraphs. */
export function paragraphProperties(look: ParagraphLook): IParagraphStylePropertiesOptions {
  return {
    alignment: ALIGNMENT[look.align],
    spacing: { before: twips(look.before), after: twips(look.after), ...lineSpacing(look.line) },
    indent: { left: twips(look.left), right: twips(look.right), ...firstLine(look.firstIndent) },
    ...(look.keepNext ? { keepNext: true } : {}),
    ...(look.keepLines ? { keepLines: true } : {}),
  };
}

/** Properties of a paragraph that differ from its style. */
export function paragraphDifference(look: ParagraphLook, base: ParagraphLook): IParagraphStylePropertiesOptions {
  const properties: Mutable<IParagraphStylePropertiesOptions> = {};
  if (look.align !== base.align) properties.alignment = ALIGNMENT[look.align];
  const spacing: ISpacingProperties = {
    ...(look.before === base.before ? {} : { before: twips(look.before) }),
    ...(look.after === base.after ? {} : { after: twips(look.after) }),
    ...(look.line.rule === base.line.rule && look.line.value === base.line.value ? {} : lineSpacing(look.line)),
  };
  if (Object.keys(spacing).length > 0) properties.spacing = spacing;
  const indent: IIndentAttributesProperties = {
    ...(look.left === base.left ? {} : { left: twips(look.left) }),
    ...(look.right === base.right ? {} : { right: twips(look.right) }),
    ...(look.firstIndent === base.firstIndent ? {} : firstLine(look.firstIndent)),
  };
  if (Object.keys(indent).length > 0) properties.indent = indent;
  if (look.keepNext !== base.keepNext) properties.keepNext = look.keepNext;
  if (look.keepLines !== base.keepLines) properties.keepLines = look.keepLines;
  return properties;
}
