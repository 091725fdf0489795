/** What follows the number of a cited document: date, issuer, subject. */
import type { SigningDate } from "../../model/head.js";
import { readCitedDate } from "./cited-date.js";
import { CITED_TYPES } from "./cited-types.js";

export interface Tail {
  readonly date?: SigningDate;
  /** A day is printed, though perhaps none that exists. */
  readonly dated: boolean;
  readonly comma?: boolean;
  readonly issuer?: string;
  /** The issuer follows the date without "của". */
  readonly ofMissing?: true;
  readonly subject?: string;
  /** Where the subject begins and ends, within the text. */
  readonly subjectSpan?: readonly [start: number, end: number];
  readonly end: number;
}

/** First words of bodies that issue. */
const BODY = [
  ...["Ban", "BTV", "BCH", "Bộ", "Quân uỷ", "Quân ủy", "Chính phủ", "Thủ tướng", "Quốc hội", "Trung ương", "Chủ tịch"],
  ...["Tỉnh", "Thành", "Huyện", "Thị", "Đảng", "Chi", "Uỷ ban", "Ủy ban", "UBND", "HĐND", "UBKT", "Hội", "Văn phòng"],
  ...["Sở", "Liên", "Tổng", "Mặt trận", "Thường trực", "Đoàn", "Cục", "Viện", "Toà", "Tòa", "Giám đốc", "Công đoàn"],
  ...["Trường", "Tiểu ban", "Tổ công tác", "Phòng"],
].join("|");
/** Bodies named by what they do: their names hold commas and words that end other names. */
const LONG_NAME = /^(?:Ban [Cc]hỉ đạo|Tổ công tác|Tổ giúp việc|Hội đồng (?!nhân dân)|Tiểu ban|Đoàn [Kk]iểm tra)/u;

const TYPE_AHEAD = `(?:các\\s+)?(?:${CITED_TYPES.join("|")})\\s+(?:\\p{Ll}+\\s+){0,3}?(?:số\\s|\\d)|Nghị quyết\\s+(?:Đại hội|Trung ương|Hội nghị)`;
const STOP_LONG = new RegExp(
  `\\s+(?:về|quy định)\\s|\\s+và\\s+(?:${TYPE_AHEAD})|[;.:()“”"]|,\\s+(?:\\p{Lu}|ngày)`,
  "u",
);
const STOP = new RegExp(
  `\\s+(?:về|thực hiện|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|triển khai|tiếp tục|yêu cầu|giao|đã|được|là|đến|để|nhằm|trong|tại|theo|cho|với|gửi|có|như|do|từ|trên|chỉ đạo|đề ra|nêu|này|xây dựng|báo cáo|đề nghị|thông báo|ngày|v/v|hoặc|gắn|nhất là|cùng|bằng|sau|trước|khi|qua|vào|cần|phải|còn|không|chưa|sẽ|nay|mà|thì|nên|đối với|giai đoạn)(?=[\\s,;.]|$)|\\s+và\\s+(?:\\p{Ll}|${TYPE_AHEAD})|[,;.:“”"]|\\s*\\((?!kho[áa]|khóa)|\\)`,
  "u",
);
/** Verbs that make the body after a citation the subject of the sentence: "…, ngày 5/7/2023 Ban Tổ chức xây dựng …". */
const DOING =
  /^\s*,?\s*(?:xây dựng|ban hành|báo cáo|yêu cầu|đề nghị|thông báo|tổ chức|triển khai|hướng dẫn|đã|giao|kính|phối hợp|chủ trì|tham mưu|nhận|quyết định|đề ra|có)(?=\s)/u;
/** Words that open a subject. "về" does so after a bare number also; the others only behind date or issuer. */
const ABOUT = /^\s*,?\s*(?=(?:về|v\/v)\s)/u;
const DOES =
  /^\s+(?=(?:thực hiện|quy định|hướng dẫn|phê duyệt|sửa đổi,?|triển khai|tiếp tục|ban hành|tăng cường|đẩy mạnh|công bố|kết luận|sơ kết|tổng kết)\s)/u;
