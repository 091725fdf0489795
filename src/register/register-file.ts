/** The register `so-van-ban.csv` as text: read strictly, and changed only where a row is added or its state changes. */
import { CsvError, type Options, parse } from "csv-parse/sync";
import type { Finding } from "../findings/finding.js";
import { reportRegister } from "../findings/messages/register.js";
import { foldWord } from "../findings/nearest.js";
import { COLUMNS, type Column, type NewRow, printCells, REQUIRED, type RegisterRow, readCells } from "./row.js";

const BOM = "\uFEFF";
const SEPARATORS = [",", ";", "\t"] as const;

/** A record of the file: its bytes as they stand, and what they say; rows without any text say nothing. */
interface StoredRecord {
  readonly bytes: Uint8Array;
  readonly cells: readonly string[];
  readonly row?: RegisterRow;
}

/** A register that was read. Rows are in the order of the file. */
export interface Register {
  readonly rows: readonly RegisterRow[];
  readonly head: Uint8Array;
  readonly records: readonly StoredRecord[];
  readonly separator: string;
  readonly lineEnd: string;
  /** Place of each column in a record; a column that the office has removed is absent. */
  readonly columns: ReadonlyMap<Column, number>;
  readonly width: number;
}

interface RawRecord {
  readonly record: readonly string[];
  readonly info: { readonly bytes: number };
}

/** Fields need quotes where they would be read otherwise; doubled quotes are RFC 4180's escape. */
function printField(value: string, separator: string): string {
  return value.includes(separator) || /["\r\n]|^\s|\s$/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** What a table program would take for a formula is kept as text by a blank before it. */
const asText = (value: string): string => (/^[=+\-@\t]/u.test(value) ? ` ${value}` : value);

function printRecord(
  cells: readonly string[],
  { separator, lineEnd }: Pick<Register, "separator" | "lineEnd">,
): Uint8Array {
  const line = cells.map((cell) => printField(cell, separator)).join(separator);
  return new TextEncoder().encode(line + lineEnd);
}

/** A register without rows: UTF-8 with a byte order mark, without which Excel takes the letters for another code. */
export function emptyRegister(): Register {
  const columns = Object.keys(COLUMNS) as Column[];
  const format = { separator: ",", lineEnd: "\r\n" };
  const titles = columns.map((column) => COLUMNS[column]).join(format.separator);
  return {
    rows: [],
    head: new TextEncoder().encode(BOM + titles + format.lineEnd),
    records: [],
    ...format,
    columns: new Map(columns.map((column, index) => [column, index])),
    width: columns.length,
  };
}

/** The separator under which the first line shows most of the register's columns. */
function separatorOf(firstLine: string): string {
  const known = new Set(Object.values(COLUMNS).map(foldWord));
  const score = (separator: string) =>
    firstLine.split(separator).filter((title) => known.has(foldWord(title.replaceAll('"', "")))).length;
  return [...SEPARATORS].sort((a, b) => score(b) - score(a))[0] ?? ",";
}

function columnsOf(titles: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [column, title] of Object.entries(COLUMNS) as [Column, string][]) {
    const index = titles.findIndex((candidate) => foldWord(candidate) === foldWord(title));
    if (index !== -1) columns.set(column, index);
  }
  return columns;
}

const NEWLINE = 0x0a;
const countLines = (bytes: Uint8Array): number => bytes.reduce((count, byte) => count + (byte === NEWLINE ? 1 : 0), 0);

/** Number of empty lines before the record itself. */
function leadingLines(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8").decode(bytes);
  return (/^(?:\r?\n)*/u.exec(text)?.[0].match(/\n/gu) ?? []).length;
}

function faultOf(error: CsvError, file: string): Finding {
  const line = "lines" in error && typeof error.lines === "number" ? error.lines : undefined;
  const fault = error.code === "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH" ? "fields" : "quote";
  return reportRegister("register/broken-line", { fault }, { file, ...(line === undefined ? {} : { line }) });
}

/**
 * Reads the register.
 *
 * @param bytes of the file
 * @param file its path as it is to stand in findings
 */
export function readRegister(
  bytes: Uint8Array,
  file: string,
): { readonly register?: Register; readonly findings: readonly Finding[] } {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { findings: [reportRegister("register/not-utf8", {}, { file })] };
  }
  const firstLine = /^[^\r\n]*/u.exec(text)?.[0] ?? "";
  const separator = separatorOf(firstLine);
  const options: Options = { bom: true, delimiter: separator, info: true, skip_empty_lines: true };
  let raw: readonly RawRecord[];
  try {
    raw = parse(Buffer.from(bytes), options) as unknown as readonly RawRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { findings: [faultOf(error, file)] };
  }
  const [head, ...records] = raw;
  const columns = columnsOf(head?.record ?? []);
  const missing = REQUIRED.filter((column) => !columns.has(column)).map((column) => COLUMNS[column]);
  if (head === undefined || missing.length > 0) {
    return { findings: [reportRegister("register/missing-column", { columns: missing }, { file, line: 1 })] };
  }
  const findings: Finding[] = [];
  const stored: StoredRecord[] = [];
  let start = head.info.bytes;
  let line = countLines(bytes.subarray(0, start)) + 1;
  for (const { record, info } of records) {
    const slice = bytes.subarray(start, info.bytes);
    if (record.some((cell) => cell.trim() !== "")) {
      const cells = readCells((column) => record[columns.get(column) ?? -1] ?? "", line + leadingLines(slice), file);
      findings.push(...cells.findings);
      stored.push({ bytes: slice, cells: record, ...(cells.row === undefined ? {} : { row: cells.row }) });
    } else {
      stored.push({ bytes: slice, cells: record });
    }
    line += countLines(slice);
    start = info.bytes;
  }
  if (findings.length > 0) return { findings };
  const register = {
    rows: stored.flatMap(({ row }) => row ?? []),
    head: bytes.subarray(0, head.info.bytes),
    records: stored,
    separator,
    lineEnd: firstLine.length < text.length && text[firstLine.length] === "\r" ? "\r\n" : "\n",
    columns,
    width: head.record.length,
  };
  return { register, findings: [] };
}

/** The file's bytes. */
export function printRegister({ head, records, lineEnd }: Register): Uint8Array {
  const parts = [head, ...records.map((record) => record.bytes)];
  // a last line that an editor left open is closed before another follows
  const closed = parts.map((part, index) =>
    index < parts.length - 1 && part.at(-1) !== NEWLINE ? Buffer.concat([part, Buffer.from(lineEnd)]) : part,
  );
  return Buffer.concat(closed);
}

/** The register with one more row at its end. */
export function addRow(register: Register, row: NewRow): Register {
  const printed = printCells(row);
  const cells = Array.from({ length: register.width }, () => "");
  for (const [column, index] of register.columns) cells[index] = asText(printed[column]);
  const before = printRegister(register);
  const added = { ...row, line: countLines(before) + (before.at(-1) === NEWLINE ? 1 : 2) };
  return {
    ...register,
    rows: [...register.rows, added],
    records: [...register.records, { bytes: printRecord(cells, register), cells, row: added }],
  };
}

/** The register with the state of one row changed; every other byte stays. */
export function changeState(register: Register, line: number, state: RegisterRow["state"]): Register {
  const records = register.records.map((record) => {
    if (record.row?.line !== line) return record;
    const row = { ...record.row, state };
    const index = register.columns.get("state");
    const cells = record.cells.map((cell, at) => (at === index ? printCells(row).state : cell));
    return { bytes: printRecord(cells, register), cells, row };
  });
  return { ...register, records, rows: records.flatMap(({ row }) => row ?? []) };
}
