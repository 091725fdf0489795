/** Targets in a paragraph of ordinary text. */
import type { Target } from "../../model/target.js";
import { comparatorOf, type Figure, figuresIn } from "./figures.js";
import { type PeriodMark, periodMarks, periodOf, type Years } from "./periods.js";
import { type Stretch, stretchesOf } from "./sentences.js";
import {
  ACHIEVED,
  CAME_ABOUT,
  CONSEQUENCE,
  CORE_UNIT,
  GOAL,
  HOLDER,
  IS_GOAL_VERB,
  IS_MEASURE,
  NAMED_BY_NUMBER,
  NAMED_BY_TIME,
  NEVER_A_UNIT,
  ORGANISATION,
  PREDICATE,
  SHARE_OF_RESULT,
  UNIT,
  VERB,
  WEAK_PREDICATE,
  words,
} from "./words.js";

export interface TargetContext {
  /** What the headings above say: figures under "Mục tiêu" are targets, those under "Kết quả" are none. */
  readonly section?: "targets" | "results";
  /** Years of heading and title. */
  readonly years?: Years;
}

export interface FoundTarget {
  readonly target: Target;
  /** Where its printed words begin in the text. */
  readonly at: number;
  /** Said after "trong đó": a part of the target before it. */
  readonly among: boolean;
}

const UP_DOWN = /(?<![\p{L}\d])trở (lên|xuống)(?![\p{L}\d])/iu;
const UNIT_HERE = new RegExp(String.raw`^\s*(?:số\s+|mới\s+)?(${UNIT})(?![\p{L}\d])`, "iu");
const IS_CORE = new RegExp(`^(?:${CORE_UNIT})$`, "iu");
/** A unit that the list does not know: up to three words before a word that goes on with the sentence. */
const OTHER_UNIT =
  /^\s*((?!(?:là|có|được|trong|của|ở|tại|trở|cho|do|đủ|thuộc|theo|với|và|hoặc|mỗi|để|từ|đến)(?!\p{L}))\p{L}+(?:\s+(?!(?:là|có|được|trong|của|ở|tại|trở|cho|do|đủ|thuộc|theo|với|và|hoặc|mỗi|để|từ|đến|mới)(?!\p{L}))\p{Ll}+){0,2})/u;
const CONDITION_BEFORE = new RegExp(
  String.raw`(?:(?<![\p{L}\d])(?:${ORGANISATION})|(?<![\p{L}\d])(?:khi|nếu|nơi))(?:\s+[^,;:]*?)?\s+(?:đã\s+)?(?:có|còn|với|đủ|sử dụng|quy mô)(?:\s+quy mô)?\s*$`,
  "iu",
);
const ORGANISATION_BEFORE = new RegExp(String.raw`(?<![\p{L}\d])(?:${ORGANISATION})\s*$`, "iu");
const EACH_ONE = /(?<![\p{L}\d])(?:mỗi|từng)\s+(?!năm|tháng|quý|tuần|ngày|kỳ|lần)/giu;
const DEMAND =
  /^\s*(?:phải\s+|cần\s+|đều\s+|bảo đảm\s+|đảm bảo\s+)?(?:có|kết nạp|giới thiệu|xây dựng|thành lập)(?:\s+(?:được|mới))?\s*$/iu;
/** Whose having is itself the aim: "toàn tỉnh có", "phấn đấu có". */
const WHOLE_HAS =
  /(?:^|[,;:]|(?<!\p{L})(?:phấn đấu|bảo đảm|đảm bảo|mục tiêu|để|toàn (?:tỉnh|[đĐ]ảng bộ(?: tỉnh)?|xã|phường|huyện|ngành|quốc)|tỉnh|[đĐ]ảng bộ tỉnh|phải|\d{4}|bình quân))\s*(?:phấn đấu\s+|phải\s+|đều\s+)?có\s*$/iu;
