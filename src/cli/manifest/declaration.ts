import type { CommandDeclaration } from "../command.js";
import { JSON_RESULT } from "../shared-options.js";

/** `vanthu verify`: whether what was made is still what would be made. */
export const VERIFY: CommandDeclaration = {
  name: "verify",
  alias: "kiem-lai",
  summary: "dựng lại từ manifest.json và đối chiếu từng tệp",
  description:
    "Dựng lại các tệp mà manifest.json ghi (từ lệnh render hoặc report có --manifest) rồi đối chiếu: tệp nào bị sửa\n" +
    "sau khi lập, sửa ở phần nào; tệp nào dựng lại ra khác và vì sao: bản thảo, số liệu, quy tắc thể thức, phông chữ\n" +
    "hay phiên bản chương trình đã đổi. Không ghi gì.\n" +
    "Mã kết thúc: 0 mọi tệp đúng như đã ghi, 1 có tệp khác, 2 không kiểm được (thiếu bản thảo để dựng lại).",
  argument: { term: "<manifest>", description: "tệp manifest.json" },
  options: [JSON_RESULT],
  examples: [
    ["vanthu render ke-hoach.md -o phat-hanh --manifest", "lập văn bản, ghi phat-hanh/manifest.json"],
    ["vanthu verify phat-hanh/manifest.json", "sau này: văn bản còn đúng nguyên như khi lập không"],
  ],
  load: async () => (await import("./verify-command.js")).verifyCommand,
};
