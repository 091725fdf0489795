/** Returns in: collected, followed, reconciled, passed on, reminded of. */
import type { CommandDeclaration } from "../../command.js";
import { FORCE, JSON_RESULT } from "../../shared-options.js";
import { file, folder, PERIOD_ARGUMENT, UNTIL } from "./options.js";

export const RETURN_COMMANDS: readonly CommandDeclaration[] = [
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
    load: async () => (await import("../collect-command.js")).collectCommand,
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
    load: async () => (await import("../status-command.js")).statusCommand,
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
    load: async () => (await import("../reconcile-command.js")).reconcileCommand,
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
    load: async () => (await import("../fill-command.js")).fillCommand,
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
    load: async () => (await import("../remind-command.js")).remindCommand,
  },
];
