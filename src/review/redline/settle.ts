/** Tracked changes that a file already holds, settled as if they had been accepted: what is seen is what is compared. */
import { isElement, isNamed, type XmlElement, type XmlNode } from "./xml-tree.js";

/** Taken away with all that they hold. */
const GONE = new Set([
  "del",
  "moveFrom",
  "rPrChange",
  "pPrChange",
  "tblPrChange",
  "tcPrChange",
  "trPrChange",
  "sectPrChange",
  "tblGridChange",
  "numberingChange",
  "moveFromRangeStart",
  "moveFromRangeEnd",
  "moveToRangeStart",
  "moveToRangeEnd",
  "cellIns",
  "cellDel",
  "proofErr",
]);
/** Left, without themselves. A block-level content control holds paragraphs as the body does. */
const OPENED = new Set(["ins", "moveTo"]);

const isDeletedRow = (node: XmlNode): boolean =>
  isNamed(node, "tr") &&
  node.children.some((child) => isNamed(child, "trPr") && child.children.some((one) => isNamed(one, "del")));

const holdsBlocks = ({ children }: XmlElement): boolean => children.some((child) => isNamed(child, "p", "tbl"));

function settledChildren(children: readonly XmlNode[]): XmlNode[] {
  return children.flatMap((child): XmlNode[] => {
    if (!isElement(child)) return [child];
    if (GONE.has(child.name) || isDeletedRow(child)) return [];
    if (OPENED.has(child.name)) return settledChildren(child.children);
    if (child.name === "sdt") {
      const content = child.children.find((one) => isNamed(one, "sdtContent"));
      if (content !== undefined && isElement(content) && holdsBlocks(content)) return settledChildren(content.children);
    }
    return [settle(child)];
  });
}

/** An element without tracked changes. */
export const settle = (element: XmlElement): XmlElement => ({
  ...element,
  children: settledChildren(element.children),
});
