import { XmlScanner } from "../../xml/xml-scanner.js";
import type { ListReference } from "./list-counter.js";
import { readLevel } from "./numbering.js";

/** What a paragraph takes from its style. */
export interface ParagraphStyle {
  readonly name: string;
  /** 1 to 9; absent for text of the body. */
  readonly outlineLevel?: number;
  /** The automatic list that its paragraphs belong to. */
  readonly numbering?: ListReference;
}

interface DeclaredStyle {
  name: string;
  basedOn?: string;
  outlineLevel?: number;
  numId?: string;
  listLevel?: number;
}

/** Word counts levels from 0, and 9 is text of the body. */
const BODY_LEVEL = 9;

/** The level that `outlineLvl` says, counted from 1; undefined for text of the body. */
export function readOutlineLevel(value: string | undefined): number | undefined {
  const level = Number(value);
  return value !== undefined && Number.isInteger(level) && level >= 0 && level < BODY_LEVEL ? level + 1 : undefined;
}

function declaredStyles(xml: string): ReadonlyMap<string, DeclaredStyle> {
  const declared = new Map<string, DeclaredStyle>();
  const scanner = new XmlScanner(xml);
  let style: DeclaredStyle | undefined;
  while (scanner.next()) {
    if (scanner.name === "style") {
      const id = scanner.closing ? undefined : scanner.attribute("styleId");
      style = id === undefined ? undefined : { name: id };
      if (id !== undefined && style !== undefined) declared.set(id, style);
    } else if (style !== undefined && !scanner.closing) {
      const value = scanner.attribute("val");
      if (scanner.name === "name" && value !== undefined) style.name = value.normalize("NFC");
      else if (scanner.name === "basedOn" && value !== undefined) style.basedOn = value;
      else if (scanner.name === "outlineLvl") {
        const level = readOutlineLevel(value);
        if (level !== undefined) style.outlineLevel = level;
      } else if (scanner.name === "numId" && value !== undefined) style.numId = value;
      else if (scanner.name === "ilvl") {
        const level = readLevel(value);
        if (level !== undefined) style.listLevel = level;
      }
    }
  }
  return declared;
}

/** A style and those that it is based on, the nearest first. */
function lineage(
  id: string,
  declared: ReadonlyMap<string, DeclaredStyle>,
): readonly (readonly [string, DeclaredStyle])[] {
  const line = new Map<string, DeclaredStyle>();
  for (let at: string | undefined = id; at !== undefined && !line.has(at); at = declared.get(at)?.basedOn) {
    const style = declared.get(at);
    if (style === undefined) break;
    line.set(at, style);
  }
  return [...line];
}

/** The list of a style: that of the nearest style that names one; its level may be said nearer. */
function numberingOf(line: readonly (readonly [string, DeclaredStyle])[]): ListReference | undefined {
  const owner = line.findIndex(([, { numId }]) => numId !== undefined);
  const [style, { numId = "" }] = line[owner] ?? ["", {}];
  if (owner < 0) return undefined;
  const level = line.slice(0, owner + 1).find(([, { listLevel }]) => listLevel !== undefined)?.[1].listLevel;
  return { numId, style, ...(level === undefined ? {} : { level }) };
}

/**
 * Styles by id. What a style does not say, the style that it is based on says: outline level, automatic list.
 *
 * @param xml the part `styles`
 */
export function readStyles(xml: string): ReadonlyMap<string, ParagraphStyle> {
  const declared = declaredStyles(xml);
  return new Map(
    [...declared].map(([id, { name }]) => {
      const line = lineage(id, declared);
      const outlineLevel = line.find(([, style]) => style.outlineLevel !== undefined)?.[1].outlineLevel;
      const numbering = numberingOf(line);
      return [
        id,
        {
          name,
          ...(outlineLevel === undefined ? {} : { outlineLevel }),
          ...(numbering === undefined ? {} : { numbering }),
        },
      ];
    }),
  );
}