const QUOTED = /^\s*[“"]\s*([^“”"]*)[”"]/u;
const DEFINITION = /^\s*\((?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)\s[^()]*\)/u;
const SUBJECT_END = new RegExp(
  [
    "[;:]",
    "\\.(?=\\s|$|\\))",
    "\\s*\\((?!kho[áa]|khóa)",
    "\\)",
    ",\\s+(?:và\\s+)?(?![IVX]+(?!\\p{L}))\\p{Lu}",
    `(?:,?\\s+và|,)\\s+(?:${TYPE_AHEAD})`,
    `\\s+và\\s+(?:số\\s|${TYPE_AHEAD})`,
    ",\\s+(?:nhằm|trong đó|đến ngày|trên cơ sở|gắn với|góp phần|như sau|cụ thể|đồng thời|lấy kết quả|từ đó|để|nay|đề nghị)(?=\\s|:)",
  ].join("|"),
  "u",
);

const OPENING = new RegExp(`^(?:${BODY})(?=\\s|,|\\.|$)`, "u");

class TailReader {
  private at: number;
  private date: SigningDate | undefined;
  private dated = false;
  private comma: boolean | undefined;
  private issuer: string | undefined;
  private ofMissing = false;
  private span: readonly [number, number] | undefined;

  constructor(
    private readonly text: string,
    start: number,
    private readonly law: boolean,
  ) {
    this.at = start;
  }

  private get rest(): string {
    return this.text.slice(this.at);
  }

  private readDate(): void {
    const read = readCitedDate(this.rest, this.law);
    if (read === undefined) return;
    this.dated = true;
    this.date = read.date;
    this.comma = read.comma;
    this.at += read.end;
  }

  private readIssuer(): void {
    const of = /^\s+của\s+/u.exec(this.rest);
    const bare = of === null && this.dated ? /^\s+/u.exec(this.rest) : null;
    const lead = of ?? bare;
    if (lead === null) return;
    const from = this.at + lead[0].length;
    const ahead = this.text.slice(from);
    if (!OPENING.test(ahead) && (of === null || !/^(?:\p{Lu}|[Bb]an |[Tt]ỉnh|[Tt]rung ương|[Bb]ộ )/u.test(ahead)))
      return;
    const stop = (LONG_NAME.test(ahead) ? STOP_LONG : STOP).exec(ahead);
    const name = ahead.slice(0, stop?.index ?? ahead.length);
    // "Ban Chấp hành Trung ương Đảng (khoá XII)"
    const length = name.length + (name.includes("(") && ahead[name.length] === ")" ? 1 : 0);
    const issuer = ahead.slice(0, length).trim();
    if (issuer === "" || (bare !== null && DOING.test(ahead.slice(length)))) return;
    this.issuer = issuer.replace(/\s+/gu, " ");
    this.ofMissing = bare !== null;
    this.at = from + ahead.slice(0, length).trimEnd().length;
  }

  private readSubject(): void {
    const { rest } = this;
    const from = this.at + (DEFINITION.exec(rest)?.[0].length ?? 0);
    const ahead = this.text.slice(from);
    const quoted = QUOTED.exec(ahead);
    if (quoted !== null) {
      this.take(from + quoted[0].indexOf(quoted[1] ?? ""), quoted[1] ?? "", quoted[0].length + from);
      return;
    }
    const known = this.dated || this.issuer !== undefined;
    const lead = ABOUT.exec(ahead) ?? (known ? DOES.exec(ahead) : null);
    if (lead === null) return;
    const begin = from + lead[0].length;
    const words = this.text.slice(begin);
    const stop = SUBJECT_END.exec(words);
    const subject = words.slice(0, stop?.index ?? words.length).trimEnd();
    this.take(begin, subject, begin + subject.length);
  }

  private take(start: number, subject: string, end: number): void {
    if (subject.trim() === "") return;
    this.span = [start, start + subject.length];
    this.at = end;
  }

  read(): Tail {
    this.readDate();
    this.readIssuer();
    if (!this.dated && this.issuer !== undefined) this.readDate();
    this.readSubject();
    const { date, dated, comma, issuer, ofMissing, span, at } = this;
    return {
      dated,
      end: at,
      ...(date === undefined ? {} : { date }),
      ...(comma === undefined ? {} : { comma }),
      ...(issuer === undefined ? {} : { issuer }),
      ...(ofMissing ? { ofMissing: true } : {}),
      ...(span === undefined
        ? {}
        : { subject: this.text.slice(span[0], span[1]).replace(/\s+/gu, " ").trim(), subjectSpan: span }),
    };
  }
}

/**
 * Reads what follows the number or the name of a cited document.
 *
 * @param text the text
 * @param start where the number or name ends
 * @param law laws are dated by their year alone
 */
export const readTail = (text: string, start: number, law = false): Tail => new TailReader(text, start, law).read();
