import { basename, dirname } from "node:path";
import type { Day } from "../../organisation/register.js";
import { todayInVietnam } from "../../periods/day.js";
import { isoDay, readDay } from "../../workspace/day.js";
import type { Receipt } from "../ledger/index.js";

const YEAR_FIRST = /^(\d{4})[-._ ](\d{1,2})[-._ ](\d{1,2})$/u;
const DAY_FIRST = /^(\d{1,2})[-._ ](\d{1,2})[-._ ](\d{4})$/u;

/** The day that a folder's name is: `2026-05-23`, `23-5-2026`, `23.05.2026`, also with "ngày" before it. */
export function dayNamed(name: string): Day | undefined {
  const text = name
    .normalize("NFC")
    .trim()
    .replace(/^ngày\s+/iu, "");
  const yearFirst = YEAR_FIRST.exec(text);
  const dayFirst = DAY_FIRST.exec(text);
  const [year, month, day] = yearFirst
    ? [yearFirst[1], yearFirst[2], yearFirst[3]]
    : [dayFirst?.[3], dayFirst?.[2], dayFirst?.[1]];
  const read = year === undefined ? undefined : readDay(`${Number(day)}/${Number(month)}/${year}`);
  return read === undefined ? undefined : isoDay(read);
}

/** A file of the disk, as far as its day of receipt goes. */
export interface DatedFile {
  /** Absolute. */
  readonly path: string;
  /** Folder that was given to collect, or that of the file that was given; no folder above it is asked. */
  readonly root: string;
  readonly modified: Date;
}

/**
 * The day on which a file came: as given by the desk, else the name of the nearest folder that is a day, else the file's
 * own time, which is shown as such (reporting §8.4).
 *
 * @param given for the whole run
 * @param today a later day in a folder's name is not believed
 */
export function receiptOf({ path, root, modified }: DatedFile, given: Day | undefined, today: Day): Receipt {
  if (given !== undefined) return { day: given, basis: "given" };
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const day = dayNamed(basename(folder));
    if (day !== undefined && day <= today) return { day, basis: "given" };
    if (folder === root || folder === dirname(folder)) break;
  }
  return { day: todayInVietnam(modified), basis: "file" };
}
