/** A word typed twice. Only words that never double are looked for: "luôn luôn", "ngày ngày" are right. */
import { EDITORIAL, EVERY, type Rule } from "../rule.js";

/** A word that never follows itself, save where one of the two belongs to another word. */
interface NeverDoubled {
  readonly word: string;
  /** Words behind which the first belongs to what stands before it: "tồn tại tại", "kèm theo theo". */
  readonly behind?: string;
  /** The only words behind which two are one too many: "kết quả đạt được được ghi nhận" is right. */
  readonly onlyBehind?: string;
  /** Words before which the second belongs to what follows: "trong trong sạch", "cho cho vay". */
  readonly before?: string;
}

/** Declared, so that an office may see what is looked for. */
const NEVER_DOUBLED: readonly NeverDoubled[] = [
  ...["các", "những", "và", "hoặc", "với", "đã", "sẽ", "đang", "rằng"].map((word) => ({ word })),
  { word: "của", before: "cải|công|riêng|ăn|để|hiếm|quý" },
  { word: "trong", before: "sạch|sáng|suốt|lành|trẻo|veo|trắng" },
  { word: "cho", before: "vay|thuê|mượn|phép|điểm|ý|không|tặng|ăn" },
  { word: "để", before: "dành|lại|xe|trống|tang|ý" },
  { word: "về", behind: "đi|trở|quay|ra", before: "hưu|nước|quê|nhà|đích|nguồn|đêm|sau" },
  { word: "theo", behind: "kèm|tiếp|đi|mang|đem|noi|nghe|chạy|cùng|dắt|tuỳ|tùy", before: "dõi|đuổi|học" },
  { word: "tại", behind: "tồn|hiện|thực|ngoại|nội|đương|bất", before: "chức|ngoại|chỗ|gia" },
  { word: "phải", behind: "lẽ|bên|tay|phía|cánh|trái|chẳng", before: "chăng|trái|lẽ" },
  { word: "không", behind: "hàng|hay|nếu|tay|bỏ|số|phòng|có|trên|hư|đất", before: "gian|khí|quân|trung|lưu|phận" },
  { word: "được", onlyBehind: "đã|cần|phải|sẽ|chưa|không|đang|vừa" },
];

/** Words in small letters, each with or without a capital. */
const either = (words: string): string =>
  words
    .split("|")
    .map((word) => `[${word.slice(0, 1)}${word.slice(0, 1).toLocaleUpperCase("vi")}]${word.slice(1)}`)
    .join("|");

const patternOf = ({ word, behind, onlyBehind, before }: NeverDoubled): RegExp => {
  const open = [
    "(?<![\\p{L}\\p{M}])",
    behind === undefined ? "" : `(?<!(?<![\\p{L}\\p{M}])(?:${either(behind)})[ \\u00a0]+)`,
    onlyBehind === undefined ? "" : `(?<=(?<![\\p{L}\\p{M}])(?:${either(onlyBehind)})[ \\u00a0]+)`,
  ].join("");
  const close = `(?![\\p{L}\\p{M}])${before === undefined ? "" : `(?![ \\u00a0]+(?:${before})(?![\\p{L}\\p{M}]))`}`;
  // a capital within a sentence may be a name's, so that only the first of the two may have one
  return new RegExp(`${open}(?<word>${either(word)})(?:[ \\u00a0]+${word})+${close}`, "gu");
};

const PATTERNS = NEVER_DOUBLED.map((never) => ({ ...never, pattern: patternOf(never) }));

/** A text with each doubled word once. */
export const withoutDoubledWords = (text: string): string =>
  PATTERNS.reduce((current, { pattern }) => current.replace(pattern, "$<word>"), text);

export const V27: Rule = {
  id: "V27",
  title: "Không gõ lặp một chữ",
  norms: EVERY,
  severity: "warning",
  basis: "practice",
  clause: EDITORIAL,
  reason:
    "Chỉ xét những chữ không bao giờ đi đôi (các, của, và, những, được, trong …); từ láy như “luôn luôn”, “ngày ngày” không bị báo.",
  right: { body: "Các chi bộ luôn luôn nắm tư tưởng của các đảng viên." },
  wrong: { body: "Các chi bộ luôn luôn nắm tư tưởng của các các đảng viên." },
  *check({ printedTexts }) {
    for (const { text, part, field } of printedTexts) {
      for (const { word, pattern } of PATTERNS) {
        for (const { 0: quote, groups } of text.matchAll(pattern))
          yield {
            quote,
            found: `“${quote}”: chữ “${word}” gõ lặp.`,
            remedy: `Ghi “${groups?.word ?? word}” một lần.`,
            part,
            field,
          };
      }
    }
  },
};
