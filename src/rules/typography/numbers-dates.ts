import { wordsAround } from "../context.js";
import { EDITORIAL, EVERY, PARTY, type Rule } from "../rule.js";

const WARNING = { norms: EVERY, severity: "warning", basis: "practice" } as const;

const SHORT_DATE = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu;
const WORDED = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu;
/** Day and month, after the word "ngày". */
const NO_YEAR = /ngày\s+(\d{1,2})\/(\d{1,2})(?![\d/])/giu;
/** With the capitals of NĐ30, Phụ lục II, V.8. */
const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
const WEEKDAY = /(chủ nhật|thứ (?:hai|ba|tư|năm|sáu|bảy))\s*,?\s*\(?\s*$/iu;

function exists(day: number, month: number, year: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export const C09: Rule = {
  id: "C09",
  title: "Ngày có thật, đúng thứ trong tuần",
  ...WARNING,
  clause: EDITORIAL,
  reason: "Ngày 31/9 không có; ngày và thứ không khớp thì người nhận không biết theo bên nào.",
  right: { body: "Kiểm tra từ ngày 01/9/2026 đến ngày 30/9/2026." },
  wrong: { body: "Kiểm tra từ ngày 01/9/2026 đến ngày 31/9/2026." },
  *check({ printedTexts }) {
    for (const { text, part, field } of printedTexts) {
      for (const match of [...text.matchAll(SHORT_DATE), ...text.matchAll(WORDED), ...text.matchAll(NO_YEAR)]) {
        const [quote, day, month, year = "2024"] = match;
        const [d, m, y] = [Number(day), Number(month), Number(year)];
        if (!exists(d, m, y)) {
          yield { quote, found: `“${quote}” là ngày không có thật.`, remedy: "Sửa lại ngày, tháng.", part, field };
          continue;
        }
        const ngay = /ngày\s+$/iu.exec(text.slice(0, match.index));
        const before = text.slice(0, ngay === null ? match.index : ngay.index);
        const weekday = match[3] === undefined ? null : WEEKDAY.exec(before);
        const named = weekday?.[1];
        if (weekday === null || named === undefined) continue;
        const real = WEEKDAYS[new Date(Date.UTC(y, m - 1, d)).getUTCDay()] ?? "";
        if (real.toLocaleLowerCase("vi") === named.toLocaleLowerCase("vi")) continue;
        yield {
          quote: text.slice(weekday.index, match.index + quote.length),
          found: `Ngày ${d}/${m}/${y} là ${real}, không phải ${named}.`,
          remedy: "Sửa lại ngày hoặc thứ.",
          part,
          field,
        };
      }
    }
  },
};

/** A day or month that is padded otherwise than the norm's own dates: below 10 a day has its zero, of months 1 and 2 only. */
const wronglyPadded = (day: string, month: string): boolean =>
  (day.length === 1 && Number(day) < 10) || (month.length === 1 ? Number(month) < 3 : /^0[3-9]$/u.test(month));

const padded = (value: string, below: number): string => {
  const number = Number(value);
  return number < below ? `0${number}` : String(number);
};

export const V28: Rule = {
  id: "V28",
  title: "Ngày dưới 10, tháng 1, tháng 2 có số 0 đằng trước (05/3/2026)",
  norms: PARTY,
  severity: "note",
  basis: "sample",
  clause: () => "cách ghi ngày của bản Hướng dẫn 05-HD/VPTW và 36-HD/VPTW",
  reason:
    "Chuẩn chỉ quy định cách ghi này ở dòng địa danh, ngày tháng; trong lời văn, bản hướng dẫn đã ký ghi cùng một cách.",
  right: { body: "Các chi bộ báo cáo từ ngày 05/02/2027 đến ngày 30/6/2027." },
  wrong: { body: "Các chi bộ báo cáo từ ngày 05/02/2027 đến ngày 30/06/2027." },
  *check({ texts }) {
    const odd = texts.flatMap(({ text, where }) =>
      [...text.matchAll(SHORT_DATE)]
        .filter(([, day = "", month = ""]) => wronglyPadded(day, month))
        .map(([quote, day = "", month = "", year = ""]) => ({
          quote,
          right: `${padded(day, 10)}/${padded(month, 3)}/${year}`,
          where,
        })),
    );
    const [one] = odd;
    if (one === undefined) return;
    const count = odd.length === 1 ? "" : ` (${odd.length} chỗ ghi như vậy)`;
    yield {
      quote: one.quote,
      found: `“${one.quote}” thêm hoặc thiếu số 0 ở ngày, tháng${count}.`,
      remedy: `Ghi “${one.right}”.`,
      ...one.where,
    };
  },
};

/** Commas between groups of three digits: two groups, or one before a unit that is counted whole. */
const COMMA_GROUPS =
  /(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?(?![\d,])|(?<![\d.,])\d{1,3},\d{3}(?= (?:đồng|người|đảng viên|lượt)(?!\p{L}))/gu;
/** A point before one or two decimals of a percentage or of a measure. */
const POINT_DECIMAL = /(?<![\d.,/])\d+\.\d{1,2}(?:\s?%|(?= (?:triệu|tỷ|tỉ|nghìn|ha|km|kg|tấn|điểm)(?!\p{L})))/gu;

/** Groups between points, of which some have three digits and others not: one was typed too many or too few. */
const POINT_GROUPS = /(?<![\p{L}\d.,/-])\d{1,4}(?:\.\d{1,6}){2,}(?![\d/-]|\.\d)/gu;
const isMalformed = (number: string): boolean => {
  const [, ...groups] = number.split(".");
  const digits = number.replaceAll(".", "").length;
  // the address of a computer
  if (groups.length === 3 && number.split(".").every((one) => Number(one) <= 255 && one.length <= 3)) return false;
  return digits >= 7 && groups.some((one) => one.length === 3) && groups.some((one) => one.length !== 3);
};

export const C10: Rule = {
  id: "C10",
  title: "Số: dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân",
  ...WARNING,
  clause: () => "Nghị định 86/2012/NĐ-CP, Phụ lục V",
  reason: "1,254,300 và 98.5% là cách ghi của tiếng Anh; đọc theo tiếng Việt thành số khác.",
  right: { body: "Tổng số 1.254.300 đồng, tỷ lệ 98,5%." },
  wrong: { body: "Tổng số 1,254,300 đồng, tỷ lệ 98.5%." },
  *check({ printedTexts }) {
    for (const { text, part, field } of printedTexts) {
      for (const [quote] of [...text.matchAll(COMMA_GROUPS), ...text.matchAll(POINT_DECIMAL)]) {
        const right = quote.replace(/[.,]/gu, (sign) => (sign === "," ? "." : ","));
        yield { quote, found: `“${quote}” ghi theo kiểu tiếng Anh.`, remedy: `Ghi “${right}”.`, part, field };
      }
      for (const [quote] of text.matchAll(POINT_GROUPS)) {
        if (!isMalformed(quote)) continue;
        yield {
          quote,
          found: `“${quote}”: giữa hai dấu chấm phải có ba chữ số.`,
          remedy: "Đối chiếu số liệu gốc rồi gõ lại số này.",
          part,
          field,
        };
      }
    }
  },
};

/** What waits to be filled in: rows of dots, dots for a day or a number, "xx". */
const WAITING =
  /\{\{[^}]*\}?\}?|\[\s*\]|\[(?=[^\]]*\p{L})[^\]]*\]|(?<=(?:ngày|tháng|năm|số|quý|lúc|hồi)\s)(?:\.{2,}|…)|\.{4,}|…{2,}|…\.+|(?<![\p{L}\d])[xX]{2,}(?:\/[xX]{2,})*(?![\p{L}\d])(?=[/\s]|$)/gu;
