/** Relationships between the parts of a package. */
import { strFromU8 } from "fflate";
import { scanXml } from "./xml-scan.js";

/** Content of a part: its bytes, or its text where it is at hand. */
export type PartContent = string | Uint8Array;

/** Parts of a package by path. */
export type ReadableParts = ReadonlyMap<string, PartContent>;

/** The text of an XML part; empty when there is no such part. */
export function textOfPart(parts: ReadableParts, path: string): string {
  const content = parts.get(path) ?? "";
  return typeof content === "string" ? content : strFromU8(content);
}

export interface Relationship {
  readonly id: string;
  /** Last step of the type's address: "header", "footnotes", "customXml". */
  readonly type: string;
  /** Path of the target in the package. */
  readonly target: string;
}

function folderOf(path: string): string[] {
  return path.split("/").slice(0, -1);
}

function resolve(target: string, folder: readonly string[]): string {
  const steps = target.startsWith("/") ? [] : [...folder];
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

const ignore = (): void => {};

/** Relationships of a part; of the package itself for the path "". Links to places outside of it are left out. */
export function relationshipsOf(parts: ReadableParts, path: string): Relationship[] {
  const folder = folderOf(path);
  const file = path.split("/").at(-1) ?? "";
  const found: Relationship[] = [];
  scanXml(textOfPart(parts, [...folder, "_rels", `${file}.rels`].join("/")), {
    start: (name, attribute) => {
      if (!name.endsWith("Relationship") || attribute("TargetMode") === "External") return;
      found.push({
        id: attribute("Id") ?? "",
        type: (attribute("Type") ?? "").split("/").at(-1) ?? "",
        target: resolve(attribute("Target") ?? "", folder),
      });
    },
    text: ignore,
    end: ignore,
  });
  return found;
}

/** Path of the main document: `word/document.xml` in every file of Word and LibreOffice. */
export function mainDocument(parts: ReadableParts): string {
  return relationshipsOf(parts, "").find(({ type }) => type === "officeDocument")?.target ?? "word/document.xml";
}
