/** Rules about how a plan words its opening and its duties to report: what makes a duty unclear to those who must do it. */
import { foldTone } from "../../norms/tone.js";
import { splitBodies, startsBody } from "../../plan/bodies/names.js";
import type { CheckContext } from "../context.js";
import { EDITORIAL, EVERY, type Fault, type Rule } from "../rule.js";

const WARNING = { norms: EVERY, severity: "warning", basis: "practice", clause: EDITORIAL } as const;
const NOTE = { norms: EVERY, severity: "note", basis: "practice", clause: EDITORIAL } as const;

/** A longer paragraph is no sentence of a plan, and patterns over it would take their time. */
const LONGEST = 3000;

/** Running texts of the body, without headings that are a title of their own. */
const bodyTexts = ({ texts }: CheckContext) =>
  texts.filter(({ text, region, annex }) => region === "body" && annex === undefined && text.length <= LONGEST);
const partOf = (text: CheckContext["texts"][number]) => ({ part: text.where.part });

/** What opens a sentence that waits for its main clause. */
const WAITING = /^(?:Để|Nhằm|Thực hiện|Căn cứ|Trên cơ sở|Xét|Tiếp tục thực hiện)\s/u;
/** A subject in the same sentence: "…, Ban Thường vụ ban hành". */
const MAIN_CLAUSE =
  /,\s*(?:các\s+)?\p{Lu}\p{L}+\s+\p{L}+[^,]*\s(?:ban hành|xây dựng|triển khai|báo cáo|đề nghị|tổ chức|yêu cầu|thông báo|quyết định|đã|trình)(?!\p{L})/u;
const OPENING = "Để đánh giá kết quả thực hiện Đề án trong 03 năm";

export const V21: Rule = {
  id: "V21",
  title: "Câu mở đầu không bị ngắt",
  ...WARNING,
  reason: "Phần nêu mục đích, căn cứ chưa phải là câu; dấu chấm sau nó cắt rời chủ ngữ của câu.",
  right: {
    body: `${OPENING}, Ban Thường vụ Đảng uỷ phường triển khai kế hoạch sơ kết như sau:\n\n1. Sơ kết bằng văn bản.`,
  },
  wrong: {
    body: `${OPENING}. Ban Thường vụ Đảng uỷ phường triển khai kế hoạch sơ kết như sau:\n\n1. Sơ kết bằng văn bản.`,
  },
  *check(context) {
    for (const one of bodyTexts(context)) {
      const text = one.text.trim();
      if (!WAITING.test(text) || !/như sau:$/u.test(text)) continue;
      const [first = ""] = text.split(/\.\s+(?=\p{Lu})/u);
      if (first.length === text.length || MAIN_CLAUSE.test(first)) continue;
      const quote = `${first.split(/\s+/u).slice(-5).join(" ")}.`;
      yield {
        quote,
        found: `Câu mở đầu bị dấu chấm ngắt ở “… ${quote}”, chưa có chủ ngữ, vị ngữ.`,
        remedy: "Thay dấu chấm bằng dấu phẩy.",
        ...partOf(one),
      };
    }
  },
};

const ROUTED =
  /\((?:qua|thông qua|gửi qua)\s[^()]*?((?:trước|chậm nhất|vào|xong)\s+(?:trước\s+)?ngày\s+\d{1,2}[^()]*)\)/giu;

export const V22: Rule = {
  id: "V22",
  title: "Thời hạn không nằm trong ngoặc đơn chỉ nơi chuyển",
  ...NOTE,
  reason: "Ngoặc đơn “(qua …)” chỉ nơi tiếp nhận; thời hạn lẫn trong đó dễ bị bỏ sót.",
  right: { body: "Báo cáo gửi về Ban Thường vụ Tỉnh uỷ (qua Ban Tổ chức Tỉnh uỷ) trước ngày 10/11/2026." },
  wrong: { body: "Báo cáo gửi về Ban Thường vụ Tỉnh uỷ (qua Ban Tổ chức Tỉnh uỷ trước ngày 10/11/2026)." },
  *check(context) {
    for (const one of bodyTexts(context)) {
      for (const [quote, deadline = ""] of one.text.matchAll(ROUTED))
        yield {
          quote,
          found: `Thời hạn “${deadline.trim()}” nằm trong ngoặc đơn chỉ nơi chuyển.`,
          remedy: "Đưa thời hạn ra ngoài ngoặc đơn.",
          ...partOf(one),
        };
    }
  },
};

