import type { CellPlace } from "../../cycle/returns.js";
import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

/** A process that holds or held the ledger; `since` is said in words. */
type Holder = { host: string; pid: number; since: string };
type NamedPeriod = { period: string; name: string };

const cellText = ({ sheet, address }: CellPlace): string => `ô ${address}, trang "${sheet}"`;

/** At most so many codes of units in one message. */
const SHOWN = 5;

const unitsText = (units: readonly string[]): string =>
  units.length <= SHOWN
    ? units.join(", ")
    : `${units.slice(0, SHOWN).join(", ")} và ${units.length - SHOWN} đơn vị khác`;

/** The file or its folder may not be written, or not be opened at all, by whoever runs the program. */
const FORBIDDEN = /^(?:EACCES|EPERM|EROFS|SQLITE_(?:READONLY|PERM|CANTOPEN)\w*)$/u;

/** Findings about the ledger of returns (sổ theo dõi số liệu, so-lieu/). */
const CATALOGUE = {
  "ledger/not-started": {
    severity: "error",
    found: () => "Chưa có sổ theo dõi số liệu: chưa kỳ báo cáo nào được mở.",
    remedy: () => "Mở kỳ báo cáo trước bằng lệnh vanthu cycle open.",
  },
  "ledger/newer-version": {
    severity: "error",
    found: () => "Sổ theo dõi số liệu do phiên bản vanthu mới hơn ghi; phiên bản này không đọc được.",
    remedy: () => "Cập nhật vanthu trên máy này rồi chạy lại. Không sửa, không xoá tệp trong thư mục so-lieu.",
  },
  "ledger/older-version": {
    severity: "error",
    found: () => "Sổ theo dõi số liệu do phiên bản vanthu cũ hơn ghi và chưa được nâng cấp.",
    remedy: () => "Chạy một lệnh có ghi vào sổ (ví dụ vanthu cycle collect); sổ được nâng cấp và giữ nguyên số liệu.",
  },
  "ledger/damaged": {
    severity: "error",
    found: () => "Tệp sổ theo dõi số liệu bị hỏng, không đọc được.",
    remedy: () =>
      "Không ghi tiếp. Lấy lại thư mục so-lieu từ bản sao lưu gần nhất; các tệp đơn vị gửi vẫn còn trong so-lieu/tep và có thể tiếp nhận lại.",
  },
  "ledger/unwritable": {
    severity: "error",
    found: ({ code }: { code: string }) =>
      FORBIDDEN.test(code)
        ? `Tài khoản đang dùng không được phép ghi vào sổ theo dõi số liệu (${code}).`
        : `Không đọc hoặc ghi được sổ theo dõi số liệu (${code}).`,
    remedy: ({ code }: { code: string }) =>
      FORBIDDEN.test(code)
        ? "Bỏ thuộc tính chỉ đọc của thư mục so-lieu và các tệp trong đó, hoặc nhờ người quản trị cấp cho tài khoản này quyền đọc, ghi, rồi chạy lại; sổ vẫn giữ nguyên."
        : "Kiểm tra ổ đĩa chứa thư mục so-lieu có còn kết nối, thư mục có còn ở đó, rồi chạy lại; những gì đã tiếp nhận vẫn giữ nguyên.",
  },
  "ledger/disk-full": {
    severity: "error",
    found: () => "Ổ đĩa đã đầy, không ghi thêm được vào sổ theo dõi số liệu. Sổ giữ nguyên như trước.",
    remedy: () => "Dọn bớt ổ đĩa rồi chạy lại lệnh; tệp đã tiếp nhận không bị ghi hai lần.",
  },
  "ledger/lost-group": {
    severity: "error",
    found: ({ count }: { count: number }) =>
      `${count} mục vừa tiếp nhận chưa ghi được vào sổ theo dõi số liệu vì ổ đĩa báo lỗi giữa chừng.`,
    remedy: () =>
      "Xử lý lỗi của ổ đĩa rồi chạy lại đúng lệnh này: các mục đó được ghi lại, không mục nào bị ghi hai lần.",
  },
  "ledger/busy": {
    severity: "error",
    found: () => "Sổ theo dõi số liệu đang được một chương trình khác dùng.",
    remedy: () => "Đợi lệnh kia xong rồi chạy lại.",
  },
  "ledger/locked-here": {
    severity: "error",
    found: ({ pid, since }: Holder) =>
      `Một lệnh vanthu khác trên máy này (tiến trình ${pid}, từ ${since}) đang ghi vào sổ theo dõi số liệu.`,
    remedy: () => "Đợi lệnh đó xong rồi chạy lại.",
  },
  "ledger/locked-elsewhere": {
    severity: "error",
    found: ({ host, pid, since }: Holder) =>
      `Máy "${host}" (tiến trình ${pid}, từ ${since}) đang ghi vào sổ theo dõi số liệu.`,
    remedy: ({ host }: Holder) =>
      `Đợi lệnh trên máy "${host}" xong rồi chạy lại. Nếu chắc chắn máy đó không còn chạy vanthu, xoá tệp so-lieu/khoa.json.`,
  },
  "ledger/taken-over": {
    severity: "note",
    found: ({ pid, since }: Omit<Holder, "host">) =>
      `Lần chạy trước trên máy này (tiến trình ${pid}, từ ${since}) đã dừng giữa chừng; sổ theo dõi số liệu được mở lại.`,
    remedy: () => "Chạy lại lệnh đã dừng: phần chưa ghi được ghi tiếp, phần đã ghi không bị lặp.",
  },
  "ledger/network-share": {
    severity: "warning",
    found: ({ kind }: { kind: string }) =>
      `Thư mục so-lieu nằm trên ổ mạng (${kind}), nơi khoá tệp không phải lúc nào cũng có hiệu lực.`,
    remedy: () =>
      "Nên đặt thư mục làm việc trên ổ đĩa của máy và sao lưu lên ổ mạng. Nếu vẫn dùng ổ mạng: mỗi lúc chỉ một máy chạy vanthu.",
  },
  "ledger/period-not-opened": {
    severity: "error",
    found: ({ period }: { period: string }) => `Kỳ báo cáo "${period}" chưa được mở.`,
    remedy: ({ period }: { period: string }) => `Mở kỳ bằng lệnh vanthu cycle open ${period}.`,
  },
  "ledger/period-differs": {
    severity: "error",
    found: ({ name, parts }: { name: string; parts: readonly string[] }) =>
      `Kỳ ${name} đã được mở với nội dung khác: ${parts.join("; ")}.`,
    remedy: () =>
      "Kỳ đã mở không đổi được. Khôi phục khai báo như lúc mở; nếu chỉ cần thêm thời gian nộp, dùng vanthu cycle extend.",
  },
  "ledger/form-set-edited": {
    severity: "error",
    found: ({ formSet, version, period }: { formSet: string; version: string; period: string }) =>
      `Bộ biểu mẫu ${formSet} phiên bản ${version} đã bị sửa sau khi dùng cho kỳ ${period}.`,
    remedy: () => "Khôi phục nội dung cũ của phiên bản này, và đưa phần sửa vào một phiên bản mới.",
  },
  "ledger/outline-differs": {
    severity: "error",
    found: ({ unit, revision }: { unit: string; revision: number }) =>
      `Đề cương lần ${revision} của đơn vị ${unit} đã phát hành với nội dung khác.`,
    remedy: () => "Phát hành lại thành lần tiếp theo, không thay tệp đã gửi.",
  },
  "ledger/period-locked": {
    severity: "error",
    found: ({ unit, name }: NamedPeriod & { unit: string }) =>
      `Kỳ ${name} đã khoá, không nhận thêm báo cáo của đơn vị ${unit}.`,
    remedy: ({ unit, period }: NamedPeriod & { unit: string }) =>
      `Nếu lãnh đạo đồng ý nhận: vanthu cycle reopen ${period} --unit ${unit} --reason "…", rồi tiếp nhận lại tệp này.`,
  },
  "ledger/extend-locked": {
    severity: "error",
    found: ({ name }: NamedPeriod & { unit: string | undefined }) => `Kỳ ${name} đã khoá, không gia hạn được.`,
    remedy: ({ period, unit }: NamedPeriod & { unit: string | undefined }) =>
      `Mở lại cho từng đơn vị: vanthu cycle reopen ${period} --unit ${unit ?? "<mã đơn vị>"} --reason "…".`,
  },
  "ledger/reopen-open": {
    severity: "error",
    found: ({ unit, name }: { unit: string; name: string }) =>
      `Kỳ ${name} đang mở với đơn vị ${unit}, không cần mở lại.`,
    remedy: () => "Nếu cần thêm thời gian nộp, dùng vanthu cycle extend.",
  },
  "ledger/locked-already": {
    severity: "note",
    found: ({ name }: { name: string }) => `Kỳ ${name} đã khoá từ trước.`,
    remedy: () => "Không cần làm gì.",
  },
  "ledger/no-reason": {
    severity: "error",
    found: () => "Chưa ghi lý do.",
    remedy: () => 'Ghi lý do bằng --reason "…"; lý do được lưu vào sổ cùng ngày và người quyết định.',
  },
  "ledger/bad-day": {
    severity: "error",
    found: ({ day }: { day: string }) => `"${day}" không phải là ngày có thật.`,
    remedy: () => "Ghi ngày dạng 30/5/2026.",
  },
  "ledger/day-not-later": {
    severity: "error",
    found: ({ day, lastDay }: { day: string; lastDay: string }) =>
      `Hạn mới ${day} không muộn hơn hạn đang có là ${lastDay}.`,
    remedy: () => "Ghi ngày muộn hơn hạn đang có.",
  },
  "ledger/conflicting-values": {
    severity: "error",
    found: ({ unit, key, first, second }: { unit: string; key: string; first: CellPlace; second: CellPlace }) =>
      `Số liệu ${key} của đơn vị ${unit} có hai giá trị khác nhau: ${cellText(first)} và ${cellText(second)}.`,
    remedy: () => "Sửa để hai ô giống nhau, hoặc để trống một ô, rồi gửi lại.",
  },
  "ledger/no-revision": {
    severity: "error",
    found: ({ revision }: { revision: number }) => `Sổ theo dõi số liệu không có lần gửi mang mã ${revision}.`,
    remedy: () => "Tiếp nhận tệp số liệu của đơn vị trước, rồi mới ghi văn bản ký của lần gửi đó.",
  },
  "ledger/older-return": {
    severity: "warning",
    found: ({ number, day, last }: { number: number; day: string; last: number }) =>
      `Ghi là lần gửi ${number}, nhưng nhận ngày ${day}, trước lần ${last}: được giữ trong sổ, lần ${last} vẫn là bản mới nhất.`,
    remedy: () => "Nếu đây mới là bản cuối: đề nghị đơn vị lưu lại tệp rồi gửi thành lần mới.",
  },
  "ledger/older-file-again": {
    severity: "warning",
    found: ({ unit, number, last }: { unit: string; number: number; last: number }) =>
      `Tệp này đã nhận của đơn vị ${unit} ở lần ${number}; sau đó đơn vị đã gửi lần ${last}, và lần ${last} vẫn là bản mới nhất.`,
    remedy: () => "Nếu đơn vị muốn dùng lại số liệu cũ: đề nghị lưu lại tệp với số liệu đó rồi gửi thành lần mới.",
  },
  "ledger/closing-stands": {
    severity: "warning",
    found: ({ units }: { units: readonly string[] }) =>
      `Đã có số chốt trong kỳ đã khoá của: ${unitsText(units)}; số đầu kỳ trong tệp không thay số chốt đó.`,
    remedy: () => "Nếu số chốt sai: mở lại kỳ cho đơn vị bằng vanthu cycle reopen và nhận báo cáo sửa.",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about the ledger. */
export const reportLedger = reporter(CATALOGUE);
