import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

/** Findings about `vanthu new` and its templates. */
const CATALOGUE = {
  "starting-draft/no-type": {
    severity: "error",
    found: () => "Chưa cho biết thể loại văn bản.",
    remedy: () => "Ghi thể loại sau lệnh, ví dụ vanthu new ke-hoach; xem danh sách bằng vanthu new --list.",
  },
  "starting-draft/unknown-type": {
    severity: "error",
    found: ({ typed, family }: { typed: string; family: string; nearest?: string | undefined }) =>
      `Không có mẫu bản thảo "${typed}" cho văn bản của ${family}.`,
    remedy: ({ nearest }: { typed: string; family: string; nearest?: string | undefined }) =>
      nearest
        ? `Có phải là "${nearest}"? Xem danh sách bằng vanthu new --list.`
        : "Xem danh sách bằng vanthu new --list.",
  },
  "starting-draft/no-template": {
    severity: "error",
    found: ({ type }: { type: string; file: string }) => `Thể loại ${type} chưa có mẫu bản thảo.`,
    remedy: ({ file }: { type: string; file: string }) =>
      `Bắt đầu từ một thể loại gần giống, hoặc đặt mẫu của cơ quan ở "${file}" cạnh vanthu.yaml.`,
  },
  "starting-draft/syntax": {
    severity: "error",
    found: () => "Mẫu sai cú pháp Handlebars ở chỗ này.",
    remedy: () => "Kiểm tra các dấu {{ }}, {{#if}} … {{/if}} đã mở và đóng đủ.",
  },
  "starting-draft/unknown-name": {
    severity: "error",
    found: ({ name }: { name: string; known: readonly string[] }) => `Mẫu dùng tên "${name}" không có trong dữ liệu.`,
    remedy: ({ known }: { name: string; known: readonly string[] }) => `Các tên được dùng: ${known.join(", ")}.`,
  },
  "starting-draft/unknown-helper": {
    severity: "error",
    found: ({ name }: { name: string }) => `Mẫu gọi hàm "${name}" không có.`,
    remedy: () => "Chỉ dùng {{lines …}}, {{#if}}, {{#unless}}, {{#each}}, {{#with}}.",
  },
  "starting-draft/not-text": {
    severity: "error",
    found: () => "Mẫu không phải văn bản UTF-8.",
    remedy: () => "Mở mẫu bằng trình soạn thảo và lưu lại với bảng mã UTF-8.",
  },
  "starting-draft/no-tasks": {
    severity: "error",
    found: ({ type }: { type: string }) => `Bản thảo ${type} không lập được từ danh mục nhiệm vụ.`,
    remedy: () => "Dùng --tasks với kế hoạch hoặc chương trình: vanthu new ke-hoach --tasks nhiem-vu.xlsx.",
  },
  "starting-draft/own-code": {
    severity: "warning",
    found: ({ type, code }: { type: string; code: string }) =>
      `Hướng dẫn của Đảng không quy định mã cho ${type}; dùng mã ${code} theo vanthu.yaml.`,
    remedy: () => "Giữ đúng mã mà cơ quan đã thống nhất.",
  },
  "starting-draft/no-code": {
    severity: "warning",
    found: ({ type }: { type: string }) =>
      `Hướng dẫn của Đảng không quy định mã cho ${type}, vanthu.yaml cũng chưa khai.`,
    remedy: ({ type }: { type: string }) =>
      `Ghi mã vào chỗ trống trong bản thảo, hoặc thêm vào vanthu.yaml hai dòng “mã loại:” và “  ${type}: …”.`,
  },
  "starting-draft/no-workspace": {
    severity: "note",
    found: () => "Chưa có vanthu.yaml, nên tên cơ quan, địa danh và người ký để trong ngoặc vuông.",
    remedy: () => "Thay các chỗ trong ngoặc vuông; hoặc tạo vanthu.yaml (mẫu: vanthu new --help) rồi tạo lại bản thảo.",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about a starting draft. */
export const reportStartingDraft = reporter(CATALOGUE);
