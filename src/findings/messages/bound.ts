import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

/** A figure of a draft that the ledger does not print so. */
interface Moved {
  /** "C02 Đảng viên mới kết nạp – Toàn tỉnh (năm 2026)". */
  readonly label: string;
  readonly path: string;
  readonly printed: string;
  readonly now: string;
  readonly sentence: string;
}

/** A sentence that the template words otherwise now; empty where it comes or goes. */
interface Reworded {
  readonly before: string;
  readonly after: string;
}

interface Cell {
  readonly row: string;
  readonly printed: string;
  readonly now: string;
}

/** Longest sentence that is quoted whole, in signs. */
const LONGEST = 200;
const shortened = (sentence: string): string =>
  sentence.length > LONGEST ? `${sentence.slice(0, LONGEST - 1)}…` : sentence;

const UPDATE = "vanthu report --update <bản thảo>";
/** Of a unit's own report: nothing but its workbook tells its figures. */
const REMAKE = "lập lại báo cáo từ tệp Excel: vanthu report <tệp>.xlsx --force";
/** Of any other report that lies away from its ledger. */
const BESIDE_LEDGER = "để bản thảo trong thư mục làm việc của kỳ, nơi có so-lieu, và chạy vanthu report --update ở đó";
/** Whether a report was made from one workbook, and not from a ledger. */
type Origin = { readonly isOwn: boolean };
const quoted = (sentence: string): string => `Trong câu: “${sentence}”`;

