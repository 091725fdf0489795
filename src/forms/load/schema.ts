/** A form set as an office writes it. Messages say what is expected, as the end of "Cần ghi: …". */
import { z } from "zod";
import {
  BASES,
  COLUMN_CONTENTS,
  COMPARATORS,
  FACES,
  INDICATOR_KINDS,
  ORIENTATIONS,
  SCOPES,
  SEVERITIES,
  SPANS,
} from "./words.js";

const Text = z.string().trim().min(1, "một giá trị, không để trống");
const Code = z
  .string()
  .trim()
  .regex(/^[A-Z][A-Za-z\d]{0,15}$/u, "mã gồm chữ không dấu và chữ số, bắt đầu bằng chữ hoa, ví dụ B05")
  .describe("Mã, ví dụ B05; không dùng lại cho nghĩa khác");
const Key = z
  .string()
  .trim()
  .regex(/^[A-Z][A-Za-z\d]*(?:\.[A-Z][A-Za-z\d]*)?$/u, "mã chỉ tiêu, ví dụ B05, hoặc một phần của nó, ví dụ A01.CP")
  .describe("Mã chỉ tiêu, ví dụ B05, hoặc một phần, ví dụ A01.CP");
const Slug = z
  .string()
  .trim()
  .regex(/^[a-z\d]+(?:-[a-z\d]+)*$/u, "mã viết thường, không dấu, nối bằng gạch ngang, ví dụ xa-phuong");
const PartCode = z
  .string()
  .trim()
  .regex(/^[A-Z][A-Za-z\d]*(?:-(?:[A-Za-z\d]+|\{mã\}))*$/u, "mã viết liền, nối bằng gạch ngang, ví dụ KT-B05");
const PartName = z
  .string()
  .trim()
  .regex(/^(?!.*\.\.)[^/\\:][^\\:]*\.ya?ml$/u, "tên tệp .yaml trong thư mục của tệp này, ví dụ chi-tieu.yaml");
const ColumnNumber = z
  .string()
  .trim()
  .regex(/^[1-9]\d?$/u, "số cột từ 1 đến 99");
const Count = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/u, "một số nguyên không âm");
const YesNo = z.enum(["có", "không"]);
const Periods = z
  .array(Slug)
  .min(1, "ít nhất một loại kỳ")
  .describe("Loại kỳ có hỏi, ví dụ 6t, nam; không ghi là mọi kỳ");

/** One of the words that a table explains. */
const wordOf = (table: { readonly [word: string]: unknown }) => z.enum(Object.keys(table) as [string, ...string[]]);

const Dimension = z.strictObject({
  mã: Code,
  tên: Text,
  "thành phần": z
    .array(z.strictObject({ mã: Code, tên: Text, thuộc: Code.optional().describe("Mã thành phần bao gồm nó") }))
    .min(1, "ít nhất một thành phần"),
});

const Breakdown = z.strictObject({
  mã: Code.describe("Mã phân tổ"),
  gồm: z.array(Code).optional().describe("Các thành phần có hỏi; không ghi là tất cả"),
  "cộng bằng tổng": YesNo.optional().describe("Các thành phần cộng lại bằng chỉ tiêu (mặc định: có)"),
});

const Indicator = z.strictObject({
  mã: Code,
  tên: Text,
  đvt: Text.describe("Đơn vị tính, ví dụ người"),
  loại: wordOf(INDICATOR_KINDS),
  theo: wordOf(BASES).optional().describe("Tính theo địa bàn hay theo hệ thống đảng; không ghi là như nhóm"),
  nguồn: Slug.optional().describe("Loại đơn vị có số liệu chính thức; không ghi là như nhóm"),
  "công thức": Text.optional().describe("Chỉ tiêu được tính, không nhập, ví dụ C06*100/G01"),
  "nối tiếp": Code.optional().describe("Chỉ tiêu cuối kỳ năm trước mà số đầu kỳ này nối tiếp"),
  "phân tổ": Breakdown.optional(),
  kỳ: Periods.optional(),
  "giao cho": z
    .strictObject({ "chỉ tiêu": Key, trong: wordOf(SPANS) })
    .optional()
    .describe("Của chỉ tiêu giao: giao cho chỉ tiêu nào, trong năm hay cả giai đoạn"),
  "đạt khi": wordOf(COMPARATORS)
    .optional()
    .describe("Số thực hiện so với chỉ tiêu giao; “khoảng”: từ mức này đến mức của chỉ tiêu ghi ở “đến”"),
  đến: Code.optional().describe("Khi “đạt khi: khoảng”: mã chỉ tiêu giao giữ mức cao nhất"),
});

const IndicatorGroup = z.strictObject({
  tên: Text,
  theo: wordOf(BASES),
  nguồn: Slug.optional(),
  "chỉ tiêu": z.array(Indicator).min(1, "ít nhất một chỉ tiêu"),
});

const Column = z.strictObject({
  số: ColumnNumber,
  đầu: z.array(Text).min(1, "ít nhất một dòng tên cột").describe("Tên cột, từ ô gộp ngoài cùng vào trong"),
  loại: wordOf(COLUMN_CONTENTS),
  "công thức": Text.optional().describe("Theo số cột, như in ở dòng số cột: 4*100/5"),
  "chỉ tiêu": Key.optional().describe("Của biểu tổng hợp: chỉ tiêu ở cột này"),
  năm: Count.optional().describe("Của cột “từng năm”: năm thứ mấy của giai đoạn"),
  rộng: Count.optional().describe("Bề rộng, mm"),
});