const AMONG = words("trong đó|trong số đó|riêng");

/** One figure in its sentence, with what the rules ask about it. */
interface Candidate {
  readonly figure: Figure;
  readonly unit: string;
  readonly core: boolean;
  readonly after?: "up" | "down";
  /** Where in the rest "trở lên" stands. */
  readonly turned?: number;
  /** The part between commas and semicolons before the figure. */
  readonly before: string;
  readonly rest: string;
  readonly action?: string;
  /** Nothing stands between the action and the figure. */
  readonly governed: boolean;
  readonly scope?: string;
}

/**
 * Finds the targets that a paragraph states.
 *
 * @param text one sentence or more, without the mark
 * @returns targets in the order of their words
 */
export function findTargets(text: string, context: TargetContext = {}): readonly FoundTarget[] {
  if (context.section === "results") return [];
  const found: FoundTarget[] = [];
  let carried: readonly PeriodMark[] = [];
  let aimed = false;
  const stretches = stretchesOf(text);
  for (const stretch of stretches) {
    const here = targetsOf(stretch, context, carried, aimed && stretch.aside);
    found.push(...here);
    if (stretch.aside) continue;
    aimed = here.length > 0;
    // "(2) Giai đoạn 2027 - 2028: …. Mỗi năm …": a span said at the paragraph's head holds for its other sentences.
    if (carried.length === 0 && stretch === stretches[0]) {
      const opening = /^[^,;.]*?:/u.exec(stretch.text)?.[0] ?? "";
      carried = periodMarks(opening).filter(({ kind }) => kind === "span" || kind === "year");
    }
  }
  return found;
}

function targetsOf(
  { text, at }: Stretch,
  context: TargetContext,
  carried: readonly PeriodMark[],
  follows: boolean,
): readonly FoundTarget[] {
  const marks = periodMarks(text);
  const figures = figuresIn(text).filter(
    (figure) => isQuantity(text, figure, marks) && (context.section === "targets" || !isMeasured(text, figure)),
  );
  const accepted: { readonly candidate: Candidate; readonly figure: Figure }[] = [];
  const endOf = (figure: Figure): number =>
    figures.find((next) => next.from > figure.from && !conditions.has(next))?.from ?? text.length;
  const followed = (figure: Figure): number => figures.find((next) => next.from > figure.from)?.from ?? text.length;
  const conditions = new Set<Figure>();
  for (const figure of figures) {
    const candidate = candidateOf(text, figure, [text.length, followed(figure)], undefined);
    if (candidate !== undefined && isCondition(segmentBefore(text, figure), candidate)) conditions.add(figure);
  }
  figures.forEach((figure) => {
    if (conditions.has(figure)) return;
    const candidate = candidateOf(text, figure, [endOf(figure), followed(figure)], accepted.at(-1)?.candidate);
    if (candidate === undefined) return;
    const previous = accepted.length > 0 || follows;
    if (isTarget(text, candidate, context, marks, previous)) accepted.push({ candidate, figure });
  });
  const around = carried.reduce<Years | undefined>((years, mark) => mark.years ?? years, context.years);
  const targets = accepted.map(({ candidate, figure }) => {
    const bearing = bearingMarks(text, marks, figure, figures);
    const breaks = accepted.map((other) => other.figure.from).filter((place) => place !== figure.from);
    const among = AMONG.test(segmentBefore(text, figure));
    const holder = among ? holderOf(candidate) : undefined;
    const target = targetOf(text, candidate, periodOf(bearing, breaks, around));
    return {
      // what follows the comma is the next holder's name
      target: holder === undefined ? target : { ...target, subject: target.subject?.split(",")[0], scope: holder },
      at: at + figure.from,
      among,
    };
  });
  return targets.map((one, index) => sharing(one, targets[index + 1]));
}

