/** Words that a scan or a slip of the keys puts for others, told by the words around them. */
import { EDITORIAL, EVERY, type Rule } from "../rule.js";

/** A word in a place where another is meant. The pattern's group `word` is what is wrong. */
interface Confusion {
  /** What stands there, in small letters. */
  readonly wrong: string;
  readonly pattern: RegExp;
  /** What is meant, in small letters. */
  readonly meant: string;
}

const confused = (wrong: string, before: string, after: string, meant: string): Confusion => ({
  wrong,
  meant,
  pattern: new RegExp(`(?<!\\p{L})${before}(?<word>${wrong})(?=${after})`, "giu"),
});

/** Declared, so that an office may see what is looked for; each is a phrase in which the word makes no sense. */
export const CONFUSIONS: readonly Confusion[] = [
  confused("đối", "", " mới(?!\\p{L})", "đổi"),
  confused("đối", "(?:thay|sửa|biến|trao|chuyển) ", "(?! (?:với|tượng|tác|thoại|phó|ngoại))(?![\\p{L}])", "đổi"),
  confused("sở", "", " (?:tay|sách|vàng)(?!\\p{L})", "sổ"),
  confused("giám", "", " (?:thủ tục|tỷ lệ|nghèo|bớt|thiểu|biên chế|chi(?!\\p{L}))", "giảm"),
  confused("giám", "(?:tăng|cắt|suy|tinh|miễn|tiết) ", "(?!\\p{L}| (?:đốc|sát|định|hộ|thị))", "giảm"),
  confused("giảm", "(?:kiểm tra, |thanh tra, )", " sát", "giám"),
  confused(
    "đề",
    "(?<=, )",
    " (?:hướng dẫn|tháo gỡ|tổng hợp|theo dõi|thực hiện|báo cáo|tổ chức|phục vụ|giải quyết|bảo đảm)(?!\\p{L})",
    "để",
  ),
  confused("để", "", " (?:án số|cương báo cáo|xuất (?:các|những|giải pháp|kiến nghị))", "đề"),
  confused("mẫu", "", " chuyện", "mẩu"),
  confused("mẩu", "", " (?:số|biểu|phiếu|báo cáo)(?!\\p{L})", "mẫu"),
  confused("quản", "", " triệt", "quán"),
  confused("quán", "", " (?:lý|trị)(?!\\p{L})", "quản"),
  confused("cúng", "", " cố(?!\\p{L})", "củng"),
  confused("cũng", "", " cố (?:tổ chức|chi bộ|đảng|kiện toàn)", "củng"),
  confused("trường", "", " (?:ban chỉ đạo|phòng|đoàn kiểm tra)(?!\\p{L})", "trưởng"),
  confused("phố", "", " biến(?!\\p{L})", "phổ"),
  confused("tống", "", " (?:hợp|kết|số)(?!\\p{L})", "tổng"),
  confused("tố", "", " (?:chức|trưởng|dân phố)(?!\\p{L})", "tổ"),
  confused("dàng", "", " (?:viên|uỷ|ủy|bộ|phí)(?!\\p{L})", "đảng"),
];

const likeCase = (meant: string, typed: string): string =>
  typed === typed.toLocaleUpperCase("vi")
    ? meant.toLocaleUpperCase("vi")
    : typed.slice(0, 1) === typed.slice(0, 1).toLocaleUpperCase("vi")
      ? meant.slice(0, 1).toLocaleUpperCase("vi") + meant.slice(1)
      : meant;

