/** Outlines out: the desk is set up, a period is opened. */
import type { CommandDeclaration } from "../../command.js";
import { FORCE, JSON_RESULT } from "../../shared-options.js";
import { folder, PERIOD_ARGUMENT, UNIT } from "./options.js";

export const OUTLINE_COMMANDS: readonly CommandDeclaration[] = [
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
    load: async () => (await import("../init-command.js")).initCommand,
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
    load: async () => (await import("../open-command.js")).openCommand,
  },
];
