/** Citations of one text: pure, sentence by sentence, whatever document they stand in. */
import type { CitedLevel, MentionForm } from "../../model/citation.js";
import type { SigningDate } from "../../model/head.js";
import { readCitedDate } from "./cited-date.js";
import { CITED_TYPES, LAWS, typesOfCode } from "./cited-types.js";
import { levelAfter, levelBefore } from "./level.js";
import { findNumbers } from "./number.js";
import { readTail } from "./tail.js";

/** One mention of a document in a text. */
export interface FoundCitation {
  /** Type as in a sentence, "Chỉ thị"; of a number alone the only type that its code stands for. */
  readonly type?: string;
  /** The type is printed, not inferred. */
  readonly typed: boolean;
  readonly number?: number;
  readonly code?: string;
  readonly name?: string;
  readonly date?: SigningDate;
  readonly dated: boolean;
  readonly issuer?: string;
  /** The issuer follows the date without "của". */
  readonly ofMissing?: true;
  readonly subject?: string;
  /** The subject is said once for it and the document after it. */
  readonly subjectShared?: true;
  readonly comma?: boolean;
  /** The number is printed with blanks in it. */
  readonly blanks?: true;
  readonly level?: readonly CitedLevel[];
  readonly form: MentionForm;
  readonly confidence: "high" | "low";
  /** It stands in the subject of another citation of the same text. */
  readonly nested?: true;
  readonly printed: string;
  /** From the type to the end of what belongs to it; `core` ends with the number or name. */
  readonly start: number;
  readonly core: number;
  readonly end: number;
}

interface Head
  extends Pick<FoundCitation, "type" | "typed" | "number" | "code" | "name" | "start" | "core" | "confidence"> {
  readonly blanks?: true;
}

/** The type in either case of its first letter, and in capitals: "chỉ thị số", "Chỉ thị số", "CHỈ THỊ SỐ". */
const anyCase = (name: string): string => {
  const [first = "", ...others] = name;
  return `[${first}${first.toLowerCase()}]${others.join("")}|${name.toUpperCase()}`;
};
const TYPE = `(?<![\\p{L}\\d])(?:${CITED_TYPES.map(anyCase).join("|")})`;
const CAPITAL_TYPE = `(?<![\\p{L}\\d])(?:${CITED_TYPES.filter((name) => !LAWS.has(name)).join("|")})`;
/** Words between type and number: "Quy chế làm việc số", "Thông báo kết luận số". */
const QUALIFIER = "(?:\\s+(?!(?:và|hoặc|của|theo|về|với|tại|cho|số)\\s)\\p{Ll}+){0,5}";
const NUMBER_SIGN = "(?:[Ss]ố|SỐ)\\s*:?\\s*";
const BEFORE_NUMBER = new RegExp(`(${TYPE})(?:${QUALIFIER}\\s+${NUMBER_SIGN}|\\s+)$`, "u");
const LAW_BEFORE_NUMBER = new RegExp(`(Bộ luật|Luật|Pháp lệnh)((?:\\s+[\\p{L},]+){0,16}?)\\s+${NUMBER_SIGN}$`, "u");
const SIGN_BEFORE = new RegExp(`(?<![\\p{L}\\d])${NUMBER_SIGN}$`, "u");
/** A list goes on with the same type: "các Công văn số 12-CV/TU, số 15-CV/TU và 17-CV/TU". */
const LIST_GOES_ON = new RegExp(`^\\s*(?:,|;|và|,\\s*và)\\s*(?:${NUMBER_SIGN})?$`, "u");
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

const inferType = (code: string): string | undefined => {
  const types = [...typesOfCode(code)];
  return types.length === 1 ? types[0] : undefined;
};

const sentenceCase = (printed: string): string => {
  const name = CITED_TYPES.find((type) => type.toLowerCase() === printed.toLowerCase());
  return name ?? printed;
};

/** A number without its type must look like nothing else: a known code of a type, or a year and two codes. */
const standsAlone = (code: string): boolean =>
  /^\d{4}\//u.test(code) || (/[-/]/u.test(code) && typesOfCode(code).size > 0);

function* numberedHeads(text: string): Generator<Head> {
  let previous: Head | undefined;
  for (const found of findNumbers(text)) {
    const { number, code, blanks, start: at, end } = found;
    const from = Math.max(0, at - 160);
    const before = text.slice(from, at);
    const common = { number, code, core: end, confidence: "high", ...(blanks ? { blanks } : {}) } as const;
    const law = LAW_BEFORE_NUMBER.exec(before);
    const typed = BEFORE_NUMBER.exec(before);
    let head: Head | undefined;
    if (typed !== null && !(law !== null && typed.index <= law.index)) {
      head = { ...common, type: sentenceCase(typed[1] ?? ""), typed: true, start: from + typed.index };
    } else if (law !== null) {
      const name = (law[2] ?? "").trim();
      head = { ...common, type: law[1] ?? "", typed: true, start: from + law.index, ...(name === "" ? {} : { name }) };
    } else if (previous !== undefined && LIST_GOES_ON.test(text.slice(previous.core, at))) {
      const type = typesOfCode(code).has(previous.type ?? "") ? previous.type : (inferType(code) ?? previous.type);
      head = { ...common, ...(type === undefined ? {} : { type }), typed: false, start: at };
    } else {
      const sign = SIGN_BEFORE.exec(before);
      if (standsAlone(code) || (sign !== null && code.length > 1)) {
        const type = inferType(code);
        const start = sign === null ? at : from + sign.index;
        head = { ...common, ...(type === undefined ? {} : { type }), typed: false, start };
      }
    }
    if (head === undefined) continue;
    previous = head;
    yield head;
  }
}

