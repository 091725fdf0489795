/**
 * Puts an office's values into the draft that a template gave. The template runs on tokens, so the draft's lines, keys
 * and blocks are fixed before any value is seen; each value is then written as the place of its token demands.
 */
import { parseDocument } from "yaml";
import { LINES, VALUE } from "./template.js";

const TOKEN = new RegExp(`${VALUE.open}(\\d+)${VALUE.close}`, "gu");
const LINES_TOKEN = new RegExp(`^(.*?)${LINES.open}((?:${VALUE.open}\\d+${VALUE.close})*)${LINES.close}(.*)$`, "u");

/** A tree of strings, arrays and maps. */
type Values = string | number | readonly Values[] | { readonly [key: string]: Values };

/**
 * Puts a token for every string.
 *
 * @param values that have tokens already; the strings are put behind them
 * @returns the same tree of tokens, and the values in the order of their numbers
 */
export function tokenize<T extends object>(
  context: T,
  values: (string | WrittenValue)[] = [],
): { readonly tokens: object; readonly values: readonly (string | WrittenValue)[] } {
  const replace = (value: Values): Values => {
    if (typeof value === "number") return value;
    if (typeof value === "string") return `${VALUE.open}${values.push(value) - 1}${VALUE.close}`;
    if (Array.isArray(value)) return value.map((item: Values) => replace(item));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item)]));
  };
  return { tokens: replace(context as unknown as Values) as object, values };
}

/** `lines` prints one value a line, indented like the line that it stands on, at least by two blanks. */
function spread(line: string): readonly string[] {
  const parts = LINES_TOKEN.exec(line);
  if (parts === null) return [line];
  const [, before = "", tokens = "", after = ""] = parts;
  const indent = /^\s*/u.exec(before)?.[0] || "  ";
  const items = tokens.match(TOKEN) ?? [];
  return items.map((item, index) => {
    const lead = index === 0 && before.trim() !== "" ? before : indent;
    return lead + item + (index === items.length - 1 ? after : "");
  });
}

/** Whether YAML reads the text behind a colon as exactly this string. */
function isPlain(text: string): boolean {
  const document = parseDocument(`k: ${text}`, { schema: "failsafe" });
  return document.errors.length === 0 && document.get("k") === text;
}

/** The value of a header line: as it is where YAML reads it so, in quotes otherwise; inside quotes of the template escaped. */
function printScalar(template: string, fill: (text: string) => string): string {
  if (template.startsWith('"')) return template.replace(TOKEN, (token) => JSON.stringify(fill(token)).slice(1, -1));
  if (template.startsWith("'")) return template.replace(TOKEN, (token) => fill(token).replaceAll("'", "''"));
  const filled = fill(template);
  return isPlain(filled) ? filled : JSON.stringify(filled);
}

/** Text in the body: what Markdown or the draft's own syntax would read otherwise gets a backslash. */
function escapeBody(value: string): string {
  return value.replace(/[\\`*_<>|]/gu, "\\$&").replace(/\[(?=\^)|\](?=\()|&(?=#?\w+;)/gu, "\\$&");
}

/** A value at the start of a body line must not be read as the mark of a heading or a paragraph. */
function escapeStart(line: string): string {
  return line
    .replace(/^(\s*)(?=[#+(-])/u, "$1\\")
    .replace(/^(\s*(?:Điều )?[\p{L}\d]{1,5}(?:\.\d+)*)(?=[.)-](?:\s|$))/u, "$1\\");
}

/** A value that the body has in the draft's own syntax, as a bound figure, and the header as plain text. */
export interface WrittenValue {
  readonly text: string;
  readonly source: string;
}

/**
 * The finished draft.
 *
 * @param text what the template gave, with tokens
 * @param values by number of token
 */
export function fillValues(text: string, values: readonly (string | WrittenValue)[]): string {
  const valueAt = (number: string): string | WrittenValue => values[Number(number)] ?? "";
  const fill = (line: string): string =>
    line.replace(TOKEN, (_, number: string) => {
      const value = valueAt(number);
      return typeof value === "string" ? value : value.text;
    });
  const fillBody = (line: string): string =>
    line.replace(TOKEN, (_, number: string) => {
      const value = valueAt(number);
      return typeof value === "string" ? escapeBody(value) : value.source;
    });
  let fences = 0;
  let inBlock = false;
  const print = (line: string): string => {
    if (/^---\s*$/u.test(line) && fences < 2) {
      fences += 1;
      return line;
    }
    if (fences !== 1) {
      const filled = fillBody(line);
      return line.trimStart().startsWith(VALUE.open) ? escapeStart(filled) : filled;
    }
    if (inBlock && /^(?:\s|$)/u.test(line)) return fill(line);
    const [, key, value = "", comment = ""] = /^(\s*[^\s#][^:]*:[ \t]*)(.*?)([ \t]+#.*)?$/u.exec(line) ?? [];
    inBlock = /^[|>]/u.test(value);
    if (key === undefined || value === "" || inBlock) return fill(line);
    return key + printScalar(value, fill) + fill(comment);
  };
  return text.split("\n").flatMap(spread).map(print).join("\n");
}
