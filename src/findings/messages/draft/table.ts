import type { Wording } from "../../finding.js";
import { quote, quoteAll } from "./quote.js";

type None = Record<string, never>;
type Text = { text: string };
type Path = { path: string };
type Cell = { cell: string };
type KeyValue = { key: string; value: string };

/** Findings about tables: rows, merged cells, options, and the files that they come from. */
export const TABLE_WORDINGS = {
  "draft/table-rule-missing": {
    severity: "error",
    found: ({ text }: Text) => `Dòng ${quote(text)} có dạng dòng của bảng nhưng thiếu dòng | --- | bên dưới.`,
    remedy: () => "Thêm dòng | --- | --- | dưới dòng đầu bảng; muốn in dấu | thì ghi \\|.",
  },
  "draft/table-rule-again": {
    severity: "error",
    found: (_: None) => "Bảng có hai dòng | --- |.",
    remedy: () => "Chỉ để một dòng | --- | ngay dưới các dòng đầu bảng.",
  },
  "draft/table-ragged": {
    severity: "error",
    found: ({ cells, columns }: { cells: number; columns: number }) =>
      `Dòng này có ${cells} ô, bảng có ${columns} cột.`,
    remedy: () => "Thêm hoặc bớt ô cho đủ; ô gộp sang trái ghi <, gộp lên trên ghi ^, muốn in dấu | thì ghi \\|.",
  },
  "draft/table-merge-edge": {
    severity: "error",
    found: ({ sign }: { sign: "<" | "^" }) =>
      sign === "<"
        ? "Dấu < đứng ở cột đầu, không có ô bên trái để gộp."
        : "Dấu ^ đứng ở dòng đầu, không có ô bên trên để gộp.",
    remedy: ({ sign }: { sign: "<" | "^" }) => `Bỏ dấu ${sign}; muốn in dấu này thì ghi \\${sign}.`,
  },
  "draft/table-merge-shape": {
    severity: "error",
    found: (_: None) => "Các ô gộp với ô này không tạo thành hình chữ nhật, hoặc lấn vào ô gộp khác.",
    remedy: () => "Ghi < cho các ô bên phải và ^ cho các ô bên dưới, đủ mọi dòng và cột của ô gộp.",
  },
  "draft/table-merge-head": {
    severity: "warning",
    found: (_: None) => "Ô này gộp từ đầu bảng xuống thân bảng nên đầu bảng không lặp lại gọn được ở trang sau.",
    remedy: () => "Tách ô gộp tại dòng | --- |.",
  },
  "draft/table-empty": {
    severity: "error",
    found: (_: None) => "Bảng không có dòng nào.",
    remedy: () => "Ghi các dòng | ô | ô |, hoặc lấy bảng từ tệp bằng dòng tệp: tên-tệp.xlsx.",
  },
  "draft/table-too-large": {
    severity: "error",
    found: ({ rows, columns }: { rows: number; columns: number }) => `Bảng có ${rows} dòng, ${columns} cột.`,
    remedy: () => "Một bảng chỉ được đến 20.000 dòng và 60 cột; chọn vùng nhỏ hơn hoặc tách bảng.",
  },
  "draft/table-line": {
    severity: "error",
    found: ({ text }: Text) =>
      `Dòng ${quote(text)} trong khối bảng không phải tuỳ chọn, cũng không phải dòng của bảng.`,
    remedy: () => 'Tuỳ chọn ghi "tên: giá trị" trước các dòng của bảng; dòng của bảng bắt đầu bằng dấu |.',
  },
  "draft/table-option-unknown": {
    severity: "error",
    found: ({ key }: { key: string; nearest?: string | undefined }) => `Bảng không có tuỳ chọn ${quote(key)}.`,
    remedy: ({ nearest }: { key: string; nearest?: string | undefined }) =>
      nearest === undefined
        ? "Tuỳ chọn được dùng: tệp, trang tính, vùng, dòng tiêu đề, cỡ chữ, khung, cột."
        : `Có phải ý đồng chí là ${quote(nearest)}?`,
  },
  "draft/table-option-twice": {
    severity: "error",
    found: ({ key }: { key: string }) => `Tuỳ chọn ${quote(key)} ghi hai lần.`,
    remedy: () => "Giữ lại một dòng.",
  },
  "draft/table-option-value": {
    severity: "error",
    found: ({ key, value }: KeyValue & { expected: string }) =>
      `Tuỳ chọn ${quote(key)} ghi ${quote(value)}, không dùng được.`,
    remedy: ({ expected }: KeyValue & { expected: string }) => `Ghi ${expected}.`,
  },
  "draft/table-option-file": {
    severity: "error",
    found: ({ key }: { key: string }) =>
      `Tuỳ chọn ${quote(key)} chỉ dùng khi bảng lấy từ tệp${key === "trang tính" ? " .xlsx" : ""}.`,
    remedy: () => "Thêm dòng tệp: tên-tệp.xlsx, hoặc xoá tuỳ chọn này.",
  },
  "draft/table-two-sources": {
    severity: "error",
    found: ({ path }: Path) => `Bảng vừa lấy từ tệp ${quote(path)} vừa có các dòng ghi trong bản thảo.`,
    remedy: () => "Giữ một nguồn: xoá dòng tệp, hoặc xoá các dòng | … |.",
  },
  "draft/table-columns": {
    severity: "error",
    found: ({ given, columns }: { given: number; columns: number }) =>
      `Tuỳ chọn "cột" nêu ${given} cột, bảng có ${columns} cột.`,
    remedy: () =>
      "Ghi đủ cho từng cột, cách nhau bằng dấu phẩy; cột không cần nêu thì ghi *. Số đo lẻ dùng dấu chấm: 12.5mm.",
  },
  "draft/table-size": {
    severity: "warning",
    found: ({ value }: { value: string }) => `Cỡ chữ của bảng là ${value}.`,
    remedy: () => "Cỡ chữ trong bảng nên từ 11 đến 13.",
  },
  "draft/attachment-kind": {
    severity: "error",
    found: ({ path }: Path) => `Bảng không lấy được từ tệp ${quote(path)}.`,
    remedy: () => "Lưu tệp ở dạng .xlsx hoặc .csv (UTF-8) rồi sửa lại tên.",
  },
  "draft/attachment-large": {
    severity: "error",
    found: ({ path, megabytes }: Path & { megabytes: number }) => `Tệp ${quote(path)} nặng ${megabytes} MB sau khi mở.`,
    remedy: () => "Chép riêng trang tính cần dùng sang một tệp mới, chỉ giữ dữ liệu của bảng.",
  },
  "draft/attachment-broken": {
    severity: "error",
    found: ({ path }: Path) => `Không mở được tệp ${quote(path)}.`,
    remedy: () => "Mở tệp bằng Excel và lưu lại dạng .xlsx không đặt mật khẩu, hoặc dạng .csv UTF-8.",
  },
  "draft/csv-quotes": {
    severity: "error",
    found: ({ path }: Path) => `Tệp ${quote(path)} có dấu ngoặc kép không thành cặp ở dòng này.`,
    remedy: () => 'Đóng dấu ngoặc kép; ngoặc kép nằm trong ô thì ghi hai lần ("").',
  },
  "draft/sheet": {
    severity: "error",
    found: ({ sheet }: { sheet: string; sheets: readonly string[] }) => `Tệp không có trang tính ${quote(sheet)}.`,
    remedy: ({ sheets }: { sheet: string; sheets: readonly string[] }) =>
      `Các trang tính trong tệp: ${quoteAll(sheets)}.`,
  },
  "draft/range-merge": {
    severity: "error",
    found: ({ cell }: Cell) => `Vùng đã chọn cắt ngang ô gộp bắt đầu ở ${cell}.`,
    remedy: () => "Mở rộng vùng cho trọn ô gộp, hoặc bỏ gộp ô trong Excel.",
  },
  "draft/hidden-cells": {
    severity: "warning",
    found: ({ path }: Path) => `Vùng lấy từ tệp ${quote(path)} có dòng hoặc cột ẩn; chúng vẫn được in.`,
    remedy: () => "Xoá dòng, cột ẩn trong Excel nếu không muốn in.",
  },
  "draft/formula-value": {
    severity: "error",
    found: ({ cell }: Cell) => `Ô ${cell} là công thức chưa có kết quả.`,
    remedy: () => "Mở tệp bằng Excel, chờ tính xong rồi lưu lại.",
  },
  "draft/cell-error": {
    severity: "error",
    found: ({ cell, value }: Cell & { value: string }) => `Ô ${cell} báo lỗi ${value}.`,
    remedy: () => "Sửa công thức trong Excel rồi lưu lại.",
  },
  "draft/number-format": {
    severity: "warning",
    found: ({ cell, format }: Cell & { format: string }) =>
      `Ô ${cell} dùng định dạng số ${quote(format)} chưa hỗ trợ; in theo giá trị.`,
    remedy: () => "Chọn định dạng số thông thường trong Excel, hoặc gõ ô dưới dạng chữ.",
  },
} satisfies { readonly [id: string]: Wording<never> };
