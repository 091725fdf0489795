/** Days of a recurrence: "vào ngày 20 của tháng cuối quý", "trước ngày 25/5", "ngày 05 tháng sau". */
import { type Every, type TimingAnchor, TimingTerm } from "../../model/timing.js";
import { foldTone } from "../../norms/tone.js";
import { type Cursor, words } from "./fold.js";
import { MONTH, numberOf, QUARTER } from "./numbers.js";
import { ProblemError } from "./problem.js";

type Rule = TimingAnchor["rule"];

/** Words before the day. */
const RULES: readonly { readonly pattern: RegExp; readonly rule: Rule }[] = [
  { pattern: words("(?:(?:chậm nhất|muộn nhất|xong|hoàn thành|đến|là) )*trước"), rule: "before" },
  {
    pattern: words(
      "(?:chậm nhất|muộn nhất|không muộn hơn|không quá|đến hết|đến|hạn cuối)(?: là| vào| trong| đến| hết)*",
    ),
    rule: "by",
  },
  { pattern: words("vào|trong"), rule: "on" },
];

/** Of a month named after the day no year may follow, else it is one day and no recurrence. */
const NO_YEAR = "(?!/\\d|-\\d|\\.\\d|,? ?năm \\d|\\d)";
const SIDE = "(?<side>sau|tới|tiếp theo|kế tiếp|liền kề|trước)";
const DAY = "ngày (?<d>\\d{1,2}|cuối(?: cùng)?)";
const PLAIN_DAY = `${DAY}(?: của)?`;

type Groups = { readonly [name: string]: string | undefined };
type Shape = Omit<TimingAnchor, "rule">;

const dayOf = (text = ""): number | "last" => (/^\d/u.test(text) ? Number(text) : "last");
const sideOf = (text: string | undefined): { of?: "next" | "previous" } =>
  text === undefined ? {} : { of: text === foldTone("trước") ? "previous" : "next" };
const monthOfQuarter = (text = ""): { monthOfQuarter: "first" | "last" } => ({
  monthOfQuarter: [foldTone("đầu"), foldTone("thứ nhất")].includes(text) ? "first" : "last",
});

/** The written forms, the most telling first; `every` where the form alone says how often. */
const FORMS: readonly { readonly pattern: RegExp; readonly every?: Every; readonly read: (groups: Groups) => Shape }[] =
  [
    {
      pattern: words(
        `${PLAIN_DAY} tháng (?<w>đầu|cuối|thứ nhất|thứ ba)(?: tiên| cùng)?(?: của)?(?: mỗi| hằng| hàng| từng)? quý(?: ${SIDE})?`,
      ),
      every: "quarter",
      read: (g) => ({ day: dayOf(g.d), ...monthOfQuarter(g.w), ...sideOf(g.side) }),
    },
    {
      pattern: words(`${PLAIN_DAY} tháng (?<m>${MONTH})(?: năm ${SIDE})?${NO_YEAR}`),
      read: (g) => ({ day: dayOf(g.d), month: numberOf(g.m ?? ""), ...sideOf(g.side) }),
    },
    {
      pattern: words(`(?:ngày )?(?<d>\\d{1,2})/(?<m>\\d{1,2})(?: (?:của )?năm ${SIDE})?${NO_YEAR}`),
      read: (g) => ({ day: Number(g.d), month: Number(g.m), ...sideOf(g.side) }),
    },
    {
      pattern: words(`${PLAIN_DAY} tháng ${SIDE}`),
      every: "month",
      read: (g) => ({ day: dayOf(g.d), ...sideOf(g.side) }),
    },
    {
      pattern: words("ngày cuối(?: cùng)?(?: của)? năm"),
      every: "year",
      read: () => ({ day: "last", month: 12 }),
    },
    {
      pattern: words("ngày cuối(?: cùng)?(?: của)? quý"),
      every: "quarter",
      read: () => ({ day: "last", monthOfQuarter: "last" }),
    },
    {
      pattern: words(`ngày cuối(?: cùng)?(?: của)? tháng${NO_YEAR}`),
      every: "month",
      read: () => ({ day: "last" }),
    },
    { pattern: words(`${DAY}${NO_YEAR}`), read: (g) => ({ day: dayOf(g.d) }) },
  ];