const YEAR_END = /cuối năm\s*\(?(?:vào|trước)\s+ngày\s+(\d{1,2})(?:\/| tháng )(\d{1,2})/giu;

export const V23: Rule = {
  id: "V23",
  title: "Báo cáo cuối năm không trùng nhau",
  ...NOTE,
  reason: "Hai báo cáo cùng kỳ, cùng hạn gửi hai nơi thường gộp được làm một.",
  right: {
    body: "1. Cuối năm vào ngày 15 tháng 11 báo cáo Ban Thường vụ Đảng uỷ.\n\n2. Hằng quý vào ngày 20 của tháng cuối quý báo cáo Thường trực Đảng uỷ.",
  },
  wrong: {
    body: "1. Cuối năm vào ngày 15 tháng 11 báo cáo Ban Thường vụ Đảng uỷ.\n\n2. Cuối năm (vào ngày 15/11) báo cáo Thường trực Đảng uỷ.",
  },
  *check(context) {
    const seen = new Map<string, string>();
    for (const one of bodyTexts(context)) {
      if (!/báo cáo/iu.test(one.text)) continue;
      for (const [quote, day = "", month = ""] of one.text.matchAll(YEAR_END)) {
        const date = `${Number(day)}/${Number(month)}`;
        const before = seen.get(date);
        seen.set(date, quote);
        if (before === undefined) continue;
        yield {
          quote,
          found: `Có hai báo cáo cuối năm cùng hạn ngày ${date}.`,
          remedy: "Gộp làm một, hoặc nói rõ nội dung riêng của từng báo cáo.",
          ...partOf(one),
        };
      }
    }
  },
};

const HALF_YEAR = /6 tháng[^.;]{0,30}?(?:trước|vào|chậm nhất)\s+ngày\s+(\d{1,2})\/(\d{1,2})(?!\/?\d)/iu;
const CUT_OFF =
  /số liệu\s+(?:được\s+)?(?:tính|chốt|lấy)|(?:tính|chốt)\s+(?:số liệu\s+)?(?:từ ngày|đến ngày|đến hết|tại thời điểm)|thời điểm\s+(?:chốt|lấy)\s+số liệu/iu;
/** The half year ends on 30/6. */
const endsBefore = (day: number, month: number): boolean => month < 6 || (month === 6 && day < 30);

export const V24: Rule = {
  id: "V24",
  title: "Hạn báo cáo trước khi hết kỳ thì nói rõ số liệu tính đến ngày nào",
  ...WARNING,
  reason: "Báo cáo 6 tháng gửi trước 30/6 không có số liệu của cả kỳ; không nói rõ thì mỗi nơi chốt một ngày.",
  right: { body: "1. Định kỳ 6 tháng (trước ngày 25/5) báo cáo Ban Tổ chức Tỉnh uỷ; số liệu tính đến ngày 15/5." },
  wrong: { body: "1. Định kỳ 6 tháng (trước ngày 25/5) báo cáo Ban Tổ chức Tỉnh uỷ." },
  *check(context) {
    const texts = bodyTexts(context);
    if (texts.some(({ text }) => CUT_OFF.test(text))) return;
    for (const one of texts) {
      const found = HALF_YEAR.exec(one.text);
      if (found === null || !/báo cáo/iu.test(one.text)) continue;
      const [quote, day, month] = found;
      if (!endsBefore(Number(day), Number(month))) continue;
      yield {
        quote,
        found: `Hạn báo cáo “${quote}” trước khi hết kỳ, mà không nói số liệu tính đến ngày nào.`,
        remedy: "Thêm ngày chốt số liệu của mỗi kỳ.",
        ...partOf(one),
      };
    }
  },
};

const REGISTERS = /^(.*?)\s(?:căn cứ|xây dựng|hằng năm|hàng năm|đăng ký)(?!\p{L}).*đăng ký (?:các\s+)?chỉ tiêu/isu;
const REPORTS = /(?:6 tháng|hằng năm|hàng năm|1 năm|cuối năm|định kỳ)[^.]*báo cáo/iu;

function* notReporting(context: CheckContext): Iterable<Fault> {
  const texts = bodyTexts(context);
  const reporting = texts.filter(({ text }) => REPORTS.test(text) && !REGISTERS.test(text));
  if (reporting.length === 0) return;
  const asked = foldTone(reporting.map(({ text }) => text).join(" "));
  for (const one of texts) {
    if (!/đăng ký/iu.test(one.text)) continue;
    const subject = REGISTERS.exec(one.text)?.[1];
    if (subject === undefined) continue;
    for (const name of splitBodies(subject).filter((body) => startsBody(body))) {
      const bare = name.replace(/^các\s+/iu, "");
      if (asked.includes(foldTone(bare))) continue;
      yield {
        quote: bare,
        found: `“${bare}” phải đăng ký chỉ tiêu nhưng không có trong những nơi phải báo cáo kết quả.`,
        remedy: "Bổ sung vào phần báo cáo định kỳ, hoặc nói rõ ai báo cáo thay.",
        ...partOf(one),
      };
    }
  }
}

export const V25: Rule = {
  id: "V25",
  title: "Nơi đăng ký chỉ tiêu thì báo cáo kết quả",
  ...NOTE,
  reason: "Chỉ tiêu giao cho nơi không phải báo cáo thì không tổng hợp được kết quả.",
  right: {
    body: "1. Các đảng uỷ trực thuộc và Liên đoàn Lao động tỉnh xây dựng kế hoạch; hằng năm đăng ký chỉ tiêu về Ban Tổ chức Tỉnh uỷ.\n\n2. Định kỳ 6 tháng các đảng uỷ trực thuộc, Liên đoàn Lao động tỉnh báo cáo kết quả.",
  },
  wrong: {
    body: "1. Các đảng uỷ trực thuộc và Liên đoàn Lao động tỉnh xây dựng kế hoạch; hằng năm đăng ký chỉ tiêu về Ban Tổ chức Tỉnh uỷ.\n\n2. Định kỳ 6 tháng các đảng uỷ trực thuộc báo cáo kết quả.",
  },
  check: notReporting,
};
