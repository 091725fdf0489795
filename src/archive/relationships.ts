import { detach } from "../xml/detach.js";
import { XmlScanner } from "../xml/xml-scanner.js";

/** One relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** Last word of its type, alike in transitional and strict files: `worksheet`, `sharedStrings`. */
  readonly type: string;
  /** Full name of the part, or the address when it is external. */
  readonly target: string;
  readonly external: boolean;
}

/** Name of the part with a part's relationships: `xl/workbook.xml` has `xl/_rels/workbook.xml.rels`. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/**
 * Reads a part of relationships.
 *
 * @param part the part that they belong to; targets are relative to its folder
 */
export function readRelationships(xml: string, part: string): readonly Relationship[] {
  const relationships: Relationship[] = [];
  const scanner = new XmlScanner(xml);
  while (scanner.next()) {
    if (scanner.name !== "Relationship" || scanner.closing) continue;
    const external = scanner.rawAttribute("TargetMode") === "External";
    const target = detach(scanner.attribute("Target") ?? "");
    const type = scanner.rawAttribute("Type") ?? "";
    relationships.push({
      id: scanner.rawAttribute("Id") ?? "",
      type: type.slice(type.lastIndexOf("/") + 1),
      target: external ? target : resolveTarget(target, part),
      external,
    });
  }
  return relationships;
}

function resolveTarget(target: string, part: string): string {
  const path = target.replaceAll("\\", "/");
  if (path.startsWith("/")) return path.slice(1);
  const folders = part.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== ".") folders.push(step);
  }
  return folders.join("/");
}
