import type { CommandDeclaration } from "../command.js";
import { FORCE, JSON_RESULT } from "../shared-options.js";

export const DIFF: CommandDeclaration = {
  name: "diff",
  alias: "so-sanh",
  summary: "so sánh hai bản của một văn bản",
  description:
    "So sánh hai bản: số liệu nào đổi, câu và mục nào thêm, bớt, chuyển chỗ, sửa lời, trang nào dịch,\n" +
    "và nơi lời văn giống nhau thì hình thức khác gì. Mỗi bản là bản thảo .md, tệp Word, PDF hoặc Excel;\n" +
    "hai bên có thể khác loại. Đưa hai thư mục thì so sánh từng cặp văn bản, ghép theo số và ký hiệu, tên tệp, lời văn.\n" +
    "Mã kết thúc: 0 không thấy gì khác, 1 chỉ khác hình thức, 2 khác lời văn, 3 khác số liệu,\n" +
    "4 không so sánh được hoặc còn trang ảnh chưa so được. So những gì của từng loại tệp: docs/so-sanh.md.",
  argument: { term: "<hai bản...>", description: "bản cũ rồi bản mới: hai tệp, hoặc hai thư mục" },
  options: [
    { flags: "-o, --out <tệp>", aliases: ["--tep"], description: "ghi trang so sánh .html, hai bản cạnh nhau" },
    {
      flags: "--redline <tệp>",
      aliases: ["--ban-so-sanh"],
      description: "ghi bản mới .docx có theo dõi thay đổi (từ bản thảo, tệp Word)",
    },
    {
      flags: "--ignore-layout",
      aliases: ["--bo-qua-hinh-thuc"],
      description: "không xét trang, lề, phông chữ và hình các trang",
    },
    { flags: "--only-figures", aliases: ["--chi-so-lieu"], description: "chỉ báo số liệu thay đổi" },
    {
      flags: "--text",
      aliases: ["--loi-van"],
      description: "không so sánh: in lời văn của một tệp, mỗi đoạn một dòng, cho git diff (docs/so-sanh.md)",
    },
    FORCE,
    JSON_RESULT,
  ],
  examples: [
    ["vanthu diff ban-1.pdf ban-2.pdf -o so-sanh.html", "tóm tắt ra màn hình, chi tiết ở so-sanh.html"],
    ["vanthu so-sanh ke-hoach.md ke-hoach-da-ky.pdf --bo-qua-hinh-thuc", "bản thảo với bản đã phát hành"],
    ["vanthu diff ban-1.docx ban-2.docx --redline ban-so-sanh.docx", "mở bằng Word, chấp nhận hoặc từ chối từng chỗ"],
    ["vanthu diff du-thao-1/ du-thao-2/ -o so-sanh.html", "cả thư mục, có mục lục các thay đổi"],
    ["vanthu so-sanh bieu-cu.xlsx bieu-moi.xlsx --chi-so-lieu", "chỉ xem số liệu nào đổi"],
  ],
  usageExit: 4,
  load: async () => (await import("./diff-command.js")).diffCommand,
};
