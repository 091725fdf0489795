/** Styled documents built by hand, for the tests of the DOCX writer. Offices, people and texts are invented. */
import type {
  NamedStyle,
  RunLook,
  Structure,
  StyledBlock,
  StyledCell,
  StyledDocument,
  StyledInline,
  StyledNote,
  StyledParagraph,
  StyledRow,
  StyledSection,
  StyledTable,
  StyledText,
} from "../src/layout/styled.js";

const SIZE = 14;
const EXACT_18 = { rule: "exact", value: 18 } as const;
const AUTO = { rule: "auto", value: 1 } as const;

/** Width of the text between the margins, pt, whole twips: A4 less 30 and 20 mm. */
export const TEXT_WIDTH = 453.55;

const STYLES: readonly NamedStyle[] = [
  {
    id: "Body",
    name: "Nội dung",
    run: { size: SIZE },
    paragraph: {
      align: "justify",
      firstIndent: 28.35,
      left: 0,
      right: 0,
      before: 0,
      after: 6,
      line: EXACT_18,
      keepNext: false,
      keepLines: false,
    },
  },
  {
    id: "NumberHeading",
    name: "Đề mục số",
    outlineLevel: 2,
    run: { size: SIZE, bold: true },
    paragraph: {
      align: "justify",
      firstIndent: 28.35,
      left: 0,
      right: 0,
      before: 0,
      after: 6,
      line: EXACT_18,
      keepNext: true,
      keepLines: true,
    },
  },
  {
    id: "Recipient",
    name: "Nơi nhận",
    run: { size: 12 },
    paragraph: {
      align: "left",
      firstIndent: -7,
      left: 7,
      right: 0,
      before: 0,
      after: 0,
      line: AUTO,
      keepNext: false,
      keepLines: false,
    },
  },
  {
    id: "FootnoteText",
    name: "Chú thích cuối trang",
    run: { size: 11 },
    paragraph: {
      align: "justify",
      firstIndent: 0,
      left: 0,
      right: 0,
      before: 0,
      after: 0,
      line: AUTO,
      keepNext: false,
      keepLines: false,
    },
  },
  {
    id: "Header",
    name: "Số trang",
    run: { size: SIZE },
    paragraph: {
      align: "center",
      firstIndent: 0,
      left: 0,
      right: 0,
      before: 0,
      after: 0,
      line: AUTO,
      keepNext: false,
      keepLines: false,
    },
  },
  {
    id: "Centred",
    name: "Dòng giữa",
    run: { size: 13 },
    paragraph: {
      align: "center",
      firstIndent: 0,
      left: 0,
      right: 0,
      before: 0,
      after: 0,
      line: AUTO,
      keepNext: false,
      keepLines: false,
    },
  },
];

export function styleOf(id: string): NamedStyle {
  const style = STYLES.find((each) => each.id === id) ?? STYLES[0];
  if (style === undefined) throw new Error("the sample has no styles");
  return style;
}

type Text = string | readonly StyledInline[];

/** A run of text in the look of a style. */
export const text = (style: string, value: string, look: Partial<RunLook> = {}): StyledText => ({
  kind: "text",
  text: value,
  ...styleOf(style).run,
  ...look,
});

/** A paragraph in the look of its style. */
export function paragraph(style: string, content: Text, look: Partial<StyledParagraph> = {}): StyledParagraph {
  const base = styleOf(style);
  return {
    kind: "paragraph",
    style,
    structure: { kind: "paragraph" },
    inlines: typeof content === "string" ? (content === "" ? [] : [text(style, content)]) : content,
    markSize: base.run.size,
    ...base.paragraph,
    ...look,
  };
}

export const heading = (title: string, level = 2): StyledParagraph => {
  const structure: Structure = { kind: "heading", level, title };
  return paragraph("NumberHeading", title, { structure });
};

export const cell = (blocks: readonly StyledBlock[], look: Partial<StyledCell> = {}): StyledCell => ({
  blocks,
  colSpan: 1,
  rowSpan: 1,
  verticalAlign: "top",
  ...look,
});

export const row = (cells: readonly StyledCell[], look: Partial<StyledRow> = {}): StyledRow => ({
  cells,
  header: false,
  cantSplit: true,
  ...look,
});

