/** Arguments and options that several commands of the cycle share. */
import type { OptionDeclaration } from "../../command.js";

export const PERIOD_ARGUMENT = { term: "<kỳ>", description: "mã kỳ báo cáo, ví dụ 2026-6t, 2026-nam, 2026-2028-sk" };

export const UNIT: OptionDeclaration = {
  flags: "--unit <mã>",
  aliases: ["--don-vi"],
  description: "mã một đơn vị trong don-vi.yaml",
};
export const UNTIL: OptionDeclaration = {
  flags: "--until <ngày>",
  aliases: ["--den-ngay"],
  description: "ngày cuối mới, ví dụ 30/5/2026",
};
export const REASON: OptionDeclaration = {
  flags: "--reason <lý do>",
  aliases: ["--ly-do"],
  description: "lý do, được ghi vào sổ cùng ngày giờ và người thực hiện",
};
export const folder = (description: string): OptionDeclaration => ({
  flags: "-o, --out <thư mục>",
  aliases: ["--thu-muc"],
  description,
});
export const file = (description: string): OptionDeclaration => ({
  flags: "-o, --out <tệp>",
  aliases: ["--tep"],
  description,
});
