/** What a file to be taken over is: by its bytes, for names lie. */
import { recogniseFile } from "../archive/file-kind.js";
import type { ImportFault } from "../findings/messages/import.js";

const RTF = "{\\rtf";

export type Importable = "docx" | "text" | { readonly fault: ImportFault };

/** Kinds that are never a text, and what is said of them. */
const FAULTS: Readonly<Record<string, ImportFault>> = {
  empty: "empty",
  zeros: "empty",
  word97: "word97",
  encrypted: "password",
  xls: "notWord",
  spreadsheetXml: "notWord",
  rar: "notWord",
  shortcut: "notWord",
  unknown: "notWord",
  pdf: "pdf",
  image: "image",
  html: "html",
};

/** Recognises a file. */
export function recogniseImport(bytes: Uint8Array): Importable {
  const kind = recogniseFile(bytes);
  if (kind === "zip") return "docx";
  const fault = FAULTS[kind];
  if (fault !== undefined) return { fault };
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, RTF.length));
  return head === RTF ? { fault: "rtf" } : "text";
}
