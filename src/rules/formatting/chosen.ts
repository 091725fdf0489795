import type { Presentation } from "../../model/document.js";
import type { ObservedFormatting } from "../../norms/observed.js";

/** What the author of a draft chose of the body's look; all else is laid out by the norm. */
export function chosenFormatting(presentation: Presentation | undefined): ObservedFormatting {
  if (presentation === undefined) return { paragraphs: [] };
  const { size, lineSpacing, paragraphSpacing, firstIndent } = presentation;
  return {
    paragraphs: [
      {
        component: "body",
        field: "presentation",
        quote: "trình bày",
        formatting: {
          ...(size === undefined ? {} : { size }),
          ...(lineSpacing === undefined ? {} : { line: { rule: "exact" as const, value: lineSpacing } }),
          ...(paragraphSpacing === undefined ? {} : { after: paragraphSpacing }),
          ...(firstIndent === undefined ? {} : { firstIndent }),
        },
      },
    ],
  };
}