/** Months and quarters of every year without a day: their last day, or what is before their first. */
const WHOLE: readonly {
  readonly pattern: RegExp;
  readonly months: (groups: Groups) => readonly [first: number, last: number];
}[] = [
  {
    pattern: words(`tháng (?<m>${MONTH})${NO_YEAR}`),
    months: ({ m = "" }) => [numberOf(m), numberOf(m)],
  },
  {
    pattern: words(`quý (?<q>${QUARTER})${NO_YEAR}`),
    months: ({ q = "" }) => [numberOf(q) * 3 - 2, numberOf(q) * 3],
  },
];

interface ReadAnchor {
  readonly said: Rule | undefined;
  readonly anchor: TimingAnchor;
  readonly every?: Every;
}

function readAnchor(cursor: Cursor, inherited: Rule): ReadAnchor | undefined {
  const said = RULES.find(({ pattern }) => cursor.eat(pattern) !== undefined)?.rule;
  const rule = said ?? inherited;
  for (const { pattern, every, read } of FORMS) {
    const match = cursor.eat(pattern);
    if (match === undefined) continue;
    return { said, anchor: { ...read(match.groups ?? {}), rule }, ...(every === undefined ? {} : { every }) };
  }
  for (const { pattern, months } of WHOLE) {
    const match = cursor.eat(pattern);
    if (match === undefined) continue;
    const [first, last] = months(match.groups ?? {});
    return {
      said,
      anchor: rule === "before" ? { day: 1, month: first, rule } : { day: "last", month: last, rule: "by" },
    };
  }
  return undefined;
}

/** Anchors as read, and how often they recur when their words say it. */
export interface ReadAnchors {
  readonly anchors: readonly TimingAnchor[];
  readonly every?: Every;
  /** Whether a word like "trước" stood before the first. */
  readonly ruled: boolean;
}

const AND = words("và|hoặc");
const COMMA = /,/uy;

/** Reads one day or a list of them; a member without a rule of its own has that of the one before. */
export function readAnchors(cursor: Cursor): ReadAnchors | undefined {
  const anchors: TimingAnchor[] = [];
  let every: Every | undefined;
  let ruled = false;
  let rule: Rule = "on";
  for (;;) {
    const read = cursor.attempt((at) => {
      if (anchors.length > 0 && at.eat(COMMA) === undefined && at.eat(AND) === undefined) return undefined;
      if (anchors.length > 0) at.eat(AND);
      return readAnchor(at, rule);
    });
    if (read === undefined) break;
    rule = read.said ?? rule;
    ruled ||= read.said !== undefined;
    every ??= read.every;
    anchors.push(read.anchor);
  }
  return anchors.length === 0 ? undefined : { anchors, ruled, ...(every === undefined ? {} : { every }) };
}

/**
 * The recurrence of these anchors.
 *
 * @returns undefined when they are no days of such a recurrence ("hằng năm, trước ngày 25")
 */
export function recurring(
  every: Every,
  anchors: readonly TimingAnchor[],
  times?: number,
): Extract<TimingTerm, { kind: "recurring" }> | undefined {
  const term = {
    kind: "recurring" as const,
    every,
    anchors: [...anchors],
    ...(times === undefined || times < 2 ? {} : { times }),
  };
  const parsed = TimingTerm.safeParse(term);
  return parsed.success && parsed.data.kind === "recurring" ? parsed.data : undefined;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** @throws ProblemError for a day that not every year has, or no year */
export function assertAnchors(anchors: readonly TimingAnchor[]): void {
  for (const { day, month } of anchors) {
    const days = month === undefined ? 31 : DAYS[month - 1];
    if (days === undefined || (day !== "last" && (day < 1 || day > days))) throw new ProblemError("impossible");
  }
}
