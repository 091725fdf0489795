/** The head of a finished text, line for line as it stands there. */
import type { PrintedHead } from "./context.js";

/** The head ends where the type or the body begins; no head is longer. */
const HEAD_LINES = 40;

/** Lines without the signs of Markdown that a text recognition puts around them. */
const bare = (line: string): string =>
  line
    .replace(/<br\s*\/?>/giu, "")
    .replace(/[*#_\\]/gu, "")
    .trim();

/** A place, perhaps a comma, and a day that is filled in; a sentence that cites one has more before it. */
const PLACE_DATE = /^\p{Lu}[\p{L} .]{0,30},?\s*ngày\s+\d{1,2}\s*(?:tháng\s+\d|[/.-]).*\d{4}$/u;
const NATIONAL = /^(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–])/u;

/**
 * The lines of the head that rules judge as printed.
 *
 * @param source a text as typed or recognised
 */
export function printedHead(source: string): PrintedHead {
  const lines = source
    .normalize("NFC")
    .split(/\r\n|\n|\r/u)
    .slice(0, HEAD_LINES)
    .map(bare);
  const number = lines.find((line) => /^Số(?:\s|:)/u.test(line) && line.length < 60);
  const placeDate = lines.find((line) => PLACE_DATE.test(line) && line.length < 60);
  const national = lines.filter((line, index) => NATIONAL.test(line) && lines.indexOf(line) === index);
  return {
    national,
    ...(number === undefined ? {} : { number }),
    ...(placeDate === undefined ? {} : { placeDate }),
  };
}
