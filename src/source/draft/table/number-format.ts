/** A number as a Vietnamese table prints it. */
export interface PrintedNumber {
  readonly text: string;
  /** False when the format was beyond this reader and the bare value is printed. */
  readonly known: boolean;
}

/** One section of a spreadsheet's number format. */
interface Section {
  readonly before: string;
  readonly after: string;
  /** Placeholders left and right of the decimal point, `#,##0` and `00`. */
  readonly whole: string;
  readonly fraction: string;
  readonly percent: boolean;
  readonly general: boolean;
}

/** Quoted text, an escaped character, a blank of a character's width, a filling character, a bracket, a placeholder. */
const TOKEN = /"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(General)|([0#?][0#?,.]*|\.[0#?]+)|(.)/giu;

/**
 * Prints a number in a spreadsheet's format with Vietnamese signs: `1.234`, `92,28%`, `05`.
 *
 * @param value the cell's value; of `85%` it is 0.85
 * @param format the cell's number format as stored, English signs: `#,##0.00`
 */
export function printNumber(value: number, format: string): PrintedNumber {
  const sections = splitSections(format);
  const [index, signed] = chooseSection(value, sections.length);
  const section = readSection(sections[index] ?? "General");
  if (section === undefined) return { text: printGeneral(value), known: false };
  if (section.general) return { text: section.before + printGeneral(signed) + section.after, known: true };
  if (section.whole === "" && section.fraction === "") return { text: section.before.trim(), known: true };
  const digits = printDigits(Math.abs(signed), section);
  const minus = signed < 0 && /[1-9]/u.test(digits) ? "-" : "";
  return { text: `${minus}${section.before}${digits}${section.after}`.trim(), known: true };
}

/** A number without a format: an integer as it is, decimals behind a comma, at most eleven digits as in Excel. */
function printGeneral(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const rounded = Number(value.toPrecision(11));
  const text = String(rounded);
  const plain = text.includes("e") ? rounded.toFixed(15).replace(/0+$/u, "") : text;
  return plain.replace(".", ",").replace(/,$/u, "");
}

function splitSections(format: string): string[] {
  return format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])+/gu) ?? ["General"];
}

/** The section of a value and the value that it prints: a section for negative numbers has its own sign. */
function chooseSection(value: number, sections: number): readonly [number, number] {
  if (value < 0 && sections >= 2) return [1, -value];
  return value === 0 && sections >= 3 ? [2, value] : [0, value];
}

/** @returns undefined for fractions, exponents, conditions and parted placeholders */
function readSection(source: string): Section | undefined {
  let [before, after, pattern] = ["", "", ""];
  let [percent, general] = [false, false];
  for (const [token, quoted, escaped, bracket, word, placeholders, other] of source.matchAll(TOKEN)) {
    let literal = quoted ?? escaped ?? "";
    if (bracket !== undefined) {
      if (/^[<>=]/u.test(bracket)) return undefined;
      // A currency, `[$₫-42A]`; colours and languages print nothing.
      literal = /^\$([^-]*)/u.exec(bracket)?.[1] ?? "";
    } else if (word !== undefined || (token === "@" && pattern === "")) general = true;
    else if (placeholders !== undefined) {
      if (pattern !== "" || /\?|\..*\./u.test(placeholders)) return undefined;
      pattern = placeholders;
    } else if (other !== undefined) {
      if (/[a-z/]/iu.test(other)) return undefined;
      percent ||= other === "%";
      literal = other;
    }
    if (pattern === "" && !general) before += literal;
    else after += literal;
  }
  const [whole = "", fraction = ""] = pattern.split(".");
  return { before, after, whole, fraction: fraction.replaceAll(",", ""), percent, general };
}

function printDigits(value: number, { whole, fraction, percent }: Section): string {
  // Commas behind the last placeholder divide by thousands.
  const scale = /,*$/u.exec(whole)?.[0].length ?? 0;
  const scaled = (value * (percent ? 100 : 1)) / 1000 ** scale;
  const [units = "0", decimals = ""] = roundDecimal(scaled, fraction.length).split(".");
  const required = fraction.lastIndexOf("0") + 1;
  const kept = decimals.slice(0, required) + decimals.slice(required).replace(/0+$/u, "");
  const smallest = whole.replace(/[^0]/gu, "").length;
  const padded = (units === "0" ? "" : units).padStart(smallest, "0");
  const grouped = whole.slice(0, whole.length - scale).includes(",")
    ? padded.replace(/\B(?=(?:\d{3})+$)/gu, ".")
    : padded;
  return kept === "" ? grouped : `${grouped},${kept}`;
}

/** Rounds half away from zero on the fifteen digits that a spreadsheet keeps: 1.005 is 1.01 there. */
function roundDecimal(value: number, places: number): string {
  const kept = Number(value.toPrecision(15));
  const shifted = Math.round(Number(`${kept}e${places}`));
  return Number.isFinite(shifted) && shifted < 1e21
    ? Number(`${shifted}e-${places}`).toFixed(places)
    : kept.toFixed(places);
}

/**
 * Prints a date as text has it: `15/4/2026`, `05/02/2026`, with the parts that the format shows.
 *
 * @param date read as UTC, as spreadsheets store it
 * @param format the cell's number format
 */
export function printDate(date: Date, format: string): string {
  const shown = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, "").toLowerCase();
  const clock = shown.includes("h");
  const month = date.getUTCMonth() + 1;
  const parts = [
    ...(shown.includes("d") ? [pad(date.getUTCDate())] : []),
    // In HD05 and NĐ30 only January and February are padded; "m" beside "h" are minutes.
    ...(/m/u.test(shown.replace(/h+:m+(?::s+)?/u, "")) ? [month <= 2 ? pad(month) : String(month)] : []),
    ...(shown.includes("y") ? [String(date.getUTCFullYear())] : []),
  ].join("/");
  const time = clock ? `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}` : "";
  return [parts, time].filter((part) => part !== "").join(" ");
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