/** "100% bí thư đảng uỷ và từ 80% bí thư chi bộ trở lên có trình độ …": what is to hold is said once. */
function sharing(one: FoundTarget, next: FoundTarget | undefined): FoundTarget {
  const { target } = one;
  const shared = next?.target.unit === "%" ? next.target.subject : undefined;
  if (target.unit !== "%" || target.subject !== undefined || shared === undefined) return one;
  return { ...one, target: { ...target, subject: shared } };
}

/** Whose part it is: "xã An Khê" of "trong đó xã An Khê 400 ha". */
function holderOf({ before }: Candidate): string | undefined {
  const named = oneLine(before.replace(AMONG, "")).replace(/^[\s:–-]+|[\s:–-]+$/gu, "");
  return HOLDER.test(named) ? named : undefined;
}

const segmentBefore = (text: string, { from }: Figure): string => text.slice(text.lastIndexOf(";", from - 1) + 1, from);

/** Whether a figure only gives a size: "đường rộng 5 m". */
const isMeasured = (text: string, { to, percent }: Figure): boolean => !percent && IS_MEASURE.test(text.slice(to));

/** Whether a figure counts something: no date, ordinal, number of a paper, time or age. */
function isQuantity(text: string, figure: Figure, marks: readonly PeriodMark[]): boolean {
  const { from, to, before, percent, word, value } = figure;
  if (marks.some((mark) => from >= mark.at && from < mark.to)) return false;
  const left = text.slice(0, from);
  const right = text.slice(to);
  if (!percent && NEVER_A_UNIT.test(right)) return false;
  if (before === undefined && (NAMED_BY_NUMBER.test(left) || NAMED_BY_TIME.test(left))) return false;
  if (
    before === undefined &&
    word &&
    !/(?:có|kết nạp|thành lập|xây dựng|giới thiệu)(?:\s+mới|\s+được)?\s*$/iu.test(left)
  ) {
    return false;
  }
  if (before === "từ" && /^\s*(?:năm|tháng|ngày|quý)/iu.test(right)) return false;
  if (before === "hơn" && word) return false;
  if (
    !percent &&
    before === undefined &&
    value >= 1900 &&
    value <= 2100 &&
    /^(?:19|20)\d\d$/u.test(text.slice(from, to).trim())
  ) {
    return false;
  }
  // "từ ngày 01 đến 15", "2026 - 2030"
  if (
    /(?:ngày|tháng|năm|quý|mục|khoản|điểm|điều|các)\s*$/iu.test(left) &&
    figure.upTo !== undefined &&
    before === undefined
  ) {
    return false;
  }
  return !/^\s*[-–/]\s*\d/u.test(right) && !/\d\s*[-–/]\s*$/u.test(left);
}

function candidateOf(
  text: string,
  figure: Figure,
  [end, turn]: readonly [end: number, turn: number],
  previous: Candidate | undefined,
): Candidate | undefined {
  const right = text.slice(figure.to);
  const named = figure.percent ? undefined : (UNIT_HERE.exec(right)?.[1] ?? OTHER_UNIT.exec(right)?.[1]);
  const unit = figure.percent ? "%" : named?.trim();
  if (unit === undefined) return undefined;
  const close = Math.min(...[/[;:.]/u.exec(right)?.index ?? right.length, end - figure.to]);
  const rest = right.slice(0, Math.max(0, close));
  const turned = UP_DOWN.exec(rest.slice(0, Math.max(0, turn - figure.to)));
  const opening = Math.max(...[",", ";", ":"].map((sign) => text.lastIndexOf(sign, figure.from - 1))) + 1;
  const before = text.slice(opening, figure.from);
  const verbs = [...before.matchAll(VERB)];
  const last = verbs.at(-1);
  const governed = last !== undefined && /^\s*$/u.test(before.slice(last.index + last[0].length));
  const goesOn = text[opening - 1] === "," && /^\s*(?:và|trong đó)?\s*$/iu.test(withoutMarks(before));
  const own = figure.percent && !governed ? undefined : last?.[0];
  const action = own ?? (goesOn && !figure.percent ? previous?.action : undefined);
  const scope = scopeOf(text, figure.from);
  return {
    figure,
    unit,
    core: IS_CORE.test(unit),
    ...(turned === null
      ? {}
      : { after: turned[1]?.toLowerCase() === "lên" ? ("up" as const) : ("down" as const), turned: turned.index }),
    before,
    rest,
    ...(action === undefined ? {} : { action }),
    governed,
    ...(scope === undefined ? {} : { scope }),
  };
}

