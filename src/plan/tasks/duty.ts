/** Whether a sentence gives somebody something to do, and whom. */
import { foldInPlace } from "../../norms/tone.js";
import { DUTY_VERBS } from "../bodies/duty-verbs.js";
import {
  endOfDutifulSubject,
  endOfSubject,
  isBodies,
  splitBodies,
  startsBody,
  startsBodyWithin,
} from "../bodies/names.js";
import { WordList } from "../bodies/words.js";
import { findTimings } from "../timing/index.js";
import { CLOSING_FORMULAS, OPENING_CLAUSES, OPENING_TIME, PAST_MARKERS } from "./duty-words.js";

const VERBS = new WordList(DUTY_VERBS.map(foldInPlace));
const OPENINGS = new WordList(OPENING_CLAUSES.map(foldInPlace));
const PAST = new WordList(PAST_MARKERS.map(foldInPlace));
const CLOSINGS = new WordList(CLOSING_FORMULAS.map(foldInPlace));

/** A verb that tells of the past: "đã ban hành", "được quan tâm"; not "nơi đã có chi bộ", "nhiệm vụ đã đề ra". */
const DONE = /(?<![\p{L}])(?:đã|đều đã|cơ bản đã|bước đầu đã)(?: được)? /gu;
/** Words before "đã" that make it part of a name: "những nơi đã thành lập", "kế hoạch đã đề ra". */
const RELATIVE =
  /(?:nơi|những|doanh nghiệp|tổ chức|đơn vị|chi bộ|mà|đã|tiêu|vụ|hoạch|sách|nghiệp|nhiệm|viên|trình|giải pháp|nội dung|mô hình|kiến nghị|lao động|chi đoàn|bộ|đảng|kinh tế|tư nhân) $/u;

/** Whether the first clause of a sentence tells what was done. */
function tellsOfPast(folded: string): boolean {
  if (PAST.isIn(folded)) return true;
  const clause = folded.split(/[;.]/u, 1)[0] ?? "";
  return [...clause.matchAll(DONE)].some(
    ({ index, 0: words }) => !RELATIVE.test(clause.slice(0, index)) && VERBS.lengthAt(clause, index + words.length) > 0,
  );
}

/** What a sentence asks. */
export interface Duty {
  /** Who is to do it, where the sentence says so. */
  readonly bodies: readonly string[];
  /** Where the verb begins. */
  readonly verb: number;
}

/** Most opening clauses before the verb. */
const MOST_CLAUSES = 3;

/**
 * Reads a sentence as a duty: a verb of duty, perhaps behind a clause of time or condition and behind the bodies that
 * have it.
 *
 * @param owned it stands under the name of the body that has it, so that any sentence but one of the past will do
 * @returns undefined of background, results, formulas and titles
 */
export function readDuty(text: string, owned = false): Duty | undefined {
  const folded = foldInPlace(text);
  const read = readVerb(text, folded);
  if (read !== undefined || !owned || isPassed(folded)) return read;
  return /[.;]$/u.test(text.trim()) ? { bodies: [], verb: 0 } : undefined;
}

const isPassed = (folded: string): boolean => CLOSINGS.lengthAt(folded, 0) > 0 || tellsOfPast(folded);

function readVerb(text: string, folded: string): Duty | undefined {
  if (isPassed(folded)) return undefined;
  let at = 0;
  for (let clause = 0; clause <= MOST_CLAUSES; clause += 1) {
    const subject = endOfDutifulSubject(text, at);
    if (subject !== undefined) return { bodies: splitBodies(text.slice(at, subject)), verb: subject };
    const verb = startsBody(text, at) ? 0 : VERBS.lengthAt(folded, at);
    const opening = OPENINGS.lengthAt(folded, at) > 0;
    const time = OPENING_TIME.exec(folded.slice(at))?.[0].length ?? 0;
    if (time > 0 && (VERBS.lengthAt(folded, at + time) > 0 || startsBodyWithin(text, at + time))) {
      at += time;
      continue;
    }
    const comma = opening ? commaAfterClause(text, at) : undefined;
    if (verb > 0 && (!opening || comma === undefined)) return { bodies: [], verb: at };
    const next = comma ?? (opening ? afterTime(text, at) : undefined);
    if (next === undefined) return undefined;
    at = next;
  }
  return undefined;
}

/** Where the words behind a time begin that opens a clause: "Hằng quý, vào ngày 20 …; cuối năm vào ngày 15/11, cấp uỷ …". */
function afterTime(text: string, from: number): number | undefined {
  const [first] = findTimings(text.slice(from));
  if (first === undefined || first.start > 0) return undefined;
  const end = from + first.end;
  return end + (/^[,\s]*/u.exec(text.slice(end))?.[0].length ?? 0);
}

/** Where the words behind an opening clause begin: after the first comma that a verb or a body follows. */
function commaAfterClause(text: string, from: number): number | undefined {
  const folded = foldInPlace(text);
  const end = text.slice(from).search(/[.;]/u);
  for (const { index } of text.matchAll(/, |: |\) /gu)) {
    if (index <= from) continue;
    if (end !== -1 && index > from + end) return undefined;
    const next = index + 2;
    if (VERBS.lengthAt(folded, next) > 0 || startsBodyWithin(text, next)) return next;
  }
  return undefined;
}

/** "Chỉ đạo Sở Nội vụ", "Lãnh đạo Đảng uỷ …": a title that hands the points below it to another body. */
const HANDING = /^(?:lãnh đạo, chỉ đạo|chỉ đạo|lãnh đạo|giao|đề nghị) /u;

/** The bodies that a title names, and whether it hands the duties on to them. */
export interface Owners {
  readonly bodies: readonly string[];
  /** They act under the body of the title above, which directs them. */
  readonly handed: boolean;
  /** "Đảng uỷ … lãnh đạo Uỷ ban nhân dân tỉnh": who directs. */
  readonly director?: string;
}

/** Reads a title as the bodies whose duties follow: "Liên đoàn Lao động tỉnh", "Chỉ đạo Sở Tài chính". */
export function readOwners(title: string): Owners | undefined {
  const text = title.trim().replace(/[:.]$/u, "");
  const handing = HANDING.exec(foldInPlace(text))?.[0].length ?? 0;
  if (handing > 0 && isBodies(text.slice(handing))) return { bodies: splitBodies(text.slice(handing)), handed: true };
  if (isBodies(text)) return { bodies: splitBodies(text), handed: false };
  const end = endOfSubject(text);
  if (end === undefined) return undefined;
  const verb = HANDING.exec(foldInPlace(text.slice(end)))?.[0].length ?? 0;
  if (verb === 0 || !isBodies(text.slice(end + verb))) return undefined;
  return { bodies: splitBodies(text.slice(end + verb)), handed: false, director: text.slice(0, end).trim() };
}
