/** Blocks of the body and of annexes. */
import type { Block, Heading, Paragraph } from "../../model/block.js";
import type { Document } from "../../model/document.js";
import { MARK_FORMS, type Mark, type MarkForm } from "../../model/mark.js";
import type { Component } from "../../norms/norm.js";
import { breakLines } from "../line-breaking.js";
import type { Structure, StyledBlock, StyledInline, StyledParagraph } from "../styled.js";
import type { Looks } from "./looks.js";
import { styleTable } from "./table.js";

/** Forms whose paragraphs are items of a list to a reader. */
const LIST_FORMS: ReadonlySet<MarkForm> = new Set([
  "number",
  "bracketNumber",
  "letter",
  "bracketRoman",
  "dash",
  "plus",
  "star",
]);
/** Forms whose mark stands on a line of its own above the name. */
const TWO_LINE_FORMS: ReadonlySet<MarkForm> = new Set(["part", "chapter", "section", "subsection"]);
const NAME_COMPONENT: Partial<Record<Component, Component>> = { partMark: "partName", sectionMark: "sectionName" };

/** Rank of each form of heading in one document: the forms in use, from the outermost, are levels 1, 2, 3 … */
export function headingLevels(document: Document): ReadonlyMap<MarkForm | "plain", number> {
  const used = new Set<MarkForm | "plain">();
  for (const blocks of [document.body, ...document.annexes.map((annex) => annex.blocks)]) {
    for (const block of blocks) if (block.kind === "heading") used.add(block.mark?.form ?? "plain");
  }
  const order: (MarkForm | "plain")[] = ["plain", ...MARK_FORMS];
  return new Map(order.filter((form) => used.has(form)).map((form, index) => [form, index + 1]));
}

/** What follows a table keeps the distance that paragraphs keep from each other. */
function belowTable(lines: StyledParagraph[], above: Block | undefined, { looks }: BodyContext): StyledParagraph[] {
  if (above?.kind !== "table") return lines;
  const gap = looks.formatting("body").after;
  return lines.map((line, index) => (index === 0 ? { ...line, before: Math.max(line.before, gap) } : line));
}

/** Longest paragraph that is kept with the list or table that it introduces, lines. */
const SHORT = 3;

/** A short paragraph that ends in a colon stays with what it introduces. */
function introduces(paragraph: StyledParagraph, next: Block | undefined, { width }: BodyContext): StyledParagraph {
  const last = paragraph.inlines.at(-1);
  const colon = last?.kind === "text" && last.text.trimEnd().endsWith(":");
  if (!colon || next === undefined || breakLines(paragraph, width).length > SHORT) return paragraph;
  return { ...paragraph, keepNext: true };
}

/** What the styling of blocks depends on. */
export interface BodyContext {
  readonly looks: Looks;
  readonly levels: ReadonlyMap<MarkForm | "plain", number>;
  /** Room for the text, pt. */
  readonly width: number;
  readonly height: number;
}

/** Styles blocks in order; adjacent tables are kept apart by a small empty paragraph. */
export function styleBlocks(blocks: readonly Block[], context: BodyContext): StyledBlock[] {
  const styled: StyledBlock[] = [];
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    switch (block.kind) {
      case "heading":
        styled.push(...belowTable(styleHeading(block, context), before, context));
        break;
      case "paragraph":
        styled.push(
          ...belowTable([introduces(styleParagraph(block, context), blocks[index + 1], context)], before, context),
        );
        break;
      case "operativeWords":
        styled.push(
          ...belowTable([context.looks.line("operativeWords", block.text, { keepNext: true })], before, context),
        );
        break;
      case "table":
        if (before?.kind === "table") styled.push(context.looks.line("tableBody", ""));
        styled.push(styleTable(block.table, context.looks, context.width, context.height));
        break;
    }
  }
  return styled;
}

function markInlines(mark: Mark | undefined, component: Component, looks: Looks, hasText: boolean): StyledInline[] {
  if (mark === undefined) return [];
  const { bold, italic, underline } = mark;
  const emphasis = { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(underline ? { underline } : {}) };
  return [{ kind: "text", text: hasText ? `${mark.text} ` : mark.text, ...looks.run(component), ...emphasis }];
}

const plain = (inlines: readonly StyledInline[]): string =>
  inlines.map((inline) => (inline.kind === "text" ? inline.text : "")).join("");

function styleHeading(heading: Heading, { looks, levels }: BodyContext): StyledParagraph[] {
  const form = heading.mark?.form;
  const component = form === undefined ? "plainHeading" : looks.norm.headings.component[form];
  const level = levels.get(form ?? "plain") ?? 1;
  const twoLines = form !== undefined && TWO_LINE_FORMS.has(form);
  const mark = markInlines(heading.mark, component, looks, !twoLines && heading.inlines.length > 0);
  const nameComponent = twoLines ? (NAME_COMPONENT[component] ?? component) : component;
  const name = looks.inlines(nameComponent, heading.inlines);
  const title = [plain(mark), plain(name)].filter((part) => part !== "").join(twoLines ? " " : "");
  const structure: Structure = { kind: "heading", level, title };
  if (!twoLines) {
    return [looks.paragraph(component, [...mark, ...name], { structure })];
  }
  const lines = [looks.paragraph(component, mark, { structure, ...(name.length > 0 ? { after: 0 } : {}) })];
  if (name.length > 0) lines.push(looks.paragraph(nameComponent, name));
  return lines;
}

function styleParagraph(paragraph: Paragraph, { looks }: BodyContext): StyledParagraph {
  const { mark, inlines } = paragraph;
  // in a decision the words "Điều 1." are bold and the provision after them is not
  const markComponent: Component = mark?.form === "article" ? "article" : "body";
  const structure: Structure =
    mark !== undefined && LIST_FORMS.has(mark.form) ? { kind: "listItem" } : { kind: "paragraph" };
  const content = [...markInlines(mark, markComponent, looks, inlines.length > 0), ...looks.inlines("body", inlines)];
  return looks.paragraph("body", content, { structure });
}

/** Outline levels of the components, for their named styles. */
export function componentLevels(levels: ReadonlyMap<MarkForm | "plain", number>, looks: Looks): Map<Component, number> {
  const byComponent = new Map<Component, number>();
  for (const [form, level] of levels) {
    const component = form === "plain" ? "plainHeading" : looks.norm.headings.component[form];
    if (component !== "body" && !byComponent.has(component)) byComponent.set(component, level);
  }
  return byComponent;
}
