import { reportDraft } from "../../../findings/messages/draft.js";
import type { InlineContext } from "../body/inline-context.js";
import { readCellParagraphs } from "../body/inlines.js";
import { Passage } from "../body/passage.js";
import { cleanText } from "../text/characters.js";
import type { SourceLine } from "../text/lines.js";
import { type GridCell, type GridRow, MERGED_LEFT, MERGED_UP } from "./grid.js";

/** Signs between fields, in the order of preference where a file has as many of each. */
const DELIMITERS = [";", ",", "\t"];

/**
 * The rows of a list. Its fields are read as the cells of a draft: with inline Markdown and merge signs.
 *
 * @param path name of the file in findings
 * @returns undefined when it is not UTF-8, or a quote is not closed
 */
export async function readCsv(bytes: Uint8Array, path: string, context: InlineContext): Promise<GridRow[] | undefined> {
  const text = decode(bytes);
  if (text === undefined) {
    context.journal.add(reportDraft("draft/attachment-broken", { path }, { file: path }));
    return undefined;
  }
  const { parse, CsvError } = await import("csv-parse/sync");
  try {
    const records: unknown[] = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return records.flatMap((record) => (isRecord(record) ? [readRecord(record, path, context)] : []));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 1);
    context.journal.add(reportDraft("draft/csv-quotes", { path }, { file: path, line }));
    return undefined;
  }
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function isRecord(value: unknown): value is CsvRecord {
  return typeof value === "object" && value !== null && "record" in value && "info" in value;
}

function readRecord({ record, info }: CsvRecord, path: string, context: InlineContext): GridRow {
  const at = { file: path, line: info.lines };
  // Columns of a field say nothing to who looks for it in the file.
  const { places: _, ...others } = context;
  const inFile: InlineContext = {
    ...others,
    journal: { add: (finding) => context.journal.add({ ...finding, place: at }) },
  };
  const cells = record.map((field): GridCell => {
    const text = field.trim();
    if (text === MERGED_LEFT || text === MERGED_UP) return { merged: text, at };
    const line: SourceLine = { text: cleanText(text.replace(/\r\n|\n|\r/gu, "<br>")), number: info.lines };
    return { paragraphs: readCellParagraphs(new Passage([line]), inFile), at };
  });
  return { cells, at };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The sign that stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const first = (/^[^\r\n]*/u.exec(text)?.[0] ?? "").replace(/"[^"]*"/gu, "");
  const counts = DELIMITERS.map((delimiter) => first.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}
