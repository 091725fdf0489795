import type { OptionDeclaration } from "./command.js";

/** Options that several commands have. */
export const FORCE: OptionDeclaration = {
  flags: "--force",
  aliases: ["--ghi-de"],
  description: "ghi đè tệp đã có (mặc định: không bao giờ ghi đè)",
};

export const JSON_RESULT: OptionDeclaration = {
  flags: "--json",
  aliases: [],
  description: "in kết quả dạng JSON cho chương trình khác đọc",
};

export const MANIFEST: OptionDeclaration = {
  flags: "--manifest",
  aliases: ["--ban-ke"],
  description: "ghi thêm manifest.json: đã lập từ gì, theo quy tắc nào, ra tệp nào; kiểm lại bằng vanthu verify",
};
