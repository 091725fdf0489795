/** A document of two pages with everything that the PDF writer draws. */
import type { Page } from "../src/layout/page.js";
import type { StyledInline, StyledRow } from "../src/layout/styled.js";
import {
  flow,
  LEFT,
  note,
  page,
  pageNumber,
  paragraph,
  place,
  placeTable,
  row,
  rule,
  split,
  table,
  text,
  WIDTH,
} from "./writer-pdf.builder.js";
import { signaturePng } from "./writer-pdf.png.js";

export const SENTENCE =
  "Các chi bộ trực thuộc rà soát danh sách đảng viên, đối chiếu với hồ sơ lưu tại văn phòng và gửi kết quả " +
  "theo biểu\u00a0số\u00a03 trước ngày 25 hằng tháng để tổng hợp. ";

export const SIGNATURE = signaturePng();

const noteMark: StyledInline = { kind: "noteMark", note: 1, text: "(1)", size: 14, superscript: true };

export const LONG = paragraph([
  text(SENTENCE),
  text("Nội dung in đậm", { bold: true }),
  noteMark,
  text(" và "),
  text("phần gạch chân", { underline: true, color: "aa0000" }),
  text("; "),
  text("chữ nghiêng", { italic: true }),
  text(` được giữ nguyên. ${SENTENCE.trimEnd()}`),
]);

const headerRow: StyledRow = {
  ...row(["Chỉ tiêu", "Kết quả"], true),
  cells: [{ ...(row(["Chỉ tiêu"]).cells[0] as StyledRow["cells"][number]), colSpan: 2 }, ...row(["Kết quả"]).cells],
};

export const DATA_TABLE = table([headerRow, row(["1", "Số chi bộ", "12"]), row(["2", "Số đảng viên", "345"])]);

/** The pages of the sample; a new value at each call, so that nothing is kept between two builds. */
export function samplePages(): Page[] {
  const [head, tail] = split(LONG, 2, 700, 57);
  const items = ["- Việc thứ nhất", "- Việc thứ hai", "- Việc thứ ba"].map((words, index) =>
    place(paragraph(words, { kind: "listItem" }, "left"), 260 + 18 * index),
  );
  const moved = place(paragraph("- Việc thứ tư", { kind: "listItem" }, "left"), 640);
  if (head === undefined || tail === undefined) throw new Error("The paragraph is too short to be split");
  return [
    page(
      [
        placeTable(table([row(["ĐẢNG UỶ XÃ SUỐI TRONG", "ĐẢNG CỘNG SẢN VIỆT NAM"])], "layout", 2), [0], 57),
        place(paragraph([text("KẾ HOẠCH", { bold: true })], { kind: "title" }, "center"), 100),
        place(paragraph("rà soát danh sách & hồ sơ", { kind: "title" }, "center"), 118),
        place(paragraph("-----", { kind: "spacer" }, "center"), 136),
        place(
          paragraph([text("I. Mục đích", { bold: true })], { kind: "heading", level: 1, title: "I. Mục đích" }),
          160,
        ),
        place(paragraph("1.1. Yêu cầu", { kind: "heading", level: 3, title: "1.1. Yêu cầu" }), 180),
        place(paragraph(SENTENCE.trimEnd()), 200),
        ...items,
        placeTable(DATA_TABLE, [0, 1], 400),
        moved,
        head,
      ],
      {
        notes: [note(1, [place(paragraph("(1) Theo quy định hiện hành."), 760)])],
        rules: [rule(LEFT, 750, LEFT + 144, 750), rule(LEFT, 400, WIDTH - LEFT, 400, 0.75)],
        furniture: [
          place(paragraph("Tài liệu lưu hành nội bộ", { kind: "paragraph" }, "right"), 20),
          place(paragraph("Địa chỉ liên hệ: văn phòng"), 810),
        ],
      },
    ),
    page(
      [
        tail,
        placeTable(DATA_TABLE, [2], 200, [0]),
        place(
          paragraph([text("II. Tổ chức", { bold: true })], { kind: "heading", level: 1, title: "II. Tổ chức" }),
          300,
        ),
        place(
          paragraph([
            { kind: "image", data: SIGNATURE, width: 90, height: 30, alt: "Chữ ký của Bí thư" },
            text("Trần Thị Mẫu", { bold: true, italic: true }),
          ]),
          400,
        ),
      ],
      { number: 2, artifacts: [pageNumber(2)] },
    ),
  ];
}

/** Plain text on as many pages as it needs. */
export const textPages = (count: number): Page[] =>
  flow(Array.from({ length: count * 4 }, (_, index) => paragraph(`${index + 1}. ${SENTENCE.repeat(3).trimEnd()}`)));
