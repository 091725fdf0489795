/** Heads and feet of pages, which lie in parts of their own: what differs in them is tracked like the text. */
import { tidy } from "../flow/flow.js";
import { textOfParagraph } from "./paragraph-text.js";
import { attributeOf, isElement, type XmlElement } from "./xml-tree.js";

/** The part that a section shows as its head or foot on its first, on even, or on all other pages. */
export interface HeadPlace {
  /** `headerReference default 0`: the same place of both versions. */
  readonly key: string;
  /** Of the relationship. */
  readonly id: string;
}

function referencesIn(element: XmlElement): XmlElement[] {
  if (["headerReference", "footerReference"].includes(element.name)) return [element];
  return element.children.flatMap((child) => (isElement(child) ? referencesIn(child) : []));
}

/** Where a document shows heads and feet, section by section. */
export function headPlaces(root: XmlElement): HeadPlace[] {
  const counts = new Map<string, number>();
  return referencesIn(root).map((reference) => {
    const sort = `${reference.name} ${attributeOf(reference, "type") ?? "default"}`;
    const count = counts.get(sort) ?? 0;
    counts.set(sort, count + 1);
    return { key: `${sort} ${count}`, id: attributeOf(reference, "id") ?? "" };
  });
}

const FIELDS = ["fldSimple", "fldChar", "instrText"];
const hasField = (element: XmlElement): boolean =>
  FIELDS.includes(element.name) || element.children.some((child) => isElement(child) && hasField(child));

/** What a head or foot says; the number of a page, which Word works out anew, as `#`. */
export function textOfHead(element: XmlElement): string {
  if (element.name === "p") {
    const text = tidy(textOfParagraph(element));
    return hasField(element) ? text.replace(/\d+/gu, "#") : text;
  }
  return element.children
    .map((child) => (isElement(child) ? textOfHead(child) : ""))
    .filter((text) => text !== "")
    .join(" ");
}

const paragraphsIn = (element: XmlElement): XmlElement[] =>
  element.name === "p" ? [element] : element.children.flatMap((child) => (isElement(child) ? paragraphsIn(child) : []));

/** The earlier head with the later one's numbers of pages: printed anew, they are no change. */
export function withPageNumbersOf(later: XmlElement, earlier: XmlElement): XmlElement {
  const numbered = new Map(
    paragraphsIn(later)
      .filter(hasField)
      .map((paragraph) => [textOfHead(paragraph), paragraph]),
  );
  const renew = (element: XmlElement): XmlElement => {
    if (element.name === "p") return (hasField(element) ? numbered.get(textOfHead(element)) : undefined) ?? element;
    return { ...element, children: element.children.map((child) => (isElement(child) ? renew(child) : child)) };
  };
  return renew(earlier);
}
