/** A figure that is a target, as the model states it: comparator, unit, action, what is counted and of whom. */
import type { Target } from "../../model/target.js";
import type { Candidate } from "./candidate.js";
import { comparatorOf } from "./figures.js";
import { oneLine, trimmed, withoutPeriod } from "./printed-words.js";
import { PREDICATE, WEAK_PREDICATE } from "./words.js";

const CLAUSE_GOES_ON =
  /^\s*(?:và\s+)?(?:kết nạp|thành lập|phấn đấu|bảo đảm|đạt|trong đó|nhất là|góp phần|để|nhằm|đồng thời|coi|đưa|chủ động|hoàn thành|ưu tiên|trước|đến|trong|vào|giới thiệu|tập trung|xem xét|có|được|nơi|do|cả|mỗi|hằng|hàng|bình quân|riêng|không|phải|theo|từ)(?!\p{L})/iu;

/** The rest of the statement: to the comma, and past it through a list of nouns. */
function statement(rest: string): string {
  const parts = rest.split(",");
  let said = parts[0] ?? "";
  for (const part of parts.slice(1)) {
    if (CLAUSE_GOES_ON.test(part) || part.trim().split(/\s+/u).length > 5) break;
    said += `,${part}`;
  }
  return said;
}

export function describeTarget(text: string, candidate: Candidate, period: Target["period"]): Target {
  const { figure, unit, after, action, scope } = candidate;
  const said = statement(candidate.rest.replace(/\s+(?:và|hoặc)\s*$/u, ""));
  const at = candidate.turned;
  const turned =
    at === undefined || at >= said.length
      ? null
      : { index: at, length: "trở lên".length + Number(after === "down") * 2 };
  const full = trimmed(
    turned === null ? said : `${said.slice(0, turned.index)} ${said.slice(turned.index + turned.length)}`,
  );
  const plain = withoutPeriod(full);
  const tail = turned === null ? (figure.percent ? 0 : said.indexOf(unit) + unit.length) : turned.index + turned.length;
  const far = turned !== null && figure.percent && turned.index > 2;
  const printed = oneLine(
    text.slice(figure.from, figure.to + (far || turned === null ? tail : Math.max(tail, turned.index + turned.length))),
  );
  const rate = /(?<!\p{L})(?:tỷ|tỉ) lệ\s+(.+?)(?:\s+(?:đạt|là))?\s*$/iu.exec(candidate.before)?.[1];
  const share = plain === "" && rate !== undefined ? { subject: withoutPeriod(rate) } : splitShare(plain);
  const split = figure.percent ? share : { subject: plain };
  return {
    printed,
    comparator: comparatorOf(figure, after),
    value: figure.value,
    ...(figure.upTo === undefined ? {} : { upTo: Math.max(figure.upTo, figure.value) }),
    unit,
    ...(action === undefined ? {} : { action: oneLine(action) }),
    ...(split.subject === "" || split.subject === undefined ? {} : { subject: split.subject }),
    ...(split.denominator === undefined || split.denominator === "" ? {} : { denominator: split.denominator }),
    ...(scope === undefined ? {} : { scope }),
    ...(period === undefined ? {} : { period }),
  };
}

/** Parts the words after a percentage into of whom it is taken and what is to hold. */
function splitShare(words: string): { readonly subject?: string; readonly denominator?: string } {
  const strong = /(?<!\p{L})(?:thành lập|xây dựng|tổ chức)\s+được(?!\p{L})/iu.exec(words) ?? PREDICATE.exec(words);
  const weak = strong === null ? lastWeak(words) : undefined;
  const at = strong?.index ?? weak;
  if (at === undefined) return { denominator: words };
  if (at === 0) return { subject: words };
  return { denominator: trimmed(words.slice(0, at)), subject: trimmed(words.slice(at)) };
}

function lastWeak(words: string): number | undefined {
  return [...words.matchAll(WEAK_PREDICATE)].findLast(
    ({ index }) =>
      index > 0 &&
      !/(?:đã|chưa|,)\s*$/iu.test(words.slice(0, index)) &&
      (/^có/iu.test(words.slice(index)) || !/(?:điều kiện|có)\s*$/iu.test(words.slice(0, index))) &&
      !/^có (?:từ|đủ)/iu.test(words.slice(index)),
  )?.index;
}
