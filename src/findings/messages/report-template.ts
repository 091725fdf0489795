import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

interface Named {
  readonly name: string;
  readonly nearest?: string | undefined;
}

const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Có phải là "${nearest}"? ${otherwise}`;

const GUIDE = "Xem docs/mau-bao-cao.md.";

/** Findings about the templates of reports. */
const CATALOGUE = {
  "report-template/none": {
    severity: "error",
    found: ({ period }: { period: string; file: string }) => `Chưa có mẫu báo cáo cho ${period}.`,
    remedy: ({ file }: { period: string; file: string }) =>
      `Đặt mẫu của cơ quan ở "${file}" cạnh vanthu.yaml, hoặc chỉ tệp mẫu bằng --template. ${GUIDE}`,
  },
  "report-template/not-text": {
    severity: "error",
    found: () => "Mẫu không phải văn bản UTF-8.",
    remedy: () => "Mở mẫu bằng trình soạn thảo và lưu lại với bảng mã UTF-8.",
  },
  "report-template/syntax": {
    severity: "error",
    found: () => "Mẫu sai cú pháp Handlebars ở chỗ này.",
    remedy: () => "Kiểm tra các dấu {{ }} và từng cặp {{#…}} … {{/…}} đã mở và đóng đủ.",
  },
  "report-template/unknown-name": {
    severity: "error",
    found: ({ name }: Named & { known: readonly string[] }) => `Không có tên "${name}" ở chỗ này của mẫu.`,
    remedy: ({ nearest, known }: Named & { known: readonly string[] }) =>
      meant(nearest, `Các tên được dùng: ${known.join(", ")}.`),
  },
  "report-template/unknown-helper": {
    severity: "error",
    found: ({ name }: Named & { known: readonly string[] }) => `Mẫu gọi hàm "${name}" không có.`,
    remedy: ({ nearest, known }: Named & { known: readonly string[] }) =>
      meant(nearest, `Các hàm: ${known.join(", ")}.`),
  },
  "report-template/unknown-option": {
    severity: "error",
    found: ({ name, helper }: Named & { helper: string; known: readonly string[] }) =>
      `Hàm "${helper}" không có mục "${name}=".`,
    remedy: ({ nearest, known }: Named & { helper: string; known: readonly string[] }) =>
      meant(nearest, known.length === 0 ? "Hàm này không có mục nào." : `Các mục: ${known.join(", ")}.`),
  },
  "report-template/too-few": {
    severity: "error",
    found: ({ helper, expected }: { helper: string; expected: string }) => `Hàm "${helper}" còn thiếu ${expected}.`,
    remedy: ({ helper }: { helper: string; expected: string }) =>
      `Xem cách viết {{${helper} …}} ở docs/mau-bao-cao.md.`,
  },
  "report-template/too-many": {
    severity: "error",
    found: ({ helper }: { helper: string }) => `Hàm "${helper}" không nhận thêm giá trị này.`,
    remedy: ({ helper }: { helper: string }) =>
      `Bỏ giá trị thừa, hoặc ghi thành mục="…"; xem {{${helper} …}} ở docs/mau-bao-cao.md.`,
  },
  "report-template/bad-value": {
    severity: "error",
    found: ({ typed, helper }: { typed: string; helper: string; expected: string; nearest?: string | undefined }) =>
      `Hàm "${helper}" nhận giá trị "${typed}" không đúng.`,
    remedy: ({
      expected,
      nearest,
    }: {
      typed: string;
      helper: string;
      expected: string;
      nearest?: string | undefined;
    }) => meant(nearest, `Cần ghi: ${expected}.`),
  },
  "report-template/not-asked": {
    severity: "error",
    found: ({ key, period }: { key: string; name: string; period: string }) =>
      `Chỉ tiêu ${key} không được hỏi trong kỳ ${period}.`,
    remedy: ({ name }: { key: string; name: string; period: string }) =>
      `Bỏ "${name}" khỏi mẫu của kỳ này, hoặc đặt trong {{#whenKind "nam"}} … {{/whenKind}} của kỳ có chỉ tiêu ấy.`,
  },
  "report-template/not-here": {
    severity: "error",
    found: ({ what }: { what: string }) => `Mẫu báo cáo không dùng được ${what}.`,
    remedy: () => `Chỉ dùng các hàm và tên đã liệt kê. ${GUIDE}`,
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about the template of a report. */
export const reportTemplate = reporter(CATALOGUE);
