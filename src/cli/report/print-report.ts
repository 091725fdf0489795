/** The documents of a report. */
import { readFonts } from "../../assets.js";
import type { Document } from "../../model/document.js";
import type { Places } from "../../preflight/index.js";
import { type Rendering, render } from "../../render.js";
import { type AnnexTable, annexWorkbook } from "../../report/annexes/index.js";
import type { PeriodTotals } from "../../report/totals/index.js";
import type { Desk } from "../cycle/desk.js";
import type { Environment } from "../environment.js";
import { attachmentReader } from "../read-draft.js";

/** A document with the draft mark. */
export async function printDraft(
  reading: { readonly document: Document; readonly places?: Places },
  formats: readonly ("docx" | "pdf")[],
  path: string,
  { workspace }: Pick<Desk, "workspace">,
  environment: Environment,
): Promise<Rendering> {
  const { document } = reading;
  const presentation = { ...workspace.presentation, ...document.presentation };
  const norm = document.norm ?? workspace.norm;
  return render(
    { ...reading, document: Object.keys(presentation).length === 0 ? document : { ...document, presentation } },
    {
      formats,
      asDraft: true,
      ...(norm === undefined ? {} : { norm }),
      readAttachment: attachmentReader(path, environment),
      fonts: readFonts(),
    },
  );
}

/** The bytes of one format, where it was made. */
export const bytesOf = ({ files }: Rendering, format: "docx" | "pdf"): readonly Uint8Array[] =>
  files.flatMap((file) => (file.format === format ? [file.bytes] : []));

/** The annexes as a workbook with live formulas. */
export async function annexesOf(tables: readonly AnnexTable[], { period }: PeriodTotals, { workspace }: Desk) {
  const { author, name = [], superior = [] } = workspace;
  const issuer = { name: name.join(" "), ...(superior.length === 0 ? {} : { superior: superior.join(" ") }) };
  return annexWorkbook({
    title: `Phụ lục báo cáo ${period.name}${author === undefined ? "" : ` – ${author}`}`,
    day: period.window.to,
    tables,
    ...(name.length === 0 ? {} : { issuer }),
  });
}
