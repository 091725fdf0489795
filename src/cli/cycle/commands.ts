import type { CommandGroup } from "../command.js";
import { OUTLINE_COMMANDS } from "./declarations/outlines.js";
import { RETURN_COMMANDS } from "./declarations/returns.js";
import { TARGET_COMMANDS } from "./declarations/targets.js";
import { WINDOW_COMMANDS } from "./declarations/window.js";

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
  commands: [...OUTLINE_COMMANDS, ...RETURN_COMMANDS, ...TARGET_COMMANDS, ...WINDOW_COMMANDS],
};
