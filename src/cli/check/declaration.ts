import type { CommandDeclaration } from "../command.js";
import { FORCE, JSON_RESULT } from "../shared-options.js";

/** `vanthu check`: what a strict inspector would write. */
export const CHECK: CommandDeclaration = {
  name: "check",
  alias: "kiem-tra",
  summary: "kiểm tra thể thức, bố cục, lời văn của bản thảo, tệp Word",
  description:
    "Kiểm tra tệp Word, bản thảo theo các quy tắc của chuẩn thể thức: mỗi lỗi có chỗ,\n" +
    "chữ được trích, điều khoản và cách sửa. Với tệp Word xét cả phông, cỡ chữ, lề, giãn dòng;\n" +
    "số liệu gắn với sổ theo dõi được đối chiếu với sổ.\n" +
    "Lỗi là trái quy định; cảnh báo và lưu ý theo mẫu, thông lệ. Giải thích từng quy tắc: docs/quy-tac.md.",
  argument: {
    term: "[tệp...]",
    description: "tệp Word .docx, bản thảo .md, thư mục, mẫu tên tệp, hoặc lời văn .txt",
  },
  options: [
    {
      flags: "--format <dạng>",
      aliases: ["--kieu"],
      description: "text, json, sarif hoặc html (mặc định: text)",
    },
    {
      flags: "-o, --out <tệp>",
      aliases: ["--tep"],
      description: "ghi kết quả ra tệp; cùng --fix thì là nơi ghi bản thảo đã sửa",
    },
    {
      flags: "--norm <chuẩn>",
      aliases: ["--chuan"],
      description: "hd05, hd36 hoặc nd30 (mặc định: theo hệ thống và ngày ký)",
    },
    { flags: "--rule <mã>", aliases: ["--quy-tac"], description: "chỉ những quy tắc này, ví dụ P22,P33" },
    { flags: "--list-rules", aliases: ["--danh-sach-quy-tac"], description: "liệt kê các quy tắc" },
    {
      flags: "--fix",
      aliases: ["--sua"],
      description: "sửa dấu cách, gạch nối, cách đặt dấu thanh …; chỉ cho xem, ghi khi có --force hoặc -o",
    },
    {
      flags: "--annotate <tệp>",
      aliases: ["--ghi-chu"],
      description: "ghi bản sao của tệp Word, có ghi chú ở từng chỗ; nhiều tệp thì là thư mục",
    },
    FORCE,
    JSON_RESULT,
  ],
  examples: [
    ["vanthu check van-ban.docx", "liệt kê lỗi, cảnh báo, lưu ý"],
    ["vanthu check van-ban.docx --annotate gop-y.docx", "bản sao có ghi chú của Word ở từng chỗ"],
    ["vanthu check ke-hoach.md", "kiểm tra bản thảo"],
    ["vanthu kiem-tra van-ban/ --kieu html -o ket-qua.html", "một trang kết quả của cả thư mục"],
    ["vanthu check ke-hoach.md --fix --force", "sửa ngay trong bản thảo những lỗi máy sửa được"],
    ["vanthu check ke-hoach.md --quy-tac P33", "chỉ kiểm tra dấu kết thúc nội dung"],
  ],
  appendix: `Tắt hoặc hạ mức quy tắc trong vanthu.yaml:
  kiểm tra:
    tắt: [P22, V12]
    hạ: [P33]`,
  load: async () => (await import("./check-command.js")).checkCommand,
};
