/** Targets of the units: allocated from above, or registered and confirmed. */
import type { CommandDeclaration } from "../../command.js";
import { JSON_RESULT } from "../../shared-options.js";
import { UNIT } from "./options.js";

export const TARGET_COMMANDS: readonly CommandDeclaration[] = [
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
    load: async () => (await import("../allocate-command.js")).allocateCommand,
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
    load: async () => (await import("../confirm-command.js")).confirmCommand,
  },
];
