/** Days, months, quarters and years as they are written, before anything is reckoned with them. */
import { foldTone } from "../../norms/tone.js";
import { type Cursor, words } from "./fold.js";
import { COUNT, MONTH, numberOf, QUARTER } from "./numbers.js";

/** One day, month, quarter or year as written; what it does not say it takes from those after it. */
export interface Stretch {
  readonly unit: "day" | "month" | "quarter" | "part" | "year" | "years";
  readonly day?: number | "last";
  readonly month?: number;
  readonly quarter?: number;
  readonly year?: number;
  /** Last year of "giai đoạn 2026 - 2030". */
  readonly lastYear?: number;
  /** "6 tháng đầu năm": first and last month. */
  readonly months?: readonly [first: number, last: number];
  /** "đầu tháng 8", "cuối năm 2026". */
  readonly portion?: Portion;
}
export type Portion = "start" | "middle" | "end";

const YEAR = "(?:19|20|21)\\d\\d";
/** The year behind a month or quarter: "/2026", "-2026", " năm 2026". */
const YEAR_SUFFIX = `(?:[/-](?<y1>${YEAR})|,? ?năm (?<y2>${YEAR}))`;
/** A year of two digits is none, nor is half of a longer number. */
const END = "(?![/.-]?\\d)";
/** Before another number "-" goes on to a span; before a year it would have been read. */
const END_OR_DASH = "(?!/?\\d|\\.\\d)";

type Groups = { readonly [name: string]: string | undefined };
type FormOf = (groups: Groups) => Stretch;

/** Words of the portions of a month, quarter or year. */
export const PORTIONS: readonly (readonly [words: string, portion: Portion])[] = [
  ["đầu", "start"],
  ["giữa", "middle"],
  ["cuối", "end"],
];
const portionOf = (text: string): Portion | undefined => PORTIONS.find(([name]) => foldTone(name) === text)?.[1];

const yearOfGroups = ({ y1, y2 }: Groups): { year?: number } =>
  y1 === undefined && y2 === undefined ? {} : { year: Number(y1 ?? y2) };