export const table = (
  columns: readonly number[],
  rows: readonly StyledRow[],
  look: Partial<StyledTable> = {},
): StyledTable => ({ kind: "table", role: "data", columns, rows, border: 0.5, padX: 5.4, padY: 0, ...look });

export const section = (blocks: readonly StyledBlock[], look: Partial<StyledSection> = {}): StyledSection => ({
  width: 595.3,
  height: 841.9,
  orientation: "portrait",
  margins: { top: 56.7, bottom: 56.7, left: 85.05, right: 56.7 },
  mirrored: false,
  headerFromTop: 28.35,
  footerFromBottom: 28.35,
  pageNumber: paragraph("Header", [{ kind: "pageNumber", size: SIZE }]),
  firstPageNumber: 1,
  firstPageTop: [],
  firstPageFoot: [],
  blocks,
  lastPageFoot: [],
  ...look,
});

export const document = (sections: readonly StyledSection[], notes: readonly StyledNote[] = []): StyledDocument => ({
  title: "Kế hoạch rà soát hồ sơ năm 2026",
  language: "vi-VN",
  font: "Times New Roman",
  styles: STYLES,
  sections,
  notes,
});

const mark = (note: number, printed = `(${note})`): StyledInline => ({
  kind: "noteMark",
  note,
  text: printed,
  size: SIZE,
  superscript: true,
});

const SENTENCES = [
  "Các chi bộ trực thuộc rà soát, bổ sung hồ sơ đảng viên theo đúng thời hạn, bảo đảm đầy đủ, chính xác.",
  "Văn phòng Đảng uỷ tổng hợp kết quả, báo cáo Ban Thường vụ trước ngày 25 hằng tháng.",
  "Việc khai thác, sử dụng tài liệu lưu trữ thực hiện theo quy chế của cơ quan và hướng dẫn của cấp trên.",
  "Từng bước ứng dụng công nghệ thông tin, chữ ký số trong tiếp nhận, xử lý và phát hành văn bản.",
];

/** A plausible sentence, different for each index. */
export const sentence = (index: number): string => `${SENTENCES[index % SENTENCES.length]}`;

/** Paragraphs of text for about `count` * 6 lines. */
export const bodyText = (count: number): StyledParagraph[] =>
  Array.from({ length: count }, (_, index) =>
    paragraph("Body", [0, 1, 2, 3].map((offset) => sentence(index + offset)).join(" ")),
  );

const PNG_1X1 = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/** A picture of one pixel, as the image of a signature. */
export const picture = (): StyledInline => ({
  kind: "image",
  data: new Uint8Array(Buffer.from(PNG_1X1, "base64")),
  width: 90,
  height: 45,
  alt: "Chữ ký mẫu",
});

const RULE: StyledParagraph = paragraph("Centred", "", {
  structure: { kind: "spacer" },
  markSize: 4,
  line: { rule: "exact", value: 4 },
  left: 20,
  right: 20,
  borderTop: { width: 0.75, space: 1 },
});

const head = (): StyledTable =>
  table(
    [200, 253.55],
    [
      row([
        cell([
          paragraph("Centred", "ĐẢNG BỘ TỈNH HÀ TRUNG"),
          paragraph("Centred", [text("Centred", "ĐẢNG UỶ PHƯỜNG SÔNG KIM", { bold: true })]),
          paragraph("Centred", "*"),
          paragraph("Centred", "Số 12-KH/ĐU"),
        ]),
        cell([
          paragraph("Centred", [text("Centred", "ĐẢNG CỘNG SẢN VIỆT NAM", { bold: true, size: 15 })]),
          RULE,
          paragraph("Centred", [text("Centred", "Sông Kim, ngày 05 tháng 6 năm 2026", { italic: true })]),
        ]),
      ]),
    ],
    { role: "layout", border: 0, padX: 0 },
  );

