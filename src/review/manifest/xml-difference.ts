/** The first element in which two XML parts differ. */
import { isElement, readTree, textOf, type XmlElement, type XmlNode } from "../redline/xml-tree.js";

export interface XmlDifference {
  /** `w:document/w:body/w:p[12]/w:r/w:t`. */
  readonly path: string;
  readonly old: string;
  readonly new: string;
}

/** Longest text of an element that is shown. */
const LONGEST = 80;
const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`);

const nameOf = ({ tag }: XmlElement): string => tag.split(/\s/u, 1)[0] ?? "";

function step(parent: XmlElement, child: XmlElement): string {
  const alike = parent.children.filter((one): one is XmlElement => isElement(one) && nameOf(one) === nameOf(child));
  return alike.length === 1 ? nameOf(child) : `${nameOf(child)}[${alike.indexOf(child) + 1}]`;
}

function shown(node: XmlNode | undefined): string {
  if (node === undefined) return "";
  if (!isElement(node)) return shortened(node);
  const text = textOf(node);
  return shortened(text.trim() === "" ? `<${node.tag}>` : text);
}

function differenceIn(old: XmlElement, neu: XmlElement, path: string): XmlDifference | undefined {
  if (old.tag !== neu.tag) return { path, old: shortened(`<${old.tag}>`), new: shortened(`<${neu.tag}>`) };
  for (let at = 0; at < Math.max(old.children.length, neu.children.length); at++) {
    const [one, other] = [old.children[at], neu.children[at]];
    if (one !== undefined && other !== undefined && isElement(one) && isElement(other)) {
      const found = differenceIn(one, other, `${path}/${step(old, one)}`);
      if (found !== undefined) return found;
    } else if (one !== other) {
      const element = [one, other].find((node) => node !== undefined && isElement(node));
      const parent = element === one ? old : neu;
      const below = element !== undefined && isElement(element) ? `/${step(parent, element)}` : "";
      return { path: `${path}${below}`, old: shown(one), new: shown(other) };
    }
  }
  return undefined;
}

/** Compares two XML parts. @returns undefined when no element differs, or one of them is no XML */
export function xmlDifference(old: string, neu: string): XmlDifference | undefined {
  const [one, other] = [readTree(old), readTree(neu)];
  return one === undefined || other === undefined ? undefined : differenceIn(one.root, other.root, nameOf(one.root));
}
