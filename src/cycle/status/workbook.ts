/** The status as a workbook: units with a filter, areas. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { sayDay } from "../../periods/index.js";
import { correctFonts } from "../../workbook/write/correct-parts.js";
import type { StandingKind, Status } from "./status.js";
import { COUNT_COLUMNS, STATUS_COLUMNS, statusLine } from "./words.js";

/** Fills of rows, as the page has them. */
const FILLS: Readonly<Record<StandingKind, string | undefined>> = {
  waiting: undefined,
  missing: "FFFBEAEA",
  correct: "FFFDF1E0",
  explain: "FFFFFBE2",
  counted: "FFF0F7EF",
};
const FONT = "Times New Roman";
const HEAD_FILL = "FFF1F0EC";

/** Columns no narrower and no wider than this, characters. */
const WIDTHS = { least: 6, most: 48 } as const;

/** First day that a zip can name: the same bytes on every day. */
const ZIP_TIME = new Date(1980, 0, 1, 12);

const fillOf = (argb: string) => ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;

/** Figures stand as numbers, so that they can be added up. */
const figureOrText = (text: string): string | number => (/^\d{1,9}$/u.test(text) ? Number(text) : text);

interface Table {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly fill?: string; readonly bold?: true }[];
}

function tablesOf(status: Status): readonly Table[] {
  const heads = COUNT_COLUMNS.map(({ head }) => head);
  return [
    {
      name: "Từng đơn vị",
      heads: STATUS_COLUMNS.map(({ head }) => head),
      rows: status.rows.map((row, index) => {
        const fill = FILLS[row.standing];
        return { cells: STATUS_COLUMNS.map(({ text }) => text(row, index)), ...(fill === undefined ? {} : { fill }) };
      }),
    },
    {
      name: "Theo khu vực",
      heads: ["Khu vực", ...heads],
      rows: [
        ...status.areas.map(({ area, counts }) => ({
          cells: [area, ...COUNT_COLUMNS.map(({ text }) => text(counts))],
        })),
        { cells: ["Toàn bộ", ...COUNT_COLUMNS.map(({ text }) => text(status.whole))], bold: true as const },
      ],
    },
  ];
}

/**
 * The workbook; the same bytes for the same status.
 *
 * @returns an XLSX file
 */
export async function statusWorkbook(status: Status): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  const day = new Date(`${status.today}T00:00:00Z`);
  workbook.created = day;
  workbook.modified = day;
  workbook.creator = "vanthu";
  workbook.title = `Tình hình gửi báo cáo ${status.period.name}`;
  for (const { name, heads, rows } of tablesOf(status)) {
    const headRow = 4;
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: "frozen", ySplit: headRow, xSplit: 0 }],
      pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    sheet.pageSetup.printTitlesRow = `${headRow}:${headRow}`;
    sheet.getCell("A1").value = `TÌNH HÌNH GỬI BÁO CÁO ${status.period.name.toLocaleUpperCase("vi")}`;
    sheet.getCell("A1").font = { name: FONT, bold: true, size: 14 };
    sheet.getCell("A2").value = `${statusLine(status)} Lập ngày ${sayDay(status.today)}.`;
    sheet.getCell("A2").font = { name: FONT, size: 12 };
    [{ cells: heads, fill: HEAD_FILL, bold: true as const }, ...rows].forEach((row, index) => {
      row.cells.forEach((text, column) => {
        const cell = sheet.getCell(headRow + index, column + 1);
        cell.value = figureOrText(text);
        cell.alignment = { vertical: "top", wrapText: true };
        cell.border = Object.fromEntries(["top", "left", "bottom", "right"].map((side) => [side, { style: "thin" }]));
        if ("fill" in row && row.fill !== undefined) cell.fill = fillOf(row.fill);
        cell.font = { name: FONT, size: 12, bold: "bold" in row };
      });
    });
    heads.forEach((head, column) => {
      const longest = Math.max(head.length, ...rows.map(({ cells }) => (cells[column] ?? "").length));
      sheet.getColumn(column + 1).width = Math.min(WIDTHS.most, Math.max(WIDTHS.least, longest + 2));
    });
    sheet.autoFilter = { from: { row: headRow, column: 1 }, to: { row: headRow + rows.length, column: heads.length } };
  }
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const files = Object.entries(parts).filter(([path]) => !path.endsWith("/"));
  const corrected = files.map(([path, part]) => [
    path,
    path === "xl/styles.xml" ? strToU8(correctFonts(strFromU8(part))) : part,
  ]);
  return zipSync(Object.fromEntries(corrected), { mtime: ZIP_TIME });
}