/** Papers whose forms are filled in by hand. */
const BY_HAND: ReadonlySet<string> = new Set([
  "giay-gioi-thieu",
  "giay-di-duong",
  "giay-nghi-phep",
  "phieu-gui",
  "phieu-chuyen",
]);

export const C14: Rule = {
  id: "C14",
  title: "Không còn chỗ chờ điền",
  ...WARNING,
  clause: EDITORIAL,
  reason: "Chỗ trống của mẫu còn sót lại trong văn bản phát hành; khi in, phần mềm từ chối.",
  right: { body: "Đoàn kiểm tra do đồng chí Phó Bí thư phụ trách." },
  wrong: { body: "Đoàn kiểm tra do đồng chí [họ và tên] phụ trách." },
  *check({ document, printedTexts, literals }) {
    if (BY_HAND.has(document.type)) return;
    for (const { text, part, field } of printedTexts) {
      for (const { 0: quote, index } of text.matchAll(WAITING)) {
        if (literals.has(quote)) continue;
        const around = wordsAround(text, index, index + quote.length, 8);
        yield {
          quote,
          found: `Còn chỗ chờ điền: “${quote.startsWith("[") || quote.startsWith("{") ? quote : around}”.`,
          remedy: "Điền nội dung vào chỗ đó hoặc xoá đi.",
          part,
          field,
        };
      }
    }
  },
};
