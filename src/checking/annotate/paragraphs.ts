/** Where the paragraphs of a Word file's XML begin and end, counted as its reader counts them. */
import { DELETED, LEFT_OUT } from "../../source/docx/left-out.js";
import { XmlScanner } from "../../xml/xml-scanner.js";

/** A paragraph that can bear a comment. */
export interface ParagraphSpan {
  /** Start tag, from and to. */
  readonly start: number;
  readonly startEnd: number;
  /** Behind its properties, where its content begins. */
  readonly content: number;
  /** Where its end tag begins; `startEnd` of an empty element. */
  readonly end: number;
  readonly empty: boolean;
  readonly inTable: boolean;
}

/** What the reader passes over: former properties, second copies of drawings, what was deleted; and what sections are. */
const PASSED: ReadonlySet<string> = new Set([...LEFT_OUT, ...DELETED, "sectPr"]);

interface Open {
  readonly index: number;
  readonly start: number;
  readonly startEnd: number;
  content: number;
  readonly inTable: boolean;
}

/**
 * The paragraphs of a body by their ordinal. A paragraph of a text box is given as the one that the box hangs on, for Word
 * has no comments in text boxes.
 */
export function paragraphSpans(xml: string): ReadonlyMap<number, ParagraphSpan> {
  const scanner = new XmlScanner(xml);
  const open: Open[] = [];
  const spans = new Map<number, ParagraphSpan>();
  /** Ordinal of the outermost paragraph around each. */
  const around = new Map<number, number>();
  let ordinal = 0;
  let tables = 0;
  while (scanner.next()) {
    const { name, closing, empty, start, end } = scanner;
    const inTable = tables > 0;
    if (!closing && PASSED.has(name)) scanner.skip();
    else if (name === "tbl" && !empty) tables += closing ? -1 : 1;
    else if (name === "pPr" && !closing) {
      const inner = open.at(-1);
      if (!empty) scanner.skip();
      if (inner !== undefined && inner.content === start) inner.content = scanner.end;
    } else if (name === "p" && !closing) {
      ordinal += 1;
      around.set(ordinal, open[0]?.index ?? ordinal);
      if (empty) spans.set(ordinal, { start, startEnd: end, content: end, end, empty, inTable });
      else open.push({ index: ordinal, start, startEnd: end, content: end, inTable });
    } else if (name === "p") {
      const { index, ...span } = open.pop() ?? {};
      if (index !== undefined && "content" in span)
        spans.set(index, { ...(span as Omit<Open, "index">), end: start, empty: false });
    }
  }
  return new Map(
    [...around].flatMap(([each, outer]) => {
      const span = spans.get(outer);
      return span === undefined ? [] : [[each, span] as const];
    }),
  );
}
