/** Packages of exceljs as they are given out. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { correctFonts } from "../../workbook/write/correct-parts.js";

/** First day that a zip can name: the same bytes on every day. */
const ZIP_TIME = new Date(1980, 0, 1, 12);

/** The package with what exceljs writes otherwise than the validator wants, and with no time of its own. */
export function packed(bytes: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(bytes))
    .filter(([path]) => !path.endsWith("/"))
    .map(([path, part]): [string, Uint8Array] => [
      path,
      path === "xl/styles.xml" ? strToU8(correctFonts(strFromU8(part))) : part,
    ]);
  return zipSync(Object.fromEntries(files), { mtime: ZIP_TIME });
}
