/** Which words of time in running text are a time by which something is to be done, and which only look so. */
import { foldPattern, LETTER } from "./fold.js";
import type { ReadTerm } from "./terms.js";

/** What a rule looks at. */
export interface Surroundings {
  readonly term: ReadTerm;
  /** The folded words themselves. */
  readonly words: string;
  /** The folded text of the clause before them, and of what follows. */
  readonly before: string;
  readonly after: string;
  /** The same text before them as it is printed: names of documents are told by their capitals. */
  readonly printedBefore: string;
}

/** Each pattern is built once: rules ask for every word of time in a text. */
function built(shape: (folded: string) => string): (pattern: string) => RegExp {
  const known = new Map<string, RegExp>();
  return (pattern) => {
    const existing = known.get(pattern);
    if (existing !== undefined) return existing;
    const made = new RegExp(shape(foldPattern(pattern)), "u");
    known.set(pattern, made);
    return made;
  };
}
const endsWith = built((folded) => `(?<!${LETTER})(?:${folded})$`);
const beginsWith = built((folded) => `^(?:${folded})(?!${LETTER})`);
const has = built((folded) => `(?<!${LETTER})(?:${folded})(?!${LETTER})`);

/** Nouns that "hằng năm", "định kỳ", "thường xuyên" only describe. */
const DESCRIBED = endsWith(
  "nghị quyết|chương trình|chương trình công tác|kế hoạch|kế hoạch công tác|dự toán|giao ban|sinh hoạt|sinh hoạt chi bộ|" +
    "sinh hoạt lệ|chỉ tiêu|cá nhân|kiểm điểm|họp|lịch làm việc|ngân sách|kinh phí|chi|cuối|đầu|khám sức khoẻ|sức khoẻ|" +
    "đối thoại|kiểm tra, giám sát|nhiệm vụ|cơ quan|bộ phận|thông tin|trao đổi thông tin|đánh giá|xếp loại|" +
    "tổ chức đoàn|số liệu|mục tiêu|việc|phối hợp|hội nghị|thi đua|chế độ|báo cáo|số|bản tin|cuộc họp|kỳ họp|kết quả|" +
    "kết quả thực hiện|cam kết|bồi dưỡng",
);
/** The same nouns with what is said of them: "chương trình kiểm tra, giám sát hằng năm". */
const DESCRIBED_FAR = has(
  "chương trình|kế hoạch công tác|nghị quyết|bản cam kết|bản kiểm điểm|dự toán|hội nghị|tài liệu sinh hoạt|việc làm",
);
const COUNTED = endsWith(
  "(?:tính|chốt|cập nhật|luỹ kế|thống kê|số liệu|lấy|tổng hợp số liệu|sinh|nhận)(?: từ| số liệu)?",
);
const FACTS = has("số liệu|kết quả|thống kê|so với|cùng kỳ");
/** "đã" of what was done, not of what was decided: "nhiệm vụ đã giao" is still to be done. */
const DONE_BEFORE = endsWith(
  "(?:từng được|qua kiểm tra|đã(?! (?:nêu|đề ra|giao|được giao|đăng ký|duyệt|được duyệt|phê duyệt|được phê duyệt|ký|ban hành|có)))(?: [^ ,;]+){1,8} ?",
);
const DONE_AFTER = new RegExp(foldPattern("^[^;.]{0,90}?") + has("đã|nhận được|ước").source, "u");
const IN_FORCE = endsWith(
  "hiệu lực|hiệu lực thi hành|có hiệu lực|thi hành|áp dụng|tồn tại|thành lập|hoạt động|kéo dài",
);
const FINISHING = has(
  "hoàn thành|xong|phấn đấu|kéo dài|duy trì|gia hạn|thực hiện|bảo đảm|đạt|xây dựng|kết nạp|thành lập|có",
);
const UP_TO_NOW = beginsWith(" ?(?:cho )?(?:đến|tới) nay");
/** Words that make a time of "năm 2028", "quý II/2026" themselves. */
const MADE_TIME = new RegExp(`${endsWith("hoàn thành|xong|thời gian|thời hạn|hạn|thực hiện").source}|[:(]$`, "u");
const TITLE =
  /(?<!\p{L})(?:Đề án|Chiến lược|Chương trình|Nghị quyết|Kế hoạch|Quy hoạch|Quyết định|Chỉ thị|Kết luận|Quy định|Hướng dẫn|Đại hội|Dự án|Thông báo|Công văn|Luật|Báo cáo|Tờ trình)(?!\p{L})(?! này)[^,;.:()]*$/u;
const WEAK_TITLE = /(?<!\p{L})(?:Đại hội|nhiệm kỳ|khoá|khóa)(?!\p{L})[^;.:()]*,?$/u;
const QUOTED = /[“‘][^”’]*$/u;
const ACTS = beginsWith(",? ?(?:phải|cần|tiếp tục|xây dựng|hoàn thành|báo cáo|tổ chức|thực hiện)");

