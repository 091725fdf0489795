/** What document a version is of: its number and code with the year, as it prints them. */
import { type Flow, textOfBlock } from "../flow/flow.js";

/** Blocks at the beginning among which number and day stand, whatever order the reader gives them. */
const HEAD = 14;
/** `Số 21-BC/ĐU`, `Số: 45/QĐ-UBND`: a number that was given. */
const NUMBER = /(?:^|\s)Số\s*:?\s*(\d+[a-zđ]?\s*[-/]\s*\p{Lu}[\p{L}\d]*(?:\s*[-/]\s*\p{L}[\p{L}\d]*)*)/u;
const YEAR = /ngày\s.{0,24}?năm\s+(\d{4})/u;

/** @returns undefined of a version that names no number of its own */
export function identityOf({ blocks }: Flow): string | undefined {
  const head = blocks.filter(({ kind }) => kind !== "row").slice(0, HEAD);
  let number: string | undefined;
  let year = "";
  for (const block of head) {
    const text = textOfBlock(block);
    number ??= NUMBER.exec(text)?.[1]?.replace(/\s+/gu, "");
    year ||= YEAR.exec(text)?.[1] ?? "";
  }
  return number === undefined ? undefined : `${number} ${year}`.trim();
}
