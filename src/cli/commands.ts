import { CHECK } from "./check/declaration.js";
import { type CommandDeclaration, type CommandGroup, isGroup } from "./command.js";
import { CYCLE } from "./cycle/commands.js";
import { DIFF } from "./diff/declarations.js";
import { VERIFY } from "./manifest/declaration.js";
import { RENDER } from "./render-declaration.js";
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
  RENDER,
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
      {
        flags: "--tasks <tệp>",
        aliases: ["--nhiem-vu"],
        description: "kế hoạch lập từ danh mục nhiệm vụ và chỉ tiêu trong tệp Excel",
      },
      {
        flags: "--layout <kiểu>",
        aliases: ["--bo-cuc"],
        description: "với --tasks: khoi (nhiệm vụ ghi ở phần II) hoặc bang (phụ lục khổ ngang); mặc định: khoi",
      },
      {
        flags: "--tasks-form <tệp>",
        aliases: ["--mau-nhiem-vu"],
        description: "ghi tệp Excel trống để điền danh mục nhiệm vụ và chỉ tiêu",
      },
      { flags: "--list", aliases: ["--danh-sach"], description: "liệt kê các thể loại có mẫu" },
      FORCE,
      JSON_RESULT,
    ],
    examples: [
      ["vanthu new ke-hoach", "ghi ke-hoach.md"],
      ['vanthu tao "Công văn" --he nha-nuoc -o tra-loi.md', "công văn của cơ quan nhà nước"],
      ["vanthu new ke-hoach --tasks-form nhiem-vu.xlsx", "tệp trống để điền nhiệm vụ, chỉ tiêu"],
      ["vanthu new ke-hoach --tasks nhiem-vu.xlsx --layout bang", "kế hoạch lập từ danh mục, nhiệm vụ ở phụ lục"],
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
  {
    name: "import",
    alias: "nhap",
    summary: "tạo bản thảo từ tệp Word hoặc văn bản quét đã nhận dạng",
    description:
      "Nhập văn bản của người khác thành bản thảo: tệp Word (.docx), hoặc chữ gõ lại, chữ nhận dạng\n" +
      "từ bản quét (.txt). Không từ nào của bản gốc bị mất: chỗ nào ghi lại khác bản gốc đều được liệt kê,\n" +
      "chữ chưa xếp được vào đâu được giữ trong ghi chú cuối bản thảo; phần còn thiếu thì báo,\n" +
      "không tự thêm.",
    argument: { term: "<tệp>", description: "tệp .docx, .txt hoặc .md do máy nhận dạng chữ ghi ra" },
    options: [
      {
        flags: "-o, --out <tệp>",
        aliases: ["--tep"],
        description: "tệp hoặc thư mục để ghi (mặc định: cạnh tệp gốc, cùng tên, đuôi .md)",
      },
      {
        flags: "--family <hệ>",
        aliases: ["--he"],
        description: "dang hoặc nha-nuoc (mặc định: theo tiêu đề, số của văn bản)",
      },
      {
        flags: "--norm <chuẩn>",
        aliases: ["--chuan"],
        description: "hd05, hd36 hoặc nd30 (mặc định: theo hệ thống và ngày ký)",
      },
      FORCE,
      JSON_RESULT,
    ],
    examples: [
      ["vanthu import ke-hoach.docx", "ghi ke-hoach.md cạnh tệp Word"],
      ["vanthu nhap ban-quet.txt -o ke-hoach.md --chuan hd36", "văn bản quét năm 2024 của Đảng"],
    ],
    load: async () => (await import("./import-command.js")).importCommand,
  },
  {
    name: "tasks",
    alias: "nhiem-vu",
    summary: "đọc nhiệm vụ, thời hạn, chỉ tiêu của một kế hoạch",
    description:
      "Đọc từ lời văn của kế hoạch: nhiệm vụ, ai chỉ đạo, ai tham mưu, ai làm, thời gian, chỉ tiêu,\n" +
      "văn bản viện dẫn, chữ viết tắt; chỉ ra chỗ còn mơ hồ khi kế hoạch còn là bản thảo.",
    argument: { term: "<kế hoạch>", description: "bản thảo .md, hoặc lời văn .txt (gõ lại, nhận dạng từ bản quét)" },
    options: [
      {
        flags: "--ics [nơi ghi]",
        aliases: ["--lich"],
        description: "ghi lịch .ics có nhắc hạn: một tệp, hoặc thư mục mỗi cơ quan một tệp (mặc định: cạnh kế hoạch)",
      },
      {
        flags: "--xlsx [nơi ghi]",
        aliases: ["--theo-doi"],
        description: "ghi bảng theo dõi để cơ quan báo kết quả: một tệp, hoặc thư mục mỗi cơ quan một tệp",
      },
      {
        flags: "--allocation [tệp]",
        aliases: ["--phan-bo"],
        description: "ghi bảng phân bổ chỉ tiêu của phụ lục ra tệp Excel có công thức cộng",
      },
      { flags: "--body <tên>", aliases: ["--co-quan"], description: "chỉ nhiệm vụ của một cơ quan" },
      {
        flags: "--lead-days <số ngày>",
        aliases: ["--so-ngay"],
        description: "nhắc khi thời hạn sau ngày ký ít hơn số ngày này (mặc định: 20)",
      },
      FORCE,
      JSON_RESULT,
    ],
    examples: [
      ["vanthu tasks ke-hoach.md", "bảng nhiệm vụ, chỉ tiêu, và những chỗ cần viết rõ"],
      ["vanthu tasks ke-hoach.md --ics --xlsx", "ghi ke-hoach-lich.ics và ke-hoach-theo-doi.xlsx cạnh kế hoạch"],
      ["vanthu nhiem-vu ke-hoach.md --theo-doi theo-doi/", "mỗi cơ quan một bảng theo dõi trong thư mục theo-doi"],
      ["vanthu nhiem-vu ke-hoach-cu.txt --json", "đọc văn bản quét đã nhận dạng, in dạng JSON"],
    ],
    load: async () => (await import("./tasks/tasks-command.js")).tasksCommand,
  },
  CHECK,
  CYCLE,
  DIFF,
  VERIFY,
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
