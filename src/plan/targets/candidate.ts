/** A figure of a sentence with what stands around it: unit, verb, whose it is. */
import type { Figure } from "./figures.js";
import { oneLine, withoutMarks } from "./printed-words.js";
import { CORE_UNIT, UNIT, VERB } from "./words.js";

const UP_DOWN = /(?<![\p{L}\d])trở (lên|xuống)(?![\p{L}\d])/iu;

export const UNIT_HERE = new RegExp(String.raw`^\s*(?:số\s+|mới\s+)?(${UNIT})(?![\p{L}\d])`, "iu");

const IS_CORE = new RegExp(`^(?:${CORE_UNIT})$`, "iu");

/** A unit that the list does not know: up to three words before a word that goes on with the sentence. */
const OTHER_UNIT =
  /^\s*((?!(?:là|có|được|trong|của|ở|tại|trở|cho|do|đủ|thuộc|theo|với|và|hoặc|mỗi|để|từ|đến)(?!\p{L}))\p{L}+(?:\s+(?!(?:là|có|được|trong|của|ở|tại|trở|cho|do|đủ|thuộc|theo|với|và|hoặc|mỗi|để|từ|đến|mới)(?!\p{L}))\p{Ll}+){0,2})/u;

const EACH_ONE = /(?<![\p{L}\d])(?:mỗi|từng)\s+(?!năm|tháng|quý|tuần|ngày|kỳ|lần)/giu;

const DEMAND =
  /^\s*(?:phải\s+|cần\s+|đều\s+|bảo đảm\s+|đảm bảo\s+)?(?:có|kết nạp|giới thiệu|xây dựng|thành lập)(?:\s+(?:được|mới))?\s*$/iu;

/** One figure in its sentence, with what the rules ask about it. */
export interface Candidate {
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

export const segmentBefore = (text: string, { from }: Figure): string =>
  text.slice(text.lastIndexOf(";", from - 1) + 1, from);

export function candidateOf(
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
