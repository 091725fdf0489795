/** An empty workbook to list a plan's tasks and targets in. */
import type { Worksheet } from "exceljs";
import type { Day } from "../../organisation/register.js";
import { addressOf, columnLetter } from "../../workbook/layout/address.js";
import { setUpPrint } from "../../workbook/write/draw-sheet.js";
import { characters, textHeight } from "../../workbook/write/heights.js";
import { LOOKS } from "../../workbook/write/looks.js";
import { packed } from "../outputs/packed.js";

interface FormColumn {
  readonly head: string;
  /** mm. */
  readonly width: number;
  readonly prompt?: string;
}

interface FormSheet {
  readonly name: string;
  readonly title: string;
  readonly how: string;
  readonly columns: readonly FormColumn[];
  readonly rows: number;
}

const SEVERAL = "Nhiều cơ quan: mỗi tên một dòng (Alt + Enter), hoặc cách nhau bằng dấu chấm phẩy.";

const SHEETS: readonly FormSheet[] = [
  {
    name: "Nhiệm vụ",
    title: "DANH MỤC NHIỆM VỤ",
    how: "Mỗi nhiệm vụ một dòng, ghi đúng lời văn sẽ in trong kế hoạch. Sau đó chạy: vanthu new ke-hoach --tasks <tệp này>.",
    columns: [
      { head: "TT", width: 11 },
      { head: "Nhiệm vụ", width: 78, prompt: "Một câu, bắt đầu bằng động từ: “Tổ chức hội nghị …”." },
      { head: "Chỉ đạo", width: 34, prompt: "Chức danh hoặc cơ quan chỉ đạo." },
      { head: "Tham mưu", width: 34, prompt: SEVERAL },
      { head: "Thực hiện", width: 36, prompt: SEVERAL },
      { head: "Phối hợp", width: 36, prompt: SEVERAL },
      {
        head: "Thời gian",
        width: 36,
        prompt:
          "Như in: “trước ngày 30/9/2026”, “trong quý II/2026”, “hằng quý, vào ngày 20 của tháng cuối quý”, “thường xuyên”.",
      },
      { head: "Sản phẩm", width: 36, prompt: "Kế hoạch, báo cáo, hội nghị …; có thể để trống." },
    ],
    rows: 60,
  },
  {
    name: "Chỉ tiêu",
    title: "CHỈ TIÊU",
    how: "Mỗi chỉ tiêu một dòng; giá trị và đơn vị tính nối tiếp sau tên chỉ tiêu thành một câu. Có thể để trống trang này.",
    columns: [
      { head: "TT", width: 11 },
      { head: "Chỉ tiêu", width: 110, prompt: "Ví dụ: “Hằng năm kết nạp”, hoặc cả câu." },
      { head: "Giá trị", width: 40, prompt: "Như in: “từ 200”, “trên 90%”, “01 đến 02”." },
      { head: "Đơn vị tính", width: 60, prompt: "Ví dụ: “đảng viên trở lên”." },
    ],
    rows: 20,
  },
];

const HEAD_ROW = 4;

interface Validations {
  add(range: string, validation: object): void;
}

function draw(sheet: Worksheet, { title, how, columns, rows }: FormSheet): void {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const { dataValidations } = sheet as Worksheet & { readonly dataValidations: Validations };
  for (const [row, text, look] of [
    [1, title, LOOKS.title],
    [2, how, LOOKS.window],
  ] as const) {
    sheet.getCell(row, 1).value = text;
    sheet.getCell(row, 1).style = look;
    sheet.mergeCells(row, 1, row, columns.length);
    sheet.getRow(row).height = textHeight(text, width * 0.97, row === 1 ? 14 : 12, row === 1);
  }
  columns.forEach(({ head, width: own, prompt }, at) => {
    sheet.getColumn(at + 1).width = characters(own);
    sheet.getCell(HEAD_ROW, at + 1).value = head;
    sheet.getCell(HEAD_ROW, at + 1).style = LOOKS.head;
    for (let row = HEAD_ROW + 1; row <= HEAD_ROW + rows; row += 1) {
      const look = at === 0 ? LOOKS.centred : LOOKS.text;
      sheet.getCell(row, at + 1).style = { ...look, numFmt: at === 0 ? "0" : "@" };
    }
    if (prompt === undefined) return;
    dataValidations.add(`${addressOf(HEAD_ROW + 1, at + 1)}:${addressOf(HEAD_ROW + rows, at + 1)}`, {
      ...{ type: "textLength", operator: "lessThanOrEqual", formulae: [5000], allowBlank: true },
      ...{ showInputMessage: true, promptTitle: head, prompt, showErrorMessage: true, errorStyle: "stop" },
      ...{ errorTitle: "Nội dung quá dài", error: "Ghi gọn trong 5.000 ký tự." },
    });
  });
  const last = columnLetter(columns.length);
  const area = ["A", 1, last, HEAD_ROW + rows] as const;
  setUpPrint(sheet, { orientation: "landscape", area, titles: [HEAD_ROW, HEAD_ROW] });
}

/**
 * The form; the same bytes for the same day.
 *
 * @returns an XLSX file
 */
export async function taskForm(day: Day): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  workbook.created = new Date(`${day}T00:00:00Z`);
  workbook.modified = workbook.created;
  workbook.creator = "vanthu";
  workbook.title = "Danh mục nhiệm vụ";
  for (const form of SHEETS) {
    draw(workbook.addWorksheet(form.name, { views: [{ state: "frozen", xSplit: 2, ySplit: HEAD_ROW }] }), form);
  }
  return packed(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
