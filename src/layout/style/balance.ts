/** Centred lines that are too long for their column are divided evenly, so that no word is left alone. */
import type { Component } from "../../norms/norm.js";
import { breakLines, lineText } from "../line-breaking.js";
import type { StyledParagraph } from "../styled.js";
import type { Looks, Overrides } from "./looks.js";

/** Step of the search for the narrowest width that takes no more lines, pt. */
const STEP = 4;

/**
 * Divides a text into as many lines as the column needs, all about as long.
 *
 * @param width of the column, pt
 * @returns the text itself when it fits
 */
export function balanceText(looks: Looks, component: Component, text: string, width: number): string[] {
  const paragraph = looks.line(component, text, { left: 0, right: 0, firstIndent: 0 });
  let lines = breakLines(paragraph, width);
  if (lines.length < 2) return [text];
  const count = lines.length;
  for (let narrower = width - STEP; narrower > width / 2; narrower -= STEP) {
    const tried = breakLines(paragraph, narrower);
    if (tried.length > count) break;
    lines = tried;
  }
  return lines.map(lineText);
}

/** The paragraphs of a balanced text: the space before stands above the first line, the space after below the last. */
export function balancedLines(
  looks: Looks,
  component: Component,
  text: string,
  width: number,
  overrides: Overrides = {},
): StyledParagraph[] {
  const parts = balanceText(looks, component, text, width);
  return parts.map((part, index) =>
    looks.line(component, part, {
      ...overrides,
      ...(index > 0 ? { before: 0 } : {}),
      ...(index < parts.length - 1 ? { after: 0 } : {}),
    }),
  );
}
