/** `vanthu.yaml` as an office writes it. Messages say what is expected, as the end of "Cần ghi: …". */
import { z } from "zod";
import { findType } from "../norms/types.js";
import { PeriodKindDeclarations } from "../periods/declaration.js";
import { readDay } from "./day.js";

const Text = z.string().trim().min(1, "một giá trị, không để trống");
const Code = z
  .string()
  .trim()
  .regex(/^[\p{L}\d]+(?:-[\p{L}\d]+)*$/u, "mã viết liền, ví dụ ĐU, BTCTU")
  .describe("Chữ viết tắt, ví dụ ĐU, BTCTU");
const Lines = z
  .string()
  .refine((text) => text.trim() !== "", "một hay nhiều dòng, không để trống")
  .refine((text) => !/^\s*-{3,}\s*$/mu.test(text), "một hay nhiều dòng, không có dòng ---");
const DayText = z
  .string()
  .refine((text) => readDay(text) !== undefined, "ngày có thật, dạng 15/6/2025")
  .describe("Ngày, dạng 15/6/2025");

/** A number in pt or mm with a decimal comma or point. */
const measure = (least: number, most: number, unit: string) => {
  const expected = `số từ ${least} đến ${most} (${unit})`;
  return z
    .string()
    .refine((text) => {
      const value = readMeasure(text);
      return value >= least && value <= most;
    }, expected)
    .describe(`${expected[0]?.toUpperCase()}${expected.slice(1)}`);
};

/** The value of a measure as written. */
export function readMeasure(text: string): number {
  return /^\d+(?:[.,]\d+)?$/u.test(text.trim()) ? Number(text.trim().replace(",", ".")) : Number.NaN;
}

/** Years as written `2026-2030`, the first before the last. */
export function readSpan(text: string): { readonly first: number; readonly last: number } | undefined {
  const [, first, last] = /^((?:19|20|21)\d{2})\s*[-–]\s*((?:19|20|21)\d{2})$/u.exec(text.trim()) ?? [];
  if (first === undefined || last === undefined || Number(first) >= Number(last)) return undefined;
  return { first: Number(first), last: Number(last) };
}

const Period = {
  tên: Text.optional().describe("Tên gọi ghi trong sổ, ví dụ 2025-2030"),
  từ: DayText,
  đến: DayText.optional(),
};

const ordered = (period: { từ: string; đến?: string | undefined }): boolean => {
  const from = readDay(period.từ);
  const until = period.đến === undefined ? undefined : readDay(period.đến);
  if (from === undefined || until === undefined) return true;
  return Date.UTC(from.year, from.month, from.day) <= Date.UTC(until.year, until.month, until.day);
};
const ORDERED = { message: "ngày không trước ngày ở “từ”", path: ["đến"] };

/** Type codes of an office's own, by the type's name. */
const TypeCodes = z.record(
  z
    .string()
    .refine((name) => Boolean(findType(name, "party") ?? findType(name, "state")), "tên một thể loại, ví dụ giấy mời"),
  Code,
);

/** Ids of rules, as `vanthu check --list-rules` prints them; no rule can be raised above what it rests on. */
const RuleIds = z
  .array(
    z
      .string()
      .trim()
      .regex(/^(?:[PSCV]\d{2}|[a-z]+\/[a-z-]+)$/u, "mã quy tắc, ví dụ P22 (xem vanthu check --list-rules)"),
  )
  .describe("Mã quy tắc, ví dụ P22");

