/** The list of reconciliation as a workbook: checks of the sums, two sources, every figure with its cell, earlier periods. */
import { sayDay } from "../../periods/index.js";
import type { SourceFigure } from "../sources/index.js";
import { type TableRow, type TableSheet, tableWorkbook } from "../table-workbook.js";
import type { JudgedLine, Reckoning, Verdict } from "./reckoning.js";
import {
  BASIS_WORDS,
  changeOf,
  codeOf,
  comparisonLines,
  coverageLine,
  differenceOf,
  nameOf,
  SUMS_AGREE,
  shareOf,
  VERDICT_WORDS,
  verdictLine,
  WEIGHT_WORDS,
} from "./words.js";

const RED = "FFFBEAEA";
const YELLOW = "FFFFFBE2";
const FILLS: Readonly<Record<Verdict, string | undefined>> = {
  differ: RED,
  noSource: YELLOW,
  incomplete: YELLOW,
  agree: undefined,
};

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase("vi") + text.slice(1);

const filled = (cells: TableRow["cells"], fill: string | undefined): TableRow =>
  fill === undefined ? { cells } : { cells, fill };

function checkSheet({ findings, coverage }: Reckoning, frame: Pick<TableSheet, "title" | "notes">): TableSheet {
  const agree = coverage.counted.length === 0 ? "Chưa có số liệu để kiểm tra và đối soát." : SUMS_AGREE;
  return {
    name: "Kiểm tra số cộng",
    ...frame,
    columns: [
      { head: "TT", align: "center" },
      { head: "Mã kiểm tra" },
      { head: "Mức" },
      { head: "Phát hiện" },
      { head: "Cách xử lý" },
    ],
    rows:
      findings.length === 0
        ? [{ cells: [undefined, undefined, "đạt", agree] }]
        : findings.map(({ rule, weight, found, remedy }, index) =>
            filled([index + 1, rule, WEIGHT_WORDS[weight], found, remedy], weight === "error" ? RED : YELLOW),
          ),
  };
}

function lineSheet(reckoning: Reckoning, frame: Pick<TableSheet, "title" | "notes">): TableSheet {
  const { formSet, lines } = reckoning;
  const kinds = new Map(formSet.unitKinds.map(({ id, name }) => [id, name]));
  return {
    name: "Đối soát hai nguồn",
    ...frame,
    columns: [
      { head: "TT", align: "center" },
      { head: "Mã" },
      { head: "Chỉ tiêu" },
      { head: "Nguồn được tính" },
      { head: "Số được tính", align: "right" },
      { head: "Nguồn thứ hai", align: "right" },
      { head: "Lệch (thứ hai trừ được tính)", align: "right" },
      { head: "Đơn vị của nguồn thứ hai", align: "center" },
      { head: "Kết quả" },
    ],
    rows: lines.map((line, index) => {
      const { source, counted, second, secondFigures, askedSecond, verdict } = line;
      const cells = [
        index + 1,
        codeOf(line),
        nameOf(reckoning, line),
        kinds.get(source) ?? source,
        counted,
        second,
        differenceOf(line),
        shareOf(secondFigures.length, askedSecond),
        VERDICT_WORDS[verdict],
      ];
      return filled(cells, FILLS[verdict]);
    }),
  };
}

/** "tep/ad/add35cfceb34…": a kept file is named by its hash, of which the beginning is enough to find it. */
const shortPath = (path: string): string => path.replace(/([^/]{12})[^/]*$/u, "$1…");

/** Figures of the lines that differ, each with the file, the sheet and the cell in which it stands. */
function cellSheet(reckoning: Reckoning, frame: Pick<TableSheet, "title" | "notes">): TableSheet {
  const { lines, revisions, nameOf: unitName } = reckoning;
  const rowOf = (line: JudgedLine, source: string, { unit, value, cell }: SourceFigure, fill?: string): TableRow => {
    const file = revisions.get(unit)?.file;
    const place = [file?.name, file === undefined ? undefined : shortPath(file.path), cell.sheet, cell.address];
    return filled([codeOf(line), nameOf(reckoning, line), source, unitName(unit), value, ...place], fill);
  };
  return {
    name: "Số liệu từng ô",
    ...frame,
    columns: [
      { head: "Mã" },
      { head: "Chỉ tiêu" },
      { head: "Nguồn" },
      { head: "Đơn vị" },
      { head: "Số liệu", align: "right" },
      { head: "Tệp đã nhận" },
      { head: "Bản lưu trong so-lieu" },
      { head: "Trang tính" },
      { head: "Ô", align: "center" },
    ],
    rows: lines
      .filter(({ verdict }) => verdict === "differ")
      .flatMap((line) => [
        ...line.countedFigures.map((figure) => rowOf(line, "được tính", figure, "FFF1F0EC")),
        ...line.secondFigures.map((figure) => rowOf(line, "thứ hai", figure)),
      ]),
  };
}

function comparisonSheet(
  reckoning: Reckoning,
  nameOfPeriod: (id: string) => string,
  frame: Pick<TableSheet, "title" | "notes">,
): TableSheet {
  return {
    name: "So với kỳ trước",
    ...frame,
    notes: [...frame.notes, ...comparisonLines(reckoning, nameOfPeriod)],
    columns: [
      { head: "TT", align: "center" },
      { head: "So sánh" },
      { head: "Mã" },
      { head: "Chỉ tiêu" },
      { head: "Kỳ này", align: "right" },
      { head: "Kỳ so sánh", align: "right" },
      { head: "Tăng, giảm", align: "right" },
      { head: "Tăng, giảm (%)", align: "right" },
      { head: "Đơn vị so sánh được", align: "center" },
      { head: "Đơn vị không so sánh được" },
    ],
    rows: reckoning.comparisons.map((line, index) => {
      const { basis, key, value, earlier, units, leftOut } = line;
      const known = units.length > 0;
      const wrong = known && ((basis === "opening" && value !== earlier) || (basis === "half" && value < earlier));
      return filled(
        [
          index + 1,
          capital(BASIS_WORDS[basis]),
          key,
          nameOf(reckoning, { key }),
          known ? value : undefined,
          known ? earlier : undefined,
          known ? value - earlier : undefined,
          known ? changeOf(line) : undefined,
          shareOf(units.length, units.length + leftOut.length),
          leftOut.map(reckoning.nameOf).join("; "),
        ],
        wrong ? RED : undefined,
      );
    }),
  };
}

/**
 * The workbook; the same bytes for the same reckoning.
 *
 * @returns an XLSX file
 */
export function reckoningWorkbook(reckoning: Reckoning, nameOfPeriod: (id: string) => string): Promise<Uint8Array> {
  const { period, today, lines } = reckoning;
  const title = `KIỂM TRA, ĐỐI SOÁT SỐ LIỆU ${period.name.toLocaleUpperCase("vi")}`;
  const made = `Lập ngày ${sayDay(today)}.`;
  const [whole, sources] = [`${coverageLine(reckoning)} ${made}`, verdictLine(lines)];
  return tableWorkbook({
    title: `Đối soát số liệu ${period.name}`,
    day: today,
    sheets: [
      checkSheet(reckoning, { title, notes: [whole] }),
      lineSheet(reckoning, { title, notes: [whole, sources] }),
      cellSheet(reckoning, {
        title,
        notes: ["Số liệu của các chỉ tiêu lệch, từng đơn vị, ở tệp, trang tính và ô nào."],
      }),
      comparisonSheet(reckoning, nameOfPeriod, { title, notes: [whole] }),
    ],
  });
}
