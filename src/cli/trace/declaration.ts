import type { CommandDeclaration } from "../command.js";
import { FORCE, JSON_RESULT } from "../shared-options.js";

/** `vanthu trace`: a figure, or all figures of a report, down to the cells of the returns. */
export const TRACE: CommandDeclaration = {
  name: "trace",
  alias: "truy-vet",
  summary: "truy số liệu về từng ô của từng báo cáo",
  description:
    "In một số liệu, công thức, các đơn vị, lần gửi, tệp, trang tính và ô mà nó được cộng từ đó.\n" +
    "Số liệu ghi như trong bản thảo: vt:<chỉ tiêu>/<phạm vi>/<kỳ>[/<số đo>]; phạm vi là tinh, khu vực viết\n" +
    "không dấu nối bằng gạch ngang (khu-vuc-ven-bien), hoặc mã đơn vị.\n" +
    "Với bản thảo của một báo cáo: mọi số liệu trong đó, chỗ nào không còn khớp sổ theo dõi; html là trang bao-cao.html\n" +
    "lập lại theo sổ theo dõi hiện nay, ghi số cũ và số mới cạnh nhau.\n" +
    "Báo cáo của một đơn vị, lập từ tệp Excel, được tra theo tệp .trace.json bên cạnh (text, json).",
  argument: {
    term: "<số liệu...>",
    description: "vt:C02/tinh/2026-6t; kỳ rồi số liệu: 2026-6t C02/tinh; hoặc bản thảo .md của báo cáo",
  },
  options: [
    {
      flags: "--format <dạng>",
      aliases: ["--kieu"],
      description: "text, json, xlsx hoặc html (mặc định: theo đuôi của -o, nếu không có thì text)",
    },
    {
      flags: "-o, --out <tệp>",
      aliases: ["--tep"],
      description: "tệp để ghi (mặc định: in ra màn hình; xlsx và html: tệp .xlsx, .html trong thư mục làm việc)",
    },
    FORCE,
    JSON_RESULT,
  ],
  examples: [
    ["vanthu trace 2026-6t C02/tinh", "số kết nạp toàn tỉnh từ đâu ra"],
    ["vanthu truy-vet vt:C06/khu-vuc-ven-bien/2026-6t/chenh-lech", "chênh lệch so với cùng kỳ của một khu vực"],
    ["vanthu trace 2026-6t C06/tinh -o dang-vien.xlsx", "bảng từng đơn vị, lần gửi, tệp, ô"],
    ["vanthu trace bao-cao/2026-6t/bao-cao-2026-6t.md", "số nào trong báo cáo đã đổi sau khi thu thêm"],
    ["vanthu trace bao-cao-2026-6t-p-song-kim.md", "mỗi số trong báo cáo của đơn vị lấy ở ô nào của tệp Excel"],
    ["vanthu trace bao-cao/2026-6t/bao-cao-2026-6t.md -o bao-cao.html", "trang tra số liệu, có số cũ và số mới"],
  ],
  load: async () => (await import("./trace-command.js")).traceCommand,
};
