import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

/** A number that stands in the register: `dòng 12, số 05-KH/ĐU ngày 15/4/2026`. */
type Entry = { line: number; number: string; date?: string | undefined };

const entryText = ({ line, number, date }: Entry): string =>
  `số ${number}${date === undefined ? "" : ` ngày ${date}`} (dòng ${line} của sổ)`;

/** Findings about numbering and the register so-van-ban.csv. */
const CATALOGUE = {
  "register/not-utf8": {
    severity: "error",
    found: () => "Sổ không ở bảng mã UTF-8.",
    remedy: () => "Mở sổ trong Excel và lưu lại, chọn kiểu “CSV UTF-8 (Comma delimited)”.",
  },
  "register/missing-column": {
    severity: "error",
    found: ({ columns }: { columns: readonly string[] }) =>
      `Dòng tiêu đề của sổ thiếu cột ${columns.map((column) => `"${column}"`).join(", ")}.`,
    remedy: () => "Ghi lại tên cột đúng như cũ ở dòng đầu tiên; thứ tự cột và cột thêm của cơ quan thì tuỳ ý.",
  },
  "register/broken-line": {
    severity: "error",
    found: ({ fault }: { fault: "fields" | "quote" }) =>
      fault === "fields"
        ? "Dòng này không đủ hoặc thừa ô so với dòng tiêu đề."
        : "Dấu ngoặc kép ở dòng này chưa đóng hoặc đặt sai chỗ.",
    remedy: () => "Mở sổ trong Excel sửa dòng này, hoặc lấy lại bản sao lưu của sổ.",
  },
  "register/bad-cell": {
    severity: "error",
    found: ({ column, value }: { column: string; value: string; expected: string }) =>
      `Ô "${column}" không nhận giá trị "${value}".`,
    remedy: ({ expected }: { column: string; value: string; expected: string }) => `Cần ghi: ${expected}.`,
  },
  "register/locked": {
    severity: "error",
    found: () => "Sổ đang được máy khác dùng để cấp số.",
    remedy: () =>
      "Đợi một lát rồi chạy lại. Nếu chắc chắn không còn ai dùng, xoá thư mục so-van-ban.csv.lock ở cạnh sổ.",
  },
  "register/already-numbered": {
    severity: "error",
    found: ({ number }: { number: string }) => `Bản thảo đã có số ${number}.`,
    remedy: () =>
      "Không cấp số lần thứ hai. Nếu số này tự ghi và chưa vào sổ: xoá dòng “số” trong bản thảo rồi chạy lại với --number và số đó.",
  },
  "register/already-registered": {
    severity: "error",
    found: (entry: Entry) => `Tệp này đã được cấp ${entryText(entry)}, nhưng bản thảo không còn dòng “số”.`,
    remedy: () =>
      "Nếu vẫn là văn bản đó: ghi lại số vào bản thảo. Nếu là văn bản mới: lưu bản thảo với tên tệp khác. Nếu số cũ đã huỷ: ghi “huỷ” vào cột Trạng thái của dòng đó.",
  },
  "register/unfinished-differs": {
    severity: "error",
    found: ({ entry, what }: { entry: Entry; what: string }) =>
      `Tệp này đang được cấp dở ${entryText(entry)}, nhưng ${what} trong lệnh hoặc trong bản thảo nay đã khác.`,
    remedy: () =>
      "Chạy lại lệnh không kèm --date, --number để hoàn tất; hoặc ghi “huỷ” vào cột Trạng thái của dòng đó rồi cấp số mới.",
  },
  "register/left-unfinished": {
    severity: "warning",
    found: ({ number }: { number: string }) => `Số ${number} đã giữ trong sổ (đang cấp) nhưng việc cấp số chưa xong.`,
    remedy: () => "Xử lý lỗi trên rồi chạy lại đúng lệnh này: văn bản sẽ nhận chính số đó, không tốn số mới.",
  },
  "register/unfinished-elsewhere": {
    severity: "warning",
    found: ({ entry, file }: { entry: Entry; file: string }) => `Còn cấp dở ${entryText(entry)} cho tệp "${file}".`,
    remedy: ({ file }: { entry: Entry; file: string }) =>
      `Chạy vanthu number "${file}" để hoàn tất, hoặc ghi “huỷ” vào cột Trạng thái của dòng đó.`,
  },
  "register/duplicate": {
    severity: "error",
    found: ({ entry }: { entry: Entry; next: number }) => `Số này đã có trong sổ: ${entryText(entry)}.`,
    remedy: ({ next }: { entry: Entry; next: number }) =>
      `Bỏ --number để lấy số tiếp theo (${next}), hoặc chọn một số còn trống.`,
  },
  "register/duplicate-rows": {
    severity: "warning",
    found: ({ first, second }: { first: Entry; second: Entry }) =>
      `Hai dòng của sổ cùng một số: ${entryText(first)} và ${entryText(second)}.`,
    remedy: () => "Đối chiếu với văn bản đã phát hành và sửa một trong hai dòng.",
  },
  "register/backward": {
    severity: "error",
    found: ({ date, entry }: { date: string; entry: Entry }) => `Ngày ${date} lùi so với ${entryText(entry)}.`,
    remedy: () =>
      "Số sau không được mang ngày sớm hơn số trước. Sửa ngày, hoặc chọn số còn trống hợp với ngày đó bằng --number.",
  },
  "register/forward": {
    severity: "error",
    found: ({ date, entry }: { date: string; entry: Entry }) =>
      `Ngày ${date} muộn hơn ${entryText(entry)}, là số đứng sau.`,
    remedy: () => "Sửa ngày, hoặc bỏ --number để lấy số tiếp theo.",
  },
  "register/outside-period": {
    severity: "error",
    found: ({ date, period }: { date: string; period: string }) => `Ngày ${date} nằm ngoài ${period}.`,
    remedy: () => "Sửa ngày; nếu đã sang nhiệm kỳ hoặc đại hội mới thì sửa thời gian trong vanthu.yaml.",
  },
  "register/gap": {
    severity: "warning",
    found: ({ from, to }: { from: number; to: number }) =>
      from === to ? `Số ${from} bị bỏ trống trong sổ.` : `Các số từ ${from} đến ${to} bị bỏ trống trong sổ.`,
    remedy: () => "Nếu sổ bắt đầu giữa chừng thì không cần làm gì; nếu không, ghi các văn bản đó vào sổ.",
  },
  "register/new-body": {
    severity: "warning",
    found: ({ body, known }: { body: string; known: string }) =>
      `Sổ chưa có văn bản nào của cơ quan mang mã "${body}" (vanthu.yaml ghi "${known}"), nên mở dãy số mới.`,
    remedy: () => "Nếu mã gõ nhầm: sửa dòng “ký hiệu” của bản thảo và sửa lại sổ.",
  },
  "register/no-symbol": {
    severity: "error",
    found: () => "Bản thảo chưa có ký hiệu, nên chưa biết số thuộc dãy nào.",
    remedy: ({ symbol }: { symbol: string }) => `Thêm vào đầu bản thảo dòng “ký hiệu: ${symbol}”.`,
  },
  "register/not-numbered": {
    severity: "error",
    found: ({ type }: { type: string }) => `${type} không mang số và ký hiệu.`,
    remedy: () => "Không cần cấp số cho văn bản này; kiểm tra lại “thể loại” nếu có nhầm lẫn.",
  },
  "register/no-year": {
    severity: "error",
    found: () => "Chưa biết năm để chọn dãy số: bản thảo chưa có ngày.",
    remedy: () => "Chạy lại với --date, ví dụ --date 15/4/2026, hoặc ghi “ngày” trong bản thảo.",
  },
  "register/no-term": {
    severity: "error",
    found: () => "vanthu.yaml chưa khai nhiệm kỳ, mà số văn bản của Đảng tính theo nhiệm kỳ.",
    remedy: () => "Thêm vào vanthu.yaml hai dòng “nhiệm kỳ:” và “  từ: 20/6/2025” (ngày bế mạc đại hội).",
    clause: "HD05 PII.I.3.1.1.b",
  },
  "register/no-congress": {
    severity: "error",
    found: () => "vanthu.yaml chưa khai đại hội, mà văn bản của đại hội có dãy số riêng.",
    remedy: () => "Thêm vào vanthu.yaml hai dòng “đại hội:” và “  từ: 18/6/2025” (ngày họp trù bị).",
    clause: "HD05 PII.I.3.1.1.a",
  },
  "register/header-unwritable": {
    severity: "error",
    found: () => "Không ghi được số vào đầu bản thảo mà vẫn giữ nguyên các dòng khác.",
    remedy: ({ number }: { number: string }) =>
      `Viết đầu bản thảo mỗi khoá một dòng (“số:” và “ngày:” riêng từng dòng) rồi chạy lại. Số ${number} chưa được cấp.`,
  },
  "register/undated": {
    severity: "note",
    found: () => "Số được cấp khi chưa có ngày ký, nên chưa kiểm tra được thứ tự ngày.",
    remedy: () => "Khi ký, ghi ngày vào bản thảo và vào cột Ngày của sổ.",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about numbering. */
export const reportRegister = reporter(CATALOGUE);