function* namedHeads(text: string): Generator<Head> {
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

/** "Ngày 10/4/2026, Sở Y tế đã ban hành Công văn số …": the sentence tells day and issuer before the document. */
const LEAD =
  /(?:^|[.;:]\s+|^\s*[-+]\s*|,\s+|\s)((?:[Nn]gày)\s[^.;,]{3,30}?\d{4}),?\s+(\p{Lu}[^.;:“”"]{2,100}?)\s+(?:đã\s+)?(?:ký\s+)?(?:ban hành|có|gửi|ra|phát hành)\s+$/u;

function readLead(text: string, start: number): Pick<FoundCitation, "date" | "issuer"> | undefined {
  const lead = LEAD.exec(text.slice(Math.max(0, start - 200), start));
  const said = lead === null ? undefined : readCitedDate((lead[1] ?? "").replace(/^N/u, "n"), false);
  if (lead === null || said === undefined) return undefined;
  return { issuer: lead[2] ?? "", ...(said.date === undefined ? {} : { date: said.date }) };
}

function complete(text: string, head: Head): FoundCitation {
  const law = LAWS.has(head.type ?? "");
  const told = readTail(text, head.core, law);
  const lead = told.dated || law ? undefined : readLead(text, head.start);
  const tail = lead === undefined ? told : { ...told, ...lead, dated: true };
  const before = levelBefore(text, head.start);
  const after = before === undefined ? levelAfter(text, head.core) : undefined;
  const level = before?.level ?? after?.level;
  const { subjectSpan: _, end, ...said } = tail;
  const full = said.dated && (said.issuer !== undefined || said.subject !== undefined);
  return {
    ...head,
    ...said,
    ...(level === undefined ? {} : { level }),
    form: !head.typed ? "numberOnly" : full ? "full" : "short",
    printed: text.slice(head.start, end),
    end,
  };
}

/**
 * "A ngày … và B ngày … của Z về W": issuer and subject of the last are said of those before it too; the issuer only
 * of documents with the same code of a body.
 */
function share(found: readonly FoundCitation[], text: string): FoundCitation[] {
  const shared = [...found];
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const [one, next] = [shared[index], shared[index + 1]];
    if (one === undefined || next === undefined || !JOINED.test(text.slice(one.end, next.start))) continue;
    const issuer = one.issuer ?? (bodyOf(one) === bodyOf(next) ? next.issuer : undefined);
    if (issuer === undefined) continue;
    const subject = one.subject === undefined && one.dated ? next.subject : undefined;
    shared[index] = {
      ...one,
      issuer,
      ...(subject === undefined ? {} : { subject, subjectShared: true }),
      form: one.typed && one.dated ? "full" : one.form,
    };
  }
  return shared;
}

const JOINED = /^\s*(?:,|và|,\s*và)\s*(?:số\s*)?$/u;
const bodyOf = ({ code }: FoundCitation): string => (code ?? "").replace(/^.*[-/]/u, "");

/**
 * Finds every mention of another document in a text: by type and number, number alone, type and bare number
 * ("Quy định 4842"), resolutions by congress or session, laws by name.
 *
 * @param printed the text of a paragraph, its runs joined; stars of Markdown are taken as no words
 */
export function findCitations(printed: string): readonly FoundCitation[] {
  const text = printed
    .normalize("NFC")
    .replace(/\*/gu, "\u2060")
    .replace(/\u00a0/gu, " ");
  const plain = text.includes("\u2060") ? undefined : text;
  return plain === undefined ? findStarred(text) : findIn(plain);
}

/** Without the marks of emphasis, offsets put back. */
function findStarred(text: string): readonly FoundCitation[] {
  const offsets: number[] = [];
  let plain = "";
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === "\u2060") continue;
    offsets.push(index);
    plain += text[index];
  }
  offsets.push(text.length);
  const back = (offset: number): number => offsets[offset] ?? text.length;
  return findIn(plain).map((one) => ({
    ...one,
    start: back(one.start),
    core: back(one.core - 1) + 1,
    end: back(one.end - 1) + 1,
  }));
}

/** Two resolutions named in one breath share their place. */
const overlap = (one: Head, other: Head): boolean =>
  one.start < other.core && other.start < one.core && !(one.start === other.start && one.core === other.core);

function findIn(text: string): readonly FoundCitation[] {
  const heads: Head[] = [...numberedHeads(text)];
  for (const head of namedHeads(text)) if (!heads.some((other) => overlap(head, other))) heads.push(head);
  heads.sort((one, other) => one.start - other.start);
  const spans: (readonly [number, number])[] = [];
  const found = heads.map((head): FoundCitation => {
    const nested = spans.some(([start, end]) => head.start >= start && head.start < end);
    const span = readTail(text, head.core, LAWS.has(head.type ?? "")).subjectSpan;
    if (span !== undefined) spans.push(span);
    const one = complete(text, head);
    return nested ? { ...one, nested: true } : one;
  });
  return share(found, text);
}
