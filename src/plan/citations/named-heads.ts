/** Heads without a code: resolutions of congresses and sessions, laws by name, a type with a bare number. */
import { CITED_TYPES, LAWS } from "./cited-types.js";
import type { CitationHead } from "./head.js";

const CAPITAL_TYPE = `(?<![\\p{L}\\d])(?:${CITED_TYPES.filter((name) => !LAWS.has(name)).join("|")})`;
const ENDS_BARE =
  '(?=\\s*(?:[.,;:)”"]|$)|\\s+(?:của|ngày|về|và|thì|là|đã|được|này|theo|trong|trên|tại|cho|ban hành|gắn|năm\\s+\\d{4})(?:\\s|$))';
const BARE = new RegExp(
  `(${CAPITAL_TYPE})\\s+(số\\s+)?(\\d{1,5})(?!\\d|/|[.,-]\\d|\\s*[-–]\\s*\\p{L})${ENDS_BARE}`,
  "gu",
);

const KHOA = "\\(?\\s*kho(?:á|a)\\s+|\\(?\\s*khóa\\s+";
const ROMANS = "[IVX]+(?:\\s*(?:,|và)\\s*[IVX]+)*\\s*\\)?";
const CONGRESS = new RegExp(
  [
    `((?:Nghị quyết|Kết luận)(?=\\s))\\s+((?:Hội nghị\\s+)?(?:Trung ương\\s+\\d+|(?:lần thứ\\s+\\p{L}+\\s+)Ban Chấp hành Trung ương(?:\\s+Đảng)?)\\s*,?\\s*(?:${KHOA})${ROMANS})`,
    "(Nghị quyết)\\s+(Đại hội\\s+(?:[IVX]+(?:\\s+của\\s+Đảng)?|(?:đại biểu\\s+)?(?:toàn quốc|[Đđ]ảng bộ|[Cc]hi bộ)[^,;.()“”]{0,80}?(?:lần thứ\\s+(?:[IVX]+|\\p{L}+)(?:\\s+của\\s+Đảng)?(?:,?\\s+nhiệm kỳ\\s+\\d{4}\\s*-\\s*\\d{4})?|nhiệm kỳ\\s+\\d{4}\\s*-\\s*\\d{4})))",
  ].join("|"),
  "gu",
);
/** "Luật sửa đổi, bổ sung một số điều của Luật …" is a law of its own, with a year of its own. */
const AMENDING =
  /(?<![\p{L}\d])(Bộ luật|Luật|Pháp lệnh)\s+([Ss]ửa đổi[^.;:()“”"]{0,160}?\s(?:của\s+)?(?:các\s+)?)(?=(?:Bộ luật|Luật|Pháp lệnh)\s)/gu;
const LAW_NAME = /(?<![\p{L}\d])(Bộ luật|Bộ Luật|Luật|Pháp lệnh|Điều lệ|Hiến pháp)(?=\s)/gu;
/** Where the name of a law ends: its names hold "và" and commas only before small letters. */
const LAW_END =
  /\s+(?:ngày|năm|số|của|quy định|được|là|đã|về|có|này|theo|trong|cho|để|tại|nhằm|và\s+(?:các|những)|nâng cao|hiện hành|sửa đổi|không|thuộc|đối với|hoặc|thì|phải|cần)(?=[\s,;.]|$)|\s+và\s+\p{Lu}|[;.:()“”"]|,/u;
const COMMA_IN_NAMES =
  /^(?:Phòng|Thi đua|Khiếu nại|Tiếp công dân|Thực hành tiết kiệm|Cán bộ|Hôn nhân|An toàn|Quản lý, |Giao dịch)/u;

/** The heads of a text without a code, kind by kind. */
export function* namedHeads(text: string): Generator<CitationHead> {
  for (const match of text.matchAll(CONGRESS)) {
    const type = match[1] ?? match[3] ?? "";
    const name = (match[2] ?? match[4] ?? "").replace(/\s+/gu, " ").trim();
    const unclosed = name.includes("(") && !name.includes(")") && text[match.index + match[0].length] === ")";
    const core = match.index + match[0].length + (unclosed ? 1 : 0);
    for (const each of sessions(name))
      yield { type, typed: true, name: each, start: match.index, core, confidence: "low" };
  }
  const amending = [...text.matchAll(AMENDING)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    type: match[1] ?? "",
    words: match[2] ?? "",
  }));
  for (const match of text.matchAll(LAW_NAME)) {
    if (amending.some(({ start, end }) => match.index >= start && match.index < end)) continue;
    const type = match[0] === "Bộ Luật" ? "Bộ luật" : match[0];
    const from = match.index + type.length + 1;
    const amends = amending.find(({ end }) => end === match.index);
    if (amends !== undefined) {
      const own = lawName(text.slice(from, from + 160));
      const name = `${amends.words}${type} ${own}`.replace(/\s+/gu, " ");
      yield { type: amends.type, typed: true, name, start: amends.start, core: from + own.length, confidence: "low" };
      continue;
    }
    const ahead = text.slice(from, from + 160);
    if (type === "Hiến pháp") {
      if (/^(?:năm|ngày|nước)/u.test(ahead))
        yield {
          type,
          typed: true,
          name: "nước Cộng hoà xã hội chủ nghĩa Việt Nam",
          start: match.index,
          core: from - 1,
          confidence: "low",
        };
      continue;
    }
    if (!/^\p{Lu}\p{Ll}/u.test(ahead) && match[0] !== "Bộ Luật") continue;
    const name = type === "Điều lệ" ? lawName(ahead.replace(/\s+(?:và|hoặc)\s.*$/u, "")) : lawName(ahead);
    yield { type, typed: true, name, start: match.index, core: from + name.length, confidence: "low" };
  }
  for (const match of text.matchAll(BARE)) {
    const [printed, type = "", sign, digits = ""] = match;
    const number = Number(digits);
    // a year is no number: "Kế hoạch 2026"
    if (number === 0 || (sign === undefined && ((number >= 1945 && number <= 2100) || digits.length === 1))) continue;
    yield { type, typed: true, number, start: match.index, core: match.index + printed.length, confidence: "low" };
  }
}

/** "Trung ương 4 khoá XI, XII" are two resolutions; brackets around the term are no part of the name. */
function sessions(name: string): readonly string[] {
  const match = /^(.*?)\s*\(?\s*(kho(?:á|a)|khóa)\s+([IVX]+(?:\s*(?:,|và)\s*[IVX]+)*)\)?$/u.exec(name);
  if (match === null) return [name];
  const [, session = "", word = "", terms = ""] = match;
  return terms.split(/\s*(?:,|và)\s*/u).map((term) => `${session} ${word} ${term}`);
}

function lawName(ahead: string): string {
  let length = 0;
  for (;;) {
    const stop = LAW_END.exec(ahead.slice(length));
    if (stop === null) return ahead.trim();
    const at = length + stop.index;
    if (stop[0] !== "," || !COMMA_IN_NAMES.test(ahead) || !/^,\s\p{Ll}/u.test(ahead.slice(at)))
      return ahead.slice(0, at).trim();
    length = at + 1;
  }
}
