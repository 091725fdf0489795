import type { CommandDeclaration } from "../command.js";
import { FORCE, JSON_RESULT, MANIFEST } from "../shared-options.js";

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
  argument: {
    term: "<kỳ>",
    description:
      "mã kỳ báo cáo, ví dụ 2026-6t, 2026-nam, 2026-2028-sk; hoặc tệp Excel đơn vị đã điền, để lập báo cáo của chính đơn vị;\nvới --update còn có thể là tệp bản thảo .md",
  },
  options: [
    {
      flags: "-o, --out <thư mục>",
      aliases: ["--thu-muc"],
      description: "nơi ghi (mặc định: bao-cao/<kỳ> trong thư mục làm việc; với tệp Excel: thư mục đang đứng)",
    },
    {
      flags: "--template <tệp>",
      aliases: ["--mau"],
      description: "dùng mẫu này (mặc định: mẫu của cơ quan, nếu không có thì mẫu của chương trình)",
    },
    {
      flags: "--annexes <mức>",
      aliases: ["--phu-luc"],
      description:
        "all: in mọi đơn vị trong phụ lục của văn bản; khi trên 500 đơn vị mặc định chỉ in tổng và khu vực, đơn vị ở tệp Excel",
    },
    {
      flags: "--update",
      aliases: ["--cap-nhat"],
      description: "không lập mới: cập nhật số liệu trong bản thảo đã có, giữ nguyên lời văn",
    },
    {
      flags: "--accept <số liệu>",
      aliases: ["--nhan"],
      description: "nhận câu mới khi tăng thành giảm, đạt thành chưa đạt…: đường dẫn vt:… hoặc all",
    },
    MANIFEST,
    FORCE,
    JSON_RESULT,
  ],
  examples: [
    ["vanthu report 2026-6t", "ghi bản thảo, DOCX, PDF, phụ lục, tệp ý kiến và tệp truy vết"],
    ["vanthu bao-cao 2026-nam -o du-thao --ghi-de", "lập lại từ đầu; bản thảo đã sửa tay được giữ ở tệp .cu.md"],
    ["vanthu report 2026-6t --mau mau/rieng.md.hbs", "theo một mẫu khác"],
    ["vanthu report p-song-kim.xlsx", "báo cáo của một đơn vị từ tệp Excel đã điền; không cần thư mục làm việc"],
    ["vanthu report 2026-nam --update", "cập nhật số liệu trong bản thảo của kỳ; câu phải đổi chữ thì nêu ra"],
    ["vanthu report du-thao.md --update --accept all", "nhận mọi câu mới, có ghi vào sổ ai nhận, lúc nào"],
  ],
  load: async () => (await import("./choose-work.js")).reportHandler,
};
