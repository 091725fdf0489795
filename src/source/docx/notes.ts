import { XmlScanner } from "../../xml/xml-scanner.js";
import { readStory } from "./body-reader.js";
import type { TrackedChanges } from "./text.js";

/** Notes by id, as far as they are text and not the lines that separate them from the page. */
export interface Notes {
  readonly texts: ReadonlyMap<string, string>;
  readonly changes: TrackedChanges;
}

/**
 * Reads footnotes or endnotes.
 *
 * @param xml the part
 * @param kind name of its elements
 */
export function readNotes(xml: string, kind: "footnote" | "endnote"): Notes {
  const texts = new Map<string, string>();
  let inserted = 0;
  let deleted = 0;
  const scanner = new XmlScanner(xml);
  while (scanner.next()) {
    if (scanner.name !== kind || scanner.closing || scanner.empty) continue;
    const id = scanner.rawAttribute("id") ?? "";
    const type = scanner.rawAttribute("type");
    const from = scanner.end;
    scanner.skip();
    if (type !== undefined && type !== "normal") continue;
    const { blocks, changes } = readStory(xml.slice(from, scanner.start), { styles: new Map(), notes: new Map() });
    const lines = blocks.map((block) =>
      block.kind === "paragraph" ? block.text : block.rows.map((row) => row.join(" ")).join("\n"),
    );
    if (lines.length > 0) texts.set(`${kind}/${id}`, lines.join("\n"));
    inserted += changes.inserted;
    deleted += changes.deleted;
  }
  return { texts, changes: { inserted, deleted } };
}
