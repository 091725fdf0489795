/** The bytes of a workbook as Excel and Microsoft's validator want them, and the same on every day. */

import type { Workbook } from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { correctFonts } from "./correct-parts.js";

/** First day that a zip can name: the same bytes on every day. */
const ZIP_TIME = new Date(1980, 0, 1, 12);

/**
 * Writes a workbook; its `created` and `modified` are the caller's to set.
 *
 * @returns an XLSX file
 */
export async function finishPackage(workbook: Workbook): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const files = Object.entries(parts).filter(([path]) => !path.endsWith("/"));
  const corrected = files.map(([path, part]) => [
    path,
    path === "xl/styles.xml" ? strToU8(correctFonts(strFromU8(part))) : part,
  ]);
  return zipSync(Object.fromEntries(corrected), { mtime: ZIP_TIME });
}
