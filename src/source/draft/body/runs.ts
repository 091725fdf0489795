import type { Emphasis, Figure, Inline, Inlines } from "../../../model/inline.js";
import { cleanText } from "../text/characters.js";

/** The properties of emphasis, in the order in which they are written. */
export const LOOKS = ["bold", "italic", "underline", "superscript"] as const;
export type Look = (typeof LOOKS)[number];

/** Only the emphasis of an inline or a mark. */
export function lookOf(part: Emphasis): Emphasis {
  const look: Emphasis = {};
  for (const name of LOOKS) if (part[name]) look[name] = true;
  return look;
}

/** The same emphasis. */
export function sameLook(a: Emphasis, b: Emphasis): boolean {
  return LOOKS.every((name) => a[name] === b[name]);
}

/** Gathers inlines; neighbouring runs of one look become one run. */
export class RunCollector {
  private readonly paragraphs: Inline[][] = [[]];

  addText(text: string, look: Emphasis): void {
    const paragraph = this.paragraphs.at(-1) ?? [];
    const last = paragraph.at(-1);
    if (last?.kind === "text" && sameLook(last, look)) last.text += text;
    else paragraph.push({ kind: "text", text, ...lookOf(look) });
  }

  addNote(note: number): void {
    this.paragraphs.at(-1)?.push({ kind: "noteMark", note });
  }

  addFigure(text: string, binding: string, look: Emphasis): Figure {
    const figure: Figure = { kind: "figure", text: cleanText(text), binding, ...lookOf(look) };
    this.paragraphs.at(-1)?.push(figure);
    return figure;
  }

  /** Begins the next paragraph of a cell. */
  breakParagraph(): void {
    this.paragraphs.push([]);
  }

  /** The paragraphs, their text in NFC and without line breaks. */
  finish(): Inlines[] {
    return this.paragraphs.map((paragraph) =>
      paragraph
        .map((inline) => (inline.kind === "text" ? { ...inline, text: cleanText(inline.text) } : inline))
        .filter((inline) => inline.kind !== "text" || inline.text !== ""),
    );
  }
}

/** The words of inlines, without note marks. */
export function plainText(inlines: Inlines): string {
  return inlines.map((inline) => (inline.kind === "noteMark" ? "" : inline.text)).join("");
}

/**
 * The words of inlines as far as they can mean more than themselves, a label or words of enactment: not where a
 * figure or a note mark comes first, or any figure is among them.
 */
export function tellingWords(inlines: Inlines): string {
  const [first] = inlines;
  return first?.kind === "text" && inlines.every(({ kind }) => kind !== "figure") ? plainText(inlines) : "";
}
