import type { CommandDeclaration } from "./command.js";
import { FORCE, JSON_RESULT, MANIFEST } from "./shared-options.js";

/** `vanthu render`: documents from drafts and Word files. */
export const RENDER: CommandDeclaration = {
  name: "render",
  alias: "in",
  summary: "lập văn bản DOCX và PDF từ bản thảo hoặc tệp Word",
  description:
    "Lập văn bản đúng thể thức (DOCX để sửa và in, PDF để ký số và phát hành) từ bản thảo.\n" +
    "Bản thảo là tệp .md; có thể đưa nhiều tệp, cả thư mục, hoặc mẫu tên như ke-hoach/*.md.\n" +
    "Tệp Word (.docx) của người khác được nhập và chỉnh lại thể thức trong một bước: chữ nào in khác\n" +
    "bản gốc đều được liệt kê; nếu có từ nào bị mất thì không lập văn bản.",
  argument: { term: "<bản thảo...>", description: "tệp .md, .docx, thư mục chứa tệp .md, hoặc mẫu tên tệp" },
  options: [
    { flags: "-o, --out <thư mục>", aliases: ["--thu-muc"], description: "nơi ghi (mặc định: cạnh bản thảo)" },
    { flags: "--to <dạng>", aliases: ["--dang"], description: "docx, pdf hoặc docx,pdf (mặc định: cả hai)" },
    {
      flags: "--draft",
      aliases: ["--du-thao"],
      description: "in làm dự thảo: được thiếu thành phần, dưới số có chữ “Dự thảo”",
    },
    {
      flags: "--norm <chuẩn>",
      aliases: ["--chuan"],
      description: "hd05, hd36 hoặc nd30 (mặc định: theo hệ thống và ngày ký)",
    },
    { flags: "--with-source", aliases: ["--kem-nguon"], description: "đính kèm bản thảo trong tệp PDF" },
    {
      flags: "--data <danh sách>",
      aliases: ["--du-lieu"],
      description: "mỗi dòng của danh sách (.xlsx, .csv) một văn bản; trong bản thảo ghi {{Tên cột}}",
    },
    {
      flags: "--name <mẫu tên>",
      aliases: ["--ten-tep"],
      description:
        "với --data: tên tệp, ví dụ 'moi {{Họ và tên}}' (mặc định: <bản thảo>-<thứ tự>-<cột đầu tiên được nhắc>)",
    },
    MANIFEST,
    FORCE,
    JSON_RESULT,
  ],
  examples: [
    ["vanthu render ke-hoach.md", "ghi ke-hoach.docx và ke-hoach.pdf cạnh bản thảo"],
    ["vanthu in ke-hoach.md -o phat-hanh --dang pdf", "chỉ lập PDF, ghi vào thư mục phat-hanh"],
    ["vanthu render du-thao/ -o out --du-thao", "lập mọi bản thảo của một thư mục, có chữ “Dự thảo”"],
    ["vanthu render thu-moi.md --data dai-bieu.xlsx -o thu", "mỗi đại biểu trong danh sách một thư mời"],
    ["vanthu in thu-moi.md --du-lieu ds.csv --ten-tep 'moi {{Họ và tên}}' -o thu", "đặt tên tệp theo người nhận"],
    ["vanthu render van-ban.docx -o out", "chỉnh lại thể thức một tệp Word"],
  ],
  load: async () => (await import("./render-command.js")).renderCommand,
};
