import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

type Tag = { readonly tag: string };
type Block = { readonly name: string; readonly line: number };

/** Findings about the tags of Handlebars templates, of starting drafts and of reports. */
const CATALOGUE = {
  "template/unclosed-block": {
    severity: "error",
    found: ({ name, line }: Block) => `Khối {{#${name} …}} mở ở dòng ${line} chưa được đóng.`,
    remedy: ({ name }: Block) => `Thêm {{/${name}}} ở chỗ khối kết thúc.`,
  },
  "template/crossed": {
    severity: "error",
    found: ({ name, line, found, foundLine }: Block & { readonly found: string; readonly foundLine: number }) =>
      `Khối {{#${name} …}} mở ở dòng ${line} gặp {{/${found}}} ở dòng ${foundLine} trước khi được đóng.`,
    remedy: ({ name, found, foundLine }: Block & { readonly found: string; readonly foundLine: number }) =>
      `Thêm {{/${name}}} trước dòng ${foundLine}, hoặc sửa {{/${found}}} thành {{/${name}}}.`,
  },
  "template/not-opened": {
    severity: "error",
    found: ({ name }: { readonly name: string }) => `{{/${name}}} đóng một khối chưa mở.`,
    remedy: ({ name }: { readonly name: string }) => `Thêm {{#${name} …}} ở đầu khối, hoặc bỏ {{/${name}}}.`,
  },
  "template/open-quote": {
    severity: "error",
    found: ({ tag }: Tag) => `Thiếu dấu ngoặc kép đóng trong “${tag}”.`,
    remedy: () => 'Mỗi giá trị nằm giữa hai dấu ngoặc kép thẳng: {{figure "C02"}}.',
  },
  "template/open-braces": {
    severity: "error",
    found: ({ tag }: Tag) => `“${tag}” mở bằng {{ mà không đóng bằng }}.`,
    remedy: () => "Thêm đủ hai dấu }} ở cuối.",
  },
  "template/stray-braces": {
    severity: "error",
    found: () => "Có }} mà không có {{ ở trước.",
    remedy: () => "Thêm đủ hai dấu {{ ở đầu, hoặc bỏ }}.",
  },
  "template/curly-quotes": {
    severity: "error",
    found: ({ sign }: { readonly sign: string }) => `Dấu ngoặc cong ${sign} trong {{ }}: chương trình không đọc được.`,
    remedy: () => 'Gõ lại bằng dấu ngoặc kép thẳng: {{figure "C02"}}. Tắt tự động đổi dấu ngoặc khi soạn mẫu.',
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about a tag of a template. */
export const reportTemplateTag = reporter(CATALOGUE);
