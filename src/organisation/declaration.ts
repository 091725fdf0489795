/** `don-vi.yaml` as an office writes it. Messages say what is expected, as the end of "Cần ghi: …". */
import { z } from "zod";
import { isoDay, readDay } from "../workspace/day.js";
import type { Day, ReviewLevel } from "./register.js";

const Text = z.string().trim().min(1, "một giá trị, không để trống");

/** Names that Windows gives to no file, with any ending. */
const WINDOWS_DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

const Code = z
  .string()
  .trim()
  .max(40, "mã không quá 40 ký tự")
  .regex(/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/u, "mã viết thường, không dấu, nối bằng gạch ngang, ví dụ p-song-kim")
  .refine((code) => !WINDOWS_DEVICES.test(code), "mã khác; Windows không nhận tên tệp này")
  .describe("Mã của đơn vị, không đổi và không dùng lại, ví dụ p-song-kim");

const UnitCode = z.string().trim().min(1, "mã một đơn vị ở mục “đơn vị”");

const DayText = z
  .string()
  .refine((text) => readDay(text) !== undefined, "ngày có thật, dạng 01/7/2025")
  .describe("Ngày, dạng 01/7/2025");

/** Vietnamese figures: a point between thousands, a decimal comma. */
const FIGURE = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/u;

const Names = {
  tên: Text.describe("Tên đầy đủ, như trong văn bản, ví dụ Đảng uỷ phường Sông Kim"),
  "tên ngắn": Text.optional().describe("Tên trong biểu tổng hợp, ví dụ Phường Sông Kim"),
  "viết tắt": Text.optional().describe("Chữ viết tắt, ví dụ ĐU Sông Kim"),
};

/** Levels of a review as units name them; they are those of the kinds of period (`REVIEW_LEVELS`). */
const LEVELS = { "cơ sở": "base", "cấp trên cơ sở": "district", "gửi báo cáo": "file" } as const satisfies Readonly<
  Record<string, ReviewLevel>
>;
const LEVEL_NAMES = Object.keys(LEVELS) as (keyof typeof LEVELS)[];

const UnitEntry = z.strictObject({
  mã: Code,
  loại: z
    .string()
    .trim()
    .regex(/^[a-z\d]+(?:-[a-z\d]+)*$/u, "mã loại viết thường, không dấu, ví dụ xa-phuong")
    .describe("Loại đơn vị, như bộ biểu mẫu gọi, ví dụ xa-phuong"),
  ...Names,
  "khu vực": Text.optional().describe("Nhóm trong biểu tổng hợp"),
  "cấp trên": UnitCode.optional().describe("Mã đơn vị cấp trên trực tiếp; không ghi nếu trực thuộc nơi tổng hợp"),
  cấp: z
    .enum(LEVEL_NAMES)
    .optional()
    .describe("Cấp sơ kết, tổng kết, để tính hạn riêng của cấp đó; không ghi thì theo hạn gửi báo cáo của kỳ"),
  từ: DayText.optional().describe("Ngày đầu tiên tồn tại; không ghi nếu có từ trước, hoặc do sắp xếp mà có"),
  đến: DayText.optional().describe("Ngày cuối cùng tồn tại; không ghi nếu còn, hoặc do sắp xếp mà hết"),
  "đổi tên": z
    .array(z.strictObject({ từ: DayText, ...Names }))
    .optional()
    .describe("Các lần đổi tên mà đơn vị vẫn là một, theo thứ tự ngày"),
});

const HandoverEntry = z.strictObject({
  từ: UnitCode.optional().describe("Mã đơn vị giao; không ghi nếu chỉ có một"),
  đến: UnitCode.describe("Mã đơn vị nhận"),
  "văn bản": Text.optional().describe("Biên bản bàn giao: số, ngày"),
  "số liệu": z
    .record(
      z.string().regex(/^[\p{L}\d]+(?:\.[\p{L}\d]+)*$/u, "mã chỉ tiêu cuối kỳ, ví dụ B05"),
      z.string().refine((text) => FIGURE.test(text.trim()), "số không âm, ví dụ 12 hoặc 1.234"),
    )
    .describe("Số bàn giao theo mã chỉ tiêu cuối kỳ, ví dụ B05: 12"),
});

const SuccessionEntry = z.strictObject({
  ngày: DayText.describe("Ngày đơn vị mới bắt đầu, ví dụ 01/7/2025"),
  từ: z.array(UnitCode).min(1, "ít nhất một đơn vị").describe("Mã các đơn vị trước khi sắp xếp"),
  thành: z.array(UnitCode).min(1, "ít nhất một đơn vị").describe("Mã các đơn vị sau khi sắp xếp"),
  "bàn giao": z.array(HandoverEntry).optional().describe("Số liệu bàn giao khi một đơn vị chia cho nhiều đơn vị"),
});

export const UnitsFile = z
  .strictObject({
    "khu vực": z.array(Text).optional().describe("Các nhóm của biểu tổng hợp, theo thứ tự"),
    "đơn vị": z.array(UnitEntry).min(1, "ít nhất một đơn vị"),
    "sắp xếp": z.array(SuccessionEntry).optional().describe("Các lần sáp nhập, chia tách, thành lập lại"),
  })
  .describe("Các đơn vị báo cáo của cơ quan");
export type UnitsFile = z.infer<typeof UnitsFile>;
export type UnitEntry = z.infer<typeof UnitEntry>;
export type SuccessionEntry = z.infer<typeof SuccessionEntry>;

/** Maps of `don-vi.yaml` whose keys are codes. */
export const CODE_KEYED = ["số liệu"] as const;

/** A checked day of the file. */
export function dayOf(text: string | undefined): Day | undefined {
  const day = text === undefined ? undefined : readDay(text);
  return day === undefined ? undefined : isoDay(day);
}

/** Level of a checked entry. */
export const levelOf = ({ cấp }: Pick<UnitEntry, "cấp">): ReviewLevel | undefined =>
  cấp === undefined ? undefined : LEVELS[cấp];

/** A checked figure of the file. */
export function figureOf(text: string): number {
  return Number(text.trim().replaceAll(".", "").replace(",", "."));
}
