/** What the cells of a tracking workbook take, and what stands out. */
import type { Worksheet } from "exceljs";
import { addressOf, columnLetter } from "../../workbook/layout/address.js";
import { COLOURS, DARK_RED } from "../../workbook/write/looks.js";
import { STATUS_NAMES, type TrackingField, trackingColumn } from "./tracking-layout.js";

const [EARLIEST, LATEST] = [new Date(Date.UTC(2000, 0, 1)), new Date(Date.UTC(2100, 0, 1))];

interface Validations {
  add(range: string, validation: object): void;
}

const rangeOf = (field: TrackingField, first: number, last: number): string =>
  `${addressOf(first, trackingColumn(field))}:${addressOf(last, trackingColumn(field))}`;

/**
 * Adds what the open cells take, with prompts in Vietnamese, and red for what is overdue.
 *
 * @param first row of the first task
 * @param last row of the last
 */
export function addRules(sheet: Worksheet, first: number, last: number): void {
  const { dataValidations } = sheet as Worksheet & { readonly dataValidations: Validations };
  const shared = { allowBlank: true, showInputMessage: true, showErrorMessage: true };
  dataValidations.add(rangeOf("status", first, last), {
    ...{ ...shared, type: "list", formulae: [`"${Object.values(STATUS_NAMES).join(",")}"`], errorStyle: "stop" },
    ...{ promptTitle: "Trạng thái", prompt: "Chọn một trạng thái trong danh sách." },
    ...{
      errorTitle: "Không có trong danh sách",
      error: `Chọn một trong: ${Object.values(STATUS_NAMES).join("; ")}.`,
    },
  });
  dataValidations.add(rangeOf("completedOn", first, last), {
    // a warning only: "20/5/2026" is text to Excel where the machine has American dates, and is read all the same
    ...{ ...shared, type: "date", operator: "between", formulae: [EARLIEST, LATEST], errorStyle: "warning" },
    ...{ promptTitle: "Ngày hoàn thành", prompt: "Ghi ngày/tháng/năm, ví dụ 20/5/2026. Chỉ ghi khi đã hoàn thành." },
    ...{ errorTitle: "Chưa phải là ngày", error: "Ghi ngày/tháng/năm, ví dụ 20/5/2026." },
  });
  const prompts: readonly (readonly [TrackingField, string, string])[] = [
    ["result", "Kết quả, sản phẩm", "Ghi việc đã làm được, số lượng, số và ký hiệu văn bản đã ban hành."],
    ["note", "Vướng mắc/Ghi chú", "Ghi lý do chậm, khó khăn, kiến nghị."],
  ];
  for (const [field, promptTitle, prompt] of prompts) {
    dataValidations.add(rangeOf(field, first, last), {
      ...{
        ...shared,
        type: "textLength",
        operator: "lessThanOrEqual",
        formulae: [5000],
        errorStyle: "stop",
        promptTitle,
        prompt,
      },
      ...{ errorTitle: "Nội dung quá dài", error: "Ghi gọn trong 5.000 ký tự; nội dung dài gửi kèm bằng báo cáo." },
    });
  }
  const at = (field: TrackingField): string => `$${columnLetter(trackingColumn(field))}${first}`;
  const [due, status] = [at("due"), at("status")];
  const overdue = `OR(${status}="${STATUS_NAMES.overdue}",AND(${due}<>"",${due}<TODAY(),${status}<>"${STATUS_NAMES.done}",${status}<>"${STATUS_NAMES.ongoing}",${at("completedOn")}=""))`;
  sheet.addConditionalFormatting({
    ref: `${addressOf(first, trackingColumn("due"))}:${addressOf(last, trackingColumn("status"))}`,
    rules: [
      {
        type: "expression",
        priority: 1,
        formulae: [overdue],
        style: {
          font: { color: { argb: DARK_RED }, bold: true },
          fill: { type: "pattern", pattern: "solid", bgColor: { argb: COLOURS.broken } },
        },
      },
    ],
  });
}
