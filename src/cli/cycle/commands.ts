import type { CommandGroup, OptionDeclaration } from "../command.js";
import { FORCE, JSON_RESULT } from "../shared-options.js";

const PERIOD_ARGUMENT = { term: "<kỳ>", description: "mã kỳ báo cáo, ví dụ 2026-6t, 2026-nam, 2026-2028-sk" };

const UNIT: OptionDeclaration = {
  flags: "--unit <mã>",
  aliases: ["--don-vi"],
  description: "mã một đơn vị trong don-vi.yaml",
};
const UNTIL: OptionDeclaration = {
  flags: "--until <ngày>",
  aliases: ["--den-ngay"],
  description: "ngày cuối mới, ví dụ 30/5/2026",
};
const REASON: OptionDeclaration = {
  flags: "--reason <lý do>",
  aliases: ["--ly-do"],
  description: "lý do, được ghi vào sổ cùng ngày giờ và người thực hiện",
};
const folder = (description: string): OptionDeclaration => ({
  flags: "-o, --out <thư mục>",
  aliases: ["--thu-muc"],
  description,
});
const file = (description: string): OptionDeclaration => ({
  flags: "-o, --out <tệp>",
  aliases: ["--tep"],
  description,
});

/** `vanthu cycle`: outlines out, returns in, answers, who has reported. */
export const CYCLE: CommandGroup = {
  name: "cycle",
  alias: "ky-bao-cao",
  summary: "kỳ báo cáo: phát đề cương, thu và rà soát báo cáo của đơn vị",
  description:
    "Chạy một kỳ báo cáo: mỗi đơn vị một tệp Excel (đề cương và biểu mẫu), thu tệp đơn vị gửi về,\n" +
    "rà soát từng ô, trả lời đơn vị, theo dõi ai đã gửi, ai chậm.\n" +
    "Mọi lệnh chạy trong thư mục làm việc có vanthu.yaml và don-vi.yaml.",
  examples: [
    ["vanthu cycle init ky-bao-cao", "tạo thư mục làm việc có chú thích"],
    ["vanthu cycle open 2026-6t", "mở kỳ, lập tệp cho từng đơn vị"],
    ["vanthu cycle collect hop-thu-den --period 2026-6t", "thu và rà soát tệp đã nhận"],
    ["vanthu cycle status 2026-6t", "xem đơn vị nào đã gửi, chậm, phải sửa"],
  ],
  commands: [
    {
      name: "init",
      alias: "tao",
      summary: "tạo thư mục làm việc cho kỳ báo cáo",
      description:
        "Tạo vanthu.yaml, don-vi.yaml, bieu-mau/ (bộ biểu mẫu đề xuất), hop-thu-den/ và hướng dẫn, đều có chú thích.\n" +
        "Tệp đã có được giữ nguyên. Với --so-dau-ky, nạp số liệu các năm trước từ một tệp Excel vào sổ theo dõi.",
      argument: { term: "[thư mục]", description: "nơi tạo (mặc định: thư mục đang đứng)" },
      options: [
        {
          flags: "--openings <tệp>",
          aliases: ["--so-dau-ky"],
          description: "tệp .xlsx có số liệu các năm trước, mỗi dòng một số hoặc mỗi cột một chỉ tiêu",
        },
        {
          flags: "--outline <tệp>",
          aliases: ["--theo"],
          description: "tệp đề cương nhận từ cấp trên: thu cùng kỳ, cùng biểu mẫu của các đơn vị mình, hạn sớm hơn",
        },
        JSON_RESULT,
      ],
      examples: [
        ["vanthu cycle init ky-bao-cao", "tạo thư mục ky-bao-cao"],
        ["vanthu cycle init --so-dau-ky so-2025.xlsx", "nạp số chốt năm 2025 vào thư mục đang đứng"],
        ["vanthu cycle init thu-cua-phuong --theo p-song-kim.xlsx", "thu của các chi bộ theo tệp cấp trên gửi phường"],
      ],
      appendix: `Tệp số đầu kỳ có dòng đầu là tên cột, theo một trong hai cách:
  Đơn vị | Kỳ | Chỉ tiêu | Số liệu      (mỗi dòng một số: p-song-kim | 2025-nam | B05 | 12)
  Đơn vị | Kỳ | B05 | C06 | D04 | …      (mỗi dòng một đơn vị, mỗi cột một chỉ tiêu)
Đơn vị ghi mã hoặc tên trong don-vi.yaml. Chỉ tiêu được giao ghi ở kỳ của năm được giao: p-song-kim | 2026-nam | T01 | 30.`,
      load: async () => (await import("./init-command.js")).initCommand,
    },
    {
      name: "open",
      alias: "mo",
      summary: "mở kỳ báo cáo và lập tệp Excel cho từng đơn vị",
      description:
        "Mở kỳ báo cáo trong sổ theo dõi, lập cho mỗi đơn vị một tệp Excel đã điền sẵn số đầu kỳ, số cùng kỳ và chỉ tiêu,\n" +
        "và một tệp lịch .ics có ngày nhắc. Gọi lại thì tệp không đổi; số chốt thay đổi thì phát hành lần tiếp theo.",
      argument: PERIOD_ARGUMENT,
      options: [
        folder("nơi ghi (mặc định: thư mục ra của thư mục làm việc)"),
        UNIT,
        {
          flags: "--forms <mã>",
          aliases: ["--bieu-mau"],
          description: "mã bộ biểu mẫu, khi thư mục bieu-mau có nhiều bộ cho kỳ này",
        },
        FORCE,
        JSON_RESULT,
      ],
      examples: [
        ["vanthu cycle open 2026-6t", "ghi ra/2026-6t/<mã đơn vị>.xlsx và ra/2026-6t/2026-6t.ics"],
        ["vanthu ky-bao-cao mo 2026-nam --don-vi p-song-kim -o gui-di", "chỉ một đơn vị, ghi vào gui-di"],
      ],
      load: async () => (await import("./open-command.js")).openCommand,
    },
    {
      name: "collect",
      alias: "thu",
      summary: "thu và rà soát tệp đơn vị gửi về",
      description:
        "Thu tệp Excel, thư mục hoặc tệp zip đơn vị gửi về, ghi vào sổ theo dõi và cho biết từng báo cáo: đã nhận,\n" +
        "cần giải trình hay phải sửa, ở ô nào. Báo cáo phải sửa có phiếu rà soát, tệp đánh dấu và lời nhắn ở tra-loi/.\n" +
        "Tệp theo dõi nhiệm vụ của kế hoạch được thu cùng: trạng thái, kết quả từng nhiệm vụ ghi vào sổ theo dõi.",
      argument: { term: "[tệp...]", description: "tệp, thư mục hoặc tệp zip (mặc định: hop-thu-den)" },
      options: [
        {
          flags: "--period <kỳ>",
          aliases: ["--ky"],
          description: "chỉ thu kỳ này (mặc định: kỳ nào đã mở cũng thu)",
        },
        {
          flags: "--received <ngày>",
          aliases: ["--ngay-nhan"],
          description: "ngày nhận, ví dụ 20/5/2026 (mặc định: theo tên thư mục, nếu không có thì theo tệp)",
        },
        { flags: "--again", aliases: ["--ra-soat-lai"], description: "rà soát lại cả những tệp đã thu trước đây" },
        folder("nơi ghi trả lời (mặc định: thư mục tra-loi của thư mục làm việc)"),
        JSON_RESULT,
      ],
      examples: [
        ["vanthu cycle collect", "thu mọi thứ trong hop-thu-den"],
        ["vanthu cycle collect thu-20-5.zip --period 2026-6t --received 20/5/2026", "thu một tệp zip nhận ngày 20/5"],
      ],
      load: async () => (await import("./collect-command.js")).collectCommand,
    },
    {
      name: "status",
      alias: "tinh-hinh",
      summary: "xem tình hình gửi báo cáo",
      description:
        "Cho biết đơn vị nào đã gửi, đúng hạn hay chậm mấy ngày, phải sửa, cần giải trình, có bản ký hay chưa;\n" +
        "tỷ lệ gửi và tỷ lệ đúng hạn theo khu vực.",
      argument: {
        ...PERIOD_ARGUMENT,
        term: "[kỳ]",
        description: `${PERIOD_ARGUMENT.description} (mặc định: kỳ mở sau cùng)`,
      },
      options: [
        {
          flags: "--format <dạng>",
          aliases: ["--kieu"],
          description: "text, json, xlsx hoặc html (mặc định: theo đuôi của -o, nếu không có thì text)",
        },
        file("tệp để ghi (mặc định: in ra màn hình; xlsx và html: tinh-hinh-<kỳ>)"),
        FORCE,
        JSON_RESULT,
      ],
      examples: [
        ["vanthu cycle status 2026-6t", "bảng trên màn hình"],
        ["vanthu ky-bao-cao tinh-hinh 2026-6t -o tinh-hinh.html", "trang để gửi lãnh đạo"],
      ],
      load: async () => (await import("./status-command.js")).statusCommand,
    },
    {
      name: "reconcile",
      alias: "doi-soat",
      summary: "kiểm tra số cộng, đối soát hai nguồn",
      description:
        "Cộng số liệu của các báo cáo đã vào tổng hợp, kiểm tra quan hệ giữa các số cộng, đặt số của\n" +
        "nguồn thứ hai cạnh số được tính (nguồn có thẩm quyền) và số kỳ này cạnh số các kỳ trước,\n" +
        "trên cùng phạm vi đơn vị. Không thay đổi sổ theo dõi.",
      argument: {
        ...PERIOD_ARGUMENT,
        term: "[kỳ]",
        description: `${PERIOD_ARGUMENT.description} (mặc định: kỳ mở sau cùng)`,
      },
      options: [
        {
          flags: "--indicator <mã>",
          aliases: ["--chi-tieu"],
          description: "chỉ một chỉ tiêu, kê số của từng đơn vị và ô",
        },
        {
          flags: "--format <dạng>",
          aliases: ["--kieu"],
          description: "text, json hoặc xlsx (mặc định: theo đuôi của -o, nếu không có thì text)",
        },
        file("tệp để ghi (mặc định: in ra màn hình; xlsx: doi-soat-<kỳ>.xlsx)"),
        FORCE,
        JSON_RESULT,
      ],
      examples: [
        ["vanthu cycle reconcile 2026-6t", "xem trước khi khoá kỳ"],
        ["vanthu cycle reconcile 2026-6t -o doi-soat.xlsx", "danh sách đối soát, có tệp, trang tính và ô"],
        ["vanthu ky-bao-cao doi-soat 2026-6t --chi-tieu D09", "số đoàn viên từng đơn vị ghi, ở ô nào"],
      ],
      load: async () => (await import("./reconcile-command.js")).reconcileCommand,
    },
    {
      name: "fill",
      alias: "dien",
      summary: "điền tệp đề cương của cấp trên bằng số cộng của các đơn vị mình",
      description:
        "Cho cơ quan tự tổng hợp các đơn vị của mình rồi báo cáo cấp trên. Cộng số liệu đang tính của kỳ\n" +
        "cùng mã, điền vào các ô còn trống của tệp cấp trên, ghi ra tệp mới. Ô đã khoá, đã điền được giữ\n" +
        "nguyên; phần viết vẫn do người viết.",
      argument: { term: "<tệp>", description: "tệp đề cương nhận từ cấp trên" },
      options: [file("tệp để ghi (mặc định: <tên tệp>-da-dien.xlsx)"), FORCE, JSON_RESULT],
      examples: [["vanthu cycle fill p-song-kim.xlsx", "ghi p-song-kim-da-dien.xlsx"]],
      load: async () => (await import("./fill-command.js")).fillCommand,
    },
    {
      name: "remind",
      alias: "don-doc",
      summary: "soạn công văn đôn đốc các đơn vị chậm",
      description:
        "Soạn bản thảo một công văn đôn đốc gửi mọi đơn vị chậm hoặc phải sửa, kèm danh sách. Bản thảo cần được cấp số\n" +
        "(vanthu number), lập văn bản (vanthu render) và ký như mọi công văn.",
      argument: PERIOD_ARGUMENT,
      options: [UNTIL, file("tệp để ghi (mặc định: don-doc-<kỳ>.md)"), FORCE, JSON_RESULT],
      examples: [["vanthu cycle remind 2026-6t --until 30/5/2026", "ghi don-doc-2026-6t.md"]],
      load: async () => (await import("./remind-command.js")).remindCommand,
    },
    {
      name: "allocate",
      alias: "phan-bo",
      summary: "ghi chỉ tiêu phân bổ cho các đơn vị từ kế hoạch hoặc tệp Excel",
      description:
        "Đọc bảng phân bổ chỉ tiêu trong phụ lục của kế hoạch (.md) hoặc trong tệp .xlsx, kiểm tra cộng ngang, cộng dọc,\n" +
        "và ghi chỉ tiêu từng năm, cả giai đoạn của từng đơn vị vào sổ theo dõi: đề cương của đơn vị được điền sẵn số đó.",
      argument: {
        term: "<kế hoạch hoặc tệp>",
        description: "bản thảo kế hoạch .md có phụ lục phân bổ, hoặc tệp .xlsx",
      },
      options: [JSON_RESULT],
      examples: [
        ["vanthu cycle allocate ke-hoach.md", "chỉ tiêu ở phụ lục của kế hoạch"],
        ["vanthu ky-bao-cao phan-bo phan-bo.xlsx", "chỉ tiêu trong tệp Excel"],
      ],
      load: async () => (await import("./allocate-command.js")).allocateCommand,
    },
    {
      name: "confirm",
      alias: "xac-nhan",
      summary: "xác nhận chỉ tiêu năm mà đơn vị đăng ký",
      description:
        "Xác nhận số đăng ký trong báo cáo đang tính của đơn vị: số đó thành chỉ tiêu năm của đơn vị, được điền vào Biểu 4\n" +
        "của các kỳ trong năm. Sổ theo dõi ghi người, ngày giờ xác nhận và ô có số. Xác nhận lại thì số sau thay số trước.",
      argument: { term: "<kỳ>", description: "mã kỳ đăng ký, ví dụ 2027-dk" },
      options: [
        UNIT,
        { flags: "--all", aliases: ["--tat-ca"], description: "mọi đơn vị đã có báo cáo được tính" },
        JSON_RESULT,
      ],
      examples: [
        ["vanthu cycle confirm 2027-dk --unit p-song-kim", "một đơn vị"],
        ["vanthu ky-bao-cao xac-nhan 2027-dk --tat-ca", "mọi đơn vị"],
      ],
      load: async () => (await import("./confirm-command.js")).confirmCommand,
    },
    {
      name: "extend",
      alias: "gia-han",
      summary: "gia hạn gửi báo cáo cho một đơn vị hoặc tất cả",
      description:
        "Gia hạn cho một đơn vị (--unit) hoặc tất cả. Lý do được ghi vào sổ theo dõi; kèm tệp lịch .ics của hạn mới.",
      argument: PERIOD_ARGUMENT,
      options: [
        UNIT,
        UNTIL,
        REASON,
        folder("nơi ghi tệp lịch (mặc định: thư mục ra của thư mục làm việc)"),
        JSON_RESULT,
      ],
      examples: [
        ['vanthu cycle extend 2026-6t --unit x-hai-thuan --until 30/5/2026 --reason "Bão số 2"', "một đơn vị"],
        ['vanthu cycle extend 2026-6t --until 28/5/2026 --reason "Điều chỉnh biểu mẫu"', "mọi đơn vị"],
      ],
      load: async () => (await import("./window-commands.js")).extendCommand,
    },
    {
      name: "reopen",
      alias: "mo-lai",
      summary: "mở lại kỳ đã khoá cho một đơn vị",
      description: "Cho một đơn vị gửi lại sau khi kỳ đã khoá. Lý do được ghi vào sổ; sau khi thu xong thì khoá lại.",
      argument: PERIOD_ARGUMENT,
      options: [UNIT, UNTIL, REASON, JSON_RESULT],
      examples: [['vanthu cycle reopen 2026-6t --unit p-song-kim --reason "Sửa số kết nạp"', "đơn vị được gửi lại"]],
      load: async () => (await import("./window-commands.js")).reopenCommand,
    },
    {
      name: "lock",
      alias: "khoa",
      summary: "khoá kỳ báo cáo, chốt số liệu",
      description:
        "Khoá kỳ: số liệu đang tính trở thành số chốt, là số đầu kỳ và số cùng kỳ của các kỳ sau; báo cáo đến sau không tính.",
      argument: PERIOD_ARGUMENT,
      options: [UNIT, REASON, JSON_RESULT],
      examples: [
        ["vanthu cycle lock 2026-6t", "khoá cả kỳ"],
        ["vanthu cycle lock 2026-6t --unit p-song-kim", "khoá lại một đơn vị đã mở lại"],
      ],
      load: async () => (await import("./window-commands.js")).lockCommand,
    },
  ],
};
