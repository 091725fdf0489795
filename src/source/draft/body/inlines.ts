import type { Link, PhrasingContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Finding } from "../../../findings/finding.js";
import { reportDraft } from "../../../findings/messages/draft.js";
import type { Emphasis, Inlines } from "../../../model/inline.js";
import { cleanText } from "../text/characters.js";
import type { Position } from "../text/position.js";
import type { InlineContext } from "./inline-context.js";
import { noteCallNodes, noteCallSyntax } from "./note-calls.js";
import type { Passage } from "./passage.js";
import { plainText, RunCollector, sameLook } from "./runs.js";
import { TagState } from "./tags.js";

/** Characters that Markdown or the parser may give a meaning. A passage without them is plain text. */
const MARKUP = /[\\*_[\]<&]/gu;
/** Blocks cannot begin inside a passage, and what official text has no use for stays text. */
const SWITCHED_OFF = [
  ...["blockQuote", "codeFenced", "codeIndented", "definition", "headingAtx", "htmlFlow", "list", "setextUnderline"],
  ...["thematicBreak", "autolink", "codeText", "labelStartImage"],
];
const MARKDOWN = {
  extensions: [noteCallSyntax, { disable: { null: SWITCHED_OFF } }],
  mdastExtensions: [noteCallNodes],
};

/** Path of a bound figure. */
const BINDING = /^vt:[^\s/]+(?:\/[^\s/]+){2,3}$/u;

/** Reads the inlines of one paragraph. */
export function readInlines(passage: Passage, context: InlineContext): Inlines {
  return new InlineReader(passage, context, false).read()[0] ?? [];
}

/** Reads the paragraphs of a cell, which `<br>` parts. An empty cell has none. */
export function readCellParagraphs(passage: Passage, context: InlineContext): Inlines[] {
  return passage.text === "" ? [] : new InlineReader(passage, context, true).read();
}

class InlineReader {
  private readonly tags: TagState;

  constructor(
    private readonly passage: Passage,
    private readonly context: InlineContext,
    private readonly breaks: boolean,
  ) {
    this.tags = new TagState(context.journal);
  }

  read(): Inlines[] {
    const runs = new RunCollector();
    const { text } = this.passage;
    const markup = text.match(MARKUP)?.length ?? 0;
    const allowed = this.context.budget.allows(markup);
    if (!allowed) this.report(reportDraft("draft/too-much-markup", { count: markup }, this.at(0)));
    if (markup === 0 || !allowed) {
      runs.addText(text, {});
      return runs.finish();
    }
    for (const block of fromMarkdown(text, MARKDOWN).children) {
      if (block.type === "paragraph") this.walk(block.children, {}, runs);
    }
    this.tags.close();
    return runs.finish();
  }

  private walk(nodes: readonly PhrasingContent[], look: Emphasis, runs: RunCollector): void {
    for (const node of nodes) this.visit(node, look, runs);
  }

  private visit(node: PhrasingContent, look: Emphasis, runs: RunCollector): void {
    switch (node.type) {
      case "text":
        this.warnOfStars(node);
        runs.addText(node.value, this.tags.over(look));
        break;
      case "break":
        runs.addText(" ", this.tags.over(look));
        break;
      case "strong":
        this.walk(node.children, { ...look, bold: true }, runs);
        break;
      case "emphasis":
        this.walk(node.children, { ...look, italic: true }, runs);
        break;
      case "html":
        this.readTag(node.value, this.start(node), look, runs);
        break;
      case "footnoteReference": {
        const note = this.context.referTo(node.label ?? node.identifier, this.start(node));
        if (note !== undefined) runs.addNote(note);
        break;
      }
      case "link":
        this.readLink(node, look, runs);
    }
  }

  private readTag(tag: string, at: Position, look: Emphasis, runs: RunCollector): void {
    if (this.breaks && /^<br\s*\/?>$/iu.test(tag)) runs.breakParagraph();
    else if (!this.tags.take(tag, at)) {
      this.report(reportDraft("draft/tag-unknown", { tag }, at));
      runs.addText(tag, this.tags.over(look));
    }
  }

  private readLink(node: Link, look: Emphasis, runs: RunCollector): void {
    const path = cleanText(node.url);
    const offset = node.position?.start.offset ?? 0;
    const at = this.at(offset);
    if (!path.startsWith("vt:")) {
      const image = this.passage.text[offset - 1] === "!" && this.passage.text[offset - 2] !== "\\";
      this.report(reportDraft(image ? "draft/image" : "draft/link", { path }, at));
      this.walk(node.children, look, runs);
      return;
    }
    if (!BINDING.test(path)) this.report(reportDraft("draft/figure-path", { path }, at));
    const inner = new RunCollector();
    this.walk(node.children, look, inner);
    const inlines = inner.finish().flat();
    const text = plainText(inlines);
    if (text === "" || inlines.some((inline) => inline.kind !== "text")) {
      this.report(reportDraft("draft/figure-content", { path }, at));
    }
    const [first] = inlines;
    const inside = first?.kind === "text" ? first : {};
    const even = inlines.every((inline) => inline.kind === "text" && sameLook(inline, inside));
    const figure = runs.addFigure(text, path, even ? inside : this.tags.over(look));
    this.context.places?.mark(figure, at);
  }

  private warnOfStars(node: PhrasingContent): void {
    const start = node.position?.start.offset ?? 0;
    const source = this.passage.text.slice(start, node.position?.end.offset);
    const index = source.search(/(?<!\\)\*\*/u);
    if (index === -1) return;
    const text = source.slice(index, index + 40);
    this.report(reportDraft("draft/emphasis-unpaired", { text }, this.at(start + index)));
  }

  private start(node: PhrasingContent): Position {
    return this.at(node.position?.start.offset ?? 0);
  }

  private at(offset: number): Position {
    return this.passage.positionAt(offset);
  }

  private report(finding: Finding): void {
    this.context.journal.add(finding);
  }
}
