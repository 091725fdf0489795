/** XML as a tree that is written back as it was read, byte for byte, wherever nothing was changed. */
import { resolveEntities } from "../../xml/entities.js";
import { XmlScanner } from "../../xml/xml-scanner.js";

export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  /** `w:p w:rsidR="…"`: what stands between the angle brackets. */
  readonly tag: string;
  readonly children: XmlNode[];
}

/** An element, or text as it is written. */
export type XmlNode = XmlElement | string;

export interface XmlDocument {
  /** What stands before the root. */
  readonly head: string;
  readonly root: XmlElement;
}

/** Deeper than any Word file that is no attack. */
const DEEPEST = 200;

/** Reads XML. @returns undefined when it is cut off or nested without measure */
export function readTree(xml: string): XmlDocument | undefined {
  const scanner = new XmlScanner(xml);
  const open: XmlElement[] = [];
  let [root, head, at]: [XmlElement | undefined, string, number] = [undefined, "", 0];
  while (scanner.next()) {
    const parent = open.at(-1);
    if (parent !== undefined && scanner.start > at) parent.children.push(xml.slice(at, scanner.start));
    at = scanner.end;
    if (scanner.closing) {
      if (open.pop()?.name !== scanner.name) return undefined;
      continue;
    }
    const tag = xml.slice(scanner.start + 1, scanner.end - (scanner.empty ? 2 : 1)).trimEnd();
    const element: XmlElement = { name: scanner.name, tag, children: [] };
    if (parent === undefined) {
      if (root !== undefined) return undefined;
      root = element;
      head = xml.slice(0, scanner.start);
    } else parent.children.push(element);
    if (!scanner.empty) open.push(element);
    if (open.length > DEEPEST) return undefined;
  }
  return root === undefined || open.length > 0 ? undefined : { head, root };
}

/** Writes a node. */
export function writeTree(node: XmlNode): string {
  if (typeof node === "string") return node;
  if (node.children.length === 0) return `<${node.tag}/>`;
  return `<${node.tag}>${node.children.map(writeTree).join("")}</${node.tag.split(/\s/u, 1)[0]}>`;
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== "string";
export const isNamed = (node: XmlNode, ...names: readonly string[]): node is XmlElement =>
  typeof node !== "string" && names.includes(node.name);

/** The first child of a name. */
export const childOf = ({ children }: XmlElement, name: string): XmlElement | undefined =>
  children.find((child): child is XmlElement => isNamed(child, name));

/** The text of an element. */
export const textOf = ({ children }: XmlElement): string =>
  resolveEntities(children.filter((one) => !isElement(one)).join(""));

/** An attribute by its local name, as it is written. */
export function attributeOf({ tag }: XmlElement, local: string): string | undefined {
  return new RegExp(`(?:\\s|:)${local}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "u")
    .exec(tag)
    ?.slice(1)
    .find((one) => one !== undefined);
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text as it stands in XML. */
export const escapeText = (text: string): string => text.replace(/[&<>]/gu, (sign) => SIGNS[sign] ?? sign);

/** A deep copy. */
export function copyOf(element: XmlElement): XmlElement {
  return { ...element, children: element.children.map((child) => (isElement(child) ? copyOf(child) : child)) };
}
