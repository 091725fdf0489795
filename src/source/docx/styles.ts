import { XmlScanner } from "../../xml/xml-scanner.js";

/** What a paragraph takes from its style. */
export interface ParagraphStyle {
  readonly name: string;
  /** 1 to 9; absent for text of the body. */
  readonly outlineLevel?: number;
}

interface DeclaredStyle {
  name: string;
  basedOn?: string;
  outlineLevel?: number;
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
      }
    }
  }
  return declared;
}

/**
 * Styles by id. A style without a level has that of the style it is based on.
 *
 * @param xml the part `styles`
 */
export function readStyles(xml: string): ReadonlyMap<string, ParagraphStyle> {
  const declared = declaredStyles(xml);
  const levelOf = (id: string | undefined, seen: ReadonlySet<string>): number | undefined => {
    const style = id === undefined || seen.has(id) ? undefined : declared.get(id);
    if (id === undefined || style === undefined) return undefined;
    return style.outlineLevel ?? levelOf(style.basedOn, new Set([...seen, id]));
  };
  return new Map(
    [...declared].map(([id, { name }]) => {
      const outlineLevel = levelOf(id, new Set());
      return [id, { name, ...(outlineLevel === undefined ? {} : { outlineLevel }) }];
    }),
  );
}
