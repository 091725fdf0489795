/** The text of a paragraph of a Word file, sign by sign, and the runs that it stands in. */
import { attributeOf, childOf, isElement, isNamed, textOf, type XmlElement, type XmlNode } from "./xml-tree.js";

/** Stands for the mark of a footnote. */
export const NOTE_MARK = "\ufffc";

/** What one node of a run shows; nothing of what is only a setting, a field's code or a drawing. */
export function shownBy(node: XmlNode): string {
  if (!isElement(node)) return "";
  switch (node.name) {
    case "t":
      return textOf(node);
    case "tab":
    case "ptab":
      return "\t";
    case "br":
      return attributeOf(node, "type") === undefined || attributeOf(node, "type") === "textWrapping" ? "\n" : "";
    case "cr":
      return "\n";
    case "noBreakHyphen":
      return "-";
    case "footnoteReference":
      return NOTE_MARK;
    default:
      return "";
  }
}

/** A run and the list that it is in. */
export interface PlacedRun {
  readonly run: XmlElement;
  readonly container: XmlNode[];
}

/** Elements of a paragraph that hold runs. */
const HOLDERS = ["hyperlink", "smartTag", "fldSimple", "sdt", "sdtContent", "customXml", "dir", "bdo"];

/** The runs of a paragraph in reading order. */
export function runsOf({ children }: XmlElement): PlacedRun[] {
  return children.flatMap((child): PlacedRun[] => {
    if (isNamed(child, "r")) return [{ run: child, container: children }];
    return isNamed(child, ...HOLDERS) ? runsOf(child) : [];
  });
}

/** The text of a paragraph. */
export const textOfParagraph = (paragraph: XmlElement): string =>
  runsOf(paragraph)
    .flatMap(({ run }) => run.children.map(shownBy))
    .join("");

/** A stretch of a run: how it looks, and what it shows. */
export interface RunStretch {
  readonly properties: XmlElement | undefined;
  readonly text: string;
  /** Of a note's mark. */
  readonly note?: string;
}

/** The shown stretches of a paragraph, in order. */
export function stretchesOf(paragraph: XmlElement): RunStretch[] {
  return runsOf(paragraph).flatMap(({ run }) => {
    const properties = childOf(run, "rPr");
    return run.children.flatMap((node): RunStretch[] => {
      const text = shownBy(node);
      if (text === "") return [];
      const note = text === NOTE_MARK && isElement(node) ? attributeOf(node, "id") : undefined;
      return [{ properties, text, ...(note === undefined ? {} : { note }) }];
    });
  });
}