/** One reason not to take words for a time. */
interface Refusal {
  readonly reason: string;
  readonly when: (around: Surroundings) => boolean;
}

const kinds =
  (...names: readonly ReadTerm["kind"][]) =>
  (term: ReadTerm) =>
    names.includes(term.kind);
const dated = kinds("before", "by", "within");
const vague = kinds("ongoing", "unquantified");
const startsWith = (text: string, pattern: string): boolean => beginsWith(pattern).test(text);

/** Reasons in the order in which they are asked; the first suffices. */
export const REFUSALS: readonly Refusal[] = [
  { reason: "within a quotation", when: ({ printedBefore }) => QUOTED.test(printedBefore) },
  {
    reason: "a date or year without a word that makes a time of it: citations, titles, years of a report",
    when: ({ term, before }) => term.kind === "within" && term.bare && !MADE_TIME.test(before.trimEnd()),
  },
  {
    reason: "a name: Đại hội … nhiệm kỳ, Đề án … giai đoạn, Chiến lược … đến năm",
    when: ({ term, words, printedBefore }) =>
      dated(term) &&
      startsWith(words, "(?:cả )?(?:giai đoạn|nhiệm kỳ)|đến năm|từ năm") &&
      (TITLE.test(printedBefore) || WEAK_TITLE.test(printedBefore)),
  },
  {
    reason: "how far a planning looks ahead: tầm nhìn đến năm 2050",
    when: ({ term, before }) => dated(term) && endsWith("tầm nhìn|tầm nhìn dài hạn").test(before.trimEnd()),
  },
  {
    reason: "figures counted up to a day",
    when: ({ before, term, words }) =>
      dated(term) && startsWith(words, "(?:kể )?từ|đến|tại") && COUNTED.test(before.trimEnd()),
  },
  {
    reason: "trong năm, of whatever year",
    when: ({ term, words, before }) =>
      term.kind === "within" && startsWith(words, "trong (?:cả )?năm(?! ?\\d)") && !MADE_TIME.test(before.trimEnd()),
  },
  {
    reason: "a span that figures speak of",
    when: ({ term, words, before }) => term.kind === "within" && startsWith(words, "từ") && FACTS.test(before),
  },
  {
    reason: "what is past: từ trước ngày, đã … trước ngày",
    when: ({ term, before }) => dated(term) && endsWith("từ|kể từ|so với|cùng kỳ|của").test(before.trimEnd()),
  },
  {
    reason: "what has been done",
    when: ({ term, before, after }) => dated(term) && (DONE_BEFORE.test(before) || DONE_AFTER.test(after)),
  },
  { reason: "since a year until now", when: ({ after }) => UP_TO_NOW.test(after) },
  {
    reason: "since when something is so",
    when: ({ term, words, before }) =>
      term.kind === "ongoing" &&
      startsWith(words, "(?:kể )?từ") &&
      !endsWith("thường xuyên|bắt đầu|thực hiện|triển khai").test(before.trimEnd()),
  },
  {
    reason: "force of a norm",
    when: ({ term, words, before }) =>
      dated(term) && !startsWith(words, "trong|trước|chậm nhất|hoàn thành") && IN_FORCE.test(before.trimEnd()),
  },
  {
    reason: "đến ngày without anything that ends then",
    when: ({ term, words, before, after }) =>
      term.kind === "by" && startsWith(words, "đến(?! hết| trước)") && !FINISHING.test(before) && !ACTS.test(after),
  },
  {
    reason: "how long something lasts",
    when: ({ term, words }) =>
      term.kind === "relative" &&
      term.bare &&
      !startsWith(words, "trong thời hạn|trong vòng|chậm nhất|muộn nhất|sau khi|ngay"),
  },
  {
    reason: "after something, without haste",
    when: ({ term, words }) => term.kind === "relative" && startsWith(words, "sau khi|trước"),
  },
  {
    reason: "a description of a noun: nghị quyết hằng năm, chi thường xuyên",
    when: ({ term, before }) =>
      (vague(term) || (term.recurrence?.plain ?? false)) &&
      (DESCRIBED.test(before.trimEnd()) || DESCRIBED_FAR.test(before)),
  },
  {
    reason: "theo từng năm; cuối năm without a day",
    when: ({ term, words }) =>
      term.recurrence?.plain === true &&
      (startsWith(words, "(?:theo )?từng") || ["endOf", "anchors"].includes(term.recurrence.head)),
  },
  {
    reason: "a day of each month, without anything that makes a time of it",
    when: ({ term }) => term.recurrence?.head === "anchors" && term.recurrence.plain,
  },
  {
    reason: "manners, not times",
    when: ({ term, words }) => term.kind === "unquantified" && !startsWith(words, "kịp thời|định kỳ|đột xuất"),
  },
];