const signatures = (): StyledTable =>
  table(
    [226.75, 226.8],
    [
      row([
        cell([
          paragraph("Recipient", [text("Recipient", "Nơi nhận:", { underline: true, size: 14 })]),
          table(
            [100, 126.75],
            [
              row([
                cell([
                  paragraph("Recipient", "- Ban Thường vụ Tỉnh uỷ,"),
                  paragraph("Recipient", "- Các chi bộ trực thuộc,"),
                ]),
                cell([paragraph("Recipient", "(để b/c)")], { verticalAlign: "center" }),
              ]),
            ],
            { role: "layout", border: 0, padX: 0 },
          ),
          paragraph("Recipient", "- Lưu Văn phòng Đảng uỷ."),
        ]),
        cell([
          paragraph("Centred", [text("Centred", "T/M BAN THƯỜNG VỤ", { bold: true })]),
          paragraph("Centred", "PHÓ BÍ THƯ"),
          paragraph("Centred", [picture()]),
          paragraph("Centred", [text("Centred", "Trần Minh Khôi", { bold: true })]),
        ]),
      ]),
    ],
    { role: "layout", border: 0, padX: 0 },
  );

const data = (): StyledTable => {
  const head = (value: string, look: Partial<StyledCell> = {}) =>
    cell([paragraph("Centred", [text("Centred", value, { bold: true })])], {
      verticalAlign: "center",
      ...look,
    });
  return table(
    [40, 213.55, 100, 100],
    [
      row([head("TT", { rowSpan: 2 }), head("Nội dung", { rowSpan: 2 }), head("Kết quả", { colSpan: 2 })], {
        header: true,
      }),
      row([head("Chỉ tiêu"), head("Thực hiện")], { header: true }),
      ...Array.from({ length: 40 }, (_, index) =>
        row([
          cell([paragraph("Centred", `${index + 1}`)]),
          cell([paragraph("Body", sentence(index), { firstIndent: 0, after: 0, align: "left" })]),
          cell([paragraph("Centred", "95%")]),
          cell([paragraph("Centred", `${80 + (index % 20)},5%`)], { verticalAlign: "bottom" }),
        ]),
      ),
    ],
  );
};

/** Everything that the writer writes, in one document of some pages. */
export function fullSample(): StyledDocument {
  const bound = (value: string): StyledText => ({
    kind: "text",
    text: value,
    size: SIZE,
    binding: "vt:C02/tinh/2026-nam",
  });
  return document(
    [
      section(
        [
          head(),
          paragraph("Centred", [text("Centred", "KẾ HOẠCH", { bold: true, size: 16 })], {
            structure: { kind: "title" },
            before: 12,
          }),
          paragraph("Centred", "-----"),
          heading("1. Mục đích, yêu cầu"),
          paragraph("Body", [
            text("Body", "Năm 2026, toàn đảng bộ có "),
            bound("1.054"),
            text("Body", " đảng viên"),
            mark(1),
            text("Body", ", trong đó "),
            text("Body", "đảng viên dự bị", { italic: true }),
            text("Body", " chiếm tỉ lệ 3,5%; so với "),
            bound("1.054"),
            text("Body", " của kỳ trước, số liệu không đổi."),
          ]),
          ...bodyText(6),
          paragraph("Body", [text("Body", "Nội dung khác"), mark(2), text("Body", ".")]),
          heading("2. Tổ chức thực hiện"),
          data(),
          paragraph("Body", "Văn phòng theo dõi, đôn đốc việc thực hiện./."),
          signatures(),
        ],
        {
          mirrored: true,
          firstPageTop: [paragraph("Centred", "LƯU HÀNH NỘI BỘ", { align: "right" })],
          firstPageFoot: [paragraph("Centred", "Số điện thoại: 0200 000 000", { align: "left" })],
          lastPageFoot: [paragraph("Centred", "Không phổ biến trên phương tiện thông tin đại chúng")],
        },
      ),
      section(
        [
          paragraph("Centred", "Phụ lục"),
          ...bodyText(2),
          table([300, 400], [row([cell(bodyText(1)), cell(bodyText(1))])]),
        ],
        {
          width: 841.9,
          height: 595.3,
          orientation: "landscape",
        },
      ),
    ],
    [
      {
        note: 1,
        markText: "(1)",
        markSize: 11,
        paragraphs: [
          paragraph("FootnoteText", "Số liệu đến ngày 31/5/2026, không tính đảng viên chuyển sinh hoạt tạm thời."),
        ],
      },
      {
        note: 2,
        markText: "(2)",
        markSize: 11,
        paragraphs: [
          paragraph("FootnoteText", "Quy định số 07-QĐ/ĐU, ngày 02/3/2026."),
          paragraph("FootnoteText", "Thay thế Quy định số 03-QĐ/ĐU."),
        ],
      },
    ],
  );
}
