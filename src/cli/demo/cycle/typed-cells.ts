/** What a unit types into its outline: figures, the list of new organisations, the narrative, the paper's number. */

import type { Typed, TypedCells } from "../../../workbook/fill-workbook.js";
import type { FormSheet, WorkbookLayout } from "../../../workbook/layout/index.js";
import type { SampleFigures } from "./sample-figures.js";

/** The paper that a workbook belongs to. */
export interface SamplePaper {
  readonly number: string;
  readonly date: string;
  readonly signer: string;
}

type Cells = Map<string, Map<string, Typed>>;

function put(cells: Cells, sheet: string, address: string, typed: Typed): void {
  cells.set(sheet, (cells.get(sheet) ?? new Map<string, Typed>()).set(address, typed));
}

const NARRATIVE = [
  "Cấp uỷ đã quán triệt và giao nhiệm vụ cụ thể cho từng chi bộ; tiến độ đúng kế hoạch đề ra từ đầu năm.",
  "Kết quả đạt được theo số liệu tại các biểu; một số doanh nghiệp nhỏ chưa đủ nguồn nên còn chậm.",
  "Thường xuyên gặp gỡ chủ doanh nghiệp, nắm tình hình lao động và hướng dẫn các bước thành lập tổ chức.",
];

const COMPANIES = ["An Khang", "Bình Minh", "Đại Thành", "Hồng Lam", "Phúc Lộc", "Tân Việt", "Thuận Phát"];
const KINDS = ["Công ty cổ phần", "Công ty trách nhiệm hữu hạn", "Doanh nghiệp tư nhân"];

/** What a column of the list holds in a row. */
const LISTED: Readonly<Record<string, (row: number) => Typed>> = {
  "2": (row) => `Công ty ${COMPANIES[row % COMPANIES.length]}`,
  "3": (row) => KINDS[row % KINDS.length] ?? "",
  "4": (row) => `${30 + row}-QĐ/ĐU`,
  "6": (row) => 3 + (row % 4),
};

function putList(cells: Cells, { sheet, columns, body }: FormSheet, rows: number): void {
  for (let row = 0; row < rows; row++) {
    for (const { letter, source } of columns) {
      const typed = LISTED[source.number]?.(row);
      if (typed !== undefined) put(cells, sheet, `${letter}${body.first + row}`, typed);
    }
  }
}

/**
 * The cells that a unit fills.
 *
 * @param listRows rows of the list of new organisations
 */
export function typedCells(
  layout: WorkbookLayout,
  figures: SampleFigures,
  paper: SamplePaper,
  listRows = figures.B02 ?? 0,
): TypedCells {
  const cells: Cells = new Map();
  for (const { key, measure, role, sheet, address } of layout.values) {
    const value = figures[key];
    if (role === "typed" && measure === "actual" && value !== undefined) put(cells, sheet, address, value);
  }
  for (const sheet of layout.sheets) {
    if (sheet.kind === "form" && sheet.list !== undefined) putList(cells, sheet, listRows);
    if (sheet.kind === "outline") {
      sheet.sections.forEach(({ answer }, index) => {
        if (answer !== undefined) put(cells, answer.sheet, answer.address, NARRATIVE[index % NARRATIVE.length] ?? "");
      });
    }
    if (sheet.kind === "instructions") {
      for (const { field, cell } of sheet.fields) {
        const typed = field in paper ? paper[field as keyof SamplePaper] : undefined;
        if (typed !== undefined) put(cells, cell.sheet, cell.address, typed);
      }
    }
  }
  return cells;
}
