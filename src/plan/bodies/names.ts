/** Names of bodies in ordinary text: where they begin, where they end, and how a list of them parts. */
import { foldInPlace } from "../../norms/tone.js";
import { ACTS_OF_BODIES, DUTY_VERBS, TIMES_BEFORE_VERBS } from "./duty-verbs.js";
import { BODY_HEADS, NEW_HEADS, NO_HEADS, WEAK_HEADS } from "./heads.js";
import { NAME_ENDS, NOUN_PHRASES, QUANTIFIERS, VERBS_IN_NAMES } from "./name-words.js";
import { WordList } from "./words.js";

const HEADS = new WordList(BODY_HEADS.map(foldInPlace));
const COUNTED = new WordList(QUANTIFIERS.map(foldInPlace));
const NOT_HEADS = new WordList(NO_HEADS.map(foldInPlace));
const WEAK = new WordList(WEAK_HEADS.map(foldInPlace));
const ANEW = new WordList(NEW_HEADS.map(foldInPlace));
const VERBS = new WordList([...DUTY_VERBS, ...ACTS_OF_BODIES, ...TIMES_BEFORE_VERBS].map(foldInPlace));
const ENDS = new WordList(
  [
    ...DUTY_VERBS.filter((verb) => !VERBS_IN_NAMES.includes(verb)),
    ...NAME_ENDS,
    ...ACTS_OF_BODIES,
    ...TIMES_BEFORE_VERBS,
  ].map(foldInPlace),
);
const PHRASES = new WordList(NOUN_PHRASES.map(foldInPlace));

/** Longest list of bodies that opens a sentence, in words. */
const MOST_WORDS = 70;

/** The head of a name at an index, behind words that count it; 0 when no name begins there. */
function headLength(folded: string, index: number): { readonly length: number; readonly counted: boolean } {
  let at = index;
  let counted = false;
  for (let length = COUNTED.lengthAt(folded, at); length > 0; length = COUNTED.lengthAt(folded, at)) {
    counted = true;
    at += length + 1;
  }
  if (NOT_HEADS.lengthAt(folded, at) > 0) return { length: 0, counted };
  const head = HEADS.lengthAt(folded, at);
  return { length: head === 0 ? 0 : at - index + head, counted };
}

/** Whether the letter at an index is a capital. */
const isCapital = (text: string, index: number): boolean => /\p{Lu}/u.test(text.charAt(index));

/** Whether a name begins at an index. */
export function startsBody(text: string, index = 0): boolean {
  const folded = foldInPlace(text);
  const head = headLength(folded, index).length;
  // "Tổ chức đảng" is a body, "Tổ chức hội nghị" a duty: the longer reading wins.
  return head > 0 && (head >= VERBS.lengthAt(folded, index) || isCapital(text, index + 1));
}

/** Whether a name begins at an index in the middle of a sentence: by a capital, by a word that counts it, or by a word that begins no other. */
export function startsBodyWithin(text: string, index: number): boolean {
  const folded = foldInPlace(text);
  const { length, counted } = headLength(folded, index);
  return length > 0 && (counted || isCapital(text, index) || WEAK.lengthAt(folded, index) === 0);
}

/**
 * The end of the name or list of names that opens a sentence: where the first verb of a duty begins.
 *
 * @returns undefined when no name opens it or no verb follows
 */
export function endOfSubject(text: string, start = 0): number | undefined {
  return endOfName(text, ENDS, start);
}

/** The same where only the verb of a duty will do: "Tổ chức đảng không làm thay …" gives no duty. */
export function endOfDutifulSubject(text: string, start = 0): number | undefined {
  const end = endOfName(text, ENDS, start);
  return end !== undefined && VERBS.lengthAt(foldInPlace(text), end) > 0 ? end : undefined;
}