function isTarget(
  text: string,
  candidate: Candidate,
  context: TargetContext,
  marks: readonly PeriodMark[],
  previous: boolean,
): boolean {
  const { figure, before, rest, core, action, after, scope, governed } = candidate;
  const left = text.slice(0, figure.from);
  const segment = segmentBefore(text, figure);
  const goal = GOAL.test(left);
  const compared = figure.before !== undefined || after !== undefined || figure.upTo !== undefined;
  const aimedHere = /(?<!\p{L})phấn đấu(?!\p{L})/iu.test(left);
  if (!aimedHere && (ACHIEVED.test(segment) || (figure.percent && SHARE_OF_RESULT.test(text.slice(figure.to)))))
    return false;
  if (!aimedHere && /\d\/\d+\s+\p{Ll}/u.test(segment)) return false;
  if (!goal && !compared && context.section !== "targets" && CAME_ABOUT.test(segment)) return false;
  if (AMONG.test(segment) && previous) return true;
  if (context.section === "targets") return !figure.word || compared || scope !== undefined;
  if (figure.percent) {
    const opens =
      /^\s*(?:(?:có|phấn đấu|bảo đảm|đảm bảo|đạt|hoàn thành|và|để|với|tỷ lệ|đến|hằng năm|hàng năm|mỗi năm|trong|hết|cuối|năm|\d{4}|nhiệm kỳ|giai đoạn|-|–)\s*)*$/iu.test(
        before,
      );
    const aims = action !== undefined && governed && /^(?:đạt|bảo đảm|đảm bảo|hoàn thành)$/iu.test(action);
    const asked = governed && compared && IS_GOAL_VERB.test(action ?? "") && marks.length > 0;
    const said = /^\s*(?:trở lên\s+)?(?:số\s+)?\p{L}/u.test(rest);
    return (
      (opens && said && (compared || figure.value === 100 || goal || marks.length > 0)) ||
      (aims && compared) ||
      asked ||
      (aimedHere && (opens || aims || said))
    );
  }
  if (scope !== undefined && compared && core) return true;
  if (core && WHOLE_HAS.test(left) && marks.some(({ kind }) => kind === "by" || kind === "each")) return true;
  const goalVerb = action !== undefined && IS_GOAL_VERB.test(action);
  if (goal && (goalVerb || compared || governed) && (core || aimedHere)) return true;
  return (
    goalVerb && core && (compared || marks.length > 0) && !/(?<!\p{L})(?:khi|nếu|sau khi|để)(?!\p{L})/iu.test(before)
  );
}

