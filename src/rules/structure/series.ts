/** Points that are counted together. */
import type { Mark, MarkForm } from "../../model/mark.js";
import { POINT_LETTERS, readRoman } from "../../norms/numerals.js";
import type { Point } from "../../plan/points/index.js";

/** Forms whose numbers run on through the whole document, whatever stands above them. */
const THROUGHOUT: ReadonlySet<MarkForm> = new Set(["article"]);
const ORDINALS = "nhất hai ba tư năm sáu bảy tám chín mười".split(" ");

/** The place in its series that a mark claims; undefined where it counts nothing. */
export function placeInSeries({ form, text }: Mark): number | undefined {
  switch (form) {
    case "part":
    case "chapter":
    case "section":
    case "subsection": {
      const number = /\s(\S+?)[.:]?$/u.exec(text)?.[1] ?? "";
      const word = ORDINALS.indexOf(number) + 1;
      return /^\d+$/u.test(number) ? Number(number) : (readRoman(number) ?? (word === 0 ? undefined : word));
    }
    case "article":
    case "number":
    case "bracketNumber":
      return Number(/\d+/u.exec(text)?.[0]);
    case "number2":
    case "number3":
      return Number(/(\d+)\.$/u.exec(text)?.[1]);
    case "roman":
      return readRoman(text.replace(/[.-]$/u, ""));
    case "bracketRoman":
      return readRoman(text.replace(/[()]/gu, ""));
    case "letter": {
      const index = POINT_LETTERS.indexOf(text.slice(0, 1));
      return index === -1 ? undefined : index + 1;
    }
    default:
      return undefined;
  }
}

/** Points that are counted together, in reading order. */
export interface Series {
  readonly form: MarkForm;
  readonly points: Point[];
}

/** The series of a document: marks of one form under one point, or throughout; annexes count for themselves. */
export function seriesOf(points: readonly Point[]): readonly Series[] {
  const series: Series[] = [];
  const throughout = new Map<string, Series>();
  const walk = (siblings: readonly Point[]): void => {
    const own = new Map<string, Series>();
    for (const point of siblings) {
      const form = point.mark?.form;
      if (form === undefined || placeInSeries(point.mark as Mark) === undefined) continue;
      const key = `${form}|${point.annex?.label ?? ""}`;
      const known = THROUGHOUT.has(form) ? throughout : own;
      const found = known.get(key) ?? { form, points: [] };
      if (!known.has(key)) {
        known.set(key, found);
        series.push(found);
      }
      found.points.push(point);
    }
    for (const point of siblings) walk(point.children);
  };
  walk(points);
  return series;
}