/** Findings about bound figures and words, of drafts and of Word files that come back. */
const CATALOGUE = {
  "bound/moved": {
    severity: "error",
    found: ({ label, printed, now, sentence }: Moved) =>
      `${label}: bản thảo ghi “${printed}”, sổ theo dõi nay là “${now}”. ${quoted(sentence)}`,
    remedy: () => `Chạy ${UPDATE} để lấy số liệu mới.`,
  },
  "bound/edited": {
    severity: "error",
    found: ({ label, printed, now, sentence }: Moved) =>
      `${label}: bị sửa tay thành “${printed}”, sổ theo dõi là “${now}”. ${quoted(sentence)}`,
    remedy: ({ path, printed }: Moved) =>
      `Chạy ${UPDATE} để lấy lại số của sổ; nếu là con số khác thì bỏ phần gắn với sổ, chỉ để “${printed}” thay cho [${printed}](${path}).`,
  },
  "bound/differs": {
    severity: "error",
    found: ({ label, printed, now, sentence }: Moved) =>
      `${label}: văn bản ghi “${printed}”, sổ theo dõi là “${now}”. ${quoted(sentence)}`,
    remedy: () => `Chạy ${UPDATE} để lấy số liệu của sổ.`,
  },
  "bound/reworded": {
    severity: "error",
    found: ({ label, printed, now, sentence }: Moved) =>
      `${label}: chữ “${printed}” không còn đúng, nay là “${now}”. ${quoted(sentence)}`,
    remedy: ({ path }: Moved) =>
      `Chạy ${UPDATE} để xem câu mới, rồi nhận bằng --accept kèm số thứ tự của câu, ${path}, hoặc all.`,
  },
  "bound/wording": {
    severity: "error",
    found: ({ before, after }: Reworded) =>
      before === ""
        ? `Theo số liệu nay báo cáo phải có thêm: “${shortened(after)}”`
        : after === ""
          ? `Theo số liệu nay câu này không còn: “${shortened(before)}”`
          : `Câu này không còn đúng theo số liệu nay: “${shortened(before)}”; câu mới: “${shortened(after)}”`,
    remedy: () => `Chạy ${UPDATE} để xem từng câu, rồi nhận bằng --accept.`,
  },
  "bound/wording-by-hand": {
    severity: "error",
    found: ({ before, after }: Reworded) =>
      `Câu đã sửa tay “${shortened(before)}” dựa trên câu mẫu nay đổi: ${after === "" ? "mẫu bỏ câu ấy" : `“${shortened(after)}”`}.`,
    remedy: () => `Xem lại, sửa câu ấy nếu cần, rồi chạy ${UPDATE} và nhận bằng --accept.`,
  },
  "bound/cell-edited": {
    severity: "error",
    found: ({ row, printed, now }: Cell) =>
      `Ô trong bảng, dòng “${row}”: bị sửa tay thành “${printed}”, số đúng là “${now}”.`,
    remedy: () => `Chạy ${UPDATE} để lấy lại số của sổ.`,
  },
  "bound/cells-moved": {
    severity: "error",
    found: ({ count, row, printed, now }: Cell & { count: number }) =>
      `${count} ô trong các bảng chưa theo số liệu nay, đầu tiên là dòng “${row}”: “${printed}”, nay là “${now}”.`,
    remedy: () => `Chạy ${UPDATE} để lấy số liệu mới.`,
  },
  "bound/annexes-moved": {
    severity: "error",
    found: ({ count }: { count: number }) => `${count} chỗ trong phụ lục hoặc chỗ chờ viết chưa theo số liệu nay.`,
    remedy: () => `Chạy ${UPDATE}.`,
  },
  "bound/not-as-made": {
    severity: "error",
    found: ({ label, printed, now, sentence }: Moved & Origin) =>
      `${label}: ghi “${printed}”, khi lập báo cáo là “${now}”. ${quoted(sentence)}`,
    remedy: ({ path, printed, isOwn }: Moved & Origin) =>
      `Ghi lại như khi lập; số liệu đã đổi thì ${isOwn ? REMAKE : BESIDE_LEDGER}; nếu là con số khác thì bỏ phần gắn với số liệu, chỉ để “${printed}” thay cho [${printed}](${path}).`,
  },
  "bound/not-traced": {
    severity: "error",
    found: ({ path, printed, sentence }: Pick<Moved, "path" | "printed" | "sentence"> & Origin) =>
      `“${printed}” gắn với ${path}, không có trong tệp truy vết đi kèm bản thảo. ${quoted(sentence)}`,
    remedy: ({ printed, isOwn }: Pick<Moved, "path" | "printed" | "sentence"> & Origin) =>
      `Bỏ phần gắn với số liệu, chỉ để “${printed}”, hoặc ${isOwn ? REMAKE : BESIDE_LEDGER}.`,
  },
  "bound/own-report": {
    severity: "error",
    found: () =>
      "Thư mục này không có sổ theo dõi (vanthu.yaml, so-lieu): báo cáo của một đơn vị được lập thẳng từ tệp Excel.",
    remedy: () => `Sửa số trong tệp Excel rồi ${REMAKE}; báo cáo tổng hợp thì chạy trong thư mục làm việc của kỳ.`,
  },
  "bound/no-ledger": {
    severity: "error",
    found: ({ count }: { count: number }) =>
      `Bản thảo có ${count} số liệu gắn với sổ theo dõi, nhưng không mở được sổ.`,
    remedy: () => "Để bản thảo trong thư mục của cơ quan, nơi có vanthu.yaml, don-vi.yaml và so-lieu.",
  },
  "bound/no-figures": {
    severity: "warning",
    found: () => "Bản thảo không có số liệu nào gắn với sổ theo dõi.",
    remedy: () => "Số liệu gắn với sổ có dạng [1.054](vt:C02/tinh/2026-nam).",
  },
  "bound/not-in-draft": {
    severity: "error",
    found: ({ typed }: { typed: string; waiting: readonly string[] }) => `Không có câu nào chờ nhận ở “${typed}”.`,
    remedy: ({ waiting }: { typed: string; waiting: readonly string[] }) =>
      waiting.length === 0 ? "Không còn câu nào chờ nhận." : `Các chỗ đang chờ: ${waiting.join(", ")}.`,
  },
  "bound/by-hand": {
    severity: "error",
    found: ({ label, printed, now, sentence }: Moved) =>
      `${label}: “${printed}” nay là “${now}”, mà mẫu báo cáo không có câu thay thế. ${quoted(sentence)}`,
    remedy: ({ path, now }: Moved) => `Viết lại câu ấy trong bản thảo, dùng [${now}](${path}), rồi chạy lại.`,
  },
  "bound/elsewhere": {
    severity: "error",
    found: ({ path, printed }: { path: string; printed: string; now: string }) =>
      `Không sửa tại chỗ được “${printed}” (${path}): số này không viết liền một mạch trong bản thảo, hoặc nằm trong tệp bảng khác.`,
    remedy: ({ now }: { path: string; printed: string; now: string }) => `Tự sửa thành “${now}”.`,
  },
  "bound/not-safe": {
    severity: "error",
    found: () => "Không cập nhật được mà giữ nguyên phần còn lại của bản thảo; chưa ghi gì.",
    remedy: () => "Sửa các số đã nêu bằng tay, giữ nguyên phần (vt:…).",
  },
  "bound/changed-meanwhile": {
    severity: "error",
    found: () => "Bản thảo đã bị sửa trong lúc cập nhật; chưa ghi gì.",
    remedy: () => "Lưu và đóng bản thảo trong trình soạn thảo, rồi chạy lại.",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about a bound figure or word. */
export const reportBound = reporter(CATALOGUE);
