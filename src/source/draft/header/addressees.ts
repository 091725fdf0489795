import type { Addressees } from "../../../model/head.js";
import type { FindingSink } from "../text/journal.js";
import type { HeaderEntry } from "./entry.js";
import { isDashed, readItems, readPrinted } from "./printed.js";
import { readLines } from "./values.js";

/**
 * Reads "kính gửi" or "kính trình". The first line decides whether a dash begins an addressee.
 *
 * @param phrase as the key says
 */
export function readAddressees(
  entry: HeaderEntry,
  journal: FindingSink,
  phrase: Addressees["phrase"],
): Addressees | undefined {
  const lines = readLines(entry, journal);
  const [first] = lines ?? [];
  if (lines === undefined || first === undefined) return undefined;
  const names = readItems(lines, isDashed(first)).map((item) => item.map((line) => readPrinted(line.text)));
  return { phrase, names };
}