const Row = z.strictObject({
  tt: z.string().trim().optional().describe("Số thứ tự, ví dụ A, 1, 1.1"),
  "nội dung": Text.optional().describe("Không ghi là tên chỉ tiêu"),
  cấp: Count.optional(),
  "chỉ tiêu": Key.optional(),
  "các phần của": Code.optional().describe("Mỗi thành phần của chỉ tiêu một dòng"),
  nhóm: Slug.optional().describe("Các dòng của một nhóm dòng"),
  hiện: YesNo.optional().describe("Có: số liệu nhập ở biểu khác, ở đây chỉ hiện ra"),
  x: z.array(ColumnNumber).optional().describe("Các cột không áp dụng"),
});

const RowGroup = z.strictObject({ mã: Slug, dòng: z.array(Row).min(1, "ít nhất một dòng") });

const Form = z.strictObject({
  mã: Code.describe("Mã biểu, ví dụ B1"),
  số: Text.describe("Như in, ví dụ Biểu 1"),
  tên: Text,
  đvt: Text.optional().describe("Đơn vị tính chung của cả biểu"),
  mặt: wordOf(FACES).optional().describe("Biểu của đơn vị, hay biểu tổng hợp mỗi đơn vị một dòng (mặc định: đơn vị)"),
  nộp: z.array(Slug).optional().describe("Các loại đơn vị nộp biểu này"),
  kỳ: Periods.optional(),
  khổ: wordOf(ORIENTATIONS).optional().describe("Mặc định: ngang"),
  cột: z.array(Column).min(1, "ít nhất một cột").optional(),
  "cột như": Code.optional().describe("Mã biểu có cùng các cột"),
  dòng: z.array(Row).min(1, "ít nhất một dòng").optional(),
  "danh sách": z
    .strictObject({
      đếm: Key.optional().describe("Chỉ tiêu bằng số dòng của danh sách"),
      chỗ: Count.describe("Số dòng để sẵn"),
    })
    .optional()
    .describe("Biểu là danh sách, đơn vị ghi thêm dòng"),
  "hướng dẫn": z.array(Text).optional(),
});

const Section = z.strictObject({
  dấu: Text.describe("Ví dụ I, 1, a"),
  tên: Text,
  "hướng dẫn": Text.optional().describe("Viết gì dưới mục này"),
  "chỉ tiêu": z.array(Key).optional().describe("Các chỉ tiêu cần dẫn"),
  viết: YesNo.optional().describe("Không: mục chỉ có các mục con (mặc định: có)"),
});

const Outline = z.strictObject({
  mã: PartCode,
  tên: Text,
  kỳ: Periods,
  nộp: z.array(Slug).optional(),
  mục: z.array(Section).min(1, "ít nhất một mục"),
});

const Check = z.strictObject({
  mã: PartCode.describe("Mã kiểm tra, không đổi nghĩa; {mã} được thay khi có “với mỗi”"),
  "với mỗi": z
    .array(Code)
    .min(1, "ít nhất một mã")
    .optional()
    .describe("Một kiểm tra cho mỗi chỉ tiêu; {mã}, {tên} được thay"),
  "điều kiện": Text.describe("Điều phải đúng, ví dụ B05 == B01 + B02 + B03 - B04"),
  mức: wordOf(SEVERITIES),
  "phạm vi": wordOf(SCOPES).optional().describe("Mặc định: đơn vị"),
  kỳ: Periods.optional(),
  báo: Text.describe("Sai ở đâu; {B05} được thay bằng số liệu"),
  "xử lý": Text.describe("Người lập biểu cần làm gì"),
});

const Parts = {
  "nhóm chỉ tiêu": z.array(IndicatorGroup).optional(),
  "nhóm dòng": z.array(RowGroup).optional().describe("Các dòng dùng chung cho nhiều biểu"),
  biểu: z.array(Form).optional(),
  "đề cương": z.array(Outline).optional(),
  "kiểm tra": z.array(Check).optional(),
};

export const PartFile = z.strictObject(Parts).describe("Một phần của bộ biểu mẫu");

export const FormSetFile = z
  .strictObject({
    mã: Slug.describe("Mã bộ biểu mẫu, ví dụ xd-to-chuc-dang"),
    "phiên bản": Slug.describe("Không sửa phiên bản đã dùng; đổi thì tạo phiên bản mới"),
    tên: Text,
    "đề xuất": YesNo.optional().describe("Có: biểu đề xuất, chưa phải mẫu do cấp trên ban hành (mặc định: không)"),
    tệp: z.array(PartName).optional().describe("Các tệp ghi tiếp bộ này, tính từ thư mục của tệp này"),
    "loại đơn vị": z.array(z.strictObject({ mã: Slug, tên: Text })).min(1, "ít nhất một loại đơn vị"),
    "tham số": z
      .array(
        z.strictObject({
          mã: z
            .string()
            .trim()
            .regex(/^[a-z][A-Za-z\d]*$/u, "mã không dấu viết liền, ví dụ soDangVienToiThieu"),
          "giá trị": z
            .string()
            .trim()
            .regex(/^\d+(?:[.,]\d+)?$/u, "một số không âm"),
          nghĩa: Text,
        }),
      )
      .optional(),
    "phân tổ": z.array(Dimension).optional(),
    ...Parts,
  })
  .describe("Bộ biểu mẫu: chỉ tiêu, biểu, đề cương, kiểm tra");

export type FormSetFile = z.infer<typeof FormSetFile>;
export type PartFile = z.infer<typeof PartFile>;
export type IndicatorEntry = z.infer<typeof Indicator>;
export type IndicatorGroupEntry = z.infer<typeof IndicatorGroup>;
export type FormEntry = z.infer<typeof Form>;
export type ColumnEntry = z.infer<typeof Column>;
export type RowEntry = z.infer<typeof Row>;
export type RowGroupEntry = z.infer<typeof RowGroup>;
export type OutlineEntry = z.infer<typeof Outline>;
export type CheckEntry = z.infer<typeof Check>;
