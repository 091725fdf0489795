/** The text of a tagged PDF in the order of its structure, as poppler reads it. */
import { execFileSync } from "node:child_process";

/** Paragraphs in reading order; those of footnotes apart. */
export interface StructText {
  readonly body: readonly string[];
  readonly notes: readonly string[];
}

const ELEMENT = /^(\s*)([A-Z][A-Za-z0-9]*)\b/u;
const TEXT = /^(\s*)"(.*)"$/u;

/** Reads the structure of a PDF with pdfinfo. */
export function structText(path: string): StructText {
  const tree = execFileSync("pdfinfo", ["-struct-text", path], { maxBuffer: 1 << 28 }).toString("utf8");
  const body: string[] = [];
  const notes: string[] = [];
  let noteDepth = Number.POSITIVE_INFINITY;
  let joining = false;
  for (const line of tree.split("\n")) {
    const text = TEXT.exec(line);
    if (text !== null) {
      const target = (text[1]?.length ?? 0) > noteDepth ? notes : body;
      if (joining) target.push(`${target.pop() ?? ""}${text[2] ?? ""}`);
      else target.push(text[2] ?? "");
      joining = true;
      continue;
    }
    const element = ELEMENT.exec(line);
    if (element === null) continue;
    joining = false;
    const depth = element[1]?.length ?? 0;
    if (depth <= noteDepth) noteDepth = element[2] === "Note" ? depth : Number.POSITIVE_INFINITY;
  }
  return { body, notes };
}
