import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

interface Named {
  readonly name: string;
  readonly nearest?: string | undefined;
  readonly columns: readonly string[];
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** "dòng 3, 5, 9 và 12 dòng khác". */
function sayRows(rows: readonly number[]): string {
  const [shown, rest] = [rows.slice(0, 8), rows.length - 8];
  return `dòng ${shown.join(", ")}${rest > 0 ? ` và ${rest} dòng khác` : ""}`;
}

/** Findings about letters made from a list, one a row. */
const CATALOGUE = {
  "letters/kind": {
    severity: "error",
    found: ({ path }: { path: string }) => `"${path}" không phải danh sách .xlsx hay .csv.`,
    remedy: () => "Lưu danh sách thành tệp Excel (.xlsx) hoặc CSV UTF-8 (.csv) rồi chạy lại.",
  },
  "letters/broken": {
    severity: "error",
    found: ({ path }: { path: string }) => `Không đọc được danh sách "${path}".`,
    remedy: () => "Mở tệp, lưu lại: Excel dạng .xlsx, hoặc CSV với bảng mã UTF-8 và dấu ngoặc kép đóng đủ.",
  },
  "letters/empty": {
    severity: "error",
    found: ({ path }: { path: string }) => `Danh sách "${path}" không có dòng nào dưới dòng tên cột.`,
    remedy: () => "Dòng đầu của danh sách là tên các cột; mỗi dòng sau là một người, một cơ quan nhận văn bản.",
  },
  "letters/unknown-column": {
    severity: "error",
    found: ({ name }: Named) => `Danh sách không có cột "${name}".`,
    remedy: ({ nearest, columns }: Named) =>
      nearest === undefined ? `Các cột của danh sách: ${quoted(columns)}.` : `Có phải là cột "${nearest}"?`,
  },
  "letters/column-twice": {
    severity: "error",
    found: ({ name }: { name: string }) => `Danh sách có nhiều cột cùng tên "${name}".`,
    remedy: () => "Đổi tên để mỗi cột một tên.",
  },
  "letters/no-names": {
    severity: "error",
    found: () => "Bản thảo không có chỗ nào lấy từ danh sách: mọi văn bản sẽ giống nhau.",
    remedy: ({ columns }: { columns: readonly string[] }) =>
      `Ghi tên cột trong hai dấu ngoặc nhọn, ví dụ {{${columns[0] ?? "Họ và tên"}}}. Các cột: ${quoted(columns)}.`,
  },
  "letters/not-here": {
    severity: "error",
    found: ({ what }: { what: string }) => `Bản thảo lập theo danh sách không dùng được ${what}.`,
    remedy: () => "Chỉ dùng {{Tên cột}}, {{#if Tên cột}} … {{else}} … {{/if}} và {{#unless Tên cột}} … {{/unless}}.",
  },
  "letters/syntax": {
    severity: "error",
    found: () => "Chỗ này sai cách viết {{ }}.",
    remedy: () => "Kiểm tra các dấu {{ }} và từng cặp {{#if …}} … {{/if}} đã mở và đóng đủ.",
  },
  "letters/empty-cell": {
    severity: "warning",
    found: ({ name, rows }: { name: string; rows: readonly number[] }) =>
      `Cột "${name}" để trống ở ${sayRows(rows)}; văn bản ở các dòng ấy có chỗ trống.`,
    remedy: ({ name }: { name: string; rows: readonly number[] }) =>
      `Điền đủ trong danh sách, hoặc đặt chỗ ấy trong {{#if ${name}}} … {{/if}}.`,
  },
  "letters/one-draft": {
    severity: "error",
    found: () => "--data chỉ dùng với một bản thảo.",
    remedy: () => "Chạy lệnh riêng cho từng bản thảo.",
  },
  "letters/name-alone": {
    severity: "error",
    found: () => "--name chỉ dùng cùng --data.",
    remedy: () => "Thêm --data <danh sách>, hoặc bỏ --name.",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about letters made from a list. */
export const reportLetters = reporter(CATALOGUE);