function endOfName(text: string, ends: WordList, start: number): number | undefined {
  if (!startsBody(text, start)) return undefined;
  const folded = foldInPlace(text);
  const { length } = headLength(folded, start);
  const phrases = [...PHRASES.findAll(folded)];
  for (const verb of ends.findAll(folded)) {
    if (verb.start < start + length) continue;
    if (/[.:;(]/u.test(text.slice(start, verb.start))) return undefined;
    if (isCapital(text, verb.start)) continue;
    if (phrases.some((phrase) => phrase.start <= verb.start && verb.end <= phrase.end)) continue;
    const words = text.slice(start, verb.start).trim().split(/\s+/u).length;
    return words > MOST_WORDS ? undefined : verb.start;
  }
  return undefined;
}

/** Words that hand a duty on and are no part of a name: "Giao Đảng uỷ …". */
const ASKING = /^(?:giao|đề nghị|yêu cầu) /iu;

/** Titles of one person: "Đồng chí Phó Bí thư Tỉnh uỷ, Trưởng Ban Chỉ đạo tỉnh". */
const SAME_PERSON = /^(?:phó |trưởng |quyền )?(?:bí thư|trưởng|chủ tịch|ủy viên|giám đốc|phó|ủy viên)/u;

/**
 * Parts a list of bodies as printed: "các huyện uỷ, thị uỷ, thành uỷ và Đảng uỷ Khối" are two. It is parted before a
 * name that begins with a capital or is counted anew; what goes on in small letters belongs to the name before.
 */
export function splitBodies(list: string): string[] {
  const text = list.trim().replace(/[.;,\s]+$/u, "");
  const folded = foldInPlace(text);
  const cuts: { readonly end: number; readonly next: number }[] = [];
  for (const { index, 0: joint } of folded.matchAll(/, và |[,;] | và | cùng /gu)) {
    const next = index + joint.length;
    const head = headLength(folded, next);
    if (head.length === 0 || insideParentheses(text, index)) continue;
    const strong = WEAK.lengthAt(folded, next) === 0 || joint.startsWith(",") || joint.startsWith(";");
    if (!(head.counted || ANEW.lengthAt(folded, next) > 0 || (isCapital(text, next) && strong))) continue;
    const person = /^(?:đồng chí|đ\/c)/u.test(folded.slice(cuts.at(-1)?.next ?? 0));
    if (person && joint === ", " && SAME_PERSON.test(folded.slice(next))) continue;
    cuts.push({ end: index, next });
  }
  const starts = [0, ...cuts.map(({ next }) => next)];
  return starts
    .map((start, at) =>
      text
        .slice(start, cuts[at]?.end ?? text.length)
        .replace(ASKING, "")
        .trim(),
    )
    .filter((name) => name !== "");
}

function insideParentheses(text: string, index: number): boolean {
  const before = text.slice(0, index);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

/** Longest name of a body that stands as a heading, in words. */
const MOST_HEADING_WORDS = 40;

/** Whether a text is nothing but names of bodies: the heading "Ban Tuyên giáo và Dân vận Tỉnh uỷ". */
export function isBodies(text: string): boolean {
  const plain = text.trim().replace(/:$/u, "");
  if (!startsBody(plain) || /[.;]$/u.test(plain) || plain.split(/\s+/u).length > MOST_HEADING_WORDS) return false;
  return endOfSubject(plain) === undefined;
}

/** "phối hợp chặt chẽ với", "cùng phối hợp với", "phối hợp": who takes part follows. */
const WITH = /(?<![\p{L}])phối hợp(?: chặt chẽ| tốt| thường xuyên| cùng|, thống nhất)*(?: với)?(?: và)? /giu;

/** The bodies that take part: those behind "phối hợp với", up to the verb that follows. */
export function coordinatingBodies(text: string): string[] {
  const folded = foldInPlace(text);
  return [...folded.matchAll(WITH)].flatMap(({ index, 0: words }) => {
    const start = index + words.length;
    if (!startsBody(text, start)) return [];
    const verb = endOfSubject(text, start) ?? text.length;
    return splitBodies(text.slice(start, Math.min(verb, endOfList(text, folded, start))));
  });
}

/** Where a list of names ends: at a full stop, or at a comma before a small letter unless a body follows it. */
function endOfList(text: string, folded: string, from: number): number {
  const phrases = [...PHRASES.findAll(folded)];
  for (const { index, 0: sign } of text.matchAll(/[.;:()]|, (?=\p{Ll})/gu)) {
    if (index < from || phrases.some(({ start, end }) => start < index && index < end)) continue;
    if (!sign.startsWith(",") || !startsBody(text, index + sign.length)) return index;
  }
  return text.length;
}
