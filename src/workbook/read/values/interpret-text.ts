/** Text and days as they stand in cells. */
import { dayInYear } from "../../../periods/day.js";
import { detach } from "../../../xml/detach.js";
import { cleanTyped } from "../numbers/clean-text.js";
import type { CellContent, SheetCell } from "../sheet/cell.js";
import { dayOfSerial } from "../sheet/serial-day.js";

/** A cell as text, trimmed at its ends; numbers as people type them. A formula counts by its saved result. */
export function textOf(cell: SheetCell | undefined, date1904: boolean): string {
  return cell === undefined ? "" : detach(contentText(cell.content, date1904));
}

function contentText(content: CellContent, date1904: boolean): string {
  switch (content.kind) {
    case "text":
      return content.text
        .normalize("NFC")
        .replace(/\r\n?/gu, "\n")
        .replace(/\u00A0/gu, " ")
        .trim();
    case "number":
      return (
        (content.date ? dayOfSerial(content.value, date1904) : undefined) ?? String(content.value).replace(".", ",")
      );
    case "boolean":
      return content.value ? "x" : "";
    case "day":
      return content.iso.slice(0, 10);
    default:
      return "";
  }
}

const TYPED_DAY = /^(?:ngày )?(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4}|\d{2})$/iu;
const WORDED_DAY = /^ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/iu;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/u;

/** Days that returns may speak of: a serial number outside of them is no day. */
const [FIRST, LAST] = ["1930-01-01", "2199-12-31"];

/**
 * The ISO day in a cell: a date, the number of a date whose format was lost, or a typed `5/6/2026`.
 *
 * @returns undefined when it is no day
 */
export function dayOf(cell: SheetCell | undefined, date1904: boolean): string | undefined {
  const content = cell?.content;
  if (content?.kind === "day") return content.iso.slice(0, 10);
  if (content?.kind === "number") {
    const day = dayOfSerial(content.value, date1904);
    return day !== undefined && day >= FIRST && day <= LAST ? day : undefined;
  }
  return content?.kind === "text" ? typedDay(content.text) : undefined;
}

function typedDay(typed: string): string | undefined {
  const text = cleanTyped(typed);
  const iso = ISO_DAY.exec(text);
  if (iso !== null) return dayInYear(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const found = TYPED_DAY.exec(text) ?? WORDED_DAY.exec(text);
  if (found === null) return undefined;
  const year = Number(found[3]);
  return dayInYear(year < 100 ? 2000 + year : year, Number(found[2]), Number(found[1]));
}
