import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

type Code = { code: string };
type UnknownUnit = Code & { key: string; nearest?: string | undefined };
type Handed = { from: string; indicator: string; day: string };
type HandedSum = Handed & { handed: string; closing: string; parts: string };

const quoteChain = (codes: readonly string[]): string => codes.map((code) => `"${code}"`).join(" → ");

/** Findings about the units of an office: its don-vi.yaml, their succession and handovers. */
const CATALOGUE = {
  "organisation/not-a-map": {
    severity: "error",
    found: () => "Tệp không có mục “đơn vị”.",
    remedy: () => "Ghi “đơn vị:”, rồi mỗi đơn vị một mục bắt đầu bằng “- mã: …”.",
  },
  "organisation/duplicate-code": {
    severity: "error",
    found: ({ code, line }: Code & { line?: number | undefined }) => `Mã "${code}" đã dùng ở dòng ${line ?? "trên"}.`,
    remedy: () => "Mỗi đơn vị một mã riêng; đơn vị cũ và mới sau sắp xếp cũng có mã khác nhau.",
  },
  "organisation/duplicate-area": {
    severity: "error",
    found: ({ area }: { area: string }) => `Khu vực "${area}" được ghi hai lần.`,
    remedy: () => "Giữ lại một lần.",
  },
  "organisation/unknown-unit": {
    severity: "error",
    found: ({ code, key }: UnknownUnit) => `"${key}": không có đơn vị nào mang mã "${code}".`,
    remedy: ({ nearest }: UnknownUnit) =>
      nearest ? `Có phải là "${nearest}"?` : "Thêm đơn vị đó vào mục “đơn vị”, hoặc sửa lại mã.",
  },
  "organisation/unknown-area": {
    severity: "error",
    found: ({ area }: { area: string; nearest?: string | undefined; known: readonly string[] }) =>
      `Không có khu vực "${area}" trong mục “khu vực”.`,
    remedy: ({ nearest, known }: { area: string; nearest?: string | undefined; known: readonly string[] }) =>
      nearest ? `Có phải là "${nearest}"?` : `Các khu vực đã khai: ${known.join(", ")}.`,
  },
  "organisation/superior-cycle": {
    severity: "error",
    found: ({ chain }: { chain: readonly string[] }) => `Cấp trên đi vòng: ${quoteChain(chain)}.`,
    remedy: () => "Sửa “cấp trên” của một trong các đơn vị này; đơn vị trực thuộc nơi tổng hợp thì bỏ khoá đó.",
  },
  "organisation/superior-never": {
    severity: "error",
    found: ({ superior }: { superior: string }) =>
      `Đơn vị cấp trên "${superior}" không tồn tại ngày nào cùng đơn vị này.`,
    remedy: () => "Kiểm tra lại “cấp trên” và các ngày “từ”, “đến” của hai đơn vị.",
  },
  "organisation/dates-reversed": {
    severity: "error",
    found: ({ from, until }: { from: string; until: string }) =>
      `Đơn vị tồn tại từ ngày ${from} nhưng chỉ đến ngày ${until}.`,
    remedy: () => "Kiểm tra lại hai ngày; “đến” là ngày cuối cùng còn tồn tại.",
  },
  "organisation/rename-order": {
    severity: "error",
    found: ({ day, after }: { day: string; after: string }) => `Lần đổi tên ngày ${day} ghi sau lần ngày ${after}.`,
    remedy: () => "Ghi các lần đổi tên theo thứ tự ngày, mỗi ngày một lần.",
  },
  "organisation/rename-outside": {
    severity: "error",
    found: ({ day }: { day: string }) => `Ngày ${day} đơn vị này không tồn tại nên không thể đổi tên.`,
    remedy: () => "Kiểm tra lại ngày đổi tên và các ngày “từ”, “đến” của đơn vị; tên đầu tiên ghi ở “tên”.",
  },
  "organisation/same-name": {
    severity: "warning",
    found: ({ name, other, line }: { name: string; other: string; line?: number | undefined }) =>
      `Tên "${name}" trùng với đơn vị "${other}" (dòng ${line ?? "trên"}) trong cùng thời gian.`,
    remedy: () => "Nếu là hai đơn vị: ghi thêm địa bàn vào “tên” để phân biệt. Nếu là một: bỏ một mục.",
  },
  "organisation/no-successor": {
    severity: "warning",
    found: ({ until }: { until: string }) => `Đơn vị kết thúc ngày ${until} mà không có lần sắp xếp nào nói về đâu.`,
    remedy: () => "Thêm một mục vào “sắp xếp”; không có thì số liệu của đơn vị không so sánh được với kỳ sau.",
  },
  "organisation/repeated-unit": {
    severity: "error",
    found: ({ code, key }: Code & { key: string }) => `"${key}" ghi đơn vị "${code}" hai lần.`,
    remedy: () => "Giữ lại một lần.",
  },
  "organisation/nothing-changes": {
    severity: "error",
    found: ({ code }: Code) => `Lần sắp xếp này biến "${code}" thành chính nó.`,
    remedy: () => "Nếu chỉ đổi tên: ghi ở khoá “đổi tên” của đơn vị. Nếu là đơn vị mới: cho mã mới.",
  },
  "organisation/same-day": {
    severity: "error",
    found: ({ code, day, line }: Code & { day: string; line?: number | undefined }) =>
      `Ngày ${day} đơn vị "${code}" đã có trong lần sắp xếp ở dòng ${line ?? "trên"}.`,
    remedy: () => "Gộp hai mục thành một: “từ” ghi mọi đơn vị trước ngày đó, “thành” ghi mọi đơn vị sau đó.",
  },
  "organisation/ends-twice": {
    severity: "error",
    found: ({ code, day }: Code & { day: string }) => `Đơn vị "${code}" đã kết thúc theo lần sắp xếp ngày ${day}.`,
    remedy: () => "Kiểm tra lại ngày và mã; đơn vị còn tiếp tục sau sắp xếp thì ghi ở cả “từ” và “thành”.",
  },
  "organisation/begins-twice": {
    severity: "error",
    found: ({ code, day }: Code & { day: string }) => `Đơn vị "${code}" đã được lập theo lần sắp xếp ngày ${day}.`,
    remedy: () => "Kiểm tra lại ngày và mã; đơn vị có từ trước thì ghi ở cả “từ” và “thành”.",
  },
  "organisation/succession-cycle": {
    severity: "error",
    found: ({ code, begins, ends }: Code & { begins: string; ends: string }) =>
      `Đơn vị "${code}" kết thúc ngày ${ends} mà đến ngày ${begins} mới được lập: các lần sắp xếp đi vòng.`,
    remedy: () => "Không dùng lại mã cũ cho đơn vị lập lại; cho đơn vị sau một mã mới.",
  },
  "organisation/wrong-beginning": {
    severity: "error",
    found: ({ from, day }: { from: string; day: string }) =>
      `Đơn vị ghi từ ngày ${from}, nhưng được lập theo lần sắp xếp ngày ${day}.`,
    remedy: ({ day }: { from: string; day: string }) => `Ghi “từ: ${day}” hoặc bỏ khoá “từ”.`,
  },
  "organisation/wrong-end": {
    severity: "error",
    found: ({ until, day }: { until: string; day: string; last: string }) =>
      `Đơn vị ghi đến ngày ${until}, nhưng hết tồn tại theo lần sắp xếp ngày ${day}.`,
    remedy: ({ last }: { until: string; day: string; last: string }) => `Ghi “đến: ${last}” hoặc bỏ khoá “đến”.`,
  },
  "organisation/gap": {
    severity: "error",
    found: ({ code, day, missing }: Code & { day: string; missing: string }) =>
      `Lần sắp xếp ngày ${day} nói đến "${code}", nhưng ngày ${missing} đơn vị đó không tồn tại.`,
    remedy: () => "Kiểm tra lại ngày sắp xếp và các ngày “từ”, “đến” của đơn vị.",
  },
  "organisation/handover-giver": {
    severity: "error",
    found: ({ count }: { count: number }) => `Bàn giao chưa ghi đơn vị giao, mà lần sắp xếp này có ${count} đơn vị cũ.`,
    remedy: () => "Thêm khoá “từ” với mã đơn vị giao.",
  },
  "organisation/handover-outside": {
    severity: "error",
    found: ({ code, key }: Code & { key: string; expected: readonly string[] }) =>
      `"${key}": đơn vị "${code}" không có trong lần sắp xếp này.`,
    remedy: ({ expected }: Code & { key: string; expected: readonly string[] }) =>
      `Cần ghi: ${expected.join(" hoặc ")}.`,
  },
  "organisation/handover-twice": {
    severity: "error",
    found: ({ indicator, from, to }: { indicator: string; from: string; to: string }) =>
      `Số ${indicator} từ "${from}" sang "${to}" được ghi hai lần.`,
    remedy: () => "Giữ lại một số, đúng với biên bản bàn giao.",
  },
  "organisation/handover-sum": {
    severity: "error",
    found: ({ from, indicator, day, handed, closing, parts }: HandedSum) =>
      `Sắp xếp ngày ${day}: ${from} bàn giao ${indicator} tổng cộng ${handed} (${parts}), số cuối kỳ đã chốt là ${closing}.`,
    remedy: () => "Đối chiếu với biên bản bàn giao rồi sửa số ở don-vi.yaml, hoặc đề nghị mở lại kỳ đã chốt.",
  },
  "organisation/handover-missing": {
    severity: "error",
    found: ({ from, indicator, day }: Handed) =>
      `Sắp xếp ngày ${day}: ${from} chia cho nhiều đơn vị nhưng chưa có số bàn giao ${indicator}.`,
    remedy: () => "Thêm vào “bàn giao” số của từng đơn vị nhận; đơn vị không nhận thì ghi 0.",
  },
  "organisation/handover-unchecked": {
    severity: "warning",
    found: ({ from, indicator, day }: Handed) =>
      `Sắp xếp ngày ${day}: chưa có số cuối kỳ ${indicator} của ${from} để đối chiếu với số bàn giao.`,
    remedy: () => "Nạp số đầu kỳ của những năm trước hoặc chốt kỳ cuối cùng của đơn vị đó.",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about units, their succession or a handover. */
export const reportOrganisation = reporter(CATALOGUE);
