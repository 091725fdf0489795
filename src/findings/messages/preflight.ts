import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

const sayNumber = (value: number): string => String(value).replace(".", ",");

/** What is looked at: a draft that is to be printed, or as a draft only; or a finished file that somebody else typed. */
export type Looked = "draft" | "asDraft" | "finished";

/** What helps where a part of the document is still open; said only to those who do not print a draft already. */
const orAsDraft = (looked: Looked): string => (looked === "draft" ? "; hoặc in dự thảo bằng tuỳ chọn --draft." : ".");

/** Where a clerk types a part that is missing in a Word file, by the key that a draft has for it. */
const IN_WORD: { readonly [key: string]: string } = {
  "cơ quan ban hành": "Ghi tên cơ quan ban hành ở đầu văn bản, bên trái.",
  "ký hiệu": "Ghi số, ký hiệu dưới tên cơ quan ban hành.",
  "địa danh": "Ghi địa danh trước ngày, tháng, năm, ví dụ “Hà Trung, ngày 05 tháng 3 năm 2026”.",
  "trích yếu": "Ghi trích yếu dưới tên loại; của công văn thì dưới số, ký hiệu.",
  "kính gửi": "Ghi dòng “Kính gửi: …” trên phần nội dung.",
  "kính trình": "Ghi dòng “Kính trình: …” dưới trích yếu.",
  ký: "Ghi quyền hạn, chức vụ, họ và tên người ký dưới phần nội dung, bên phải.",
  "nơi nhận": "Ghi “Nơi nhận:” và các nơi nhận dưới phần nội dung, bên trái.",
};

const CATALOGUE = {
  "preflight/missing-component": {
    severity: "error",
    found: ({ component }) => `Văn bản chưa có ${component}, là thành phần bắt buộc.`,
    remedy: ({ key, looked }) =>
      (looked === "finished" ? IN_WORD[key] : undefined) ??
      `Thêm khoá “${key}” vào phần đầu bản thảo${orAsDraft(looked)}`,
  } satisfies Wording<{ component: string; key: string; looked: Looked }>,
  "preflight/empty-body": {
    severity: "error",
    found: () => "Văn bản chưa có nội dung.",
    remedy: ({ looked }) =>
      looked === "finished" ? "Ghi nội dung văn bản." : `Soạn nội dung dưới phần đầu bản thảo${orAsDraft(looked)}`,
  } satisfies Wording<{ looked: Looked }>,
  "preflight/missing-signer": {
    severity: "error",
    found: () => "Phần ký chưa có họ và tên người ký.",
    remedy: ({ looked }) =>
      looked === "finished"
        ? "Ghi họ và tên người ký dưới chữ ký."
        : `Ghi họ và tên ở dòng cuối của khoá “ký”, sau một dòng trống${orAsDraft(looked)}`,
  } satisfies Wording<{ looked: Looked }>,
  "preflight/missing-glyph": {
    severity: "error",
    found: ({ character, code }) => `Phông chữ không có ký tự “${character}” (${code}).`,
    remedy: ({ context }) => `Thay ký tự đó ở chỗ “${context}” bằng chữ hoặc dấu thông thường.`,
  } satisfies Wording<{ character: string; code: string; context: string }>,
  "preflight/placeholder": {
    severity: "error",
    found: ({ text }) => `Còn chỗ chờ điền: “${text}”.`,
    remedy: ({ looked }) => `Điền nội dung vào chỗ đó hoặc xoá đi${orAsDraft(looked)}`,
  } satisfies Wording<{ text: string; looked: Looked }>,
  "preflight/missing-image": {
    severity: "error",
    found: ({ path }) => `Không có tệp ảnh chữ ký “${path}”.`,
    remedy: () => "Đặt tệp .png cạnh bản thảo, hoặc sửa tên tệp ở khoá “ảnh chữ ký”.",
  } satisfies Wording<{ path: string }>,
  "preflight/bad-image": {
    severity: "error",
    found: ({ path }) => `Tệp “${path}” không phải ảnh PNG đọc được.`,
    remedy: () => "Lưu lại ảnh chữ ký ở dạng .png, nền trong suốt.",
  } satisfies Wording<{ path: string }>,
  "preflight/tall-signature": {
    severity: "error",
    found: () => "Phần ký cao hơn một trang giấy.",
    remedy: () => "Bớt số dòng trên chữ ký ở khoá “ký”.",
  } satisfies Wording<object>,
  "preflight/narrow-table": {
    severity: "warning",
    found: ({ columns }) => `Bảng ${columns} cột quá rộng so với trang giấy, có từ bị ngắt giữa chừng.`,
    remedy: () => "Chuyển bảng sang phụ lục ngang ({ngang}), bớt cột hoặc bỏ bề rộng cột tự đặt.",
  } satisfies Wording<{ columns: number }>,
  "preflight/secrecy-by-law": {
    severity: "warning",
    found: ({ level }) => `Hướng dẫn 05-HD/VPTW không quy định cách trình bày độ mật (“${level}”).`,
    remedy: () =>
      "Trình bày dấu chỉ độ mật theo pháp luật về bảo vệ bí mật nhà nước; kiểm tra lại trước khi phát hành.",
    clause: "Hướng dẫn 05-HD/VPTW, Phần II, mục II, khoản 2",
  } satisfies Wording<{ level: string }>,
  "preflight/annex-author": {
    severity: "warning",
    found: ({ label }) => `Dòng “Kèm theo” của ${label} chưa nêu cơ quan ban hành.`,
    remedy: () =>
      "Thêm khoá “tác giả” (cơ quan ban hành, viết như trong câu), hoặc tự ghi dòng “(Kèm theo …)” dưới tên phụ lục.",
  } satisfies Wording<{ label: string }>,
  "preflight/outside-norm": {
    severity: "warning",
    found: ({ name, value, unit, min, max }) =>
      `${name} ${sayNumber(value)} ${unit} nằm ngoài mức quy định (${max === undefined ? `từ ${sayNumber(min)} ${unit} trở lên` : min === max ? `${sayNumber(min)} ${unit}` : `${sayNumber(min)}–${sayNumber(max)} ${unit}`}).`,
    remedy: ({ name, clause }) => `Sửa “${name}” ở khoá “trình bày” (${clause}).`,
  } satisfies Wording<{
    name: string;
    value: number;
    unit: string;
    min: number;
    max: number | undefined;
    clause: string;
  }>,
  "preflight/type-code": {
    severity: "warning",
    found: ({ code, type }) => `Ký hiệu ghi “${code}” nhưng thể loại là ${type}.`,
    remedy: ({ expected }) => `Sửa ký hiệu thành “${expected}”, hoặc sửa khoá “thể loại”.`,
  } satisfies Wording<{ code: string; type: string; expected: string }>,
  "preflight/other-norm": {
    severity: "warning",
    found: ({ named }) => `Chuẩn “${named}” không thuộc hệ thống của văn bản nên không dùng.`,
    remedy: ({ chosen }) => `Văn bản được trình bày theo ${chosen}; sửa khoá “chuẩn” hoặc “hệ thống”.`,
  } satisfies Wording<{ named: string; chosen: string }>,
} as const;

/** Words a finding of the last look before printing. */
export const reportPreflight = reporter(CATALOGUE);