export const V08: Rule = {
  id: "V08",
  title: "Chữ lẫn do quét hoặc gõ nhầm dấu",
  norms: EVERY,
  severity: "warning",
  basis: "practice",
  clause: EDITORIAL,
  reason:
    "Máy quét hay lẫn đối/đổi, sở/sổ, giám/giảm, đề/để, mẫu/mẩu, quản/quán; chỉ báo ở những cụm từ có trong danh mục.",
  right: { body: "Các chi bộ đổi mới sinh hoạt, dùng Sổ tay đảng viên, quán triệt nghị quyết." },
  wrong: { body: "Các chi bộ đối mới sinh hoạt, dùng Sở tay đảng viên, quản triệt nghị quyết." },
  *check({ printedTexts }) {
    for (const { text, part, field } of printedTexts) {
      const small = text.toLowerCase();
      for (const { wrong, pattern, meant } of CONFUSIONS) {
        if (!small.includes(wrong)) continue;
        for (const match of text.matchAll(pattern)) {
          const typed = match.groups?.word ?? "";
          const at = match.index + match[0].length - typed.length;
          if (typed === typed.toLocaleUpperCase("vi") && /^(?:SỞ|GIÁM)$/u.test(typed)) continue;
          const rest = /^\s*\p{L}+(?:\s\p{L}+)?/u.exec(text.slice(at + typed.length))?.[0] ?? "";
          const quote = `${match[0]}${rest}`.replace(/^[,\s]+/u, "");
          yield {
            quote,
            found: `“${quote}”: có thể “${typed}” là “${likeCase(meant, typed)}”.`,
            remedy: "Xem lại chữ này.",
            part,
            field,
          };
        }
      }
    }
  },
};

/** Names of bodies whose capitals are often missed, with the right form; groups keep what follows. */
const CAPITAL_FORMS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})Ban thường vụ(?= (?:Tỉnh|Thành|Đảng|Huyện|Thị|Quận) (?:uỷ|ủy) )/gu, "Ban Thường vụ"],
  [/(?<!\p{L})[Bb]an chấp hành Trung ương/gu, "Ban Chấp hành Trung ương"],
  [/(?<!\p{L})Ban Chấp Hành(?!\p{L})/gu, "Ban Chấp hành"],
  [/(?<!\p{L})Ban Thường Vụ(?!\p{L})/gu, "Ban Thường vụ"],
  [/(?<!\p{L})[Bb]ộ chính trị(?!\p{L})/gu, "Bộ Chính trị"],
  [/(?<!\p{L})Bộ Chính Trị(?!\p{L})/gu, "Bộ Chính trị"],
  [/(?<!\p{L})Ban bí thư(?!\p{L})/gu, "Ban Bí thư"],
  [/(?<!\p{L})Ban Bí Thư(?!\p{L})/gu, "Ban Bí thư"],
  [/(?<!\p{L})(?:Uỷ|Ủy) [Bb]an Nhân [Dd]ân(?!\p{L})/gu, "Uỷ ban nhân dân"],
  [/(?<!\p{L})Hội đồng Nhân [Dd]ân(?!\p{L})/gu, "Hội đồng nhân dân"],
  [/(?<!\p{L})Hội Đồng [Nn]hân [Dd]ân(?!\p{L})/gu, "Hội đồng nhân dân"],
  [/(?<!\p{L})Mặt trận tổ quốc(?!\p{L})/gu, "Mặt trận Tổ quốc"],
  [/(?<!\p{L})Mặt Trận Tổ Quốc(?!\p{L})/gu, "Mặt trận Tổ quốc"],
  [/(?<!\p{L})Liên đoàn lao động(?= tỉnh| thành phố)/gu, "Liên đoàn Lao động"],
  [/(?<!\p{L})Ban tổ chức(?= (?:Tỉnh|Thành) (?:uỷ|ủy)| Trung ương)/gu, "Ban Tổ chức"],
  [/(?<!\p{L})Đảng cộng sản(?!\p{L})/gu, "Đảng Cộng sản"],
];

export const V09: Rule = {
  id: "V09",
  title: "Viết hoa tên cơ quan, tổ chức",
  norms: EVERY,
  severity: "warning",
  basis: "practice",
  clause: ({ family }) => (family === "state" ? "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV" : EDITORIAL()),
  reason:
    "Viết hoa chữ đầu các từ chỉ loại hình, chức năng, lĩnh vực; văn bản của Đảng theo thông lệ. Chỉ xét các tên có trong danh mục.",
  right: { body: "Thực hiện ý kiến của Ban Thường vụ Tỉnh uỷ và Hội đồng nhân dân tỉnh." },
  wrong: { body: "Thực hiện ý kiến của Ban thường vụ Tỉnh uỷ Hà Trung và Hội đồng Nhân dân tỉnh." },
  *check({ printedTexts }) {
    for (const { text, part, field } of printedTexts) {
      for (const [pattern, right] of CAPITAL_FORMS) {
        for (const [quote] of text.matchAll(pattern))
          yield { quote, found: `“${quote}” viết hoa chưa đúng.`, remedy: `Ghi “${right}”.`, part, field };
      }
    }
  },
};
