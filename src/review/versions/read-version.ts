/** A version out of a file: what it is, is told by its content and not by its name. */

import { openArchive } from "../../archive/archive.js";
import { type FileKind, recogniseFile } from "../../archive/file-kind.js";
import type { Finding } from "../../findings/finding.js";
import { reportVersion } from "../../findings/messages/review.js";
import { DOCX_LIMITS } from "../../source/docx/index.js";
import type { Flow } from "../flow/flow.js";
import type { PdfContent } from "../pdf/content.js";

/** What a file holds, as far as versions are read from it. */
export type VersionFormat =
  | "pdf"
  | "docx"
  | "xlsx"
  | "text"
  | "odt"
  | "ods"
  | "zip"
  | Exclude<FileKind, "zip" | "text" | "pdf">;

function formatOfZip(bytes: Uint8Array): VersionFormat {
  const archive = openArchive(bytes, DOCX_LIMITS);
  // a broken one is said to be broken by the reader of its kind: names of parts stand before each of them
  if (typeof archive === "string") {
    const text = new TextDecoder("latin1").decode(bytes);
    return text.includes("xl/") && !text.includes("word/") ? "xlsx" : "docx";
  }
  const names = archive.names.map((name) => name.replaceAll("\\", "/").toLowerCase());
  if (names.some((name) => name.startsWith("word/"))) return "docx";
  if (names.some((name) => name.startsWith("xl/"))) return "xlsx";
  const mimetype = archive.part("mimetype");
  const type = typeof mimetype === "string" ? "" : new TextDecoder().decode(mimetype.bytes);
  return type.includes("opendocument.text") ? "odt" : type.includes("opendocument.spreadsheet") ? "ods" : "zip";
}

/** Recognises a file. A PDF may have a few bytes before its head. */
export function formatOf(bytes: Uint8Array): VersionFormat {
  const kind = recogniseFile(bytes);
  if (kind === "zip") return formatOfZip(bytes);
  if (kind !== "text" && kind !== "unknown") return kind;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return head.includes("%PDF-") ? "pdf" : kind;
}

/** A version, or the findings that stand in its way. */
export type VersionReading =
  | { readonly ok: true; readonly flow: Flow /** Of a PDF. */; readonly content?: PdfContent }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const read = (flow: Flow): VersionReading => ({ ok: true, flow });
const refused = (finding: Finding): VersionReading => ({ ok: false, findings: [finding] });

/**
 * Reads a Word file, a PDF or a workbook, so that `compareFlows` can compare it; a draft becomes a flow with `flowOfStyled`.
 * Never throws for a fault of the file: why it cannot be read is told by the findings. A PDF is read in a thread.
 *
 * @param bytes any file at all
 * @param format as `formatOf` recognises it
 * @param shown name of the file in findings
 */
export async function readVersion(bytes: Uint8Array, format: VersionFormat, shown: string): Promise<VersionReading> {
  const place = { file: shown };
  switch (format) {
    case "docx": {
      const { flowOfDocx } = await import("./read-docx.js");
      const flow = flowOfDocx(bytes);
      return typeof flow === "string" ? refused(reportVersion("review/docx", { fault: flow }, place)) : read(flow);
    }
    case "xlsx": {
      const { flowOfXlsx } = await import("./read-xlsx.js");
      const flow = flowOfXlsx(bytes);
      return "blocks" in flow ? read(flow) : refused(reportVersion("review/xlsx", { fault: flow.kind }, place));
    }
    case "pdf": {
      const { openPdf } = await import("../pdf/open-pdf.js");
      const reading = await openPdf(bytes);
      if (typeof reading === "string") return refused(reportVersion("review/pdf", { fault: reading }, place));
      return { ok: true, ...reading };
    }
    default:
      return refused(reportVersion("review/format", { format }, place));
  }
}
