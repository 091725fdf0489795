import type { Wording } from "../../finding.js";
import { quote } from "./quote.js";

type None = Record<string, never>;

/** Findings about the file as a whole: its bytes, its characters, its two parts. */
export const FILE_WORDINGS = {
  "draft/too-large": {
    severity: "error",
    found: ({ megabytes }: { megabytes: number; limit: number }) => `Bản thảo nặng ${megabytes} MB.`,
    remedy: ({ limit }: { megabytes: number; limit: number }) =>
      `Bản thảo chỉ được nặng đến ${limit} MB; tách thành nhiều văn bản, hoặc đưa bảng lớn ra tệp .xlsx.`,
  },
  "draft/utf16": {
    severity: "error",
    found: (_: None) => "Tệp lưu theo bảng mã UTF-16.",
    remedy: () => "Mở tệp, chọn lưu lại với bảng mã UTF-8.",
  },
  "draft/not-utf8": {
    severity: "error",
    found: (_: None) => "Tệp không theo bảng mã UTF-8 từ dòng này.",
    remedy: () => "Mở tệp bằng đúng bảng mã cũ (TCVN3, VNI, Windows-1258…) rồi lưu lại với bảng mã UTF-8.",
  },
  "draft/binary": {
    severity: "error",
    found: ({ office }: { office: boolean }) =>
      office ? "Tệp là tệp Word, Excel hoặc tệp nén, không phải văn bản thuần." : "Tệp không phải văn bản thuần.",
    remedy: ({ office }: { office: boolean }) =>
      office
        ? "Mở tệp bằng Word hoặc Excel, chép nội dung vào bản thảo .md, lưu với bảng mã UTF-8."
        : "Đưa vào bản thảo .md, lưu với bảng mã UTF-8.",
  },
  "draft/empty": {
    severity: "error",
    found: (_: None) => "Bản thảo chưa có nội dung.",
    remedy: () => "Bắt đầu từ một bản mẫu: vanthu new <thể loại>.",
  },
  "draft/decomposed": {
    severity: "note",
    found: ({ count }: { count: number }) => `Có ${count} dòng gõ chữ và dấu rời nhau (Unicode tổ hợp).`,
    remedy: () => "Phần mềm đã tự gộp thành Unicode dựng sẵn; nên chọn Unicode dựng sẵn trong bộ gõ.",
  },
  "draft/stray-mark": {
    severity: "warning",
    found: ({ text }: { text: string }) => `Có dấu thanh hoặc dấu mũ rời, không gộp được vào chữ: ${quote(text)}.`,
    remedy: () => "Xoá chữ đó và gõ lại.",
  },
  "draft/pasted-signs": {
    severity: "note",
    found: ({ count }: { count: number }) =>
      `Có ${count} dòng mang ký tự ẩn hoặc dấu chấm đầu dòng chép từ Word, trang web.`,
    remedy: () => "Đã bỏ ký tự ẩn và đổi dấu chấm đầu dòng thành “-”; xem lại các dòng đó.",
  },
  "draft/control-character": {
    severity: "warning",
    found: ({ code }: { code: number }) =>
      `Có ký tự điều khiển không in được (U+${code.toString(16).toUpperCase().padStart(4, "0")}); đã thay bằng dấu cách.`,
    remedy: () => "Xoá ký tự đó; nó thường lẫn vào khi chép từ Word hoặc PDF.",
  },
  "draft/more-findings": {
    severity: "note",
    found: ({ hidden }: { hidden: number }) => `Bản thảo còn ${hidden} điểm khác chưa kê ra.`,
    remedy: () => "Sửa các điểm đã kê rồi chạy lại.",
  },
  "draft/header-missing": {
    severity: "error",
    found: ({ line }: { line: string }) => `Dòng đầu của bản thảo là ${quote(line)}, chưa có phần đầu.`,
    remedy: () =>
      "Đặt phần đầu (thể loại, cơ quan ban hành, trích yếu…) giữa hai dòng ---, dòng --- thứ nhất ở đầu tệp.",
  },
  "draft/header-unclosed": {
    severity: "error",
    found: (_: None) => "Phần đầu mở bằng dòng --- nhưng không có dòng --- kết thúc.",
    remedy: () => "Thêm một dòng --- sát lề trái vào giữa phần đầu và phần nội dung.",
  },
  "draft/header-too-long": {
    severity: "error",
    found: ({ kilobytes }: { kilobytes: number }) => `Phần đầu dài ${kilobytes} KB.`,
    remedy: () => "Kiểm tra dòng --- kết thúc phần đầu đã đặt đúng chỗ chưa; phần đầu chỉ được dài đến 200 KB.",
  },
} satisfies { readonly [id: string]: Wording<never> };
