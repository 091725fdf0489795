import type { Wording } from "../../finding.js";
import { quote, quoteAll } from "./quote.js";

type Key = { key: string };
type KeyValue = { key: string; value: string };
type Value = { value: string };

const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Có phải ý đồng chí là ${quote(nearest)}?`;

/** Findings about the keys of the header and what stands under them. */
export const HEADER_WORDINGS = {
  "draft/unknown-key": {
    severity: "error",
    found: ({ key }: Key & { nearest?: string | undefined }) => `Phần đầu không có mục ${quote(key)}.`,
    remedy: ({ nearest }: Key & { nearest?: string | undefined }) =>
      meant(nearest, "Xem các mục được dùng trong hướng dẫn soạn bản thảo, hoặc xoá dòng này."),
  },
  "draft/duplicate-key": {
    severity: "error",
    found: ({ key, line }: Key & { line: number }) => `Mục ${quote(key)} đã có ở dòng ${line}.`,
    remedy: () => "Giữ lại một mục, xoá mục kia.",
  },
  "draft/value-list": {
    severity: "error",
    found: ({ key }: Key) => `Mục ${quote(key)} được ghi như một danh sách của YAML.`,
    remedy: ({ key }: Key) => `Thêm dấu | sau dấu hai chấm: "${key}: |"; các dòng bên dưới giữ nguyên.`,
  },
  "draft/value-map": {
    severity: "error",
    found: ({ key }: Key) => `Mục ${quote(key)} có các mục con, ở đây cần nội dung bằng chữ.`,
    remedy: ({ key }: Key) => `Thêm dấu | sau dấu hai chấm: "${key}: |", hoặc đặt nội dung trong ngoặc kép.`,
  },
  "draft/value-text": {
    severity: "error",
    found: ({ key, value }: KeyValue) => `Mục ${quote(key)} ghi ${quote(value)}, ở đây cần các mục con.`,
    remedy: () => "Xuống dòng, thụt vào hai dấu cách và ghi từng mục con, ví dụ: cỡ chữ: 14.",
  },
  "draft/value-lines": {
    severity: "error",
    found: ({ key, value }: KeyValue) => `Mục ${quote(key)} chỉ ghi một dòng, ở đây có nhiều dòng: ${quote(value)}.`,
    remedy: () => "Gộp lại thành một dòng.",
  },
  "draft/choice": {
    severity: "error",
    found: ({ key, value }: KeyValue & { allowed: readonly string[] }) =>
      `Mục ${quote(key)} không nhận ${quote(value)}.`,
    remedy: ({ allowed }: KeyValue & { allowed: readonly string[] }) =>
      `Ghi một trong các giá trị: ${quoteAll(allowed)}.`,
  },
  "draft/measure": {
    severity: "error",
    found: ({ key, value }: KeyValue & { unit: string }) =>
      `Mục ${quote(key)} ghi ${quote(value)}, không phải số đo hợp lệ.`,
    remedy: ({ unit }: KeyValue & { unit: string }) =>
      `Ghi một số từ 0 đến 100, tính bằng ${unit}, ví dụ 14 hoặc 12,7.`,
  },
  "draft/norm-family": {
    severity: "error",
    found: ({ norm, family }: { norm: string; family: string }) =>
      `Chuẩn ${quote(norm)} không dùng cho văn bản của hệ thống ${quote(family)}.`,
    remedy: () => "Sửa một trong hai mục: hd05 và hd36 dùng cho văn bản của Đảng, nd30 dùng cho văn bản của Nhà nước.",
  },
  "draft/type-missing": {
    severity: "error",
    found: (_: Record<string, never>) => 'Phần đầu chưa có mục "thể loại".',
    remedy: () => "Thêm dòng thể loại, ví dụ: thể loại: Kế hoạch.",
  },
  "draft/type-unknown": {
    severity: "error",
    found: ({ value, family }: Value & { family: string; nearest?: string | undefined }) =>
      `Hệ thống ${family} không có thể loại văn bản ${quote(value)}.`,
    remedy: ({ nearest }: Value & { family: string; nearest?: string | undefined }) =>
      meant(nearest, "Ghi tên thể loại theo quy định, ví dụ: Kế hoạch, Báo cáo, Công văn."),
  },
  "draft/type-family": {
    severity: "error",
    found: ({ value, family }: Value & { family: string }) =>
      `Thể loại ${quote(value)} chỉ có trong hệ thống văn bản của ${family}.`,
    remedy: ({ family }: Value & { family: string }) => `Ghi thêm mục "hệ thống: ${family}", hoặc chọn thể loại khác.`,
  },
  "draft/sequence": {
    severity: "error",
    found: ({ value }: Value) => `Mục "số" ghi ${quote(value)}, không phải số nguyên từ 1 trở lên.`,
    remedy: () => "Chỉ ghi số thứ tự, ví dụ: số: 12; chưa có số thì để trống.",
  },
  "draft/sequence-symbol": {
    severity: "error",
    found: ({ key, value }: KeyValue & { sequence: number; symbol: string }) =>
      `Mục ${quote(key)} ghi ${quote(value)}, gộp cả số và ký hiệu.`,
    remedy: ({ sequence, symbol }: KeyValue & { sequence: number; symbol: string }) =>
      `Tách thành hai mục: "số: ${sequence}" và "ký hiệu: ${symbol}".`,
  },
  "draft/symbol": {
    severity: "error",
    found: ({ value }: Value & { suggestion: string }) => `Ký hiệu ${quote(value)} chưa đúng cách ghi.`,
    remedy: ({ suggestion }: Value & { suggestion: string }) =>
      `Ghi liền, không có dấu cách, ví dụ: ký hiệu: ${suggestion}.`,
  },
  "draft/number-without-symbol": {
    severity: "error",
    found: ({ value }: Value) => `Có số ${quote(value)} nhưng chưa có ký hiệu.`,
    remedy: () => "Thêm mục ký hiệu, ví dụ: ký hiệu: KH/TU (Đảng) hoặc ký hiệu: KH-UBND (Nhà nước).",
  },
  "draft/date-form": {
    severity: "error",
    found: ({ value }: Value & { suggestion?: string | undefined }) =>
      `Mục "ngày" ghi ${quote(value)}, chưa đúng cách ghi.`,
    remedy: ({ suggestion }: Value & { suggestion?: string | undefined }) =>
      suggestion === undefined
        ? "Ghi ngày/tháng/năm, ví dụ 15/4/2026; chưa rõ ngày thì 4/2026, chưa rõ cả tháng thì 2026."
        : `Ghi: ngày: ${suggestion}.`,
  },
  "draft/date-impossible": {
    severity: "error",
    found: ({ value }: Value) => `Không có ngày ${quote(value)} trong lịch.`,
    remedy: () => "Kiểm tra lại ngày, tháng; năm từ 1930 đến 2999.",
  },
  "draft/addressees-twice": {
    severity: "error",
    found: ({ line }: { line: number }) => `Văn bản đã có mục kính gửi hoặc kính trình ở dòng ${line}.`,
    remedy: () => "Chỉ giữ một trong hai: kính gửi hoặc kính trình.",
  },
  "draft/draft-mark": {
    severity: "error",
    found: ({ value }: Value) => `Mục "dự thảo" ghi ${quote(value)}.`,
    remedy: () => 'Ghi "Dự thảo", "Dự thảo lần 2", hoặc chỉ số lần: 2.',
  },
} satisfies { readonly [id: string]: Wording<never> };
