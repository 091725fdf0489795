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
