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
  [/(?<!\p{L})Ban tổ chức(?= (?:Tỉnh|Thành) (?:uỷ|ủy)| Trung ương)/gu, "Ban Tổ chức"],
  [/(?<!\p{L})Đảng cộng sản(?!\p{L})/gu, "Đảng Cộng sản"],
  [/(?<!\p{L})Thủ Tướng(?= Chính)/gu, "Thủ tướng"],
  [/(?<!\p{L})Thủ tướng chính phủ(?!\p{L})/gu, "Thủ tướng Chính phủ"],
];

/** Fields of ministries and departments as NĐ30's annex II, IV.1 writes them. */
const FIELDS = [
  ...["Tài nguyên và Môi trường", "Nông nghiệp và Môi trường", "Nông nghiệp và Phát triển nông thôn"],
  ...["Giáo dục và Đào tạo", "Khoa học và Công nghệ", "Kế hoạch và Đầu tư", "Dân tộc và Tôn giáo"],
  ...["Thông tin và Truyền thông", "Lao động - Thương binh và Xã hội", "Giao thông vận tải"],
  ...["Văn hóa, Thể thao và Du lịch", "Văn hoá, Thể thao và Du lịch", "Văn hóa và Thể thao", "Văn hoá và Thể thao"],
  ...["Nội vụ", "Tài chính", "Y tế", "Xây dựng", "Công Thương", "Tư pháp", "Ngoại giao", "Ngoại vụ", "Quốc phòng"],
];
const BY_FIELD = new Map(FIELDS.map((field) => [field.toLocaleLowerCase("vi"), field]));
const NAMED_BODY = new RegExp(`(?<!\\p{L})(Bộ|Sở) (${FIELDS.join("|")})(?![\\p{L}])`, "giu");

/** Ministries and departments whose capitals are not those of the annex; names all in capitals are titles. */
function* misspeltBodies(text: string): Iterable<{ readonly quote: string; readonly right: string }> {
  for (const [quote, kind = "", field = ""] of text.matchAll(NAMED_BODY)) {
    const right = `${kind} ${BY_FIELD.get(field.toLocaleLowerCase("vi")) ?? field}`;
    if (!/^\p{Lu}\p{Ll}/u.test(kind) || field === field.toLocaleUpperCase("vi") || quote === right) continue;
    yield { quote, right };
  }
}

/** Words before a name that speak of all bodies of a kind: "các hội cựu chiến binh cơ sở". */
const OF_A_KIND = "(?<!(?:[Cc]ác|[Nn]hững|[Mm]ỗi|[Tt]ừng|[Mm]ọi|[Tt]ổ chức|cấp) )";
/** Words behind a name in small letters that make it one body's. */
const ONE_BODY = "(?= (?:tỉnh|thành phố|xã|phường|đặc khu|Việt Nam)(?!\\p{L}))";
/** Words behind a name that opens a sentence and speaks of all bodies of a kind: "Đoàn thanh niên trong doanh nghiệp". */
const ALL_BODIES = "(?! (?:trong|ở|tại|các|cơ sở|tình nguyện|xung phong|xung kích)(?!\\p{L}))";

/** A mass organisation, whose field has a capital as well as its kind (NĐ30, Phụ lục II, IV.1). */
function massOrganisation(kind: string, field: string): readonly [RegExp, string] {
  const capital = (words: string): string => words.slice(0, 1).toLocaleUpperCase("vi") + words.slice(1);
  // "liên hiệp" is in the names of bodies only, the others are words for kinds of bodies as well
  const small = `${kind} ${field}${kind.endsWith("liên hiệp") ? "(?!\\p{L})" : ONE_BODY}`;
  return [
    new RegExp(`(?<!\\p{L})${OF_A_KIND}(?:${capital(kind)} ${field}(?!\\p{L})${ALL_BODIES}|${small})`, "gu"),
    `${capital(kind)} ${capital(field)}`,
  ];
}

const MASS_ORGANISATIONS = [
  massOrganisation("liên đoàn", "lao động"),
  massOrganisation("đoàn", "thanh niên"),
  massOrganisation("hội", "cựu chiến binh"),
  massOrganisation("hội", "nông dân"),
  massOrganisation("hội liên hiệp", "phụ nữ"),
  massOrganisation("hội liên hiệp", "thanh niên"),
  massOrganisation("hội", "chữ thập đỏ"),
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
      for (const { quote, right } of misspeltBodies(text))
        yield { quote, found: `“${quote}” viết hoa chưa đúng.`, remedy: `Ghi “${right}”.`, part, field };
      for (const [pattern, right] of [...CAPITAL_FORMS, ...MASS_ORGANISATIONS]) {
        for (const [quote] of text.matchAll(pattern))
          yield { quote, found: `“${quote}” viết hoa chưa đúng.`, remedy: `Ghi “${right}”.`, part, field };
      }
    }
  },
};