/** Whether a figure only says who or what is meant: "doanh nghiệp có từ 100 lao động trở lên". */
function isCondition(segment: string, { figure, rest, unit, scope, after }: Candidate): boolean {
  const left = segment;
  if (/(?<!\p{L})(?:nơi|khi|nếu)\s+(?:đã\s+|chỉ\s+)?(?:có|còn)\s*$/iu.test(left)) return true;
  if (
    /^(?:lao động|người lao động|nữ công nhân|nữ lao động)/iu.test(unit) &&
    (figure.before !== undefined || after !== undefined)
  ) {
    return /(?<!\p{L})(?:có|từ|với|sử dụng|doanh nghiệp|nơi)\s*$/iu.test(left) || ORGANISATION_BEFORE.test(left);
  }
  if (/(?<!\p{L})có\s*$/iu.test(left) && WHOLE_HAS.test(left)) return false;
  if (scope !== undefined) {
    const said = rest.replace(UNIT_HERE, "");
    const noun = said.replace(/^\s*(?:ưu tú|chính thức|làm việc ổn định|trở lên)*/iu, "");
    return CONSEQUENCE.test(noun);
  }
  if (CONDITION_BEFORE.test(left)) return true;
  if (/(?:^|[,;:])\s*(?:(?:hằng|hàng|mỗi) năm,?\s+)?tổ chức\s*$/iu.test(left)) return false;
  return (figure.before !== undefined || after !== undefined) && !figure.percent && ORGANISATION_BEFORE.test(left);
}

/** Of whom it is asked: what "mỗi" opens and the verb before the figure ends; whom "đối với" names. */
function scopeOf(text: string, figureAt: number): string | undefined {
  const left = text.slice(0, figureAt);
  const segmentAt = left.lastIndexOf(";") + 1;
  const segment = left.slice(segmentAt);
  for (const match of segment.matchAll(EACH_ONE)) {
    const said = segment.slice(match.index);
    const verb = [
      ...said.matchAll(
        /(?<=\s)(?:phải\s+|cần\s+|đều\s+|bảo đảm\s+)?(?:có|kết nạp|giới thiệu|xây dựng|thành lập)(?!\p{L})/giu,
      ),
    ].find((at) => DEMAND.test(said.slice(at.index)));
    if (verb !== undefined) return oneLine(said.slice(0, verb.index));
  }
  const directed =
    /(?:^|[.;:,]\s*)(?:đối với|riêng)\s+(.+?)\s*(?:,\s*(?=phấn đấu|chủ động)|(?=\s(?:thì|phấn đấu|chủ động)(?!\p{L})))/iu.exec(
      segment,
    );
  if (directed?.[1] !== undefined) return oneLine(directed[1]);
  const own =
    /^\s*((?:các\s+)?(?:đảng bộ|chi bộ|đảng u[ỷy]|đảng ủy|công đoàn|đoàn|hội|tổ chức|đơn vị|xã|phường)[^,;]*?)\s+(?:chủ động[^;]*?,\s*)?(?:phấn đấu)(?!\p{L})/iu.exec(
      segment,
    );
  return own?.[1] === undefined ? undefined : oneLine(own[1]);
}

/** The statements of period that bear on a figure: those before it in the sentence, one right after it. */
function bearingMarks(
  text: string,
  marks: readonly PeriodMark[],
  figure: Figure,
  figures: readonly Figure[],
): readonly PeriodMark[] {
  const next = figures.find(({ from }) => from > figure.from)?.from ?? text.length;
  const close = figure.to + (/[;,]/u.exec(text.slice(figure.to))?.index ?? text.length);
  const segmentAt = text.lastIndexOf(";", figure.from) + 1;
  const before = marks.filter((mark) => mark.at < figure.from && (mark.at >= segmentAt || mark.kind !== "each"));
  const after = marks.filter(
    (mark) =>
      mark.at >= figure.to &&
      mark.at < Math.min(next, close) &&
      !/(?<!\p{L})(?:và|đồng thời)\s*$/iu.test(text.slice(figure.to, mark.at)),
  );
  return [...before, ...after];
}

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();
const trimmed = (text: string): string => oneLine(text).replace(/^[\s,;.:]+|[\s,;.:]+$/gu, "");
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

function targetOf(text: string, candidate: Candidate, period: Target["period"]): Target {
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

const withoutMarks = (text: string): string =>
  periodMarks(text).reduceRight((left, { at, to }) => left.slice(0, at) + left.slice(to), text);

const withoutPeriod = (text: string): string => trimmed(withoutMarks(text)).replace(/\s+(?:trong|vào)$/u, "");

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
