/** What can be asked of a figure (design §3), beside its own value. Names are those of paths. */

/** How a measure is worked out. */
export type MeasureKind =
  | {
      readonly of: "value";
      readonly measure: "actual" | "estimate" | "official" | "baseline" | `year${1 | 2 | 3 | 4 | 5}`;
    }
  | { readonly of: "comparison"; readonly part: "earlier" | "difference" | "percent" | "change" | "direction" }
  | {
      readonly of: "target";
      readonly part: "target" | "percent" | "left" | "verdict";
      readonly span: "year" | "plan" | "either";
    }
  | { readonly of: "cumulative"; readonly span: "year" | "plan" };

/**
 * The measures, by their names in paths. `phan-tram-cung-ky` and `phan-tram-chi-tieu` are n × 100 / base as the forms print
 * them (4*100/5); `phan-tram-chenh-lech` is what a sentence says: "tăng 12 đảng viên (8,5%)".
 */
export const MEASURES = {
  "thuc-hien": { of: "value", measure: "actual" },
  uoc: { of: "value", measure: "estimate" },
  "chinh-thuc": { of: "value", measure: "official" },
  "cung-ky": { of: "comparison", part: "earlier" },
  "chenh-lech": { of: "comparison", part: "difference" },
  "phan-tram-cung-ky": { of: "comparison", part: "percent" },
  "phan-tram-chenh-lech": { of: "comparison", part: "change" },
  "chieu-huong": { of: "comparison", part: "direction" },
  "chi-tieu": { of: "target", part: "target", span: "year" },
  "phan-tram-chi-tieu": { of: "target", part: "percent", span: "either" },
  "con-lai": { of: "target", part: "left", span: "year" },
  "danh-gia": { of: "target", part: "verdict", span: "either" },
  "chi-tieu-giai-doan": { of: "target", part: "target", span: "plan" },
  "phan-tram-chi-tieu-giai-doan": { of: "target", part: "percent", span: "plan" },
  "con-lai-giai-doan": { of: "target", part: "left", span: "plan" },
  "danh-gia-giai-doan": { of: "target", part: "verdict", span: "plan" },
  "luy-ke": { of: "cumulative", span: "plan" },
  "luy-ke-nam": { of: "cumulative", span: "year" },
  // columns of a review: before the plan, and its years
  "truoc-ke-hoach": { of: "value", measure: "baseline" },
  "nam-1": { of: "value", measure: "year1" },
  "nam-2": { of: "value", measure: "year2" },
  "nam-3": { of: "value", measure: "year3" },
  "nam-4": { of: "value", measure: "year4" },
  "nam-5": { of: "value", measure: "year5" },
} as const satisfies { readonly [name: string]: MeasureKind };

export type FigureMeasure = keyof typeof MEASURES;

/** What is asked of a target: its number, what of it is done and left, and the verdict. */
export const TARGET_MEASURES = {
  year: { target: "chi-tieu", percent: "phan-tram-chi-tieu", left: "con-lai", verdict: "danh-gia" },
  plan: {
    target: "chi-tieu-giai-doan",
    percent: "phan-tram-chi-tieu-giai-doan",
    left: "con-lai-giai-doan",
    verdict: "danh-gia-giai-doan",
  },
} as const satisfies { readonly [span in "year" | "plan"]: { readonly [part: string]: FigureMeasure } };

/** Names of the measures, the default first. */
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly FigureMeasure[];

export const isFigureMeasure = (name: string): name is FigureMeasure => Object.hasOwn(MEASURES, name);

export const measureKind = (measure: FigureMeasure): MeasureKind => MEASURES[measure];

/** How a figure went against the same period of last year. `fromZero`: there was nothing then. `none`: nor is there now. */
export type Direction = "up" | "down" | "same" | "fromZero" | "none";

/** As they stand in sentences. */
export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  up: "tăng",
  down: "giảm",
  same: "bằng",
  fromZero: "tăng",
  none: "không phát sinh",
};

/** @param isFlow of a stock that was and is 0 nobody says that it did not occur */
export function directionOf(value: number, earlier: number, isFlow: boolean): Direction {
  if (value === earlier) return value === 0 && isFlow ? "none" : "same";
  if (earlier === 0) return value > 0 ? "fromZero" : "down";
  return value > earlier ? "up" : "down";
}
