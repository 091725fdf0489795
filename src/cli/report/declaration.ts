import type { CommandDeclaration } from "../command.js";
import { FORCE, JSON_RESULT } from "../shared-options.js";

/** `vanthu report`: the report of a period. */
export const REPORT: CommandDeclaration = {
  name: "report",
  alias: "bao-cao",
  summary: "lập báo cáo của một kỳ từ số liệu đã thu",
  description:
    "Lập bản thảo báo cáo từ số liệu trong sổ theo dõi, kèm DOCX và PDF có chữ “Dự thảo”, phụ lục Excel, tệp ý kiến\n" +
    "của các đơn vị và tệp truy vết: từng số trong báo cáo lấy từ đơn vị nào, lần gửi nào, tệp nào, ô nào.\n" +
    "Lập được khi kỳ còn mở hay đã khoá; số của đơn vị chưa gửi không tính là 0. Chỗ phải viết tay để là [cần viết: …].\n" +
    "Mẫu riêng của cơ quan đặt ở mau/bao-cao-<loại kỳ>.md.hbs, cạnh vanthu.yaml, được dùng trước.",
  argument: { term: "<kỳ>", description: "mã kỳ báo cáo, ví dụ 2026-6t, 2026-nam, 2026-2028-sk" },
  options: [
    {
      flags: "-o, --out <thư mục>",
      aliases: ["--thu-muc"],
      description: "nơi ghi (mặc định: bao-cao/<kỳ> trong thư mục làm việc)",
    },
    {
      flags: "--template <tệp>",
      aliases: ["--mau"],
      description: "dùng mẫu này (mặc định: mẫu của cơ quan, nếu không có thì mẫu của chương trình)",
    },
    FORCE,
    JSON_RESULT,
  ],
  examples: [
    ["vanthu report 2026-6t", "ghi bản thảo, DOCX, PDF, phụ lục, tệp ý kiến và tệp truy vết"],
    ["vanthu bao-cao 2026-nam -o du-thao --ghi-de", "lập lại sau khi thu thêm báo cáo"],
    ["vanthu report 2026-6t --mau mau/rieng.md.hbs", "theo một mẫu khác"],
  ],
  load: async () => (await import("./report-command.js")).reportCommand,
};
