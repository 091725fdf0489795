/** Until when returns are taken. */
import type { CommandDeclaration } from "../../command.js";
import { JSON_RESULT } from "../../shared-options.js";
import { folder, PERIOD_ARGUMENT, REASON, UNIT, UNTIL } from "./options.js";

export const WINDOW_COMMANDS: readonly CommandDeclaration[] = [
  {
    name: "extend",
    alias: "gia-han",
    summary: "gia hạn gửi báo cáo cho một đơn vị hoặc tất cả",
    description:
      "Gia hạn cho một đơn vị (--unit) hoặc tất cả. Lý do được ghi vào sổ theo dõi; kèm tệp lịch .ics của hạn mới.",
    argument: PERIOD_ARGUMENT,
    options: [UNIT, UNTIL, REASON, folder("nơi ghi tệp lịch (mặc định: thư mục ra của thư mục làm việc)"), JSON_RESULT],
    examples: [
      ['vanthu cycle extend 2026-6t --unit x-hai-thuan --until 30/5/2026 --reason "Bão số 2"', "một đơn vị"],
      ['vanthu cycle extend 2026-6t --until 28/5/2026 --reason "Điều chỉnh biểu mẫu"', "mọi đơn vị"],
    ],
    load: async () => (await import("../window-commands.js")).extendCommand,
  },
  {
    name: "reopen",
    alias: "mo-lai",
    summary: "mở lại kỳ đã khoá cho một đơn vị",
    description: "Cho một đơn vị gửi lại sau khi kỳ đã khoá. Lý do được ghi vào sổ; sau khi thu xong thì khoá lại.",
    argument: PERIOD_ARGUMENT,
    options: [UNIT, UNTIL, REASON, JSON_RESULT],
    examples: [['vanthu cycle reopen 2026-6t --unit p-song-kim --reason "Sửa số kết nạp"', "đơn vị được gửi lại"]],
    load: async () => (await import("../window-commands.js")).reopenCommand,
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
    load: async () => (await import("../window-commands.js")).lockCommand,
  },
];
