/** Reads a Word file from outside with its formatting. */
import { XmlScanner } from "../../../xml/xml-scanner.js";
import { ListCounter } from "../list-counter.js";
import { readNumbering } from "../numbering.js";
import { DOCX_LIMITS, type DocxLimits, type DocxPackage, openPackage } from "../open-package.js";
import { readStyles } from "../styles.js";
import type { DocxFault } from "../text.js";
import type { FormattedParagraph, FormattedSection, FormattedText, Markup } from "./formatted-text.js";
import { flatten } from "./frames.js";
import type { SectionMark } from "./open-story.js";
import { isOff, readTwips } from "./properties.js";
import { type FormattedContext, readFormattedStory } from "./story-reader.js";
import { StyleSheet } from "./style-sheet.js";

/** Texts in a code from before Unicode: how much, and an example. */
export interface LegacyText {
  readonly code: string;
  readonly readable: boolean;
  readonly runs: number;
  readonly example: string;
}

export interface FormattedReading {
  readonly text: FormattedText;
  readonly legacy: readonly LegacyText[];
}

/** Pieces of a part that hold one note or comment each, by id; separators left out. */
function* piecesOf(xml: string, kind: string): Generator<{ id: string; inner: string }> {
  const scanner = new XmlScanner(xml);
  while (scanner.next()) {
    if (scanner.name !== kind || scanner.closing || scanner.empty) continue;
    const id = scanner.rawAttribute("id") ?? "";
    const type = scanner.rawAttribute("type");
    const from = scanner.end;
    scanner.skip();
    if (type !== undefined && type !== "normal") continue;
    yield { id, inner: xml.slice(from, scanner.start) };
  }
}

function readComments(xml: string): FormattedContext["comments"] {
  const comments = new Map<string, { text: string; author?: string }>();
  const scanner = new XmlScanner(xml);
  let open: { text: string; author?: string } | undefined;
  while (scanner.next()) {
    if (scanner.name === "comment" && !scanner.closing) {
      const author = scanner.attribute("author");
      open = { text: "", ...(author === undefined ? {} : { author }) };
      comments.set(scanner.rawAttribute("id") ?? "", open);
    } else if (open !== undefined && !scanner.closing && scanner.name === "t") open.text += scanner.text();
    else if (open !== undefined && scanner.closing && scanner.name === "p") open.text += " ";
  }
  return comments;
}

function storyParagraphs(xml: string, context: FormattedContext): readonly FormattedParagraph[] {
  const { blocks } = readFormattedStory(xml, { ...context, counter: new ListCounter(context.lists), paged: false });
  return blocks.flatMap(flatten);
}

function readSection(mark: SectionMark, opened: DocxPackage, context: FormattedContext): FormattedSection {
  const scanner = new XmlScanner(mark.xml);
  const section = {
    end: mark.end,
    width: 0,
    height: 0,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    headerFromTop: 0,
    columns: 1,
    titlePage: false,
    firstPageNumber: undefined as number | undefined,
  };
  const furniture: Record<"headers" | "footers", FormattedParagraph[]> = { headers: [], footers: [] };
  const byPages = new Map<string, { headers?: FormattedParagraph[]; footers?: FormattedParagraph[] }>();
  const pt = (name: string): number => readTwips(scanner.rawAttribute(name)) ?? 0;
  while (scanner.next()) {
    if (scanner.closing) continue;
    if (scanner.name === "pgSz") Object.assign(section, { width: pt("w"), height: pt("h") });
    else if (scanner.name === "pgMar") {
      const gutter = pt("gutter");
      section.margins = {
        top: Math.abs(pt("top")),
        bottom: Math.abs(pt("bottom")),
        left: pt("left") + gutter,
        right: pt("right"),
      };
      section.headerFromTop = pt("header");
    } else if (scanner.name === "cols") section.columns = Number(scanner.rawAttribute("num")) || 1;
    else if (scanner.name === "titlePg") section.titlePage = !isOff(scanner.rawAttribute("val"));
    else if (scanner.name === "pgNumType") {
      const start = scanner.rawAttribute("start");
      if (start !== undefined && /^\d{1,5}$/u.test(start)) section.firstPageNumber = Number(start);
    } else if (scanner.name === "headerReference" || scanner.name === "footerReference") {
      const kind = scanner.name === "headerReference" ? "headers" : "footers";
      const paragraphs = storyParagraphs(opened.partById(scanner.rawAttribute("id") ?? ""), context);
      furniture[kind].push(...paragraphs);
      const pages = scanner.rawAttribute("type") ?? "default";
      byPages.set(pages, { ...byPages.get(pages), [kind]: paragraphs });
    }
  }
  const { firstPageNumber, ...pages } = section;
  const usual = byPages.get("default") ?? {};
  const firstPage = section.titlePage ? (byPages.get("first") ?? { headers: [], footers: [] }) : usual;
  return {
    ...{ ...pages, ...furniture, firstPage, otherPages: usual },
    ...(firstPageNumber === undefined ? {} : { firstPageNumber }),
  };
}

