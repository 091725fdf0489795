/** The status as a workbook: units with a filter, areas. */
import { sayDay } from "../../periods/index.js";
import { type TableSheet, tableWorkbook } from "../table-workbook.js";
import type { StandingKind, Status } from "./status.js";
import { COUNT_COLUMNS, STATUS_COLUMNS, statusLine, unreadableLine } from "./words.js";

/** Fills of rows, as the page has them. */
const FILLS: Readonly<Record<StandingKind, string | undefined>> = {
  waiting: undefined,
  missing: "FFFBEAEA",
  unreadable: "FFFBEAEA",
  correct: "FFFDF1E0",
  explain: "FFFFFBE2",
  counted: "FFF0F7EF",
};

/** Figures stand as numbers, so that they can be added up. */
const figureOrText = (text: string): string | number => (/^\d{1,9}$/u.test(text) ? Number(text) : text);

function sheetsOf(status: Status): readonly TableSheet[] {
  const title = `TÌNH HÌNH GỬI BÁO CÁO ${status.period.name.toLocaleUpperCase("vi")}`;
  const notes = [`${statusLine(status)} Lập ngày ${sayDay(status.today)}.`, ...unreadableLine(status)];
  const counts = (area: string, of: Status["whole"]) => [
    area,
    ...COUNT_COLUMNS.map(({ text }) => figureOrText(text(of))),
  ];
  return [
    {
      name: "Từng đơn vị",
      title,
      notes,
      columns: STATUS_COLUMNS.map(({ head, look }) => ({
        head,
        ...(look === "figure" ? { align: "center" as const } : {}),
      })),
      rows: status.rows.map((row, index) => {
        const fill = FILLS[row.standing];
        return {
          cells: STATUS_COLUMNS.map(({ text }) => figureOrText(text(row, index))),
          ...(fill === undefined ? {} : { fill }),
        };
      }),
    },
    {
      name: "Theo khu vực",
      title,
      notes,
      columns: [{ head: "Khu vực" }, ...COUNT_COLUMNS.map(({ head }) => ({ head, align: "right" as const }))],
      rows: [
        ...status.areas.map(({ area, counts: of }) => ({ cells: counts(area, of) })),
        { cells: counts("Toàn bộ", status.whole), bold: true as const },
      ],
    },
  ];
}

/**
 * The workbook; the same bytes for the same status.
 *
 * @returns an XLSX file
 */
export const statusWorkbook = (status: Status): Promise<Uint8Array> =>
  tableWorkbook({
    title: `Tình hình gửi báo cáo ${status.period.name}`,
    day: status.today,
    sheets: sheetsOf(status),
  });
