/** Help in the outline workbooks: the instruction sheet, prompts and errors of cells. Names of sheets and results: layout. */

/** Most that Excel takes: titles of prompts and errors 32 characters, texts 255. */
export interface CellHelp {
  readonly promptTitle: string;
  readonly prompt: string;
  readonly errorTitle: string;
  readonly error: string;
}

const ERROR_TITLE = "Số liệu chưa đúng";

/** What a cell asks for and says when something else is typed, by kind of cell. */
export const CELL_HELP = {
  whole: {
    promptTitle: "Nhập số nguyên",
    prompt: "Số nguyên không âm. Không phát sinh thì ghi 0; ô để trống nghĩa là chưa báo cáo.",
    errorTitle: ERROR_TITLE,
    error: "Ô này chỉ nhận số nguyên từ 0 trở lên, ví dụ 12. Không ghi chữ, dấu chấm hay đơn vị tính.",
  },
  decimal: {
    promptTitle: "Nhập số",
    prompt: "Số không âm, được có phần lẻ, ví dụ 12,5. Không phát sinh thì ghi 0.",
    errorTitle: ERROR_TITLE,
    error: "Ô này chỉ nhận số từ 0 trở lên, ví dụ 12,5. Không ghi dấu %.",
  },
  opening: {
    promptTitle: "Số đầu kỳ",
    prompt:
      "Là số cuối năm trước đã chốt (hoặc số bàn giao). Ô còn trống, nền cam: nhập số ban đầu và nêu nguồn ở Ghi chú.",
    errorTitle: ERROR_TITLE,
    error: "Ô này chỉ nhận số từ 0 trở lên.",
  },
  samePeriod: {
    promptTitle: "Cùng kỳ năm trước",
    prompt: "Là số đã chốt cùng kỳ năm trước. Ô còn trống, nền cam: nhập số ban đầu theo báo cáo năm trước.",
    errorTitle: ERROR_TITLE,
    error: "Ô này chỉ nhận số từ 0 trở lên.",
  },
  earlier: {
    promptTitle: "Số của thời gian trước",
    prompt: "Số đã chốt thì đã điền sẵn. Ô còn trống, nền cam: nhập theo báo cáo của thời gian đó; không có thì ghi 0.",
    errorTitle: ERROR_TITLE,
    error: "Ô này chỉ nhận số từ 0 trở lên.",
  },
  date: {
    promptTitle: "Nhập ngày",
    prompt: "Ghi ngày/tháng/năm, ví dụ 20/5/2026.",
    errorTitle: "Ngày chưa đúng",
    error: "Ô này nhận ngày/tháng/năm, từ năm 1930 đến nay, ví dụ 20/5/2026.",
  },
  mark: {
    promptTitle: "Đánh dấu",
    prompt: "Chọn x nếu đúng, để trống nếu không.",
    errorTitle: "Dấu chưa đúng",
    error: "Ô này chỉ nhận chữ x hoặc để trống.",
  },
  member: {
    promptTitle: "Chọn trong danh sách",
    prompt: "Bấm mũi tên bên phải ô rồi chọn.",
    errorTitle: "Không có trong danh sách",
    error: "Chọn một mục trong danh sách của ô này.",
  },
  answer: {
    promptTitle: "Viết nội dung",
    prompt: "Viết theo hướng dẫn ở dòng trên. Xuống dòng: Alt + Enter. Không có nội dung thì ghi “Không”.",
    errorTitle: "",
    error: "",
  },
} as const satisfies { readonly [kind: string]: CellHelp };

/** Kinds of cells as the instruction sheet explains their colours. */
export const LEGEND = [
  { look: "open", text: "Nền vàng: ô đơn vị nhập số liệu, nội dung." },
  { look: "initial", text: "Nền cam: số ban đầu, bắt buộc nhập vì chưa có số đã chốt; nêu nguồn ở cột Ghi chú." },
  { look: "prefilled", text: "Nền xám: số đã chốt hoặc chỉ tiêu được giao, điền sẵn, đã khoá." },
  { look: "computed", text: "Nền xanh: ô tự tính, đã khoá. Không ghi đè số lên công thức." },
  { look: "notApplicable", text: "X: không áp dụng, không nhập." },
  {
    look: "broken",
    text: "Nền đỏ: số liệu chưa đạt một kiểm tra; mã kiểm tra hiện ở bên phải biểu, nội dung ở trang Kiểm tra.",
  },
] as const;

/** Numbered sections of the instruction sheet; `{…}` is filled for each unit and period. */
export const INSTRUCTIONS: readonly { readonly title: string; readonly lines: readonly string[] }[] = [
  {
    title: "1. Nhập số liệu",
    lines: [
      "Nhập lần lượt từng biểu, chỉ nhập vào ô nền vàng (và nền cam nếu có). Mỗi số chỉ nhập một lần, ở biểu khác tự hiện.",
      "Không phát sinh thì ghi 0. Ô để trống được hiểu là chưa báo cáo, không phải là không có.",
      "Số liệu tính từ ngày {from} đến ngày {to}. Cột “Ước” là số dự kiến đến hết kỳ; chưa ước được thì để trống.",
      "Có thể nới dòng, nới cột cho dễ đọc. Không xoá dòng, cột; không đổi mã ở các dòng, cột ẩn.",
    ],
  },
  {
    title: "2. Màu của các ô",
    lines: [],
  },
  {
    title: "3. Kiểm tra trước khi gửi",
    lines: [
      "Mở trang Kiểm tra: sửa hết các dòng “Chưa đạt” và nhập hết các ô còn thiếu.",
      "Dòng “Cần giải trình”: nếu số đúng thì giữ nguyên và ghi lý do vào cột Giải trình của trang Kiểm tra, hoặc cột Ghi chú cạnh số đó.",
      "Số điền sẵn mà đơn vị thấy chưa đúng: không sửa, ghi rõ ở cột Ghi chú và báo cho nơi nhận báo cáo.",
    ],
  },
  {
    title: "4. Thời hạn và nơi gửi",
    lines: [
      "Gửi {due} (chậm nhất ngày {lastDay}).",
      "Gửi về: {sendTo}.",
      "Gửi kèm: tệp Excel này, báo cáo đã ký số hoặc bản chụp có chữ ký, và tệp Word của báo cáo (nếu có). Có thể nén chung một tệp zip.",
      "Tên tệp đặt tuỳ ý: đơn vị và kỳ báo cáo được nhận biết theo dấu trong tệp. Không dùng tệp của đơn vị khác hay kỳ khác.",
    ],
  },
  {
    title: "5. Sau khi gửi",
    lines: [
      "Nơi nhận trả lời bằng phiếu: đã nhận, hoặc các ô cần sửa, cần giải trình. Sửa ngay trên tệp này rồi gửi lại.",
    ],
  },
];

export const INSTRUCTION_TITLE = "HƯỚNG DẪN LẬP VÀ GỬI BÁO CÁO";
export const PROGRESS_TITLE = "Tình trạng của tệp này";
export const PAPER_TITLE = "Thông tin về báo cáo (đơn vị ghi)";
export const PROPOSAL_NOTE =
  "Các biểu mẫu trong tệp này là biểu mẫu đề xuất, không phải mẫu do cấp có thẩm quyền ban hành.";
