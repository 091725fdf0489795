/** Two ways of writing one thing in one document. */
import type { CheckContext } from "../context.js";
import { EDITORIAL, EVERY, type Fault, type Rule } from "../rule.js";

interface Way {
  readonly quote: string;
  readonly way: number;
  readonly part?: object | undefined;
  readonly field?: Fault["field"];
}

/** What two patterns find in the printed texts, each with the number of its pattern. */
function waysOf({ printedTexts }: CheckContext, patterns: readonly RegExp[]): readonly Way[] {
  return printedTexts.flatMap(({ text, part, field }) =>
    patterns.flatMap((pattern, way) => [...text.matchAll(pattern)].map(([quote]) => ({ quote, way, part, field }))),
  );
}

/** The ways that are fewer; the later pattern where they are equal. */
function fewer(ways: readonly Way[]): readonly Way[] {
  const first = ways.filter(({ way }) => way === 0);
  const second = ways.filter(({ way }) => way === 1);
  if (first.length === 0 || second.length === 0) return [];
  return first.length < second.length ? first : second;
}

const WARNING = { norms: EVERY, severity: "warning", basis: "practice", clause: EDITORIAL } as const;

/** "hằng năm" is the dictionary's, "hàng năm" as usual; both are met. */
export const EVERY_YEAR = [
  /(?<!\p{L})[Hh]ằng (?=năm|tháng|quý|tuần|ngày)\p{L}+/gu,
  /(?<!\p{L})[Hh]àng (?=năm|tháng|quý|tuần|ngày)\p{L}+/gu,
] as const;

export const V05: Rule = {
  id: "V05",
  title: "“hằng năm” hay “hàng năm”: một cách trong một văn bản",
  ...WARNING,
  reason: "Hai cách viết lẫn nhau cho thấy văn bản chép từ nhiều nguồn.",
  right: { body: "Hằng năm các chi bộ báo cáo; hằng quý Văn phòng Đảng uỷ tổng hợp trước ngày 20 của tháng cuối quý." },
  wrong: { body: "Hằng năm các chi bộ báo cáo; hàng quý Văn phòng Đảng uỷ tổng hợp trước ngày 20 của tháng cuối quý." },
  *check(context) {
    const ways = waysOf(context, EVERY_YEAR);
    const odd = fewer(ways);
    const [one] = odd;
    if (one === undefined) return;
    const usual = one.way === 0 ? "hàng" : "hằng";
    yield {
      quote: one.quote,
      found: `“${one.quote}” khác cách viết ở ${ways.length - odd.length} chỗ khác${odd.length > 1 ? ` (${odd.length} chỗ)` : ""}.`,
      remedy: `Ghi “${usual}” ở mọi chỗ.`,
      part: one.part,
      field: one.field,
    };
  },
};

export const YEARS = [
  /(?<![\d/-])(?:19|20)\d{2} - (?:19|20)\d{2}(?![\d/-])/gu,
  /(?<![\d/-])(?:19|20)\d{2}(?:-|- | -(?! )|\s?–\s?)(?:19|20)\d{2}(?![\d/-])/gu,
] as const;

export const V06: Rule = {
  id: "V06",
  title: "Khoảng năm ghi thống nhất (2026 - 2030)",
  ...WARNING,
  reason: "Mẫu của hướng dẫn ghi “2025 - 2030” có dấu cách; trong một văn bản chỉ dùng một cách.",
  right: { body: "Giai đoạn 2026 - 2030 mở 05 lớp; nhiệm kỳ 2025 - 2030 rà soát hai lần." },
  wrong: { body: "Giai đoạn 2026 - 2030 mở 05 lớp; nhiệm kỳ 2025-2030 rà soát hai lần." },
  *check(context) {
    const ways = waysOf(context, YEARS);
    const odd = fewer(ways);
    const [one] = odd;
    if (one === undefined) return;
    const years = one.quote.split(/\D+/u);
    yield {
      quote: one.quote,
      found: `“${one.quote}” khác cách ghi khoảng năm ở ${ways.length - odd.length} chỗ khác.`,
      remedy: `Ghi “${years.join(one.way === 0 ? "-" : " - ")}”.`,
      part: one.part,
      field: one.field,
    };
  },
};

/** A count below ten before a word, with and without a zero. */
const COUNT = /(?<![\d.,/-])(0?)([1-9]) (năm|tháng|ngày|quý|lần|bản|lớp|người|đồng chí|chi bộ|đảng viên)(?!\p{L})/gu;

export const V12: Rule = {
  id: "V12",
  title: "Số đếm dưới 10 ghi thống nhất (03 năm)",
  norms: EVERY,
  severity: "note",
  basis: "practice",
  clause: EDITORIAL,
  reason: "“3 năm” và “03 năm” cùng một văn bản là không thống nhất; thông lệ thêm số 0, chuẩn không quy định.",
  right: { body: "Sơ kết 03 năm thực hiện; sau 03 năm các chi bộ tự đánh giá." },
  wrong: { body: "Sơ kết 3 năm thực hiện; sau 03 năm các chi bộ tự đánh giá." },
  *check({ printedTexts }) {
    const seen = new Map<string, { padded: boolean; quote: string }>();
    const told = new Set<string>();
    for (const { text, part, field } of printedTexts) {
      for (const { 0: quote, 1: zero, 2: digit, 3: unit, index } of text.matchAll(COUNT)) {
        // "ngày 3 tháng 5", "quý 1 năm 2026" name a day, they count nothing
        if (/(?:ngày|tháng|quý|năm)\s$/u.test(text.slice(0, index))) continue;
        const key = `${digit} ${unit}`;
        const before = seen.get(key);
        const padded = zero !== "";
        if (before === undefined) seen.set(key, { padded, quote });
        else if (before.padded !== padded && !told.has(key)) {
          told.add(key);
          yield {
            quote,
            found: `“${quote}” và “${before.quote}” cùng có trong văn bản.`,
            remedy: `Ghi thống nhất “0${key}”.`,
            part,
            field,
          };
        }
      }
    }
  },
};
