import type { Wording } from "../../finding.js";
import { quote } from "./quote.js";

type Line = { line: string };

/** Findings about the way the header is written, before its keys are looked at. */
export const YAML_WORDINGS = {
  "draft/yaml-colon": {
    severity: "error",
    found: ({ line }: Line) => `Dòng ${quote(line)} có hai dấu hai chấm.`,
    remedy: () =>
      "Sau tên mục ghi dấu | rồi xuống dòng, thụt vào hai dấu cách và ghi nội dung; hoặc đặt nội dung trong ngoặc kép.",
  },
  "draft/yaml-colon-blank": {
    severity: "error",
    found: ({ line }: Line) => `Dòng ${quote(line)} thiếu dấu cách sau dấu hai chấm.`,
    remedy: () => "Thêm một dấu cách sau dấu hai chấm.",
  },
  "draft/yaml-key": {
    severity: "error",
    found: ({ line }: Line) => `Dòng ${quote(line)} không có dạng "tên mục: nội dung".`,
    remedy: () => "Thêm dấu hai chấm và một dấu cách sau tên mục; nội dung nhiều dòng thì thụt vào dưới dấu |.",
  },
  "draft/yaml-quote": {
    severity: "error",
    found: ({ line }: Line) => `Ngoặc kép hoặc nháy đơn ở dòng ${quote(line)} không được đóng đúng.`,
    remedy: () => "Đóng dấu ngoặc kép ở cuối nội dung, hoặc ghi nội dung dưới dấu | (khi đó ngoặc kép là chữ thường).",
  },
  "draft/yaml-indent": {
    severity: "error",
    found: ({ line }: Line) => `Dòng ${quote(line)} thụt vào không đúng.`,
    remedy: () => "Tên mục viết sát lề trái; các dòng nội dung dưới dấu | thụt vào đều nhau hai dấu cách.",
  },
  "draft/yaml-tab": {
    severity: "error",
    found: ({ line }: Line) => `Dòng ${quote(line)} thụt vào bằng phím Tab.`,
    remedy: () => "Thay Tab bằng hai dấu cách.",
  },
  "draft/yaml-indicator": {
    severity: "error",
    found: ({ line }: Line) => `Nội dung ở dòng ${quote(line)} bắt đầu bằng một dấu có nghĩa riêng (* & ! % @ \`).`,
    remedy: () => "Đặt nội dung trong ngoặc kép, hoặc xuống dòng và ghi dưới dấu |.",
  },
  "draft/yaml-bracket": {
    severity: "error",
    found: ({ line }: Line) => `Ngoặc vuông hoặc ngoặc nhọn ở dòng ${quote(line)} làm phần đầu không đọc được.`,
    remedy: () => "Đặt nội dung trong ngoặc kép, hoặc xuống dòng và ghi dưới dấu |.",
  },
  "draft/yaml-other": {
    severity: "error",
    found: ({ line }: Line) => `Phần đầu không đọc được từ dòng ${quote(line)}.`,
    remedy: () =>
      'Mỗi mục ghi "tên mục: nội dung" trên một dòng; nội dung nhiều dòng thì ghi dưới dấu |, thụt vào hai dấu cách.',
  },
  "draft/header-not-map": {
    severity: "error",
    found: ({ line }: Line) => `Phần đầu không gồm các mục "tên mục: nội dung" (bắt đầu bằng ${quote(line)}).`,
    remedy: () => "Ghi mỗi mục trên một dòng, ví dụ: thể loại: Kế hoạch.",
  },
} satisfies { readonly [id: string]: Wording<never> };
