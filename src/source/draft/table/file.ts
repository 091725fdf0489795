import { reportDraft } from "../../../findings/messages/draft.js";
import { readCsv } from "./csv.js";
import type { GridRow } from "./grid.js";
import type { TableOptions } from "./options.js";
import type { TableContext, TableParts } from "./tables.js";
import { readWorkbook } from "./workbook.js";

/**
 * Reads the rows of a table from the file that its options name.
 *
 * @param options with a file
 * @returns undefined when a finding says why not
 */
export async function readTableFile(options: TableOptions, context: TableContext): Promise<TableParts | undefined> {
  const { file, sheet, range, headerRows } = options;
  if (file === undefined) return undefined;
  const path = file.value;
  const kind = /\.(xlsx|csv)$/iu.exec(path)?.[1]?.toLowerCase();
  if (kind === undefined) {
    context.journal.add(reportDraft("draft/attachment-kind", { path }, file.at));
    return undefined;
  }
  const bytes = await context.attachments.get(path, file.at);
  if (bytes === undefined) return undefined;
  let rows: readonly GridRow[] | undefined;
  if (kind === "csv") {
    if (sheet !== undefined) {
      context.journal.add(reportDraft("draft/table-option-file", { key: "trang tính" }, sheet.at));
    }
    rows = (await readCsv(bytes, path, context))?.map(({ cells, at }) => ({
      cells: range === undefined ? cells : cells.slice(range.value.left - 1, range.value.right),
      at,
    }));
    if (range !== undefined) rows = rows?.slice(range.value.top - 1, range.value.bottom);
  } else {
    const wanted = { path, at: file.at, ...given("sheet", sheet), ...given("range", range) };
    rows = await readWorkbook(bytes, wanted, context.journal);
  }
  if (rows === undefined) return undefined;
  const head = headerRows?.value ?? 1;
  if (head > rows.length && headerRows !== undefined) {
    const expected = `nhiều nhất ${rows.length}, số dòng của bảng`;
    const given = { key: "dòng tiêu đề", value: String(head), expected };
    context.journal.add(reportDraft("draft/table-option-value", given, headerRows.at));
  }
  return { rows, headerRows: Math.min(head, rows.length) };
}

function given<K extends string, T>(key: K, option: { readonly value: T } | undefined): { readonly [P in K]?: T } {
  return (option === undefined ? {} : { [key]: option.value }) as { readonly [P in K]?: T };
}
