/** Numbers of a workbook as its cells show them, as far as their formats are plain: percent, thousands, fixed decimals, units. */

import { keyOfAddress } from "../../workbook/read/sheet/address.js";
import { XmlScanner } from "../../xml/xml-scanner.js";

/** Formats that Excel knows by number. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
};

/** Format codes by index of the cell style. */
export function readNumberFormats(styles: string): readonly (string | undefined)[] {
  const scanner = new XmlScanner(styles);
  const custom = new Map<number, string>();
  const formats: (string | undefined)[] = [];
  let inside = false;
  while (scanner.next()) {
    if (scanner.name === "cellXfs") {
      if (scanner.closing) break;
      inside = !scanner.empty;
    } else if (scanner.name === "numFmt" && !scanner.closing)
      custom.set(Number(scanner.rawAttribute("numFmtId")), scanner.attribute("formatCode") ?? "");
    else if (inside && scanner.name === "xf" && !scanner.closing) {
      const id = Number(scanner.rawAttribute("numFmtId") ?? 0);
      formats.push(custom.get(id) ?? BUILT_IN[id]);
    }
  }
  return formats;
}

/** Format codes of the cells of a sheet, by key. */
export function formatsOfCells(sheet: string, formats: readonly (string | undefined)[]): Map<number, string> {
  const found = new Map<number, string>();
  if (formats.every((format) => format === undefined)) return found;
  const scanner = new XmlScanner(sheet);
  while (scanner.next()) {
    if (scanner.name !== "c" || scanner.closing) continue;
    const format = formats[Number(scanner.rawAttribute("s") ?? 0)];
    const key = keyOfAddress(scanner.rawAttribute("r") ?? "");
    if (format !== undefined && key !== undefined) found.set(key, format);
  }
  return found;
}

/** Digits with what stands before and after them; a comma right behind the digits would divide by thousands. */
const PLAIN = /^([^#0?.,%]*)([#0?,]*[#0?](?!,))(?:\.([0#?]+))?(\s*%)?([^#0?.,%]*)$/u;

/** Text of a format that is shown as it stands. */
function literal(code: string): string | undefined {
  const text = code.replace(
    /\\(.)|"([^"]*)"|_.|\*./gu,
    (_, one: string | undefined, quoted: string | undefined) => one ?? quoted ?? "",
  );
  return /[[\]@EeGg]/u.test(code.replace(/"[^"]*"|\\./gu, "")) ? undefined : text.replace(/\s+/gu, " ");
}

/**
 * A number as a cell shows it in Vietnamese: `60,0%`, `1.054`.
 *
 * @returns undefined when the format is none of the plain ones
 */
export function printFormatted(value: number, format: string): string | undefined {
  const [positive = "", negative] = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/u);
  if (value < 0 && negative !== undefined) return undefined;
  const bare = positive.replace(/"[^"]*"|\\./gu, (quoted) => "\u0001".repeat(quoted.length));
  const match = PLAIN.exec(bare);
  if (match === null) return undefined;
  const [, before = "", digits = "", decimals = "", percent = "", after = ""] = match;
  const [head, tail] = [
    literal(positive.slice(0, before.length)),
    literal(positive.slice(positive.length - after.length)),
  ];
  if (head === undefined || tail === undefined) return undefined;
  const least = /[0?]*/u.exec(decimals)?.[0].length ?? 0;
  const shown = new Intl.NumberFormat("vi-VN", {
    useGrouping: digits.includes(","),
    minimumIntegerDigits: Math.min(Math.max((digits.match(/0/gu) ?? []).length, 1), 21),
    minimumFractionDigits: Math.min(least, 20),
    maximumFractionDigits: Math.min(decimals.length, 20),
    // half up, as Excel rounds what it shows
    roundingMode: "halfExpand",
  } as Intl.NumberFormatOptions).format(Number((percent === "" ? value : value * 100).toPrecision(15)));
  return `${head}${shown}${percent.trim()}${tail}`.trim();
}
