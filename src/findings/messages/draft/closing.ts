import type { Wording } from "../../finding.js";
import { quote } from "./quote.js";

type Path = { path: string };
type Text = { text: string };

/** Findings about recipients, signatures and their images. */
export const CLOSING_WORDINGS = {
  "draft/recipient-without-dash": {
    severity: "warning",
    found: ({ text }: Text) =>
      `Nơi nhận đầu tiên ${quote(text)} không bắt đầu bằng gạch đầu dòng, các dòng sau thì có.`,
    remedy: () => 'Thêm "- " vào đầu dòng; dòng không có gạch đầu dòng được coi là nối tiếp nơi nhận bên trên.',
  },
  "draft/recipient-empty": {
    severity: "error",
    found: (_: Record<string, never>) => "Có gạch đầu dòng nhưng không có tên nơi nhận.",
    remedy: () => "Ghi tên nơi nhận sau gạch đầu dòng, hoặc xoá dòng này.",
  },
  "draft/brace-single": {
    severity: "error",
    found: ({ text }: Text) => `Dấu } chỉ đứng ở một nơi nhận ${quote(text)}.`,
    remedy: () =>
      "Ghi dấu } ở cuối từng nơi nhận trong nhóm; chỉ một nơi nhận thì ghi lời kèm trong ngoặc đơn, ví dụ (để b/c).",
  },
  "draft/brace-label": {
    severity: "error",
    found: ({ text }: Text) => `Nhóm nơi nhận bắt đầu từ ${quote(text)} có dấu } nhưng không có lời ghi bên dấu.`,
    remedy: () => "Ghi lời kèm sau một dấu } của nhóm, ví dụ: } để b/c",
  },
  "draft/brace-labels": {
    severity: "error",
    found: ({ text }: Text) => `Nhóm nơi nhận đã có lời ghi bên dấu }, ở đây lại có ${quote(text)}.`,
    remedy: () => "Mỗi nhóm chỉ có một lời ghi; hai nhóm liền nhau thì cách nhau một dòng trống.",
  },
  "draft/signature-empty": {
    severity: "error",
    found: ({ key }: { key: string }) => `Mục ${quote(key)} có một phần ký không có chữ nào.`,
    remedy: () => "Ghi quyền hạn, chức vụ và họ tên, hoặc xoá dòng --- thừa.",
  },
  "draft/signature-name": {
    severity: "error",
    found: ({ text }: Text) => `Sau dòng trống có nhiều dòng (${quote(text)}), ở đây chỉ ghi họ tên người ký.`,
    remedy: () => "Ghi quyền hạn, chức vụ trước dòng trống, họ tên trên một dòng sau dòng trống.",
  },
  "draft/confirmation-signature": {
    severity: "error",
    found: (_: Record<string, never>) => 'Mục "xác nhận chữ ký" chưa có phần ký.',
    remedy: () => "Ghi lời xác nhận, một dòng trống, chức vụ, một dòng trống, họ tên.",
  },
  "draft/image-count": {
    severity: "error",
    found: ({ images, signatures }: { images: number; signatures: number }) =>
      `Có ${images} ảnh chữ ký cho ${signatures} chữ ký.`,
    remedy: () => "Mỗi chữ ký một dòng đường dẫn, theo thứ tự ở mục ký; chữ ký không có ảnh thì để dòng trống.",
  },
  "draft/image-kind": {
    severity: "error",
    found: ({ path }: Path) => `Ảnh chữ ký ${quote(path)} không phải ảnh PNG.`,
    remedy: () => "Lưu ảnh chữ ký ở dạng .png, nền trong suốt.",
  },
  "draft/attachment-outside": {
    severity: "error",
    found: ({ path }: Path) => `Đường dẫn ${quote(path)} trỏ ra ngoài thư mục của bản thảo.`,
    remedy: () => 'Chép tệp vào thư mục của bản thảo và ghi tên tệp, không ghi đường dẫn tuyệt đối hay "..".',
  },
  "draft/attachment-missing": {
    severity: "error",
    found: ({ path }: Path) => `Không tìm thấy tệp ${quote(path)} bên cạnh bản thảo.`,
    remedy: () => "Kiểm tra lại tên tệp, kể cả phần mở rộng, và chép tệp vào thư mục của bản thảo.",
  },
} satisfies { readonly [id: string]: Wording<never> };
