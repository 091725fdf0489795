import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

type Mistyped = { typed: string; nearest?: string | undefined };
type FormSetName = { formSet: string; version: string };

type SumDiffers = { label: string; place: string; there: number; sum: number; locked: boolean };

const listed = (words: readonly string[]): string => words.join(", ");

/** Findings of the commands of a reporting cycle, apart from those of returns and of the ledger. */
const CATALOGUE = {
  "cycle-cli/no-workspace": {
    severity: "error",
    found: () => "Không tìm thấy vanthu.yaml ở thư mục đang đứng và các thư mục trên nó.",
    remedy: () => "Vào thư mục làm việc của kỳ báo cáo, hoặc tạo thư mục mới bằng lệnh vanthu cycle init.",
  },
  "cycle-cli/no-units": {
    severity: "error",
    found: () => "Thư mục làm việc chưa có don-vi.yaml, tệp khai các đơn vị báo cáo.",
    remedy: () => "Chạy vanthu cycle init tại thư mục này để có tệp mẫu, rồi khai các đơn vị.",
  },
  "cycle-cli/own-period": {
    severity: "error",
    found: ({ period }: { period: string }) => `Tệp hỏi về kỳ "${period}", là loại kỳ mà chương trình chưa biết.`,
    remedy: () =>
      "Khai loại kỳ đó ở mục “kỳ báo cáo” của vanthu.yaml trong thư mục đang đứng; lấy khai báo từ tệp: vanthu cycle init --theo <tệp>.",
  },
  "cycle-cli/unknown-unit": {
    severity: "error",
    found: ({ typed }: Mistyped) => `Không có đơn vị mang mã "${typed}".`,
    remedy: ({ nearest }: Mistyped) =>
      nearest ? `Có phải ý đồng chí là "${nearest}"?` : "Xem mã đơn vị trong don-vi.yaml.",
  },
  "cycle-cli/unknown-indicator": {
    severity: "error",
    found: ({ typed }: Mistyped) => `Bộ biểu mẫu của kỳ không có chỉ tiêu mang mã "${typed}".`,
    remedy: ({ nearest }: Mistyped) =>
      nearest ? `Có phải ý đồng chí là "${nearest}"?` : "Xem mã chỉ tiêu trong cột Mã của biểu mẫu.",
  },
  "cycle-cli/unit-files-nothing": {
    severity: "error",
    found: ({ unit, period }: { unit: string; period: string }) =>
      `Đơn vị "${unit}" không phải nộp gì trong kỳ ${period}.`,
    remedy: () =>
      "Kiểm tra loại, cấp trên và thời gian tồn tại của đơn vị trong don-vi.yaml, và loại đơn vị nộp của từng biểu.",
  },
  "cycle-cli/nobody-files": {
    severity: "error",
    found: ({ period }: { period: string }) => `Không đơn vị nào phải nộp biểu nào trong kỳ ${period}.`,
    remedy: () =>
      "Kiểm tra loại của các đơn vị trong don-vi.yaml; loại phải có trong mục “loại đơn vị” của bộ biểu mẫu.",
  },
  "cycle-cli/units-without-forms": {
    severity: "warning",
    found: ({ units, formSet }: { units: readonly string[]; formSet: string }) =>
      `Bộ biểu mẫu ${formSet} không có loại của các đơn vị: ${listed(units)}; các đơn vị này không có tệp.`,
    remedy: () => "Nếu đơn vị phải báo cáo: sửa “loại” trong don-vi.yaml cho đúng mã loại đơn vị của bộ biểu mẫu.",
  },
  "cycle-cli/confirm-whom": {
    severity: "error",
    found: () => "Chưa nói xác nhận cho đơn vị nào.",
    remedy: () => "Thêm --unit (--don-vi) và mã một đơn vị, hoặc --all (--tat-ca); không dùng cả hai.",
  },
  "cycle-cli/confirm-nothing": {
    severity: "error",
    found: ({ period }: { period: string }) => `Kỳ ${period} chưa mở, hoặc không phải kỳ đăng ký chỉ tiêu.`,
    remedy: () => "Mở kỳ đăng ký trước, ví dụ vanthu cycle open 2027-dk.",
  },
  "cycle-cli/confirm-missing": {
    severity: "warning",
    found: ({ units }: { units: readonly string[] }) =>
      `Chưa xác nhận được ${units.length} đơn vị, vì chưa có bản đăng ký được tính: ${listed(units)}.`,
    remedy: () => "Thu bản đăng ký (vanthu cycle collect); bản phải sửa thì chờ đơn vị gửi lại, rồi xác nhận.",
  },
  "cycle-cli/confirm-below": {
    severity: "warning",
    found: ({ unit, said }: { unit: string; said: readonly string[] }) =>
      `Đơn vị ${unit} đăng ký thấp hơn chỉ tiêu được phân bổ: ${said.join("; ")}.`,
    remedy: () => "Xem lý do đơn vị ghi ở cột giải trình; tổng đăng ký không được thấp hơn chỉ tiêu chung.",
  },
  "cycle-cli/allocate-nothing": {
    severity: "error",
    found: ({ file }: { file: string }) => `Không thấy bảng phân bổ chỉ tiêu trong ${file}.`,
    remedy: () =>
      "Bảng phân bổ có cột đơn vị và các cột năm (hoặc tên phụ lục nói “phân bổ chỉ tiêu”); đưa vào kế hoạch .md có phụ lục đó, hoặc tệp .xlsx.",
  },
  "cycle-cli/allocate-indicator": {
    severity: "warning",
    found: ({ indicator }: { indicator: string }) =>
      `Không rõ “${indicator}” là chỉ tiêu giao nào của bộ biểu mẫu; cột này chưa được ghi.`,
    remedy: () =>
      "Đặt tên cột như tên chỉ tiêu giao trong bieu-mau (ví dụ “Kết nạp đảng viên”), hoặc thêm chỉ tiêu giao vào phiên bản mới của bộ biểu mẫu.",
  },
  "cycle-cli/allocate-units": {
    severity: "error",
    found: ({ units }: { units: readonly string[] }) => `Bảng phân bổ có đơn vị chưa khai: ${units.join("; ")}.`,
    remedy: () => "Khai đơn vị (hoặc tên ngắn, tên gọi khác của đơn vị) trong don-vi.yaml, rồi chạy lại.",
  },
  "cycle-cli/no-form-set": {
    severity: "error",
    found: ({ period }: { period: string }) => `Không có bộ biểu mẫu nào cho kỳ ${period}.`,
    remedy: () => "Khai kỳ này ở mục “kỳ” của các biểu trong thư mục bieu-mau, hoặc chọn kỳ khác.",
  },
  "cycle-cli/wrong-span": {
    severity: "error",
    found: ({ period, years, columns }: { period: string; years: number; columns: number }) =>
      `Kỳ ${period} có ${years} năm, biểu mẫu của kỳ này có cột cho ${columns} năm.`,
    remedy: ({ example }: { period: string; years: number; columns: number; example: string }) =>
      `Mở kỳ đúng số năm, ví dụ ${example}; hoặc lập phiên bản biểu mẫu có đủ cột “từng năm”.`,
  },
  "cycle-cli/unknown-form-set": {
    severity: "error",
    found: ({ typed }: Mistyped & { period: string }) => `Không có bộ biểu mẫu "${typed}" cho kỳ này.`,
    remedy: ({ nearest }: Mistyped & { period: string }) =>
      nearest ? `Có phải ý đồng chí là "${nearest}"?` : "Xem mã ở đầu các tệp trong thư mục bieu-mau.",
  },
  "cycle-cli/several-form-sets": {
    severity: "error",
    found: ({ formSets }: { formSets: readonly string[] }) =>
      `Thư mục bieu-mau có nhiều bộ biểu mẫu cho kỳ này: ${listed(formSets)}.`,
    remedy: () => "Chọn một bộ bằng --forms (--bieu-mau), ví dụ --bieu-mau xd-to-chuc-dang.",
  },
  "cycle-cli/form-set-gone": {
    severity: "error",
    found: ({ formSet, version }: FormSetName) =>
      `Kỳ này đã mở với bộ biểu mẫu ${formSet} phiên bản ${version}, nay không còn trong thư mục bieu-mau.`,
    remedy: () => "Khôi phục tệp của phiên bản đó từ bản sao lưu; phiên bản đã dùng không được xoá.",
  },
  "cycle-cli/not-an-outline": {
    severity: "error",
    found: () => "Không đọc được kỳ, thời gian số liệu và hạn gửi trong tệp này.",
    remedy: () => "Dùng đúng tệp đề cương nhận từ cấp trên, chưa xoá trang Hướng dẫn.",
  },
  "cycle-cli/outline-form-set": {
    severity: "error",
    found: ({ formSet, version }: FormSetName) =>
      `Tệp của cấp trên theo bộ biểu mẫu ${formSet} phiên bản ${version}, ở đây chưa có.`,
    remedy: () => "Đề nghị cấp trên gửi kèm thư mục bieu-mau, chép vào thư mục làm việc rồi gọi lại.",
  },
  "cycle-cli/not-followed": {
    severity: "warning",
    found: ({ file }: { file: string }) => `${file} đã có nên được giữ nguyên, chưa theo tệp của cấp trên.`,
    remedy: ({ lines }: { file: string; lines: string }) => `Xem lại cho khớp, cần có:\n${lines}`,
  },
  "cycle-cli/no-unit-code": {
    severity: "error",
    found: () => "vanthu.yaml chưa ghi “mã đơn vị” của cơ quan mình ở cấp trên.",
    remedy: ({ unit }: { unit: string }) =>
      `Nếu tệp này đúng là của cơ quan mình thì ghi vào vanthu.yaml: mã đơn vị: ${unit}.`,
  },
  "cycle-cli/other-units-outline": {
    severity: "error",
    found: ({ unit, own }: { unit: string; own: string }) =>
      `Tệp này là của đơn vị "${unit}", cơ quan mình là "${own}".`,
    remedy: () => "Dùng tệp đề cương mà cấp trên gửi cho cơ quan mình.",
  },
  "cycle-cli/other-forms": {
    severity: "error",
    found: ({ theirs, ours }: { theirs: string; ours: string }) =>
      `Tệp của cấp trên theo bộ biểu mẫu ${theirs}, kỳ ở đây đã mở với ${ours}.`,
    remedy: () => "Hai bên phải cùng một phiên bản: báo cấp trên, hoặc thu lại của đơn vị theo phiên bản của cấp trên.",
  },
  "cycle-cli/other-window": {
    severity: "error",
    found: ({ theirs, ours }: { theirs: string; ours: string }) =>
      `Số liệu của cấp trên ${theirs}; kỳ ở đây đã mở với số liệu ${ours}.`,
    remedy: () => "Số của hai khoảng thời gian khác nhau không dùng cho nhau được: báo cấp trên thống nhất ngày chốt.",
  },
  "cycle-cli/nothing-counts": {
    severity: "error",
    found: ({ period }: { period: string }) => `Kỳ ${period} chưa có báo cáo nào của đơn vị được tính.`,
    remedy: ({ period }: { period: string }) =>
      `Thu báo cáo của đơn vị trước: vanthu cycle collect --period ${period}.`,
  },
  "cycle-cli/fill-over-outline": {
    severity: "error",
    found: ({ path }: { path: string }) => `"${path}" chính là tệp của cấp trên.`,
    remedy: () => "Ghi ra tệp khác bằng -o; tệp của cấp trên luôn được giữ nguyên.",
  },
  "cycle-cli/not-filled": {
    severity: "error",
    found: () => "Điền xong đọc lại không đúng số đã điền: tệp này đã bị sửa cấu trúc hoặc lưu bằng phần mềm lạ.",
    remedy: () => "Dùng bản gốc của tệp đề cương nhận từ cấp trên.",
  },
  "cycle-cli/partial-sums": {
    severity: "warning",
    found: ({ counted, asked, missing }: { counted: number; asked: number; missing: readonly string[] }) =>
      `Mới có ${counted}/${asked} đơn vị; số đã điền chưa có: ${listed(missing)}.`,
    remedy: () => "Thu đủ rồi điền lại từ tệp gốc của cấp trên; nếu vẫn gửi thì nêu rõ trong báo cáo.",
  },
  "cycle-cli/sum-differs": {
    severity: "warning",
    found: ({ label, place, there, sum, locked }: SumDiffers) =>
      `${place}, "${label}": ${locked ? "cấp trên điền sẵn" : "đã ghi"} ${there}, cộng của các đơn vị là ${sum}.`,
    remedy: ({ locked }: SumDiffers) =>
      locked
        ? "Ô này không sửa được: đối chiếu với đơn vị, ghi rõ ở cột Ghi chú."
        : "Ô đã có số nên giữ nguyên; xem lại.",
  },
  "cycle-cli/list-too-long": {
    severity: "warning",
    found: ({ rows }: { rows: number }) => `Danh sách không đủ chỗ cho ${rows} dòng của các đơn vị.`,
    remedy: () => "Thêm các dòng còn lại vào cuối danh sách trong Excel.",
  },
  "cycle-cli/no-period-yet": {
    severity: "error",
    found: () => "Chưa kỳ báo cáo nào được mở.",
    remedy: () => "Mở kỳ bằng lệnh vanthu cycle open, ví dụ vanthu cycle open 2026-6t.",
  },
  "cycle-cli/missing-option": {
    severity: "error",
    found: ({ option }: { option: string; example: string }) => `Lệnh còn thiếu ${option}.`,
    remedy: ({ option, example }: { option: string; example: string }) => `Ghi thêm, ví dụ ${option} ${example}.`,
  },
  "cycle-cli/bad-day": {
    severity: "error",
    found: ({ option, value }: { option: string; value: string }) =>
      `${option}: "${value}" không phải là ngày có thật.`,
    remedy: () => "Ghi ngày/tháng/năm, ví dụ 30/5/2026.",
  },
  "cycle-cli/future-day": {
    severity: "error",
    found: ({ day, today }: { day: string; today: string }) => `Ngày nhận ${day} sau hôm nay (${today}).`,
    remedy: () => "Ghi ngày thực sự nhận được tệp.",
  },
  "cycle-cli/nobody-late": {
    severity: "note",
    found: ({ period }: { period: string }) => `Kỳ ${period} không có đơn vị nào chậm hoặc phải sửa.`,
    remedy: () => "Không cần công văn đôn đốc.",
  },
  "cycle-cli/no-inbox": {
    severity: "error",
    found: ({ path }: { path: string }) => `Chưa có thư mục "${path}".`,
    remedy: () => "Tạo thư mục này và để tệp của đơn vị vào, hoặc ghi rõ tệp, thư mục cần thu.",
  },
  "cycle-cli/not-marked": {
    severity: "warning",
    found: ({ unit }: { unit: string }) => `Không tô màu được ô trong tệp của ${unit}; phiếu rà soát vẫn được lập.`,
    remedy: () => "Gửi phiếu rà soát, đề nghị đơn vị đối chiếu từng ô theo phiếu.",
  },
  "cycle-cli/opening-head": {
    severity: "error",
    found: ({ sheet }: { sheet: string }) => `Trang "${sheet}" không có dòng tên cột “Đơn vị”, “Kỳ” và cột số liệu.`,
    remedy: () => "Dòng đầu ghi: Đơn vị, Kỳ, Chỉ tiêu, Số liệu; hoặc Đơn vị, Kỳ rồi mã từng chỉ tiêu (B05, C06, …).",
  },
  "cycle-cli/opening-unit": {
    severity: "error",
    found: ({ typed, cell }: Mistyped & { cell: string }) => `${cell}: không có đơn vị "${typed}".`,
    remedy: ({ nearest }: Mistyped & { cell: string }) =>
      nearest ? `Có phải ý đồng chí là "${nearest}"?` : "Ghi mã hoặc tên như trong don-vi.yaml.",
  },
  "cycle-cli/opening-key": {
    severity: "error",
    found: ({ typed, cell }: Mistyped & { cell: string }) => `${cell}: không có chỉ tiêu "${typed}".`,
    remedy: ({ nearest }: Mistyped & { cell: string }) =>
      nearest ? `Có phải ý đồng chí là "${nearest}"?` : "Ghi mã chỉ tiêu của bộ biểu mẫu, ví dụ B05, C06, A01.CP.",
  },
  "cycle-cli/opening-number": {
    severity: "error",
    found: ({ typed, cell }: { typed: string; cell: string }) => `${cell}: "${typed}" không phải là số đọc được.`,
    remedy: () => "Ghi số, không kèm chữ; không có thì để trống hoặc ghi 0.",
  },
  "cycle-cli/opening-nothing": {
    severity: "error",
    found: () => "Tệp số đầu kỳ không có số liệu nào.",
    remedy: () => "Kiểm tra lại tệp; xem cách trình bày bằng vanthu cycle init --help.",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about a command of the cycle. */
export const reportCycleCall = reporter(CATALOGUE);
