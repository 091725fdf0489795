import { type CommandDeclaration, type CommandGroup, isGroup } from "./command.js";
import { CYCLE } from "./cycle/commands.js";
import { REPORT } from "./report/declaration.js";
import { FORCE, JSON_RESULT } from "./shared-options.js";
import { TRACE } from "./trace/declaration.js";

const WORKSPACE_EXAMPLE = `Tệp vanthu.yaml đặt ở thư mục của cơ quan, ví dụ:
  cơ quan cấp trên: ĐẢNG BỘ TỈNH HÀ TRUNG
  cơ quan ban hành: ĐẢNG UỶ PHƯỜNG SÔNG KIM
  mã cơ quan: ĐU
  địa danh: Sông Kim
  tác giả: Đảng uỷ phường Sông Kim
  lưu: Lưu Văn phòng Đảng uỷ
  nhiệm kỳ:
    từ: 20/6/2025`;

/** The commands, in the order of the help. */
export const COMMANDS: readonly (CommandDeclaration | CommandGroup)[] = [
  {
    name: "render",
    alias: "in",
    summary: "lập văn bản DOCX và PDF từ bản thảo",
    description:
      "Lập văn bản đúng thể thức (DOCX để sửa và in, PDF để ký số và phát hành) từ bản thảo.\n" +
      "Bản thảo là tệp .md; có thể đưa nhiều tệp, cả thư mục, hoặc mẫu tên như ke-hoach/*.md.",
    argument: { term: "<bản thảo...>", description: "tệp .md, thư mục chứa tệp .md, hoặc mẫu tên tệp" },
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
      FORCE,
      JSON_RESULT,
    ],
    examples: [
      ["vanthu render ke-hoach.md", "ghi ke-hoach.docx và ke-hoach.pdf cạnh bản thảo"],
      ["vanthu in ke-hoach.md -o phat-hanh --dang pdf", "chỉ lập PDF, ghi vào thư mục phat-hanh"],
      ["vanthu render du-thao/ -o out --du-thao", "lập mọi bản thảo của một thư mục, có chữ “Dự thảo”"],
    ],
    load: async () => (await import("./render-command.js")).renderCommand,
  },
  {
    name: "new",
    alias: "tao",
    summary: "tạo bản thảo mới theo thể loại",
    description:
      "Tạo bản thảo có sẵn khung và chú thích cho một thể loại văn bản, điền sẵn theo vanthu.yaml của cơ quan.\n" +
      "Mẫu riêng của cơ quan đặt ở mau/<thể loại>.md.hbs, cạnh vanthu.yaml, được dùng trước.",
    argument: { term: "[thể loại]", description: 'ví dụ: ke-hoach, "Báo cáo", thong-bao-ket-luan' },
    options: [
      {
        flags: "-o, --out <tệp>",
        aliases: ["--tep"],
        description: "tệp hoặc thư mục để ghi (mặc định: <thể loại>.md ở thư mục đang đứng)",
      },
      {
        flags: "--family <hệ>",
        aliases: ["--he"],
        description: "dang hoặc nha-nuoc (mặc định: theo vanthu.yaml, nếu không có thì dang)",
      },
      { flags: "--year <năm>", aliases: ["--nam"], description: "năm gợi ý trong bản thảo (mặc định: năm nay)" },
      { flags: "--list", aliases: ["--danh-sach"], description: "liệt kê các thể loại có mẫu" },
      FORCE,
      JSON_RESULT,
    ],
    examples: [
      ["vanthu new ke-hoach", "ghi ke-hoach.md"],
      ['vanthu tao "Công văn" --he nha-nuoc -o tra-loi.md', "công văn của cơ quan nhà nước"],
      ["vanthu new --list", "xem các thể loại có mẫu"],
    ],
    appendix: WORKSPACE_EXAMPLE,
    load: async () => (await import("./new-command.js")).newCommand,
  },
  {
    name: "number",
    alias: "cap-so",
    summary: "cấp số cho văn bản và ghi sổ",
    description:
      "Cấp số tiếp theo trong sổ so-van-ban.csv, ghi số (và ngày, nếu cho) vào bản thảo.\n" +
      "Văn bản của Đảng đánh số theo thể loại và nhiệm kỳ; văn bản nhà nước theo năm.",
    argument: { term: "<bản thảo...>", description: "tệp .md; nhiều tệp thì cấp số lần lượt theo thứ tự ghi" },
    options: [
      { flags: "--date <ngày>", aliases: ["--ngay"], description: "ngày ký, ví dụ 15/4/2026; ghi luôn vào bản thảo" },
      {
        flags: "--number <số>",
        aliases: ["--so"],
        description: "tự chọn số (để bắt đầu sổ giữa nhiệm kỳ, hoặc dùng số còn trống)",
      },
      { flags: "--dry-run", aliases: ["--xem-truoc"], description: "chỉ cho xem, không ghi gì" },
      JSON_RESULT,
    ],
    examples: [
      ["vanthu number ke-hoach.md --date 15/4/2026", "cấp số, ghi số và ngày, vào sổ"],
      ["vanthu cap-so ke-hoach.md --xem-truoc", "xem số sẽ được cấp"],
    ],
    appendix: WORKSPACE_EXAMPLE,
    load: async () => (await import("./number-command.js")).numberCommand,
  },
  CYCLE,
  REPORT,
  TRACE,
  {
    name: "demo",
    alias: "mau-thu",
    summary: "lập các bản thảo mẫu và trang xem hình",
    description: "Lập mọi bản thảo mẫu thành DOCX và PDF, kèm trang index.html có hình của từng trang.",
    argument: { term: "[thư mục]", description: "nơi có bản thảo (mặc định: fixtures)" },
    options: [
      { flags: "-o, --out <thư mục>", aliases: ["--thu-muc"], description: "nơi ghi (mặc định: out)" },
      FORCE,
      JSON_RESULT,
    ],
    examples: [["vanthu demo -o out", "rồi mở out/index.html"]],
    load: async () => (await import("./demo/demo-command.js")).demoCommand,
  },
];

/** A command with the words that lead to it. */
export interface Callable {
  /** `cycle open`. */
  readonly path: string;
  readonly declaration: CommandDeclaration;
}

/** All commands that do something, those of groups included. */
export const CALLABLE: readonly Callable[] = COMMANDS.flatMap((command) =>
  isGroup(command)
    ? command.commands.map((declaration) => ({ path: `${command.name} ${declaration.name}`, declaration }))
    : [{ path: command.name, declaration: command }],
);
