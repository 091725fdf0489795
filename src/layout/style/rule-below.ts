/** Rules that stand below a title: drawn, not typed. */
import type { Component, RuleBelow } from "../../norms/norm.js";
import { faceOf, textWidth } from "../face.js";
import type { StyledInline, StyledParagraph } from "../styled.js";
import type { Looks } from "./looks.js";
import { toTwip } from "./units.js";

/** A drawn rule: an empty paragraph of this height with a border above; an underline would cut the dots of Ộ Ệ. */
const RULE_HEIGHT = 4;
const RULE_WEIGHT = 0.75;

/** Width of a text set on one line, pt. */
export const widthOf = (inlines: readonly StyledInline[]): number =>
  inlines.reduce(
    (sum, inline) => sum + (inline.kind === "text" ? textWidth(inline.text, faceOf(inline), inline.size) : 0),
    0,
  );

/**
 * A rule centred below a text, as long as a part of the text's own width.
 *
 * @param column width of the column that the text is centred in, pt
 */
export function ruleBelow(
  looks: Looks,
  component: Component,
  text: string,
  { fraction }: RuleBelow,
  column: number,
): StyledParagraph {
  const length = toTwip(widthOf([looks.text(component, text)]) * fraction);
  const side = toTwip(Math.max(0, (column - length) / 2));
  return looks.paragraph(component, [], {
    structure: { kind: "spacer" },
    markSize: 2,
    align: "left",
    left: side,
    right: side,
    before: 2,
    after: 0,
    line: { rule: "exact", value: RULE_HEIGHT },
    borderTop: { width: RULE_WEIGHT, space: 0 },
  });
}
