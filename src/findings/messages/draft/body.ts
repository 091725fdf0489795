import type { Wording } from "../../finding.js";
import { quote } from "./quote.js";

type None = Record<string, never>;
type Text = { text: string };
type Tag = { tag: string };
type Label = { label: string };

/** Findings about the body: its marks, emphasis, figures, notes and annexes. */
export const BODY_WORDINGS = {
  "draft/unplaced-words": {
    severity: "warning",
    found: ({ count, text }: { count: number; text: string }) =>
      `Ghi chú của bản thảo còn ${count} dòng của bản gốc chưa xếp được vào đâu, không được in: ${quote(text)}.`,
    remedy: () => "Chép lời ấy vào đúng chỗ trong bản thảo; chỗ nào đã xong hoặc không cần thì xoá dòng ghi chú.",
  },
  "draft/comment-unclosed": {
    severity: "error",
    found: (_: None) => "Chú giải mở bằng <!-- nhưng không có --> kết thúc.",
    remedy: () => "Thêm --> vào cuối chú giải; muốn in đúng các dấu này thì ghi \\<!--.",
  },
  "draft/tag-unclosed": {
    severity: "error",
    found: ({ tag }: Tag) => `Thẻ <${tag}> không được đóng trong đoạn.`,
    remedy: ({ tag }: Tag) => `Thêm </${tag}> vào cuối phần chữ đó.`,
  },
  "draft/tag-unopened": {
    severity: "error",
    found: ({ tag }: Tag) => `Có thẻ đóng </${tag}> nhưng không có thẻ mở.`,
    remedy: ({ tag }: Tag) => `Thêm <${tag}> vào đầu phần chữ đó, hoặc xoá thẻ đóng.`,
  },
  "draft/tag-unknown": {
    severity: "warning",
    found: ({ tag }: Tag) => `Thẻ ${quote(tag)} không được dùng, sẽ in nguyên như chữ.`,
    remedy: () => "Chỉ dùng <b>, <i>, <u>, <sup>, trong ô của bảng thêm <br>; muốn in dấu < thì ghi \\<.",
  },
  "draft/emphasis-unpaired": {
    severity: "warning",
    found: ({ text }: Text) => `Dấu ** không thành cặp, sẽ in nguyên như chữ: ${quote(text)}.`,
    remedy: () => "Đặt hai dấu ** sát chữ cần in đậm, hoặc dùng <b>…</b>; muốn in dấu * thì ghi \\*.",
  },
  "draft/too-much-markup": {
    severity: "error",
    found: ({ count }: { count: number }) => `Đoạn này có tới ${count} dấu định dạng (* _ [ ] < &).`,
    remedy: () => "Kiểm tra đoạn bị dán nhầm; muốn in các dấu này như chữ thì ghi \\ trước mỗi dấu, hoặc tách đoạn.",
  },
  "draft/figure-path": {
    severity: "error",
    found: ({ path }: { path: string }) => `Đường dẫn số liệu ${quote(path)} chưa đúng.`,
    remedy: () => "Ghi vt:<chỉ tiêu>/<phạm vi>/<kỳ>, ví dụ [1.054](vt:C02/tinh/2026-nam).",
  },
  "draft/figure-content": {
    severity: "error",
    found: ({ path }: { path: string }) => `Số liệu ${quote(path)} không có chữ hoặc chứa chú thích.`,
    remedy: () => "Trong ngoặc vuông chỉ ghi con số hoặc chữ được in; đặt chú thích ra sau.",
  },
  "draft/link": {
    severity: "warning",
    found: ({ path }: { path: string }) => `Liên kết tới ${quote(path)} không in được; chỉ in phần chữ.`,
    remedy: () => "Ghi địa chỉ bằng chữ nếu cần; liên kết chỉ dùng cho số liệu (vt:…).",
  },
  "draft/image": {
    severity: "error",
    found: ({ path }: { path: string }) => `Ảnh ${quote(path)} đặt trong nội dung không được hỗ trợ.`,
    remedy: () => 'Bỏ ảnh khỏi nội dung; ảnh chữ ký ghi ở mục "ảnh chữ ký" của phần đầu.',
  },
  "draft/code-block": {
    severity: "error",
    found: ({ text }: Text) => `Khối mở bằng ${quote(text)} không phải khối bảng.`,
    remedy: () => "Bảng thì ghi ```bảng; chữ thường thì bỏ dòng ``` ở đầu và cuối.",
  },
  "draft/fence-unclosed": {
    severity: "error",
    found: ({ text }: Text) => `Khối mở bằng ${quote(text)} không được đóng.`,
    remedy: () => "Thêm một dòng ``` vào sau dòng cuối của khối.",
  },
  "draft/rule-line": {
    severity: "warning",
    found: ({ text }: Text) => `Dòng ${quote(text)} chỉ gồm dấu gạch, sẽ in nguyên như chữ.`,
    remedy: () => "Xoá dòng này: đường kẻ dưới trích yếu do phần mềm tự trình bày. Muốn in thì thêm \\ vào đầu dòng.",
  },
  "draft/heading-empty": {
    severity: "warning",
    found: (_: None) => "Có dấu # nhưng không có tên đề mục; đã bỏ qua.",
    remedy: () => "Ghi tên đề mục sau dấu #, hoặc xoá dòng này.",
  },
  "draft/annex-label": {
    severity: "warning",
    found: ({ text }: Text) => `Đề mục ${quote(text)} không được coi là mở đầu một phụ lục.`,
    remedy: () =>
      "Ghi nhãn riêng một dòng (# Phụ lục 1), tên phụ lục ở dòng # kế tiếp; nếu đúng là đề mục thường thì thêm \\ trước chữ Phụ lục.",
  },
  "draft/annex-attribute": {
    severity: "error",
    found: ({ text }: Text) => `Không có kiểu trang ${quote(text)} cho phụ lục.`,
    remedy: () => "Trang ngang thì ghi {ngang} sau nhãn phụ lục; trang dọc thì không ghi gì.",
  },
  "draft/note-missing": {
    severity: "error",
    found: ({ label }: Label) => `Chú thích [^${label}] không có lời chú thích.`,
    remedy: ({ label }: Label) =>
      `Thêm một dòng [^${label}]: lời chú thích; muốn in đúng các dấu này thì ghi \\[^${label}].`,
  },
  "draft/note-unused": {
    severity: "error",
    found: ({ label }: Label) => `Lời chú thích [^${label}] không được nhắc đến trong văn bản nên không được in.`,
    remedy: ({ label }: Label) => `Đặt [^${label}] vào chỗ cần chú thích, hoặc xoá lời chú thích.`,
  },
  "draft/note-duplicate": {
    severity: "error",
    found: ({ label, line }: Label & { line: number }) => `Lời chú thích [^${label}] đã có ở dòng ${line}.`,
    remedy: () => "Đặt cho mỗi chú thích một dấu riêng.",
  },
  "draft/note-empty": {
    severity: "error",
    found: ({ label }: Label) => `Chú thích [^${label}] chưa có lời.`,
    remedy: () => "Ghi lời chú thích sau dấu hai chấm; đoạn thứ hai trở đi thụt vào bốn dấu cách.",
  },
  "draft/note-in-note": {
    severity: "error",
    found: ({ label }: Label) => `Trong lời chú thích có dấu chú thích [^${label}].`,
    remedy: () => "Bỏ dấu chú thích này: một chú thích không được chứa chú thích khác.",
  },
  "draft/note-misplaced": {
    severity: "error",
    found: ({ text }: Text) => `Dòng ${quote(text)} không mang được dấu chú thích.`,
    remedy: () => "Chuyển dấu chú thích vào đoạn văn kế tiếp.",
  },
} satisfies { readonly [id: string]: Wording<never> };
