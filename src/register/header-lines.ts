/** Writes number and day into a draft's header, and leaves every other byte as it is. */
import { isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from "yaml";

/** What is to be written, by key of the header. */
export type HeaderValues = { readonly [K in "số" | "ngày"]?: string };

/** Where a key that is absent is put: before the first of these keys that is there, or after it. */
const PLACES: { readonly [K in keyof HeaderValues]-?: readonly (readonly ["before" | "after", string])[] } = {
  số: [
    ["before", "ký hiệu"],
    ["after", "cơ quan ban hành"],
  ],
  ngày: [
    ["after", "địa danh"],
    ["before", "trích yếu"],
    ["after", "ký hiệu"],
    ["after", "số"],
  ],
};

type HeaderPair = Pair<Scalar, Scalar | null>;

const foldKey = (key: unknown): string => String(key).normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();

/** Offsets of the YAML between the `---` lines; undefined when the text has no header. */
function headerRange(text: string): { readonly start: number; readonly end: number } | undefined {
  const opening = /^\uFEFF?---[ \t]*\r?\n/u.exec(text);
  if (opening === null) return undefined;
  const start = opening[0].length;
  const closing = /^---[ \t]*$/mu.exec(text.slice(start).replaceAll("\r", " "));
  return closing === null ? undefined : { start, end: start + closing.index };
}

function findPair(map: YAMLMap, key: string): HeaderPair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && foldKey(pair.key.value) === key) as HeaderPair | undefined;
}

/** Start of the line that holds the offset. */
const lineStart = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

/** Start of the line after a pair. */
function afterPair(header: string, pair: HeaderPair): number {
  const end = pair.value?.range?.[1] ?? pair.key.range?.[1] ?? 0;
  if (end > 0 && header[end - 1] === "\n") return end;
  const newline = header.indexOf("\n", end);
  return newline === -1 ? header.length : newline + 1;
}

/** Puts the value in the place of the one that stands there, or behind the colon where none does. */
function replaceValue(header: string, pair: HeaderPair, value: string): string {
  const [start, end] = pair.value?.range ?? [0, 0];
  if (pair.value !== null && end > start) return header.slice(0, start) + value + header.slice(end);
  const colon = header.indexOf(":", pair.key.range?.[1] ?? 0);
  return `${header.slice(0, colon + 1)} ${value}${header.slice(colon + 1)}`;
}

function insertLine(header: string, map: YAMLMap, key: keyof HeaderValues, value: string): string {
  const lineEnd = header.includes("\r\n") ? "\r\n" : "\n";
  let at = header.length;
  for (const [side, neighbour] of PLACES[key]) {
    const pair = findPair(map, neighbour);
    if (pair === undefined) continue;
    at = side === "after" ? afterPair(header, pair) : lineStart(header, pair.key.range?.[0] ?? 0);
    break;
  }
  const open = at > 0 && header[at - 1] !== "\n" ? lineEnd : "";
  return `${header.slice(0, at)}${open}${key}: ${value}${lineEnd}${header.slice(at)}`;
}

function setValue(header: string, key: keyof HeaderValues, value: string): string | undefined {
  const document = parseDocument(header, { schema: "failsafe" });
  const map = document.contents;
  if (document.errors.length > 0 || !isMap(map) || map.flow) return undefined;
  const pair = findPair(map, key);
  return pair === undefined ? insertLine(header, map, key, value) : replaceValue(header, pair, value);
}

/**
 * The draft with these header values.
 *
 * @param text of the whole draft
 * @returns undefined when the header cannot be changed line by line; the caller then reads the result back to be sure
 */
export function setHeaderValues(text: string, values: HeaderValues): string | undefined {
  const range = headerRange(text);
  if (range === undefined) return undefined;
  let header: string | undefined = text.slice(range.start, range.end);
  for (const key of ["số", "ngày"] as const) {
    const value = values[key];
    if (value !== undefined && header !== undefined) header = setValue(header, key, value);
  }
  return header === undefined ? undefined : text.slice(0, range.start) + header + text.slice(range.end);
}