/** The written forms, the most telling first. */
const FORMS: readonly { readonly pattern: RegExp; readonly read: FormOf }[] = [
  {
    pattern: words(`ngày cuối(?: cùng)?(?: của)? tháng (?<m>${MONTH})${YEAR_SUFFIX}?${END}`),
    read: (g) => ({ unit: "day", day: "last", month: numberOf(g.m ?? ""), ...yearOfGroups(g) }),
  },
  {
    pattern: words(`(?:ngày )?(?<d>\\d{1,2}) tháng (?<m>${MONTH})${YEAR_SUFFIX}?${END}`),
    read: (g) => ({ unit: "day", day: Number(g.d), month: numberOf(g.m ?? ""), ...yearOfGroups(g) }),
  },
  {
    pattern: words(
      `(?:ngày )?(?<d>\\d{1,2})(?:/(?<m1>\\d{1,2})/|-(?<m2>\\d{1,2})-|\\.(?<m3>\\d{1,2})\\.)(?<y1>${YEAR})${END_OR_DASH}`,
    ),
    read: (g) => ({ unit: "day", day: Number(g.d), month: Number(g.m1 ?? g.m2 ?? g.m3), ...yearOfGroups(g) }),
  },
  {
    pattern: words(`(?<m>\\d{1,2})/(?<y1>${YEAR})${END_OR_DASH}`),
    read: (g) => ({ unit: "month", month: Number(g.m), ...yearOfGroups(g) }),
  },
  {
    pattern: words(`(?:ngày )?(?<d>\\d{1,2})/(?<m>\\d{1,2})(?: năm (?<y2>${YEAR}))?${END_OR_DASH}`),
    read: (g) => ({ unit: "day", day: Number(g.d), month: Number(g.m), ...yearOfGroups(g) }),
  },
  {
    pattern: words(`ngày (?<d>\\d{1,2})${END_OR_DASH}`),
    read: (g) => ({ unit: "day", day: Number(g.d) }),
  },
  {
    pattern: words(`(?:(?<p>đầu|giữa|cuối) )?tháng (?<m>${MONTH})${YEAR_SUFFIX}?${END_OR_DASH}`),
    read: (g) => ({ unit: "month", month: numberOf(g.m ?? ""), ...yearOfGroups(g), ...portion(g) }),
  },
  {
    pattern: words(`(?:(?<p>đầu|giữa|cuối) )?quý (?<q>${QUARTER})${YEAR_SUFFIX}?${END_OR_DASH}`),
    read: (g) => ({ unit: "quarter", quarter: numberOf(g.q ?? ""), ...yearOfGroups(g), ...portion(g) }),
  },
  {
    pattern: words(`(?<n>${COUNT}) tháng (?<e>đầu|cuối) năm(?: (?<y2>${YEAR}))?${END}`),
    read: (g) => ({ unit: "part", months: monthsOf(numberOf(g.n ?? ""), portionOf(g.e ?? "")), ...yearOfGroups(g) }),
  },
  {
    pattern: words(`nửa (?<e>đầu|cuối) năm(?: (?<y2>${YEAR}))?${END}`),
    read: (g) => ({ unit: "part", months: monthsOf(6, portionOf(g.e ?? "")), ...yearOfGroups(g) }),
  },
  {
    pattern: words(`(?:(?:cả )?(?:giai đoạn|nhiệm kỳ|thời kỳ|các năm|năm) )?(?<y1>${YEAR}) ?- ?(?<last>${YEAR})${END}`),
    read: (g) => ({ unit: "years", year: Number(g.y1), lastYear: Number(g.last) }),
  },
  {
    pattern: words(`(?:(?<p>đầu|giữa|cuối) )?năm (?<y1>${YEAR})${END}`),
    read: (g) => ({ unit: "year", ...yearOfGroups(g), ...portion(g) }),
  },
];

function portion({ p }: Groups): { portion?: Portion } {
  const found = p === undefined ? undefined : portionOf(p);
  return found === undefined ? {} : { portion: found };
}

const monthsOf = (count: number, end: Portion | undefined): readonly [number, number] =>
  end === "end" ? [13 - count, 12] : [1, count];

/** What may stand alone behind a stretch of the same unit: "quý II và III", "tháng 5, 6", "ngày 10, 11". */
const BARE: { readonly [U in Stretch["unit"]]?: { readonly pattern: RegExp; readonly read: FormOf } } = {
  day: {
    pattern: words(`(?<d>\\d{1,2})${END}`),
    read: (g) => ({ unit: "day", day: Number(g.d) }),
  },
  month: {
    pattern: words(`(?<m>\\d{1,2})${YEAR_SUFFIX}?${END}`),
    read: (g) => ({ unit: "month", month: Number(g.m), ...yearOfGroups(g) }),
  },
  quarter: {
    pattern: words(`(?<q>[ivx]+|\\d)${YEAR_SUFFIX}?${END}`),
    read: (g) => ({ unit: "quarter", quarter: numberOf(g.q ?? ""), ...yearOfGroups(g) }),
  },
  year: {
    pattern: words(`(?<y1>${YEAR})${END}`),
    read: (g) => ({ unit: "year", ...yearOfGroups(g) }),
  },
};

/** Reads one day, month, quarter or year. */
export function readStretch(cursor: Cursor): Stretch | undefined {
  for (const { pattern, read } of FORMS) {
    const match = cursor.eat(pattern);
    if (match !== undefined) return read(match.groups ?? {});
  }
  return undefined;
}

/** Reads what stands alone behind a stretch of a unit. */
export function readBare(cursor: Cursor, unit: Stretch["unit"]): Stretch | undefined {
  const form = BARE[unit];
  const match = form === undefined ? undefined : cursor.eat(form.pattern);
  return match === undefined ? undefined : form?.read(match.groups ?? {});
}