export const WorkspaceFile = z
  .strictObject({
    "hệ thống": z.enum(["Đảng", "Nhà nước"]).optional().describe("Hệ thống văn bản của cơ quan (mặc định: Đảng)"),
    chuẩn: z
      .enum(["hd05", "hd36", "nd30"])
      .optional()
      .describe("Chuẩn thể thức; không ghi thì theo hệ thống và ngày ký"),
    "cơ quan cấp trên": Lines.optional().describe("Các dòng in trên tên cơ quan ban hành"),
    "cơ quan ban hành": Lines.optional().describe("Tên cơ quan, từng dòng như in"),
    "mã cơ quan": Code.optional().describe("Chữ viết tắt tên cơ quan trong ký hiệu, ví dụ ĐU"),
    "mã đơn vị": z
      .string()
      .trim()
      .regex(/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/u, "mã viết thường, không dấu, nối bằng gạch ngang, ví dụ p-song-kim")
      .optional()
      .describe("Mã của cơ quan mình ở nơi tổng hợp cấp trên, như tên tệp đề cương nhận được, ví dụ p-song-kim"),
    "địa danh": Text.optional(),
    "tác giả": Text.optional().describe("Tên cơ quan như nói trong câu"),
    lưu: Text.optional().describe("Dòng lưu cuối Nơi nhận, ví dụ Lưu Văn phòng Đảng uỷ"),
    "dấu thanh": z.enum(["uỷ", "ủy"]).optional().describe("Cách đặt dấu thanh của cơ quan"),
    ký: Lines.optional().describe("Quyền hạn, chức vụ; một dòng trống; họ và tên người ký"),
    "mã loại": TypeCodes.optional().describe("Mã của giấy tờ mà hướng dẫn không quy định, ví dụ giấy mời: GM"),
    "nhiệm kỳ": z.strictObject(Period).refine(ordered, ORDERED).optional().describe("Nhiệm kỳ của cấp uỷ"),
    "đại hội": z
      .strictObject({ mã: Code.optional(), ...Period })
      .refine(ordered, ORDERED)
      .optional()
      .describe("Đại hội: mọi thể loại chung một dãy số (mã mặc định: ĐH)"),
    "dãy số": z
      .strictObject({
        "quyết định và quy định": z.enum(["riêng", "chung"]).optional().describe("Đảng: hai thể loại cùng mã QĐ"),
        "nhà nước": z.enum(["theo loại", "một dãy"]).optional().describe("Dãy số trong năm của văn bản nhà nước"),
      })
      .optional(),
    "gửi báo cáo về": Text.optional().describe(
      "Nơi nhận báo cáo của các đơn vị, ví dụ Ban Thường vụ Tỉnh uỷ (qua Ban Tổ chức Tỉnh uỷ)",
    ),
    "giai đoạn": z
      .string()
      .refine((text) => readSpan(text) !== undefined, "năm đầu - năm cuối, ví dụ 2026-2030")
      .optional()
      .describe("Giai đoạn của chỉ tiêu, ví dụ 2026-2030; lũy kế giai đoạn được tính từ năm đầu"),
    "kỳ báo cáo": PeriodKindDeclarations.optional().describe(
      "Loại kỳ báo cáo của cơ quan, thêm vào hoặc thay cho quý, 6 tháng, năm, sơ kết, tổng kết (q1 … q4, 6t, nam, sk, tk)",
    ),
    "kiểm tra": z
      .strictObject({
        tắt: RuleIds.optional().describe("Các quy tắc không kiểm tra"),
        hạ: RuleIds.optional().describe("Các quy tắc hạ một mức: lỗi thành cảnh báo, cảnh báo thành lưu ý"),
      })
      .optional()
      .describe("Quy tắc kiểm tra mà cơ quan tắt hoặc hạ mức"),
    "trình bày": z
      .strictObject({
        "cỡ chữ": measure(10, 16, "pt").optional(),
        "giãn dòng": measure(10, 40, "pt").optional(),
        "cách đoạn": measure(0, 30, "pt").optional(),
        "thụt đầu dòng": measure(0, 30, "mm").optional(),
        "hai mặt": z.enum(["có", "không"]).optional(),
        "dấu chú thích": z.enum(["(1)", "1"]).optional(),
      })
      .optional()
      .describe("Mặc định cho khoá “trình bày” của bản thảo"),
  })
  .describe("Khai báo của cơ quan cho vanthu");
export type WorkspaceFile = z.infer<typeof WorkspaceFile>;