function isSet(settings: string, name: string): boolean {
  const scanner = new XmlScanner(settings);
  while (scanner.next()) if (scanner.name === name) return !isOff(scanner.rawAttribute("val"));
  return false;
}

/** The language for which the fonts of the theme are chosen. */
function themeLanguage(settings: string): string | undefined {
  const scanner = new XmlScanner(settings);
  while (scanner.next()) if (scanner.name === "themeFontLang") return scanner.attribute("val");
  return undefined;
}

class LegacyLog {
  readonly #texts = new Map<string, { code: string; readable: boolean; runs: number; example: string }>();

  readonly note = (code: string, readable: boolean, text: string): void => {
    const known = this.#texts.get(code);
    if (known === undefined) this.#texts.set(code, { code, readable, runs: 1, example: text.trim().slice(0, 40) });
    else known.runs += 1;
  };

  get texts(): readonly LegacyText[] {
    return [...this.#texts.values()];
  }
}

function readOpened(opened: DocxPackage, limits: DocxLimits): FormattedReading | DocxFault {
  const styleNames = readStyles(opened.partOf("styles"));
  const lists = readNumbering(opened.partOf("numbering"), styleNames);
  const settings = opened.partOf("settings");
  const legacy = new LegacyLog();
  const hidden: Markup[] = [];
  const context: FormattedContext = {
    styles: new StyleSheet(opened.partOf("styles"), opened.partOf("theme"), themeLanguage(opened.partOf("settings"))),
    styleNames,
    lists,
    addsSpacing: isSet(settings, "doNotUseHTMLParagraphAutoSpacing"),
    counter: new ListCounter(lists),
    legacy: legacy.note,
    hidden: (text, paragraph) => hidden.push({ kind: "hidden", text: text.trim(), paragraph }),
    comments: readComments(opened.partOf("comments")),
    paged: opened.main.includes("lastRenderedPageBreak"),
    mostParagraphs: limits.paragraphs,
  };
  const story = readFormattedStory(opened.main, context);
  if (story.excess !== undefined) return story.excess === "tooLong" ? "tooLong" : "bomb";
  const notes = new Map<string, readonly FormattedParagraph[]>();
  for (const kind of ["footnote", "endnote"]) {
    for (const { id, inner } of piecesOf(opened.partOf(`${kind}s`), kind))
      notes.set(`${kind}/${id}`, storyParagraphs(inner, context));
  }
  const sections = story.sections.map((mark) => readSection(mark, opened, context));
  const macros = opened.archive.names.some((name) => /(?:^|\/)vbaProject\.bin$/iu.test(name));
  const text: FormattedText = {
    blocks: story.blocks,
    sections,
    notes,
    markup: [...story.markup, ...hidden],
    mirrored: isSet(settings, "mirrorMargins"),
    macros,
  };
  return { text, legacy: legacy.texts };
}

/**
 * Reads paragraphs, tables, notes and pages of a Word file with their formatting. Never throws.
 *
 * @param bytes any file at all
 * @returns the text, or why there is none
 */
export function readFormatted(bytes: Uint8Array, limits: DocxLimits = DOCX_LIMITS): FormattedReading | DocxFault {
  const opened = openPackage(bytes, limits);
  return typeof opened === "string" ? opened : readOpened(opened, limits);
}
