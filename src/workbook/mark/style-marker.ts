/** Looks of marked cells: each a copy of the cell's own look with another fill, added to the table of looks. */
import { XmlScanner } from "../../xml/xml-scanner.js";
import { applyEdits, type Edit, prefixOf, setAttribute } from "./edits.js";

/** Amber: neither a colour of the outline's own cells nor that of its broken rules. */
const FILL = "FFFFB347";

/** A list in the table of styles: where its start tag is, where its end tag begins, its items. */
interface StyleList {
  readonly tagStart: number;
  readonly tagEnd: number;
  readonly close: number;
  readonly items: readonly string[];
}

function readList(xml: string, name: string, item: string): StyleList | undefined {
  const scanner = new XmlScanner(xml);
  while (scanner.next()) {
    if (scanner.name !== name || scanner.closing || scanner.empty) continue;
    const { start: tagStart, end: tagEnd } = scanner;
    const items: string[] = [];
    while (scanner.next()) {
      if (scanner.name === name && scanner.closing) return { tagStart, tagEnd, close: scanner.start, items };
      if (scanner.name !== item || scanner.closing) continue;
      const from = scanner.start;
      scanner.skip();
      items.push(xml.slice(from, scanner.end));
    }
  }
  return undefined;
}

const withCount = (xml: string, { tagStart, tagEnd }: StyleList, count: number): Edit => ({
  from: tagStart,
  to: tagEnd,
  text: setAttribute(xml.slice(tagStart, tagEnd), "count", String(count)),
});

/** Gives marked looks for the looks that cells have, and the table with them. */
export class StyleMarker {
  readonly #xml: string;
  readonly #fills: StyleList;
  readonly #looks: StyleList;
  readonly #added: string[] = [];
  readonly #marked = new Map<number, number>();

  private constructor(xml: string, fills: StyleList, looks: StyleList) {
    this.#xml = xml;
    this.#fills = fills;
    this.#looks = looks;
  }

  /** Undefined where the table is not as expected: then cells keep their looks. */
  static open(xml: string): StyleMarker | undefined {
    const fills = readList(xml, "fills", "fill");
    const looks = readList(xml, "cellXfs", "xf");
    return fills === undefined || looks === undefined ? undefined : new StyleMarker(xml, fills, looks);
  }

  /** Index of the marked look that belongs to a look. */
  marked(look: number): number {
    const known = this.#marked.get(look);
    if (known !== undefined) return known;
    const own = this.#looks.items[look] ?? `<${prefixOf(this.#xml, "styleSheet")}xf/>`;
    const end = own.indexOf(">") + 1;
    const tag = setAttribute(
      setAttribute(own.slice(0, end), "fillId", String(this.#fills.items.length)),
      "applyFill",
      "1",
    );
    const index = this.#looks.items.length + this.#added.length;
    this.#added.push(tag + own.slice(end));
    this.#marked.set(look, index);
    return index;
  }

  /** The table with all looks that were asked for. */
  xml(): string {
    if (this.#added.length === 0) return this.#xml;
    const [fills, looks] = [this.#fills, this.#looks];
    const p = prefixOf(this.#xml, "styleSheet");
    const pattern = `<${p}patternFill patternType="solid"><${p}fgColor rgb="${FILL}"/><${p}bgColor indexed="64"/></${p}patternFill>`;
    return applyEdits(this.#xml, [
      withCount(this.#xml, fills, fills.items.length + 1),
      { from: fills.close, to: fills.close, text: `<${p}fill>${pattern}</${p}fill>` },
      withCount(this.#xml, looks, looks.items.length + this.#added.length),
      { from: looks.close, to: looks.close, text: this.#added.join("") },
    ]);
  }
}
